"""Which tags and themes repeat, and among whom: mentions and distinct people by participant or segment.

A mention is a note; a person is whoever was interviewed. A parent counts the notes of its children with
its own, each note once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.themes import Theme
from interview_tui.domain.values import value

By = Literal["participant", "segment"]
"""What the columns of a table are."""

Order = Literal["people", "mentions", "name", "codebook"]
ORDERS: tuple[Order, ...] = ("people", "mentions", "name", "codebook")

Keep = Callable[[LibraryNote], str]

NO_INTERVIEWS = "No interviews are here yet. Patterns show once there are notes with tags in two or three."
NO_TAGS = "No note has a tag yet. Give notes their tags in a review (v at home), then look here again."
"""Why there is nothing to count yet."""


@value(kw_only=True)
class Subject:
    """A tag or a theme with its notes; `parent` is the id of the subject above it, or "".

    `id` tells it from all others (a tag's name in lower case, a theme's target), `own` are its notes
    without those of the subjects below it.
    """

    id: str
    name: str
    parent: str = ""
    own: tuple[LibraryNote, ...] = ()


@value(kw_only=True)
class Column:
    """A participant or a segment; `people` were interviewed in it. `id` may be "": no segment."""

    id: str
    people: int = 1


@value(kw_only=True)
class Cell:
    """What a subject has of some interviews."""

    notes: tuple[LibraryNote, ...] = ()
    people: int = 0

    @property
    def mentions(self) -> int:
        """How many notes."""
        return len(self.notes)


NOTHING = Cell()


@value(kw_only=True)
class PatternRow:
    """A subject across all interviews; `depth` counts the subjects above it, `children` those right below."""

    id: str
    name: str
    parent: str
    depth: int
    children: int
    place: int
    total: Cell
    cells: Mapping[str, Cell]

    def cell(self, column: str) -> Cell:
        """Its part in one column."""
        return self.cells.get(column, NOTHING)


@value(kw_only=True)
class PatternTable:
    """Subjects by columns. `left_out` counts the notes that are in no row, `left_out_bare` those of them that
    have no words; `most` is the most mentions of any cell: what the darkest shade means.
    """

    by: By
    columns: tuple[Column, ...]
    rows: tuple[PatternRow, ...]
    people: int = 0
    mentions: int = 0
    left_out: int = 0
    left_out_bare: int = 0
    most: int = 0

    def row(self, id_: str) -> PatternRow | None:
        """The row of a subject."""
        return next((row for row in self.rows if row.id == id_), None)


# -- what is counted -----------------------------------------------------------------------


def tag_subjects(library: Library, codebook: Codebook) -> tuple[Subject, ...]:
    """The tags of the codebook in its order, then those that only notes have, whatever their capitals."""
    names = {tag.name.casefold(): tag.name for tag in codebook.tags}
    parents = {tag.name.casefold(): tag.parent.casefold() for tag in codebook.tags}
    own: dict[str, list[LibraryNote]] = {name: [] for name in names}
    for note in library.notes:
        for tag in dict.fromkeys(tag.casefold() for tag in note.tags):
            if tag not in own:
                own[tag] = []
                names[tag] = next(name for name in note.tags if name.casefold() == tag)
            own[tag].append(note)
    return tuple(
        Subject(id=tag, name=names[tag], parent=parents.get(tag, ""), own=tuple(notes))
        for tag, notes in own.items()
    )


def theme_subjects(library: Library, themes: Iterable[Theme]) -> tuple[Subject, ...]:
    """The themes of the board with the notes that are still there."""
    known = library.notes_by_key
    return tuple(
        Subject(
            id=theme.id,
            name=theme.name,
            own=tuple(known[key] for key in dict.fromkeys(theme.notes) if key in known),
        )
        for theme in themes
    )


# -- the table -----------------------------------------------------------------------------


def pattern_table(library: Library, subjects: Sequence[Subject], by: By) -> PatternTable:
    """Count subjects by participants or segments, each row directly below its parent."""
    column_of = _column_of(by)
    counted: set[str] = set()
    rows: list[PatternRow] = []
    tree = _Tree(subjects)
    for subject, depth in tree.walk():
        notes = tree.notes_of(subject)
        counted.update(notes)
        rows.append(
            PatternRow(
                id=subject.id,
                name=subject.name,
                parent=tree.parents[subject.id],
                depth=depth,
                children=len(tree.below[subject.id]),
                place=len(rows),
                total=_cell(list(notes.values())),
                cells=_cells(notes.values(), column_of),
            )
        )
    return PatternTable(
        by=by,
        columns=_columns(library, by),
        rows=tuple(rows),
        people=len(library.people),
        mentions=len(counted),
        left_out=len(library.notes) - len(counted),
        left_out_bare=sum(note.bare and note.key not in counted for note in library.notes),
        most=max((cell.mentions for row in rows for cell in row.cells.values()), default=0),
    )


def _column_of(by: By) -> Keep:
    return (lambda note: note.person) if by == "participant" else (lambda note: note.segment)


def _columns(library: Library, by: By) -> tuple[Column, ...]:
    if by == "participant":
        return tuple(Column(id=person) for person in library.people)
    people: dict[str, set[str]] = {}
    for session in library.sessions:
        people.setdefault(session.segment, set()).add(session.person)
    return tuple(Column(id=segment, people=len(who)) for segment, who in people.items())


def _cells(notes: Iterable[LibraryNote], column_of: Keep) -> dict[str, Cell]:
    found: dict[str, list[LibraryNote]] = {}
    for note in notes:
        found.setdefault(column_of(note), []).append(note)
    return {column: _cell(held) for column, held in found.items()}


def _cell(notes: Sequence[LibraryNote]) -> Cell:
    return Cell(notes=tuple(notes), people=len({note.person for note in notes}))


class _Tree:
    """Subjects below their parents; a parent that is not there, or is its own descendant, counts as none."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._subjects = {subject.id: subject for subject in subjects}
        self.parents: dict[str, str] = {}
        for subject in subjects:
            self.parents[subject.id] = subject.parent if self._may_be_below(subject) else ""
        self.below: dict[str, list[Subject]] = {subject.id: [] for subject in subjects}
        self._roots: list[Subject] = []
        for subject in subjects:
            parent = self.parents[subject.id]
            (self.below[parent] if parent else self._roots).append(subject)

    def _may_be_below(self, subject: Subject) -> bool:
        above = subject.parent
        if above not in self._subjects:
            return False
        while above in self._subjects:
            if above == subject.id:
                return False
            above = self.parents.get(above, "")
        return True

    def walk(self) -> Iterable[tuple[Subject, int]]:
        """Every subject with its depth, parents first."""
        waiting = [(subject, 0) for subject in reversed(self._roots)]
        while waiting:
            subject, depth = waiting.pop()
            yield subject, depth
            waiting += [(child, depth + 1) for child in reversed(self.below[subject.id])]

    def notes_of(self, subject: Subject) -> dict[str, LibraryNote]:
        """Its notes and those of every subject below it, each once."""
        notes = {note.key: note for note in subject.own}
        for child in self.below[subject.id]:
            notes.update(self.notes_of(child))
        return notes


