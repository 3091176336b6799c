"""The views of the patterns place: the table, what comes together, and the notes behind a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from interview_tui.domain.cooccurrence import Together
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.patterns import (
    Cell,
    Order,
    PatternRow,
    PatternTable,
    for_reading,
    ordered_rows,
)
from interview_tui.domain.text import visible
from interview_tui.tui.grid_rows import ROW, Grid, Spot, column_at, grid_rows, in_view
from interview_tui.tui.key_bar import Key
from interview_tui.tui.pattern_rows import (
    NO_SEGMENT,
    QUOTE_ROW,
    NoteList,
    help_of_notes,
    help_of_table,
    help_of_together,
    note_rows,
    notes_caption,
    pair_words,
    preview_rows,
    table_caption,
    table_grid,
    together_caption,
    together_grid,
)
from interview_tui.tui.rows import Row


class View(Protocol):
    """One thing that the place shows."""

    @property
    def keys(self) -> Sequence[Key]:
        """The keys of the bottom row."""

    def caption(self, width: int) -> Row:
        """What this is."""

    def body(self, width: int, height: int) -> list[Row]:
        """The rows below."""

    def foot(self, width: int, height: int) -> list[Row]:
        """More about what the cursor is on."""

    def help(self, width: int) -> list[Row]:
        """All keys."""

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor."""

    def point(self, action: str, width: int, x: int) -> bool:
        """Move the cursor to what was clicked; whether it was there already."""

    def notes(self) -> NoteList | None:
        """The notes behind what the cursor is on; None if there are none to go down to."""


