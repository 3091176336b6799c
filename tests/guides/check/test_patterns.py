"""Patterns that wait until they are needed, and tables that are looked at before they are searched."""

from __future__ import annotations

import re

import pytest

from interview_tui.guides.check.patterns import Rules, late
from interview_tui.guides.check.phrases import Phrases


def test_a_wrong_pattern_is_noticed_only_when_it_is_used() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("text")


def test_a_late_pattern_does_what_the_pattern_does() -> None:
    pattern = late("A+", re.IGNORECASE)
    assert [pattern.sub("b", "caat"), pattern.findall("aAxa"), pattern.match("xa")] == [
        "cbt",
        ["aA", "a"],
        None,
    ]


def test_a_row_holds_only_with_one_of_its_words() -> None:
    rules = Rules([("price cost", r"(?:price|cost|fee)\b")])
    assert rules.hold_in("what is the price")
    assert not rules.hold_in("what is the fee")


def test_rules_of_a_beginning_hold_nowhere_else() -> None:
    rules = Rules([("", r"is it\b")], anywhere=False)
    assert rules.hold_in("is it here")
    assert not rules.hold_in("where is it")


@pytest.mark.parametrize(
    ("text", "end"), [("tell me more", 12), ("tell me", 7), ("tell men", None), ("so tell me", None)]
)
def test_the_longest_phrase_is_found(text: str, end: int | None) -> None:
    assert Phrases("tell_me tell_me_more").end(text, 0) == end
