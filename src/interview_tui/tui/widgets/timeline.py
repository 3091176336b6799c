"""A session on one line of time: phases as bands, turns as a strip, notes and nudges at their times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.message import Message

from interview_tui.domain.events import Speaker
from interview_tui.domain.session import Note
from interview_tui.domain.talk import Turn
from interview_tui.domain.text import clock, visible
from interview_tui.domain.values import value
from interview_tui.tui.rows import Row, Span
from interview_tui.tui.widgets.rows_pane import RowsPane

Cell = tuple[str, str]
"""A character of one cell and its ink."""

_TURN: dict[Speaker, Cell] = {
    "moderator": ("▀", "moderator"),
    "participant": ("▄", "participant"),
    "silence": ("·", "faint"),
}
_EMPTY: Cell = (" ", "")


@value(kw_only=True)
class Band:
    """A stretch of time in which one phase was current; times in milliseconds of the session."""

    title: str
    number: int
    start_ms: int
    end_ms: int


@value(kw_only=True)
class TimelineFacts:
    """What a timeline shows; all times in milliseconds of the session, `length_ms` at least 1.

    `nudges` and `led` are the moments of hints and of leading questions.
    """

    length_ms: int
    bands: tuple[Band, ...]
    turns: tuple[Turn, ...]
    notes: Sequence[Note]
    nudges: tuple[int, ...] = ()
    led: tuple[int, ...] = ()


@value
class Cells:
    """A timeline's cells without the cursor: who spoke, notes, hints."""

    turns: list[Cell]
    notes: list[Cell]
    hints: list[Cell]


class Timeline(RowsPane):
    """Shows where in the interview one is; a click goes to a time."""

    @dataclass
    class Pointed(Message):
        """A moment of the session was clicked, in milliseconds."""

        at_ms: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._length_ms = 1
        self._drawn: tuple[TimelineFacts, int, Cells] | None = None

    def put(self, facts: TimelineFacts, cursor_ms: int | None) -> None:
        """Show a session with the cursor at a moment."""
        self._length_ms = facts.length_ms
        self.show(
            lambda width, height: timeline_rows(facts, cursor_ms, width, height, self._cells(facts, width))
        )

    def _cells(self, facts: TimelineFacts, width: int) -> Cells:
        """The cells as they were, where only the cursor moved: ten thousand notes are not counted again."""
        if self._drawn is None or self._drawn[0] is not facts or self._drawn[1] != width:
            self._drawn = (facts, width, draw(facts, width))
        return self._drawn[2]

    def on_rows_pane_clicked(self, message: RowsPane.Clicked) -> None:
        """Tell which moment was meant: the middle of the cell."""
        message.stop()
        width = max(1, self.size.width)
        self.post_message(self.Pointed(round((message.x + 0.5) * self._length_ms / width)))


def draw(facts: TimelineFacts, width: int) -> Cells:
    """The cells of a session for a width; the cost is that of its notes and turns."""
    return Cells(_turn_cells(facts, width), _note_cells(facts, width), _hint_cells(facts, width))


def timeline_rows(
    facts: TimelineFacts, cursor_ms: int | None, width: int, height: int, cells: Cells | None = None
) -> list[Row]:
    """Phases, turns, notes, hints and the time: as many of these rows as there is height for."""
    if width < 1:
        return []
    at = None if cursor_ms is None else cell_of(cursor_ms, facts.length_ms, width)
    cells = cells or draw(facts, width)
    notes, hints = cells.notes, cells.hints
    if height < 5:
        notes = [note if note != _EMPTY else hint for note, hint in zip(notes, hints, strict=True)]
    rows = [_band_row(facts, at, width), _row(cells.turns, at), _row(notes, at)]
    if height >= 5:
        rows.append(_row(hints, None))
    if height >= 4:
        rows.append(_axis(facts, cursor_ms, at, width))
    return rows[:height]


