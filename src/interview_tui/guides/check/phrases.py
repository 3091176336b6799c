"""Tables of phrases, looked up by their first words: one pattern of them all would take long to compile."""

from __future__ import annotations

import re

from interview_tui.guides.check.patterns import late

_FIRST = re.compile(r"[\w'-]+")


class Phrases:
    """Phrases that may begin somewhere in a text in lower case, the longest of them first.

    `before` may stand in front of them, and `unless` not behind.
    """

    def __init__(self, *tables: str, before: str = "", unless: str = r"\w") -> None:
        self._before = late(before) if before else None
        self._unless = late(unless)
        self._by_first: dict[str, list[str]] = {}
        phrases = {word.replace("_", " ") for table in tables for word in table.split()}
        for phrase in sorted(phrases, key=len, reverse=True):
            self._by_first.setdefault(phrase.split(" ", 1)[0], []).append(phrase)

    def end(self, text: str, at: int) -> int | None:
        """Where the phrase ends that begins at a place; None where none does."""
        if self._before is not None:
            before = self._before.match(text, at)
            if before is None:
                return None
            at = before.end()
        first = _FIRST.match(text, at)
        for phrase in self._by_first.get(first.group(), ()) if first else ():
            end = at + len(phrase)
            if text.startswith(phrase, at) and not self._unless.match(text, end):
                return end
        return None
