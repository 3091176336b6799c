"""Putting notes right: every gesture can be taken back, and no word or tag is lost on the way."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.corrected import END_MS, Reviewer

from interview_tui.domain.corrections import split_text
from interview_tui.domain.session import Note, Session

TAGS = ("background", "quote", "story", "goal", "pain")

Act = Callable[[Reviewer, random.Random], Any]


def any_note(who: Reviewer, chance: random.Random) -> Note:
    return chance.choice(who.notes)


def some_notes(who: Reviewer, chance: random.Random) -> list[Note]:
    return chance.sample(who.notes, chance.randint(1, len(who.notes)))


def split(who: Reviewer, chance: random.Random) -> None:
    note = any_note(who, chance)
    who.corrections.split(note, chance.randint(0, len(note.text)))


def retag(who: Reviewer, chance: random.Random) -> None:
    add, gone = chance.sample(TAGS, chance.randint(0, 2)), chance.sample(TAGS, chance.randint(0, 2))
    who.corrections.retag(some_notes(who, chance), add, gone)


def move(who: Reviewer, chance: random.Random) -> None:
    who.corrections.move(any_note(who, chance), chance.randint(-5_000, END_MS + 5_000))


def delete(who: Reviewer, chance: random.Random) -> None:
    if len(who.notes) > 2:
        who.corrections.delete([any_note(who, chance)])


def restore(who: Reviewer, _: random.Random) -> None:
    who.corrections.restore(who.session.removed_notes())


def settle(who: Reviewer, chance: random.Random) -> None:
    note = any_note(who, chance)
    who.written_beside(note, "another text")
    now = who.session.note(note.id)
    assert now is not None
    who.corrections.settle(now, now.text)


ACTS: dict[str, Act] = {
    "edit": lambda who, chance: who.corrections.edit(
        any_note(who, chance), chance.choice(("a b", "取り消し", "c"))
    ),
    "split": split,
    "merge": lambda who, chance: who.corrections.merge(some_notes(who, chance)),
    "retag": retag,
    "star": lambda who, chance: who.corrections.star(some_notes(who, chance)),
    "quote": lambda who, chance: who.corrections.quote(some_notes(who, chance)),
    "move": move,
    "delete": delete,
    "restore": restore,
}

courses = st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=8)
chances = st.integers(0, 1_000_000)


@given(courses, chances)
@settings(max_examples=60, deadline=None)
def test_undoing_every_step_gives_back_the_state_before(course: list[str], seed: int) -> None:
    who, chance = Reviewer(), random.Random(seed)
    states = [who.notes]
    for name in course:
        ACTS[name](who, chance)
        if who.notes != states[-1]:
            states.append(who.notes)
    seen = [who.notes]
    while who.corrections.undo():
        if who.notes != seen[-1]:
            seen.append(who.notes)
    assert seen == states[::-1]


@given(courses, chances)
@settings(max_examples=40, deadline=None)
def test_doing_again_what_was_undone_gives_back_the_state_after(course: list[str], seed: int) -> None:
    who, chance = Reviewer(), random.Random(seed)
    for name in course:
        ACTS[name](who, chance)
    after = who.notes
    steps = 0
    while who.corrections.undo():
        steps += 1
    again = 0
    while who.corrections.redo():
        again += 1
    assert (again, who.notes) == (steps, after)


@given(courses, chances)
@settings(max_examples=40, deadline=None)
def test_the_events_give_the_same_in_any_order_and_twice(course: list[str], seed: int) -> None:
    who, chance = Reviewer(), random.Random(seed)
    for name in course:
        ACTS[name](who, chance)
    who.corrections.undo()
    mixed = who.events * 2
    chance.shuffle(mixed)
    assert Session(mixed).notes == who.notes


@given(courses, chances)
@settings(max_examples=40, deadline=None)
def test_putting_right_lengthens_neither_the_interview_nor_its_talk(course: list[str], seed: int) -> None:
    who, chance = Reviewer(), random.Random(seed)
    flow, last_ms = who.session.flow, who.session.last_ms
    for name in course:
        ACTS[name](who, chance)
    assert who.session.flow == flow
    assert who.session.last_ms == last_ms == END_MS


@given(st.sets(st.integers(0, 4), min_size=2), chances)
@settings(max_examples=40, deadline=None)
def test_merging_keeps_every_word_and_tag(places: set[int], seed: int) -> None:
    who, chance = Reviewer(), random.Random(seed)
    for _ in range(3):
        retag(who, chance)
    if chance.random() < 0.5:
        who.written_beside(who.notes[3], "a second hand heard it so")
    notes = [who.notes[place] for place in places]
    chance.shuffle(notes)
    merged = who.corrections.merge(notes)
    assert merged is not None
    kept = f"{merged.text} {' '.join(merged.others)}".split()
    told = " ".join(f"{note.text} {' '.join(note.others)}" for note in notes).split()
    assert sorted(kept) == sorted(told)
    assert set(merged.tags) == {tag for note in notes for tag in note.tags}
    assert merged.at_ms == min(note.at_ms for note in notes)
    assert merged.starred is any(note.starred for note in notes)
    assert len(who.notes) == 6 - len(notes)


@given(st.text(alphabet="ab cé取 .", min_size=1, max_size=30), st.integers(0, 30))
def test_splitting_keeps_every_character_but_space_at_the_cut(text: str, at: int) -> None:
    first, second = split_text(text, at)
    assert text.strip().replace(" ", "") == (first + second).strip().replace(" ", "")


@given(chances)
@settings(max_examples=30, deadline=None)
def test_the_parts_of_a_note_stay_in_their_order_however_often_it_is_split(seed: int) -> None:
    who, chance = Reviewer(), random.Random(seed)
    words = who.notes[3].text.split()
    for _ in range(6):
        note = chance.choice([note for note in who.notes if 200_000 <= note.at_ms < 400_000])
        spaces = [at for at, letter in enumerate(note.text) if letter == " "]
        if spaces:
            assert who.corrections.split(note, chance.choice(spaces)) is not None
    parts = [note.text for note in who.notes if 200_000 <= note.at_ms < 400_000]
    assert " ".join(parts).split() == words


def test_both_parts_of_a_split_note_have_its_tags_star_place_and_author() -> None:
    who = Reviewer()
    who.corrections.retag([who.notes[3]], ["pain", "goal"])
    who.corrections.star([who.notes[3]])
    note = who.notes[3]
    second = who.corrections.split(note, note.text.index("nobody"))
    assert second is not None
    first = who.session.note(note.id)
    assert first is not None
    assert (first.text, second.text) == ("they lost a slot,", "nobody came; the chair stayed empty")
    for part in (first, second):
        assert part.tags == ("story", "goal", "pain")
        assert (part.starred, part.phase, part.question, part.author) == (True, 1, 1, "Ada")
    assert 0 < second.at_ms - first.at_ms <= 100


@pytest.mark.parametrize("at", [0, 200])
def test_a_note_is_not_split_where_a_part_would_be_empty(at: int) -> None:
    who = Reviewer()
    assert who.corrections.split(who.notes[3], at) is None
    assert who.corrections.undo() is None


def test_a_note_that_is_edited_before_it_is_split_is_one_step() -> None:
    who = Reviewer()
    before = who.notes
    assert who.corrections.split(before[3], 5, "first second") is not None
    assert [note.text for note in who.notes[3:5]] == ["first", "second"]
    who.corrections.undo()
    assert who.notes == before


def test_the_first_tag_stays_the_first_unless_it_is_removed() -> None:
    who = Reviewer()
    who.corrections.retag([who.notes[0]], ["goal", "pain"])
    assert who.notes[0].tags == ("background", "goal", "pain")
    who.corrections.retag([who.notes[0]], ["story"], ["background"])
    assert who.notes[0].tag == "goal"
    assert set(who.notes[0].tags) == {"goal", "pain", "story"}
    who.corrections.retag([who.notes[0]], [], ["goal", "pain", "story"])
    last = who.notes[0]
    assert (last.tag, last.tags) == (None, ())


def test_what_is_word_for_word_can_be_marked_and_unmarked_with_its_tag() -> None:
    who = Reviewer()
    assert who.corrections.quote([who.notes[0]]) is True
    assert (who.notes[0].word_for_word, who.notes[0].tags) == (True, ("background",))
    assert who.corrections.quote([who.notes[1]]) is False
    assert (who.notes[1].word_for_word, who.notes[1].tags) == (False, ())


def test_a_moved_note_goes_to_the_phase_and_question_of_its_new_time() -> None:
    who = Reviewer()
    who.corrections.move(who.notes[3], 20_000)
    moved = who.notes[1]
    assert (moved.at_ms, moved.phase, moved.question) == (20_000, 0, 0)


def test_a_note_is_moved_to_no_time_outside_the_interview() -> None:
    who = Reviewer()
    who.corrections.move(who.notes[0], -9)
    who.corrections.move(who.notes[4], END_MS + 9)
    assert (who.notes[0].at_ms, who.notes[-1].at_ms) == (0, END_MS)


def test_a_text_written_at_the_same_time_stays_beside_an_edit_until_it_is_settled() -> None:
    who = Reviewer()
    who.written_beside(who.notes[3], "they lost two slots")
    shown = who.notes[3]
    assert len(shown.others) == 1
    who.corrections.edit(shown, f"{shown.text}, all day")
    assert len(who.notes[3].others) == 1
    who.corrections.settle(who.notes[3], "they lost two slots")
    settled = who.notes[3]
    assert (settled.text, settled.others) == ("they lost two slots", ())


def test_a_gesture_that_changes_nothing_leaves_nothing() -> None:
    who = Reviewer()
    count = len(who.events)
    note = who.notes[0]
    assert who.corrections.edit(note, note.text) is False
    assert who.corrections.retag([note], ["background"]) is False
    assert who.corrections.move(note, note.at_ms) is False
    assert who.corrections.merge([note]) is None
    assert who.corrections.take_back_to(note) is False
    assert len(who.events) == count


def test_two_people_who_put_a_note_right_at_once_lose_nothing() -> None:
    ada, tom = Reviewer("Ada", device="ada"), Reviewer("Tom", device="tom")
    ada.corrections.edit(ada.notes[3], "what Ada heard")
    ada.corrections.retag([ada.notes[3]], ["goal"])
    tom.corrections.edit(tom.notes[3], "what Tom heard")
    tom.corrections.retag([tom.notes[3]], ["pain"])
    both = Session([*tom.events, *ada.events]).notes[3]
    assert {both.text, *both.others} == {"what Ada heard", "what Tom heard"}
    assert set(both.tags) == {"story", "goal", "pain"}


def test_what_was_undone_is_not_done_again_once_something_else_was_done() -> None:
    who = Reviewer()
    who.corrections.star([who.notes[0]])
    who.corrections.undo()
    who.corrections.star([who.notes[1]])
    assert who.corrections.redo() is None
    assert [note.starred for note in who.notes[:2]] == [False, True]
