"""A note's history: whoever did what, when, and what stood there before."""

from __future__ import annotations

import random
from itertools import count

from hypothesis import given, settings
from tests.domain.corrected import Reviewer
from tests.domain.test_corrections import ACTS, chances, courses

from interview_tui.domain.ids import ulid
from interview_tui.domain.note_history import gathered, note_history


@given(courses, chances)
@settings(max_examples=40, deadline=None)
def test_the_history_of_a_note_ends_with_the_note_as_it_stands_and_has_no_gap(
    course: list[str], seed: int
) -> None:
    who, chance = Reviewer(), random.Random(seed)
    for name in course:
        ACTS[name](who, chance)
        if chance.random() < 0.3:
            who.corrections.undo()
    for note_id in {event.id for event in who.events if event.kind == "note_added"}:
        moments = note_history(who.session, note_id)
        assert moments[-1].after == who.session.note(note_id)
        told = [event for event in who.events if event.id == note_id]
        assert moments[0].event == told[0].id


@given(courses, chances)
@settings(max_examples=40, deadline=None)
def test_a_note_can_be_taken_back_to_every_moment_of_its_history(course: list[str], seed: int) -> None:
    who, chance = Reviewer(), random.Random(seed)
    for name in course:
        ACTS[name](who, chance)
    note_id = chance.choice(who.notes).id
    for moment in note_history(who.session, note_id):
        if moment.after is not None:
            who.corrections.take_back_to(moment.after)
            now = who.session.note(note_id)
            assert now is not None
            assert (now.text, set(now.tags), now.tag) == (
                moment.after.text,
                set(moment.after.tags),
                moment.after.tag,
            )
            assert (now.starred, now.at_ms) == (moment.after.starred, moment.after.at_ms)
            assert now.word_for_word is moment.after.word_for_word


def test_the_history_says_who_did_what_and_what_was_there_before() -> None:
    who = Reviewer("Grace")
    note = who.notes[3]
    who.corrections.edit(note, "they lost two slots")
    who.corrections.retag([who.notes[3]], ["pain"], ["story"])
    who.corrections.undo()
    who.corrections.delete([who.notes[3]])
    told = [(moment.author, moment.words) for moment in note_history(who.session, note.id)]
    assert told == [
        ("Ada", ("caught",)),
        ("Grace", ("other words",)),
        ("Grace", ("+ pain", "− story")),
        ("Grace", ("undone: + story", "undone: − pain")),
        ("Grace", ("deleted",)),
    ]
    edited = note_history(who.session, note.id)[1]
    assert edited.before is not None
    assert edited.before.text == note.text


def test_what_became_of_the_parts_and_of_the_whole_is_told() -> None:
    who = Reviewer()
    second = who.corrections.split(who.notes[3], 17)
    assert second is not None
    assert ("split off another note",) in [moment.words for moment in note_history(who.session, second.id)]
    gone = who.notes[1]
    who.corrections.merge(who.notes[:2])
    assert note_history(who.session, gone.id)[-2].words == ("merged into another note",)


def test_a_split_a_merge_and_doing_it_again_are_named() -> None:
    who = Reviewer()
    ids = count()
    who.corrections._new_id = lambda: ulid(1_790_000_000_000, next(ids).to_bytes(10, "big"))
    first = who.notes[3].id
    who.corrections.split(who.notes[3], 17)
    who.corrections.undo()
    who.corrections.redo()
    told = [moment.words for moment in note_history(who.session, first)]
    assert told[1:] == [("split in two",), ("undone: split in two",), ("done again: split in two",)]
    whole = who.notes[0].id
    who.corrections.merge(who.notes[:2])
    assert note_history(who.session, whole)[1].words[0] == "merged with another note"


def test_a_moment_has_the_time_at_which_its_event_was_made() -> None:
    who = Reviewer()
    made = ulid(1_790_000_000_000, bytes(10))
    who.corrections._new_id = lambda: made
    who.corrections.star([who.notes[0]])
    assert note_history(who.session, who.notes[0].id)[-1].at_unix_ms == 1_790_000_000_000


def test_what_one_key_did_is_one_moment_and_what_another_did_is_another() -> None:
    who = Reviewer()
    now = 1_790_000_000_000

    def new_id() -> str:
        nonlocal now
        now += 1
        return ulid(now, bytes(10))

    who.corrections._new_id = new_id
    who.corrections.retag([who.notes[0]], ["goal", "pain"])
    now += 2_000
    who.corrections.star([who.notes[0]])
    moments = gathered(note_history(who.session, who.notes[0].id))
    assert [moment.words for moment in moments] == [("caught",), ("+ goal", "+ pain"), ("starred",)]
    assert moments[1].before is not None
    assert moments[1].before.tags == ("background",)
