from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.play import SCRIPT, Newcomer

from interview_tui.domain.events import Speaker
from interview_tui.domain.rehearsal import (
    ANSWERING_MS,
    PATIENCE_MS,
    Acts,
    Scene,
    acts_of,
    scenes,
)
from interview_tui.domain.rehearsal_moment import moment

NOTHING_DONE = Acts(floors=((0, "moderator"),))
BACK_AND_FORTH: tuple[tuple[int, Speaker], ...] = ((0, "moderator"), (5_000, "participant"))


def starts(acts: Acts, now_ms: int = 10**9) -> list[tuple[int, int]]:
    """Which question is answered from when on."""
    return [(scene.question, scene.start_ms) for scene in scenes(SCRIPT, acts, now_ms)]


@pytest.mark.parametrize(
    ("acts", "first"),
    [
        (NOTHING_DONE, (0, PATIENCE_MS)),
        (Acts(floors=BACK_AND_FORTH), (0, 5_000)),
        (Acts(shown=((0, 0), (3_000, 1))), (1, 3_000 + ANSWERING_MS)),
        (Acts(floors=BACK_AND_FORTH, shown=((0, 0), (4_000, 1))), (1, 5_000)),
        (Acts(floors=BACK_AND_FORTH, shown=((0, 0), (6_000, 1))), (0, 5_000)),
        (Acts(shown=((0, 0), (60_000, 1))), (0, PATIENCE_MS)),
        (Acts(shown=((0, 0), (3_000, 1), (4_000, None), (9_000, 0))), (0, 9_000 + ANSWERING_MS)),
    ],
)
def test_the_question_that_stands_is_answered_with_the_floor_or_after_a_while(
    acts: Acts, first: tuple[int, int]
) -> None:
    assert starts(acts)[0] == first


def test_the_next_answer_waits_until_somebody_goes_on() -> None:
    acts = Acts(floors=BACK_AND_FORTH)
    assert starts(acts) == [(0, 5_000)]
    assert starts(replace(acts, shown=((0, 0), (16_000, 1)))) == [(0, 5_000), (1, 16_000 + ANSWERING_MS)]


def test_going_on_in_mid_answer_lets_her_finish_first() -> None:
    acts = Acts(floors=BACK_AND_FORTH, shown=((0, 0), (9_000, 1)))
    assert starts(acts) == [(0, 5_000), (1, 15_000 + ANSWERING_MS)]


def test_a_question_that_was_passed_over_is_not_answered_and_one_is_answered_once() -> None:
    passed = Acts(shown=((0, 0), (100, 1), (200, None)), passed=frozenset({0, 1}))
    assert starts(passed) == []
    again = Acts(floors=BACK_AND_FORTH, shown=((0, 0), (16_000, 1), (60_000, 0)))
    assert [question for question, _ in starts(again)] == [0, 1]


def test_an_answer_that_is_still_to_come_is_not_looked_at() -> None:
    assert len(scenes(SCRIPT, NOTHING_DONE, PATIENCE_MS + 9_999)) == 1


# -- what was done -------------------------------------------------------------------------


def test_acts_are_read_from_the_session() -> None:
    someone = Newcomer().at(3).asks().at(5).gives("participant").at(7).notes("x", "story")
    someone.at(9).gives("moderator")
    assert acts_of(someone.session) == Acts(
        floors=((0, "moderator"), (5_000, "participant"), (9_000, "moderator")),
        asked=(3_000,),
        notes=(7_000,),
        shown=((0, 0), (3_000, 1)),
        passed=frozenset({0}),
    )


def test_a_move_that_was_taken_back_is_a_move_back() -> None:
    someone = Newcomer().at(3).asks()
    someone.at(4).interview.undo()
    assert acts_of(someone.session).shown == ((0, 0), (3_000, 1), (4_000, 0))


def test_a_pause_stops_the_play() -> None:
    someone = Newcomer().at(3).pauses().at(63).pauses().at(65).gives("participant")
    assert acts_of(someone.session).floors[-1] == (5_000, "participant")


def test_an_act_that_was_taken_back_takes_no_word_back() -> None:
    someone = Newcomer().at(3).gives("participant")
    someone.at(4).interview.undo()
    assert scenes(SCRIPT, acts_of(someone.session), 5_000)[0].start_ms == 3_000


Deed = tuple[Literal["floor", "next", "back", "undo"], int]
DEEDS = st.lists(
    st.tuples(st.sampled_from(["floor", "next", "back", "undo"]), st.integers(0, 20)), max_size=12
)


@settings(max_examples=60)
@given(deeds=DEEDS)
def test_whatever_is_done_the_play_goes_on_and_nothing_said_is_taken_back(deeds: list[Deed]) -> None:
    someone, said = Newcomer(), list[int]()
    for deed, pause_s in deeds:
        match deed:
            case "floor":
                someone.interview.hand_over()
            case "next":
                someone.interview.ask_and_next()
            case "back":
                someone.interview.step(-1)
            case "undo":
                someone.interview.undo()
        someone.at(someone.now_ms / 1000 + pause_s)
        now = [scene.question for scene in begun(someone)]
        assert now[: len(said)] == said
        said = now
    someone.at(someone.now_ms / 1000 + 100)
    assert moment(SCRIPT, acts_of(someone.session), someone.now_ms).place == "over"


def begun(someone: Newcomer) -> list[Scene]:
    """The answers that are being told or were."""
    found = scenes(SCRIPT, acts_of(someone.session), someone.now_ms)
    return [scene for scene in found if scene.start_ms <= someone.now_ms]
