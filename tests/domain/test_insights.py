"""Insights as fields of the study's record: what is written comes back, and makes sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.insights import a_pen, written

from interview_tui.domain.insights import (
    Insight,
    adjust_customers,
    delete_insight,
    describe,
    insights_of,
    move,
    put_evidence,
    vote,
)
from interview_tui.domain.study_record import Change, StudyRecord

ONE = "insight:1"


def test_everything_that_is_told_of_an_insight_comes_back() -> None:
    told = describe(ONE, statement=" The phone ", next_step="ask two", owner="bea", decision="act")
    insight = written(told, put_evidence(ONE, ["s1/n1"], "for"), adjust_customers(ONE, 4))
    assert insight == Insight(
        id=ONE,
        statement="The phone",
        evidence=(("s1/n1", "for"),),
        by_hand=4,
        decision="act",
        next_step="ask two",
        owner="bea",
    )


def test_an_empty_text_takes_a_field_away_and_none_leaves_it() -> None:
    insight = written(describe(ONE, statement="a", owner="bea"), describe(ONE, owner=" "))
    assert (insight.statement, insight.owner) == ("a", "")


def test_evidence_stands_in_the_order_it_was_added_and_changes_sides() -> None:
    insight = written(
        put_evidence(ONE, ["s2/b", "s1/a"], "for"),
        put_evidence(ONE, ["s9/z"], "against"),
        put_evidence(ONE, ["s2/b"], "against"),
    )
    assert insight.evidence == (("s1/a", "for"), ("s9/z", "against"), ("s2/b", "against"))
    assert insight.side_of("s1/a") == "for"
    assert insight.side_of("s7/q") is None


def test_evidence_can_be_taken_out() -> None:
    insight = written(
        describe(ONE, statement="a"), put_evidence(ONE, ["s1/a"], "for"), put_evidence(ONE, ["s1/a"], None)
    )
    assert insight.evidence == ()


def test_each_one_has_one_vote_whatever_the_capitals_of_their_name() -> None:
    insight = written(vote(Insight(id=ONE), "Ada ", 3), vote(Insight(id=ONE), "bea", 5))
    again = written(vote(insight, "Ada", 3), vote(insight, "ADA", 1), vote(insight, "bea", 5))
    assert again.team == (("Ada", 1), ("bea", 5))
    assert again.vote_of("aDa") == 1
    assert again.vote_of("cid") is None


def test_a_vote_and_an_adjustment_can_be_taken_back() -> None:
    insight = written(
        [Change(ONE, "statement", "a"), *vote(Insight(id=ONE), "ada", 3), *adjust_customers(ONE, 2)],
        [*vote(Insight(id=ONE), "ada", None), *adjust_customers(ONE, None)],
    )
    assert (insight.team, insight.by_hand) == ((), None)


@pytest.mark.parametrize("grade", [0, 6, -1])
def test_importance_is_told_from_one_to_five(grade: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 5"):
        vote(Insight(id=ONE), "ada", grade)
    with pytest.raises(ValueError, match="from 1 to 5"):
        adjust_customers(ONE, grade)


def test_what_another_program_wrote_amiss_is_passed_over() -> None:
    insight = written(
        [
            Change(ONE, "statement", 5),
            Change(ONE, "customers", 9),
            Change(ONE, "team:ada", True),
            Change(ONE, "team:bea", "5"),
            Change(ONE, "decision", "perhaps"),
            Change(ONE, "evidence:s1/a", "sideways"),
            Change(ONE, "order", "first"),
        ]
    )
    assert insight == Insight(id=ONE)


def test_what_was_deleted_is_not_listed_and_comes_back_by_undo() -> None:
    pen = a_pen()
    pen.write("a", describe(ONE, statement="a"))
    pen.write("gone", delete_insight(ONE))
    assert insights_of(pen.record) == ()
    pen.undo()
    assert [insight.statement for insight in insights_of(pen.record)] == ["a"]


def test_insights_stand_by_their_order_and_then_by_their_age() -> None:
    pen = a_pen()
    for target in ("insight:2", "insight:1", "insight:3"):
        pen.write("x", describe(target, statement=target))
    assert [insight.id for insight in insights_of(pen.record)] == ["insight:1", "insight:2", "insight:3"]
    pen.write("moved", move(insights_of(pen.record), "insight:3", -1))
    assert [insight.id for insight in insights_of(pen.record)] == ["insight:1", "insight:3", "insight:2"]


def test_a_move_beyond_the_ends_changes_nothing() -> None:
    insights = [Insight(id="insight:1"), Insight(id="insight:2")]
    assert move(insights, "insight:1", -3) == []
    assert move(insights, "insight:2", 1) == []


KEYS = st.lists(st.sampled_from(["s1/a", "s1/b", "s2/a"]), max_size=3, unique=True)
STEPS = st.lists(
    st.one_of(
        st.builds(lambda text: describe(ONE, statement=text), st.text(max_size=8)),
        st.builds(
            lambda keys, side: put_evidence(ONE, keys, side), KEYS, st.sampled_from(["for", "against", None])
        ),
        st.builds(
            lambda name, grade: vote(Insight(id=ONE), name, grade),
            st.sampled_from(["ada", "bea"]),
            st.one_of(st.none(), st.integers(1, 5)),
        ),
        st.builds(lambda grade: adjust_customers(ONE, grade), st.one_of(st.none(), st.integers(1, 5))),
        st.just(delete_insight(ONE)),
    ),
    max_size=8,
)


@given(STEPS)
def test_undoing_any_step_gives_back_what_was_before(steps: list[list[Change]]) -> None:
    pen = a_pen()
    for changes in steps:
        before = insights_of(pen.record)
        if pen.write("step", changes).events:
            after = insights_of(pen.record)
            pen.undo()
            assert insights_of(pen.record) == before
            pen.write("again", changes)
            assert [insight.id for insight in insights_of(pen.record)] == [insight.id for insight in after]


@given(STEPS)
def test_the_order_in_which_events_are_heard_of_does_not_matter(steps: list[list[Change]]) -> None:
    pen = a_pen()
    events = [event for changes in steps for event in pen.write("step", changes).events]
    assert insights_of(StudyRecord(reversed(events))) == insights_of(pen.record)
