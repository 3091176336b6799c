"""The notes of a review as its list shows them: which are in it, which one is chosen, which are marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.guide import Guide
from interview_tui.domain.review import Filter, nearest
from interview_tui.domain.session import Note, Session
from interview_tui.domain.text import clock, visible
from interview_tui.tui.rows import Row, Span, clip, row, width_of, wrap

_TAG_WIDTH = 12
_WIDE_TAG_WIDTH = 19
"""Room for the longest tag that comes with the program, where a tag needs it and notes keep enough."""

_WIDE = 72
_NARROW = 56


class ReviewNotes:
    """Notes in the order of time, filtered; every question about them is answered without a screen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.filter = Filter()
        self.only_removed = False
        self.notes: Sequence[Note] = ()
        self.marked: set[str] = set()
        self.chosen_id = ""
        self.top = 0
        self.bare_count = self.tag_cells = 0
        self._places: dict[str, int] = {}
        self.read()

    def read(self) -> None:
        """Take the session as it is now; where the chosen note went, the one after it is chosen."""
        before = self.place
        everything = self._session.removed_notes() if self.only_removed else self._session.iter_notes()
        lets = self.filter.lets
        self.notes = list(everything) if self.filter.empty else [note for note in everything if lets(note)]
        self._places = {note.id: place for place, note in enumerate(self.notes)}
        self.bare_count = sum(note.bare for note in self.notes)
        self.tag_cells = max((cell_len(tag) for tag in {note.tag or "" for note in self.notes}), default=0)
        self.marked &= self._places.keys()
        if self.chosen_id not in self._places:
            place = min(before, len(self.notes) - 1)
            self.chosen_id = self.notes[place].id if self.notes else ""

    @property
    def place(self) -> int:
        """Where the chosen note stands, from 0."""
        return self._places.get(self.chosen_id, 0)

    @property
    def chosen(self) -> Note | None:
        """The note that the keys act on."""
        return self.notes[self.place] if self.notes else None

    @property
    def acted_on(self) -> list[Note]:
        """The marked notes, else the chosen one."""
        if self.marked:
            return [note for note in self.notes if note.id in self.marked]
        return [self.chosen] if self.chosen else []

    def has(self, note_id: str) -> bool:
        """Whether a note is in the list."""
        return note_id in self._places

    def choose(self, note_id: str) -> None:
        """Choose a note that is in the list."""
        if note_id in self._places:
            self.chosen_id = note_id

    def choose_place(self, place: int) -> None:
        """Choose by place; beyond the ends, the first or the last."""
        if self.notes:
            self.chosen_id = self.notes[min(max(place, 0), len(self.notes) - 1)].id

    def choose_near(self, at_ms: int) -> None:
        """Choose the note nearest to a moment."""
        self.choose_place(nearest(self.notes, at_ms))

    def toggle_mark(self) -> None:
        """Mark the chosen note for what is done to several, or not any more."""
        if self.notes:
            self.marked ^= {self.chosen_id}

    def show_only(self, shown: Filter, *, removed: bool = False) -> None:
        """Show other notes; the chosen one stays so if it is among them, else the nearest in time."""
        chosen = self.chosen
        self.filter, self.only_removed = shown, removed
        self.read()
        if chosen is not None and chosen.id not in self._places:
            self.choose_near(chosen.at_ms)


# -- rows ----------------------------------------------------------------------------------


def list_rows(notes: ReviewNotes, guide: Guide, codebook: Codebook, width: int, height: int) -> list[Row]:
    """As many notes as fit around the chosen one, each phase under its title; cost by rows, not by notes."""
    if not notes.notes or height < 1:
        return []

    def rows_of(place: int, *, headed: bool) -> list[Row]:
        """The rows of one note, under its phase's title where it is `headed`."""
        head = _heading(notes, guide, place, width) if headed else []
        return [*head, *_note_rows(notes, codebook, place, width)]

    def new_phase(place: int) -> bool:
        """Whether a note is the first of its phase."""
        return place == 0 or notes.notes[place].phase != notes.notes[place - 1].phase

    notes.top = _top(notes, lambda place: len(rows_of(place, headed=new_phase(place))), height)
    rows: list[Row] = []
    place = notes.top
    while place < len(notes.notes) and len(rows) < height:
        rows += rows_of(place, headed=new_phase(place) or place == notes.top)
        place += 1
    return rows[:height]


