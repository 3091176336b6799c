"""From what stands in a guide, or was said, to plain words: the rules need not know how it was typed."""

from __future__ import annotations

import re

from interview_tui.guides.check.lexicon import any_of
from interview_tui.guides.check.patterns import late
from interview_tui.guides.check.short_forms import FILLERS, IN_FULL, TELLING_WORDS

_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "…": "...", "\u00a0": " "}
)
_PLACEHOLDER = late(
    r"\[[A-Z0-9][A-Z0-9 _/&'.-]*\]|\{[^{}]{1,30}\}|<[^<>]{1,30}>|\[\w+(?: \w+)?\](?=\s*\w)|_{3,}"
)
_EITHER_FORM = late(r"\b(is|are|was|were|do|does|did|has|have|he|she|his|her|can|will)/\w+", re.IGNORECASE)
_QUOTED = late(r'(?<=[\w,:] )"[^"]{9,}"(?=.)')
_STOPS_INSIDE = late(r"[.?!]+(?=[ \"])")
_ASIDE = late(r"\[[^\[\]]*\]|\([^()]*\)")
_MARK = late(r"^\W*(?:(?:q(?:uestion)?\s*)?\d{1,3}[a-z]?\s*[.):-]\s+|q\d{1,3}\s*[:.)-]?\s+)", re.IGNORECASE)
_LABEL = late(
    r"^(?:probes?|prompts?|follow[- ]?ups?|fu|optional|ask|q(?:uestion)?|bonus|warm-?up"
    r"|screener)\s*[:–—-]\s+",
    re.IGNORECASE,
)
_FILLER = late(
    r"(?<![\w'])(?:u+m+|u+h+|e+r+m*|h+m+m+|hm|ah+|mm+|basically|actually|honestly"
    r"|literally)(?![\w'-])[,.]*\s*"
    r"|(?<=,) ?(?:like|you know|i mean|i guess|sort of|kind of|right|so|yeah|okay|well),",
    re.IGNORECASE,
)
_WORD = late(r"[\w']+")
_SOFTENER = late(
    r"(?<!\bwhat )(?<!\bwhich )(?<!\bsome )(?<!\bany )(?<!\bthat )(?<!\bthis )(?<!\bthe )(?<!\ba )(?<!\bof"
    r" )(?<!\bsame )"
    r"(?<!\bother )(?<!\bone )(?<!\bevery )(?<!\bdifferent )\b(?:kind|sort) of (?!like\b)|\b(?:kind"
    r"|sort) of like ",
    re.IGNORECASE,
)
_SPOKEN_WORDS = late(
    r"(?<![\w'])(?:" + "|".join(sorted(map(re.escape, IN_FULL), key=len, reverse=True)) + r")(?![\w'])",
    re.IGNORECASE,
)
_SHORT = late(r"(?<=\w)(n't|'re|'ve|'ll|'m|'d|'s)(?!\w)", re.IGNORECASE)
_LONG = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am"}
_BEFORE_IS = late(
    r"\b"
    + any_of(
        "who what when where why how it that this there here he she everything anything something everyone"
    )
    + r"$",
    re.IGNORECASE,
)
_BEFORE_DID = late(r"\b" + any_of("who what when where why how") + r"$", re.IGNORECASE)
_THEN_SUBJECT = late(r" (?:you|they|he|she|it|we|i|that|your|the)\b", re.IGNORECASE)
_AFTER_HAD = late(
    r" (?:(?:only|just|already|never|always|ever|recently|previously) )*(?:been|had|seen|done|used|gone"
    r"|heard|met|got|better|taken|bought|made|found|left|told|(?:tri|\w{3,}e)d)\b",
    re.IGNORECASE,
)
_ENDS = late(r"[?!]|\w\.(?!\.)")
_WORD_PAIR_AGAIN = late(
    r"(?<![\w'])([\w']+ [\w']+)(?: [\w']+){1,2}, (?:i mean |sorry,? |like,? )?(?=\1\b)", re.IGNORECASE
)
_STUB = late(
    r"(?<![\w'] )(?<![\w'])(?:(?:what|how|why|when|where|who) )?(?:do|does|did|is|are|was|were|have|has"
    r"|had|can|could|would|will)(?: (?:you|it|that|they|there|the|a|your|i))?,(?: like,?| sorry,?)* "
    r"(?=(?:what|how|why|when|where|who|do|does|did|is|are|was|were|have|has|had|can|could|would|will)\b)",
    re.IGNORECASE,
)
_QUESTION_WORDS = frozenset({"what", "which", "how", "when", "where"})
_TWO_QUESTION_WORDS = late(
    r"(?<!know )(?<!and )\b(?:what|which|how|when|where)(?: uh| um|,)? (?=(?:what|which|how|when"
    r"|where) (?:\w+ ){0,2}"
    r"(?:is|are|do|does|did|was|were|would)\b)",
    re.IGNORECASE,
)
_IF_ANY = late(r",? ?\bif (?:any|anything|at all|ever|anyone)\b,?", re.IGNORECASE)
_GAPS = late(r"\s*,(?:\s*,)+|^[\s,]+")


