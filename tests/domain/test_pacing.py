"""Budgets, overtime, the squeeze and the must-ask questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.pacing import Pace, pace, typical_question_ms, wait_seconds, whys_left

MINUTE = 60_000
MINUTES = st.integers(0, 60 * MINUTE)


def minutes(*values: float) -> list[int]:
    return [round(value * MINUTE) for value in values]


def squeezed(found: Pace) -> list[float]:
    return [phase.squeezed_ms / MINUTE for phase in found.phases]


@st.composite
def clocks(draw: st.DrawFn) -> tuple[list[int], list[int], int]:
    count = draw(st.integers(1, 8))
    lists = st.lists(MINUTES, min_size=count, max_size=count)
    budgets, spent = draw(lists), draw(lists)
    return budgets, spent, draw(st.integers(0, count - 1))


def test_at_the_start_every_phase_has_its_whole_budget() -> None:
    found = pace(minutes(5, 15, 5, 5), [0, 0, 0, 0], 0, 0, None)
    assert squeezed(found) == [5, 15, 5, 5]
    assert (found.elapsed_ms, found.left_ms, found.spare_ms) == (0, 30 * MINUTE, 0)


def test_overtime_is_negative_time_left_and_squeezes_the_rest_in_proportion() -> None:
    found = pace(minutes(5, 15, 5, 5), minutes(10, 0, 0, 0), 1, 0, None)
    assert found.phases[0].left_ms == -5 * MINUTE
    assert found.phases[0].overtime_ms == 5 * MINUTE
    assert squeezed(found) == [0, 12, 4, 4]


def test_overtime_squeezes_while_it_still_grows() -> None:
    assert squeezed(pace(minutes(5, 15, 5, 5), minutes(5, 20, 0, 0), 1, 0, None)) == [0, 0, 2.5, 2.5]


def test_a_phase_left_early_gives_its_time_back_as_spare() -> None:
    found = pace(minutes(5, 15, 5, 5), minutes(3, 0, 0, 0), 1, 0, None)
    assert squeezed(found) == [0, 15, 5, 5]
    assert found.spare_ms == 2 * MINUTE


def test_spare_time_pays_for_later_overtime_first() -> None:
    assert squeezed(pace(minutes(5, 15, 5, 5), minutes(3, 17, 0, 0), 2, 0, None)) == [0, 0, 5, 5]


def test_going_back_opens_the_earlier_phase_and_those_after_it_again() -> None:
    found = pace(minutes(5, 15, 5, 5), minutes(3, 10, 1, 0), 1, 0, None)
    assert squeezed(found) == [0, 5, 4, 5]


def test_when_the_interview_should_be_over_nothing_is_usable() -> None:
    found = pace(minutes(5, 15), minutes(12, 10), 1, 0, None)
    assert squeezed(found) == [0, 0]
    assert found.left_ms == -2 * MINUTE


@pytest.mark.parametrize(
    ("left", "typical_minutes", "fit"),
    [(0, None, True), (3, None, None), (3, 2, True), (3, 2.5, False), (0, 99, True)],
)
def test_must_asks_fit_when_the_time_left_holds_them_at_the_typical_pace(
    left: int, typical_minutes: float | None, fit: bool | None
) -> None:
    typical_ms = None if typical_minutes is None else round(typical_minutes * MINUTE)
    assert pace(minutes(5, 6), minutes(5, 0), 1, left, typical_ms).must_asks_fit is fit


def test_no_must_ask_left_fits_even_in_overtime_and_one_left_does_not() -> None:
    assert pace([MINUTE], [2 * MINUTE], 0, 0, MINUTE).must_asks_fit is True
    assert pace([MINUTE], [2 * MINUTE], 0, 1, MINUTE).must_asks_fit is False


@pytest.mark.parametrize(
    ("asked", "questions", "typical"), [([60, 120], 10, 90), ([], 10, 180), ([], 0, None), ([30], 0, 30)]
)
def test_the_typical_question_is_the_mean_so_far_or_the_guides_share(
    asked: list[int], questions: int, typical: int | None
) -> None:
    assert typical_question_ms(asked, [300, 900, 300, 300], questions) == typical


@pytest.mark.parametrize(
    ("first_sound_ms", "now_ms", "seconds"),
    [(None, 1_000, 0), (None, 4_999, 3), (6_000, 99_000, 5), (None, 99_000, 10), (500, 2_000, 0)],
)
def test_the_wait_is_counted_to_the_first_sound_and_to_ten_seconds(
    first_sound_ms: int | None, now_ms: int, seconds: int
) -> None:
    assert wait_seconds(1_000, first_sound_ms, now_ms) == seconds


def test_there_are_five_whys_and_never_less_than_none_left() -> None:
    assert [whys_left(asked) for asked in (0, 1, 5, 7)] == [5, 4, 0, 0]


@given(clocks())
def test_what_is_usable_never_exceeds_what_is_left(clock: tuple[list[int], list[int], int]) -> None:
    found = pace(*clock, 0, None)
    assert sum(phase.squeezed_ms for phase in found.phases) + found.spare_ms == pytest.approx(
        max(0, found.left_ms), abs=len(found.phases)
    )
    assert sum(phase.squeezed_ms for phase in found.phases) <= max(0, found.left_ms)


@given(clocks())
def test_no_phase_is_given_more_than_its_own_rest(clock: tuple[list[int], list[int], int]) -> None:
    for phase in pace(*clock, 0, None).phases:
        assert 0 <= phase.squeezed_ms <= max(0, phase.left_ms)


@given(clocks())
def test_without_overtime_nothing_is_squeezed(clock: tuple[list[int], list[int], int]) -> None:
    budgets, spent, current = clock
    calm = [min(pair) for pair in zip(budgets, spent, strict=True)]
    found = pace(budgets, calm, current, 0, None)
    assert [phase.squeezed_ms for phase in found.phases[current:]] == [
        phase.left_ms for phase in found.phases[current:]
    ]
