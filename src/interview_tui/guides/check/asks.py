"""A line taken apart into what it asks: one `Ask` for each question, request or statement in it."""

from __future__ import annotations

import re
from typing import Literal

from interview_tui.domain.values import value
from interview_tui.guides.check.heads import Head, find_head
from interview_tui.guides.check.plain import plain, spoken

Form = Literal["open", "closed", "choice", "factual", "chain", "scene", "statement", "topic", "task"]

_SENTENCE = re.compile(
    r"(?<=[?!])[\"')]*\s+|(?<=[a-z0-9\"')\]]\.)[\"')]*\s+(?=[\"'(]?[A-Z0-9])|(?<=\.\.\.)\s+(?=[A-Z])"
)
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|vs|dr|mr|ms|mrs|approx|no)\.$", re.IGNORECASE)
_COORDINATED = re.compile(
    r"(?:[,;]| [-–—])?\s(?:and|or|but|plus)(?: also| then| if so,?| maybe| like| so)*\s"
    r"(?=(?:who|whom|whose|what|when|where|why|how|which|whether)\b|"
    r"(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should) (?:not )?"
    r"(?:you|it|they|that|there|he|she|we|this|your|the)\b)|"
    r"(?:[,;]| [-–—])\s(?=(?:what|why|how|when|where|who|which) (?:do|does|did|is|are|was|were|have|has|had|can|could"
    r"|would|will|should|about)\b|(?:do|does|did|is|are|was|were|have|has|had|would|will) (?:you|it|they|that|there|this|your)\b)"
)


@value
class Ask:
    """One sentence or clause: its plain words, the same in lower case from its head on, and what it does."""

    words: str
    low: str
    head: Head
    question_mark: bool


def asks_of(text: str) -> tuple[Ask, ...]:
    """The sentences of a line in order, each with the clause that asks."""
    return tuple(_ask(sentence) for sentence in _sentences(spoken(text)))


def _sentences(text: str) -> list[str]:
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] += " " + part
        elif part.strip(" .,;:-\"'"):
            found.append(part)
    return found


def _ask(sentence: str) -> Ask:
    words = plain(sentence)
    question_mark = words.rstrip("\"' )").endswith("?")
    words = words.rstrip(" .?!:;\"'")
    low = words.lower()
    if len(low) != len(words):
        words = low  # a letter that changes its length with its case would shift the head
    head = find_head(low)
    return Ask(words, low, head, question_mark)


def clauses(ask: Ask) -> list[str]:
    """The coordinated clauses of a sentence, from its head on, in lower case."""
    return [part.strip(" ,;-") for part in _COORDINATED.split(ask.low[ask.head.at :])]
