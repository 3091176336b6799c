"""The fold: a session is a function of the set of its events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.events import (
    AnyEvent,
    Asked,
    FieldSet,
    FieldValue,
    Finished,
    FloorTaken,
    Led,
    NoteAdded,
    NoteText,
    Nudged,
    Opened,
    Paused,
    PhaseEntered,
    QuestionShown,
    Resumed,
    Skipped,
    Speaker,
    Undone,
    WhyAsked,
)
from interview_tui.domain.session import Session

DEVICES = ("laptop", "tablet", "phone")
SPEAKERS: tuple[Speaker, ...] = ("moderator", "participant", "silence")
FIELDS = ("tag", "starred", "deleted", "at_ms", "phase", "question", "word_for_word", "mood")
VALUES: tuple[FieldValue, ...] = (None, True, False, 0, 7, 4_000, "quote", "story", "", 2.5)


@st.composite
def any_events(draw: st.DrawFn) -> list[AnyEvent]:
    """Events of every kind from several devices; they name one another in any direction, or nobody."""
    count = draw(st.integers(1, 14))
    names = [f"e{number:02}" for number in range(count)]
    return [draw(_event(name, names)) for name in names]


@st.composite
def _event(draw: st.DrawFn, name: str, names: list[str]) -> AnyEvent:
    head: dict[str, Any] = {
        "id": name,
        "device": draw(st.sampled_from(DEVICES)),
        "counter": draw(st.integers(1, 8)),
        "at_ms": draw(st.integers(0, 9_000)),
        "author": "ada",
    }
    one = st.sampled_from([*names, "session", "debrief", "unknown"])
    some = st.lists(one, max_size=3).map(tuple)
    number = st.integers(0, 3)
    words = st.sampled_from(["", "a list", "two lists", "said “no”"])
    kind = draw(st.sampled_from(("note", "text", "field", "undone", "flow")))
    if kind == "note":
        return NoteAdded(**head, text=draw(words), tag=draw(st.sampled_from([None, "quote"])))
    if kind == "text":
        return NoteText(**head, note=draw(one), text=draw(words), seen=draw(some))
    if kind == "field":
        value = draw(st.sampled_from(VALUES))
        return FieldSet(**head, target=draw(one), name=draw(st.sampled_from(FIELDS)), value=value)
    if kind == "undone":
        return Undone(**head, events=draw(some), undone=draw(st.booleans()))
    made: list[AnyEvent] = [
        PhaseEntered(**head, phase=draw(number)),
        QuestionShown(**head, question=draw(st.none() | number)),
        Asked(**head, question=draw(number)),
        Skipped(**head, question=draw(number)),
        FloorTaken(**head, speaker=draw(st.sampled_from(SPEAKERS))),
        Paused(**head),
        Resumed(**head),
        Led(**head, question=draw(st.none() | number)),
        WhyAsked(**head, question=draw(st.none() | number)),
        Nudged(**head, rule="share"),
        Opened(**head, utc="2026-11-21T22:10:00+00:00", away_ms=5_000),
        Finished(**head),
    ]
    return draw(st.sampled_from(made))


def state_of(session: Session, names: Sequence[str] = ()) -> object:
    """Everything that can be read of a session, as one value to compare."""
    targets = (*names, "session", "debrief", "unknown")
    fields = {target: session.fields(target) for target in targets}
    places = [session.index_of(note.id) for note in session.notes]
    heads = {target: session.texts_seen(target) for target in targets}
    stands = {target: session.stands(target) for target in targets}
    read = (session.notes, session.flow, fields, places, heads, stands)
    return (*read, session.counter, session.last_ms, session.events)


@given(any_events(), st.data())
def test_any_order_and_any_repeats_come_to_the_same_state(
    events: list[AnyEvent], data: st.DataObject
) -> None:
    names = [event.id for event in events]
    repeats = data.draw(st.lists(st.sampled_from(events), max_size=5))
    other_order = data.draw(st.permutations([*events, *repeats]))
    assert state_of(Session(other_order), names) == state_of(Session(events), names)


@given(any_events(), st.data())
def test_a_screen_that_reads_between_events_sees_the_same_in_the_end(
    events: list[AnyEvent], data: st.DataObject
) -> None:
    names = [event.id for event in events]
    watched = Session()
    for event in data.draw(st.permutations(events)):
        watched.apply(event)
        state_of(watched, names)
    assert state_of(watched, names) == state_of(Session(events), names)


@given(any_events(), st.data())
def test_two_copies_merge_by_union_whichever_comes_first(events: list[AnyEvent], data: st.DataObject) -> None:
    names = [event.id for event in events]
    mine = data.draw(st.lists(st.sampled_from(events), unique_by=lambda event: event.id))
    theirs = [event for event in events if event not in mine]
    shared = data.draw(st.lists(st.sampled_from(events), max_size=3))
    one, other = Session([*mine, *shared]), Session([*theirs, *shared])
    merged = (Session([*one.events, *other.events]), Session([*other.events, *one.events]))
    assert [state_of(session, names) for session in merged] == [state_of(Session(events), names)] * 2


@given(any_events())
def test_notes_stand_in_the_order_of_time(events: list[AnyEvent]) -> None:
    session = Session(events)
    times = [note.at_ms for note in session.notes]
    assert times == sorted(times)
    assert [session.index_of(note.id) for note in session.notes] == list(range(session.note_count))
    assert [session.note_at(place) for place in range(session.note_count)] == session.notes


@given(any_events())
def test_a_text_leaves_the_view_only_if_a_standing_text_of_its_note_had_seen_it(
    events: list[AnyEvent],
) -> None:
    session = Session(events)
    standing = [event for event in events if session.stands(event.id)]
    for note in session.notes:
        texts = [
            event
            for event in standing
            if event.id == note.id or (isinstance(event, NoteText) and event.note == note.id)
        ]
        seen = {name for event in texts if isinstance(event, NoteText) for name in event.seen}
        unseen = {event.text for event in texts if event.id not in seen and hasattr(event, "text")}
        assert unseen <= {note.text, *note.others}


# -- examples ------------------------------------------------------------------------------


def added(name: str = "n1", text: str = "a paper list", *, counter: int = 1, at_ms: int = 1_000) -> NoteAdded:
    return NoteAdded(id=name, device="laptop", counter=counter, at_ms=at_ms, author="ada", text=text)


def rewritten(
    name: str, text: str, *, counter: int, device: str = "laptop", seen: tuple[str, ...] = ("n1",)
) -> NoteText:
    return NoteText(
        id=name, device=device, counter=counter, at_ms=2_000, author="ada", note="n1", text=text, seen=seen
    )


def was_set(
    name: str, field: str, value: FieldValue, *, counter: int, device: str = "laptop", target: str = "n1"
) -> FieldSet:
    return FieldSet(
        id=name,
        device=device,
        counter=counter,
        at_ms=3_000,
        author="ada",
        target=target,
        name=field,
        value=value,
    )


def taken_back(name: str, *targets: str, counter: int, undone: bool = True) -> Undone:
    return Undone(
        id=name, device="laptop", counter=counter, at_ms=4_000, author="ada", events=targets, undone=undone
    )


def test_an_edit_that_saw_the_text_replaces_it() -> None:
    note = Session([added(), rewritten("t1", "two lists", counter=2)]).note("n1")
    assert note is not None
    assert (note.text, note.others) == ("two lists", ())


def test_edits_made_at_the_same_time_show_the_newest_and_keep_the_other() -> None:
    mine = rewritten("t1", "two lists", counter=2)
    theirs = rewritten("t2", "three lists", counter=2, device="tablet")
    note = Session([added(), mine, theirs]).note("n1")
    assert note is not None
    assert (note.text, note.others) == ("three lists", ("two lists",))


def test_an_edit_that_saw_both_ends_the_conflict() -> None:
    both = rewritten("t3", "three lists, one lost", counter=3, seen=("t1", "t2"))
    events: list[AnyEvent] = [
        added(),
        rewritten("t1", "two", counter=2),
        rewritten("t2", "three", counter=2, device="tablet"),
    ]
    session = Session([*events, both])
    note = session.note("n1")
    assert note is not None
    assert (note.text, note.others) == ("three lists, one lost", ())
    assert session.texts_seen("n1") == ("t3",)


def test_an_undone_edit_gives_the_text_before_back() -> None:
    events: list[AnyEvent] = [
        added(),
        rewritten("t1", "two lists", counter=2),
        taken_back("u1", "t1", counter=3),
    ]
    note = Session(events).note("n1")
    assert note is not None
    assert note.text == "a paper list"


@pytest.mark.parametrize(
    ("undos", "there"),
    [
        ([], True),
        ([taken_back("u1", "n1", counter=2)], False),
        ([taken_back("u1", "n1", counter=2), taken_back("u2", "n1", counter=3, undone=False)], True),
        ([taken_back("u1", "n1", counter=4), taken_back("u2", "n1", counter=3, undone=False)], False),
    ],
)
def test_the_last_word_on_an_undo_counts(undos: list[AnyEvent], there: bool) -> None:
    assert (Session([added(), *undos]).note("n1") is not None) is there
    assert (Session([*undos, added()]).note("n1") is not None) is there


@pytest.mark.parametrize(
    ("writes", "value"),
    [
        ([was_set("f1", "tag", "story", counter=2)], "story"),
        ([was_set("f1", "tag", "story", counter=3), was_set("f2", "tag", "goal", counter=2)], "story"),
        (
            [
                was_set("f1", "tag", "goal", counter=2),
                was_set("f2", "tag", "story", counter=2, device="tablet"),
            ],
            "story",
        ),
        (
            [
                was_set("f1", "tag", "story", counter=2),
                was_set("f2", "tag", "goal", counter=3),
                taken_back("u", "f2", counter=4),
            ],
            "story",
        ),
    ],
)
def test_the_last_writer_of_a_field_wins(writes: list[AnyEvent], value: str) -> None:
    for order in (writes, writes[::-1]):
        note = Session([added(), *order]).note("n1")
        assert note is not None
        assert note.tag == value


def test_a_field_set_before_its_note_arrives_is_not_lost() -> None:
    note = Session([was_set("f1", "starred", True, counter=2), added()]).note("n1")
    assert note is not None
    assert note.starred


def test_a_field_on_nobody_is_kept_and_harms_nothing() -> None:
    session = Session([was_set("f1", "tag", "story", counter=2, target="nobody")])
    assert session.notes == []
    assert session.fields("nobody") == {"tag": "story"}


def test_a_deleted_note_comes_back_when_the_deletion_is_undone() -> None:
    deleted: list[AnyEvent] = [added(), was_set("f1", "deleted", True, counter=2)]
    assert Session(deleted).notes == []
    assert [note.id for note in Session([*deleted, taken_back("u", "f1", counter=3)]).notes] == ["n1"]


def test_a_note_moved_back_stands_at_its_new_place() -> None:
    session = Session([added("n1", at_ms=9_000), added("n2", at_ms=5_000, counter=2)])
    assert [note.id for note in session.notes] == ["n2", "n1"]
    session.apply(was_set("f1", "at_ms", 1_000, counter=3))
    assert [note.id for note in session.notes] == ["n1", "n2"]


@pytest.mark.parametrize(("tag", "word_for_word"), [("quote", True), ("story", False), (None, False)])
def test_a_quote_is_word_for_word(tag: str | None, word_for_word: bool) -> None:
    event = NoteAdded(id="n1", device="d", counter=1, at_ms=0, author="ada", text="so slow", tag=tag)
    assert Session([event]).notes[0].word_for_word is word_for_word


@pytest.mark.parametrize(("text", "bare"), [("", True), (" \n", True), ("x", False)])
def test_a_mark_without_words_is_bare(text: str, bare: bool) -> None:
    assert Session([added(text=text)]).notes[0].bare is bare


def test_an_event_that_is_known_is_not_taken_twice() -> None:
    session = Session()
    assert [session.apply(added()), session.apply(added())] == [True, False]
    assert ("n1" in session, session.note_count) == (True, 1)
