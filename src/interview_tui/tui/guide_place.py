"""Where in a guide the keys point, and the rows around it that are in view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from interview_tui.tui.guide_check_rows import Page, PreviewLine, next_finding, page, place_of, selected
from interview_tui.tui.rows import Row, Span
from interview_tui.tui.stepping import scrolled, within

_HERE: Span = ("❯ ", "accent strong")
_ELSEWHERE: Span = ("  ", "")
_GUTTER = 2


class GuidePlace:
    """Points at one line of a guide; rows are laid out once for a width."""

    def __init__(self, lines: Sequence[PreviewLine]) -> None:
        self._lines = lines
        self._place = self._top = 0
        self._page: tuple[int, Page] | None = None

    @property
    def line(self) -> PreviewLine:
        """The line that the keys point at."""
        return self._lines[self._place]

    @property
    def has_findings(self) -> bool:
        """Whether the check has something to say about any line."""
        return any(line.is_found for line in self._lines)

    def follow(self, lines: Sequence[PreviewLine]) -> None:
        """Stay at the same line in a guide that was read again."""
        self._place = place_of(lines, self.line)
        self._lines, self._page = lines, None

    def point(self, place: int) -> None:
        """Point at the line at a place, the nearest there is."""
        self._place = within(place, len(self._lines))

    def step(self, by: int) -> None:
        """Point at a line further down, or further up."""
        self.point(self._place + by)

    def turn(self, pages: int, width: int, height: int) -> None:
        """Point at a line some screenfuls away."""
        starts = self._laid_out(width).starts
        row = starts[self._place] + pages * max(1, height - 2)
        self.point(bisect_right(starts, row) - 1)

    def to_finding(self, step: Literal[1, -1]) -> None:
        """Point at the next line that the check has something to say about, or the one before."""
        self._place = next_finding(self._lines, self._place, step)

    def rows(self, width: int, height: int) -> list[Row]:
        """The rows in view; where the keys point stands a mark, for eyes and terminals without colour."""
        made = self._laid_out(width)
        here = made.rows_of(self._place)
        self._top = scrolled(self._top, here, len(made.rows), height, above=2, below=1)
        shown = range(self._top, min(self._top + height, len(made.rows)))
        return [_with_gutter(made.rows[at], width, here=at in here, first=at == here.start) for at in shown]

    def _laid_out(self, width: int) -> Page:
        if self._page is None or self._page[0] != width:
            self._page = (width, page(self._lines, width - _GUTTER))
        return self._page[1]


def _with_gutter(made: Row, width: int, *, here: bool, first: bool) -> Row:
    row = Row((_HERE if first else _ELSEWHERE, *made.spans), made.action)
    return selected(row, width) if here else row
