from __future__ import annotations

from dataclasses import replace

import pytest
from tests.domain.play import SCRIPT

from interview_tui.domain.rehearsal import ANSWERING_MS, PATIENCE_MS, READING_MS, Acts, scenes
from interview_tui.domain.rehearsal_moment import HINT_MS, moment

NOTHING_DONE = Acts(floors=((0, "moderator"),))
ASKED = Acts(asked=(3_000,), shown=((0, 0), (3_000, 1)), passed=frozenset({0}))
WENT_ON = replace(NOTHING_DONE, shown=((0, 0), (PATIENCE_MS + 15_000, 1)), passed=frozenset({0}))
WHOLE = "a b c d e f g h i j"


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
    acts = ASKED if now_ms >= 3_000 else NOTHING_DONE
    assert moment(SCRIPT, acts, now_ms).place == place


def test_who_has_gone_on_three_times_knows_how_to_wait() -> None:
    assert moment(SCRIPT, ASKED, 3_500).hint == SCRIPT.wait
    assert moment(SCRIPT, replace(ASKED, asked=(3_000, 3_001, 3_002, 3_003)), 3_500).hint == ""


def test_the_end_is_told_with_the_time_since_then() -> None:
    last = scenes(SCRIPT, WENT_ON, 10**9)[-1]
    shown = moment(SCRIPT, WENT_ON, last.end_ms + 7_000)
    assert (shown.place, shown.hint, shown.over_ms) == ("over", SCRIPT.closing, 7_000)


def test_who_passes_every_question_over_is_at_the_end_and_has_heard_nothing() -> None:
    acts = Acts(asked=(100, 200), shown=((0, 0), (100, 1), (200, None)), passed=frozenset({0, 1}))
    shown = moment(SCRIPT, acts, 5_200)
    assert (shown.place, shown.phrases, shown.over_ms) == ("over", (), 5_000)


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
    acts = replace(WENT_ON, floors=((0, "moderator"), *times))  # type: ignore[arg-type]
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
    acts = replace(WENT_ON, floors=((0, "moderator"), (50, "participant")))
    second = scenes(SCRIPT, acts, 10**9)[1]
    hinted = second.start_ms + SCRIPT.answers[1].hints[0].at_ms
    assert moment(SCRIPT, acts, hinted).hint == "a story"
    assert moment(SCRIPT, replace(acts, notes=(second.start_ms + 1,)), hinted).hint == ""
    assert moment(SCRIPT, replace(acts, notes=(second.start_ms - 1,)), hinted).hint == "a story"
