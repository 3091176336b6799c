"""Which keys are text: also characters that cannot be seen by themselves and change those beside them."""

from __future__ import annotations

from unicodedata import category

from textual.events import Key

_NO_TEXT = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of pairs, and separators of lines and paragraphs."""


def typed_character(event: Key) -> str:
    """The character that a key types, "" for a key that types none.

    `Key.is_printable` leaves out what Python would escape: joiners and direction marks, without which
    Persian and Indic words and joined emoji become others, every space but one, and what is newer than
    the Unicode that Python knows.
    """
    character = event.character
    if character is None or event.key.startswith("alt+"):
        return ""
    if character.isprintable() or (len(character) == 1 and category(character) not in _NO_TEXT):
        return character
    return ""
