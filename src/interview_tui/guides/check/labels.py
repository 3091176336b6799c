"""The labels of a question, from the forms of its sentences and the words in them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from interview_tui.guides.check.asks import ASKING_FORMS, Ask, Form, asks_of
from interview_tui.guides.check.barrels import is_double_barrelled
from interview_tui.guides.check.closers import is_conventional, is_conventional_opener
from interview_tui.guides.check.hypothetical import hypothesises, puts_a_case
from interview_tui.guides.check.jargon import uses_jargon
from interview_tui.guides.check.language import is_english
from interview_tui.guides.check.leading import leads, primes
from interview_tui.guides.check.patterns import late
from interview_tui.guides.check.pitch import pitches, presents_own
from interview_tui.guides.check.story import asks_for_a_story
from interview_tui.guides.check.turns import forms_of, is_bare_tag, recaps

_BASES: dict[Form, str] = {
    "open": "open",
    "closed": "closed",
    "choice": "closed-choice",
    "factual": "factual",
    "scene": "open",
    "topic": "open",
    "chain": "open",
    "restated": "open",
    "statement": "open",
    "task": "task-instruction",
}
_WHO_ELSE = late(r"(?:whom?|what) else\b|which other\b|who (?:should|could|can|would)\b")
_TOLD = frozenset({"indirect", "telling", "embedded", "scene"})


class Reading(NamedTuple):
    """A question with what the rules saw in it.

    `main` is the sentence that gives the base, `asked` are all that ask; `opened` tells that it asks on
    after a yes or no.
    """

    labels: tuple[str, ...]
    main: Ask
    asked: tuple[Ask, ...]
    opened: bool
    sentences: int


@lru_cache(maxsize=1024)  # a guide that is being edited is read again with each save
def read_question(text: str) -> Reading:
    """The labels of one question, its base first."""
    asks = asks_of(text) or asks_of("…?")
    if not is_english(text):
        return Reading(labels=("open",), main=asks[0], asked=(), opened=False, sentences=len(asks))
    forms = forms_of(asks)
    at = _main(forms)
    base = _BASES[forms[at]]
    if base in {"open", "factual"} and _WHO_ELSE.match(asks[at].clause) and is_conventional(asks[at].clause):
        base = "closed"
    flags = [] if base == "task-instruction" else _flags(asks, forms, closed=base.startswith("closed"))
    return Reading(
        labels=(base, *flags),
        main=asks[at],
        asked=tuple(ask for ask, form in zip(asks, forms, strict=True) if form in ASKING_FORMS),
        opened="chain" in forms[at + 1 :],
        sentences=len(asks),
    )


def _main(forms: tuple[Form, ...]) -> int:
    """Which sentence gives the line its base: the first that asks, else the first that is no statement."""
    for wanted in (ASKING_FORMS, {"scene", "topic", "chain", "task"}):
        for at, form in enumerate(forms):
            if form in wanted:
                return at
    return 0


def _flags(asks: tuple[Ask, ...], forms: tuple[Form, ...], *, closed: bool) -> list[str]:
    """Everything that holds beside the base; what is conventional neither leads nor pitches."""
    told = [ask for ask, form in zip(asks, forms, strict=True) if form == "statement"]
    asked = [ask for ask, form in zip(asks, forms, strict=True) if form not in {"statement", "task"}]
    presented = any(presents_own(said.low, ask.clause) for said in told for ask in asked)
    conventional = not presented and any(
        is_conventional(ask.low) or is_conventional_opener(ask.clause) for ask in asked
    )
    story = not closed and any(asks_for_a_story(ask.content, told=ask.head.kind in _TOLD) for ask in asked)
    checked = any(map(recaps, told))
    led = any(leads(ask) or (is_bare_tag(ask) and not checked) or primes(ask.before) for ask in asked) or any(
        primes(ask.low) for ask in told
    )
    found = {
        "indirect-open": asks[_main(forms)].head.kind == "indirect" and forms[_main(forms)] == "open",
        "story": story,
        "leading": led and not conventional,
        "double-barrelled": is_double_barrelled(asks, forms),
        "hypothetical": not conventional and hypothesises(" . ".join(map(_guessed, asks, forms))),
        "pitch": presented or (not conventional and pitches(" . ".join(ask.low for ask in asks))),
        "jargon": len(asks) == 1 and uses_jargon(asks[0].words),
        "conventional-opener-closer": conventional,
    }
    return [label for label, holds in found.items() if holds]


def _guessed(ask: Ask, form: Form) -> str:
    """What of a sentence may ask for a guess: of one that leads up to a question, only a case that is"
    " put."""
    if form == "statement":
        return ask.content if puts_a_case(ask.low) else ""
    return ask.content if puts_a_case(ask.before) else ask.wanted
