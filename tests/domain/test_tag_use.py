"""How much tags are used, and what of them is shown first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.tag_use import EXAMPLES, strays, uses


def a_note(number: int, *tags: str, person: str = "P01", session: str = "s", **more: object) -> LibraryNote:
    told = {"text": f"said {number}", **more}
    return LibraryNote(session=session, id=f"{number}", at_ms=number, tags=tags, participant=person, **told)  # type: ignore[arg-type]


def test_people_and_sessions_are_counted_once_and_notes_each_time() -> None:
    notes = [
        a_note(1, "goal", "story"),
        a_note(2, "goal", session="t"),
        a_note(3, "goal", person="", session="t"),
        a_note(4),
    ]
    used = uses(notes)
    assert [(name, use.mentions, use.people, use.sessions) for name, use in used.items()] == [
        ("goal", 3, 2, 2),
        ("story", 1, 1, 1),
    ]


def test_tags_that_the_codebook_does_not_have_stand_by_their_use_and_differ_by_case() -> None:
    used = uses([a_note(1, "b"), a_note(2, "a"), a_note(3, "Goal", "goal"), a_note(4, "Goal")])
    assert strays(DEFAULT_CODEBOOK, used) == ["Goal", "a", "b"]


def test_the_most_telling_notes_come_first_and_marks_without_words_never() -> None:
    notes = [
        a_note(1, "x", text="short"),
        a_note(2, "x", text="a longer one"),
        a_note(3, "x", text="s", starred=True),
        a_note(4, "x", text="q", word_for_word=True),
        a_note(5, "x", text=" "),
    ]
    assert [note.id for note in uses(notes)["x"].examples] == ["4", "3", "2", "1"]


@given(st.integers(0, 3 * EXAMPLES))
def test_only_so_many_are_kept_at_hand(count: int) -> None:
    used = uses(a_note(number, "x") for number in range(count))
    assert len(used["x"].examples if count else ()) == min(count, EXAMPLES)
