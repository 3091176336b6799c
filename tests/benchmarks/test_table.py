"""Rows of the table: ratios, goals and the words for them."""

from __future__ import annotations

import pytest
from benchmarks.table import HEADER, Figure, percentile, table
from hypothesis import given
from hypothesis import strategies as st

RATIO = Figure(what="start", figure=300, floor=240, goal=1.25)
ALONE = Figure(what="glyph", figure=24.04, goal=50)
SHARE = Figure(what="found", figure=0.96, unit="", goal=0.97, goal_is="at least", digits=3)
TOLD = Figure(what="size", figure=1234, unit="B", digits=0)


@pytest.mark.parametrize(
    ("figure", "cells"),
    [
        (RATIO, ("start", "300.0 ms", "240.0 ms", "1.25", "≤ 1.25 ×", "met")),
        (ALONE, ("glyph", "24.0 ms", "–", "–", "≤ 50 ms", "met")),
        (SHARE, ("found", "0.960", "–", "–", "≥ 0.97", "missed")),
        (TOLD, ("size", "1,234 B", "–", "–", "–", "")),
    ],
)
def test_a_row_says_figure_floor_ratio_goal_and_whether_it_is_met(
    figure: Figure, cells: tuple[str, ...]
) -> None:
    assert figure.cells() == cells


def test_a_goal_on_a_ratio_judges_the_ratio_and_not_the_figure() -> None:
    assert Figure(what="", figure=10, floor=1, goal=9).met is False
    assert Figure(what="", figure=10, floor=2, goal=9).met is True


def test_the_table_is_markdown_with_all_columns_in_line() -> None:
    lines = table([RATIO, ALONE, SHARE, TOLD]).splitlines()
    assert len(lines) == 2 + 4
    assert len({len(line) for line in lines}) == 1
    assert all(line.count("|") == len(HEADER) + 1 for line in lines)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
def test_a_percentile_is_a_measurement_that_enough_others_do_not_exceed(
    values: list[float], percent: int
) -> None:
    found = percentile(values, percent)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= percent * len(values)
    assert sum(value < found for value in values) * 100 < percent * len(values)
