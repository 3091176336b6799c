"""A pane that shows rows of text and repaints only those that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from interview_tui.tui.rows import Row
from interview_tui.tui.widgets.ink import InkMixin


class RowsPane(InkMixin):
    """Rows on the line API: one widget, no layout, cost only for what changed."""

    @dataclass
    class Clicked(Message):
        """A row with an action was clicked; `x` is the cell in the pane."""

        action: str
        x: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """What the pane shows."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        old, self._rows = self._rows, rows
        width = self.size.width
        changed = [
            Region(0, y, width, 1)
            for y in range(max(len(old), len(rows)))
            if (old[y] if y < len(old) else None) != (rows[y] if y < len(rows) else None)
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One row as a strip of the pane's width."""
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        segments = [Segment(text, self.ink(ink)) for text, ink in self._rows[y].spans]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Tell which row's action was meant."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y < len(self._rows):
            action = self._rows[offset.y].action
            if action is not None:
                event.stop()
                self.post_message(self.Clicked(action, offset.x))