def spoken(text: str) -> str:
    """What of a line is said aloud: without numbers, labels and notes in brackets; `xx` for a"
    " placeholder."""
    text = text.translate(_QUOTES)
    if "/" in text:
        text = _EITHER_FORM.sub(r"\1", text)
    if "[" in text or "{" in text or "<" in text or "__" in text:
        text = _PLACEHOLDER.sub(" xx ", text)
    if "(" in text or "[" in text:
        text = _ASIDE.sub(" ", text)
    text = _LABEL.sub("", _MARK.sub("", text))
    if '"' in text:
        text = _QUOTED.sub(_reported, text)
    return " ".join(text.split()).strip()


def plain(text: str) -> str:
    """Spoken words without fillers and short forms, in the case that they were written in."""
    low = text.lower()
    words = set(_WORD.findall(low))
    if not words.isdisjoint(TELLING_WORDS):
        text = _SPOKEN_WORDS.sub(_in_full, text)
    if "'" in text:
        text = _SHORT.sub(_spelt_out, text)
    if "," in text or not words.isdisjoint(FILLERS):
        text = _FILLER.sub("", text)
    if "kind of" in low or "sort of" in low:
        text = _SOFTENER.sub("", text)
    text = " ".join(text.replace('"', " ").split()).replace(" ,", ",").replace(" ?", "?")
    if "," in text:
        text = _GAPS.sub(lambda found: "," if found.start() else "", text)
    return _without_restarts(text)


def _reported(found: re.Match[str]) -> str:
    """Reported speech in one piece; a question that is only reported asks nothing."""
    return "xx" if "?" in found.group() else _STOPS_INSIDE.sub(",", found.group())


def _without_restarts(text: str) -> str:
    """Each beginning said once: speech stops and starts over, as in "could you, could you tell me"."""
    words = _WORD.findall(text.lower())
    different = set(words)
    if len(different) < len(words):
        text = _said_once(text.split(" "))
        text = _WORD_PAIR_AGAIN.sub("", text) if "," in text else text
    if len(different & _QUESTION_WORDS) > 1:
        text = _TWO_QUESTION_WORDS.sub("", text)
    if "if" in different:
        text = _IF_ANY.sub("", text)
    return _STUB.sub("", text) if "," in text else text


def _said_once(said: list[str]) -> str:
    """Words without those that are said again at once, up to four in a row."""
    bare = [word.strip(",.-").lower() for word in said]
    at = 0
    while at < len(said):
        again = _words_again(bare, at)
        if again and not _ENDS.search(" ".join(said[at : at + again])):
            del said[at : at + again], bare[at : at + again]
        else:
            at += 1
    return " ".join(said)


def _words_again(bare: list[str], at: int) -> int:
    """How many words from a place on are said again right behind, up to four; 0 where none are."""
    for count in (4, 3, 2, 1):
        behind = at + count
        if (
            behind < len(bare)
            and bare[at] == bare[behind]
            and bare[at:behind] == bare[behind : behind + count]
        ):
            return count
    return 0


def _in_full(found: re.Match[str]) -> str:
    return IN_FULL[found.group().lower()]


def _spelt_out(found: re.Match[str]) -> str:
    short = found.group().lower()
    before, after = found.string[: found.start()], found.string[found.end() :]
    if short == "'s":
        return " is" if _BEFORE_IS.search(before) else found.group()
    if short == "'d":
        if _BEFORE_DID.search(before) and _THEN_SUBJECT.match(after):
            return " did"
        return " had" if _AFTER_HAD.match(after) else " would"
    return _LONG[short]
