"""How well a text answers a query: BM25 over its words, of which every hit has all that were asked for.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with its usual k1, b.
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


class Ranking:
    """How well texts answer some terms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        wanted = [(_spaced(term.words), term.beginning) for term in terms if not term.excluded]
        self._wanted = [(told, told[:-1] if beginning else "") for told, beginning in wanted]

    def score(self, words: Sequence[str]) -> float:
        """The score of a text by its folded words; higher is better, 0 where no term is among them."""
        told = _spaced(words)
        norm = _K1 * (1 - _B + _B * len(words) / _USUAL_LENGTH)
        total = 0.0
        for whole, beginning in self._wanted:
            times: float = told.count(whole)
            if beginning:
                times += _ONLY_BEGINS * (told.count(beginning) - times)
            total += times * (_K1 + 1) / (times + norm)
        return total


def _spaced(words: Sequence[str]) -> str:
    """Words with a space of their own at either side, so that counting misses none of two neighbours."""
    return f" {'  '.join(words)} "
