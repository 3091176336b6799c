"""A pane that shows rows of text and repaints only those that changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from interview_tui.domain.text import visible
from interview_tui.tui.rows import Row
from interview_tui.tui.widgets.ink import InkMixin

MakeRows = Callable[[int, int], Sequence[Row]]
"""Makes a pane's rows for a width and a height in cells."""


def _no_rows(_width: int, _height: int) -> Sequence[Row]:
    return ()


class RowsPane(InkMixin):
    """Rows on the line API: one widget, no layout, cost only for what changed."""

    @dataclass
    class Clicked(Message):
        """A row with an action was clicked; `x` is the cell in the pane."""

        action: str
        x: int
        pane: RowsPane | None = None

        @property
        def control(self) -> RowsPane | None:
            """The pane, for handlers that mean one of several."""
            return self.pane

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._make: MakeRows = _no_rows
        self._rows: Sequence[Row] = ()
        self._made_for = Size(0, 0)
        self._painted: tuple[Region, list[Strip]] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """What the pane shows."""
        return self._rows

    def show(self, make: MakeRows) -> None:
        """Show what `make` gives for the pane's width and height, now and at any later size."""
        self._make = make
        if not self.size:
            # Made anew once there is room again: what a pane showed before it was folded away is old.
            self._rows, self._made_for = (), Size(0, 0)
            return
        old = self._rows
        rows = self._fill()
        changed = [y for y, (was, now) in enumerate(zip_longest(old, rows)) if was != now]
        if changed:
            width = self.size.width
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _fill(self) -> Sequence[Row]:
        self._made_for = self.size
        self._rows = self._make(*self.size)
        return self._rows

    def render_line(self, y: int) -> Strip:
        """One row as a strip of the pane's width."""
        width = self.size.width
        rows = self._rows if self._made_for == self.size else self._fill()
        if y >= len(rows):
            return Strip.blank(width, self.ink(""))
        # The last gate: whatever was put into a row, no control character reaches the terminal.
        segments = [Segment(visible(text), self.ink(ink)) for text, ink in rows[y].spans]
        return Strip(segments).adjust_cell_length(width, self.ink(""))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Forget the painted rows along with whatever is to be painted anew."""
        self._painted = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Forget the painted rows: their styles changed."""
        super().notify_style_update()
        self._painted = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The painted rows as they were, where nothing changed: Textual asks every pane at every key."""
        if self._painted is None or self._painted[0] != crop:
            self._painted = (crop, super().render_lines(crop))
        return self._painted[1]

    def on_click(self, event: events.Click) -> None:
        """Tell which row's action was meant."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y < len(self._rows):
            action = self._rows[offset.y].action
            if action is not None:
                event.stop()
                self.post_message(self.Clicked(action, offset.x, self))
