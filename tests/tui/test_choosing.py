"""Which of some names is chosen after a step, and after one of them went."""

from __future__ import annotations

import pytest

from interview_tui.tui.choosing import neighbour, stepped


@pytest.mark.parametrize(
    ("here", "by", "there"),
    [("a", 1, "b"), ("a", -1, "a"), ("b", 9, "c"), ("c", -9, "a"), ("gone", 0, "a"), ("b", 0, "b")],
)
def test_a_step_stays_within_the_ends(here: str, by: int, there: str) -> None:
    assert stepped(["a", "b", "c"], here, by) == there
    assert stepped([], here, by) == ""


@pytest.mark.parametrize(("gone", "there"), [("a", "b"), ("b", "c"), ("c", "b")])
def test_after_one_went_its_neighbour_is_chosen(gone: str, there: str) -> None:
    assert neighbour(["a", "b", "c"], gone) == there
    assert neighbour([gone], gone) == ""
