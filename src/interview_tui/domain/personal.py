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
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|[nrtbf]|[^\w\s])")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_LEAST_PART = 3
_LEAST_NOTE = 8
_LEAST_DIGITS = 6
_TELLING_DIGITS = 8
"""The end of a telephone number that is the same with and without the code of a country."""


@value
class Search:
    """What to look for: each sign with the pattern that finds it in a folded text."""

    patterns: tuple[tuple[Sign, re.Pattern[str]], ...] = ()

    def found_in(self, text: str) -> tuple[Sign, ...]:
        """Which of the signs a text has, written plainly or with the escapes of JSON or Markdown."""
        if not self.patterns:
            return ()
        told = folded(text)
        if "\\" in text:
            told += "\n" + folded(_whole(_ESCAPE.sub(_unescaped, text)))
        signs = [sign for sign, pattern in self.patterns if pattern.search(told)]
        return tuple(sign for sign in signs if sign != "part of the name" or "name" not in signs)


def search_for(contact: Contact, *, parts: bool = False) -> Search:
    """The search for somebody; `parts` finds the words of the name alone too, and more that means others."""
    found = [
        *_name_patterns(contact.name),
        *_address_patterns(contact.email),
        *_number_patterns(contact.phone),
        *_note_patterns(contact.note),
        *(_part_patterns(contact.name) if parts else ()),
    ]
    return Search(tuple(found))


def folded(text: str) -> str:
    """A text without differences of case and of composition, in which patterns search."""
    if text.isascii():
        return text.lower()
    return normalize("NFKC", normalize("NFKC", text).casefold())


def looks_like_an_address(text: str) -> bool:
    """Whether there is an e-mail address in a text, whosever it is."""
    return _ADDRESS.search(text) is not None


def _name_patterns(name: str) -> Iterator[tuple[Sign, re.Pattern[str]]]:
    words = _words(name)
    if words:
        orders = {_GAP.join(map(_word, words)), _GAP.join(map(_word, reversed(words)))}
        turned = [*words[-1:], *words[:-1]]  # "Lovelace, Ada King"
        orders.add(_GAP.join(map(_word, turned)))
        yield "name", re.compile("|".join(sorted(orders)))


def _part_patterns(name: str) -> Iterator[tuple[Sign, re.Pattern[str]]]:
    words = _words(name)
    parts = [word for word in words if len(word) >= _LEAST_PART or not _has_case(word[0])]
    if len(words) > 1 and parts:
        yield "part of the name", re.compile("|".join(map(_word, parts)))


def _address_patterns(address: str) -> Iterator[tuple[Sign, re.Pattern[str]]]:
    if wanted := folded(address).strip():
        inside = re.escape(wanted).replace("@", "(?:@|%40)")
        yield "e-mail", re.compile(rf"(?<![\w.+-]){inside}(?!\w)")


def _number_patterns(number: str) -> Iterator[tuple[Sign, re.Pattern[str]]]:
    digits = re.sub(r"\D", "", normalize("NFKC", number))
    if len(digits) >= _LEAST_DIGITS:
        before = r"(?<!\d)" if len(digits) < _TELLING_DIGITS else ""
        end = _GAP.join(digits[-_TELLING_DIGITS:])
        yield "telephone number", re.compile(rf"{before}{end}(?!\d)")
    elif number.strip():
        yield "telephone number", re.compile(rf"(?<!\w){re.escape(folded(number).strip())}(?!\w)")


def _note_patterns(note: str) -> Iterator[tuple[Sign, re.Pattern[str]]]:
    words = _words(note)
    if len("".join(words)) >= _LEAST_NOTE:
        yield "contact note", re.compile(_GAP.join(map(re.escape, words)))


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