def _top(notes: ReviewNotes, height_of: Callable[[int], int], height: int) -> int:
    """The first note to show, moved as little as keeps the chosen one and its neighbours in view."""
    chosen, count = notes.place, len(notes.notes)
    room = height - 1  # the first note shown always has its phase's title
    last = min(chosen + 1, count - 1)
    used, first = height_of(chosen), chosen
    if last != chosen and used + height_of(last) <= room:
        used += height_of(last)
    while first > 0 and used + height_of(first - 1) <= room:
        first -= 1
        used += height_of(first)
    latest = max(0, chosen - 1) if chosen > first else chosen
    top = min(max(notes.top, first), latest)
    return top if top < count else first


def _heading(notes: ReviewNotes, guide: Guide, place: int, width: int) -> list[Row]:
    phase = notes.notes[place].phase
    known = phase is not None and 0 <= phase < len(guide.phases)
    title = visible(guide.phases[phase].title) if known and phase is not None else "away from the guide"
    title = clip([(title, "dim")], max(4, width - 6))[0][0]
    line = "─" * max(0, width - cell_len(title) - 4)
    return [row(("── ", "faint"), (title, "dim"), (f" {line}", "faint"))]


def _note_rows(notes: ReviewNotes, codebook: Codebook, place: int, width: int) -> list[Row]:
    note = notes.notes[place]
    chosen = note.id == notes.chosen_id
    widest = min(max(_TAG_WIDTH, notes.tag_cells + 2), _WIDE_TAG_WIDTH)
    tags = widest if width >= _WIDE else _TAG_WIDTH if width >= _NARROW else 0
    head = _head(note, codebook, tags, marked=note.id in notes.marked)
    indent = width_of(head)
    lines = wrap(body(note), max(8, width - indent - 1))
    ink = "faint" if note.bare else "text"
    more = _further(note, codebook, first=not tags)
    rows = []
    for at, line in enumerate(lines):
        spans = [*(head if at == 0 else [(" " * indent, "")]), (line, ink)]
        if at == len(lines) - 1 and width_of(spans) + width_of(more) < width:
            spans, more = [*spans, *more], []
        rows.append(_painted(spans, width, note.id, chosen=chosen))
    if more:
        spans = [(" " * (indent - 2), ""), *clip(more, width - indent + 1)]
        rows.append(_painted(spans, width, note.id, chosen=chosen))
    return rows


def _painted(spans: Sequence[Span], width: int, note_id: str, *, chosen: bool) -> Row:
    if not chosen:
        return Row(tuple(spans), f"note:{note_id}")
    rest = " " * max(0, width - width_of(spans))
    return Row(
        tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, (rest, ""))), f"note:{note_id}"
    )


def _head(note: Note, codebook: Codebook, tag_width: int, *, marked: bool) -> list[Span]:
    head: list[Span] = [
        ("✓" if marked else " ", "accent strong"),
        ("★" if note.starred else " ", "warn strong"),
        (f"{clock(note.at_ms):>6} ", "dim"),
    ]
    if tag_width:
        name = visible(note.tag or "·")
        if cell_len(name) >= tag_width:
            name = set_cell_size(name, tag_width - 2) + "…"
        head.append((set_cell_size(name, tag_width), tag_ink(codebook, note.tag)))
    return head


def _further(note: Note, codebook: Codebook, *, first: bool) -> list[Span]:
    """The tags that have no column of their own, and that somebody wrote another text."""
    shown = note.tags if first else note.tags[1:]
    spans: list[Span] = [(f"  #{visible(tag)}", tag_ink(codebook, tag)) for tag in shown]
    if note.others:
        spans.append((f"  ⧉ {len(note.others) + 1} texts", "warn"))
    return spans


def body(note: Note) -> str:
    """The note's text as lists show it: quotes in quotation marks, bare marks as dots."""
    if note.bare:
        return "· · ·"
    return f"“{note.text}”" if note.word_for_word else note.text


def tag_ink(codebook: Codebook, name: str | None) -> str:
    """The ink of a tag; dim where the codebook does not have it."""
    tag = codebook.by_name(name) if name else None
    return f"tag-{tag.colour}" if tag else "dim"
