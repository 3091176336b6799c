"""Finding one's way in one session: which notes are shown, and where a jump leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from interview_tui.domain.guide import Guide
from interview_tui.domain.session import Note
from interview_tui.domain.values import value

UNTAGGED = ""
"""Stands among tags for a note without one."""

_CLOCK = re.compile(r"(?:(\d{1,2})[:.](?=[0-5]?\d[:.]))?(\d{1,3})[:.]([0-5]?\d)")
_MINUTES = re.compile(r"(\d{1,3})(?:\s*(?:m|min))?")
_NUMBERED = re.compile(r"([qp])\s*(\d{1,3})", re.IGNORECASE)


@value(kw_only=True)
class Filter:
    """Which notes are shown: of each kind that says something, a note has to fit one."""

    tags: frozenset[str] = frozenset()
    phases: frozenset[int] = frozenset()
    authors: frozenset[str] = frozenset()
    starred: bool = False
    quotes: bool = False
    bare: bool = False

    @property
    def empty(self) -> bool:
        """Whether every note is shown."""
        return self == Filter()

    def lets(self, note: Note) -> bool:
        """Whether a note is shown."""
        return (
            (not self.tags or not self.tags.isdisjoint(note.tags or (UNTAGGED,)))
            and (not self.phases or note.phase in self.phases)
            and (not self.authors or note.author in self.authors)
            and (note.starred or not self.starred)
            and (note.word_for_word or not self.quotes)
            and (note.bare or not self.bare)
        )


@value(kw_only=True)
class Jump:
    """Where somebody wants to go: one of these is set. `at_ms` of the session, the others from 0."""

    at_ms: int | None = None
    phase: int | None = None
    question: int | None = None
    tag: str | None = None


def read_jump(typed: str, guide: Guide, tags: Iterable[str]) -> Jump | None:
    """What was typed as a place; None where it names none.

    Places are `12:30`, `1:02:30`, `12` (minutes), `q7`, `p2`, and words of a tag, a phase or a question.
    """
    typed = " ".join(typed.split())
    if found := _CLOCK.fullmatch(typed):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return Jump(at_ms=((hours * 60 + minutes) * 60 + seconds) * 1000)
    if found := _MINUTES.fullmatch(typed):
        return Jump(at_ms=int(found[1]) * 60_000)
    if found := _NUMBERED.fullmatch(typed):
        return _numbered(found[1].casefold(), int(found[2]) - 1, guide)
    return _named(typed.casefold(), guide, tags) if typed else None


def _numbered(kind: str, number: int, guide: Guide) -> Jump | None:
    if kind == "q":
        return Jump(question=number) if 0 <= number < len(guide.questions) else None
    return Jump(phase=number) if 0 <= number < len(guide.phases) else None


def _named(words: str, guide: Guide, tags: Iterable[str]) -> Jump | None:
    """The first tag or phase that begins so, else the first question that has the words in it."""
    for tag in tags:
        if tag.casefold().startswith(words):
            return Jump(tag=tag)
    for number, phase in enumerate(guide.phases):
        if phase.title.casefold().startswith(words):
            return Jump(phase=number)
    for question in guide.questions:
        if words in question.text.casefold():
            return Jump(question=question.number)
    return None


def nearest(notes: Sequence[Note], at_ms: int) -> int:
    """The place of the note that was begun nearest to a moment, the earlier of two; notes stand in time."""
    return min(range(len(notes)), key=lambda place: (abs(notes[place].at_ms - at_ms), place), default=0)


def following(
    notes: Sequence[Note], here: int, by: int, wanted: Callable[[Note], bool], *, around: bool = False
) -> int | None:
    """The place of the next note (`by` 1) or the one before (-1) that is wanted; None if there is none.

    `around` goes on from the other end.
    """
    count = len(notes)
    steps = count if around else (count - 1 - here if by > 0 else here)
    for step in range(1, steps + 1):
        place = (here + by * step) % count
        if wanted(notes[place]):
            return place
    return None


def phase_edge(notes: Sequence[Note], here: int, by: int) -> int | None:
    """Where the next phase with notes begins, or this one and then the one before; None at the end."""
    if not notes:
        return None
    if by > 0:
        return following(notes, here, 1, lambda note: note.phase != notes[here].phase)
    start = _run_start(notes, here)
    if start < here:
        return start
    return _run_start(notes, start - 1) if start else None


def _run_start(notes: Sequence[Note], place: int) -> int:
    while place and notes[place - 1].phase == notes[place].phase:
        place -= 1
    return place
