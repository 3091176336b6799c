"""Talk bands made for research."""

from __future__ import annotations

import pytest

from interview_tui.domain.bands import DEFAULT_BANDS, PARTS, Band, Part, band_for, judge, part_of


def test_every_part_has_a_band_that_calls_more_than_half_too_much() -> None:
    assert set(DEFAULT_BANDS) == set(PARTS)
    for band in DEFAULT_BANDS.values():
        assert 0 < band.goal <= band.limit <= 0.5
        assert judge(0.51, band) == "over"


def test_digging_in_listening_95_percent_of_the_time_is_good_and_a_quarter_of_the_talk_is_not() -> None:
    band = band_for(1, 4, {})
    assert judge(0.05, band) == "good"
    assert judge(0.25, band) == "over"


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        (1, ["dig_in"]),
        (2, ["get_comfortable", "dig_in"]),
        (3, ["get_comfortable", "dig_in", "say_goodbye"]),
        (4, ["get_comfortable", "dig_in", "turn_it_over", "say_goodbye"]),
        (6, ["get_comfortable", "dig_in", "dig_in", "dig_in", "turn_it_over", "say_goodbye"]),
    ],
)
def test_a_phase_stands_for_a_part_of_the_method_by_its_place(count: int, parts: list[Part]) -> None:
    assert [part_of(index, count) for index in range(count)] == parts


def test_no_phase_means_the_whole_session() -> None:
    assert band_for(None, 4, {}) == DEFAULT_BANDS["whole_session"]


def test_the_studys_own_band_comes_before_the_default() -> None:
    own = Band(0.05, 0.15)
    assert band_for(1, 4, {"dig_in": own}) == own
    assert band_for(0, 4, {"dig_in": own}) == DEFAULT_BANDS["get_comfortable"]


@pytest.mark.parametrize(
    ("share", "verdict"),
    [
        (None, "unknown"),
        (0.0, "good"),
        (0.2, "good"),
        (0.21, "high"),
        (0.4, "high"),
        (0.41, "over"),
        (1.0, "over"),
    ],
)
def test_a_share_is_judged_against_goal_and_limit(share: float | None, verdict: str) -> None:
    assert judge(share, Band(0.2, 0.4)) == verdict
