from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.guides.budget import propose_minutes


@pytest.mark.parametrize(
    ("stated", "total", "proposed"),
    [
        ([None] * 4, None, [5, 15, 5, 5]),
        ([None] * 4, 60, [10, 30, 10, 10]),
        ([None] * 4, 20, [4, 10, 3, 3]),
        ([None], None, [30]),
        ([None] * 2, None, [15, 15]),
        ([None] * 3, None, [5, 20, 5]),
        ([None] * 5, 45, [8, 10, 10, 10, 7]),
        ([5, None, 5], 30, [5, 20, 5]),
        ([5, None, None], None, [5, 5, 5]),
        ([20, 10, None], 30, [20, 10, 1]),
        ([5, 15], 60, [5, 15]),
    ],
)
def test_minutes_that_nobody_stated_are_proposed(
    stated: list[float | None], total: float | None, proposed: list[float]
) -> None:
    assert propose_minutes(stated, total) == proposed


@given(st.integers(1, 12), st.integers(12, 240))
def test_the_proposal_adds_up_to_the_total_in_whole_minutes(count: int, total: int) -> None:
    proposed = propose_minutes([None] * count, float(total))
    assert sum(proposed) == total
    assert all(minutes >= 1 and minutes == int(minutes) for minutes in proposed)