class _GridView:
    """A table with a cursor."""

    def __init__(self, silent: frozenset[str]) -> None:
        self.spot = Spot()
        self._silent = silent

    @property
    def grid(self) -> Grid:
        """The table as it is shown."""
        raise NotImplementedError

    def body(self, width: int, height: int) -> list[Row]:
        """The part of the table that has the cursor."""
        grid = self.grid
        self.spot = in_view(grid, self.spot, width, height)
        return grid_rows(grid, self.spot, width, height)

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor, not beyond the table."""
        grid, spot = self.grid, self.spot
        self.spot = Spot(
            row=min(max(0, spot.row + rows), max(0, len(grid.rows) - 1)),
            column=min(max(self._first_column, spot.column + columns), len(grid.columns) - 1),
            top=spot.top,
            left=spot.left,
        )

    _first_column = -1

    def point(self, action: str, width: int, x: int) -> bool:
        """Put the cursor on the cell that was clicked."""
        before = (self.spot.row, self.spot.column)
        column = max(self._first_column, column_at(self.grid, self.spot, width, x))
        row = int(action.removeprefix(ROW))
        self.spot = Spot(row=row, column=column, top=self.spot.top, left=self.spot.left)
        return (row, column) == before

    def _list(self, title: str, notes: Sequence[LibraryNote]) -> NoteList:
        return NoteList(title=title, notes=for_reading(notes), silent=self._silent)


class TableView(_GridView):
    """Tags or themes by participants or segments."""

    def __init__(
        self, table: PatternTable, what: str, inks: Mapping[str, str], silent: frozenset[str]
    ) -> None:
        super().__init__(silent)
        self.table = table
        self.what = what
        self.order: Order = "people"
        self.order_column: str | None = None
        self.folded: frozenset[str] = frozenset()
        self._inks = inks
        self._rows: tuple[PatternRow, ...] = ()
        self._grid: Grid | None = None

    def anew(self, table: PatternTable, inks: Mapping[str, str], silent: frozenset[str]) -> None:
        """Other figures in the same order, with the cursor where it was."""
        self._inks, self._silent = inks, silent
        chosen = self.row
        if self.order_column not in [column.id for column in table.columns]:
            self.order_column = None
        if table.by != self.table.by:
            self.spot = Spot(row=self.spot.row, top=self.spot.top)  # other columns: from the first on
        self.table = table
        self._grid = None
        self._stay_on(chosen)

    @property
    def grid(self) -> Grid:
        """The rows in their order."""
        if self._grid is None:
            self._rows = ordered_rows(self.table, self.order, column=self.order_column, folded=self.folded)
            self._grid = table_grid(self.table, self._rows, self._inks, self.folded)
        return self._grid

    @property
    def keys(self) -> Sequence[Key]:
        """What can be done with the table."""
        other = "segments" if self.table.by == "participant" else "participants"
        return (
            Key("enter", "notes", "deeper"),
            Key("p", other, "other_columns"),
            Key("t", "themes" if self.what == "tags" else "tags", "other_rows"),
            Key("o", "order", "order"),
            Key("x", "together", "together"),
            Key("a", "two coders", "coders"),
        )

    @property
    def row(self) -> PatternRow | None:
        """The row of the cursor."""
        _ = self.grid
        return self._rows[self.spot.row] if self.spot.row < len(self._rows) else None

    @property
    def column(self) -> str | None:
        """The column of the cursor; None for the whole row."""
        at = self.spot.column
        return self.table.columns[at].id if 0 <= at < len(self.table.columns) else None

    def reorder(self, order: Order, column: str | None = None) -> None:
        """Another order; the cursor stays on its row."""
        chosen = self.row
        self.order, self.order_column, self._grid = order, column, None
        self._stay_on(chosen)

    def fold(self) -> None:
        """Fold the chosen row, or the one it is below; or unfold it."""
        chosen = self.row
        if chosen is None:
            return
        if not chosen.children:
            chosen = self.table.row(chosen.parent)
        if chosen is not None:
            self.folded ^= {chosen.id}
            self._grid = None
            self._stay_on(chosen)

    def _stay_on(self, chosen: PatternRow | None) -> None:
        _ = self.grid
        if chosen is not None:
            at = next((at for at, row in enumerate(self._rows) if row.id == chosen.id), self.spot.row)
            self.spot = Spot(row=at, column=self.spot.column, top=self.spot.top, left=self.spot.left)

    def caption(self, width: int) -> Row:
        """What is counted."""
        return table_caption(self.table, self.order, self.order_column, self.what, width)

    def foot(self, width: int, height: int) -> list[Row]:
        """The cell in words, and its first notes."""
        held = self.notes()
        return [] if held is None else preview_rows(held.title, held, width, height)

    def help(self, width: int) -> list[Row]:
        """All keys."""
        return help_of_table(width)

    def notes(self) -> NoteList | None:
        """The notes of the cell, or of the whole row."""
        row = self.row
        if row is None:
            return None
        column = self.column
        cell = row.total if column is None else row.cell(column)
        where = "" if column is None else f" in {visible(column) or NO_SEGMENT}"
        below = ", with the tags below it" if row.children else ""
        return self._list(f"{visible(row.name)}{where}: {_in_words(cell)}{below}", cell.notes)


class TogetherView(_GridView):
    """Tags by tags."""

    _first_column = 0

    def __init__(self, found: Together, names: Mapping[str, str], silent: frozenset[str]) -> None:
        super().__init__(silent)
        self.spot = Spot(column=0)
        self.found = found
        self.most_first = True
        self._names = names
        self._grid: Grid | None = None
        self._tags: tuple[str, ...] = ()

    def anew(self, found: Together, names: Mapping[str, str], silent: frozenset[str]) -> None:
        """Other figures, with the cursor where it was."""
        self.found, self._names, self._silent, self._grid = found, names, silent, None

    @property
    def grid(self) -> Grid:
        """Tags by tags, in their order."""
        if self._grid is None:
            tags = self.found.tags
            if self.most_first:
                tags = tuple(sorted(tags, key=lambda tag: -self.found.pair(tag, tag).count))
            self._tags = tags
            self._grid = together_grid(self.found, tags, self._names)
        return self._grid

    @property
    def keys(self) -> Sequence[Key]:
        """What can be done here."""
        return (
            Key("enter", "notes", "deeper"),
            Key("r", "another rule", "rule"),
            Key("o", "order", "order"),
            Key("esc", "table", "leave"),
        )

    def reorder(self) -> None:
        """Most first, or as in the codebook."""
        self.most_first, self._grid = not self.most_first, None

    def caption(self, width: int) -> Row:
        """The rule."""
        return together_caption(self.found, width)

    def foot(self, width: int, height: int) -> list[Row]:
        """The cell in words, and its first notes."""
        held = self.notes()
        return [] if held is None else preview_rows(held.title, held, width, height)

    def help(self, width: int) -> list[Row]:
        """All keys."""
        return help_of_together(width)

    def notes(self) -> NoteList | None:
        """The notes on which the two tags come together."""
        _ = self.grid
        if not 0 <= self.spot.row < len(self._tags) or not 0 <= self.spot.column < len(self._tags):
            return None
        one, other = self._tags[self.spot.row], self._tags[self.spot.column]
        pair = self.found.pair(one, other)
        title = pair_words(pair, self.found, self._names[one], self._names[other])
        return self._list(title, self.found.notes(one, other))


class NotesView:
    """The notes behind a figure, one below the other."""

    keys: Sequence[Key] = (
        Key("enter", "in its interview", "deeper"),
        Key("c", "copy", "copy"),
        Key("esc", "back", "leave"),
    )

    def __init__(self, held: NoteList) -> None:
        self.held = held
        self.place = 0
        self._top = 0

    @property
    def note(self) -> LibraryNote | None:
        """The chosen note."""
        return self.held.notes[self.place] if self.place < len(self.held.notes) else None

    def anew(self, held: NoteList) -> None:
        """The same notes, read anew."""
        self.held = held
        self.place = min(self.place, max(0, len(held.notes) - 1))

    def caption(self, width: int) -> Row:
        """Which notes these are."""
        return notes_caption(self.held, self.place, width)

    def body(self, width: int, height: int) -> list[Row]:
        """The notes around the chosen one."""
        if not self.held.notes:
            return []
        self._top, rows = note_rows(self.held, self.place, self._top, width, height)
        return rows

    def foot(self, _width: int, _height: int) -> list[Row]:
        """Nothing: a note is shown whole."""
        return []

    def help(self, width: int) -> list[Row]:
        """All keys."""
        return help_of_notes(width)

    def move(self, rows: int, _columns: int) -> None:
        """Another note."""
        self.place = min(max(0, self.place + rows), max(0, len(self.held.notes) - 1))

    def point(self, action: str, _width: int, _x: int) -> bool:
        """The note that was clicked."""
        before, self.place = self.place, int(action.removeprefix(QUOTE_ROW))
        return before == self.place

    def notes(self) -> NoteList | None:
        """None: there is nothing below a note but its interview."""
        return None


def _in_words(cell: Cell) -> str:
    mentions = f"{cell.mentions:,} mention{'' if cell.mentions == 1 else 's'}"
    return f"{mentions}, {cell.people:,} {'person' if cell.people == 1 else 'people'}"
