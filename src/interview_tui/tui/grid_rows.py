"""A table with headers that stay: names at the left, columns that scroll, figure and shade in each cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interview_tui.domain.patterns import SHADES, shade
from interview_tui.domain.text import cells, one_line
from interview_tui.domain.values import value
from interview_tui.tui.rows import Row, Span, clip, width_of
from interview_tui.tui.stepping import scrolled

ROW = "row:"
"""How the action of a row begins that is clicked; its place follows."""

_SHADE_INKS = ("faint", "dim", "text", "accent", "accent strong")
_GAP = 2
_NARROW = 76
_LEAST_HEAD = 8
"""A column's name is cut to this where there are many; what the cursor is on is told whole elsewhere."""


@value(kw_only=True)
class GridRow:
    """One row: its name, what stands before it (how deep it is, a fold), and the figures that stay."""

    name: str
    lead: str = ""
    fixed: tuple[str, ...] = ()
    ink: str = "text"


@value(kw_only=True)
class Figure:
    """What a cell shows: a figure, and a count that the shade is made from."""

    text: str = ""
    count: int = 0


@value(kw_only=True)
class Grid:
    """A table; `figure` gives the cell of a row and a column, both from 0."""

    corner: str
    fixed: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[GridRow, ...] = ()
    figure: Callable[[int, int], Figure]
    most: int = 0
    least_width: int = 0


@value(kw_only=True)
class Spot:
    """Where a table is looked at: the cursor's row and column (-1: the whole row), and what is in view."""

    row: int = 0
    column: int = -1
    top: int = 0
    left: int = 0


@value(kw_only=True)
class Layout:
    """How wide a table's parts are, in cells, and how many columns are in view."""

    name: int
    fixed: tuple[int, ...]
    column: int
    count: int

    @property
    def start(self) -> int:
        """The cell at which the first scrolling column begins."""
        return self.name + sum(self.fixed)


def layout(grid: Grid, width: int) -> Layout:
    """Fit a table into a width: names and heads give way where there is little, one column is in view."""
    narrow = width < _NARROW
    fixed = tuple(max(6, cells(head) + _GAP) for head in grid.fixed)
    widest = max((cells(row.lead + row.name) for row in grid.rows), default=8)
    name = max(8, min(widest + 3, 20 if narrow else 30))
    room = (width - name - sum(fixed)) // max(1, len(grid.columns)) - _GAP
    most = min(max(_LEAST_HEAD, room), 8 if narrow else 16)
    heads = max((min(cells(head), most) for head in grid.columns), default=4)
    column = max(heads, grid.least_width, len(str(grid.most)) + 2) + _GAP
    return Layout(name=name, fixed=fixed, column=column, count=max(1, (width - name - sum(fixed)) // column))


def in_view(grid: Grid, spot: Spot, width: int, height: int) -> Spot:
    """The spot with its cursor inside the table and in view."""
    shown = layout(grid, width)
    row = min(max(spot.row, 0), max(0, len(grid.rows) - 1))
    column = min(max(spot.column, -1), len(grid.columns) - 1)
    left = max(min(spot.left, max(column, 0)), column - shown.count + 1)
    left = max(0, min(left, len(grid.columns) - shown.count))
    top = scrolled(spot.top, row, len(grid.rows), max(1, height - 1))
    return Spot(row=row, column=column, top=top, left=left)


def grid_rows(grid: Grid, spot: Spot, width: int, height: int) -> list[Row]:
    """The header and as many rows as fit; the row and the column of the cursor are marked."""
    shown = layout(grid, width)
    columns = range(spot.left, min(spot.left + shown.count, len(grid.columns)))
    rows = [_head(grid, shown, columns, spot, width)]
    for at in range(spot.top, min(spot.top + height - 1, len(grid.rows))):
        rows.append(_row(grid, at, shown, columns, spot, width))
    return rows


def column_at(grid: Grid, spot: Spot, width: int, x: int) -> int:
    """The column that a cell of the screen is in; -1 left of all."""
    shown = layout(grid, width)
    if x < shown.start:
        return -1
    return min(spot.left + (x - shown.start) // shown.column, len(grid.columns) - 1)


def _head(grid: Grid, shown: Layout, columns: Sequence[int], spot: Spot, width: int) -> Row:
    spans: list[Span] = [(_left(grid.corner, shown.name), "faint")]
    for head, room in zip(grid.fixed, shown.fixed, strict=True):
        spans.append((_right(head, room), "strong" if spot.column == -1 else "faint"))
    for column in columns:
        ink = "strong" if column == spot.column else "faint"
        spans.append((_right(grid.columns[column], shown.column), ink))
    more = len(grid.columns) - (columns[-1] + 1 if columns else 0)
    marks = f"{' ‹' if spot.left else ''}{' ›' if more > 0 else ''}"
    if marks and width_of(spans) + len(marks) <= width:
        spans.append((marks, "accent"))
    return Row(clip(spans, width))


def _row(grid: Grid, at: int, shown: Layout, columns: Sequence[int], spot: Spot, width: int) -> Row:
    row, chosen = grid.rows[at], at == spot.row
    mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
    name = _left(row.name, max(4, shown.name - 2 - cells(row.lead)))
    spans: list[Span] = [mark, (row.lead, "dim"), (name, f"{row.ink} strong" if chosen else row.ink)]
    for text, room in zip(row.fixed, shown.fixed, strict=True):
        here = chosen and spot.column == -1
        spans += _figure_spans(text, room, "strong" if chosen else "text", here=here)
    for column in columns:
        figure = grid.figure(at, column)
        spans += _cell_spans(figure, grid.most, shown.column, here=chosen and column == spot.column)
    return Row(clip(spans, width), f"{ROW}{at}")


def _cell_spans(figure: Figure, most: int, room: int, *, here: bool) -> list[Span]:
    if not figure.text:
        return _figure_spans("·", room, "faint", here=here)
    dark = shade(figure.count, most)
    return _figure_spans(f"{SHADES[dark]} {figure.text}", room, _SHADE_INKS[dark], here=here)


def _figure_spans(text: str, room: int, ink: str, *, here: bool) -> list[Span]:
    blank = " " * (room - cells(text) - 1)
    return [(blank, ""), (f"{text} ", f"{ink} cursor" if here else ink)]


def _left(text: str, room: int) -> str:
    shown = one_line(text, room - 1)
    return shown + " " * (room - cells(shown))


def _right(text: str, room: int) -> str:
    shown = one_line(text, room - 2)
    return " " * (room - cells(shown) - 1) + shown + " "
