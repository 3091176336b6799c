"""A line of text over several rows with a cursor, for a screen that takes every key itself.

Nothing here has a focus, so that no key overtakes the one that opened the line.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import split_graphemes
from textual import events

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.text import visible
from interview_tui.tui.line_editor import LineEditor
from interview_tui.tui.rows import Row, Span
from interview_tui.tui.typed import typed_character

_NO_LETTERS = Codebook(())


class Entry:
    """What is typed, and how it is shown; without `typing` the cursor only moves."""

    def __init__(self, text: str, cursor: int | None = None, *, typing: bool = True) -> None:
        self.editor = LineEditor(_NO_LETTERS)
        self.editor.load(text, None)
        if cursor is not None:
            self.editor.move_to(cursor)
        self._typing = typing
        self._width = 60
        self._keys = self._moves() | (self._changes() if typing else {})

    @property
    def text(self) -> str:
        """What stands there."""
        return self.editor.text

    @property
    def cursor(self) -> int:
        """Before which character the cursor is."""
        return self.editor.cursor

    def take(self, event: events.Key) -> bool:
        """Take a key in; False if it means nothing here."""
        action = self._keys.get(event.key)
        if action is not None:
            action()
        elif self._typing and (character := typed_character(event)):
            self.insert(character)
        else:
            return False
        return True

    def insert(self, text: str) -> None:
        """Put text in before the cursor; line feeds of a paste become spaces."""
        if self._typing:
            editor, text = self.editor, " ".join(text.splitlines())
            editor.text = editor.text[: editor.cursor] + text + editor.text[editor.cursor :]
            editor.cursor += len(text)

    def _moves(self) -> dict[str, Callable[[], None]]:
        editor = self.editor
        go = editor.move_to
        word_on = ("ctrl+right", "alt+f", "tab") if self._typing else ("ctrl+right", "alt+f", "tab", "space")
        keys: dict[tuple[str, ...], Callable[[], None]] = {
            ("left", "ctrl+b"): lambda: go(editor.left()),
            ("right",): lambda: go(editor.right()),
            ("ctrl+left", "alt+b", "shift+tab"): lambda: go(editor.word_left()),
            word_on: lambda: go(editor.word_right()),
            ("home", "ctrl+a"): lambda: go(0),
            ("end", "ctrl+e"): lambda: go(len(editor.text)),
            ("up",): lambda: self._line(-1),
            ("down",): lambda: self._line(1),
        }
        return {key: action for names, action in keys.items() for key in names}

    def _changes(self) -> dict[str, Callable[[], None]]:
        editor = self.editor
        keys: dict[tuple[str, ...], Callable[[], None]] = {
            ("backspace", "ctrl+h"): editor.backspace,
            ("delete", "ctrl+d"): lambda: editor.kill(editor.cursor, editor.right()),
            ("ctrl+w", "ctrl+backspace", "alt+backspace"): lambda: editor.kill(
                editor.word_left(), editor.cursor
            ),
            ("ctrl+u",): lambda: editor.kill(0, editor.cursor),
            ("ctrl+k",): lambda: editor.kill(editor.cursor, len(editor.text)),
            ("ctrl+y",): editor.yank,
        }
        return {key: action for names, action in keys.items() for key in names}

    # -- lines -----------------------------------------------------------------------------

    def _line(self, by: int) -> None:
        """The same cell on the line above or below."""
        lines = folded(self.text, self._width)
        here = self._line_of(lines)
        goal = min(max(here + by, 0), len(lines) - 1)
        cells = self._cells(lines[here][0], self.cursor)
        self.click(goal, cells)

    def _line_of(self, lines: list[tuple[int, int]]) -> int:
        return next((at for at, (_, end) in enumerate(lines) if self.cursor < end), len(lines) - 1)

    def _cells(self, start: int, end: int) -> int:
        return sum(width for _, _, width in split_graphemes(visible(self.text[start:end]))[0])

    def click(self, line: int, x: int) -> None:
        """Put the cursor on a cell of a line, both from 0."""
        lines = folded(self.text, self._width)
        start, end = lines[min(line, len(lines) - 1)]
        place, used = start, 0
        for _, after, width in split_graphemes(visible(self.text[start:end]))[0]:
            if used + width > x:
                break
            place, used = start + after, used + width
        last = line >= len(lines) - 1
        self.editor.move_to(place if last else min(place, max(start, end - 1)))

    def rows(self, width: int, height: int) -> list[Row]:
        """The text folded at words, the lines around the cursor; each row's action is its line."""
        self._width = max(4, width - 1)
        lines = folded(self.text, self._width)
        here = self._line_of(lines)
        top = max(0, min(here - height + 1, len(lines) - height)) if here >= height else 0
        return [
            Row(self._spans(*lines[at], cursor=at == here), f"entry:{at}")
            for at in range(top, min(len(lines), top + height))
        ]

    def _spans(self, start: int, end: int, *, cursor: bool) -> tuple[Span, ...]:
        shown = visible(self.text[start:end])
        if not cursor:
            return ((shown, "text"),)
        at = self.cursor - start
        after = max(at + 1, self.editor.right() - start)
        return ((shown[:at], "text"), (shown[at:after] or " ", "cursor"), (shown[after:], "text"))


def folded(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end when it is folded at words; together they are all of it."""
    lines: list[tuple[int, int]] = []
    start = used = 0
    gap = 0  # the end of the last word with its space on this line
    shown = visible(text)
    for first, last, cells in split_graphemes(shown)[0]:
        if used + cells > width and shown[first:last] != " ":
            cut = gap if gap > start else first
            lines.append((start, cut))
            used = sum(size for _, _, size in split_graphemes(shown[cut:first])[0])
            start = cut
        used += cells
        if shown[first:last] == " ":
            gap = last
    lines.append((start, len(text)))
    return lines
