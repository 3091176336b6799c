from __future__ import annotations

from tests.domain.play import LOOK_MS, SCRIPT, Newcomer

from interview_tui.domain.events import Asked
from interview_tui.domain.rehearsal import PATIENCE_MS, PROGRAM, acts_of, scenes
from interview_tui.domain.rehearsal_stand_in import GO_ON_MS, stand_in

FIRST_ENDS_S = (PATIENCE_MS + 10_000) / 1000


def question(someone: Newcomer) -> int | None:
    return someone.session.flow.question


def test_who_does_nothing_sees_the_question_that_is_being_answered() -> None:
    someone = Newcomer()
    for second in range(1, 60):
        someone.at(second)
        played = scenes(SCRIPT, acts_of(someone.session), someone.now_ms)
        talking = [each.question for each in played if each.start_ms <= someone.now_ms < each.end_ms]
        assert not talking or talking == [question(someone)]
    assert (question(someone), set(someone.session.flow.asked)) == (None, {0, 1})


def test_the_program_signs_what_it_does_in_the_moderators_place() -> None:
    someone = Newcomer().at(60)
    authors = {event.author for event in someone.session.events if isinstance(event, Asked)}
    assert (authors, someone.interview.author) == ({PROGRAM}, "Ada")
    assert acts_of(someone.session).asked == ()


def test_somebody_has_time_to_go_on_themselves() -> None:
    someone = Newcomer().at(FIRST_ENDS_S + (GO_ON_MS - LOOK_MS) / 1000)
    assert question(someone) == 0
    assert question(someone.asks().at(FIRST_ENDS_S + 20)) == 1


def test_who_hands_over_without_going_on_is_taken_along_at_once() -> None:
    someone = Newcomer().at(FIRST_ENDS_S + 1).gives("participant").at(FIRST_ENDS_S + 1.5)
    assert question(someone) == 1
    assert scenes(SCRIPT, acts_of(someone.session), someone.now_ms)[-1].start_ms <= someone.now_ms


def test_while_the_clock_stands_nobody_goes_on() -> None:
    someone = Newcomer().at(FIRST_ENDS_S + 1).pauses().at(FIRST_ENDS_S + 100)
    assert question(someone) == 0
    someone.pauses().at(FIRST_ENDS_S + 100 + GO_ON_MS / 1000)
    assert question(someone) == 1


def test_going_on_twice_shows_the_question_that_stands_then() -> None:
    someone = Newcomer().at(1).asks().asks()
    assert question(someone) is None
    assert not stand_in(SCRIPT, someone.interview, 600_000)


def test_a_way_back_to_a_question_that_was_passed_over_leads_to_its_answer() -> None:
    someone = Newcomer().at(1).asks().asks().at(5)
    someone.interview.step(-1)
    someone.at(20)
    assert [each.question for each in scenes(SCRIPT, acts_of(someone.session), someone.now_ms)] == [1]
