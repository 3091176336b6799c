"""Finding notes while somebody types: every word must be there, wherever, however it is written."""

from __future__ import annotations

import pytest
from tests.domain.insights import a_library

from interview_tui.domain.library import LibraryNote
from interview_tui.domain.note_finder import NoteFinder


def a_note(text: str, **about: object) -> LibraryNote:
    return LibraryNote(session="s1", id=text, at_ms=0, text=text, participant="P07", **about)  # type: ignore[arg-type]


NOTES = [
    a_note("Der Anrufer war müde", tags=("pain",), segment="shops", phase="Dig in"),
    a_note("予約の電話", word_for_word=True),
    a_note("foo_bar() [x]", starred=True),
    a_note(" "),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["予約の電話", "foo_bar() [x]", "Der Anrufer war müde"]),
        ("MUDE anruf", ["Der Anrufer war müde"]),
        ("pain shops dig p07", ["Der Anrufer war müde"]),
        ("電話", ["予約の電話"]),
        ("tag:pain Participant:P07 phase:", ["Der Anrufer war müde"]),
        ("note:pain", []),
        ("bar() [x", ["foo_bar() [x]"]),
        ("nowhere", []),
    ],
)
def test_every_word_must_be_in_a_note_and_quotes_come_first(words: str, found: list[str]) -> None:
    told = NoteFinder(NOTES).find(words, 10)
    assert [note.text for note in told.notes] == found
    assert told.count == len(found)


def test_only_the_first_are_listed_and_all_are_counted() -> None:
    told = NoteFinder(a_library().notes).find("said", 5)
    assert (len(told.notes), told.count) == (5, 12)