# -- how it is looked at -------------------------------------------------------------------


def ordered_rows(
    table: PatternTable,
    order: Order,
    *,
    column: str | None = None,
    folded: frozenset[str] = frozenset(),
) -> tuple[PatternRow, ...]:
    """The rows to show: siblings by `order`, or by what they have in a column; none below a folded row."""
    below: dict[str, list[PatternRow]] = {}
    for row in table.rows:
        below.setdefault(row.parent, []).append(row)

    def rank(row: PatternRow) -> tuple[Any, ...]:
        """What a row is sorted by: in the asked column, else as `order` says."""
        if column is not None:
            cell = row.cell(column)
            return (-cell.people, -cell.mentions, row.place) if table.by == "segment" else _most(cell, row)
        match order:
            case "people":
                return (-row.total.people, -row.total.mentions, row.place)
            case "mentions":
                return (-row.total.mentions, -row.total.people, row.place)
            case "name":
                return (row.name.casefold(), row.place)
        return (row.place,)

    shown: list[PatternRow] = []
    waiting = sorted(below.get("", ()), key=rank, reverse=True)
    while waiting:
        row = waiting.pop()
        shown.append(row)
        if row.id not in folded:
            waiting += sorted(below.get(row.id, ()), key=rank, reverse=True)
    return tuple(shown)


def _most(cell: Cell, row: PatternRow) -> tuple[Any, ...]:
    return (-cell.mentions, row.place)


def for_reading(notes: Iterable[LibraryNote]) -> tuple[LibraryNote, ...]:
    """Notes as they are offered to read: quotes first, then starred ones, then others, oldest first."""
    return tuple(
        sorted(
            notes,
            key=lambda note: (
                not note.word_for_word,
                not note.starred,
                note.created_utc,
                note.session,
                note.at_ms,
                note.id,
            ),
        )
    )


SHADES = " ░▒▓█"
"""From nothing to the most, for eyes that tell no colours apart."""


def shade(count: int, most: int) -> int:
    """How dark a count is, from 0 (none) to 4 (at least three quarters of the most)."""
    if count <= 0 or most <= 0:
        return 0
    return min(4, 1 + 4 * count // (most + 1))
