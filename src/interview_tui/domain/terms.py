"""A text as the terms it is compared by: folded words, or pairs of characters where words have no gaps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_CONTRACTED = re.compile(r"(?<=\w)['’](?=(?:s|t|d|m|re|ve|ll)\b)")
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]+")  # of Latin, Greek, Cyrillic; Arabic vowels
_GAPLESS = re.compile(
    "["
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"  # kana and Han
    "\U00020000-\U0003ffff"
    "]+"
)

_FUNCTION_WORDS = """
a about after again all also am an and any are as at be because been before being both but by can
could did do does doing dont down each else even ever every few for from get gets getting go goes
going got had has have having he her here hers him his how i if in into is isnt it its just let like
lot many may me might more most much must my myself no nor not now of off on once one only or other
our out over own really said same say says she should so some still such than that thats the their
them then there these they thing things this those though through to too under until up upon us very
was way we well were what when where which while who whom whose why will with without would yes yet
you your im ive id hes shes theyre weve youre cant doesnt didnt wasnt wont wouldnt couldnt shouldnt
havent hasnt arent whether two three four five six seven eight nine ten eleven twelve
"""

FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""English words that nearly every note has, whatever it is about."""


def terms_of(text: str) -> list[str]:
    """The terms of a text in its order, repeats included.

    Words are folded (case, accents) and English ones lose a plural s; runs of a script that sets no gaps
    between words become pairs of neighbouring characters. Function words go unless there is nothing else.
    """
    found = [term for _, term in spelled_terms(text)]
    return [term for term in found if term not in FUNCTION_WORDS] or found


def spelled_terms(text: str) -> Iterator[tuple[str, str]]:
    """Each word as it was written, folded to lower case, and its term."""
    for word in _CONTRACTED.sub("", text.casefold()).translate(_LETTERS).split():
        if word.isascii():
            yield word, _singular(word)
            continue
        at = 0
        for run in _GAPLESS.finditer(word):
            yield from _plain(word[at : run.start()])
            yield from _pairs(run.group())
            at = run.end()
        yield from _plain(word[at:])


def _plain(word: str) -> Iterator[tuple[str, str]]:
    if word:
        folded = without_accents(word)
        yield word, _singular(folded)


def _pairs(run: str) -> Iterator[tuple[str, str]]:
    """A run of characters as its overlapping pairs; one alone is a term of its own."""
    if len(run) == 1:
        yield run, run
    for at in range(len(run) - 1):
        yield run[at : at + 2], run[at : at + 2]


def without_accents(word: str) -> str:
    """A word without the marks above and below its letters, as people type it in a hurry."""
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", word)))


def _singular(word: str) -> str:
    """A word without the s of an English plural (Harman, "How effective is suffixing?", JASIS 42, 1991)."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and word.endswith(("aes", "ees", "oes")):
        return word
    return word[:-1]


class _Letters(dict[int, str]):
    """Letters, marks and digits as they are, everything else a gap; asked once for each character."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kept = letter if unicodedata.category(letter)[0] in "LMN" else " "
        self[code] = kept
        return kept


_LETTERS = _Letters()
