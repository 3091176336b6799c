from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.play import SCRIPT, Newcomer

from interview_tui.domain.events import Speaker
from interview_tui.domain.rehearsal import (
    ANSWERING_MS,
    PATIENCE_MS,
    Acts,
    acts_of,
    scenes,
)
from interview_tui.domain.rehearsal_moment import moment

NOTHING_DONE = Acts(floors=((0, "moderator"),))


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
