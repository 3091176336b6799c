"""Suggestions: never fewer than three notes of two interviews, always the same, and silent once dismissed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.labelled_notes import LIBRARY, THEMES
from tests.domain.test_themes import Desk

from interview_tui.domain.library import LibraryNote
from interview_tui.domain.similarity import WordSimilarity
from interview_tui.domain.suggestions import (
    GROUP_MOST,
    Group,
    dismiss_group,
    dismissed_groups,
    still_offered,
    suggest_groups,
    suggest_tags,
    untagged,
)
from interview_tui.domain.themes import themes_of

WORDS = ["paper", "list", "phone", "rings", "supplier", "login", "wrong", "part"]
libraries = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)), max_size=25
)


def notes_of(told: list[tuple[int, str]]) -> list[LibraryNote]:
    return [
        LibraryNote(session=f"s{session}", id=f"n{at}", at_ms=at, text=text, participant=f"P{session // 2}")
        for at, (session, text) in enumerate(told)
    ]


def similarity_of(notes: list[LibraryNote]) -> WordSimilarity:
    return WordSimilarity((note.key, note.text) for note in notes)


@settings(max_examples=200)
@given(libraries)
def test_a_group_has_at_least_three_notes_of_two_interviews_and_no_note_twice(
    told: list[tuple[int, str]],
) -> None:
    notes = notes_of(told)
    known = {note.key: note for note in notes}
    groups = suggest_groups(notes, similarity_of(notes))
    assert groups == suggest_groups(notes, similarity_of(notes))
    everything = [key for group in groups for key in group.notes]
    assert len(everything) == len(set(everything))
    for group in groups:
        assert 3 <= len(group.notes) <= GROUP_MOST
        assert group.sessions == len({known[key].session for key in group.notes}) >= 2
        assert group.people == len({known[key].person for key in group.notes})
    assert [group.people for group in groups] == sorted((group.people for group in groups), reverse=True)


def test_one_persons_story_is_no_group() -> None:
    notes = notes_of([(0, "the supplier sends the wrong part")] * 5)
    assert suggest_groups(notes, similarity_of(notes)) == ()


def test_distinct_people_come_before_more_notes_of_the_same() -> None:
    said = "the supplier sends the wrong part"
    notes = notes_of([(0, said)] * 20 + [(2, said), (4, said)])
    (group, *_) = suggest_groups(notes, similarity_of(notes))
    assert (group.people, len(group.notes)) == (3, GROUP_MOST)


def test_what_was_dismissed_does_not_come_back_and_undoing_brings_it_back() -> None:
    notes = notes_of([(at, "login at every supplier") for at in range(4)])
    similarity = similarity_of(notes)
    (group,) = suggest_groups(notes, similarity)
    desk = Desk()
    desk.do(dismiss_group(desk.pen.new_target("dismissed"), group.notes))
    dismissed = dismissed_groups(desk.pen.record)
    known = {note.key: note for note in notes}
    assert themes_of(desk.pen.record) == ()
    assert suggest_groups(notes, similarity, dismissed=dismissed) == ()
    assert suggest_groups(notes[:3], similarity, dismissed=dismissed) == ()
    assert still_offered([group], known, (), dismissed) == ()
    desk.pen.undo()
    assert still_offered([group], known, (), dismissed_groups(desk.pen.record)) == (group,)


def test_what_went_into_a_theme_leaves_its_group_which_goes_when_it_is_too_small() -> None:
    notes = {note.key: note for note in notes_of([(0, "a"), (1, "b"), (2, "c"), (2, "d")])}
    group = Group(notes=tuple(notes), people=2, sessions=3, words=("x",))
    (left,) = still_offered([group], notes, {"s2/n3"}, ())
    assert (left.notes, left.people, left.words) == (("s0/n0", "s1/n1", "s2/n2"), 2, ("x",))
    assert still_offered([group], notes, {"s2/n3", "s0/n0"}, ()) == ()


def test_looking_for_groups_is_broken_off_when_nobody_wants_them_any_more() -> None:
    notes = notes_of([(at, "login at every supplier") for at in range(4)])
    assert suggest_groups(notes, similarity_of(notes), wanted=lambda: False) == ()


def test_tags_are_voted_by_the_notes_most_alike_at_most_three() -> None:
    notes = notes_of(
        [(0, "login"), (1, "login supplier"), (1, "login paper"), (2, "paper list"), (3, "phone"), (3, "")]
    )
    tags = {
        notes[1].key: ("pain", "tools"),
        notes[2].key: ("pain",),
        notes[3].key: ("way",),
        notes[4].key: ("else",),
    }
    offers = suggest_tags(notes[0].key, tags, similarity_of(notes))
    assert [(offer.tag, offer.votes) for offer in offers] == [("pain", 2), ("tools", 1), ("else", 0)]
    assert 0.9 < sum(offer.share for offer in offers) < 1
    only = suggest_tags(notes[0].key, tags, similarity_of(notes), offered={"tools"})
    assert [offer.tag for offer in only] == ["tools"]
    assert suggest_tags(notes[5].key, tags, similarity_of(notes)) == ()


def test_a_note_without_a_tag_waits_for_one_unless_it_is_a_bare_mark() -> None:
    notes = notes_of([(0, "login"), (1, " ")])
    assert untagged(notes) == notes[:1]


def test_on_notes_that_a_person_labelled_groups_are_mostly_of_one_theme() -> None:
    """Figures of a set that nothing was tuned on; chance would be 0.08."""
    groups = suggest_groups(LIBRARY.notes, WordSimilarity((note.key, note.text) for note in LIBRARY.notes))
    pairs = [(one, other) for group in groups for one in group.notes for other in group.notes if one < other]
    same = sum(THEMES[one] == THEMES[other] != "" for one, other in pairs)
    assert pairs
    assert same / len(pairs) >= 0.4
