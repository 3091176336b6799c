"""Where in a text the words stand that were looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interview_tui.domain.folding import PlacedWord, placed_words
from interview_tui.domain.search import Mark
from interview_tui.domain.search_query import Term
from interview_tui.domain.search_rank import PLAIN, pattern_of

_SIGNS = re.compile(r"[+#]")


class Marker:
    """Marks the words of a query, or its signs, in the texts that it found."""

    def __init__(self, terms: Iterable[Term], signs: Iterable[str] = ()) -> None:
        self._signs = [re.compile(re.escape(sign)) for sign in signs]
        self._terms = [term for term in terms if not term.excluded]
        self._plain = [pattern_of(term, PLAIN) for term in self._terms]

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Where its words stand in a text as typed, in order; those that overlap are one."""
        if text.isascii() and not _SIGNS.search(text):
            lower = text.lower()
            found = [match.span() for pattern in self._plain for match in pattern.finditer(lower)]
        else:
            words = placed_words(text)
            found = [place for term in self._terms for place in _places(words, term)]
        found += [match.span() for pattern in self._signs for match in pattern.finditer(text)]
        return _merged(sorted(found)) if len(found) > 1 else tuple(found)


def _places(words: Sequence[PlacedWord], term: Term) -> list[Mark]:
    return [
        (words[at].start, words[at + len(term.words) - 1].end)
        for at in range(len(words) - len(term.words) + 1)
        if _stands_at(words, at, term)
    ]


def _stands_at(words: Sequence[PlacedWord], at: int, term: Term) -> bool:
    last = len(term.words) - 1
    told = words[at + last].word
    ends = told.startswith(term.words[last]) if term.beginning else told == term.words[last]
    return ends and all(words[at + place].word == term.words[place] for place in range(last))


def _merged(places: Iterable[Mark]) -> tuple[Mark, ...]:
    merged: list[Mark] = []
    for start, end in places:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
