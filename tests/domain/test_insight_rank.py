"""What an insight weighs: distinct people, both importances, and the rank that follows from them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.insights import a_library

from interview_tui.domain.insight_rank import importance_to_customers, ranked, weigh
from interview_tui.domain.insights import Insight, Side

LIBRARY = a_library()
KEYS = [note.key for note in LIBRARY.notes]


def an_insight(
    *supporting: str,
    against: tuple[str, ...] = (),
    votes: tuple[int, ...] = (),
    by_hand: int | None = None,
    name: str = "insight:1",
) -> Insight:
    sides: list[tuple[str, Side]] = [(key, "for") for key in supporting]
    return Insight(
        id=name,
        statement=name,
        evidence=(*sides, *((key, "against") for key in against)),
        team=tuple((f"p{at}", grade) for at, grade in enumerate(votes)),
        by_hand=by_hand,
    )


@pytest.mark.parametrize(
    ("people_for", "against", "people", "importance"),
    [
        (0, 0, 0, 1.0),
        (0, 0, 8, 1.0),
        (4, 0, 8, 3.0),
        (8, 0, 8, 5.0),
        (5, 1, 8, 3.0),
        (1, 4, 8, 1.0),
    ],
)
def test_importance_to_customers_is_how_widespread_a_thing_is(
    people_for: int, against: int, people: int, importance: float
) -> None:
    assert importance_to_customers(people_for, against, people) == importance


def test_people_count_once_however_often_they_say_it() -> None:
    each = weigh(an_insight("s0/n0", "s0/n1", "s0/n2", "s1/n0"), LIBRARY)
    assert each.people_for == ("P01", "P02")
    assert each.customers == 3.0
    assert not each.thin
    assert weigh(an_insight("s0/n0", "s0/n1"), LIBRARY).thin


def test_quotes_stand_first_on_each_side() -> None:
    each = weigh(an_insight("s0/n0", "s1/n2", "s0/n2", against=("s2/n1", "s3/n2")), LIBRARY)
    assert [one.note.key for one in each.supporting] == ["s0/n2", "s1/n2", "s0/n0"]
    assert [one.note.key for one in each.against] == ["s3/n2", "s2/n1"]


def test_segments_are_told_on_both_sides_with_most_people_first() -> None:
    each = weigh(an_insight("s1/n0", "s0/n0", "s2/n0", against=("s3/n0",)), LIBRARY)
    assert each.segments_for == (("shops", 2), ("riders", 1))
    assert each.segments_against == (("riders", 1),)


def test_evidence_that_is_no_more_counts_nowhere_but_is_told() -> None:
    each = weigh(an_insight("s0/n0", "gone/n0", "s0/gone"), LIBRARY)
    assert (len(each.supporting), each.missing, len(each.people_for)) == (1, 2, 1)


def test_who_forbade_quoting_in_one_interview_is_quoted_from_none() -> None:
    library = a_library(("P01", "P01", "P02"))
    silent = replace(library.sessions[1], may_be_quoted=False)
    again = type(library)((library.sessions[0], silent, library.sessions[2]), library.notes)
    each = weigh(an_insight("s0/n2", "s1/n2", "s2/n2"), again)
    assert {one.note.session: one.may_be_quoted for one in each.supporting} == {
        "s0": False,
        "s1": False,
        "s2": True,
    }


def test_what_was_set_by_hand_holds_and_is_told() -> None:
    each = weigh(an_insight("s0/n0", by_hand=5, votes=(2, 4)), LIBRARY)
    assert (each.customers, each.computed_customers, each.adjusted) == (5.0, 2.0, True)
    assert (each.team, each.spread, each.score) == (3.0, (2, 4), 15.0)


@pytest.mark.parametrize(("votes", "disputed"), [((), False), ((3,), False), ((2, 4), False), ((1, 4), True)])
def test_votes_that_are_far_apart_are_told(votes: tuple[int, ...], disputed: bool) -> None:
    assert weigh(an_insight(votes=votes), LIBRARY).disputed is disputed


@pytest.mark.parametrize(
    ("by_hand", "vote", "field"), [(5, 5, "both"), (5, 3, "customers"), (3, 4, "team"), (1, 1, "neither")]
)
def test_the_picture_tells_to_whom_it_matters(by_hand: int, vote: int, field: str) -> None:
    assert weigh(an_insight(by_hand=by_hand, votes=(vote,)), LIBRARY).field == field


def test_without_a_vote_there_is_no_rank_yet() -> None:
    (first, second) = ranked(
        [an_insight("s0/n0", name="a"), an_insight("s0/n0", by_hand=1, votes=(1,), name="b")], LIBRARY
    )
    assert (first.insight.id, first.place) == ("b", 1)
    assert (second.insight.id, second.place, second.score, second.field) == ("a", None, None, None)


def test_a_vote_alone_ranks_nothing() -> None:
    board = ranked(
        [
            an_insight(by_hand=5, votes=(5,), name="no note"),
            an_insight("s0/n0", name="no vote"),
            an_insight("s0/n0", by_hand=1, votes=(1,), name="both"),
        ],
        LIBRARY,
    )
    assert [(each.insight.id, each.place, each.score) for each in board] == [
        ("both", 1, 1.0),
        ("no vote", None, None),
        ("no note", None, None),
    ]


def test_equals_share_a_place_and_keep_their_order() -> None:
    board = ranked(
        [
            an_insight("s0/n0", by_hand=2, votes=(3,), name="a"),
            an_insight("s0/n0", by_hand=5, votes=(5,), name="b"),
            an_insight("s0/n0", by_hand=3, votes=(2,), name="c"),
            an_insight("s0/n0", by_hand=1, votes=(1,), name="d"),
        ],
        LIBRARY,
    )
    assert [(each.insight.id, each.place, each.tied) for each in board] == [
        ("b", 1, False),
        ("a", 2, True),
        ("c", 2, True),
        ("d", 4, False),
    ]


# -- laws ----------------------------------------------------------------------------------

SOME = st.lists(st.sampled_from(KEYS), max_size=8, unique=True).map(tuple)
VOTES = st.lists(st.integers(1, 5), max_size=4).map(tuple)


@given(SOME, SOME, VOTES)
def test_there_are_never_more_people_than_were_interviewed(
    supporting: tuple[str, ...], against: tuple[str, ...], votes: tuple[int, ...]
) -> None:
    each = weigh(an_insight(*supporting, against=against, votes=votes), LIBRARY)
    for side, segments in (
        (each.people_for, each.segments_for),
        (each.people_against, each.segments_against),
    ):
        assert len(side) == len(set(side)) <= len(LIBRARY.people)
        assert set(side) <= set(LIBRARY.people)
        assert sum(people for _, people in segments) == len(side)
    assert 1.0 <= each.customers <= 5.0
    assert each.score is None or 1.0 <= each.score <= 25.0


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_one_more_for_it_never_weighs_less_and_one_more_against_it_never_more(
    people_for: int, against: int, silent: int
) -> None:
    people = people_for + against + silent + 1
    now = importance_to_customers(people_for, against, people)
    assert importance_to_customers(people_for + 1, against, people) >= now
    assert importance_to_customers(people_for, against + 1, people) <= now
    assert importance_to_customers(people_for, against, people + 1) <= now


@given(st.integers(1, 4), VOTES.filter(bool), st.data())
def test_the_place_gets_no_worse_when_either_importance_grows(
    by_hand: int, votes: tuple[int, ...], data: st.DataObject
) -> None:
    others = [
        an_insight("s0/n0", by_hand=data.draw(st.integers(1, 5)), votes=data.draw(VOTES), name=f"o{at}")
        for at in range(4)
    ]

    def place(insight: Insight) -> int:
        (found,) = [each for each in ranked([insight, *others], LIBRARY) if each.insight.id == "mine"]
        assert found.place is not None
        return found.place

    now = place(an_insight("s0/n0", by_hand=by_hand, votes=votes, name="mine"))
    assert place(an_insight("s0/n0", by_hand=by_hand + 1, votes=votes, name="mine")) <= now
    higher = tuple(min(5, grade + 1) for grade in votes)
    assert place(an_insight("s0/n0", by_hand=by_hand, votes=higher, name="mine")) <= now


@given(st.lists(st.tuples(st.integers(1, 5), VOTES), max_size=6), st.randoms(use_true_random=False))
def test_the_rank_does_not_depend_on_the_order_of_the_list(
    board: list[tuple[int, tuple[int, ...]]], chance: Random
) -> None:
    insights = [
        an_insight("s0/n0", by_hand=hand, votes=votes, name=f"{at}") for at, (hand, votes) in enumerate(board)
    ]
    shuffled = chance.sample(insights, len(insights))
    places = {each.insight.id: each.place for each in ranked(insights, LIBRARY)}
    assert {each.insight.id: each.place for each in ranked(shuffled, LIBRARY)} == places
