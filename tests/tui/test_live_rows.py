from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from tests.tui.support import GUIDE

from interview_tui.domain.guide import Guide
from interview_tui.domain.interview import Interview
from interview_tui.domain.session import Session
from interview_tui.guides.reader import read_guide
from interview_tui.tui.facts import TalkFacts, guide_facts, talk_facts
from interview_tui.tui.guide_rows import guide_rows
from interview_tui.tui.rows import Row, width_of
from interview_tui.tui.talk_rows import talk_rows

NUDGES = (
    "The floor has been yours for 5 min: still right?",
    "You have talked for 75 s: let them tell it",
    "12 must-asks left and little time: ask the next one soon",
    "72 % of the last 3 min was you: ask, then wait",
    "This phase is 12 min over: move on when the story ends",
)


class Moderator:
    """Somebody who asks, on a clock that is set."""

    def __init__(self, guide: Guide = GUIDE) -> None:
        self.now_ms = 0
        ids = count(1)
        self.interview = Interview(
            guide,
            Session(),
            device="desk",
            author="Ada",
            now_ms=lambda: self.now_ms,
            new_id=lambda: f"01J{next(ids):023}",
            keep=lambda _: None,
        )
        self.interview.begin()

    def guide(self, width: int, height: int) -> str:
        """What the guide pane says, wherever its lines break."""
        rows = guide_rows(guide_facts(self.interview, self.now_ms), width, height)
        return " ".join(" ".join(map(text, rows)).split())

    @property
    def talk(self) -> TalkFacts:
        return talk_facts(self.interview, {}, self.now_ms)


def text(row: Row) -> str:
    return "".join(span for span, _ in row.spans)


# -- nudges --------------------------------------------------------------------------------


@pytest.mark.parametrize("nudge", NUDGES)
@pytest.mark.parametrize("width", [34, 42, 48, 58])
def test_a_nudge_is_whole_in_the_two_dense_rows(width: int, nudge: str) -> None:
    moderator = Moderator()
    moderator.now_ms = 310_000
    rows = talk_rows(moderator.talk, width, 2, nudge)
    assert len(rows) == 2
    assert max(width_of(row.spans) for row in rows) <= width
    said = " ".join(span.strip() for row in rows for span, ink in row.spans if ink == "warn")
    assert said == nudge


@pytest.mark.parametrize("width", [42, 48, 58])
def test_who_speaks_stays_beside_a_nudge(width: int) -> None:
    moderator = Moderator()
    moderator.now_ms = 310_000
    assert "You speak 05:10" in text(talk_rows(moderator.talk, width, 2, NUDGES[0])[0])


# -- the clock -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "words"),
    [(60, "of 15:00, 09:36 to end on time"), (41, "of 15:00, 09:36 ↓"), (34, "of 15:00")],
)
def test_the_budget_is_never_cut_in_a_word(width: int, words: str) -> None:
    moderator = Moderator()
    moderator.now_ms = 14 * 60_000
    moderator.interview.step_phase(1)
    shown = moderator.guide(width, 34)
    assert words in shown
    assert "to e…" not in shown


# -- the end of the guide ------------------------------------------------------------------


def test_behind_the_last_question_the_guide_says_how_to_finish() -> None:
    moderator = Moderator()
    for _ in GUIDE.questions:
        moderator.interview.ask_and_next()
    assert "All questions asked: ^Q finishes" not in Moderator().guide(60, 20)
    while moderator.interview.current is not None:
        moderator.interview.ask_and_next()
    assert "All questions asked: ^Q finishes" in moderator.guide(60, 20)
    assert "Side path" not in moderator.guide(60, 20)


def test_where_some_were_skipped_not_all_were_asked() -> None:
    moderator = Moderator()
    moderator.interview.skip_and_next()
    while moderator.interview.session.flow.question is not None or moderator.interview.session.flow.phase < 3:
        moderator.interview.ask_and_next()
    assert "No question is left: ^Q finishes" in moderator.guide(60, 20)


def test_a_side_path_is_still_one_while_questions_are_left() -> None:
    moderator = Moderator()
    moderator.interview.enter_phase(2)
    assert "Side path" in moderator.guide(60, 20)
    assert "Now it is your turn." in moderator.guide(60, 20)


def test_a_last_phase_that_is_only_read_out_still_shows_its_script() -> None:
    moderator = Moderator(
        read_guide("## Ask (5 min)\n- What happened?\n## End (1 min)\n> Thank you.\n", name="g.md")
    )
    moderator.interview.ask_and_next()
    assert "Thank you." in moderator.guide(60, 20)
    assert "All questions asked" in moderator.guide(60, 20)


def test_a_guide_without_questions_has_no_end() -> None:
    empty = replace(GUIDE, phases=(replace(GUIDE.phases[2]),))
    assert "All questions asked" not in Moderator(empty).guide(60, 20)
