"""How a question could be asked instead: in its own words where grammar allows, else by a general pattern.

A pattern that fits is worth more than the question's own words in wrong grammar, so each rewording takes only
the shapes that it is sure of.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from interview_tui.guides.check.asks import Ask, coordinated
from interview_tui.guides.check.judgement import MARK, judged
from interview_tui.guides.check.labels import Reading
from interview_tui.guides.check.leading import leads
from interview_tui.guides.check.opening import opened
from interview_tui.guides.check.patterns import late
from interview_tui.guides.check.verbs import past

LONGEST = 120

_GENERAL = {
    "leading": "Ask neutrally: “How do you find …?” or “What is … like for you?”",
    "pitch": "Ask about the problem instead: “How do you deal with that today?”",
    "hypothetical": "Ask for the last time: “Tell me about the last time you …”",
    "double-barrelled": "Ask the first part, and keep the second as a probe.",
    "closed": "Open it: “How …?”, “What …?” or “Tell me about …”",
    "closed-choice": "Leave the choices out: “How …?” or “What …?”",
    "factual": "Let a story bring the fact: “Tell me about the last time …”",
    "jargon": "Use the participant's own word, or ask what they call it.",
}
_PRICE = late(r"\b(?:pay|price|cost|spend|[€$£])", re.IGNORECASE)
_BETTER = late(
    r"\b(?:easier|better|improve|ideal|perfect|magic|wish|(?:would"
    r"|could) you (?:\w+ )?change)\b",
    re.IGNORECASE,
)

_CONDITION = late(r"\b(?:if|would|or|here|there|then)\b|,|^ that$", re.IGNORECASE)
_PLACEHOLDER = late(r"\bxx\b")
_AFTERTHOUGHT = late(r",? (?:i guess|i suppose|you know|or so)$", re.IGNORECASE)
_STUMP = late(r"(?:how|where|why|when) (?:you|they|we|it|he|she|it should) ", re.IGNORECASE)
_NEUTRAL_END = r"(?: (?:to|for) you)?(?: at all)?$"
_FIND = late(r"do (?:not )?you (?:not )?(?:find|consider) (?P<what>.+?) (?:to be )?☆$", re.IGNORECASE)
_THINK = late(
    r"do (?:not )?you (?:not )?(?:think|feel|agree|believe) (?:that )?(?P<what>.+?) (?:is|are) ☆$",
    re.IGNORECASE,
)
_IMPORTANT = late(
    r"(?P<is>is|are) (?!it\b)(?P<what>.+?) (?:very |really )?important(?P<end>(?: (?:to|for) \w+)?)$",
    re.IGNORECASE,
)
_BE = late(
    rf"(?P<is>is|are|was|were) (?:not )?(?P<what>(?:the|your|our|this|these|those|its"
    rf"|their) (?:\S+ ){{0,4}}?\S+) ☆{_NEUTRAL_END}",
    re.IGNORECASE,
)
_LIKE = late(
    r"(?P<do>do|did) (?:not )?you (?:\w+ly )?(?:like|love|enjoy|hate) (?!to\b|\w+ing\b)(?P<what>.+)$",
    re.IGNORECASE,
)
_ABOUT = late(
    r"what (?P<do>do|did) you (?:\w+ly )?(?:love|like|enjoy|hate|dislike"
    r"|value)(?: \w+)? about (?P<what>.+)$",
    re.IGNORECASE,
)
_HOW_JUDGED = late(r"how (?:\w+ )?☆ (?P<rest>(?:is|was|are|were) (?!it\b).+)$", re.IGNORECASE)
_EASY = late(
    r"(?P<is>is|was) it (?:\w+ )?(?:easy|hard|difficult|simple)(?P<rest> (?:for you )?to [^,]+"
    r"(?<! with)(?<! to)(?<! for)(?<! about))$",
    re.IGNORECASE,
)
_HOW_WHEN = late(r"how (?:\w+ )?☆ (?P<is>is|was) it (?P<when>when .+)$", re.IGNORECASE)
_STIRS = late(
    r"what (?:\w+ )?(?:frustrates|annoys|bothers|irritates|confuses|delights|excites|impresses) you (?:\w+ )?"
    r"about (?P<what>.+)$",
    re.IGNORECASE,
)
_TWO_WORDS = late(
    r"(?P<first>how|when|where|why|what|who) and (?P<second>how|when|where|why) (?P<rest>(?:do|does|did"
    r"|is|are|was"
    r"|were)\b.+)$",
    re.IGNORECASE,
)
_IDEAL = late(
    r"what (?:is|would be) your (?:ideal|perfect) (?P<what>\w*day|week|weekend|morning|evening|trip"
    r"|holiday|shift"
    r"|visit|meeting|order)$",
    re.IGNORECASE,
)
_LIKELY = late(r"how likely (?:are|is it that) you to (?P<verb>\w+)(?P<rest> .+)?$", re.IGNORECASE)
_TRY_NEW = late(
    r"would you (?:be (?:willing|open|happy|able|ready) to |consider )?try(?:ing)? a new (?P<what>\w+)$",
    re.IGNORECASE,
)
_WOULD_YOU = late(r"(?:(?:how|where|when) )?would you (?P<verb>\w+)(?P<rest> .+)?$", re.IGNORECASE)


def reworded(rule: str, reading: Reading) -> str:
    """One line with another way to ask, for the rule that matters most."""
    own = _OWN_WORDS[rule](reading, reading.main) if rule in _OWN_WORDS else ""
    return (
        own
        if own and MARK not in own and not _PLACEHOLDER.search(own) and len(own) <= LONGEST
        else _GENERAL[rule]
    )


def _words(ask: Ask) -> str:
    return ask.words[ask.head.at :].rstrip(" ,;")


def _leading(reading: Reading, main: Ask) -> str:
    led = next(filter(leads, reading.asked), None)
    ask = led or main
    words = _words(ask)
    if ask.tag:
        return "Leave the tag out and ask openly: “How …?” or “What …?”"
    if led is None and ask.head.kind == "wh":
        return f"Leave the opinion out, and only ask: “{_sentence(words)}”"
    if " and " in words or " or " in words or "," in words:
        return ""
    return _quoted("Ask neutrally", _neutral(words))


def _neutral(words: str) -> str:
    if found := _IMPORTANT.match(words):
        return f"How important or unimportant {found['is'].lower()} {found['what']}{found['end']}?"
    if found := _EASY.match(words):
        return f"How easy or difficult {found['is'].lower()} it{found['rest']}?"
    if found := _STIRS.match(words):
        return f"How do you find {found['what']}?"
    words = judged(words)
    if found := _HOW_WHEN.match(words):
        return f"What {'happens' if found['is'].lower() == 'is' else 'happened'} {found['when']}?"
    if found := _FIND.match(words):
        return f"How do you find {found['what']}?"
    if found := _THINK.match(words):
        return f"What do you think of {found['what']}?"
    if found := _LIKE.match(words) or _ABOUT.match(words):
        return f"What {found['do'].lower()} you think of {found['what']}?"
    if found := _HOW_JUDGED.match(words):
        return f"How {found['rest'].replace(' to you', ' for you')}?"
    if found := _BE.match(words):
        return f"How {'did' if found['is'].lower() in {'was', 'were'} else 'do'} you find {found['what']}?"
    return ""


def _pitch(_: Reading, ask: Ask) -> str:
    if _PRICE.search(ask.words):
        return "Ask what it costs today: “What do you spend on that now, in time or in money?”"
    if found := _TRY_NEW.match(_words(ask)):
        return f"Ask about the last one: “Tell me about the last new {found['what']} you tried.”"
    return ""


def _hypothetical(reading: Reading, ask: Ask) -> str:
    alone = ask.head.at == ask.head.lead and reading.sentences == 1
    if alone and (ideal := _IDEAL.match(_words(ask))):
        return f"Ask for a real one: “Tell me about your last {ideal['what']}.”"
    found = _WOULD_YOU.match(_words(ask)) or _LIKELY.match(_words(ask)) if alone else None
    told = past(found["verb"]) if found else ""
    if found and told and not _CONDITION.search(found["rest"] or ""):
        return _quoted(
            "Ask for the last time", f"Tell me about the last time you {told}{found['rest'] or ''}."
        )
    if _BETTER.search(ask.words):
        return "Ask about today: “What is hard about it now?”"
    return ""


def _stands_alone(words: str) -> bool:
    """Whether part of a question is a whole question, and not a mere "How"."""
    return words.count(" ") > 1 and ";" not in words and not _STUMP.match(words)


def _double(reading: Reading, ask: Ask) -> str:
    if both := _TWO_WORDS.match(_words(ask)):
        first, second = (f"{both[word]} {both['rest']}" for word in ("first", "second"))
        return f"Ask “{_sentence(first)}” and keep “{_sentence(second)}” as a probe."
    first, second = map(_words, reading.asked) if len(reading.asked) == 2 else coordinated(ask)
    first, second = _AFTERTHOUGHT.sub("", first), _AFTERTHOUGHT.sub("", second)
    if not (_stands_alone(first) and _stands_alone(second)):
        return ""
    return f"Ask “{_sentence(first)}” and keep “{_sentence(second)}” as a probe." if second else ""


def _closed(reading: Reading, ask: Ask) -> str:
    words = _words(ask)
    if (
        ask.head.kind == "none"
        and ask.question_mark
        and words.count(" ") > 1
        and not ask.low.startswith("any")
    ):
        return "Let them say it: “Tell me more about that.”"
    if reading.opened:
        return "Begin with what follows, and let the yes come by itself."
    if " or " in words or ask.head.kind not in {"auxiliary", "none"}:
        return ""
    return _quoted("Ask", opened(words))


def _quoted(words: str, question: str) -> str:
    return f"{words}: “{question}”" if question else ""


def _sentence(words: str) -> str:
    words = words.strip(" ,.;?")
    request = words.lower().startswith(("tell", "describe", "walk", "talk", "show", "explain"))
    return f"{words[:1].upper()}{words[1:]}{'.' if request else '?'}"


_OWN_WORDS: dict[str, Callable[[Reading, Ask], str]] = {
    "leading": _leading,
    "pitch": _pitch,
    "hypothetical": _hypothetical,
    "double-barrelled": _double,
    "closed": _closed,
}
