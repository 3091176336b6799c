"""What is being typed into a review: another text for a note, the place where one is split, where to go."""

from __future__ import annotations

import re
from typing import Literal

from interview_tui.domain.session import Note
from interview_tui.domain.text import clock, visible
from interview_tui.tui.key_bar import Key
from interview_tui.tui.review_entry import Entry
from interview_tui.tui.rows import Row, Span, between

Purpose = Literal["edit", "fill", "split", "go"]

_KEYS: dict[Purpose, tuple[Key, ...]] = {
    "edit": (
        Key("enter", "keep", "press('enter')"),
        Key("f2", "split here", "press('f2')"),
        Key("esc", "as it was", "back"),
    ),
    "fill": (Key("enter", "keep, next mark", "press('enter')"), Key("esc", "as it was", "back")),
    "split": (
        Key("enter", "split here", "press('enter')"),
        Key("tab", "next word", "press('tab')"),
        Key("esc", "in one piece", "back"),
    ),
    "go": (Key("enter", "go", "press('enter')"), Key("esc", "stay", "back")),
}

_SENTENCE_END = re.compile(r"[.!?;]\s+")


class Typing:
    """One line that is being typed, for a note or for a place to go to (`note` None)."""

    def __init__(self, purpose: Purpose, entry: Entry, note: Note | None = None) -> None:
        self.purpose = purpose
        self.entry = entry
        self.note = note

    @property
    def keys(self) -> tuple[Key, ...]:
        """What the bottom row offers meanwhile."""
        return _KEYS[self.purpose]

    @property
    def changed(self) -> bool:
        """Whether a note's text was typed that is not the note's own."""
        return (
            self.note is not None and self.purpose in ("edit", "fill") and self.entry.text != self.note.text
        )

    def rows(self, width: int, height: int) -> list[Row]:
        """What this is, and the text with its cursor."""
        return [self._head(width), *self.entry.rows(width, height - 1)]

    def _head(self, width: int) -> Row:
        if self.note is None:
            right: list[Span] = [(" 12:30 · q7 · p2 · a tag · words of a question", "faint")]
            return between([("go to", "title")], right if width > 60 else [], width)
        words = {"split": "where to split", "fill": "what was it?"}.get(self.purpose, "edit")
        tag = f"  {visible(self.note.tag)}" if self.note.tag else ""
        return between([(words, "title"), (f"  {clock(self.note.at_ms)}{tag}", "dim")], [], width)


def split_place(text: str) -> int:
    """Where a split is offered first: behind the sentence nearest to the middle, else the word."""
    middle = len(text) // 2
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if found.end() < len(text)]
    places = ends or [found.end() for found in re.finditer(r"\s+", text.rstrip()) if found.start()]
    return min(places, key=lambda place: abs(place - middle), default=middle)
