"""Room for a chart: the charts' library is imported off the frame when the first drawing is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import on, work
from textual.app import RenderResult
from textual.containers import Container
from textual.message import Message

from interview_tui.tui.chart_values import Drawing

MakeDrawing = Callable[[int, int], Drawing]
"""Makes a chart for a width and a height in cells."""


class ChartPane(Container):
    """Shows what was asked for last, at any size; nothing where there is no room."""

    @dataclass
    class Ready(Message):
        """The charts' library was imported."""

    DEFAULT_CSS = "ChartPane { height: 1fr; color: $text-muted; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make: MakeDrawing | None = None
        self._imported = False

    def show(self, make: MakeDrawing | None) -> None:
        """Show what `make` gives for the pane's size, now and at any later one; None: nothing."""
        self._make = make
        self._show_chart()

    def render(self) -> RenderResult:
        """A quiet word until the first chart can be drawn."""
        return "drawing the chart …" if self._make is not None and not self._imported else super().render()

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self._show_chart()

    def _show_chart(self) -> None:
        if not self.is_attached:
            return
        charts = self.query("Chart")
        charts.set(display=self._make is not None)
        if self._make is None:
            return
        if self.size and not self._imported:
            self._import()
        elif self.size:
            from interview_tui.tui.widgets.chart import Chart

            drawing = self._make(*self.size)
            if charts:
                charts.first(Chart).draw(drawing)
            else:
                self.mount(chart := Chart(words_below=bool(drawing.x_ticks)))
                chart.draw(drawing)

    @work(thread=True, exclusive=True, group="chart")
    def _import(self) -> None:
        import interview_tui.tui.widgets.chart  # noqa: F401 - for the quarter of a second that it takes

        self.post_message(self.Ready())

    @on(Ready)
    def _was_imported(self, message: Ready) -> None:
        message.stop()
        self._imported = True
        self.refresh()
        self._show_chart()
