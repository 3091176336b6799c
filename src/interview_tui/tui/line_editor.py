"""The note line's text and grammar, without a screen: one line that never has a wrong mode.

On an empty line a tag's letter followed by space starts a note with that tag, a tag's letter followed
by Enter drops a bare mark, space alone hands over the floor and `/` opens a typed command. Anything
else is the note.
"""

from __future__ import annotations

import re
from typing import Literal

from rich.cells import split_graphemes

from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.text import visible
from interview_tui.domain.values import value

LONGEST = 20_000
"""Characters that the line holds; a longer paste becomes a note of its own at once."""

_NEAR = 64
"""Characters around the cursor that are searched for the edges of a grapheme."""

_WORD_LEFT = re.compile(r"\w+\W*$|\W+$")
_WORD_RIGHT = re.compile(r"\W*\w+|\W+")


@value
class Submission:
    """What Enter makes of the line."""

    kind: Literal["note", "mark", "command", "nothing"]
    text: str = ""
    tag: str | None = None


class LineEditor:
    """A text with a cursor, and the tag that its first keys chose."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.text = ""
        self.cursor = 0
        self.tag: Tag | None = None
        self.pending: Tag | None = None
        self.command = False
        self._killed = ""

    @property
    def empty(self) -> bool:
        """Nothing typed yet, not even a letter that waits for its space."""
        return not self.text and self.tag is None and self.pending is None

    @property
    def is_command(self) -> bool:
        """Whether the line is a typed command."""
        return self.command and self.text.startswith("/")

    def clear(self) -> None:
        """Make the line empty again."""
        self.text, self.cursor, self.tag, self.pending, self.command = "", 0, None, None, False

    def load(self, text: str, tag: Tag | None) -> None:
        """Put a text into the line as a note, the cursor at its end."""
        self.clear()
        self.text, self.tag, self.cursor = text, tag, len(text)

    # -- typing ----------------------------------------------------------------------------

    def type(self, character: str) -> Literal["typed", "floor"]:
        """Take one typed character; "floor" when it was the space that hands over the floor."""
        if self.pending is not None:
            pending, self.pending = self.pending, None
            if character == " ":
                self.tag = pending
                return "typed"
            self._insert(pending.key + character)
            return "typed"
        if self.empty:
            if character == " ":
                return "floor"
            self.command = character == "/"
            self.pending = self.codebook.by_key(character)
            if self.pending is not None:
                return "typed"
        self._insert(character)
        return "typed"

    def paste(self, text: str) -> str:
        """Take a pasted text in; returns what did not fit, empty for all ordinary pastes."""
        self._settle()
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if self.empty:
            text = text.lstrip("\n")
        if len(self.text) + len(text) > LONGEST:
            return text
        self._insert(text)
        return ""

    def choose_tag(self, tag: Tag | None) -> None:
        """Give the note being typed a tag, wherever the cursor is."""
        self._settle()
        self.command = False
        self.tag = tag

    def submit(self) -> Submission:
        """What Enter means now; the line is left as it is."""
        if self.pending is not None:
            return Submission("mark", tag=self.pending.name)
        if self.is_command and not self.text.startswith("//"):
            return Submission("command", self.text[1:])
        name = self.tag.name if self.tag else None
        text = self.text[1:] if self.is_command else self.text
        if text.strip():
            return Submission("note", text, name)
        return Submission("mark", tag=name) if self.tag else Submission("nothing")

    def _settle(self) -> None:
        if self.pending is not None:
            pending, self.pending = self.pending, None
            self._insert(pending.key)

    def _insert(self, text: str) -> None:
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    # -- editing ---------------------------------------------------------------------------

    def backspace(self) -> None:
        """Remove what is before the cursor; at the start of a tagged note, give its letter back."""
        if self.pending is not None:
            self.pending = None
        elif self.cursor:
            start = self.left()
            self.text = self.text[:start] + self.text[self.cursor :]
            self.cursor = start
        elif self.tag is not None:
            tag, self.tag = self.tag, None
            if self.text:
                self._insert(tag.key)
            else:
                self.pending = tag
        self.command = self.command and bool(self.text)

    def left(self) -> int:
        """Where the character before the cursor begins: a flag or an accented letter is one of them."""
        start = max(0, self.cursor - _NEAR)
        spans, _ = split_graphemes(visible(self.text[start : self.cursor]))
        return start + spans[-1][0] if spans else 0

    def right(self) -> int:
        """Where the character under the cursor ends."""
        spans, _ = split_graphemes(visible(self.text[self.cursor : self.cursor + _NEAR]))
        return self.cursor + spans[0][1] if spans else self.cursor

    def move_to(self, cursor: int) -> None:
        """Put the cursor before a character, counted from 0."""
        self._settle()
        self.cursor = min(max(cursor, 0), len(self.text))

    def word_left(self) -> int:
        """Where the word before the cursor begins."""
        found = _WORD_LEFT.search(self.text, max(0, self.cursor - 400), self.cursor)
        return found.start() if found else 0

    def word_right(self) -> int:
        """Where the word after the cursor ends."""
        found = _WORD_RIGHT.match(self.text, self.cursor)
        return found.end() if found else len(self.text)

    def kill(self, start: int, end: int) -> None:
        """Cut a stretch out; `yank` brings it back."""
        self._settle()
        start, end = max(0, start), min(end, len(self.text))
        if start < end:
            self._killed = self.text[start:end]
            self.text = self.text[:start] + self.text[end:]
            self.cursor = start

    def yank(self) -> None:
        """Put back what was cut out last."""
        self._settle()
        self._insert(self._killed)
