"""How well a text answers a query: BM25 over its words, of which every hit has all that were asked for.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with its usual k1, b.
What it adds for rare words is left out: a hit has every word that was asked for, and counting how many of a
million notes have a common one takes longer than a key press.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from interview_tui.domain.search_query import Term

_K1, _B = 1.2, 0.75
_USUAL_LENGTH = 80
"""Characters of an ordinary note when it is folded."""

_ONLY_BEGINS = 0.7
"""What a word counts that goes on after what was typed."""

PLAIN, PARTED = "[a-z0-9]", r"\S"
"""What words consist of in folded text that is all ASCII, and in any other, where spaces part them."""


def pattern_of(term: Term, letter: str) -> re.Pattern[str]:
    """What finds a term in folded text; its one group is how the last word goes on."""
    gap = rf"[^{letter[1:-1]}]+" if letter == PLAIN else r"\s+"
    words = gap.join(map(re.escape, term.words))
    return re.compile(
        f"(?<!{letter}){words}({letter}*)" if term.beginning else f"(?<!{letter}){words}(?!{letter})()"
    )


class Ranking:
    """How well texts answer some terms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        wanted = [term for term in terms if not term.excluded]
        self._plain = [pattern_of(term, PLAIN).findall for term in wanted]
        self._parted = [pattern_of(term, PARTED).findall for term in wanted]

    def score(self, folded: str) -> float:
        """The score of a folded text; higher is better, 0 where no term is in it."""
        norm = _K1 * (1 - _B + _B * len(folded) / _USUAL_LENGTH)
        total = 0.0
        for find in self._plain if folded.isascii() else self._parted:
            ends = find(folded)
            whole = ends.count("")
            times = whole + _ONLY_BEGINS * (len(ends) - whole)
            total += times * (_K1 + 1) / (times + norm)
        return total
