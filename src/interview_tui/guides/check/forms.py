"""What a clause asks for: a description, a yes or no, a choice, or one fact."""

from __future__ import annotations

import re

from interview_tui.guides.check.asks import Ask, Form
from interview_tui.guides.check.lexicon import FACT_NOUN, HOW_FACT, OWN_FACT, any_of

_PREPOSITION = re.compile(
    r"(?:in|at|on|for|to|from|with|by|of|about|during|under|since|through|after|before|until|into|against|over|within"
    r"|according to|because of|by about|roughly|about|exactly) (?=wh|how)"
)
_CHAIN = re.compile(
    r"(?:and |so |but |or )*(?:why(?: not| so| or why not| is that| was that| is this| that| do you (?:think|say|feel|believe) (?:so|that)(?: is)?"
    r"| did you (?:think|say|feel) (?:so|that))?|how so|how come|how is that|in what (?:way|ways|sense)|such as|like what|like how|for (?:example|instance)"
    r"|which(?: ones?)?|what(?: kinds?| sort)?|how|when|where|who|what else|tell me more|say more|tell me (?:more )?about (?:that|it|this)"
    r"|(?:can|could) you (?:please )?(?:say|tell me|share|talk|explain|elaborate|expand)(?: us)?(?: a (?:bit|little))?(?: more)?(?: about (?:that|this|it|why))?(?: on (?:that|this))?"
    r"|what makes you say (?:that|so)|what do you mean(?: by that)?|(?:can|could) you give (?:me |us )?an?(?: specific| concrete)? example(?: of that)?"
    r"|(?:please )?(?:explain|elaborate|describe)(?: why)?|give (?:me |us )?an example|what (?:is|was) that(?: like)?)"
)
_CONDITIONAL = re.compile(
    r"(?:and |so )*if (?:so|yes|no|not|you (?:do|did|have|are|were|can|would)(?: not)?|applicable|they (?:do|did|have|are)(?: not)?|it (?:is|was|does|did)(?: not)?)(?=[,:; ]|$)[,:;]?\s*"
)
_HOW_FACT = re.compile(
    r"how " + any_of(HOW_FACT) + r"\b(?! (?:does|do|did) (?:it|that|this) (?:matter|affect|bother))"
)
_HOW_OR = re.compile(r"how (?:\w+ )?\w+ (?:or|versus) (?:\w+ )?\w+\b")
_SCALE = re.compile(
    r"\b(?:on a scale|from (?:1|one|zero|0) to|out of (?:5|five|10|ten)|scale (?:of|from)|strongly agree|1 ?- ?(?:5|10|7)|agree or disagree|rank|rate (?:the|your|this|that|how|it|us|our))\b"
)
_HOW_SCALE = re.compile(
    r"how (?:likely|satisfied|would you (?:rate|rank|score)|do you (?:rate|rank|score))\b"
)
_CHOOSE = re.compile(
    r"\b(?:prefer\w*|better|best|more|most|easier|worse|worst|favou?rite|stands? out|rather|of (?:these|those|the (?:following|two|three|options))"
    r"|option|version|matters? (?:more|most)|do you like)\b"
)
_WHAT_FACT = re.compile(
    r"(?:what|which)(?: (?:other|specific|exact|kinds? of|types? of|sorts? of|particular|current|main|primary|different))* "
    r"(?:(?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|would\b)\w+ )?"
    + any_of(FACT_NOUN)
    + r" (?:is|are|was|were|do|does|did|have|has|had|would|will|can|could|else|or|and)\b"
)
_WHAT_IS_FACT = re.compile(
    r"what(?: exactly)? (?:is|was|are) (?:your|the) (?:\w+ )?" + any_of(OWN_FACT) + r"$"
)
_OPINION = re.compile(r"\b(?:think|feel|would|could|should|fit|stuck|struggl\w*|imagine|see)\b")
_OR = re.compile(r" or ")
_NO_CHOICE = re.compile(
    r" or (?:not|so|no|something|anything|someone|anyone|somebody|anybody|whatever|other|otherwise|more|less|maybe|like|similar|somewhere|anywhere"
    r"|who|whom|that|which|two|even|why|how|what|when|where)\b"
    r"|\b(?:any|anything|anyone|anybody|anywhere|ever|some|something|someone|no|nothing|either|more|one|few|minute|day|hour|week|month|year"
    r"|yes|sooner|less|everything) (?:\S+ ){0,6}?or "
)
_EMBEDDED_CLOSED = re.compile(
    r"(?:,? ?(?:like|um))? ?(?:if|whether)\b(?! you (?:can|could|would) (?:tell|walk|describe|share|explain|show|talk))"
)
_COMPLEMENT_CLOSED = re.compile(r"(?: \w+)? ?(?:if|whether)\b")
_COMPLEMENT_FACT = re.compile(
    r" ?(?:\w+ )?(how "
    + any_of(HOW_FACT)
    + r"\b.*|when .*|where you (?:live|work|are).*|your (?:"
    + any_of(OWN_FACT)
    + r")|what year.*)"
)
_FACT_ENDING = re.compile(r"\b(?:your|the) (?:full )?" + any_of(OWN_FACT) + r"$")


