"""The chain of referrals as a tree: everybody once, whatever the file says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.participant import Participant
from interview_tui.domain.referral_tree import Branch, ReferralTree, referral_tree

TODAY = "2026-11-22"


def people(*told: str) -> list[Participant]:
    """`P02<P01` was named by P01."""
    return [
        Participant(pseudonym=who, referred_by=by) for who, _, by in (text.partition("<") for text in told)
    ]


def drawn(tree: ReferralTree) -> list[str]:
    return [f"{'.' * branch.depth}{branch.pseudonym}" for branch in tree.branches]


@pytest.mark.parametrize(
    ("told", "chains", "alone"),
    [
        ([], [], []),
        (["P01"], [], ["P01"]),
        (["P01", "P02<P01", "P03<P02", "P04<P01"], ["P01", ".P02", "..P03", ".P04"], []),
        (["P02<P01", "P01"], ["P01", ".P02"], []),
        (["P01", "P02<p1"], ["P01", ".P02"], []),
        (["P02<P99", "P03<P99", "P04"], ["P99", ".P02", ".P03"], ["P04"]),
        (["P01<P01"], ["P01"], []),
        (["P01<P03", "P02<P01", "P03<P02", "P04<P03"], ["P01", ".P02", "..P03", "...P04"], []),
        (["P05", "P01<P02", "P02<P01"], ["P01", ".P02"], ["P05"]),
        (["P01<the front desk"], ["the front desk", ".P01"], []),
    ],
)
def test_who_named_whom_is_a_tree(told: list[str], chains: list[str], alone: list[str]) -> None:
    tree = referral_tree(people(*told))
    assert drawn(tree) == chains
    assert [branch.pseudonym for branch in tree.alone] == alone


def test_a_circle_says_who_closes_it_and_a_stranger_says_what_they_are() -> None:
    first, *rest = referral_tree(people("P01<P02", "P02<P01")).branches
    assert first.circle == "P02"
    assert [branch.circle for branch in rest] == [""]
    stranger, _ = referral_tree(people("P02<P99")).branches
    assert (stranger.state, stranger.circle, stranger.named) == ("not among the participants", "", 1)


def test_each_is_marked_with_how_far_it_has_come() -> None:
    everybody = [
        Participant(pseudonym="P01"),
        Participant(pseudonym="P02", scheduled="2026-11-30T10:00"),
        Participant(pseudonym="P03", scheduled="2026-11-01T10:00"),
        Participant(pseudonym="P04"),
        Participant(pseudonym="P05", withdrawn_utc="2026-11-20T10:00:00+00:00"),
    ]
    tree = referral_tree(everybody, {"P01": "2026-11-10T10:00"}, TODAY)
    assert [branch.state for branch in tree.alone] == [
        "interviewed",
        "next",
        "missed",
        "no appointment",
        "withdrew",
    ]


def test_the_lines_of_the_tree_go_on_where_somebody_follows() -> None:
    tree = referral_tree(people("P01", "P02<P01", "P03<P02", "P04<P01"))
    assert [(branch.rails, branch.last) for branch in tree.branches] == [
        ((), True),
        ((False,), False),
        ((False, True), True),
        ((False,), True),
    ]
    assert tree.longest == 3


_NAMES = [f"P{number:02}" for number in range(1, 8)]


@given(
    st.lists(st.sampled_from(["", *_NAMES, "P99", "somebody"]), min_size=7, max_size=7),
    st.permutations(_NAMES),
)
def test_everybody_stands_in_the_tree_once_and_below_who_named_them(
    referrers: list[str], order: list[str]
) -> None:
    by = dict(zip(_NAMES, referrers, strict=True))
    tree = referral_tree([Participant(pseudonym=who, referred_by=by[who]) for who in order])
    placed = [branch.pseudonym for branch in tree.everybody]
    assert len(placed) == len(set(placed))
    assert set(_NAMES) <= set(placed) <= {*_NAMES, "P99", "somebody"}
    above: list[Branch] = []
    for branch in tree.branches:
        del above[branch.depth :]
        if branch.depth:
            assert by[branch.pseudonym] == above[-1].pseudonym
        elif branch.circle:
            assert by[branch.pseudonym] == branch.circle
        above.append(branch)
    for branch in tree.alone:
        assert not by[branch.pseudonym]


def test_a_chain_of_thousands_is_walked_without_running_out_of_stack() -> None:
    long = [
        Participant(pseudonym=f"P{at:02}", referred_by=f"P{at - 1:02}" if at > 1 else "")
        for at in range(1, 5000)
    ]
    assert referral_tree(long).longest == 4999
