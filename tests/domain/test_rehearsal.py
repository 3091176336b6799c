from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.play import SCRIPT, Newcomer

from interview_tui.domain.events import Speaker
from interview_tui.domain.rehearsal import (
    ANSWERING_MS,
    HINT_MS,
    PATIENCE_MS,
    READING_MS,
    Acts,
    acts_of,
    moment,
    scenes,
)

NOTHING_DONE = Acts(floors=((0, "moderator"),))
WHOLE = "a b c d e f g h i j"


def starts(acts: Acts, now_ms: int = 10**9) -> list[int]:
    return [scene.start_ms for scene in scenes(SCRIPT, acts, now_ms)]


@pytest.mark.parametrize(
    ("acts", "first"),
    [
        (NOTHING_DONE, PATIENCE_MS),
        (Acts(asked=(3_000,)), 3_000 + ANSWERING_MS),
        (Acts(floors=((0, "moderator"), (5_000, "participant"))), 5_000),
        (Acts(floors=((0, "moderator"), (5_000, "participant")), asked=(4_000,)), 5_000),
        (Acts(floors=((0, "moderator"), (11_500, "participant")), asked=(3_000,)), 3_000 + ANSWERING_MS),
        (Acts(asked=(60_000,)), PATIENCE_MS),
    ],
)
def test_an_answer_begins_with_the_floor_or_after_its_question_or_by_itself(acts: Acts, first: int) -> None:
    assert starts(acts)[0] == first


def test_the_next_answer_waits_for_a_cue_of_its_own() -> None:
    acts = Acts(floors=((0, "moderator"), (5_000, "participant")), asked=(4_000,))
    assert starts(acts) == [5_000, 15_000 + PATIENCE_MS]
    assert starts(replace(acts, asked=(4_000, 16_000))) == [5_000, 16_000 + ANSWERING_MS]


def test_an_answer_that_is_still_to_come_is_not_looked_at() -> None:
    assert len(scenes(SCRIPT, NOTHING_DONE, PATIENCE_MS + 9_999)) == 1


@pytest.mark.parametrize(
    ("into_ms", "said"), [(0, "a"), (999, "a"), (1_000, "a b"), (5_500, "a b c d e f"), (10_000, WHOLE)]
)
def test_words_come_as_they_are_spoken(into_ms: int, said: str) -> None:
    shown = moment(SCRIPT, NOTHING_DONE, PATIENCE_MS + into_ms)
    assert shown.phrases == ((said, False),)


def test_what_was_said_stays_until_the_next_answer() -> None:
    shown = moment(SCRIPT, NOTHING_DONE, PATIENCE_MS + 15_000)
    assert (shown.place, shown.phrases) == ("asking", ((WHOLE, False),))


@pytest.mark.parametrize(
    ("now_ms", "place"),
    [
        (2_999, "asking"),
        (3_000, "reading"),
        (3_000 + READING_MS, "thinking"),
        (3_000 + ANSWERING_MS, "speaking"),
    ],
)
def test_behind_next_the_question_is_read_and_thought_about(now_ms: int, place: str) -> None:
    assert moment(SCRIPT, Acts(asked=(3_000,)), now_ms).place == place


def test_who_has_gone_on_three_times_knows_how_to_wait() -> None:
    assert moment(SCRIPT, Acts(asked=(3_000,)), 3_500).hint == SCRIPT.wait
    assert moment(SCRIPT, Acts(asked=(3_000, 3_001, 3_002, 3_003)), 3_500).hint == ""


def test_the_end_is_told_with_the_time_since_then() -> None:
    last = scenes(SCRIPT, NOTHING_DONE, 10**9)[-1]
    shown = moment(SCRIPT, NOTHING_DONE, last.end_ms + 7_000)
    assert (shown.place, shown.hint, shown.over_ms) == ("over", SCRIPT.closing, 7_000)


# -- hints ---------------------------------------------------------------------------------


def test_the_floor_is_hinted_at_until_it_is_handed_over() -> None:
    speaking = PATIENCE_MS + 1_000
    assert moment(SCRIPT, NOTHING_DONE, speaking).hint == SCRIPT.hand_over
    acts = Acts(floors=((0, "moderator"), (speaking, "participant")))
    assert moment(SCRIPT, acts, speaking + 1).hint == ""


