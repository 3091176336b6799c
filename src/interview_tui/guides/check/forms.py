"""What a sentence asks for: a description, a yes or no, a choice, or one fact."""

from __future__ import annotations

from interview_tui.guides.check.asks import Ask, Form
from interview_tui.guides.check.chains import is_chain
from interview_tui.guides.check.heads import HeadKind
from interview_tui.guides.check.lexicon import FACT_NOUN, HOW_FACT, OWN_FACT, QUANTITY, SUBJECT, any_of
from interview_tui.guides.check.patterns import late

_PREPOSITION = late(r"\w+(?: \w+)? (?=(?:wh(?:o|om|ose|at|en|ere|ich)|how)\b)")
_QUESTION_WORD = late(r"(?:who|whom|whose|what|when|where|why|how|which)(?:ever)?\b")
_HOW_FACT = late(rf"how {any_of(HOW_FACT)}\b(?! (?:does|do|did) (?:it|that|this) (?:matter|affect|bother))")
_HOW_CHOICE = late(
    r"(?:to what extent|how much) (?:do|would) you (?:dis)?agree|how (?:\w+ )?\w+ (?:or"
    r"|versus) (?:\w+ )?\w+\b|how \w+/\w+ |how (?:likely|satisfied|(?:would|do) you (?:rate|rank|score))\b"
)
_SCALE = late(
    r"\b(?:on a scale|from (?:1|one|zero|0) to|out of (?:5|five|10|ten)|scale (?:of|from)|strongly agree"
    r"|1 ?- ?(?:5|10|7)|agree or disagree|rate (?:the|your|this|that|how|it|us|our))\b"
)
_COMPARED = (
    r"(?:prefer\w*|better|best|more|most|easier|easiest|worse|worst|fast(?:er|est)|hard(?:er|est)"
    r"|favou?rite|stands? out"
    r"|rather|of (?:these|those|the (?:following|two|three|options))|option|version|matters? (?:more|most))"
)
_CHOOSE = late(rf"\b(?:{_COMPARED}|do you like|would you (?:choose|pick))\b")
_WHAT_FACT = late(
    r"(?:what|which)(?: (?:other|specific|exact|kinds? of|types? of|sorts? of|particular|current|main"
    r"|primary|different))* "
    rf"(?:(?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|would\b)\w+ )?{any_of(FACT_NOUN)}(?![\w-])"
    r" (?:is|are|was|were|do|does|did|have|has|had|would|will|can|could|else|or|and|of (?:your|the))\b"
)
_WHAT_IS_FACT = late(
    rf"what(?: exactly)? (?:is|was|are) (?:your|the) (?:\w+ )?{any_of(OWN_FACT)}(?:$| and )"
    r"|what (?:would|do|did|does|will) (?:you|it|that|they) (?:\w+ )?(?:pay|cost|charge|earn)\b"
    rf"|what (?:is|was|are|were) (?:the|your|his|her|their|its) (?:\S+ ){{0,2}}?{any_of(QUANTITY)}(?![\w-])"
    rf"|what (?:is|are|was|were) (?:the|your) (?:main|primary|current|usual|preferred"
    rf"|favou?rite) {any_of(FACT_NOUN)}\b"
    r"|what (?:percentage|proportion|share|number|year|date|age|fraction) (?:of )?\w"
    r"|what is (?:your|the) \w+ (?:time|rate|count|budget|cost|price|number|size|volume)(?![\w-])"
)
_AT_WHAT_POINT = late(r"at what (?:point|stage|moment|time)\b(?! did\b)")
_BARE_FACT = late(rf"(?:(?:and|your|the|current|full|their) )*{any_of(OWN_FACT, QUANTITY)}")
_WHICH_ARE = late(
    r"which (?:\w+ ){0,2}?\w{3,}s (?:are|were|do|did) (?!.*\b(?:prefer|better|of (?:these|those|the))\b)"
)
_WHERE_NOW = late(
    r"where (?:do|does|did) (?:it|that|this|things|you|we|they|\w+ \w+) (?:\w+ )?(?:go from|stand|see|fit"
    r"|come in|lead|find"
    r" (?:the )?(?:\w+ )?(?:strength|joy|meaning|inspiration|motivation|time))\b|where (?:is|was|were"
    r"|are) (?:\w+ ){1,4}when\b"
)
_WHICH_MATTERS = late(
    r"which (?:\w+ )?(?:difficult\w+|challenges?|problems?|aspects?|reasons?|factors|obstacles|barriers"
    r"|experiences"
    r"|expectations|concerns|worries|needs|considerations|changes|ways)\b"
)
_OPINION = late(r"\b(?:do you find that|think|feel|would|could|should|fit|stuck|struggl\w*|imagine|see)\b")
_LISTED = late(rf"(?:: |\b{_COMPARED}\b.*, )(?:[\w ]+, )*[\w ]+,? or [\w ]+$")
_NO_CHOICE = late(
    r"^(?:is|are|was|were) there\b|\bwhether\b|^(?:do|can|did) you (?:recall|remember|know|follow)\b"
    r"| or (?:\w+ ){1,3}any\b"
    r"|^\w+ (?:you|they|we|people) (?:\w+ to |\w+ly )?(\w+) or (?!not\b)\w+ (?:the|your|a|an|it|this|that"
    r"|to|in|on|at)\b|^\w+ you \w+ or \w+ (?:\w+ )?\w{3,}s$|"
    r" or (?:not|so|no|any|something|anything|someone|anyone|somebody|anybody|whatever|other|otherwise"
    r"|more$"
    r"|less$|maybe|like"
    r"|similar|another|somewhere|anywhere|who|whom|that|which|even|why|how|what|two$|two (?:of|ago))\b(?!-)"
    r"|\b(?:any|anything|anyone|anybody|anywhere|ever|some|something|someone|no"
    r"|nothing)\b (?:\S+ ){0,10}?or |\bat any point\b"
    r"|\b(?:more or less|one or two|two or three|a \w+ or two|sooner or later|once or twice|yes or no)\b"
)
_OR_IS_IT = late(rf" or (?:is|are|do|does|did|was|were|would|have|has) (?:{any_of(SUBJECT)}|else)\b")
_IF = late(
    r"(?:,? ?(?:like|um))? ?(?:\w+ )?(?:if|whether)\b(?! you (?:can|could|would) (?:tell|walk|describe"
    r"|share|explain|show|talk))"
)
_TOLD_FACT = late(
    rf"(?: (?:your|the|about|a))?,? ?(?:exactly |roughly |about )?(?:how {any_of(HOW_FACT)}\b.*|when .*"
    rf"|where you (?:live|work|are(?: based| located| from)?)$"
    rf"|your {any_of(OWN_FACT)}|what year.*|who (?:\w+ ){{1,4}}(?:is|are|was|were))"
)
_FACT_ENDING = late(rf"\b(?:your|the) (?:full )?{any_of(OWN_FACT)}$")
_ANNOUNCES = late(
    r"(?:(?:so|and|okay|now|well|then|next),? )*(?:let us|lets|(?:we|i) will|(?:i|we) (?:would like|want"
    r"|wanted"
    r"|would love) to)"
    r" (?:now |just |first )?(?:(?:begin|start)(?: off)? (?:by|with)|talk|go|move|ask|switch|dive|dig"
    r"|focus|start|discuss|turn|come back)\b"
)
_AS_ONE_OF = late(r" as (?:\w+,? ){1,6}or \w+")
_IN_PLACE = late(r"\w (what|who|where|when|how|why|how (?:much|many|long|often|far)(?: \w+)?|which one)$")
_WHAT_ABOUT = late(
    r"(?:(?:and|but|so|okay),? )+(?:the|your|his|her|their) (?!\w+ed\b)\w+(?: (?!\w+ed\b)[a-z-]+){0,2}"
)
_FRAGMENT = late(r"(?:(?:so|and|okay),? )*(?:any\w*|ever|no|still|already|some\w*)\b")
_STATES = late(r"\b(?:you|it|that|they|this|he|she) (?:\w+ )?\w+")

