"""A query that finds nothing says what is wrong with it, where that is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.search_doubts import doubts

VALUES = {
    "tag": ["challenge", "possible solution", "quote"],
    "participant": ["P01", "P07"],
    "segment": ["clinics", "labs"],
}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tag:pain", "There is no tag pain; tags are challenge, possible solution, quote."),
        ("paper tag:pain ", "There is no tag pain; tags are challenge, possible solution, quote."),
        ("-tag:pain paper", "There is no tag pain; tags are challenge, possible solution, quote."),
        ("tag:cha", ""),
        ("tag:Challenge paper", ""),
        ("tag:pain,quote", ""),
        ('tag:"possible solution"', ""),
        ("tag:none", ""),
        ("tag: quote", "Write what is asked for right behind tag: without a space, such as tag:challenge."),
        ("tag:", "Write what is asked for right behind tag:, such as tag:challenge."),
        ("participant:p7", ""),
        ("participant:p99", "There is no participant p99; participants are P01, P07."),
        ("kind:story", "There is no kind story; kinds are note, quote, debrief, question."),
        ("segment:hospitals", "There is no segment hospitals; segments are clinics, labs."),
        ("author:zoe", "There is no author zoe."),
        ("before:2026-13", "2026-13 is no date: write before:2026, before:2026-11 or before:2026-11-20."),
        (
            "after: 2026",
            "after: wants a date right behind it: write after:2026, after:2026-11 or after:2026-11-20.",
        ),
        ("after:2026-11", ""),
        ("starred:", ""),
        ("session:2026", ""),
        ("chal", "There is a tag challenge: tag:challenge finds its notes."),
        ("poss", 'There is a tag possible solution: tag:"possible solution" finds its notes.'),
        ("ch", ""),
        ("nosuch", ""),
        ("https://example.org", ""),
        ("", ""),
    ],
)
def test_what_is_wrong_is_said(typed: str, said: str) -> None:
    assert doubts(typed, VALUES) == said


@given(st.text(alphabet='tagkindbefore:-" ,*20261\n', max_size=30) | st.text(max_size=20))
def test_anything_may_be_typed(typed: str) -> None:
    assert isinstance(doubts(typed, VALUES), str)
    assert isinstance(doubts(typed, {}), str)
