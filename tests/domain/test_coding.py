"""Two coders' answers as fields of notes, the sample that is the same for both, and settling."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.counted import TAGS, libraries, library, note, session

from interview_tui.domain.coding import (
    Coding,
    Codings,
    FieldChange,
    Scope,
    coder_name,
    coding_of,
    codings_of,
    decide,
    merged,
    no_tag,
    notes_to_code,
    settle,
    toggle,
)
from interview_tui.domain.events import FieldSet, NoteAdded
from interview_tui.domain.library import Library
from interview_tui.domain.session import Session

NOTE = "n"
numbers = count(1)


def written(held: Session, changes: list[FieldChange], note_id: str = NOTE) -> Session:
    for name, value in changes:
        number = held.counter + 1
        stamp = {"device": "d", "counter": number, "at_ms": 0, "author": "a"}
        held.apply(FieldSet(id=f"e{number}", target=note_id, name=name, value=value, **stamp))  # type: ignore[arg-type]
    return held


def noted(tag: str | None = "pain", *further: str) -> Session:
    held = Session([NoteAdded(id=NOTE, device="d", counter=1, at_ms=0, author="a", text="words", tag=tag)])
    return written(held, [(f"tag:{name}", True) for name in further])


def test_a_coder_s_answers_are_fields_of_the_note_and_leave_its_own_tags_alone() -> None:
    held = written(noted("pain"), [*toggle("Ada", "goal", Coding()), *decide("Ada")])
    assert coding_of(held, NOTE, "Ada") == Coding(tags=frozenset({"goal"}), decided=True)
    assert coding_of(held, NOTE, "Ben") == Coding()
    found = held.note(NOTE)
    assert found is not None
    assert found.tags == ("pain",)


def test_a_tag_is_taken_back_by_giving_it_again() -> None:
    held = written(noted(), toggle("Ada", "goal", Coding()))
    held = written(held, toggle("Ada", "goal", coding_of(held, NOTE, "Ada")))
    assert coding_of(held, NOTE, "Ada").tags == frozenset()


def test_no_tag_is_an_answer_too() -> None:
    held = written(noted(), toggle("Ada", "goal", Coding()))
    held = written(held, no_tag("Ada", coding_of(held, NOTE, "Ada")))
    assert coding_of(held, NOTE, "Ada") == Coding(decided=True)


def test_a_tag_s_name_may_have_a_colon() -> None:
    held = written(noted(), toggle("Ada", "need: fast", Coding()))
    assert coding_of(held, NOTE, "Ada").tags == {"need: fast"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [("  Ada  Okafor ", "Ada Okafor"), ("a:b", "a b"), ("ADA", "Ada"), (" : ", ""), ("Ben", "Ben")],
)
def test_a_coder_is_known_again(typed: str, name: str) -> None:
    assert coder_name(typed, ["Ada"]) == name


def test_codings_of_several_sessions_come_together() -> None:
    one = codings_of(written(noted(), [*toggle("Ada", "goal", Coding()), *decide("Ada")]), "s1")
    other = codings_of(written(noted(), [*decide("Ada"), *toggle("Ben", "pain", Coding())]), "s2")
    both = merged([one, other])
    assert both.decided("Ada") == {"s1/n": frozenset({"goal"}), "s2/n": frozenset()}
    assert both.decided("Ben") == {}
    assert both.coders == ("Ada",)


def test_who_decided_most_stands_first() -> None:
    decided = Coding(decided=True)
    held = Codings(by_coder={"Ada": {"a": decided}, "Ben": {"a": decided, "b": decided}})
    assert held.coders == ("Ben", "Ada")


# -- which notes ---------------------------------------------------------------------------

SHOP, HOME = session(0, "P01", "shops"), session(1, "P02", "homes")
KNOWN = library([(held, note(held, number)) for held in (SHOP, HOME) for number in range(9)])


def test_a_scope_is_a_session_or_a_segment() -> None:
    assert {one.session for one in notes_to_code(KNOWN, Scope(session="s1"))} == {"s1"}
    assert {one.segment for one in notes_to_code(KNOWN, Scope(segment="shops"))} == {"shops"}
    assert len(notes_to_code(KNOWN, Scope())) == 18


def test_marks_without_words_are_not_coded() -> None:
    bare = library([(SHOP, note(SHOP, 1, text=" ")), (SHOP, note(SHOP, 2))])
    assert [one.id for one in notes_to_code(bare, Scope())] == ["n2"]


def test_a_sample_holds_what_the_other_one_coded_even_when_notes_were_added_since() -> None:
    first = [one.key for one in notes_to_code(KNOWN, Scope(sample=6))]
    later = session(2, "P03", "shops")
    grown = Library((*KNOWN.sessions, later), (*KNOWN.notes, *(note(later, number) for number in range(50))))
    assert [one.key for one in notes_to_code(grown, Scope(sample=6), first)] == first


@given(libraries(), st.integers(1, 12))
def test_a_sample_is_the_same_for_everybody_and_in_the_order_of_the_library(
    known: Library, size: int
) -> None:
    every = notes_to_code(known, Scope())
    drawn = notes_to_code(known, Scope(sample=size))
    assert len(drawn) == min(size, len(every))
    assert drawn == [one for one in every if one in drawn]
    shuffled = Library(known.sessions, tuple(reversed(known.notes)))
    assert {one.key for one in notes_to_code(shuffled, Scope(sample=size))} == {one.key for one in drawn}


# -- settling ------------------------------------------------------------------------------

some_tags = st.lists(st.sampled_from(TAGS), max_size=4, unique=True)


@given(st.sampled_from((None, *TAGS)), some_tags, some_tags)
def test_a_settled_note_has_exactly_the_tags_it_was_settled_with(
    tag: str | None, further: list[str], wanted: list[str]
) -> None:
    held = noted(tag, *further)
    before = held.note(NOTE)
    assert before is not None
    after = written(held, settle(before, wanted)).note(NOTE)
    assert after is not None
    assert set(after.tags) == set(wanted)
    assert len(after.tags) == len(wanted)
    if tag in wanted:
        assert after.tag == tag
    assert codings_of(held, "s").settled == {"s/n"}