_OF_HEAD: dict[HeadKind, Form] = {"scene": "scene", "ranking": "choice", "task": "task", "listing": "factual"}


def form_of(ask: Ask, *, alone: bool) -> Form:
    """What a sentence does; `alone` tells that nothing else stands in the line."""
    kind = ask.head.kind
    if not alone and is_chain(ask):
        return "chain"
    if not alone and _ANNOUNCES.match(ask.low):
        return "statement"
    if kind in {"wh", "auxiliary"}:
        if _SCALE.search(ask.low):
            return "choice"
        return wh_form(ask.clause) if kind == "wh" else yes_no_form(ask.clause)
    if kind in {"indirect", "telling", "embedded"}:
        return _told_form(ask)
    return _OF_HEAD[kind] if kind in _OF_HEAD else _bare_form(ask, alone=alone)


def wh_form(clause: str) -> Form:
    """The form of a clause that begins with a question word, perhaps behind a preposition."""
    if (" or " in clause and _LISTED.search(clause)) or clause.startswith("to what extent do you agree"):
        return "choice"
    if _AT_WHAT_POINT.match(clause):
        return "factual"
    if not _QUESTION_WORD.match(clause):
        clause = _PREPOSITION.sub("", clause, count=1)
    word = clause.split(" ", 1)[0].rstrip(",")
    if word == "how":
        if _HOW_CHOICE.match(clause) or _SCALE.search(clause):
            return "choice"
        return "factual" if _HOW_FACT.match(clause) else "open"
    if word in {"when", "where", "who", "whom", "whose"}:
        return "open" if _OPINION.search(clause) or _WHERE_NOW.match(clause) else "factual"
    if word == "which" and _WHICH_MATTERS.match(clause):
        return "open"
    if word == "which":
        return "choice" if _CHOOSE.search(clause) and not _WHICH_ARE.match(clause) else "factual"
    return "factual" if _WHAT_FACT.match(clause) or _WHAT_IS_FACT.match(clause) else "open"