def cell_of(at_ms: int, length_ms: int, width: int) -> int:
    """Which cell of `width` a moment falls into."""
    return min(width - 1, max(0, at_ms * width // length_ms))


def _row(cells: Sequence[Cell], cursor: int | None) -> Row:
    """Cells joined where they have one ink; the cursor's cell is shown reversed."""
    spans: list[tuple[str, str]] = []
    for at, (character, ink) in enumerate(cells):
        ink = "cursor" if at == cursor else ink
        if spans and spans[-1][1] == ink:
            spans[-1] = (spans[-1][0] + character, ink)
        else:
            spans.append((character, ink))
    return Row(tuple(spans), "time")


def _band_row(facts: TimelineFacts, cursor: int | None, width: int) -> Row:
    """Each phase's title at its beginning, as much of it as there is room for; two inks take turns."""
    spans: list[Span] = []
    done = 0
    for band in facts.bands:
        start = cell_of(band.start_ms, facts.length_ms, width)
        end = -(-band.end_ms * width // facts.length_ms)
        end = min(width, max(end, start + 1))
        if end <= done:
            continue
        if start > done:
            spans.append((" " * (start - done), ""))
        start = max(start, done)
        here = cursor is not None and start <= cursor < end
        ink = "selected strong" if here else ("dim" if band.number % 2 else "text")
        spans.append((_titled(visible(band.title), end - start), ink))
        done = end
    return Row(tuple(spans), "time")


def _titled(title: str, room: int) -> str:
    text = f"▏{title}"
    if cell_len(text) > room:
        text = set_cell_size(text, room - 1) + "…" if room > 4 else set_cell_size(text, room)
    return set_cell_size(text, room)


def _turn_cells(facts: TimelineFacts, width: int) -> list[Cell]:
    """In each cell whoever had most of its time."""
    spent: list[dict[Speaker, int]] = [{} for _ in range(width)]
    for turn in facts.turns:
        first = cell_of(turn.start_ms, facts.length_ms, width)
        last = cell_of(max(turn.start_ms, turn.end_ms - 1), facts.length_ms, width)
        for cell in range(first, last + 1):
            start = max(turn.start_ms, cell * facts.length_ms // width)
            end = min(turn.end_ms, (cell + 1) * facts.length_ms // width)
            spent[cell][turn.speaker] = spent[cell].get(turn.speaker, 0) + max(1, end - start)
    return [_TURN[max(times, key=times.__getitem__)] if times else _EMPTY for times in spent]


def _note_cells(facts: TimelineFacts, width: int) -> list[Cell]:
    """How many notes fall into each cell; a star and a bare mark show themselves."""
    counts, starred, bare = [0] * width, [False] * width, [0] * width
    length = facts.length_ms
    for note in facts.notes:
        cell = min(width - 1, max(0, note.at_ms * width // length))
        counts[cell] += 1
        starred[cell] = starred[cell] or note.starred
        bare[cell] += note.bare
    return [_note_cell(*told) for told in zip(counts, starred, bare, strict=True)]


def _note_cell(count: int, starred: bool, bare: int) -> Cell:
    if not count:
        return _EMPTY
    if starred:
        return ("★", "warn strong")
    if count == bare:
        return ("○", "dim")
    return ("•" if count == 1 else str(count) if count < 10 else "#", "accent")


def _hint_cells(facts: TimelineFacts, width: int) -> list[Cell]:
    cells = [_EMPTY] * width
    for at_ms in facts.nudges:
        cells[cell_of(at_ms, facts.length_ms, width)] = ("!", "warn")
    for at_ms in facts.led:
        cells[cell_of(at_ms, facts.length_ms, width)] = ("?", "bad")
    return cells


def _axis(facts: TimelineFacts, cursor_ms: int | None, at: int | None, width: int) -> Row:
    """The beginning and the end, and the cursor's time under the cursor."""
    end = clock(facts.length_ms)
    cells: list[Cell] = [_EMPTY] * width
    text, place = "", -1
    if at is not None and cursor_ms is not None:
        told = clock(cursor_ms)
        before = at + 2 + len(told) > width
        text = f"{told} ▲" if before else f"▲ {told}"
        place = at - len(text) + 1 if before else at
        _write(cells, place, text, "accent strong")
    for edge, words in ((0, "00:00"), (width - len(end), end)):
        if place + len(text) < edge or edge + len(words) < place:
            _write(cells, edge, words, "faint")
    return _row(cells, None)


def _write(cells: list[Cell], place: int, text: str, ink: str) -> None:
    for at, character in enumerate(text, start=place):
        if 0 <= at < len(cells):
            cells[at] = (character, ink)
