"""Text on its way to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.text import cells, clock, fold, one_line, visible

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\nb\tc", "a↵b→c"),
        ("\x1b[31mred", "␛[31mred"),
        ("\r\x00\x7f", "␍␀␡"),
        ("\x9b31m", "·31m"),
        ("next\x85line", "next↵line"),
        ("one\u2028two\u2029", "one↵two↵"),
        ("pay \u202e05$\u202c", "pay ·05$·"),
        ("\u2066x\u2069", "·x·"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_what_commands_a_terminal_is_shown_instead(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@pytest.mark.parametrize(
    "typed",
    ["", 'said "ok [laughs]"', "a [/] b", "שלום עליכם", "予約を取り消す", "👩‍⚕️ Zoë’s café", "e\u0301\u200fא"],
)
def test_everything_else_stays_as_typed(typed: str) -> None:
    assert visible(typed) == typed


@given(ANYTHING)
def test_no_control_character_or_surrogate_is_left(typed: str) -> None:
    assert not {unicodedata.category(c) for c in visible(typed)} & {"Cc", "Cs", "Zl", "Zp"}


@given(ANYTHING)
def test_each_character_becomes_exactly_one_and_twice_is_as_once(typed: str) -> None:
    once = visible(typed)
    assert len(once) == len(typed)
    assert visible(once) == once


@pytest.mark.parametrize(
    ("typed", "width", "shown"),
    [
        ("short", 5, "short"),
        ("a little longer", 9, "a little…"),
        (" two\nlines ", 20, "two lines"),
        ("予約を取り消す", 7, "予約を…"),
        ("予約を取り消す", 14, "予約を取り消す"),
        ("cafe\u0301 au lait", 5, "cafe\u0301…"),
        ("\x1b[31m", 9, "␛[31m"),
    ],
)
def test_one_line_is_cut_by_columns_and_not_by_characters(typed: str, width: int, shown: str) -> None:
    assert one_line(typed, width) == shown


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one two three", ["one two", "three"]),
        ("予約 取り 消す", ["予約", "取り", "消す"]),
        ("extraordinary", ["extraordinary"]),
    ],
)
def test_words_are_folded_by_columns(text: str, lines: list[str]) -> None:
    assert list(fold(text.split(), 8)) == lines


@given(ANYTHING, st.integers(1, 80))
def test_one_line_never_takes_more_columns_than_it_may(typed: str, width: int) -> None:
    assert cells(one_line(typed, width)) <= width


@pytest.mark.parametrize(
    ("at_ms", "shown"), [(0, "00:00"), (432_999, "07:12"), (6_432_000, "107:12"), (-5, "00:00")]
)
def test_a_time_of_the_session_reads_as_minutes_and_seconds(at_ms: int, shown: str) -> None:
    assert clock(at_ms) == shown
