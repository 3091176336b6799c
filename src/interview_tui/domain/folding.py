"""Text as it is searched: without case, accents and other marks, and cut into words.

Words of European scripts, Arabic, Hebrew and the like are runs of letters and digits. Chinese, Japanese and
Thai put no spaces between words, Korean joins them; so each of their characters is a word of its own and a
run of them is looked for as a phrase. An emoji is a word too. `C++` and `C#` keep their signs; every other
sign separates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category, combining, digit, normalize

_VOICING = "\u3099\u309a"
"""Marks that make another letter of a kana, as a stroke does of a consonant; they stay."""

_LEFT_OUT = "\u0640"
"""The tatweel only stretches an Arabic word."""

_LOOKS = (("\ufe00", "\ufe0f"), ("\U0001f3fb", "\U0001f3ff"))
"""What says how an emoji is to look, and the tones of its skin."""

_BARE = {
    **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"},
    **{"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"},
}
"""Letters that no decomposition makes plain, and letters of Arabic that are typed for one another."""

_SIGNED = re.compile(r"(?<=[^\W_])(?:\+\+|#)(?![^\W_])")
_SIGNS = {"++": "plusplus", "#": "sharp"}
_ASCII_WORD = re.compile("[a-z0-9]+")
_SIGNS_TO_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}
_CHARACTERS_ALONE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff"
    "\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_JOINED = range(0x1160, 0x1200)
"""Vowels and finals of Korean syllables that were typed or saved in pieces."""


_HALF_VOICING = range(0xFF9E, 0xFFA0)
_NUMBERED = re.compile("u[0-9a-f]{4,6}")


class _Unmarked(dict[int, str | None]):
    """What a decomposed character becomes; each is worked out once."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _unmarked(chr(code))
        return found


class _Parted(dict[int, str]):
    """What a folded character is in the text that is cut into words at its spaces."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _parted(chr(code))
        return found


def _unmarked(character: str) -> str | None:
    if (combining(character) and character not in _VOICING) or character in _LEFT_OUT:
        return None
    kind = category(character)
    if kind in ("Cf", "Me") or any(first <= character <= last for first, last in _LOOKS):
        return None
    return str(digit(character)) if kind == "Nd" else character


def _parted(character: str) -> str:
    if bare := _BARE.get(character):
        return bare
    if _CHARACTERS_ALONE.match(character):
        return f" {_storable(character)} "
    kind = category(character)
    if kind == "So":
        return f" {_storable(character)} "
    return _storable(character) if kind[0] in "LMN" else " "


def _storable(character: str) -> str:
    """A character as any index knows it; those of late Unicode versions and emoji by their number."""
    beyond = ord(character) > 0xFFFF or category(character) == "So"
    return f"u{ord(character):x}" if beyond else character


_UNMARKED, _PARTED = _Unmarked(), _Parted()


class PlacedWord(NamedTuple):
    """A folded word and where it stands in the text as typed, from `start` up to `end`."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text folded, its words between spaces or, where it is all ASCII, between signs."""
    if "+" in text or "#" in text:
        text = _SIGNED.sub(lambda found: _SIGNS[found.group()], text)
    return text.lower() if text.isascii() else _folded(text)


def _folded(text: str) -> str:
    plain = normalize("NFKD", text).translate(_UNMARKED).casefold()
    return normalize("NFC", plain).translate(_PARTED)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    folded = fold(text)
    return tuple((folded.translate(_SIGNS_TO_GAPS) if folded.isascii() else folded).split())


def placed_words(text: str) -> list[PlacedWord]:
    """The folded words of a text with their places in it."""
    if text.isascii() and "+" not in text and "#" not in text:
        return [PlacedWord(found.group(), *found.span()) for found in _ASCII_WORD.finditer(text.lower())]
    words: list[PlacedWord] = []
    open_word = False
    for start, end, folded in _clusters(text):
        for number, part in enumerate(folded.split(" ")):
            if number:
                open_word = False
            if not part:
                continue
            if open_word:
                last = words[-1]
                words[-1] = PlacedWord(last.word + part, last.start, end)
            else:
                words.append(PlacedWord(part, start, end))
            open_word = True
    return words


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each character with the marks on it: where it begins and ends, and what it is when folded."""
    signs = {found.start(): found.group() for found in _SIGNED.finditer(text)}
    at = 0
    while at < len(text):
        end = at + len(signs.get(at, " "))
        if at in signs:
            yield at, end, _SIGNS[signs[at]]
        else:
            while end < len(text) and _belongs(text[end]):
                end += 1
            yield at, end, _folded(text[at:end])
        at = end


def _belongs(character: str) -> bool:
    """Whether a character only changes the one before it."""
    code = ord(character)
    return bool(combining(character)) or code in _JOINED or code in _HALF_VOICING or _UNMARKED[code] is None


def stands_alone(word: str) -> bool:
    """Whether a word is one character of a script without spaces, or an emoji: it has no beginnings."""
    return bool(_CHARACTERS_ALONE.match(word)) or bool(_NUMBERED.fullmatch(word))
