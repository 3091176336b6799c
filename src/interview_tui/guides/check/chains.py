"""Follow-ups that go on with the same thing: "Why?", "If so, which?", "Can you say more about that?"."""

from __future__ import annotations

from interview_tui.guides.check.asks import Ask
from interview_tui.guides.check.patterns import late

_MORE = r"(?: a (?:bit|little))?(?: more)?(?: about (?:that|this|it|why))?(?: on (?:that|this))?"
_CHAINS = (
    r"why(?: not| so|(?: ?/ ?why)? not| or why not| (?:is|was) (?:that|this|it)| this| that"
    r"| do you (?:think|say|feel"
    r"|believe) (?:so|that)(?: is)?| did you (?:think|say|feel) (?:so|that))?",
    r"how so|how come|(?:how|what|where|when|who) (?:is|was|were) (?:it|that|this|they|there)(?: like)?"
    r"|in what (?:way|ways|sense)|such as|like what|like how|for (?:example|instance)",
    r"which(?: ones?)?|what(?: kinds?| sort)?(?: of)?|how|when|where|who|what else|what for|with whom"
    r"|who with|who by|how (?:often|many|much|long)"
    r"(?: is that| was that| ago)?|and then(?: what)?|what then|meaning",
    r"what happened(?: then| next| after that)?|what (?:came|comes) next|how did (?:that|it) go"
    r"|what did you do(?: then| next| about it| instead| after that)?|how did you (?:handle|deal with"
    r"|solve|fix) (?:it|that|this)",
    rf"(?:can|could|would) you (?:please )?(?:say|tell me|share|talk|explain|elaborate"
    rf"|expand)(?: us)?{_MORE}",
    rf"(?:tell me|say|tell us){_MORE}|what makes you say (?:that|so)|what do you mean(?: by (?:that|this"
    rf"|it))?",
    r"(?:(?:can|could) you )?give (?:me |us )?an?(?: \w+)? example(?: of (?:that|this|it))?"
    r"|(?:please )?(?:explain|elaborate|describe)(?: why)?",
    r"because|any(?:thing| others?) else|any others?",
)
_CHAIN = late(r"(?:(?:and|so|but|or|okay|then),? )*(?:" + "|".join(_CHAINS) + ")")
_CONDITION = late(
    r"(?:and |so )*if (?:so|yes|no|not|applicable|(?:you|they) (?:do|did|have|are|were|can|would)(?: not)?"
    r"|it (?:is|was|does|did)(?: not)?)(?=[,:; ]|$)"
)


def is_chain(ask: Ask) -> bool:
    """Whether a sentence only follows up on the one before it."""
    return bool(_CHAIN.fullmatch(ask.low) or _CHAIN.fullmatch(ask.clause) or _CONDITION.match(ask.low))
