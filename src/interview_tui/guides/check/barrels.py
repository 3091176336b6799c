"""Whether a line asks for two different things at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interview_tui.guides.check.asks import Ask, Form, clauses
from interview_tui.guides.check.lexicon import AUXILIARY, any_of

ASKING_FORMS = frozenset({"open", "closed", "choice", "factual"})

_TRAILING_CHAIN = re.compile(
    r"(?:why|why not|how so|how|when|where|which(?: ones?)?|why (?:is|was) that|if so .*|what for|how come|for what|with whom|who with|how often|what kind|whether)$"
)
_SAME_AGAIN = re.compile(r"(?:what|how) about (?:that|it|this|you)$|is it|is that|are there any")
_DIRECT = re.compile(
    r"(?:(?:in|at|on|for|to|from|with|by|of) )?(?:(?:who|whom|whose|what|when|where|why|how|which)(?: (?!(?:you|we|i|they|it|he|she|your)\b)\S+){0,3}? )?"
    + any_of(AUXILIARY)
    + r"\b"
)


def is_double_barrelled(asks: Sequence[Ask], forms: Sequence[Form]) -> bool:
    """Whether more than one thing is asked, follow-ups such as "Why?" and "If so, which?" not counted."""
    asked = [ask for ask, form in zip(asks, forms, strict=True) if form in ASKING_FORMS]
    return len(asked) > 1 or any(_has_two_clauses(ask) for ask in asked)


def _has_two_clauses(ask: Ask) -> bool:
    first, *others = clauses(ask)
    direct = ask.head.kind in {"wh", "auxiliary"} and bool(_DIRECT.match(first))
    return any(not _TRAILING_CHAIN.match(other) and (not direct or _DIRECT.match(other)) for other in others)
