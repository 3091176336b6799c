"""Hypothetical questions: they ask for a guess at what would be, could be or will be.

Politeness ("could you tell me"), what was usual in the past ("back then you would wait"), reported speech
and "how would you describe" use the same words and ask for no guess.
"""

from __future__ import annotations

from interview_tui.guides.check.patterns import Rules, late

_ASKING_VERB = (
    r"(?:(?:tell|telling|show|showing|give|giving|walk|walking|talk|talking|take|run|help|remind) (?:me"
    r"|us)\b|describe|describing|explain(?:ing)?|elaborate|clarify|say a|say more|talk (?:about|more))"
)
_NO_GUESS = (
    rf"(?:can|could|would|will|might) (?:you|we|i)(?: guys)?(?: please| maybe| perhaps| just| briefly"
    rf"| also| possibly| kindly| be able to| be willing to| mind| like to)* {_ASKING_VERB}",
    r"how (?:would|could|might) (?:you|your \w+|people) (?:\w+ )?(?:describe|compare|characteri[sz]e"
    r"|summari[sz]e"
    r"|explain|define|rate|rank|call|put|say|sum)\b|what would you (?:say|call|consider)\b|would you (?:say"
    r"|describe)\b",
    r"(?:i|we) would (?:really |also |just |now )?(?:like|love|be|appreciate|guess|say)\b|(?:i"
    r"|we) (?:could|will|would|can)\b",
    r"(?:you )?would (?:you )?(?:like|love|want|care|be willing) to (?:share|tell|mention|ask|say|talk"
    r"|discuss|add(?= (?:any|some)\w+|$))",
    r"you would (?:typically|usually|normally|often|generally|regularly|say|recommend)",
    r"(?:typical|usual|normal|average|common|ordinary)\w* (?:\w+ ){0,2}?(?:that )?(?:you )?would"
    r"|would (?:you )?(?:typically|usually|normally|often)"
    r"|would (?:a|an|your) (?:typical|usual|normal|average)",
    r"(?:thought|expect|expected|hoped|knew|said|whom you|who you think|wondered|told|asked|promised"
    r"|believed) (?:\w+ ){0,4}?would",
    r"did you (?:\w+ )?(?:think|expect|believe|imagine) (?:\w+ ){0,3}?would",
    r"would be (?:up for|interested in|happy to|good to|open to|willing to)|would that be(?=$|,| roughly"
    r"| about| approximately| in )|than you would|would you consider (?:yourself|it|that|this)\b|if (?:you"
    r"|i) had to (?:guess|say|choose|pick)|if i (?:understood|remember|heard|got)|(?:used|able) to"
    r"|could not|that would be$",
    r"if (?:\w+ ){1,3}(?:was|were) [\w ]+[:,] (?:(?:how|what|who|when|where|why) )?(?:did|was|were)\b"
    r"|would you consider (?:(?:like|to be|as),? )*,? ?your\b"
    r"|that would be (?:\w+ )?(?:interesting|worth|good to (?:share|know|mention))\b",
    r"if you (?:could|can|would|will)(?:,| (?:please |just )?(?:pinpoint|name|tell|say|start|describe"
    r"|summari[sz]e|share"
    r"|walk|give|introduce|explain|talk)\b)|would (?:you )?not (?:you )?(?:agree|say|think)\b",
    r"(?:when|whenever) you (?:\w+ ){1,12}(?:who|what|how|where) will you",
    r"(?:that|which|anything|something|things?|anyone|activities|\w+s) you would (?:like|love"
    r"|want) to (?!see|have|use|get)",
    r"could you (?:tell the|see|hear|read)\b",
    r"you could (?:tell|share|describe|walk|give|show|explain|talk|introduce|put)|will be (?:recorded"
    r"|shared)",
    r"(?:ask|asked|know|knew|see|check|checked|remember|sure|wonder|tell|told|say|said|care"
    r"|matter)(?: \w+)? if"
    r" (?:you|it|they|there|he|she|we|i|this|that|anyone|the \w+)",
    r"(?:what )?if (?:so|not|yes|no|any|anything|applicable)\b",
    rf"would (?:it|that) be possible (?:for you )?to {_ASKING_VERB}",
    r"i (?:imagine|suppose|wish|hope|would imagine|would suppose)|if you (?:would|will|could)$",
    r"(?:information|data|anything|something|things?|features?|pieces|options) (?:that "
    r"|of \w+ )?you would (?:like to|keep)",
)
_GUESSES = (
    (
        "could might will would",
        r"(?:would|will|might)\b|(?:what|who|how|which|(?<!, )where|anything|something|it"
        r"|we) (?:\w+ ){0,2}?could\b",
    ),
    (
        "could should",
        r"could be (?:improved|better|different|changed|easier|done)\b|could (?:you|it|we|this|that"
        r"|there|your"
        r"|our|they|the|xx)\b|should (?:we|it|there|our|this|the \w+) (?:have|be|add"
        r"|do|build|look|work|change)\b",
    ),
    (
        "imagine imagining",
        r"imagin(?:e|ing) (?:that|you|your|a|an|the|if|for|there|we|having|it|having|being|waking)\b",
    ),
    (
        "ideal ideally magic magical perfect",
        r"ideal(?:ly)?\b|perfect (?:world|solution|tool|day|product|system|way|version|app)"
        r"|magic(?:al)? (?:wand|button)",
    ),
    (
        "suppose supposing how let pretend hypothetical hypothetically if say",
        r"suppos(?:e|ing) (?!to\b)|how (?:can|could|should) we\b|let us (?:say|pretend|assume|imagine"
        r"|suppose)"
        r"|pretend\b|hypothetical(?:ly)?|what if\b|say you (?:had|were|wanted|could|are)",
    ),
    (
        "if",
        r"if (?:you|we|they|it|i|there|your|this|that|he|she|our|the|someone|somebody|money|time|everything"
        r"|nothing|xx|\w+ing"
        r"|\w+s?) (?:\w+ )?(?:could|had|were|was|did|wanted|needed|got|ran|built|offered|added|made|gave"
        r"|launched|changed"
        r"|lost|stopped|started|became|disappeared|went|existed|knew|found|chose|won|worked|never"
        r"|suddenly|woke"
        r"|switched|took|cost|came|saw|owned|brought|asked|told|came|said|make|build|offer|add|launch"
        r"|give)\b",
    ),
    ("if", r"if (?:\w+ ){1,8}?were (?:to|suddenly|not|un\w+|able|available|gone)\b"),
    (
        "are going",
        r"(?:think|expect|believe|feel) (?:\w+ ){1,3}?(?:is|are) going to|are (?:you|they|we) (?:\w+ )+next$",
    ),
    (
        "coming next on over",
        r"what (?:is|are) (?:the |your )?next(?: steps?| for \w+| big \w+)?$|(?:on|over) the horizon"
        r"|coming up\b|come next$",
    ),
    (
        "dream future into next now years",
        r"dream a\b|\b(?:that|the) future (?:look|be|hold)\w*|into the future|in (?:the"
        r"|your) (?:\w+ )?future\b|next (?:\w+ )?(?:year|month|quarter|months|years|weeks)\b|from now\b"
        r"|(?:five|ten|two|three|5|10|2|3) years (?:from|time)",
    ),
    (
        "going",
        r"(?<!you are )(?<!i am )(?<!we are )(?<!is )(?<!was )(?<!were )going to (?!the |work |school "
        r"|a |bed "
        r"|be honest|our |your "
        r"|that |this )\w+|think (?:you|it|they|we|this) (?:are|is) going to",
    ),
    (
        "hopes in intend intending picture plan planned planning plans see thinking yourself",
        r"are you thinking (?:of|about) \w+ing|(?:are|do|have) you (?:\w+ )?(?:plan(?:ning|ned)?"
        r"|intend(?:ing)?) (?:to|on|for)\b"
        r"|see(?:ing)? yourself\b|(?:see|picture) (?:this|that|it|your \w+) \w+ing\b|in (?:\d+|two|three|five"
        r"|ten) years(?! (?:ago|of))|plan to\b|(?:plans|hopes) for\b",
    ),
    (
        "likely unlikely dream dreamt dreamed dreams hope looking look anticipate",
        r"(?:un)?likely (?:to|are|is|would|will|that|it)\b|dream\w* (?:tool|product|solution|job"
        r"|feature|setup|app)|hope to\b|look(?:ing)? forward\b|anticipate\b",
    ),
)
_POLITE = late(r"\b(?:" + "|".join(_NO_GUESS) + r")")
_GUESS = Rules(_GUESSES)
_LONG_AGO = late(
    r"\b(?:back then|back in|in those days|at that time|at the time|years ago|when you were|when i was"
    r"|while you waited|before (?:that|you had|the|this)|used to)\b"
)
_HABIT = late(r"\bwould\b")

_CASE = late(
    r"(?:(?:so|and|now|okay|well|but),? )*(?:just )?(?:imagine|picture|suppose|pretend|assume"
    r"|let us (?:say|imagine|assume"
    r"|pretend)|say (?:you|that)|what if)\b|(?:.*\b)?(?:if (?:you|we|i|there)|if\b.*\b(?:were|could|would)"
    r"|ideal(?:ly)?|in the future|perfect world)\b"
)


def puts_a_case(statement: str) -> bool:
    """Whether a statement before a question invites to imagine something."""
    return bool(_CASE.match(statement))


def hypothesises(text: str) -> bool:
    """Whether a text in lower case asks for a guess."""
    if _LONG_AGO.search(text):
        text = _HABIT.sub(" ", text)
    return _GUESS.hold_in(text) and _GUESS.hold_in(_POLITE.sub(" ~ ", text))
