"""A line taken apart into what it asks: one `Ask` for each question, request or statement in it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from interview_tui.guides.check.heads import Head, HeadKind, find_head
from interview_tui.guides.check.lexicon import AUXILIARY, SUBJECT, WH, any_of
from interview_tui.guides.check.patterns import late
from interview_tui.guides.check.plain import plain, spoken

Form = Literal[
    "open", "closed", "choice", "factual", "chain", "restated", "scene", "statement", "topic", "task"
]
ASKING_FORMS: frozenset[Form] = frozenset({"open", "closed", "choice", "factual"})
"""The forms that ask for something by themselves."""

_SENTENCE = late(
    r"(?<=[?!])[\"')]*\s+|(?<=[a-z0-9\"')\]]\.)[\"')]*\s+(?=[\"'(]?[A-Z0-9])|(?<=\.\.\.)[\"')]*\s+(?=[A-Z])"
)
_ABBREVIATED = late(r"\b(?:e\.g|i\.e|etc|vs|dr|mr|ms|mrs|approx|no)\.$", re.IGNORECASE)
_ALSO = "(?:also|then|sorry|maybe|like|so|secondly|too|now|again)"
_AND = rf"(?:[,;]| [-–—])?\s(?:and|but|plus{{or_}})(?:,? {_ALSO})*,?\s"
_CLAUSE = (
    rf"(?=(?:(?:in|at|on|for|to|from|with|by|of) )?(?:who|whom|whose|what|when|where|why|how|which"
    rf"|whether)\b"
    rf"|{any_of('do does did is are was were have has had can could would will should')} (?:not"
    rf" )?{any_of(SUBJECT)}\b|(?:tell|walk|talk|show) (?:me|us)\b|describe\b|do agency\b)"
)
_COORDINATED = late(_AND.format(or_="|or") + _CLAUSE)
_COORDINATED_YES_NO = late(_AND.format(or_="") + _CLAUSE)
_AUX_TAG = late(
    rf"[, ]+{any_of(AUXILIARY)}(?: not)? (?:you|it|that|they|he|she|we|there|this|i)(?: (?:agree|think"
    rf"|say))?(?: so)?$"
)
_WORD_TAG = late(
    r"[, ]+(?:right|correct|yes|yeah|yep|no|huh|eh|okay|true|or|is that (?:right|correct|fair|true)"
    r"|am i right"
    r"|(?:do|would) you (?:not )?(?:think|agree|say)|surely|obviously|of course|not true|or no|or what)$"
)
_SURE_TAG = late(
    r", (?:right|correct|yes|yeah|no|huh|eh|is that (?:right|correct)|am i right|obviously|surely)$"
)
_WHETHER = late(r"^ (?:if|whether) ")
_ASKS_ALREADY = late(rf"\b{any_of(WH)}(?: \w+)?$")
_CLEFT = late(
    r"what (?:i|we|you|they) (?:\w+ )?(?:do|did|have|built|made|offer|want\w*(?: you to do)?"
    r"|would like you to do|am hearing|am getting|understand|understood|heard) (?:now |then |next )?(?:is"
    r"|was)\b"
)
_NO_SUBJECT = r"(?!(?:you|we|i|they|it|he|she|your|the|an?|this|that|our|my|their)\b)"
_DIRECT = late(
    rf"(?:(?:in|at|on|for|to|from|with|by|of) )?(?:{any_of(WH)}(?: {_NO_SUBJECT}\S+){{0,3}}? )?"
    rf"{any_of(AUXILIARY)}\b|(?:who|what|which \w+) {_NO_SUBJECT}(?!kind|sort|type|else)\w+(?:s|ed|t|de)\b"
    r"|(?:tell|walk|talk|show) (?:me|us)\b|describe\b"
)


LONGEST_TAG = 40
"""How many characters from its end on a sentence is searched for "…, would you not agree?"."""


class Ask(NamedTuple):
    """One sentence or clause: its plain words, the same in lower case from its head on, and what it"
    " does."""

    words: str
    low: str
    head: Head
    question_mark: bool
    tag: str = ""

    @property
    def clause(self) -> str:
        """The clause that asks, in lower case."""
        return self.low[self.head.at :]

    @property
    def before(self) -> str:
        """What leads up to the clause that asks, in lower case."""
        return self.low[self.head.lead : self.head.at]

    @property
    def wanted(self) -> str:
        """What is asked for, in lower case: without "could you tell me"."""
        at = self.head.complement if self.head.kind in {"indirect", "embedded"} else self.head.at
        return _WHETHER.sub("", self.low[at:]) if at > self.head.at else self.low[at:]

    @property
    def content(self) -> str:
        """What is asked for, with what stands before it."""
        return f"{self.before} ~ {self.wanted}"


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
    tag = _tag(low)
    if tag is not None:
        words, low = words[: tag.start()], low[: tag.start()]
    head = find_head(low)
    if head.kind == "wh" and _CLEFT.match(low, head.at):
        kind: HeadKind = "task" if "you to do" in low else "none"
        head = Head(kind, head.at, head.at, head.lead)
    return Ask(words, low, head, question_mark, tag.group().strip(", ") if tag else "")


def _tag(low: str) -> re.Match[str] | None:
    """The tag that turns a statement into a question, as in "…, isn't it?"."""
    end = max(0, len(low) - LONGEST_TAG)
    found = _AUX_TAG.search(low, end) or _WORD_TAG.search(low, end)
    if found is None or not found.start() or _ASKS_ALREADY.search(low[: found.start()]):
        return None
    before = find_head(low[: found.start()])
    if before.kind in {"none", "embedded"} or (before.kind == "wh" and _CLEFT.match(low, before.at)):
        return found
    return _SURE_TAG.search(low) if before.kind == "auxiliary" else None


def clauses(ask: Ask) -> list[str]:
    """The coordinated clauses of a sentence, from its head on, in lower case.

    "Is it paper, or do you type it?" offers a choice; "How do you note it, or do you?" asks twice.
    """
    pattern = _COORDINATED if ask.head.kind == "wh" else _COORDINATED_YES_NO
    return [part.strip(" ,;-") for part in pattern.split(ask.clause)]


def coordinated(ask: Ask) -> tuple[str, str]:
    """The two questions of one sentence, each a question by itself; empty where they are not two."""
    pattern = _COORDINATED if ask.head.kind == "wh" else _COORDINATED_YES_NO
    found = pattern.search(ask.low, ask.head.at)
    if found is None or pattern.search(ask.low, found.end()):
        return "", ""
    second = ask.words[found.end() :]
    return (ask.words[ask.head.at : found.start()], second) if asks_directly(second.lower()) else ("", "")


def asks_directly(clause: str) -> bool:
    """Whether a clause in lower case is a question by itself: "what do we do", and not "what we do"."""
    return bool(_DIRECT.match(clause))
