"""Where in a sentence the asking begins, and with what kind of word: the grammar that decides the rest."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from interview_tui.guides.check.lexicon import (
    ASKING_PREFACE,
    AUXILIARY,
    LEAD_IN,
    LISTING,
    RANKING,
    SETTING_THE_SCENE,
    SUBJECT,
    TASK,
    TELLING,
    WH,
    any_of,
)
from interview_tui.guides.check.patterns import late
from interview_tui.guides.check.phrases import Phrases

HeadKind = Literal[
    "wh", "auxiliary", "indirect", "telling", "ranking", "listing", "scene", "task", "embedded", "none"
]


class Head(NamedTuple):
    """The kind of a sentence's asking clause, where it begins, and where its complement does.

    `lead` is where the sentence begins behind words such as "so" and "first of all".
    """

    kind: HeadKind
    at: int
    complement: int
    lead: int = 0


_POLITE = (
    r"(?: (?:please|maybe|perhaps|just|briefly|quickly|also|kindly|possibly|now|then|first|like|you|ever"
    r"|all"
    r"|both|each))*"
)
_START = r"(?: (?:start|begin|kick off|open|start off|help us|help me|help us out|help me out) by)?"
_WRAPPER = (
    r"(?:(?:do|would|did) you (?:want|like) to"
    r"|(?:would|do) (?:it|you) (?:be okay|be alright|mind|be willing|be able)(?: to| if you)?(?: could)?"
    r"|(?:are|would) you (?:be )?(?:able|willing|happy|comfortable|open)(?: to)?|may i ask you to"
    r"|can i (?:get|have|ask) you to"
    r"|(?:i was|i am|i) (?:just )?(?:wondering|hoping|wonder|hope) (?:if )?(?:you|we)(?: could| can| would"
    r"| might)|feel free to|(?:it|that) would be (?:\w+ )?(?:great|good|helpful|useful|lovely|interesting"
    r"|nice) if (?:you|we) could"
    r"|(?:would|is) it (?:be )?possible (?:for you )?to|if you (?:could|can|would)|i would (?:like"
    r"|love) (?:for )?you to|i (?:want|need|would ask|ask|am asking) you to"
    r"|is there any way you could"
    r"|maybe you (?:could|can)|perhaps you (?:could|can)|you (?:could|can)|let us|please|can i get you to"
    r"|(?:can|could|would|will|might) (?:you|we|i)(?: guys| all| two| be able to| be willing to| mind"
    r"| like to| care to| be so kind as to| have a chance to)?)"
)
_LEAD_IN = Phrases(LEAD_IN, ASKING_PREFACE, unless=r"[\w'-]| of")
_GAP = late(r"\W*")
_PAUSE = late(r"[\s,.:;–—-]*")
_INDIRECT = Phrases(
    TELLING,
    before=_WRAPPER + _POLITE + _START + " ",
    unless=r"\w| (?:yourself|it|this|that|the \w+|your \w+) as\b",
)
_NOTING = late(
    r"(?:can|could|are) you (?:even |still |ever )?(?:think of|recall|remember|able to recall"
    r"|able to remember|point to|come up with)\b"
)
_TELLING = Phrases(
    TELLING, before=r"(?:please )?(?:just |maybe |briefly |also |now )*(?:start by |begin by )?"
)
_WH = late(
    r"(?:(?:in|at|on|for|to|from|with|by|of|about|during|under|since|through|after|before|until|into"
    r"|against|over|within"
    r"|according to|because of|by about|roughly|about|exactly) )?" + any_of(WH) + r"(?:ever)?(?= |$|,|\?)"
)
_AUXILIARY = late(any_of(AUXILIARY) + r"(?: not)? (?!away\b|able\b|them\b|a (?:look|seat|go)\b)\w")
_EMBEDDED = late(
    r"(?:i am|i was|we are|we were|i would be|i'm) (?:also |just |really |very |always |still "
    r"|particularly |most |so |quite |a bit )*"
    r"(?:curious|interested|wondering|keen|eager|fascinated|hoping)(?: to (?:know|hear|learn|see"
    r"|understand|find out|get a sense of))?"
    r"(?: more)?(?: about| in| as to| in (?:hearing|knowing|learning"
    r"|understanding)(?: more)?(?: about)?)?\b"
    r"|i(?: just| also| really)? wonder(?: about)?\b"
    r"|(?:i|we)(?: would)?(?: also| just| really)* (?:like|love|want|wanted|need|hope)(?: to)?(?: also"
    r"| just| really| quickly)*"
    r" (?:know|hear|learn|understand|talk|dig|explore|get a (?:sense|feel)|find out|see|go back|dive|focus"
    r"|spend)\b(?: you| a (?:bit|little)(?: bit)?)?(?: more)?(?: into| about| of| from you| on| for)?"
    r"|(?:please )?(?:let us|lets|we will|i will|now) (?:talk|speak|dig|chat|dive"
    r"|go)(?: back)?(?: in)?(?: more)?(?: about| into| to)\b"
    r"|(?:one|the|another) (?:last |other |more )?thing (?:i|we|that) (?:\S+ ){1,5}?is\b"
    r"|something (?:\S+ ){1,6}?made me wonder\b"
    r"|(?:it|that) would be (?:\w+ )?(?:great|good|helpful|useful|lovely|interesting"
    r"|nice) to (?:understand|know|hear|learn)\b(?: more)?(?: about)?"
)
_ASKING = late(
    r"(?:(?:so|and|okay|well|then|now|also),? )*(?:can|could|may|might) (?:i|we) (?:just |maybe |also "
    r"|quickly )?(?:ask(?: you)?(?: about)?"
    r"|hear(?: about)?|talk(?: a bit| a little)?(?: more)? about|go (?:over|through|back to)|explore"
    r"|discuss)(?= )(?! (?:if|whether|to)\b)"
)
_RANKING = late(r"(?:please )?" + any_of(RANKING) + r" \w")
_LISTING = late(r"(?:please )?" + any_of(LISTING) + r" \w")
_SCENE = Phrases(SETTING_THE_SCENE, before="(?:please )?(?:now )?")
_TASK = Phrases(TASK, before="(?:please )?(?:now )?")
_SCREEN_TASK = late(
    r"(?:(?:can|could|would|will) you (?:\w+ ){0,3}?)?(?:please |now )*shar(?:e|ing) (?:your|the) screen\b"
    r"|(?:please )?using (?:the|this|our|your) \w+, (?:please )?(?:find|show|try|go|open)\b"
)
_ASKED_TASK = late(
    r"(?:can|could|would|will) you (?:please (?!be\b|confirm\b|state\b)\w+|(?:help (?:me|us)|show me how to"
    r"|go ahead and|try to|try and|click|open|read|scroll|look at|go to|pull up|navigate)\b(?! understand))"
    r"|(?:can|could) you find (?:me|us|the|an?)\b"
    r"|(?:(?:i|we) would (?:like|love) (?:for )?you to|(?:i|we) want you to|i am going to ask you to) \w+"
)
_INNER = late(
    r"(?:[,;:.]| [-–—]|\b(?:and|so|but|or|then|like))\s+(?="
    + any_of(WH)
    + r" |"
    + any_of(AUXILIARY)
    + r"(?: not)? "
    + any_of(SUBJECT)
    + r"\b|can you |could you |tell |walk |talk |describe |explain )"
)
_REQUEST_INSIDE = late(
    r"(?:[,;:.]| [-–—]|\b(?:and|so|then))\s+(?=(?:please )?(?:tell|walk me|talk|describe|explain|can you"
    r"|could you) )"
)
_INVERTED = late(
    r"(?<!not )(?<!to )(?<!you )(?<!we )(?<!they )(?<!can )(?<!will )(?<!would )(?<!could )"
    r"\b(?:"
    + any_of(WH)
    + r"(?: \w+){0,3}? )?(?:do|does|did|are|is|was|were|have|has|can|could|would|will)(?: not)? "
    r"(?:you|it|they|there|he|she|we|your|this|that|these|those)\b|(?<=, )(?:does|did|do) \w+ \w+"
    r"|\b(?:what|how|who|which|why) (?:\w+ ){0,1}?(?:do|does"
    r"|did|is|are|was|were)\b"
)
_ANEW = late(rf",| [-–—] | (?:do|does|did|is|are|was|were|have|has|can|would) {any_of(SUBJECT)}\b")
_SUBORDINATE = late(
    r"(?:when|whenever|while|where|if|once|since|because|as|although|though|before|after|until|unless"
    r"|given|now that|what|how)\b"
)
_BESIDE = late(r"which (?:is|was|means?)(?: \w+ing)?(?:[,:]| [-–—])")
_INTERROGATIVE_WHEN = late(
    r"(?:when|where|if) (?:" + any_of(AUXILIARY) + r"\b|else\b|exactly\b|in\b|specifically\b|was\b|about\b"
    r"|$)"
)


def find_head(low: str) -> Head:
    """The head of a sentence in lower case."""
    lead = _behind_lead_in(low, 0)
    at = lead if lead < len(low) else 0
    found = _found(low, at)
    return Head(found.kind, found.at, found.complement, at)


def _found(low: str, at: int) -> Head:
    asking = _ASKING.match(low)
    if asking:
        return Head("indirect", 0, asking.end())
    found = _head_at(low, at)
    if found is not None and not _introduces(low, found):
        return found
    inner = _inner_head(low, at, bare=found is None or found.kind in {"wh", "embedded"})
    if inner is not None:
        return inner
    return found if found and not _subordinate(low, found) else Head("none", at, at)


def _introduces(low: str, head: Head) -> bool:
    """Whether what begins here may only lead up to a question further on."""
    if head.kind == "embedded" and _ANEW.match(low, head.complement):
        return True
    announced = low.startswith(("let us", "let me"), head.at)
    return announced or head.kind in {"scene", "task"} or _subordinate(low, head)


def _head_at(low: str, at: int) -> Head | None:
    for kind, begins in _HEADS:
        end = begins.end(low, at) if isinstance(begins, Phrases) else _end(begins.match(low, at))
        if end is not None:
            return Head(kind, at, end)
    return None


def _end(found: re.Match[str] | None) -> int | None:
    return found.end() if found else None


def _behind_lead_in(low: str, at: int) -> int:
    """Where a sentence goes on behind words such as "so" and "first of all"."""
    while (end := _LEAD_IN.end(low, _end(_GAP.match(low, at)) or at)) is not None:
        at = _end(_PAUSE.match(low, end)) or end
    return at


_HEADS: tuple[tuple[HeadKind, re.Pattern[str] | Phrases], ...] = (
    ("task", _SCREEN_TASK),
    ("indirect", _INDIRECT),
    ("indirect", _NOTING),
    ("task", _ASKED_TASK),
    ("embedded", _EMBEDDED),
    ("scene", _SCENE),
    ("telling", _TELLING),
    ("wh", _WH),
    ("auxiliary", _AUXILIARY),
    ("ranking", _RANKING),
    ("listing", _LISTING),
    ("task", _TASK),
)


def _subordinate(low: str, head: Head) -> bool:
    """Whether a sentence begins with a clause that asks nothing, as in "When you order, who pays?"."""
    if head.kind != "wh" or not _SUBORDINATE.match(low, head.at):
        return False
    return low.startswith(("when", "where", "while"), head.at) and not _INTERROGATIVE_WHEN.match(low, head.at)


def _inner_head(low: str, at: int, *, bare: bool) -> Head | None:
    """The first clause behind a preamble that asks; the preamble may end in a comma or run on.

    Behind a request to imagine or to look, "what" and "which" begin an object more often than a question.
    """
    for found in (_INNER if bare else _REQUEST_INSIDE).finditer(low, at):
        start = _behind_lead_in(low, found.end())
        head = _head_at(low, start)
        if (
            head is not None
            and not _BESIDE.match(low, start)
            and head.kind in {"wh", "auxiliary", "indirect", "telling"}
            and not _subordinate(low, head)
        ):
            return head
    run_on = _INVERTED.search(low, at)
    return _head_at(low, run_on.start()) if run_on else None
