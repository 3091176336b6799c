"""The list of notes on the line API: its cost is the rows on the screen, with ten notes or ten thousand."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.session import Note, Session
from interview_tui.domain.text import clock
from interview_tui.tui.rows import Span, wrap
from interview_tui.tui.widgets.ink import InkMixin

_KEPT_STRIPS = 4000

_EMPTY = "No notes yet. A tag's letter and a space start one: s␣"


class NoteList(ScrollView, InkMixin, can_focus=True):
    """The session's notes in the order of time, wrapped, one of them selected."""

    @dataclass
    class Selected(Message):
        """A note was selected."""

        note_id: str

    DEFAULT_CSS = "NoteList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }"

    selected: reactive[str | None] = reactive(None)

    def __init__(self, session: Session, codebook: Codebook, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._codebook = codebook
        self._rows: list[tuple[str, int]] = []
        self._first: dict[str, int] = {}
        self._strips: dict[tuple[str, int, bool], Strip] = {}
        self._width = 0

    # -- what is in it ---------------------------------------------------------------------

    def reload(self) -> None:
        """Lay every note out anew: the width changed, or a note in the middle did."""
        place = self._first.get(self.selected or "")
        before = sum(1 for first in self._first.values() if place is not None and first < place)
        self._width = self.size.width
        self._rows, self._first = [], {}
        self._strips.clear()
        for note in self._session.iter_notes():
            self._append(note)
        self._resize()
        if self.selected is not None and self.selected not in self._first:
            # The selected note went: its neighbour takes the selection, not the last note of all.
            count = self._session.note_count
            self.selected = self._session.note_at(min(before, count - 1)).id if count else None
        self.refresh()

    def changed(self, note_id: str) -> None:
        """Take a note's change in: the newest is appended, any other lays the list out anew."""
        note = self._session.note(note_id)
        last = self._session.note_count - 1
        appended = note is not None and note_id not in self._first and self._session.index_of(note_id) == last
        if note is None or not appended or self._width != self.size.width:
            self.reload()
            return
        at_end = self.scroll_offset.y >= self.max_scroll_y - 1
        start = len(self._rows)
        if start == 0:
            self.refresh()  # the words of the empty list go
        self._append(note)
        self._resize()
        if at_end:
            self.scroll_end(animate=False, immediate=True)
        self.refresh_lines(start, len(self._rows) - start)

    def _append(self, note: Note) -> None:
        self._first[note.id] = len(self._rows)
        count = len(wrap(_body(note), self._text_width()))
        self._rows.extend((note.id, part) for part in range(count))

    def _resize(self) -> None:
        size = Size(self.size.width, len(self._rows))
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def on_resize(self) -> None:
        """Wrap to the new width and stay at the end."""
        if self.size.width != self._width:
            self.reload()
        self.scroll_end(animate=False, immediate=True)

    def forget_inks(self) -> None:
        """Paint anew in the new theme."""
        super().forget_inks()
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Paint anew: the background changed."""
        super().notify_style_update()
        self._strips.clear()

    # -- selection -------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Select the note `by` places on or back; with none selected, the last."""
        count = self._session.note_count
        if not count:
            return
        here = None if self.selected is None else self._session.index_of(self.selected)
        index = count - 1 if here is None else min(max(here + by, 0), count - 1)
        self.select(self._session.note_at(index).id)

    def select(self, note_id: str | None) -> None:
        """Select a note and bring it into view."""
        self.selected = note_id
        if note_id is not None and note_id in self._first:
            self._reveal(self._first[note_id])
            self.post_message(self.Selected(note_id))

    def _reveal(self, y: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not top <= y < top + height:
            self.scroll_to(y=max(0, y - height // 2), animate=False, immediate=True)

    def watch_selected(self, before: str | None, now: str | None) -> None:
        """Repaint the two notes whose look changed."""
        for note_id in (before, now):
            if note_id is not None and note_id in self._first:
                start = self._first[note_id]
                count = sum(1 for owner, _ in self._rows[start : start + 400] if owner == note_id)
                self.refresh_lines(start, count)

    def on_click(self, event: events.Click) -> None:
        """Select the note that was clicked."""
        offset = event.get_content_offset(self)
        y = -1 if offset is None else offset.y + self.scroll_offset.y
        if 0 <= y < len(self._rows):
            self.select(self._rows[y][0])

    # -- painting --------------------------------------------------------------------------

    def _tag_width(self) -> int:
        width = self.size.width
        return 0 if width < 44 else 11 if width < 72 else 19

    def _text_width(self) -> int:
        return max(8, self.size.width - 9 - self._tag_width())

    def render_line(self, y: int) -> Strip:
        """One row of one note."""
        y += self.scroll_offset.y
        width = self.size.width
        if y >= len(self._rows):
            return self._blank(y, width)
        note_id, part = self._rows[y]
        key = (note_id, part, note_id == self.selected)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[key] = self._paint(note_id, part, width)
        return strip

    def _blank(self, y: int, width: int) -> Strip:
        if not self._rows and 1 <= y <= 3:
            lines = wrap(_EMPTY, max(2, width - 2))
            words = f" {lines[y - 1]}" if y <= len(lines) else ""
            return Strip([Segment(set_cell_size(words, width), self.ink("faint"))], width)
        return Strip.blank(width, self.ink(""))

    def _paint(self, note_id: str, part: int, width: int) -> Strip:
        note = self._session.note(note_id)
        if note is None:
            return Strip.blank(width, self.ink(""))
        lines = wrap(_body(note), self._text_width())
        spans = self._head(note) if part == 0 else [(" " * (8 + self._tag_width()), "")]
        ink = "faint" if note.bare else "note-text"
        spans.append((lines[part] if part < len(lines) else "", ink if note.bare else "text"))
        chosen = " selected" if note_id == self.selected else ""
        segments = [Segment(text, self.ink(f"{names}{chosen}".strip())) for text, names in spans]
        fill = self.ink(chosen.strip()) if chosen else self.ink("")
        return Strip(segments).adjust_cell_length(width, fill)

    def _head(self, note: Note) -> list[Span]:
        tag = self._codebook.by_name(note.tag) if note.tag else None
        colour = f"tag-{tag.colour}" if tag else "dim"
        star = "★" if note.starred else " "
        head: list[Span] = [(star, "warn strong"), (f"{clock(note.at_ms)[-6:]:>6}"[-6:], "dim"), (" ", "")]
        width = self._tag_width()
        if width:
            name = note.tag or ""
            name = name if cell_len(name) < width else set_cell_size(name, width - 2) + "…"
            head.append((set_cell_size(name, width), colour))
        return head


def _body(note: Note) -> str:
    """The note's text as the list shows it: quotes in quotation marks, bare marks named."""
    if note.bare:
        return "· · ·"
    text = f"“{note.text}”" if note.word_for_word else note.text
    return text + "".join(f"  ⧉ also: {other}" for other in note.others)
