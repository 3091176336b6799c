"""Leading questions: the answer that is hoped for stands in the question already.

A judgement on one side only ("Is it helpful?"), a tag ("…, isn't it?"), or something taken for granted
("What do you love about it?"). Both sides at once ("easy or difficult") and "the hardest part" lead
nowhere.
"""

from __future__ import annotations

from interview_tui.guides.check.asks import Ask
from interview_tui.guides.check.judgement import judged
from interview_tui.guides.check.lexicon import AUXILIARY, DEGREE, any_of
from interview_tui.guides.check.patterns import Rules, late

_IT = r"(?:you|it|that|this|they|there|we|your|the|our|people|everyone)"
_FEELING = any_of("love like enjoy hate dislike appreciate admire adore")
_FELT = any_of(
    "user-friendly enjoyable frustrating annoying painful great amazing awful terrible bad hard difficult"
    " easy helpful useful"
    " valuable"
    " excited frustrated annoyed happy confusing tedious stressful awesome cool nice wonderful"
    " disappointing"
    " disappointed tired slow beneficial convenient intuitive pleased unfair expensive"
)
_JUDGES = (  # at the beginning of the clause that asks, its judgements marked
    (
        "are is was were",
        r"(?:is|are|was|were) (?!any|some|there |every)(?!you (?:able|interested|comfortable|familiar|aware"
        r"|going|trying|using|currently|the|responsible|in|still)\b)(?:\S+ ){1,9}?☆",
    ),
    (
        "agree be believe consider feel felt find found look notice realise realize reckon say seem "
        "sound think",
        r"(?:do|does|did|would|will|have|has) (?:you|it|that|this|they|your|the) (?:\S+ ){0,4}?(?:find|found"
        r"|consider|feel|felt|think|believe|say|agree|reckon|seem|look|sound|be|notice"
        r"|reali[sz]e)(?: like)? (?:\S+ ){0,7}?☆",
    ),
    ("would", r"would (?:\S+ ){1,9}?be (?:of )?(?:☆|value|help|use\b)"),
    ("has have", r"(?:has|have) (?:\S+ ){1,4}?been ☆"),
    ("☆", r"all (?:\w+ )?☆$"),
    (
        "why ☆",
        r"why (?:is|are|was|were) (?:(?:it|that|this|they) not|all (?:of )?the) ☆|how (?:\w+ )?☆ (?:is"
        r"|was|are"
        r"|were|did|do) (?!it to (?:you|your))",
    ),
    (
        "because",
        r"(?:is|are|was|were|do|does|did|have|has) .*\bbecause (?:it|that|they|this|you) (?:is|are|was"
        r"|were) ☆",
    ),
    (
        "be can could more worth",
        r".*\bthink (?:\S+ ){1,4}?(?:can|could) be ☆|(?:can|could) (?:\S+ ){1,4}?be ☆"
        r"|.*\bthink (?:\S+ ){1,6}would (?:be|make) more\b|.*\bworth \w+ing\b",
    ),
)
_OPENS = (  # at the beginning of the clause that asks
    ("not", rf"{any_of(AUXILIARY)} not {_IT}\b"),
    (
        "not",
        rf"(?:do|does|did|is|are|was|were|would|could|should|have|has) {_IT} not (?!use|have|do|get|go|know"
        rf"|been)",
    ),
    (
        "admire adore agree appreciate dislike enjoy hate like love",
        rf"(?:do|did|does|have) you (?:\w+ly |also |still |always )?{_FEELING}\b(?! to\b)|would you (?:love"
        rf"|hate|enjoy"
        r"|appreciate|agree|like (?:it|that|this))\b(?! to\b)",
    ),
    (
        "did do does",
        r"(?:do|does|did) (?:\S+ ){1,5}?(?:waste|annoy|frustrate|bother|irritate|drive you|slow you|confuse"
        r"|stress|appeal)\b",
    ),
    (
        "would",
        r"you would (?!describe|call|use|buy|pay|download|try|recommend|have|be able|do|go|get|need)\w+",
    ),
    (
        "am describe fair safe",
        r"am i (?:right|correct|wrong) (?:in|to|that)\b|is it (?:safe|fair) to (?:say|assume)"
        r"|would you describe (?!yourself).* as (?!\w+ or (?:un|not|in|dis|more|less))",
    ),
    (
        "why",
        r"why (?:is|was|are|were) (?:\S+ ){1,6}?(?:so|such|too) (?!many|much|that)|why would (?:you"
        r"|they) not\b",
    ),
    ("too", r"(?:do|does|did) (?:\S+ ){1,5}?(?:seem|feel|look|sound) too (?!\w+ or )"),
)
_CROWDS = (
    (
        "people users customers teams folks companies clients colleagues others",
        r"(?:most|many|other|a lot of|lots of|all|plenty of) (?:of )?(?:our )?(?:people|users|customers|teams"
        r"|folks"
        r"|companies|clients|colleagues|others)(?: \w+){0,4}? (?:say|said|tell|told|think|love|hate"
        r"|agree|find"
        r"|prefer|like|struggle|complain|feel|want)\b",
    ),
    (
        "everybody everyone",
        r"(?:everybody|everyone)(?: else)?(?: (?:that )?(?:we|i) (?:have )?\w+(?: to| with)?)?"
        r" (?:says|loves|hates|agrees|thinks|tells|wants|complains)\b",
    ),
)
_ANYWHERE = (
    *_CROWDS,
    (
        "admire adore appreciate dislike enjoy hate like love",
        rf"what (?:do|did|does) (?:you|they|your \w+) (?:\w+ly |most )?{_FEELING}\b(?! to\b)",
    ),
    (
        "annoys bothers confuses delights excites frustrates impresses irritates",
        r"what (?:\w+ )?(?:frustrates|annoys|bothers|irritates|confuses|delights|excites"
        r"|impresses)(?: \w+)? (?:you|them)\b",
    ),
    ("big", r"how big (?:of )?an? (?:problem|issue|pain|challenge|hassle|deal) "),
    (
        "much",
        r"how much (?:better|easier|faster|worse|more|do you (?:love|like|enjoy|hate|value)|did you (?:love"
        r"|like"
        r"|enjoy|hate)|of a (?:pain|problem|hassle|struggle|challenge|relief|headache)|time (?:do|did|would)"
        r" (?:you|it|that) (?:waste|save|lose))",
    ),
    (
        "how",
        rf"how (?:{any_of(DEGREE)} )?{_FELT} (?:is|was|are|were|do|does|did|has|have|would|it|that|your"
        rf"|the)\b",
    ),
    (
        "amazing awesome better cool easier fair good great helpful nice useful valuable wonderful",
        rf"would (?:it not|not it|it|that) be (?:{any_of(DEGREE)} )*(?:great|nice|helpful|useful|cool"
        rf"|awesome|good"
        r"|better|easier|amazing|valuable|wonderful|fair)\b",
    ),
    (
        "all clearly course doubt everybody everyone needless obviously surely undoubtedly",
        r"(?:obviously|surely|of course|(?<!how )clearly|undoubtedly|no doubt|needless to say|as we all know"
        r"|(?:everybody|everyone|we all) knows?)\b",
    ),
    (
        "agree definitely must probably surely",
        r"(?<!extent )(?:would|do) you (?:not )?agree\b|you (?:surely|definitely|probably) \w|you must (?:be"
        r"|have|feel|get|love|hate|find|want)\b",
    ),
    (
        "why",
        r"why do (?:you think )?(?:people|everyone|users|customers|they) (?:all )?(?:hate|love|like"
        r"|prefer)\b",
    ),
    (
        "amazing annoying awesome awful brilliant clunky delightful excellent fantastic horrible "
        "incredible innovative lousy ridiculous stupid superb terrible wonderful",
        r"(?:our|this|that|such an?|so) (?:new |old )?(?:terrible|horrible|awful|clunky|annoying|lousy"
        r"|ridiculous|excellent"
        r"|wonderful|superb|stupid|amazing|awesome|fantastic|innovative|brilliant|incredible|delightful)\b",
    ),
    (
        "presumably so sounds seems must",
        r"(?:presumably|so you are saying|so you would say|so what you are saying|(?<!what )(?:it"
        r"|that) (?:sounds|seems) like (?:you|it|that|this|there|your|an?)\b"
        r"|(?:it|that) must (?:be|have been|feel|get)\b(?! \w+ed\b| done))",
    ),
    (
        "changing class cutting revolutionary winning",
        r"(?:revolutionary|cutting-edge|game-changing|award-winning|world-class)\b",
    ),
    (
        "benefit benefited better boost can could cut easier facilitate faster help helped improve "
        "improved increase might quicker reduce reduced save saved simpler simplify speed will would",
        r"how (?:much (?:\w+ )?)?(?:(?:does|did|has|have) our|(?:can|could|would|will|might) (?:our|the|this"
        r"|that|it|xx|an?|\w+ing)"
        r"|(?:would|will|can|could) [\w ]{3,30} from our)(?! be\b) ?(?:\S+ ){0,7}?(?:helped|help|improved?"
        r"|saved?"
        r"|benefit(?:ed)?|simplify|facilitate"
        r"|reduced?|cut|boost|increase|speed up|ma[dk]e (?:\w+ )?(?:\w+ )?(?:easier|better|faster|simpler"
        r"|quicker))\b",
    ),
    (
        "how why",
        r"how (?:our|this|the|xx) (?:\w+ ){1,3}(?:helped|improved|saved|made)\b|\bwhy (?:do "
        r"|did )?you (?:love|hate|like|enjoy)\b",
    ),
    (
        "enjoyed features feel hate hated like liked love loved regret things",
        r"(?:things?|what|parts?|features?|aspects?) (?:\w+ ){0,5}?(?:that )?(?<!would )you (?:really |most "
        r"|especially )?(?:liked?|loved?|enjoyed|hated?)\b(?! to\b)"
        r"|best (?:features|things)\b|(?<!have )(?:make|made|makes|making) you feel (?:more|less|better|worse"
        r"|safer|\w+er)\b|you (?:\w+ )?regret\b",
    ),
    (
        "made makes",
        r"what (?:makes|made) (?!an? |the )(?:\S+ ){1,3}?(?:good|great|better|best|useful|helpful|special"
        r"|enjoyable|easy)\b",
    ),
    (
        "benefit benefited help helped improve improved save saved",
        r"how (?:did|does|has|have) (?:the|this|it|our|that) (?:\w+ ){0,3}?(?:helped|help|improved?"
        r"|benefit(?:ed)?|saved?)\b",
    ),
    (
        "way ways",
        r"in what ways? (?:do|does|did|has|have|can) .*\b(?:help\w*|benefit\w*|improve\w*|well|better"
        r"|easier)\b",
    ),
    ("made makes", r"what (?:makes|made) (?:\S+ ){1,5}?(?:so|such) "),
)
_MORE = "(?:more|most|better|cheaper|faster|easier|simpler|harder|worse|slower|quicker)"
_BOTH_SIDES = (
    r"\b(?:like|love) (?:or|and|nor|and not|or not) (?:dis|hate)\w*|\blikes and dislikes\b"
    r"|\bpros and cons\b",
    rf"\b{_MORE}\b.* or |\b or .*\b{_MORE}\b|\bor not\b|\bif at all\b",
    r"^(?:is|was) it (?:\w+ )?clear (?:to you )?(?:what|how|why|where|who|when|whether)\b",
    r"^how (?:\w+ )?(?:important|critical|satisfied|dissatisfied|happy|confident|comfortable|likely|willing"
    r"|familiar|clear|accurate)\b| or (?:is|are|was|were|does|do|did) (?:it|that|this|they|you)\b",
    r"\b(?:least|not like|do not like|dislike)\b|☆(?: \w+){0,2},? or (?:\w+ )?☆",
)
_SUPPOSES = (
    r"but (?:you|it|that|they|this|your|the|there|we) .*|(?:that|this|it|which) (?:meant|means)\b"
    r"|.*\byou are doing (?:okay|well|fine|great)\b",
    r"what (?:i|we) (?:am |are )?hear|(?:i|we) (?:assume|am assuming|are assuming|bet|am guessing|take it"
    r"|suppose|would guess|guess|am sure|expect|imagine|would imagine|presume|reckon|would say)\b",
    r"you (?:\w+ )?(?:find|found|think|feel|felt|consider) (?:\S+ ){0,4}?☆",
    r"(?:it|that|this|those|they|the \w+|your \w+) (?:is|was|are|were|sounds?|seems?|looks?) (?:\w+ )?☆",
)
_JUDGE = Rules(_JUDGES, anywhere=False)
_OPEN = Rules(_OPENS, anywhere=False)
_IN = Rules(_ANYWHERE)
_BALANCED = late("|".join(_BOTH_SIDES))
_SUPPOSED = late(rf"(?:(?:so|and|but|well|okay|now|then),? )*(?:{'|'.join(_SUPPOSES)})")
_SCALE = late(r".*\b(?:on a scale|out of (?:five|ten|\d+))\b")
_SECOND = late(
    r" (?:and|but),? (?=(?:do|does|did|is|are|was|were|would) (?:you|it|they|the|your|this|that)\b)"
)
_OWN_OPINION = late(
    r"(?:i|we) (?:\w+ly |really )?(?:think|believe|feel|find) (?:that )?(?:this|our|it) (?!is (?:time"
    r"|okay)\b)\w"
    r"|(?:(?:so|and|well|personally),? )*(?:i|we) (?:\w+ly |really |just |also )*(?:love|hate|like|prefer"
    r"|adore)\b(?! to\b| (?:that|it|this)$| (?:that you|how|your|the way|what you|hearing)\b)"
)
_CROWD = Rules(_CROWDS)


def primes(statement: str) -> bool:
    """Whether a statement before a question says what others or the moderator think."""
    return _CROWD.hold_in(statement) or bool(_OWN_OPINION.match(statement))


def leads(ask: Ask) -> bool:
    """Whether a sentence suggests its answer."""
    if ask.tag and ask.tag != "or":
        return True
    clause = ask.clause
    marked = judged(clause)
    suggests = (
        (ask.head.kind == "none" and _SUPPOSED.match(judged(ask.low)))
        or any(_JUDGE.hold_in(part) for part in _SECOND.split(marked))
        or _OPEN.hold_in(clause)
        or _IN.hold_in(clause)
    )
    if not suggests:
        return False
    return not (_SCALE.match(ask.low) or _BALANCED.search(clause) or _BALANCED.search(marked))
