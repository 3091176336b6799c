"""How well a text answers a query: BM25 over its words, of which every hit has all that were asked for.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with its usual k1 and b.
What it adds for rare words is left out: a hit has every word that was asked for, and counting how many of a
million notes have a common one takes longer than a key press.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interview_tui.domain.search_query import Term

_K1, _B = 1.2, 0.75
_USUAL_LENGTH = 14
"""Words of an ordinary note."""

_ONLY_BEGINS = 0.7
"""What a word counts that goes on after what was typed."""


def score(words: Sequence[str], terms: Iterable[Term]) -> float:
    """How well folded words answer terms; higher is better, 0 where no term is among them."""
    norm = _K1 * (1 - _B + _B * len(words) / _USUAL_LENGTH)
    found = [_times(words, term) for term in terms if not term.excluded]
    return sum(times * (_K1 + 1) / (times + norm) for times in found)


def _times(words: Sequence[str], term: Term) -> float:
    if len(term.words) == 1 and not term.beginning:
        return words.count(term.words[0])
    whole = beginnings = 0
    length, last = len(term.words), term.words[-1]
    for end in range(length - 1, len(words)):
        if words[end] == last:
            whole += _before(words, end, term.words)
        elif term.beginning and words[end].startswith(last):
            beginnings += _before(words, end, term.words)
    return whole + _ONLY_BEGINS * beginnings


def _before(words: Sequence[str], end: int, wanted: Sequence[str]) -> bool:
    """Whether all but the last of some words stand right before a place."""
    return len(wanted) == 1 or tuple(words[end - len(wanted) + 1 : end]) == tuple(wanted[:-1])
