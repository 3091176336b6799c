"""The study's record: what somebody writes stands, can be taken back, and merges with what others wrote."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.events import FieldSet
from interview_tui.domain.study_record import Change, StudyEvent, StudyPen, StudyRecord

TARGETS = ("theme:1", "theme:2", "insight:1")
NAMES = ("name", "order", "note:s/n", "deleted")
CHANGES = st.lists(
    st.builds(
        Change, st.sampled_from(TARGETS), st.sampled_from(NAMES), st.sampled_from(["a", "b", 1.5, True, None])
    ),
    max_size=4,
)


def a_pen(record: StudyRecord | None = None, *, device: str = "desk", author: str = "ada") -> StudyPen:
    numbers = count(1)
    return StudyPen(
        StudyRecord() if record is None else record,
        device=device,
        author=author,
        now_ms=lambda: 1_000,
        new_id=lambda: f"{device}-{next(numbers):04}",
    )


def state_of(record: StudyRecord) -> dict[str, Any]:
    """What a person sees of it."""
    return {target: record.fields(target) for target in TARGETS} | {
        kind: record.targets(kind) for kind in ("theme", "insight")
    }


def test_what_is_written_stands_with_who_wrote_it() -> None:
    pen = a_pen()
    step = pen.write(
        "named a theme", [Change("theme:1", "name", "The phone"), Change("theme:1", "order", 1.0)]
    )
    assert step.label == "named a theme"
    assert [event.author for event in step.events] == ["ada", "ada"]
    assert [event.counter for event in step.events] == [1, 2]
    assert pen.record.fields("theme:1") == {"name": "The phone", "order": 1.0}


def test_what_is_so_already_is_not_written_again_and_leaves_no_step() -> None:
    pen = a_pen()
    pen.write("named", [Change("theme:1", "name", "The phone")])
    assert pen.write("named again", [Change("theme:1", "name", "The phone")]).events == ()
    assert [step.label for step in pen.done] == ["named"]
    assert pen.write("nothing", []).events == ()


def test_a_step_is_taken_back_whole() -> None:
    pen = a_pen()
    pen.write("made", [Change("theme:1", "name", "a")])
    pen.write("changed", [Change("theme:1", "name", "b"), Change("theme:2", "name", "c")])
    step = pen.undo()
    assert step is not None
    assert step.label == "changed"
    assert pen.record.fields("theme:1") == {"name": "a"}
    assert pen.record.targets("theme") == ["theme:1"]
    assert pen.can_undo
    pen.undo()
    assert pen.undo() is None
    assert not pen.can_undo


def test_targets_are_those_of_a_kind_that_are_there() -> None:
    record = StudyRecord()
    pen = a_pen(record)
    pen.write("x", [Change(f"theme:{each}", "name", each) for each in "bac"])
    pen.write("x", [Change("insight:a", "statement", "…"), Change("themes:a", "name", "other kind")])
    pen.write("x", [Change("theme:b", "deleted", True), Change("theme:c", "name", None)])
    assert record.targets("theme") == ["theme:a"]
    assert record.targets("insight") == ["insight:a"]
    pen.write("x", [Change("theme:b", "deleted", None)])
    assert record.targets("theme") == ["theme:a", "theme:b"]


def test_a_new_target_is_named_by_its_kind() -> None:
    assert a_pen().new_target("theme") == "theme:desk-0001"


def test_a_pen_goes_on_with_a_record_that_was_read_again() -> None:
    pen = a_pen()
    step = pen.write("mine", [Change("theme:1", "name", "a")])
    others = a_pen(StudyRecord(step.events), device="other").write(
        "theirs", [Change("theme:1", "order", 2.0)]
    )
    pen.record = StudyRecord((*others.events, *step.events))
    pen.undo()
    assert pen.record.fields("theme:1") == {"order": 2.0}


def test_two_people_who_did_not_know_of_each_other_both_stand() -> None:
    ada, bea = a_pen(device="a"), a_pen(device="b", author="bea")
    mine = ada.write("x", [Change("insight:1", "team:ada", 5)]).events
    hers = bea.write("x", [Change("insight:1", "team:bea", 2)]).events
    assert StudyRecord((*hers, *mine)).fields("insight:1") == {"team:ada": 5, "team:bea": 2}


@given(st.lists(CHANGES, max_size=6))
def test_undoing_every_step_passes_through_the_same_states_backwards(steps: list[list[Change]]) -> None:
    pen = a_pen()
    states = [state_of(pen.record)]
    for changes in steps:
        if pen.write("step", changes).events:
            states.append(state_of(pen.record))
    for before in reversed(states[:-1]):
        assert pen.undo() is not None
        assert state_of(pen.record) == before
    assert pen.undo() is None


@given(st.lists(st.tuples(CHANGES, st.booleans()), max_size=6), st.randoms(use_true_random=False))
def test_any_order_and_any_repeats_of_the_events_give_the_same_study(
    steps: list[tuple[list[Change], bool]], chance: Random
) -> None:
    pen = a_pen()
    events: list[StudyEvent] = []
    for changes, back in steps:
        events += pen.write("step", changes).events
        if back and (undone := pen.undo()) is not None:
            events += undone.events
    shuffled = [*events, *chance.sample(events, len(events) // 2)]
    chance.shuffle(shuffled)
    again = StudyRecord(shuffled)
    assert state_of(again) == state_of(pen.record)
    assert again.counter == pen.record.counter
    assert again.events == pen.record.events


def test_the_same_event_twice_counts_once() -> None:
    record = StudyRecord()
    event = FieldSet(
        id="1", device="d", counter=1, at_ms=0, author="ada", target="theme:1", name="name", value="a"
    )
    assert record.apply(event)
    assert not record.apply(event)
    assert record.events == [event]
