"""The words that a rule first looks for must stand in every question that the rule would find."""

from __future__ import annotations

import re

import pytest
from benchmarks.questions import GUIDES, WRITTEN, read_labelled

from interview_tui.guides.check import hypothetical, jargon, pitch
from interview_tui.guides.check.asks import asks_of

WORD = re.compile(r"\w+|[$€£]")
TEXTS = [
    " . ".join(ask.low for ask in asks_of(labelled.question))
    for path in (GUIDES, WRITTEN)
    for labelled in read_labelled(path)
]


@pytest.mark.parametrize(
    ("pattern", "telling"),
    [(hypothetical._GUESS, hypothetical._TELLING_WORDS), (pitch._PITCH, pitch._TELLING_WORDS)],
    ids=["hypothetical", "pitch"],
)
def test_what_a_rule_finds_has_one_of_its_words(pattern: re.Pattern[str], telling: frozenset[str]) -> None:
    found = [text for text in TEXTS if pattern.search(text)]
    assert found
    assert [text for text in found if telling.isdisjoint(WORD.findall(text))] == []


def test_each_word_of_a_trade_has_one_of_the_stems() -> None:
    found = [text for text in TEXTS if jargon._BUZZ.search(text)]
    assert found
    assert [text for text in found if not any(stem in text for stem in jargon._STEMS)] == []
