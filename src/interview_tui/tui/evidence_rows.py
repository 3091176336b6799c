"""The rows of the picker of evidence: notes and themes, each with the side it is on."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.insights import Insight, Side
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED
from interview_tui.domain.text import visible
from interview_tui.domain.themes import Theme
from interview_tui.interchange.insights import people_words
from interview_tui.tui.insight_rows import note_place, note_text
from interview_tui.tui.rows import Row, Span, between, clip, paragraph, row, width_of

_SIDES: dict[Side | None, Span] = {
    "for": ("✓ for     ", "good strong"),
    "against": ("✗ against ", "bad strong"),
    None: ("          ", ""),
}
_ROOM_FOR_PLACE, _ROOM_FOR_WARNING = 76, 50
_PLACE_WIDTH, _PERSON_WIDTH = 26, 8


def side_of_all(insight: Insight, notes: Sequence[str]) -> Side | None:
    """The side on which all of some notes are; None where they are not all on one."""
    sides = {insight.side_of(note) for note in notes}
    return sides.pop() if len(sides) == 1 else None


def note_row(note: LibraryNote, insight: Insight, width: int, *, chosen: bool, may_be_quoted: bool) -> Row:
    """One note on one row: its side, its words, who said it and under which tags, in a column."""
    wide = width >= _ROOM_FOR_PLACE
    tags = ", ".join(note.tags) if wide else ""
    room = _PLACE_WIDTH if wide else _PERSON_WIDTH
    place = clip([(visible(f"{note.person} · {tags}" if tags else note.person), "dim")], room)
    barred = "" if may_be_quoted or width < _ROOM_FOR_WARNING else f"{NOT_TO_BE_QUOTED}  "
    right: list[Span] = [(barred, "warn"), *place]
    right.append((" " * (room - width_of(place)), ""))
    left = [_SIDES[insight.side_of(note.key)], (note_text(note), "strong" if chosen else "text")]
    return _chosen([*left], right, note.key, width, chosen=chosen)


def theme_row(
    theme: Theme, notes: Sequence[LibraryNote], insight: Insight, width: int, *, chosen: bool
) -> Row:
    """One theme on one row, and how many notes of how many people it holds."""
    keys = [note.key for note in notes]
    side = side_of_all(insight, keys) if keys else None
    people = people_words(len({note.person for note in notes}))
    right: list[Span] = [(f"  {len(notes)} note{'' if len(notes) == 1 else 's'} of {people}", "dim")]
    left = [_SIDES[side], (visible(theme.name), "strong" if chosen else "text")]
    return _chosen(left, right, theme.id, width, chosen=chosen)


def whole_rows(note: LibraryNote | None, width: int, *, may_be_quoted: bool) -> list[Row]:
    """The chosen note in full, with where it was taken."""
    if note is None:
        return []
    silent: list[Span] = [] if may_be_quoted else [(f"  {NOT_TO_BE_QUOTED}", "warn")]
    where = f"{note_place(note)} · {note.created_utc[:10]} · {visible(note.phase) or 'away from the guide'}"
    return [Row(clip([(where, "dim"), *silent], width)), *paragraph(note_text(note), width, "text")]


def top_row(insight: Insight, found: str, width: int) -> Row:
    """Which insight the notes are for, and how many there are."""
    left = [("Evidence for  ", "title"), (visible(insight.statement), "text")]
    return between(clip(left, max(0, width - len(found) - 2)), [(f"  {found}", "dim")], width)


def nothing_rows(width: int, *, themes: bool, words: str) -> list[Row]:
    """What stands where nothing was found."""
    if themes and not words:
        return paragraph("No themes yet: place 4 groups notes into them. F3 shows the notes.", width, "dim")
    kind = "theme has" if themes else "note has"
    return [row((f"No {kind} all of these words." if words else "There are no notes yet.", "dim"))]


def _chosen(left: Sequence[Span], right: Sequence[Span], action: str, width: int, *, chosen: bool) -> Row:
    mark: Span = ("▸ " if chosen else "  ", "accent strong")
    made = between([mark, *left], [("  ", ""), *right], width, action)
    if not chosen:
        return made
    fill: Span = (" " * (width - width_of(made.spans)), "")
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in (*made.spans, fill)), action)
