"""Where a step through a list leads, what is chosen after one went, and that the chosen rows are in view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.tui.stepping import neighbour, scrolled, stepped, within

# -- where a step leads --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "by", "there"),
    [("a", 1, "b"), ("a", -1, "a"), ("b", 9, "c"), ("c", -9, "a"), ("gone", 0, "a"), ("b", 0, "b")],
)
def test_a_step_stays_within_the_ends(here: str, by: int, there: str) -> None:
    assert stepped(["a", "b", "c"], here, by) == there


def test_where_nothing_stands_a_step_leads_nowhere() -> None:
    assert stepped([], "a", 1) == "a"
    assert stepped([], 7, -1) == 7


@pytest.mark.parametrize(
    ("place", "count", "nearest"), [(1, 3, 1), (-4, 3, 0), (9, 3, 2), (0, 0, 0), (5, 0, 0), (-5, 0, 0)]
)
def test_a_place_is_one_that_the_list_has(place: int, count: int, nearest: int) -> None:
    assert within(place, count) == nearest


@pytest.mark.parametrize(("gone", "there"), [("a", "b"), ("b", "c"), ("c", "b")])
def test_after_one_went_its_neighbour_is_chosen(gone: str, there: str) -> None:
    assert neighbour(["a", "b", "c"], gone) == there
    assert neighbour([gone], gone) == ""


# -- what stays in view --------------------------------------------------------------------


@given(st.data(), st.integers(1, 40), st.integers(1, 200))
def test_the_selected_row_is_always_in_view(data: st.DataObject, height: int, count: int) -> None:
    place = data.draw(st.integers(0, count - 1))
    top = scrolled(data.draw(st.integers(0, 300)), place, count, height)
    assert top <= place < top + height
    assert 0 <= top <= max(0, count - height)


@given(st.integers(0, 200), st.integers(0, 190), st.integers(1, 9), st.integers(1, 40), st.integers(0, 3))
def test_all_selected_rows_are_in_view_with_what_stands_around_them(
    top: int, start: int, rows: int, height: int, margin: int
) -> None:
    here = range(start, start + min(rows, height))
    first = scrolled(top, here, 200, height, above=margin, below=margin)
    assert 0 <= first <= max(0, 200 - height)
    assert first <= here.start
    assert min(here.stop, 200) <= first + height
    if len(here) + 2 * margin <= height:
        assert first <= max(0, here.start - margin)
        assert min(here.stop + margin, 200) <= first + height


@pytest.mark.parametrize(("top", "moved"), [(0, 3), (3, 3), (8, 8), (9, 9), (40, 9)])
def test_it_scrolls_no_further_than_needed(top: int, moved: int) -> None:
    assert scrolled(top, 10, 100, 8) == moved
