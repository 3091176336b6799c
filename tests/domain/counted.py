"""Small libraries to count in, and strategies that make them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from interview_tui.domain.library import Library, LibraryNote, LibrarySession

TAGS = ("pain", "goal", "quote", "queue", "till")


def session(number: int, person: str = "", segment: str = "") -> LibrarySession:
    return LibrarySession(
        id=f"s{number}", created_utc=f"2026-11-{number + 1:02}", participant=person, segment=segment
    )


def note(
    held: LibrarySession, number: int, *tags: str, at_s: int = 0, question: str = "", text: str = "words"
) -> LibraryNote:
    return LibraryNote(
        session=held.id,
        id=f"n{number}",
        at_ms=at_s * 1000,
        text=text,
        tags=tags,
        question=question,
        participant=held.participant,
        segment=held.segment,
        created_utc=held.created_utc,
    )


def library(notes: Iterable[tuple[LibrarySession, LibraryNote]]) -> Library:
    pairs = list(notes)
    return Library(tuple({held.id: held for held, _ in pairs}.values()), tuple(note for _, note in pairs))


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    """Up to six interviews with up to four people, two segments and six notes each."""
    sessions = [
        session(
            number, draw(st.sampled_from(("", "P01", "P02", "P03"))), draw(st.sampled_from(("", "shops")))
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    notes = []
    for held in sessions:
        for number in range(draw(st.integers(0, 6))):
            tags = draw(st.lists(st.sampled_from(TAGS), max_size=3, unique=True))
            at_s, question = draw(st.integers(0, 300)), draw(st.sampled_from(("", "How?", "When?")))
            notes.append(note(held, number, *tags, at_s=at_s, question=question))
    return Library(tuple(sessions), tuple(notes))


def renamed(known: Library) -> Library:
    """The same with other pseudonyms."""

    def other(name: str) -> str:
        return f"X{name}" if name else ""

    return Library(
        tuple(replace(held, participant=other(held.participant)) for held in known.sessions),
        tuple(replace(one, participant=other(one.participant)) for one in known.notes),
    )
