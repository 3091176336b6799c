"""Words of judgement, each with what makes it stronger or weaker, put as one mark for the rules to find."""

from __future__ import annotations

import re

from interview_tui.guides.check.lexicon import BURDEN, DEGREE, EVALUATION, any_of
from interview_tui.guides.check.patterns import late

MARK = "☆"
"""Stands where "very helpful", "a real pain" or "too expensive" stood."""

_DEGREE = any_of(DEGREE)
_JUDGED = late(
    rf"(?<![\w-])(?:{_DEGREE} )*(?:(?:a|an"
    rf"|the) )?(?:{_DEGREE} )*{any_of(EVALUATION)}(?![\w-])",
    re.IGNORECASE,
)
_BURDENS = late(
    r"(?:(?<= is)|(?<= are)|(?<= was)|(?<= be)|(?<= it)|(?<= find)) "
    rf"(?:{_DEGREE} )*an? (?:\w+ )?{any_of(BURDEN)}\b| an? (?:\w+ )?{any_of(BURDEN)}(?= (?:for|to) \w+$|$)",
    re.IGNORECASE,
)
_BURDEN_WORDS = frozenset(BURDEN.split())
_FIRST_WORDS = frozenset(re.split("[_-]", word)[0] for word in EVALUATION.split())
_WORD = late(r"\w+")


def judged(text: str) -> str:
    """A text with a mark for each of its judgements."""
    words = set(_WORD.findall(text.lower()))
    if not _BURDEN_WORDS.isdisjoint(words):
        text = _BURDENS.sub(f" {MARK}", text)
    return text if _FIRST_WORDS.isdisjoint(words) else _JUDGED.sub(MARK, text)
