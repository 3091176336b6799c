from __future__ import annotations

from dataclasses import replace

import pytest
from tests.domain.play import SCRIPT, Newcomer

from interview_tui.domain.rehearsal import ANSWERING_MS
from interview_tui.domain.rehearsal_score import STORY_WINDOW_MS, Score, advice, score

STORY_S = SCRIPT.answers[1].length_ms / 1000
BEST = Score(
    tags_used=("story", "quote"),
    tags_left=(),
    notes=2,
    listened=0.9,
    stories_caught=("the empty chair",),
    stories_missed=(),
    wait_ms=8_000,
    answers=2,
    finished=2,
    handed_over=2,
)


def played_well() -> Newcomer:
    """Two questions asked, waited for, listened to and written down."""
    someone = Newcomer().at(9).gives("participant").at(19).gives("moderator")
    someone.at(20).asks().at(28).gives("participant").at(30).notes("said so", "quote")
    return someone.at(32).notes("a chair", "story").at(48)


def result(someone: Newcomer) -> Score:
    return score(SCRIPT, someone.session, someone.now_ms)


def test_everything_done_is_everything_counted() -> None:
    found = result(played_well())
    assert found == replace(BEST, listened=found.listened, wait_ms=ANSWERING_MS)
    assert found.listened == pytest.approx((10 + 20) / 48)


def test_nothing_done_is_no_blame() -> None:
    found = result(Newcomer().at(60))
    assert found == Score(
        tags_used=(),
        tags_left=("story", "quote"),
        notes=0,
        listened=0.0,
        stories_caught=(),
        stories_missed=("the empty chair",),
        wait_ms=None,
        answers=2,
        finished=2,
        handed_over=0,
    )


def test_who_leaves_at_once_has_heard_nothing_and_missed_nothing() -> None:
    found = result(Newcomer().at(0))
    assert (found.answers, found.stories_missed, found.listened, found.wait_ms) == (0, (), None, None)
    assert "Press space" in advice(found)[0]


@pytest.mark.parametrize(
    ("after_s", "text", "tag", "caught"),
    [
        (1.0, "", "story", True),
        (1.0, "the CHAIR again", None, True),
        (1.0, "something else", "quote", False),
        (STORY_S + STORY_WINDOW_MS / 1000, "late", "story", True),
        (STORY_S + STORY_WINDOW_MS / 1000 + 0.1, "too late", "story", False),
        (-0.5, "too early", "story", False),
    ],
)
def test_a_story_is_caught_by_its_tag_or_by_its_words_in_time(
    after_s: float, text: str, tag: str | None, caught: bool
) -> None:
    someone = (
        Newcomer().at(1).gives("participant").at(11).gives("moderator").at(15).asks().gives("participant")
    )
    found = result(someone.at(15 + after_s).notes(text, tag).at(60))
    assert (found.stories_caught, found.stories_missed) == (
        (("the empty chair",), ()) if caught else ((), ("the empty chair",))
    )


def test_a_note_that_was_removed_catches_nothing() -> None:
    someone = played_well()
    for note in someone.session.notes:
        someone.interview.set_note(note.id, "deleted", True, "removed")
    assert (result(someone).notes, result(someone).stories_caught) == (0, ())


def test_a_story_that_was_not_told_to_its_end_is_not_missed() -> None:
    someone = Newcomer().at(1).gives("participant").at(11).gives("moderator").at(15).gives("participant")
    assert result(someone.at(16)).stories_missed == ()


def test_taking_the_floor_in_mid_answer_cuts_it_off() -> None:
    someone = Newcomer().at(1).gives("participant").at(5).gives("moderator").at(40)
    assert (result(someone).finished, result(someone).answers) == (1, 2)


def test_the_wait_is_the_median_of_what_was_waited() -> None:
    someone = Newcomer().at(1).gives("participant").at(11).gives("moderator").at(14).asks()
    assert score(SCRIPT, someone.session, 15_000).wait_ms is None
    assert result(someone.at(60)).wait_ms == ANSWERING_MS


def test_a_wait_is_counted_from_the_last_time_somebody_went_on() -> None:
    someone = Newcomer().at(1).asks().at(2)
    someone.interview.step(-1)
    assert result(someone.at(3).asks().at(60)).wait_ms == ANSWERING_MS


def test_where_the_program_goes_on_nobody_has_waited() -> None:
    assert result(Newcomer().at(1).gives("participant").at(60)).wait_ms is None


def test_a_story_that_was_passed_over_is_not_missed() -> None:
    found = result(Newcomer().at(1).asks().asks().at(60))
    assert (found.answers, found.stories_missed) == (0, ())


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"handed_over": 0}, "Press space"),
        ({"listened": 0.5}, "Hand over the floor"),
        ({"stories_missed": ("the empty chair",)}, "Catch the empty chair"),
        ({"notes": 0}, "Write down one thing"),
        ({"finished": 1}, "Let them finish"),
        ({"wait_ms": None}, "Press F8"),
        ({"wait_ms": 900}, "Wait a little longer"),
        ({"tags_left": ("quote",)}, "such as quote"),
    ],
)
def test_each_thing_left_to_try_has_its_line(changed: dict[str, object], words: str) -> None:
    (line,) = advice(replace(BEST, **changed))  # type: ignore[arg-type]
    assert words in line


def test_there_are_never_more_than_three_things_to_try() -> None:
    worst = replace(
        BEST, handed_over=0, stories_missed=("a",), finished=0, wait_ms=None, tags_left=("quote",)
    )
    assert len(advice(worst)) == 3


def test_where_nothing_is_left_to_say_there_is_praise() -> None:
    assert advice(BEST) == ("Nothing to add. You are ready for a real one.",)
