"""The labels of a question, from the forms of its sentences and the words in them."""

from __future__ import annotations

import re

from interview_tui.domain.values import value
from interview_tui.guides.check.asks import Ask, Form, asks_of
from interview_tui.guides.check.barrels import ASKING_FORMS, is_double_barrelled
from interview_tui.guides.check.closers import is_conventional
from interview_tui.guides.check.forms import form_of
from interview_tui.guides.check.hypothetical import hypothesises
from interview_tui.guides.check.jargon import uses_jargon
from interview_tui.guides.check.leading import leads
from interview_tui.guides.check.pitch import pitches
from interview_tui.guides.check.story import asks_for_a_story

_BASES: dict[Form, str] = {
    "open": "open",
    "closed": "closed",
    "choice": "closed-choice",
    "factual": "factual",
    "scene": "open",
    "topic": "open",
    "chain": "open",
    "statement": "open",
    "task": "task-instruction",
}
_WHO_ELSE = re.compile(r"who(?:m)? else\b|which other\b|who (?:should|could|can|would)\b")
_TOLD = frozenset({"indirect", "telling", "embedded", "scene"})


@value
class Reading:
    """A question with what the rules saw in it; `opened` tells that it asks on after a yes or no."""

    labels: tuple[str, ...]
    main: Ask | None
    opened: bool


def read_question(text: str) -> Reading:
    """The labels of one question, its base first."""
    asks = asks_of(text)
    if not asks:
        return Reading(("open",), None, False)
    alone = len(asks) == 1
    forms = tuple(form_of(ask, alone=alone) for ask in asks)
    at = _main(forms)
    main, base = asks[at], _BASES[forms[at]]
    if forms[at] == "open" or forms[at] == "factual":
        base = "closed" if _WHO_ELSE.match(main.clause) and is_conventional(main.clause) else base
    labels = [base, *_flags(asks, forms, at)] if base != "task-instruction" else [base]
    return Reading(tuple(labels), main, "chain" in forms[at + 1 :])


def _main(forms: tuple[Form, ...]) -> int:
    """Which sentence gives the line its base: the first that asks, else the first that is no statement."""
    for wanted in (ASKING_FORMS, {"scene", "topic", "chain", "task"}):
        for at, form in enumerate(forms):
            if form in wanted:
                return at
    return 0


def _flags(asks: tuple[Ask, ...], forms: tuple[Form, ...], at: int) -> list[str]:
    asked = [ask for ask, form in zip(asks, forms, strict=True) if form not in {"statement", "task"}]
    content = " . ".join(ask.content for ask in asks)
    low = " . ".join(ask.low for ask in asks)
    conventional = any(is_conventional(ask.clause) or is_conventional(ask.low) for ask in asked)
    closed = forms[at] in {"closed", "choice"} and asks[at].head.kind != "indirect"
    found = {
        "indirect-open": any(ask.head.kind == "indirect" for ask in asked) and forms[at] == "open",
        "story": not closed
        and any(asks_for_a_story(ask.content, told=ask.head.kind in _TOLD) for ask in asked),
        "leading": not conventional and any(map(leads, asked)),
        "double-barrelled": is_double_barrelled(asks, forms),
        "hypothetical": not conventional and hypothesises(content),
        "pitch": not conventional and pitches(low),
        "jargon": any(uses_jargon(ask.words) for ask in asked),
        "conventional-opener-closer": conventional,
    }
    return [label for label, holds in found.items() if holds]
