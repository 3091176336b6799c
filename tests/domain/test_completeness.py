"""Chao2 against figures of an independent library, and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.completeness import Completeness, completeness

INTERVIEWS = 10


@pytest.mark.parametrize(
    ("incidence", "observed", "chao1"),
    [
        ((0, 1, 1, 4, 2, 5, 2, 4, 1, 2), 9, 9.75),
        ((0, 2, 2, 4, 5, 0, 0, 0, 0, 0), 4, 4),
        ((0, 1, 1, 4, 5, 0, 0, 0, 0, 0), 4, 5),
    ],
)
def test_chao2_is_the_chao1_of_an_independent_library_but_for_the_factor_of_few_samples(
    incidence: tuple[int, ...], observed: int, chao1: float
) -> None:
    """The figures are those of scikit-bio 0.7.4, skbio/diversity/alpha/tests/test_chao1.py, bias-corrected.

    Chao2 puts interviews for individuals, and (m-1)/m before what was not seen (EstimateS, user's guide).
    """
    found = completeness(incidence, INTERVIEWS)
    assert found.observed == observed
    assert found.estimated == pytest.approx(observed + (chao1 - observed) * (INTERVIEWS - 1) / INTERVIEWS)


def test_an_example_by_hand() -> None:
    """56 themes in 200 interviews, 13 of them in one and 4 in two: 56 + 199/200 · 13·12 / (2·5)."""
    found = Completeness(interviews=200, observed=56, once=13, twice=4)
    assert found.estimated == pytest.approx(71.522)
    assert found.share == pytest.approx(56 / 71.522)


def test_nothing_heard_has_no_completeness() -> None:
    assert completeness([], 0).share is None
    assert completeness([], 5).share is None


@given(st.lists(st.integers(0, 12), max_size=60), st.integers(12, 40))
def test_never_less_than_was_observed(incidence: list[int], interviews: int) -> None:
    found = completeness(incidence, interviews)
    assert found.estimated >= found.observed
    assert found.share is None or 0 < found.share <= 1


@given(st.lists(st.integers(2, 12), max_size=60))
def test_complete_where_everything_came_up_twice(incidence: list[int]) -> None:
    assert completeness(incidence, 12).estimated == len(incidence)
