"""Words of judgement, each with what makes it stronger or weaker, put as one mark for the rules to look"
" for."""

from __future__ import annotations

import re

from interview_tui.guides.check.lexicon import DEGREE, EVALUATION, any_of

MARK = "☆"
"""Stands where "very helpful", "a real pain" or "too expensive" stood."""

_DEGREE = any_of(DEGREE)
_JUDGED = re.compile(
    rf"(?<![\w-])(?:{_DEGREE} )*(?:(?:a|an|the) )?(?:{_DEGREE} )*{any_of(EVALUATION)}(?![\w-])", re.IGNORECASE
)


_FIRST_WORDS = frozenset(re.split("[_-]", word)[0] for word in EVALUATION.split())
_WORD = re.compile(r"\w+")


def judged(text: str) -> str:
    """A text with a mark for each of its judgements."""
    if _FIRST_WORDS.isdisjoint(_WORD.findall(text.lower())):
        return text
    return _JUDGED.sub(MARK, text)
