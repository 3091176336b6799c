"""The words that a rule first looks for must stand in every question that the rule would find."""

from __future__ import annotations

import pytest
from benchmarks.questions import GUIDES, WRITTEN, read_labelled

from interview_tui.guides.check import closers, hypothetical, jargon, leading, pitch, story
from interview_tui.guides.check.asks import asks_of
from interview_tui.guides.check.judgement import judged
from interview_tui.guides.check.patterns import Rules, said_in

ASKS = [
    ask
    for path in (GUIDES, WRITTEN)
    for labelled in read_labelled(path)
    for ask in asks_of(labelled.question)
]
TEXTS = [text for ask in ASKS for text in (ask.low, ask.clause, judged(ask.clause), ask.content)]
RULES = {
    "pitch": pitch._PITCH,
    "hypothetical": hypothetical._GUESS,
    "leading anywhere": leading._IN,
    "leading at the beginning": leading._OPEN,
    "leading by a judgement": leading._JUDGE,
    "story": story._STORY,
    "closer": closers._CLOSER,
    "opener": closers._OPENER,
}


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_what_a_rule_finds_has_one_of_its_words(rules: Rules) -> None:
    found = [
        (telling, text)
        for telling, pattern in rules.rows
        for text in TEXTS
        if telling and (pattern.search if rules.anywhere else pattern.match)(text)
    ]
    assert found
    assert [text for telling, text in found if telling.isdisjoint(said_in(text))] == []


def test_each_word_of_a_trade_has_one_of_the_stems() -> None:
    texts = [ask.low for ask in ASKS]
    found = [text for text in texts if jargon._BUZZ.search(text)]
    assert found
    assert [text for text in found if not any(stem in text for stem in jargon._STEMS)] == []
