"""Second sentences that ask nothing new: they say a question again, narrow it, or guess at its answer."""

from __future__ import annotations

from interview_tui.guides.check.asks import Ask
from interview_tui.guides.check.judgement import MARK, judged
from interview_tui.guides.check.lexicon import (
    AUXILIARY,
    DEGREE,
    DETERMINER,
    INDEFINITE,
    LIGHT,
    PRONOUN,
    WH,
    words,
)
from interview_tui.guides.check.patterns import late

_WORD = late(r"[a-z]+")
_STOP = words(f"{AUXILIARY} {DEGREE} {DETERMINER} {INDEFINITE} {PRONOUN} {WH} {LIGHT}")
_POINTS_BACK = words("that this it they them there so those these one ones then")
_STEM = 5
_SHORTEST_GUESS = 3
_LONGEST_FRAGMENT = 6

_KNOWS = late(
    r"(?:do|can|would|did) you (?:happen to |even |still )?(?:know|remember|recall|see what i mean|have"
    r" any (?:idea|thoughts|sense|opinions?)|have (?:an|a) (?:idea|thought|sense|opinion|example|take))"
    r"(?: (?:that|it|this|about (?:that|it|this)|on (?:that|it|this)|of (?:that|it)|at all|what i mean))?$"
    r"|(?:(?:do|did) you know|you know|see|if you know) what i (?:mean|am saying)$"
    r"|(?:does|did) (?:that|this|it|my question) make (?:any )?sense$|is that (?:clear|okay|fair"
    r"|(?:a )?fair (?:enough|to say|question))$|(?:can|could) you (?:speak|talk) to (?:that|any of that)$"
    r"|(?:is|are|was) there (?:anything|something|others?) like (?:that|this)$|what are your thoughts$"
    r"|what do you think$"
    r"|(?:can|could) you (?:speak|talk) to (?:it|this)$"
    r"|why (?:is|was|are|were) (?:it|that|this|they|these|those) (?:so )?\w+(?: (?:to|for) you)?$"
    r"|(?:do )?you know (?:who|what|where|when|why|how) (?:it|that|this|they) (?:is|was|are|were)$"
    r"|how do you know(?: that)?$"
    r"|is (?:this|that) something you (?:know|can (?:speak|talk))\b.*"
)
_GUESS = late(
    r"(?:is|was|are) (?:this|these) (?:just|like|because|more|mostly|only)\b|(?:is|are|was|were) (?:it"
    r"|that|they|those) (?!different|new|safe|still|ever|any|not|true|common"
    r"|possible)\w"
    r"|(?:is|are|was|were) there (?:a|an|some|something)\b"
    r"|(?:do|does|did|is|are|was|were|have|has) .*(?:\bor\b|\bor so$|\bsomehow\b|\bsome sort of\b"
    r"|, (?!or\b)\w+ [\w ]+$)"
)
_ADDS = late(r"(?:for|like|as|because|with|meaning) (?!what|which|who|how|that)")
_OF_THAT = late(
    r"\b(?:the (?:steps|process)|examples?|(?:more|a bit|a little|something) (?:more )?about (?:it|that"
    r"|this))\b"
)
_OPINION = late(r"\b(?:feel|think|you (?:not )?(?:dis)?like)\b")
_WHETHER_ANY = late(r"\b(?:any|have to)\b|^(?:is|are|was|were) there\b")
_CHECKS = late(r"(?:(?:so|and) )?(?:it|that|they|this|he|she) \w")
_THAT_THING = late(r"\b(?:that|this|those|these) (?:info\w*|data|process|step|part|case|work|thing|stuff)$")
_BROKEN_OFF = late(r"[—–-]\s*$")
_ALTERNATIVE = late(r"(?:,? ?(?:like|maybe|is it),? )?or\b")


def offers_another_answer(ask: Ask) -> bool:
    """Whether a sentence goes on with a choice: "Or is it more of a habit?"."""
    return bool(_ALTERNATIVE.match(ask.low))


def asks_nothing_new(ask: Ask, earlier: list[Ask]) -> bool:
    """Whether a sentence says again, narrows or guesses at what the ones before it asked."""
    return (
        bool(_KNOWS.match(ask.clause) or _KNOWS.match(ask.low) or _ADDS.match(ask.low))
        or bool(_BROKEN_OFF.search(ask.low))
        or _points_back(ask)
        or (bool(ask.tag) and ask.head.kind in {"none", "embedded"})
        or any(_guesses(ask, before) or _says_again(ask, before) for before in earlier)
    )


def _points_back(ask: Ask) -> bool:
    """Whether all that is asked is about "that": "What does that mean?", "How does this work?"."""
    if ask.head.kind in {"telling", "indirect"}:
        return bool(_OF_THAT.search(ask.clause))
    if ask.head.kind != "wh" or _OPINION.search(ask.clause):
        return False
    said = set(_WORD.findall(_THAT_THING.sub("it", ask.clause)))
    return not said.isdisjoint(_POINTS_BACK) and not said - _STOP - _POINTS_BACK


def _guesses(ask: Ask, before: Ask) -> bool:
    if before.head.kind == "none" and ask.head.kind == "none":
        return bool(_CHECKS.match(ask.low)) or (before.low.startswith("any") and ask.low.startswith("any"))
    if before.head.kind == "auxiliary":
        alike = ask.head.kind == "auxiliary" and _begin_alike(ask, before)
        return _asks_on(ask, before) or (alike and bool(_GUESS.match(ask.clause)))
    if ask.head.kind not in {"auxiliary", "none"}:
        return False
    if ask.head.kind == "none":
        return ask.low.count(" ") < _LONGEST_FRAGMENT and not ask.low.startswith("any")
    return bool(_GUESS.match(ask.clause)) and MARK not in judged(ask.clause)


def _asks_on(ask: Ask, before: Ask) -> bool:
    """Whether a question asks for more of what a yes was asked for: "Any proof? What proof?"."""
    if ask.head.kind != "wh":
        return False
    shared = content_words(before.clause) & content_words(ask.clause)
    return bool(shared) and bool(_WHETHER_ANY.search(before.clause))


def _says_again(ask: Ask, before: Ask) -> bool:
    """Whether two sentences ask with the same word for the same thing."""
    if ask.head.kind == before.head.kind == "auxiliary" and _begin_alike(ask, before, 3):
        return True
    if ask.head.kind != before.head.kind or ask.clause.split(" ", 1)[0] != before.clause.split(" ", 1)[0]:
        return False
    if (" not " in before.clause) != (" not " in ask.clause):
        return False
    said, again = content_words(before.clause), content_words(ask.clause)
    if not said:
        return _points_back(before)
    return bool(again) and 3 * len(said & again) >= 2 * min(len(said), len(again))


def _begin_alike(ask: Ask, before: Ask, words: int = 2) -> bool:
    return ask.clause.split(" ")[:words] == before.clause.split(" ")[:words]


def content_words(clause: str) -> set[str]:
    """The beginnings of the words that carry what a clause is about."""
    return {word[:_STEM] for word in _WORD.findall(clause) if word not in _STOP and len(word) > 2}
