"""Whether a line asks for two different things at once."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.guides.check.asks import ASKING_FORMS, Ask, Form, asks_directly, clauses
from interview_tui.guides.check.judgement import judged
from interview_tui.guides.check.lexicon import AUXILIARY, SUBJECT, WH, any_of
from interview_tui.guides.check.patterns import late

_TRAILING_CHAIN = late(
    r"(?:why|why not|what (?:did|does|do|is|was|has) not|how did (?:it|that|this) (?:come"
    r"|happen)(?: \w+){0,3}|how does (?:it|that) (?:feel"
    r"|work)|how so|how|when|where|which(?: ones?)?|why (?:is|was) that|if so .*|what for|how come"
    r"|for what|with whom|who with|how often|what kind|whether)"
)
_TWO_JUDGEMENTS = late(
    r"(?:is|are|was|were|do|does|did|how) .*☆ and (?:\w+ )?☆"
    r"|how do you feel about (?:\w+ ){1,3}and (?:\w+ ){0,2}\w+$|.*\b(?:satisfied|happy|pleased"
    r"|comfortable) (?:are you |were you )?with .*\w and \w"
    r"|(?:how would you |how do you |please )?rate .*\w and \w|(?:so )?it (?:is|was) .* and it \w+"
    r"|(?:what|how) (?:do|did) you (?:think|feel) (?:of|about) (?:the|your|our) \w+ and (?:the |your "
    r"|our )?\w+$"
)
_EMBEDS = late(rf" (?:of|about|know|see|on|over) {any_of(WH)} {any_of(SUBJECT)}\b")
_INVERTED = late(
    rf"{any_of(WH)}(?: \w+){{0,2}}? {any_of(AUXILIARY)} {any_of(SUBJECT)}\b|{any_of(AUXILIARY)} "
)
_QUESTION_WORD = late(rf"\b{any_of(WH)}\b")


def is_double_barrelled(asks: Sequence[Ask], forms: Sequence[Form]) -> bool:
    """Whether more than one thing is asked, follow-ups such as "Why?" and "If so, which?" not counted."""
    asked = [ask for ask, form in zip(asks, forms, strict=True) if form in ASKING_FORMS]
    if len(asked) > 1 and asked[0].head.kind == "telling" and not asked[0].question_mark:
        asked = asked[1:]  # "Tell me about that day. What happened?" asks for one story
    return len(asked) > 1 or any(_has_two_clauses(ask) or _has_two_judgements(ask) for ask in asked)


def _has_two_clauses(ask: Ask) -> bool:
    first, *others = clauses(ask)
    direct = ask.head.kind in {"wh", "auxiliary"} and asks_directly(first)
    if ask.head.kind in {"wh", "auxiliary"} and _EMBEDS.search(first):
        others = [other for other in others if _INVERTED.match(other)]
    return any(
        not _TRAILING_CHAIN.fullmatch(other) and (not direct or asks_directly(other)) for other in others
    )


def _has_two_judgements(ask: Ask) -> bool:
    """Whether one answer is wanted for two things, as in "Is it fast and secure?"."""
    return " and " in ask.clause and bool(
        _TWO_JUDGEMENTS.match(ask.clause) or _TWO_JUDGEMENTS.match(judged(ask.clause))
    )
