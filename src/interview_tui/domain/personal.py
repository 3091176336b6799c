"""What gives a person away in a text: name, e-mail address or telephone number, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from unicodedata import normalize

from interview_tui.domain.participant import Contact
from interview_tui.domain.values import value

Sign = Literal["name", "e-mail", "telephone number", "contact note", "part of the name"]
"""What was found of a person."""

_GAP = r"[\W_]{0,3}"
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_NUMBER = re.compile(r"(?<![\w.,])(?:\+|\(\+?)?\d(?:[ \t()./–-]{0,3}\d){5,}(?!\w)")
_LEAST_DIALLED, _LEAST_PLAIN = 7, 10
"""Digits of a number that begins with + or 0 as only telephone numbers do, and of any other."""

_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|[nrtbf]|[^\w\s])")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]")
"""What stands above and below letters of the European scripts, of Hebrew and of Arabic."""

_BARE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_LEAST_PART = 3
_LEAST_NOTE = 8
_LEAST_DIGITS = 6
_TELLING_DIGITS = 8
"""The end of a telephone number that is the same with and without the code of a country."""


@value
class Clue:
    """One thing to look for in a folded text: `needs` are parts of it, which are quicker to look for."""

    sign: Sign
    needs: tuple[str, ...]
    pattern: re.Pattern[str]

    def is_in(self, told: str) -> bool:
        """Whether the text has it."""
        return all(need in told for need in self.needs) and self.pattern.search(told) is not None


@value
class Search:
    """Everything that gives one person away."""

    clues: tuple[Clue, ...] = ()

    def found_in(self, text: str) -> tuple[Sign, ...]:
        """Which of the signs a text has, written plainly or with the escapes of JSON or Markdown."""
        return self.signs_in(searchable(text)) if self.clues else ()

    def signs_in(self, told: str) -> tuple[Sign, ...]:
        """The same for a text that was made `searchable`, which is worth it once for many searches."""
        signs = dict.fromkeys(clue.sign for clue in self.clues if clue.is_in(told))
        return tuple(sign for sign in signs if sign != "part of the name" or len(signs) == 1)


def search_for(contact: Contact, *, parts: bool = False) -> Search:
    """The search for somebody; `parts` finds the words of the name alone too, and more that means others."""
    return Search(
        (
            *_name_clues(contact.name),
            *_address_clues(contact.email),
            *_number_clues(contact.phone),
            *_note_clues(contact.note),
            *(_part_clues(contact.name) if parts else ()),
        )
    )


def searchable(text: str) -> str:
    """A text folded, and once more as what its escapes stand for."""
    told = folded(text)
    if "\\" in text:
        told += "\n" + folded(_whole(_ESCAPE.sub(_unescaped, text)))
    return told


def folded(text: str) -> str:
    """A text without differences of case, accents and composition, in which patterns search."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", normalize("NFKD", normalize("NFKC", text).casefold()))
    return normalize("NFKC", bare.translate(_BARE_LETTERS))


def looks_like_an_address(text: str) -> bool:
    """Whether there is an e-mail address in a text, whosever it is."""
    return _ADDRESS.search(text) is not None


def looks_like_a_number(text: str) -> bool:
    """Whether there is a telephone number in a text, whosever it is; dates and amounts are none."""
    for found in _NUMBER.finditer(_DATE.sub(" ", normalize("NFKC", text))):
        digits = re.sub(r"\D", "", found[0])
        dialled = found[0].lstrip("(").startswith(("+", "0"))
        if len(digits) >= (_LEAST_DIALLED if dialled else _LEAST_PLAIN):
            return True
    return False


def _name_clues(name: str) -> Iterator[Clue]:
    """The name as it is written, and with umlauts as two letters."""
    spelt = normalize("NFKC", name).casefold()
    for written in dict.fromkeys((spelt, spelt.translate(_UMLAUTS))):
        yield from _written_clues(written)


def _written_clues(name: str) -> Iterator[Clue]:
    words = _words(name)
    if words:
        turned = [*words[-1:], *words[:-1]]  # "Lovelace, Ada King"
        orders = {_GAP.join(map(_word, order)) for order in (words, turned, words[::-1])}
        yield Clue("name", tuple(words), re.compile("|".join(sorted(orders))))


def _part_clues(name: str) -> Iterator[Clue]:
    words = _words(name)
    for word in words if len(words) > 1 else ():
        if len(word) >= _LEAST_PART or not _has_case(word[0]):
            yield Clue("part of the name", (word,), re.compile(_word(word)))


def _address_clues(address: str) -> Iterator[Clue]:
    if wanted := folded(address).strip():
        inside = re.escape(wanted).replace("@", "(?:@|%40)")
        yield Clue("e-mail", (*wanted.split("@"),), re.compile(rf"(?<![\w.+-]){inside}(?!\w)"))


def _number_clues(number: str) -> Iterator[Clue]:
    digits = re.sub(r"\D", "", normalize("NFKC", number))
    if len(digits) >= _LEAST_DIGITS:
        before = r"(?<!\d)" if len(digits) < _TELLING_DIGITS else ""
        end = _GAP.join(digits[-_TELLING_DIGITS:])
        yield Clue("telephone number", (), re.compile(rf"{before}{end}(?!\d)"))
    elif wanted := folded(number).strip():
        yield Clue("telephone number", (wanted,), re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)"))


def _note_clues(note: str) -> Iterator[Clue]:
    words = _words(note)
    if len("".join(words)) >= _LEAST_NOTE:
        yield Clue("contact note", tuple(words), re.compile(_GAP.join(map(re.escape, words))))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(text))


def _word(word: str) -> str:
    """A pattern for a word by itself; scripts without cases may write it together with others."""
    before = "(?<![^\\W_])" if _has_case(word[0]) else ""
    behind = "(?![^\\W_])" if _has_case(word[-1]) else ""
    return f"{before}{re.escape(word)}{behind}"


def _has_case(character: str) -> bool:
    return character.isdigit() or character.upper() != character


def _whole(text: str) -> str:
    """A text whose characters are written as pairs of surrogates, as JSON may have it, put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if code[0] == "u" else _ESCAPED.get(code, code)