def yes_no_form(clause: str) -> Form:
    """The form of a clause with its verb in front: a choice where it offers several answers."""
    if (
        _SCALE.search(clause)
        or _OR_IS_IT.search(clause)
        or (" or " in clause and not _NO_CHOICE.search(clause))
    ):
        return "choice"
    return "closed"


def _told_form(ask: Ask) -> Form:
    """The form of "tell me …" and "I'm curious …", which depends on what follows."""
    rest = ask.low[ask.head.complement :]
    if _AS_ONE_OF.search(rest):
        return "choice"
    if _IF.match(rest):
        return yes_no_form(rest)
    return "factual" if _TOLD_FACT.fullmatch(rest) or _FACT_ENDING.search(rest) else "open"


def _bare_form(ask: Ask, *, alone: bool) -> Form:
    """The form of words without a question's grammar: a statement said as a question, or a mere topic."""
    in_place = _IN_PLACE.search(ask.low)
    if in_place and ask.question_mark:
        return "open" if in_place.group(1) in {"what", "how", "why"} else "factual"
    if ask.question_mark and _BARE_FACT.fullmatch(ask.low):
        return "factual"
    if ask.question_mark and not ask.tag and _WHAT_ABOUT.fullmatch(ask.low):
        return "open"
    if ask.tag and ask.tag != "or" and not _OR_IS_IT.search(ask.low):
        return "closed"
    if ask.question_mark or ask.tag or (alone and (_STATES.search(ask.low) or _FRAGMENT.match(ask.low))):
        return "chain" if is_chain(ask) and not ask.low.startswith("any") else yes_no_form(ask.clause)
    return "topic" if alone else "statement"
