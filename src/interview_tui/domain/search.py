"""What a search over all interviews finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview_tui.domain.values import value

HitKind = Literal["note", "debrief", "question"]
"""A note (or bare mark), an answer of the debrief, or a question of the guide."""

Order = Literal["best", "newest"]
"""Best first where few things match; newest first where many do, or where no word was asked for."""

Mark = tuple[int, int]
"""Where a hit's words stand in its text: from, up to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:  # made fifty at a letter, which a `value` would take a millisecond for
    """One place that was found; `note` is "" for what is no note.

    `about` says of a question what became of it (asked, skipped, open) and of a debrief's answer which
    one it is. A higher `score` is better. Without `may_be_quoted` their words must not leave the team.
    """

    session: str
    note: str
    kind: HitKind
    at_ms: int
    text: str
    participant: str = ""
    segment: str = ""
    tags: tuple[str, ...] = ()
    phase: str = ""
    question: str = ""
    about: str = ""
    author: str = ""
    score: float = 0.0
    created_utc: str = ""
    starred: bool = False
    word_for_word: bool = False
    may_be_quoted: bool = True
    marks: tuple[Mark, ...] = ()

    @property
    def person(self) -> str:
        """Who said it: a pseudonym, or the session's id where nobody was named."""
        return self.participant or self.session


@value(kw_only=True)
class SearchResult:
    """The first hits; `count` is how many there are in all, or at least with `more`."""

    hits: tuple[Hit, ...] = ()
    count: int = 0
    more: bool = False
    by: Order = "best"
