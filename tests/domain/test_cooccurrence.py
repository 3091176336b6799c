"""Which tags come together, by each of the three rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.counted import libraries, library, note, renamed, session

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.cooccurrence import RULES, Rule, Together, together
from interview_tui.domain.library import Library
from interview_tui.domain.patterns import tag_subjects

FIRST, OTHER = session(0, "P01"), session(1, "P02")
KNOWN = library(
    [
        (FIRST, note(FIRST, 1, "pain", "queue", at_s=0, question="How?")),
        (FIRST, note(FIRST, 2, "pain", at_s=50, question="How?")),
        (FIRST, note(FIRST, 3, "goal", at_s=111, question="When?")),
        (FIRST, note(FIRST, 4, "queue", at_s=600)),
        (OTHER, note(OTHER, 1, "pain", "queue", at_s=0)),
        (OTHER, note(OTHER, 2, "goal", at_s=60, question="How?")),
    ]
)


def found(known: Library, rule: Rule) -> Together:
    return together(tag_subjects(known, Codebook(())), rule)


@pytest.mark.parametrize(
    ("rule", "one", "other", "count", "people"),
    [
        ("note", "pain", "queue", 2, 2),
        ("note", "pain", "goal", 0, 0),
        ("note", "pain", "pain", 3, 2),
        ("question", "pain", "queue", 1, 1),
        ("question", "pain", "goal", 0, 0),
        ("question", "goal", "goal", 2, 2),
        ("near", "pain", "queue", 3, 2),  # two notes with both, and the two that are 50 s apart
        ("near", "pain", "goal", 1, 1),  # 60 s is near, 61 s is not
        ("near", "queue", "goal", 1, 1),
        ("near", "pain", "pain", 3, 2),
    ],
)
def test_what_counts_as_together(rule: Rule, one: str, other: str, count: int, people: int) -> None:
    pair = found(KNOWN, rule).pair(one, other)
    assert (pair.count, pair.people) == (count, people)


def test_the_notes_behind_a_pair_are_those_that_have_one_of_both() -> None:
    notes = found(KNOWN, "question").notes("queue", "pain")
    assert [one.key for one in notes] == ["s0/n1", "s0/n2"]


def test_the_most_is_of_two_different_tags() -> None:
    assert found(KNOWN, "note").most == 2


rules = st.sampled_from(RULES)


@given(libraries(), rules)
def test_together_is_symmetric(known: Library, rule: Rule) -> None:
    pairs = found(known, rule)
    for one in pairs.tags:
        for other in pairs.tags:
            assert pairs.pair(one, other) == pairs.pair(other, one)


@given(libraries())
def test_two_tags_are_on_no_more_notes_than_each_of_them(known: Library) -> None:
    pairs = found(known, "note")
    for one in pairs.tags:
        for other in pairs.tags:
            assert pairs.pair(one, other).count <= min(
                pairs.pair(one, one).count, pairs.pair(other, other).count
            )


@given(libraries())
def test_what_is_on_one_note_is_near(known: Library) -> None:
    on_note, near = found(known, "note"), found(known, "near")
    for one in on_note.tags:
        for other in on_note.tags:
            assert on_note.pair(one, other).count <= near.pair(one, other).count


@given(libraries(), rules)
def test_other_pseudonyms_change_no_count(known: Library, rule: Rule) -> None:
    def counts(pairs: Together) -> dict[tuple[str, str], tuple[int, int]]:
        return {key: (pair.count, pair.people) for key, pair in pairs.pairs.items()}

    assert counts(found(known, rule)) == counts(found(renamed(known), rule))


@given(libraries(), rules)
def test_people_are_no_more_than_interviews(known: Library, rule: Rule) -> None:
    pairs = found(known, rule)
    for (one, other), pair in pairs.pairs.items():
        assert pair.people <= len({held.session for held in pairs.notes(one, other)})
