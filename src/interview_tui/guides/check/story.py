"""Questions for a story: one event that happened, which is what interviews are for."""

from __future__ import annotations

from interview_tui.guides.check.patterns import Rules, late

_PAST = (
    r"(?:\w+ed|did|took|went|got|had|made|found|felt|said|wrote|saw|heard|came|left|lost|bought|chose"
    r"|began|met|told"
    r"|thought|ran|knew|kept|gave|brought|built|sent|paid|read|spent|stopped|drove|fell|broke|dealt|were"
    r"|was)"
)
_EVENT = (
    r"(?:time|moment|situation|occasion|instance|day|incident|project|experience|case|example|story|event"
    r"|issue"
    r"|problem|call|conversation|meeting|visit|order|trip|purchase|shift|week|night|morning|order|customer"
    r"|job|alert|patient|decision|change|bug|release|session|interview|delivery|task|installation)"
)
_THEY = r"(?:you(?: guys| all| two)?|they|that|it|he|she|we|your \w+|this|the \w+|those|these)"
_HABIT = (
    r"(?:usually|typically|normally|generally|often|always|used|feel|like|think|work|look|affect|compare|do"
    r"|use|influence|help|change|differ|vary)"
)
_STORIES = (
    (
        "experience instance occasion time",
        r"(?:the|your|a|my|this) (?:very |one )?(?:last|first|most recent|latest|previous) (?:time|occasion"
        r"|instance|experience)\b",
    ),
    (
        "last latest previous recent",
        rf"(?:last|most recent|latest|previous) (?:\w+ )?(?:{_EVENT}|\w+ (?:that |when |where )?(?:you|your"
        rf"|it) {_PAST})\b",
    ),
    ("first", rf"first (?:time|day|week|month|experience|{_EVENT} (?:that |when )?you {_PAST})\b"),
    (
        "time moment situation occasion instance day incident project experience case example story "
        "event issue problem call conversation meeting visit order trip purchase shift week "
        "night morning customer job alert patient decision change bug release session interview "
        "delivery task installation",
        rf"(?:a|one|any|another|the|specific|particular|recent|single) (?:\w+ ){{0,2}}?{_EVENT} (?:recently "
        rf"|lately )?(?:when|where|in which|that|who|you|from|which) ?(?:\w+ ){{0,2}}?{_PAST}\b",
    ),
    (
        "instance moment occasion situation time",
        r"(?:a|one|any|another|the|specific|particular|recent) (?:\w+ )?(?:time|occasion|moment|situation"
        r"|instance) (?:when|where|in which)\b",
    ),
    (
        "back decision last recent story",
        r"the story (?:of|behind)|the story$|your (?:last|most recent) (?!name)\w+|your decision to"
        r"|back to when\b",
    ),
    (
        "a an last one past",
        r"(?:a|one) (?:single )?(?:recent|specific) (?!kind|type|sort|way|set)\w+|\w+ from (?:the"
        r"|this) (?:past|last) (?:week|month"
        r"|year)|(?:one|an|a) \w+ that (?:really |turned|stands|stood|got|went)",
    ),
    (
        "day evening moment morning night",
        r"(?:the )?(?:day|moment|morning|evening|night) (?:that |when )?(?:you|it|that) ",
    ),
    (
        "brought caused convinced drove happened inspired led made prompted pushed sparked triggered was "
        "were",
        r"what happened\b|what (?:exactly )?(?:prompted|led|triggered|caused|drove|inspired|convinced|pushed"
        r"|brought|sparked)\b|what made you (?!\w+ (?:easy|hard|difficult))\w+|what (?:was|were) (?:the"
        r"|your) (?:\w+ )?(?:reasons?|trigger|turning point|first (?:step|thing|reaction))",
    ),
    (
        "did",
        r"what (?:exactly |else |specifically )?did (?:you|they|your \w+|he|she|we)(?: lot| guys| all"
        r"| two)? (?:\w+ly |then |first |end up )?(?:do|doing|try|say|tell|decide|see|notice|end up|throw)\b",
    ),
    (
        "did",
        r"how did (?:you|they|that|it|your \w+|he|she) (?:\w+ly |first |then |end up |even )*(?:find"
        r"|learn (?:about|of)|hear|come|get (?:started|into|here|to|involved)|discover|meet|start|begin"
        r"|react|respond|handle|solve|deal|resolve|fix|go\b|end|choose|decide|pick|figure|manage|happen"
        r"|work out|turn out|become|land|approach|hire|settle|notice|reali[sz]e|unfold|play out|come about"
        r"|come to)",
    ),
    (
        "came chose decided discovered ended first found going got happened heard initially learned "
        "originally started went",
        r"how (?:you|it|they) (?:first |originally |initially |ended up |came |got |found |learned |heard "
        r"|discovered |decided |chose )(?:\w+)|how it (?:went|happened|started|came about|ended|was going)\b",
    ),
    (
        "april august december february january july june last march november october september yesterday",
        r"(?:yesterday|last (?:week|month|night|year|quarter|weekend|monday|tuesday|wednesday|thursday|friday"
        r"|saturday|sunday|spring|summer|autumn|winter))\b|in (?:january|february|march|april|june|july"
        r"|august"
        r"|september|october|november|december)\b",
    ),
    (
        "came going happened last recent went where",
        r"what (?:went wrong|went through your|was going through|was going on|came next|came of)\b"
        r"|when (?:that|it|this) (?:last )?happened\b|where were you (?:when|at)\b"
        r"|most recent\b|did you last\b|last did you\b|the last \w+",
    ),
    (
        "day last moment morning night point time tipped was when why",
        rf"what was that (?!for\b)\w+|what did you think when\b|how did (?:you|it) feel when you (?:first"
        rf"|{_PAST})\b|about a time\b|did you (?:\w+ )+(?:this morning|last night|the other day)\b"
        rf"|at what (?:point|moment) did\b|what tipped you\b|who was (?:at|there)\b"
        rf"|\byou last \w+|(?:how and why|why and how|when) did {_THEY} (?!{_HABIT}\b)\w+",
    ),
    ("did", rf"(?:how|why) did {_THEY} (?:\w+ly |first |then |even |just )*(?!{_HABIT}\b)\w+"),
    (
        "happened like memories reason reasons when",
        r"what (?:was|is) it like (?!to\b)(?:\w+ )?\w+ing\b|memories (?:do|of)\b|reasons? (?:that |why )?you "
        rf"(?:\w+ly )?{_PAST}\b|what happened\b|about when you (?:were|\w+ed|got|had)\b",
    ),
    (
        "why",
        r"why did you (?:\w+ly )?(?:decide|choose|stop|start|switch|leave|sign|pick|buy|cancel|go|join|quit"
        r"|move|change|end)",
    ),
)
_TOLD = late(
    rf"\b(?:(?:what|how|where|why) (?:it |that |they |you |he |she |we |(?:the|your) \w+ )(?:\w+ly |then "
    rf"|first |just )?(?!are |do |wanted |liked |needed "
    rf"|would |had to |made (?:you|them|him|her) feel){_PAST}\b"
    rf"|(?:steps|route|path|approach|decision|decisions) (?:that )?you (?:\w+ly )?{_PAST}|what you did"
    rf"|about (?:that|this) experience"
    rf"|you {_PAST} (?:back|to (?:him|her|them|that)))"
)
_AFTERWARDS = late(
    r"would|could|\bif you\b|\bsince last\b|\bthe (?:last|past) (?:\w+ )?(?:years?|months|decades?"
    r"|weeks)\b|\bover (?:the years|time)\b|\bin case\b|\bwere (?:raised"
    r"|born)\b"
)
_STORY = Rules(_STORIES)


def asks_for_a_story(clause: str, *, told: bool) -> bool:
    """Whether a clause asks for one event; `told` marks "tell me …" and its like."""
    if _AFTERWARDS.search(clause):
        return False
    return _STORY.hold_in(clause) or (told and bool(_TOLD.search(clause)))