def form_of(ask: Ask, *, alone: bool) -> Form:
    """What a sentence does; `alone` tells that nothing else stands in the line."""
    clause = ask.low[ask.head.at :]
    kind = ask.head.kind
    if not alone and (_CHAIN.fullmatch(ask.low) or _CHAIN.fullmatch(clause) or _CONDITIONAL.match(ask.low)):
        return "chain"
    if kind in {"scene", "ranking", "task", "listing"}:
        return {"scene": "scene", "ranking": "choice", "task": "task", "listing": "factual"}[kind]  # type: ignore[return-value]
    if kind == "wh":
        return wh_form(clause)
    if kind == "auxiliary":
        return yes_no_form(clause)
    if kind in {"indirect", "telling", "embedded"}:
        return _told_form(ask)
    return _bare_form(ask, alone=alone)


def wh_form(clause: str) -> Form:
    """The form of a clause that begins with a question word."""
    clause = (
        _PREPOSITION.sub("", clause, count=1)
        if clause[:3] not in {"who", "wha", "whe", "why", "how", "whi"}
        else clause
    )
    word = clause.split(" ", 1)[0].rstrip(",")
    if word == "how":
        if _HOW_OR.match(clause) or _HOW_SCALE.match(clause) or _SCALE.search(clause):
            return "choice"
        return "factual" if _HOW_FACT.match(clause) else "open"
    if word in {"when", "where", "who", "whom", "whose"}:
        return "open" if _OPINION.search(clause) else "factual"
    if word == "which":
        return "choice" if _CHOOSE.search(clause) else "factual"
    if word == "what":
        return "factual" if _WHAT_FACT.match(clause) or _WHAT_IS_FACT.match(clause) else "open"
    return "open"


def yes_no_form(clause: str) -> Form:
    """The form of a clause with its verb in front: a choice where it offers several answers."""
    if _SCALE.search(clause):
        return "choice"
    if _OR.search(clause) and not _NO_CHOICE.search(clause):
        return "choice"
    return "closed"


def _told_form(ask: Ask) -> Form:
    """The form of "tell me …" and "I'm curious …", which depends on what follows."""
    rest = ask.low[ask.head.complement :]
    pattern = _EMBEDDED_CLOSED if ask.head.kind == "embedded" else _COMPLEMENT_CLOSED
    if pattern.match(rest):
        return yes_no_form(rest)
    if _COMPLEMENT_FACT.fullmatch(rest) or _FACT_ENDING.search(rest):
        return "factual"
    return "open"


def _bare_form(ask: Ask, *, alone: bool) -> Form:
    """The form of words without a question's grammar."""
    if ask.question_mark:
        return yes_no_form(ask.low)
    return "topic" if alone else "statement"
