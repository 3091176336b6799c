"""Text that a person typed, made safe to put on a terminal or into a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

_NEWLINES = "\n\x85\u2028\u2029"
_BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HARMFUL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400


def visible(text: str) -> str:
    """The text with each character that could command a terminal replaced by one that shows it.

    Letters of any script, marks and emoji stay as typed. Bidirectional overrides and isolates go too,
    because they can make a line read as another one (Unicode TR36, section 2.5); half a surrogate
    pair goes because no terminal or file can take it.
    """
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    if character in _NEWLINES:
        return "↵"
    if character == "\t":
        return "→"
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "␡"
    return "·" if character in _BIDI_CONTROLS or code < 0xA0 else "\ufffd"


def cells(text: str) -> int:
    """How many terminal columns the text takes; an emoji sequence may take fewer."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def one_line(text: str, width: int) -> str:
    """The text made visible on one line of at most `width` columns; what is cut off ends in "…"."""
    line = visible(" ".join(text.split("\n")).strip())
    if cells(line) <= width:
        return line
    used, kept = 1, []
    for character in line:
        used += _cell(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def fold(words: Iterable[str], width: int) -> Iterator[str]:
    """Words on lines of at most `width` columns; a longer word has a line of its own."""
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and cells(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _cell(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def clock(at_ms: int) -> str:
    """A time of the session as minutes and seconds, `07:12`; beyond 99 minutes simply `107:12`."""
    minutes, seconds = divmod(max(0, at_ms) // 1000, 60)
    return f"{minutes:02}:{seconds:02}"
