"""A small library, and insights over it, for the tests of what was learnt."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from interview_tui.domain.insights import Insight, insights_of
from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.domain.study_record import Change, StudyPen, StudyRecord


def a_library(
    people: Iterable[str] = ("P01", "P02", "P03", "P04"),
    *,
    silent: Iterable[str] = (),
    segments: Iterable[str] = ("shops", "riders"),
    notes: int = 3,
) -> Library:
    """One interview with each, in turn of the segments; of its notes the last is a quote."""
    names = tuple(segments)
    sessions = tuple(
        LibrarySession(
            id=f"s{at}",
            participant=who,
            segment=names[at % len(names)],
            created_utc=f"2026-11-{at + 1:02}T10:00:00+00:00",
            may_be_quoted=who not in set(silent),
        )
        for at, who in enumerate(people)
    )
    return Library(
        sessions, tuple(a_note(held, number, notes) for held in sessions for number in range(notes))
    )


def a_note(held: LibrarySession, number: int, notes: int) -> LibraryNote:
    quote = number == notes - 1
    return LibraryNote(
        session=held.id,
        id=f"n{number}",
        at_ms=number * 1000,
        text=f"{held.participant} said {number}",
        tags=("quote",) if quote else ("story",),
        word_for_word=quote,
        participant=held.participant,
        segment=held.segment,
        created_utc=held.created_utc,
    )


def a_pen() -> StudyPen:
    numbers = count(1)
    return StudyPen(
        StudyRecord(), device="d", author="ada", now_ms=lambda: 0, new_id=lambda: f"{next(numbers):026}"
    )


def written(*steps: list[Change]) -> Insight:
    """The only insight of a record after these steps."""
    pen = a_pen()
    for changes in steps:
        pen.write("step", changes)
    (insight,) = insights_of(pen.record)
    return insight
