"""Leading questions: the answer that is hoped for stands in the question already.

A judgement on one side only ("Is it helpful?"), a tag ("…, isn't it?"), or something taken for granted
("What do you love about it?"). Both sides at once ("easy or difficult") and "the hardest part" lead nowhere.
"""

from __future__ import annotations

import re

from interview_tui.guides.check.asks import Ask
from interview_tui.guides.check.lexicon import AUXILIARY, DEGREE, EVALUATION, JUDGED, any_of

_IT = r"(?:you|it|that|this|they|there|we|your|the|our|people|everyone)"
_FEELING = any_of("love like enjoy hate dislike appreciate admire trust adore")
_FELT = any_of(
    "frustrating annoying painful great amazing awful terrible bad hard difficult easy helpful useful valuable"
    " excited frustrated annoyed happy confusing tedious stressful awesome cool nice wonderful disappointing"
    " disappointed tired slow beneficial convenient intuitive pleased unfair expensive important_is"
)
_NOT_JUDGED = (
    r"(?!any|some|there |every|you (?:able|interested|comfortable|familiar|aware|going|trying|using|currently|the"
    r"|a|responsible|in|still)\b)"
)
_OPENS = (  # at the beginning of the clause that asks
    rf"{any_of(AUXILIARY)} not {_IT}\b",
    rf"(?:do|does|did|is|are|was|were|would|could|should|have|has) {_IT} not (?!use|used|have|do|get|go|know|been)",
    rf"(?:is|are|was|were) {_NOT_JUDGED}(?:\S+ ){{1,9}}?{JUDGED}",
    r"(?:do|does|did|would|will|have|has) (?:you|it|that|this|they|your|the) (?:\S+ ){0,4}?(?:find|found|consider|feel"
    rf"|felt|think|believe|say|agree|seem|look|sound|be)(?: like)? (?:\S+ ){{0,7}}?{JUDGED}",
    rf"would (?:\S+ ){{1,9}}?be (?:of )?(?:{JUDGED}|value|help|use)\b",
    rf"(?:do|did|would|does|have) you (?:\w+ly |also |still |always )?{_FEELING}\b(?! to\b)",
    r"(?:do|does|did) (?:\S+ ){1,5}?(?:waste|annoy|frustrate|bother|irritate|drive you|slow you|confuse|stress|appeal)\b",
    rf"all (?:\w+ )?{any_of(EVALUATION)}$",
    r"you would (?!describe|say|call|use|buy|pay|download|try|recommend|have|be able|do|go|get|need)\w+",
    r"would you describe .* as (?!\w+ or (?:un|not|in|dis|more|less))",
)
_ANYWHERE = (
    rf"\bwhat (?:do|did|does) (?:you|they|your \w+) (?:\w+ly |most )?{_FEELING}\b(?! to\b)",
    r"\bhow much (?:better|easier|faster|worse|more|do you (?:love|like|enjoy|hate|value)|did you (?:love|like|enjoy"
    r"|hate)|of a (?:pain|problem|hassle|struggle|challenge|relief|headache)|time (?:do|did|would) (?:you|it|that)"
    r" (?:waste|save|lose))",
    rf"\bhow (?:{any_of(DEGREE)} )?{_FELT} (?:is|was|are|were|do|does|did|has|have|would|it|that|your|the)\b",
    rf"\bwould (?:it not|not it|it|that) be (?:{any_of(DEGREE)} )*(?:great|nice|helpful|useful|cool|awesome|good"
    r"|better|easier|amazing|valuable|wonderful|fair)\b",
    r"\b(?:obviously|surely|of course|clearly|undoubtedly|no doubt|needless to say|as we all know"
    r"|(?:everybody|everyone|we all) knows?)\b",
    r"\b(?:most|many|other|a lot of|lots of|all|plenty of) (?:of our )?(?:people|users|customers|teams|folks|companies"
    r"|clients|colleagues|others)(?: \w+){0,4}? (?:say|said|tell|told|think|love|hate|agree|find|prefer|like"
    r"|struggle|complain|feel|want)\b",
    r"\b(?:everybody|everyone) (?:else )?(?:says|loves|hates|agrees|thinks|tells|wants|complains)\b",
    r"\b(?:would|do) you (?:not )?agree\b|\byou (?:must|surely|definitely|probably) (?:\w+)\b",
    r"\b(?:presumably|so you are saying|so you would say|so what you are saying|sounds like|it seems like"
    r"|(?:it|that) must|must be|must have been|must feel|must get)\b",
    r"\b(?:amazing|awesome|fantastic|revolutionary|innovative|cutting-edge|game-changing|brilliant|incredible"
    r"|delightful|award-winning|world-class)\b",
    r"\bhow (?:much )?(?:can|could|would|will|does|did|has|have|might) (?:our|the|this|that|it|xx|an?|\w+ing|[\w ]{3,30} from our) "
    r"?(?:\S+ ){0,7}?(?:helped|help|improved?|saved?|benefit(?:ed)?|simplify|facilitate|reduced?|cut|boost|increase"
    r"|speed up|make (?:\w+ )?(?:\w+ )?(?:easier|better|faster|simpler|quicker))\b",
    rf"\bwhy (?:is|was|are|were|do|does|did) (?!(?:it|that|this) )(?:\S+ ){{1,6}}?{JUDGED}",
    rf"\bwhy (?:is|was) (?:it|that|this) (?:so|such|too) ",
    r"\bwhat (?:makes|made) (?:\S+ ){1,5}?(?:so|such) ",
    rf"\bwould you say (?:that )?(?:\S+ ){{1,5}}?(?:is|are|was|were) (?:\S+ ){{0,3}}?{any_of(EVALUATION)}",
)
_BOTH_SIDES = (
    rf"\b{any_of(EVALUATION)},? (?:or|and) (?:\w+ )?{any_of(EVALUATION)}\b",
    r"\b(?:like|love) (?:or|and|nor|and not|or not) (?:dis|hate)\w*|\blikes and dislikes\b|\bpros and cons\b",
    r"\bbetter or worse\b|\bmore or less\b|\bor not\b|\bif at all\b|\b(?:least|not like|do not like|dislike)\b",
)
_SUPPOSED = re.compile(
    r"(?:(?:so|and|but|well|okay|now|then),? )*(?:i|we) (?:assume|am assuming|are assuming|bet|am guessing|take it|suppose"
    rf"|would guess|guess|am sure|expect|imagine|would imagine|presume|reckon|would say)\b|(?:(?:so|and|but|well|okay),? )*"
    rf"(?:it|that|this|those|they|the \w+|your \w+) (?:is|was|are|were|sounds?|seems?|looks?) (?:\w+ )?{JUDGED}"
)
_OPEN = re.compile(f"(?:{'|'.join(_OPENS)})")
_IN = re.compile("|".join(_ANYWHERE))
_BALANCED = re.compile("|".join(_BOTH_SIDES))
_SECOND = re.compile(
    r" (?:and|but),? (?=(?:do|does|did|is|are|was|were|would) (?:you|it|they|the|your|this|that)\b)"
)
_PAIR = re.compile(rf"\b{any_of(EVALUATION)},? and (?:\w+ )?{any_of(EVALUATION)}\b")


def leads(ask: Ask) -> bool:
    """Whether a sentence suggests its answer."""
    clause = ask.clause
    if ask.tag and ask.tag != "or":
        return True
    if ask.head.kind == "none" and _SUPPOSED.match(ask.low):
        return True
    if _BALANCED.search(clause) and not _PAIR.search(clause):
        return False
    return any(_OPEN.match(part) for part in _SECOND.split(clause)) or bool(_IN.search(clause))
