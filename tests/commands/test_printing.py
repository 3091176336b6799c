"""Long sentences break between words on a terminal, and nowhere else."""

from __future__ import annotations

import pytest

from interview_tui.commands.printing import folded


@pytest.mark.parametrize(
    ("line", "width", "lines"),
    [
        ("", 40, [""]),
        ("one two three", 40, ["one two three"]),
        ("one two three", 8, ["one two", "three"]),
        ("  exports/a.md (name, e-mail)", 20, ["  exports/a.md", "  (name, e-mail)"]),
        ("see  interview-tui list", 30, ["see  interview-tui list"]),
        ("a-word-that-is-much-longer here", 10, ["a-word-that-is-much-longer", "here"]),
        ("日本語 日本語", 8, ["日本語", "日本語"]),
    ],
)
def test_a_line_is_folded_between_words(line: str, width: int, lines: list[str]) -> None:
    assert folded(line, width).split("\n") == lines