def test_a_hint_that_nobody_follows_leaves_by_itself() -> None:
    long = replace(SCRIPT, answers=(replace(SCRIPT.answers[0], length_ms=60_000),))
    assert moment(long, NOTHING_DONE, PATIENCE_MS + HINT_MS - 1).hint == SCRIPT.hand_over
    assert moment(long, NOTHING_DONE, PATIENCE_MS + HINT_MS).hint == ""


def test_who_has_handed_over_three_times_is_told_no_more() -> None:
    times = ((at, who) for at in range(3) for who in ("participant", "moderator"))
    acts = Acts(floors=((0, "moderator"), *times))  # type: ignore[arg-type]
    scene = scenes(SCRIPT, acts, 10**9)[1]
    assert moment(SCRIPT, acts, scene.start_ms).hint == ""


def test_the_floor_is_asked_back_when_the_answer_is_over() -> None:
    acts = Acts(floors=((0, "moderator"), (5_000, "participant")))
    assert moment(SCRIPT, acts, 15_500).hint == SCRIPT.take_back
    assert moment(SCRIPT, replace(acts, floors=(*acts.floors, (15_600, "moderator"))), 15_700).hint == ""


def test_an_answers_own_words_before_it_come_first() -> None:
    answers = (replace(SCRIPT.answers[0], before="read it aloud"), *SCRIPT.answers[1:])
    assert moment(replace(SCRIPT, answers=answers), NOTHING_DONE, 0).hint == "read it aloud"


def test_a_note_takes_the_hint_to_write_one_away() -> None:
    acts = replace(NOTHING_DONE, floors=((0, "moderator"), (50, "participant")))
    second = scenes(SCRIPT, acts, 10**9)[1]
    hinted = second.start_ms + SCRIPT.answers[1].hints[0].at_ms
    assert moment(SCRIPT, acts, hinted).hint == "a story"
    assert moment(SCRIPT, replace(acts, notes=(second.start_ms + 1,)), hinted).hint == ""
    assert moment(SCRIPT, replace(acts, notes=(second.start_ms - 1,)), hinted).hint == "a story"


# -- what was done -------------------------------------------------------------------------


def test_acts_are_read_from_the_session() -> None:
    someone = Newcomer().at(3).asks().at(5).gives("participant").at(7).notes("x", "story")
    someone.at(9).gives("moderator")
    assert acts_of(someone.session) == Acts(
        floors=((0, "moderator"), (5_000, "participant"), (9_000, "moderator")),
        asked=(3_000,),
        notes=(7_000,),
    )


def test_a_pause_stops_the_play() -> None:
    someone = Newcomer().at(3).pauses().at(63).pauses().at(65).gives("participant")
    assert acts_of(someone.session).floors[-1] == (5_000, "participant")


def test_an_act_that_was_taken_back_takes_no_word_back() -> None:
    someone = Newcomer().at(3).gives("participant")
    someone.at(4).interview.undo()
    assert scenes(SCRIPT, acts_of(someone.session), 5_000)[0].start_ms == 3_000


SPEAKERS = st.sampled_from(["moderator", "participant", "silence"])
TIMES = st.integers(0, 120_000)


@given(
    floors=st.lists(st.tuples(TIMES, SPEAKERS), max_size=8),
    asked=st.lists(TIMES, max_size=8),
    now_ms=st.integers(0, 200_000),
)
def test_whatever_is_done_the_play_goes_on_and_nothing_said_is_taken_back(
    floors: list[tuple[int, Speaker]], asked: list[int], now_ms: int
) -> None:
    acts = Acts(floors=((0, "moderator"), *sorted(floors)), asked=tuple(sorted(asked)))
    so_far = scenes(SCRIPT, acts, now_ms)
    later = scenes(SCRIPT, acts, now_ms + 5_000)
    assert later[: len(so_far)] == so_far
    for scene in later:
        assert scene.ready_ms <= scene.start_ms <= scene.ready_ms + PATIENCE_MS
    assert moment(SCRIPT, acts, 200_000).place == "over"
