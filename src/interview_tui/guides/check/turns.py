"""What each sentence of a turn does among the others: which of them ask, lead up to it, or go on."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.guides.check.asks import ASKING_FORMS, Ask, Form, asks_directly
from interview_tui.guides.check.closers import is_conventional_opener
from interview_tui.guides.check.forms import form_of
from interview_tui.guides.check.patterns import late
from interview_tui.guides.check.restated import asks_nothing_new, offers_another_answer

_BARE_TAG = late(
    r"(?:(?:so|and|but|i mean|yeah|okay|no|yes|sure|you know|oh|wow|great|cool|well|all|is that|am i"
    r"|i know),? ?)*"
    r"(?:right|correct|yeah|yes|no|okay|sure|huh|you know(?: what i mean)?|is that (?:right|correct|fair"
    r"|true)"
    r"|am i right|fair enough|true|really|wow)?"
)

_REPORT = late(
    r"(?:(?:so|and|but|okay|well|yeah|now|i think|i know),? )*(?:you (?:just |also |have )?(?:said"
    r"|mentioned|told|talked"
    r"|were saying|were talking|wrote)|i (?:\w+ )?(?:heard|saw|read|noticed|remember|understand|think|know"
    r"|guess)|we (?:talked"
    r"|spoke))\b"
)


def is_bare_tag(ask: Ask) -> bool:
    """Whether a sentence is nothing but "Right?" or "You know?"."""
    return bool(_BARE_TAG.fullmatch(ask.low if not ask.tag else f"{ask.low}, {ask.tag}"))


def recaps(ask: Ask) -> bool:
    """Whether a sentence says again what was said before: "You mentioned that you moved"."""
    return bool(_REPORT.match(ask.low))


def forms_of(asks: Sequence[Ask]) -> tuple[Form, ...]:
    """What each sentence does, seen beside the others of its line."""
    if len(asks) == 1:
        return (form_of(asks[0], alone=True),)
    marked = any(ask.question_mark for ask in asks)
    forms: list[Form] = []
    for ask in asks:
        form = "statement" if marked and _only_tells(ask) else form_of(ask, alone=False)
        if form == "chain" and ask.question_mark and not set(forms) - {"statement"}:
            form = form_of(ask, alone=True)  # nothing before it to go on with
        forms.append(form)
    _pass_over_tags(asks, forms)
    _pass_over_reports(asks, forms)
    _fold(asks, forms)
    return tuple(forms)


def _only_tells(ask: Ask) -> bool:
    """Whether a sentence without a question mark asks nothing, though it has a question's words inside."""
    if ask.question_mark or ask.head.kind not in {"wh", "auxiliary", "embedded", "none"}:
        return False
    return (
        ask.head.kind == "embedded"
        or ask.head.kind == "none"
        or ask.head.at > ask.head.lead
        or not asks_directly(ask.clause)
    )


def _pass_over_tags(asks: Sequence[Ask], forms: list[Form]) -> None:
    """A "Right?" or a "Can you hear me?" is said in passing, unless nothing else asks."""
    for at, ask in enumerate(asks):
        others = forms[:at] + forms[at + 1 :]
        if forms[at] in ASKING_FORMS and _in_passing(ask) and not ASKING_FORMS.isdisjoint(others):
            forms[at] = "statement"


def _in_passing(ask: Ask) -> bool:
    return is_bare_tag(ask) or (ask.head.kind == "auxiliary" and is_conventional_opener(ask.clause))


def _pass_over_reports(asks: Sequence[Ask], forms: list[Form]) -> None:
    """ "You said that you moved?" leads up to a question, where one follows."""
    for at, ask in enumerate(asks[:-1]):
        follows = any(form in ASKING_FORMS for form in forms[at + 1 :])
        if follows and ask.head.kind == "none" and not ask.tag and recaps(ask):
            forms[at] = "statement"


def _fold(asks: Sequence[Ask], forms: list[Form]) -> None:
    """Sentences that ask nothing new count with the one that they go on with."""
    first: int | None = None
    earlier: list[Ask] = []
    for at, ask in enumerate(asks):
        if forms[at] not in ASKING_FORMS:
            continue
        if first is None:
            first = at
        elif asks[first].clause.startswith("what if "):
            forms[first], first = "scene", at
        elif offers_another_answer(ask):
            forms[first] = "choice" if forms[first] == "closed" else forms[first]
            forms[at] = "restated"
        elif asks_nothing_new(ask, earlier):
            forms[at] = "restated"
        earlier.append(ask)
