"""How far the reading is, as a bar with its figures in any width."""

from __future__ import annotations

import pytest

from interview_tui.tui.reading_row import reading_row
from interview_tui.tui.rows import width_of


def words(done: int, count: int, width: int) -> str:
    return "".join(text for text, _ in reading_row(done, count, width).spans)


@pytest.mark.parametrize("width", range(4, 130))
@pytest.mark.parametrize(("done", "count"), [(0, 0), (0, 8), (9_999, 10_000), (8, 8), (9, 8)])
def test_it_fits_every_width(width: int, done: int, count: int) -> None:
    assert width_of(reading_row(done, count, width).spans) <= width


@pytest.mark.parametrize("width", [58, 78, 118])
def test_it_has_a_bar_a_percentage_and_the_key_that_breaks_off(width: int) -> None:
    told = words(2_500, 10_000, width)
    assert told.startswith("reading 2,500 of 10,000 sessions" if width > 78 else "2,500 of 10,000")
    assert "━" in told
    assert "─" in told
    assert " 25 %" in told
    assert "esc breaks off" in told
    assert ("it goes on next time" in told) is (width > 58)


def test_what_is_nearly_done_is_not_called_done() -> None:
    assert " 99 %" in words(9_999, 10_000, 78)
    assert "100 %" in words(10_000, 10_000, 78)
    assert words(0, 0, 40) == "reading …"
