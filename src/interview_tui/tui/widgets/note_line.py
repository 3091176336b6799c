"""The note line: where notes and typed commands are written while somebody talks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.text import clock, visible
from interview_tui.tui.commands import completions, resolve
from interview_tui.tui.line_editor import LineEditor, Submission
from interview_tui.tui.typed import typed_character
from interview_tui.tui.widgets.ink import InkMixin


class NoteLine(InkMixin, can_focus=True):
    """One line of input with the grammar of `LineEditor`, repainting only what a key changed."""

    @dataclass
    class Changed(Message):
        """The draft changed."""

        text: str

        def can_replace(self, message: Message) -> bool:
            """Of a flood of changes only the last one counts."""
            return isinstance(message, NoteLine.Changed)

    @dataclass
    class Entered(Message):
        """A note was written (an empty text is a bare mark), or the note `editing` was changed."""

        text: str
        tag: str | None
        at_ms: int
        editing: str | None

    @dataclass
    class Commanded(Message):
        """A typed command was entered."""

        command_id: str

    @dataclass
    class Overflowed(Message):
        """A paste was too long for the line and is to be a note of its own."""

        text: str

    class Floor(Message):
        """Space on the empty line: hand over the floor."""

    class Left(Message):
        """Escape or Tab: out to the panes; the draft stays."""

    def __init__(self, codebook: Codebook, now_ms: Callable[[], int], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.editor = LineEditor(codebook)
        self.first_key_ms: int | None = None
        self.editing: str | None = None
        self._now_ms = now_ms
        self._stash: tuple[str, Tag | None, int | None] | None = None
        self._refused = ""
        self._scroll = 0
        self._painted: tuple[str, int, int] = ("", 0, 0)
        self._actions: dict[str, Callable[[], None]] = self._editing_keys()

    # -- state -----------------------------------------------------------------------------

    def load(self, text: str, tag: Tag | None, first_key_ms: int | None, editing: str | None = None) -> None:
        """Put a draft, or the note `editing`, into the line."""
        self.editor.load(text, tag)
        self.first_key_ms, self.editing = first_key_ms, editing
        self.show_change()

    def edit(self, note_id: str, text: str, tag: Tag | None, at_ms: int) -> None:
        """Put a note into the line; the draft that stood there comes back afterwards."""
        if self.editing is None and not self.editor.empty:
            self._stash = (self.editor.text, self.editor.tag, self.first_key_ms)
        self.load(text, tag, at_ms, editing=note_id)

    def take(self) -> Entered | None:
        """What the line holds as an entry, and empty it; None for nothing, or for a typed command."""
        submission = self.editor.submit()
        kept = submission.kind in ("note", "mark") or (submission.kind == "nothing" and self.editing)
        if not kept:
            return None
        entry = self._entry(submission)
        self._empty()
        return entry

    def _entry(self, submission: Submission) -> Entered:
        at_ms = self._now_ms() if self.first_key_ms is None else self.first_key_ms
        return self.Entered(submission.text, submission.tag, at_ms, self.editing)

    def _empty(self) -> None:
        """Nothing in the line, or the draft that an edit had put aside."""
        self._clear()
        self.show_change()

    def _clear(self) -> None:
        # At once, not when a message is handled: the next letter may already be on its way.
        stash, self._stash = self._stash, None
        self.editor.clear()
        self.first_key_ms = self.editing = None
        if stash is not None:
            text, tag, self.first_key_ms = stash
            self.editor.load(text, tag)

    def choose_tag(self, tag: Tag | None) -> None:
        """Tag the note being typed, or start one with the tag."""
        self._begin()
        self.editor.choose_tag(tag)
        self.show_change()

    def move_earlier(self, by_ms: int) -> None:
        """Move the time of the note being typed back."""
        if self.first_key_ms is not None:
            self.first_key_ms = max(0, self.first_key_ms - by_ms)
            self.show_change()

    def _begin(self) -> None:
        if self.first_key_ms is None:
            self.first_key_ms = self._now_ms()

    def show_change(self) -> None:
        """Paint what changed and tell it."""
        editor = self.editor
        if editor.empty and self.editing is None:
            self.first_key_ms = None
        self._repaint()
        self.post_message(self.Changed(editor.text))

    def draft(self) -> dict[str, str | int | None] | None:
        """What a crash must not take: text, tag and time of the note being typed; None when there is none."""
        editor = self.editor
        if self.first_key_ms is None or editor.is_command:
            return None
        text = editor.pending.key if editor.pending else editor.text
        tag = editor.tag.name if editor.tag else None
        draft: dict[str, str | int | None] = {"text": text, "tag": tag, "at_ms": self.first_key_ms}
        return draft if self.editing is None else {**draft, "editing": self.editing}

    # -- keys ------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Typed characters and editing keys; every other key goes on to the bindings."""
        action = self._actions.get(event.key)
        if action is not None:
            action()
        elif character := typed_character(event):
            self._type(character)
        else:
            return
        event.stop()
        event.prevent_default()

    def _type(self, character: str) -> None:
        self._begin()
        if self.editor.type(character) == "floor":
            self.first_key_ms = None
            self.post_message(self.Floor())
            return
        self.show_change()

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste in; one that is too long becomes a note at once."""
        event.stop()
        event.prevent_default()
        self._begin()
        rest = self.editor.paste(event.text)
        self.show_change()
        if rest:
            self.post_message(self.Overflowed(rest))

    def _submit(self) -> None:
        submission = self.editor.submit()
        if submission.kind == "command":
            self._submit_command(submission.text)
        elif submission.kind != "nothing" or self.editing is not None:
            self._send(submission)

    def _send(self, submission: Submission) -> None:
        """Give the entry to the screen, which has the line painted after the note: both share a frame."""
        entry = self._entry(submission)
        self._clear()
        self.screen.post_message(entry)

    def _submit_command(self, typed: str) -> None:
        """Run a command; a text that is none is kept as a note when Enter is pressed once more."""
        command = resolve(typed)
        if command is not None:
            self._empty()
            self.post_message(self.Commanded(command.id))
        elif typed.strip() and self._refused == typed:
            self._send(Submission("note", self.editor.text))
        else:
            self._refused = typed

    def _tab(self) -> None:
        """Complete a typed command; otherwise out to the panes."""
        editor = self.editor
        found = completions(editor.text[1:]) if editor.is_command else []
        if found:
            editor.text = f"/{found[0].typed}"
            editor.cursor = len(editor.text)
            self.show_change()
        else:
            self._leave()

    def _editing_keys(self) -> dict[str, Callable[[], None]]:
        editor = self.editor

        def edit(change: Callable[[], None]) -> Callable[[], None]:
            def run() -> None:
                change()
                self.show_change()

            return run

        keys: dict[tuple[str, ...], Callable[[], None]] = {
            ("backspace", "ctrl+h"): edit(editor.backspace),
            ("delete", "ctrl+d"): edit(lambda: editor.kill(editor.cursor, editor.right())),
            ("left", "ctrl+b"): edit(lambda: editor.move_to(editor.left())),
            ("right",): edit(lambda: editor.move_to(editor.right())),
            ("ctrl+left", "alt+b"): edit(lambda: editor.move_to(editor.word_left())),
            ("ctrl+right", "alt+f"): edit(lambda: editor.move_to(editor.word_right())),
            ("home", "ctrl+a"): edit(lambda: editor.move_to(0)),
            ("end", "ctrl+e"): edit(lambda: editor.move_to(len(editor.text))),
            ("ctrl+w", "ctrl+backspace", "alt+backspace"): edit(
                lambda: editor.kill(editor.word_left(), editor.cursor)
            ),
            ("ctrl+u",): edit(lambda: editor.kill(0, editor.cursor)),
            ("ctrl+k",): edit(lambda: editor.kill(editor.cursor, len(editor.text))),
            ("ctrl+y",): edit(self._yank),
        }
        named = {key: action for names, action in keys.items() for key in names}
        return {
            **named,
            "enter": self._submit,
            "escape": self._leave,
            "tab": self._tab,
        }

    def _leave(self) -> None:
        """Out to the panes, the draft stays; out of an edit, the draft before it comes back."""
        if self.editing is not None:
            self._empty()
        else:
            self.post_message(self.Left())

    def _yank(self) -> None:
        self._begin()
        self.editor.yank()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the line was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        cells = offset.x - self._prefix_width()
        index, used = self._scroll, 0
        for start, end, width in split_graphemes(
            visible(self.editor.text[self._scroll :][: self.size.width])
        )[0]:
            if used + width > cells:
                break
            index, used = self._scroll + end, used + width
            del start
        self.editor.move_to(index)
        self.show_change()

    # -- painting --------------------------------------------------------------------------

    def _prefix(self) -> list[tuple[str, str]]:
        editor = self.editor
        if self.editing is not None:
            head = [(" edit ", "chip strong")]
        elif self.first_key_ms is not None:
            head = [(f" {clock(self.first_key_ms)} ", "dim")]
        else:
            head = [(" ❯ ", "accent strong")]
        if editor.pending is not None:
            return [*head, (f" {editor.pending.key} ", "chip"), (f" {editor.pending.name}? ", "faint")]
        if editor.tag is not None:
            return [*head, (f" {editor.tag.name} ", "chip strong"), (" ", "")]
        return head

    def _prefix_width(self) -> int:
        return sum(cell_len(text) for text, _ in self._prefix())

    def _repaint(self) -> None:
        """Refresh the cells that differ from what was painted last."""
        width = self.size.width
        if not width:
            return  # not laid out yet
        prefix = self._prefix_width()
        self._follow_cursor(max(1, width - prefix))
        text, cursor = self.editor.text, self.editor.cursor
        old_text, old_cursor, old_key = self._painted
        key = hash(
            (prefix, self._scroll, self.editor.tag, self.editor.pending, self.first_key_ms, self.editing)
        )
        self._painted = (text, cursor, key)
        if key != old_key or not (
            (text.isascii() and text.startswith(old_text)) or old_text.startswith(text)
        ):
            self.refresh()
            return
        first = min(cursor, old_cursor, len(text), len(old_text)) - self._scroll + prefix
        last = max(cursor, old_cursor, len(text), len(old_text)) - self._scroll + prefix
        self.refresh(Region(max(0, first), 0, min(width, last + 2) - max(0, first), 1))

    def _follow_cursor(self, room: int) -> None:
        cursor = self.editor.cursor
        if cursor < self._scroll:
            self._scroll = max(0, cursor - room // 3)
        while cell_len(visible(self.editor.text[self._scroll : cursor])) >= room:
            self._scroll = min(cursor, self._scroll + max(1, room // 3))

    def render_line(self, y: int) -> Strip:
        """Prefix, text and cursor as one strip."""
        width = self.size.width
        base = self.ink("")
        if y:
            return Strip.blank(width, base)
        spans = self._prefix()
        segments = [Segment(text, self.ink(ink)) for text, ink in spans]
        shown = visible(self.editor.text[self._scroll : self._scroll + width])
        at = self.editor.cursor - self._scroll
        if self.has_focus and 0 <= at <= len(shown):
            end = max(at + 1, self.editor.right() - self._scroll)
            under = shown[at:end] or " "
            segments += [
                Segment(shown[:at], base),
                Segment(under, self.ink("cursor")),
                Segment(shown[end:], base),
            ]
        else:
            segments.append(Segment(shown, base))
        if self.editor.empty and self.editing is None:
            # Before the first focus arrives the line is as good as focused: no second look at start-up.
            here = self.has_focus or self.screen.focused is None
            segments.append(
                Segment(" type a note" if here else "tab: back to the note line", self.ink("faint"))
            )
        return Strip(segments).adjust_cell_length(width, base)

    def on_resize(self) -> None:
        """Bring the cursor into view at the new width."""
        self._scroll = 0
        self._repaint()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
