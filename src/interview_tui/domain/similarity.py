"""How alike two notes are: the cosine of their words' weights, found through an inverted index.

The weight of a word in a note is `(1 + ln tf) · idf`, `idf = ln((1 + n) / (1 + df)) + 1`, and a note's
weights are scaled to length 1: Salton & Buckley, "Term-weighting approaches in automatic text
retrieval" (Information Processing & Management 24, 1988), with the idf smoothed as scikit-learn's
`TfidfVectorizer` does. A score says that notes share rare words, never that they mean the same.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from math import log, sqrt
from typing import Protocol

from interview_tui.domain.terms import terms_of
from interview_tui.domain.values import value

TOO_COMMON = 1_000
"""A word in more notes than this, and in more than a fifth of all, tells nothing and costs the most."""

_TOO_COMMON_SHARE = 0.2

RARE_ENOUGH = 100
"""A word in at most so many notes brings two of them together as neighbours."""


@value
class Like:
    """A note that is like another: its key, how much (0 to 1), and the words that both have, rarest first."""

    key: str
    score: float
    shared: tuple[str, ...] = ()


class Similarity(Protocol):
    """Notes that can be compared; what it is made of is its own business."""

    group_floor: float
    """How alike two notes must be to be offered as belonging together."""

    def __contains__(self, key: str) -> bool:
        """Whether a note is known and has words to compare."""

    def like(self, key: str, limit: int = 20) -> list[Like]:
        """The notes most like one, best first, without itself and without those that share nothing."""

    def near(self, key: str, floor: float) -> list[tuple[str, float]]:
        """Every other note at least so much like one, with its score; in no order."""

    def shared(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Words that most of some notes have, rarest in the library first."""


class WordSimilarity:
    """Notes compared by their words; `notes` are keys and texts. A note without words is like none."""

    group_floor = 0.2

    def __init__(self, notes: Iterable[tuple[str, str]]) -> None:
        counted = [(key, Counter(terms_of(text))) for key, text in notes]
        self.keys = [key for key, counts in counted if counts]
        self._place = {key: at for at, key in enumerate(self.keys)}
        kept = [counts for _, counts in counted if counts]
        self._frequency: Counter[str] = Counter(term for counts in kept for term in counts)
        limit = max(TOO_COMMON, _TOO_COMMON_SHARE * len(kept))
        self._weights = [self._weights_of(counts, limit) for counts in kept]
        self._notes_with: dict[str, array[int]] = {}
        for at, weights in enumerate(self._weights):
            for term in weights:
                self._notes_with.setdefault(term, array("l")).append(at)

    def _weights_of(self, counts: Mapping[str, int], limit: float) -> dict[str, float]:
        """A note's words and weights, rarest first, of length 1."""
        frequency, n = self._frequency, len(self._place)
        telling = [term for term in counts if frequency[term] <= limit] or list(counts)
        telling.sort(key=lambda term: (frequency[term], term))
        weights = [(1 + log(counts[term])) * (log((1 + n) / (1 + frequency[term])) + 1) for term in telling]
        length = sqrt(sum(weight * weight for weight in weights))
        return {term: weight / length for term, weight in zip(telling, weights, strict=True)}

    def __contains__(self, key: str) -> bool:
        return key in self._place

    def score(self, one: str, other: str) -> float:
        """How alike two notes are, from 0 to 1; raises KeyError for a note that has no words."""
        return _dot(self._weights[self._place[one]], self._weights[self._place[other]])

    def like(self, key: str, limit: int = 20) -> list[Like]:
        """The notes most like one, best first; of equals the earlier in the library."""
        if key not in self._place:
            return []
        here = self._place[key]
        mine = self._weights[here]
        scores: defaultdict[int, float] = defaultdict(float)
        for term, weight in mine.items():
            for at in self._notes_with[term]:
                scores[at] += weight * self._weights[at][term]
        scores.pop(here, None)
        best = nsmallest(limit, scores, key=lambda at: (-round(scores[at], 9), at))
        return [
            Like(self.keys[at], min(1.0, scores[at]), tuple(_shared(mine, self._weights[at]))) for at in best
        ]

    def near(self, key: str, floor: float) -> list[tuple[str, float]]:
        """Every other note at least so much like one.

        Notes that share no word but those of more than `RARE_ENOUGH` notes are passed over: this is asked
        for every note of a library, and its time is the number of pairs that are looked at.
        """
        if key not in self._place:
            return []
        here = self._place[key]
        mine = self._weights[here]
        found: set[int] = set()
        for term in mine:
            if self._frequency[term] > RARE_ENOUGH:
                break  # rarest first
            found.update(self._notes_with[term])
        found.discard(here)
        scored = ((at, _dot(mine, self._weights[at])) for at in sorted(found))
        return [(self.keys[at], min(1.0, score)) for at, score in scored if score >= floor]

    def both(self, one: str, other: str) -> tuple[str, ...]:
        """The words that two notes have in common."""
        if one not in self._place or other not in self._place:
            return ()
        return tuple(_shared(self._weights[self._place[one]], self._weights[self._place[other]]))

    def shared(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Words that at least half of some notes have, the most shared first, of equals the rarer."""
        known = [self._weights[self._place[key]] for key in keys if key in self._place]
        counts = Counter(term for weights in known for term in weights)
        common = [term for term, count in counts.items() if count >= 2 and 2 * count >= len(known)]
        return tuple(sorted(common, key=lambda term: (-counts[term], self._frequency[term], term)))


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return min(1.0, sum(one[term] * other[term] for term in _shared(one, other)))


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> Sequence[str]:
    """The words of both; in the same order whichever is asked first."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return [term for term in few if term in many]
