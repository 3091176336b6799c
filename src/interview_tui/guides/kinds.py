"""What one line of a guide is by its wording alone: asks, asks for consent, speaks to the moderator, labels.

These are rules for how English is used to ask (question marks outside of brackets, "tell me about…"), kept
few on purpose: where a line stands in the guide decides the rest (`classify.py`).
"""

from __future__ import annotations

import re
from typing import Literal

Wording = Literal[
    "asks", "consents", "instructs", "plain", "probe_label", "question_label", "note_label", "script_label"
]

_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_SENTENCE_END = re.compile(r"(?<=[.!?…:])[\s\"”’)]+|\s[–—-]\s")
_LEAD_IN = re.compile(
    r"(?:(?:[\"“”'‘’(>\W]|\d+[.)])+|(?:so|and|now|okay|ok|first|next|then|finally|great|please|briefly"
    r"|just|to start"
    r"|if (?:so|yes|no|not|relevant|applicable|possible|you can)|(?:if )?(?:could|can|would|will) you"
    r"|if you (?:could|would)|you (?:can|could))\b[\s,:–—-]*)+",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r"(?:tell (?:me|us)|(?:walk|talk|take|run|guide) (?:me|us)\b|describe\b|explain (?:to (?:me|us)"
    r"|how you|why you|what you"
    r"|your|in your)|show (?:me|us)|help (?:me|us) understand|give (?:me|us)|share (?:with (?:me|us)"
    r"|an?\b|some\b|one\b)"
    r"|think (?:back|about|of)|imagine\b|(?:rank|rate|name|list|suggest)"
    r" (?:the|your|three|two|five|up|some|all"
    r"|each|any|how|them"
    r"|from|these)|in your own words|take a (?:look|minute|moment)|tell a )",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:like|love|want) (?:for )?you to (?:tell|describe|show|explain|walk|talk|share|think of"
    r"|think back)"
    r"|\b(?:love|like) to (?:hear|know) (?:how|what|why|more)|\bi(?:'|’)?m curious (?:about"
    r"|how|what|why)"
    r"|(?:,|;|\band|\bplease|\bthen) (?:please )?(?:tell|walk|talk|show) (?:me|us)\b"
    r"|\band see (?:if|what|whether|how) you(?:['’]d| can| could| would)\b",
    re.IGNORECASE,
)
_WISH_WORDS = re.compile(r" (?:to|me|us|curious|see)\b")
_ANNOUNCES = re.compile(
    r"(?:\b(?:like|going|want) to|['’]ll|\bwill) (?:now |then )?ask (?:you )?"
    r"(?:some|a few|a couple|several|questions)\b",
    re.IGNORECASE,
)
_THIRD_PERSON = re.compile(
    r"\b(?:they|them|their|participants?|users?|interviewees?|respondents?|moderator|interviewer"
    r"|note-?taker|facilitator)\b",
    re.IGNORECASE,
)
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:i|i['’]\w+|we|we['’]\w+|my|our|us|me|let['’]s)\b", re.IGNORECASE)
_INSTRUCTION = re.compile(
    r"(?:if (?:they|not|so|yes|no|needed|there|time|the \w+|participant|user|interviewee)\b[^:?]*[.]?$"
    r"|(?:ask|probe|prompt|remind|listen"
    r"|watch|observe|note|look for|make sure|be sure|ensure|thank (?:the|them|participant)"
    r"|thank\b(?! you)|introduce"
    r"|confirm|obtain|request|explain|allow|wait|pause|repeat|skip|don['’]?t|do not|avoid|try to|keep"
    r"|have (?:them|the|participants?|users?)"
    r"|show (?:them|the)|let (?:them|the)|give (?:them|the)|take (?:user|the (?:user|participant))"
    r"|start recording"
    r"|stop recording|turn on|turn off|record\b|follow[- ]up (?:with|on)|dig|encourage|see if"
    r"|check (?:if|that|whether)"
    r"|gauge|drill|get (?:consent|permission)|set (?:the|expectations)|discuss|go over|review"
    r"|build rapport|uncovers|reveals|identifies|surfaces|validates|gauges)\b)",
    re.IGNORECASE,
)
_NOTE_PREFIX = re.compile(
    r"(?::\w+:\s*)?(?:(?:\w+ )?(?:goals?|objectives?|purpose|aim|focus)"
    r"|notes?|n\.?b|tips?|hint|moderator|interviewer|facilitator|researcher"
    r"|listen for|watch for"
    r"|look for|observe|reminder|instructions?|rationale|time|duration|timing)\b[^:?]{0,40}:",
    re.IGNORECASE,
)
_SPEAKS_OF_QUESTIONS = re.compile(
    r"\b(?:same|previous|above|following|next)\b[\w\s-]{0,20}\bquestions?\b", re.IGNORECASE
)
TASK_PREFIX = re.compile(r"(?:task|scenario)\s*\d{0,2}[a-z]?\s*[:.)–—-]\s*(?=\w)", re.IGNORECASE)
_SCRIPT_PREFIX = re.compile(r"(?:script|say|read|read aloud|intro script)\s*:", re.IGNORECASE)
PROBE_PREFIX = re.compile(
    r"\(?(?:probes?|probing|prompts?|follow[- ]?ups?|fu|if (?:yes|no|so|not))\b[^:?]{0,30}[:)]|(?:probe"
    r"|follow[- ]?up)\s*[–—-]",
    re.IGNORECASE,
)
PROBE_LABEL = re.compile(
    r"(?:(?:probes?|probing|prompts?|follow[- ]?ups?|fu)\s*\d{0,2}\s*(?::|\s[–—-])\s*)+(?=[\W_]*[^\W_])",
    re.IGNORECASE,
)
"""What a line begins with that says only that it is a probe; "If yes:" says more."""

QUESTION_PREFIX = re.compile(
    r"(?:q(?:uestion)?\s*\d{0,3}[a-z]?\s*[:.)–—-]|q\d{1,3}\b|ask\s*:)\s*", re.IGNORECASE
)
_PROBE_LABEL = re.compile(
    r"\b(?:prob(?:e|es|ing)|prompts?|follow[- ]?ups?|dig deeper|ask (?:them )?about)\b", re.IGNORECASE
)
_PROBES_AHEAD = re.compile(
    r"(?:(?:potential|possible|optional|suggested|additional|some|example|sample|general)\s+)*"
    r"(?:probes|probing questions|prompts|follow[- ]?up questions|follow[- ]?ups?(?! (?:with|on|by)))\b",
    re.IGNORECASE,
)
_QUESTION_LABEL = re.compile(r"\b(?:questions?|ask)\b", re.IGNORECASE)
_NOTE_LABEL = re.compile(
    r"\b(?:goals?|objectives?|purpose|aim|notes?|tips?|listen|watch|look for|observe|materials?"
    r"|reminders?|avoid|signals?"
    r"|checklist|instructions?|rationale|techniques?|expected|success|moderator|interviewer)\b",
    re.IGNORECASE,
)
_SCRIPT_LABEL = re.compile(r"\b(?:script|say|read)\b", re.IGNORECASE)
_FRAME = re.compile(
    r"\b(?:intro\w*|welcome|opening|warm|clos(?:e|ing)|wrap\w*|thank\w*|goodbye)\b", re.IGNORECASE
)
_OPEN_START = re.compile(r"(?:who|what|when|where|why|how|which|tell|describe|walk|talk)\b", re.IGNORECASE)
_CONSENT_QUESTION = re.compile(
    r"\b(?:record(?:ed|ing)? (?:this|the|our|my|today|it|you|audio|video|and)|(?:i|we|me|us|being|be"
    r"|to) record(?:ed|ing)?\b|recording"
    r"|consent|permission|(?:ok|okay|all ?right|fine|comfortable|cool) (?:with you|with that|with this"
    r"|if (?:i|we)|to (?:start|begin|proceed|record))"
    r"|(?:is|are) (?:that|this|it|you) (?:still )?(?:ok|okay|all ?right|ready|good|fine)|(?:does|do"
    r"|would) (?:that|this)(?: all| still)* (?:work|sound|make sense)"
    r"|sounds? (?:good|ok|okay|all ?right)|ready to (?:start|begin|get|go)|mind if (?:i|we)"
    r"|shared? your screen"
    r"|(?:questions?|concerns?) (?:(?:for (?:me|us) )?before (?:we|i|you|getting|starting|beginning)"
    r"|about (?:the|this|today['’]?s?) (?:study"
    r"|session|interview|process|consent|form|research))"
    r"|sign(?:ed)? (?:the|a|this|our))\b|\bdo you have any(?: other)? questions(?: or concerns)?\?"
    r"|^any questions(?: so far)?\?|shall we (?:start|begin)|take notes",
    re.IGNORECASE,
)
_PLEASANTRY = re.compile(
    r"\bhow are you(?: doing)?(?: today)?\?|\bcan you (?:hear|see) (?:me|us|my)\b", re.IGNORECASE
)
_CONSENT_TEXT = re.compile(
    r"\b(?:consent|permission|confidential\w*|anonym\w*|voluntary|recording|recorded|record (?:this|the"
    r"|our)|withdraw)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 90
_QUESTION_MARKS = str.maketrans(dict.fromkeys("？؟՞፧⁇", "?"))
_SPEAKERS = frozenset({"moderator", "interviewer", "facilitator", "researcher", "host"})
_MOVES = frozenset(["go", "start", "switch", "click", "navigate", "return", "move", "scroll", "drill"])
_MOVES_BY = frozenset(["on", "onto", "to", "into", "with", "at", "by", "through", "from"])


def plain_marks(text: str) -> str:
    """The text with the question marks of other scripts as our own, to judge it by."""
    return text if text.isascii() else text.translate(_QUESTION_MARKS)


def asks(text: str) -> bool:
    """Whether a line puts something to the participant: a question mark, or "tell me about…"."""
    body = _spoken(plain_marks(text))
    if "?" in body:
        return True
    if _WISH_WORDS.search(body):
        if _ANNOUNCES.search(body):
            return False
        if _WISH.search(body):
            return True
    return any(
        _PROMPT.match(sentence, _lead_in_end(sentence)) is not None for sentence in _SENTENCE_END.split(body)
    )


def wording(text: str, *, aside: bool = False) -> Wording:
    """What a line is by its wording; `aside` is a line wholly in italics or brackets."""
    text = plain_marks(text)
    label = label_of(text)
    if label is not None:
        return label
    if ":" in text:
        speaker, _, spoken = text.partition(":")
        if speaker.lower() in _SPEAKERS and addresses_participant(spoken.strip()):
            return wording(spoken.strip())
        if _NOTE_PREFIX.match(text):
            return "instructs"
    if ":" in text and _SCRIPT_PREFIX.match(text) and not asks(text):
        return "plain"
    if aside and "?" not in text and _PROBES_AHEAD.match(text.strip(" *_()[]")):
        return "probe_label"
    if "?" in text and PROBE_PREFIX.match(text):
        return "asks"
    if asks(text) and not _speaks_to_moderator(text, aside):
        return "consents" if _only_consent_questions(text) else "asks"
    if aside or _instructs(text):
        return "instructs"
    return "consents" if _CONSENT_TEXT.search(text) else "plain"


def label_of(text: str, *, heading: bool = False) -> Wording | None:
    """Whether a line only announces those below it, as in "Probes, as applicable:", and what they are."""
    stripped = text.strip(" *_()[]")
    if len(stripped) > _LONGEST_LABEL or "?" in stripped:
        return None
    if not heading and not stripped.endswith((":", ":-")):
        return "probe_label" if _PROBES_AHEAD.fullmatch(stripped) else None
    words = len(stripped.split())
    if _PROBE_LABEL.search(stripped):
        return "probe_label"
    if words > 6:
        return None
    if _NOTE_LABEL.search(stripped):
        return "note_label"
    if _QUESTION_LABEL.search(stripped):
        return "question_label"
    return "script_label" if _SCRIPT_LABEL.search(stripped) else None


def is_sentence(text: str) -> bool:
    """Whether a line reads as something said, rather than as a topic in a few words."""
    return (
        text.rstrip('"”’) ').endswith((".", "!")) or bool(FIRST_PERSON.search(text)) or len(text.split()) > 14
    )


def addresses_participant(text: str) -> bool:
    """Whether a line asks and says "you": what tells an interview question from a research question."""
    return asks(text) and bool(_SECOND_PERSON.search(text) or _PROMPT.match(text, _lead_in_end(text)))


def directs(text: str) -> bool:
    """Whether a line says where to go on the screen, as in "Go back to the first page."."""
    words = [word for word in text.lower().split()[:3] if word not in {"back", "over", "down"}]
    return text.endswith(".") and len(words) > 1 and words[0] in _MOVES and words[1] in _MOVES_BY


def turns_to(text: str) -> bool:
    """Whether a line only leads over to what is asked below it, as in "Looking at the list:"."""
    return text.endswith(":") and text.split()[0].endswith("ing")


def opens_or_closes(title: str) -> bool:
    """Whether a heading names the beginning or the end of an interview."""
    return bool(_FRAME.search(title))


def is_consent_text(text: str) -> bool:
    """Whether a line is about consent, whether or not it asks."""
    return bool(_CONSENT_TEXT.search(text))


def _spoken(text: str) -> str:
    """The line without bracketed remarks and addresses; all of it when nothing else is left."""
    body = _URL.sub(" ", text) if "://" in text or "www." in text else text
    if "[" in body or "(" in body or "{" in body:
        stripped = _BRACKETS.sub(" ", body)
        return stripped if any(map(str.isalnum, stripped)) else body
    return body


def _lead_in_end(sentence: str) -> int:
    match = _LEAD_IN.match(sentence)
    return match.end() if match else 0


def _speaks_to_moderator(text: str, aside: bool) -> bool:
    """Whether a line with a question in it is still an instruction, as in "Ask whether they…?"."""
    body = _spoken(text)
    second = bool(_SECOND_PERSON.search(body))
    if aside:
        return not (second and "?" in text)
    return not second and _instruction_starts(body)


def _instructs(text: str) -> bool:
    if _instruction_starts(text) or "___" in text:
        return True
    if "question" in text and _SPEAKS_OF_QUESTIONS.search(text):
        return True
    body = _spoken(text)
    return bool(_THIRD_PERSON.search(body)) and not (_SECOND_PERSON.search(body) or FIRST_PERSON.search(body))


def _instruction_starts(text: str) -> bool:
    return bool(_INSTRUCTION.match(text, _lead_in_end(text)) or _INSTRUCTION.match(text.lstrip('"“[(')))


def _only_consent_questions(text: str) -> bool:
    """Whether every question in a line is about consent or housekeeping, and nothing else is asked."""
    parts = _SENTENCE_END.split(_spoken(text))
    questions = [part for part in parts if part.rstrip('"”’) ').endswith("?")]
    return bool(questions) and all(map(_is_housekeeping, questions))


def _is_housekeeping(question: str) -> bool:
    """Whether one question is about consent, or small talk; an open one is only ever small talk."""
    if _PLEASANTRY.search(question):
        return True
    return not _OPEN_START.match(question, _lead_in_end(question)) and bool(
        _CONSENT_QUESTION.search(question)
    )
