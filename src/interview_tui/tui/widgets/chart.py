"""A chart in the screen's inks: textual-plot's canvas without its keys, its mouse and its own colours.

Importing this module takes a quarter of a second (numpy), so only what shows a chart does, off the frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Grid
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Static
from textual_hires_canvas import Canvas, HiResMode
from textual_plot import NumericAxisFormatter, PlotWidget

from interview_tui.tui.chart_values import MARGIN, Bars, Drawing, Line, Marks, Ticks
from interview_tui.tui.widgets.ink import InkMixin


class _Labelled(NumericAxisFormatter):
    """Ticks with the words that they were given."""

    def __init__(self, ticks: Ticks) -> None:
        self._words = {float(tick): words for tick, words in ticks}

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """The words of each tick."""
        return [self._words[float(tick)] for tick in ticks]


class _Canvas(Canvas):
    """A canvas whose every cell has a style: without one, NO_COLOR's filter finds nothing to take away."""

    def render_line(self, y: int) -> Strip:
        """One row; blank until the canvas has its size."""
        strip = super().render_line(y)
        return strip if strip.cell_length else Strip.blank(self.size.width, self.rich_style)


class Chart(PlotWidget, InkMixin, can_focus=False):
    """Draws a `Drawing`; drawn anew in other colours when the theme changes."""

    DEFAULT_CSS = """
    Chart { height: 1fr; }
    Chart > .plot--axis { color: $text-disabled; }
    Chart:focus > .plot--axis { color: $text-disabled; }
    Chart > .plot--tick { color: $text-muted; text-style: none; }
    """
    ALLOW_SELECT = False
    margin_top = reactive(0)
    margin_bottom = reactive(1)
    margin_left = reactive(MARGIN)

    def __init__(self, *, words_below: bool = True, id: str | None = None) -> None:
        super().__init__(id=id, allow_pan_and_zoom=False)
        self._drawing: Drawing | None = None
        if not words_below:
            self.set_reactive(Chart.margin_bottom, 0)

    def compose(self) -> ComposeResult:
        """What the base has, on canvases that bear NO_COLOR."""
        with Grid():
            for name in ("margin-top", "margin-left", "plot", "margin-bottom"):
                yield _Canvas(1, 1, id=name)
        yield Static(id="legend")

    def on_mount(self) -> None:
        """Draw what is known once the base's own handler, which clears, has run too."""
        self.call_after_refresh(self._draw)

    def draw(self, drawing: Drawing) -> None:
        """Show this from now on."""
        self._drawing = drawing
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        drawing = self._drawing
        if drawing is None or not self.query("#legend"):
            return  # nothing to draw yet, or on the way out
        self.clear()
        self.set_xlimits(*drawing.x_limits)
        self.set_ylimits(*drawing.y_limits)
        self.set_x_formatter(_Labelled(drawing.x_ticks))
        self.set_xticks([float(tick) for tick, _ in drawing.x_ticks])
        self.set_y_formatter(_Labelled(drawing.y_ticks))
        self.set_yticks([float(tick) for tick, _ in drawing.y_ticks])
        for part in drawing.parts:
            match part:
                case Line():
                    self.plot(part.xs, part.ys, self._style(part.ink), HiResMode.BRAILLE)
                case Marks():
                    self.scatter(part.xs, part.ys, part.char, self._style(part.ink))
                case Bars() if part.xs:
                    styles = [self._style(ink) for ink in part.inks]
                    self.bar(part.xs, part.ys, part.width, styles, HiResMode.QUADRANT)

    def _style(self, ink: str) -> str:
        """An ink without its background, as the canvas takes it."""
        found = self.ink(ink)
        return str(Style(color=found.color, bold=found.bold, dim=found.dim))

    def forget_inks(self) -> None:
        """The theme changed: the lines hold their colours, so they are drawn anew."""
        self._draw_anew()

    def notify_style_update(self) -> None:
        """The widget's own background may have changed."""
        super().notify_style_update()
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._inks.clear()
        if self.is_mounted:
            self.call_after_refresh(self._draw)
