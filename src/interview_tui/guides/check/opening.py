"""Closed questions opened in their own words, shape by shape; empty where no shape is sure."""

from __future__ import annotations

import re
from collections.abc import Callable

from interview_tui.guides.check.lexicon import DETERMINER, INDEFINITE, PRONOUN, words
from interview_tui.guides.check.patterns import late
from interview_tui.guides.check.verbs import has_a_how, past, past_of_participle

_ANY = r"(?:any |certain |particular |specific |some |other )"
_VAGUE = late(
    r"\b(?:any\w*|some\w+|yet|else|daily|weekly|regularly|often|every)\b|^ (?:that|it|yourself|there"
    r"|this)\b(?! \w)|^ that\b| or$|,",
    re.IGNORECASE,
)
_GRADUAL = r"(?:comfortable|familiar|satisfied|confident|interested|involved|worried|happy|aware|experienced)"
_CHANGES = (
    r"(?:help|affect|impact|change|influence|improve|meet|match|shape|differ)(?:ed|d|s)?|helped|met|support"
)
_SUBJECTS = words(f"{PRONOUN} {DETERMINER} {INDEFINITE}")
_PLACES = words("on in at about with from for")
_MIXED = late(r"\b(?:and|when|if|while|other)\b")

Shape = Callable[[re.Match[str]], str]


def opened(asked: str) -> str:
    """An open question made of a closed one, as they follow behind "so" and "well"."""
    for pattern, reword in _SHAPES:
        found = pattern.match(asked)
        question = reword(found) if found else ""
        if question:
            return question
    return ""


def _low(found: re.Match[str], *names: str) -> list[str]:
    return [(found[name] or "").lower() for name in names]


def _anything(found: re.Match[str]) -> str:
    verb = found["rest"].split(" ", 1)[0].lower()
    if found["there"] is None and not verb.endswith("s"):
        return f"What, if anything, {found['be'].lower()} {found['rest']}?" if found["be"] else ""
    if found["that"] and verb not in _SUBJECTS:
        return f"What, if anything, {found['rest']}?"
    if verb == "missing":
        return f"What, if anything, is {found['rest']}?"
    that = found["that"] or ("that " if verb in _SUBJECTS else "")
    placed = that or verb in _PLACES
    return f"What, if anything, {found['be'].lower()} there {that}{found['rest']}?" if placed else ""


def _there(found: re.Match[str]) -> str:
    be, kind = _low(found, "be", "kind")
    kind = "".join(word + " " for word in kind.split() if word in {"other", "particular", "specific"})
    return f"What {kind}{found['what']} {be} there{found['rest'] or ''}?"


def _reason(found: re.Match[str]) -> str:
    return f"What {found['be'].lower()} the reason{found['rest']}?"


def _do(found: re.Match[str]) -> str:
    if not has_a_how(found["verb"]) or _VAGUE.search(found["rest"] or ""):
        return ""
    return f"How {found['do'].lower()} you {found['verb']}{found['rest'] or ''}?"


def _do_have(found: re.Match[str]) -> str:
    return f"What {found['what']} {found['do'].lower()} you have{found['rest'] or ''}?"


def _do_ever(found: re.Match[str]) -> str:
    return _last_time(past(found["verb"]), found["rest"])


def _have_you(found: re.Match[str]) -> str:
    return _last_time(past_of_participle(found["verb"]), found["rest"])


def _last_time(told: str, rest: str) -> str:
    return (
        f"Tell me about the last time you {told} {rest}."
        if told and not (_VAGUE.search(rest) or _MIXED.search(rest))
        else ""
    )


def _able(found: re.Match[str]) -> str:
    do = "did" if found["be"].lower() == "were" else "do"
    return f"How {do} you {found['verb']}{found['rest'] or ''}?" if has_a_how(found["verb"]) else ""


def _how_far(found: re.Match[str]) -> str:
    return "" if _MIXED.search(found["rest"]) else f"How, if at all, {found['aux'].lower()} {found['rest']}?"


def _degree(found: re.Match[str]) -> str:
    return f"How {found['adjective'].lower()} {found['be'].lower()} you{found['rest']}?"


def _remembered(found: re.Match[str]) -> str:
    return f"What do you {found['verb'].lower()} about {found['what']}?"


def _meaning(found: re.Match[str]) -> str:
    return f"How would you explain what {found['what']}?"


def _cause(_: re.Match[str]) -> str:
    return "Why is that?"


def _shape(pattern: str, reword: Shape) -> tuple[re.Pattern[str], Shape]:
    return late(pattern, re.IGNORECASE), reword


_SHAPES = (
    _shape(r"(?P<be>is|was) there (?:a|any)(?: \w+)? reason(?P<rest> (?:why|that|you|it|for) .+)$", _reason),
    _shape(
        r"(?:(?P<be>is|was) )?(?P<there>there )?(?:anything|something) (?P<that>(?:that|which) )?"
        r"(?P<rest>(?!else\b|more\b|like\b)\w[^,]*)$",
        _anything,
    ),
    _shape(
        rf"(?P<be>are|were) there (?P<kind>{_ANY}+)(?P<what>(?:[\w-]+ )?[\w-]+s)"
        r"(?P<rest> (?:that|which|who|with|in|on|at|about|when|where|during|you|we|for)\b[^,]*)?$",
        _there,
    ),
    _shape(
        r"(?P<be>is|was) there (?P<kind>any )(?P<what>[\w-]+)(?P<rest> (?:that|which|about|in|on) [^,]*)$",
        _there,
    ),
    _shape(
        r"(?P<do>do|did) you have any (?P<what>[\w-]+s)(?P<rest> (?:with|about|when|while|in|at|on|getting"
        r"|for|during|who|that) [^,]+)?$",
        _do_have,
    ),
    _shape(r"do you (?:ever) (?P<verb>\w+) (?P<rest>(?!to\b)[^,]+)$", _do_ever),
    _shape(
        r"(?P<do>do|did) you (?:currently |usually |still |also |just )?(?P<verb>\w+)(?P<rest> .+)?$",
        _do,
    ),
    _shape(
        r"have you (?:ever |already |recently |also )?(?P<verb>\w+) (?P<rest>.+?)(?: before| yet| already"
        r"| recently| lately)?$",
        _have_you,
    ),
    _shape(r"(?P<be>are|were) you able to (?P<verb>\w+)(?P<rest> [^,]+)?$", _able),
    _shape(
        r"(?P<aux>do|does|did|has|have) (?!you\b)(?P<rest>(?:the|your|our|this|that|it|they|taking"
        rf"|having|being)\b(?: [\w'-]+){{0,5}}? (?:{_CHANGES})\b(?! mind| their mind)[^,]*)$",
        _how_far,
    ),
    _shape(
        rf"(?P<be>are|were) you (?P<adjective>{_GRADUAL})(?P<rest> (?:with|in|about|of|using) [^,]+)$",
        _degree,
    ),
    _shape(
        r"(?:do|can) you (?P<verb>remember|recall) (?P<what>(?:the|your|that|this) (?!.*\bany\b)[^,]+)$",
        _remembered,
    ),
    _shape(r"do you know what (?P<what>(?:an?|the) [^,]+ (?:is|means|are))$", _meaning),
    _shape(r"(?:is|was) (?:that|this|it) because\b.+$", _cause),
)
