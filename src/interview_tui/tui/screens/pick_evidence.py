"""Picking evidence: notes found as somebody types, or all notes of a theme, for an insight or against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from interview_tui.domain.insight_rank import weigh
from interview_tui.domain.insights import Insight, Side, insights_of, put_evidence
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.note_finder import Found, NoteFinder
from interview_tui.domain.personal import folded
from interview_tui.domain.quoting import barred_in
from interview_tui.domain.themes import Theme, held_by, themes_of
from interview_tui.errors import InterviewError
from interview_tui.interchange.insights import people_words
from interview_tui.tui.evidence_rows import (
    note_row,
    nothing_rows,
    side_of_all,
    theme_row,
    top_row,
    whole_rows,
)
from interview_tui.tui.forms import TextField
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.rows import Row, clip
from interview_tui.tui.stepping import Wheel, scrolled, within
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (
    Key("enter", "for", "put('for')"),
    Key("F2 ^T", "against", "put('against')"),
    Key("F3 ^R", "themes", "themes"),
    Key("esc", "done", "done"),
    Key("↑↓", "choose", "step(1)"),
)
_SHOWN = 500
"""How many notes are listed; nobody reads on, they type another word."""

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-tall")]


class PickEvidence(Wheel, Screen[None]):
    """Each note that is picked is kept at once; the same key once more takes it out."""

    @dataclass
    class Ready(Message):
        """The notes were made ready to be found."""

        finder: NoteFinder

    @dataclass
    class Searched(Message):
        """The notes that have the words."""

        words: str
        found: Found

    CSS_PATH = "pick_evidence.tcss"
    AUTO_FOCUS = "#words"
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "up", show=False),
        Binding("down", "step(1)", "down", show=False),
        Binding("pageup", "step(-10)", "page up", show=False),
        Binding("pagedown", "step(10)", "page down", show=False),
        Binding("enter", "put('for')", "for", show=False, priority=True),
        Binding("f2,ctrl+t", "put('against')", "against", show=False),
        Binding("f3,ctrl+r", "themes", "themes", show=False),
        Binding("escape", "done", "done", show=False),
    ]

    words = getters.query_one("#words", TextField)
    top = getters.query_one("#top", RowsPane)
    found = getters.query_one("#found", RowsPane)
    whole = getters.query_one("#whole", RowsPane)
    said = getters.query_one("#said", RowsPane)

    def __init__(self, desk: LibraryDesk, target: str) -> None:
        super().__init__()
        self._desk = desk
        self._target = target
        self._library = desk.library or Library()
        self._finder: NoteFinder | None = None
        self._found = Found()
        self._insight = Insight(id=target)
        self._themes: tuple[Theme, ...] = ()
        self._by_theme = False
        self._place = 0
        self._top_shown = 0

    def compose(self) -> ComposeResult:
        """A line to type in, what was found, and the chosen note in full."""
        yield Palette()
        yield RowsPane(id="top")
        yield TextField(placeholder="words of a note, a tag, a participant", id="words")
        yield RowsPane(id="found")
        yield RowsPane(id="whole")
        yield RowsPane(id="said")
        yield KeyBar(_KEYS, id="keys")

    def on_mount(self) -> None:
        """Show the frame; the notes are made ready behind it."""
        self._read_record()
        self._show()
        self.run_worker(self._prepare, thread=True)

    # -- finding, in a thread ---------------------------------------------------------------

    def _prepare(self) -> None:
        self.post_message(self.Ready(NoteFinder(self._library.notes)))

    @on(Ready)
    def _is_ready(self, message: Ready) -> None:
        self._finder = message.finder
        self._search()

    @on(Input.Changed)
    def _search(self) -> None:
        if self._by_theme:
            self._place = 0
            self._show()
        elif self._finder is not None:
            finder, words = self._finder, self.words.value
            self.run_worker(lambda: self._find(finder, words), thread=True, exclusive=True, group="find")

    def _find(self, finder: NoteFinder, words: str) -> None:
        self.post_message(self.Searched(words, finder.find(words, _SHOWN)))

    @on(Searched)
    def _was_found(self, message: Searched) -> None:
        if message.words == self.words.value and not self._by_theme:
            self._found, self._place = message.found, 0
            self._show()

    # -- choosing and picking --------------------------------------------------------------

    @property
    def _items(self) -> Sequence[LibraryNote | Theme]:
        if not self._by_theme:
            return self._found.notes
        words = folded(self.words.value).split()
        return [theme for theme in self._themes if all(word in folded(theme.name) for word in words)]

    @property
    def _chosen(self) -> LibraryNote | Theme | None:
        items = self._items
        return items[self._place] if self._place < len(items) else None

    def action_step(self, by: int) -> None:
        """Choose another one; the typing goes on in its line."""
        self._place = within(self._place + by, len(self._items))
        self._show()

    @on(RowsPane.Clicked, "#found")
    def _clicked(self, message: RowsPane.Clicked) -> None:
        names = [item.id if isinstance(item, Theme) else item.key for item in self._items]
        if message.action in names:
            again = self._place == names.index(message.action)
            self._place = names.index(message.action)
            self.action_put("for") if again else self._show()

    def action_put(self, side: Side) -> None:
        """The chosen note, or every note of the chosen theme, on a side; once more takes it out."""
        item = self._chosen
        if item is None:
            return
        keys = [item.key] if isinstance(item, LibraryNote) else [note.key for note in self._notes_of(item)]
        out = bool(keys) and side_of_all(self._insight, keys) == side
        count = "a note" if len(keys) == 1 else f"{len(keys)} notes"
        label = f"{count} taken out" if out else f"{count} added {side} it"
        try:
            self._desk.write(label, put_evidence(self._target, keys, None if out else side))
        except InterviewError as error:
            self._say(error.message, "bad")
        else:
            self._read_record()
            people = weigh(self._insight, self._library)
            self._say(f"{label}: {len(people.people_for)} of {people_words(people.people)} for it now.")
        self._show()

    def action_themes(self) -> None:
        """Pick from the themes, or from the notes again."""
        self._by_theme = not self._by_theme
        self._place = 0
        self.words.value = ""
        self._search()
        self._show()

    def action_done(self) -> None:
        """Back; what was picked is kept."""
        self.dismiss(None)

    # -- showing ---------------------------------------------------------------------------

    def _read_record(self) -> None:
        try:
            record = self._desk.record
        except InterviewError as error:
            self._say(error.message, "bad")
            return
        known = {insight.id: insight for insight in insights_of(record)}
        self._insight = known.get(self._target, self._insight)
        self._themes = themes_of(record)

    def _notes_of(self, theme: Theme) -> tuple[LibraryNote, ...]:
        return held_by(theme, self._library).notes

    def _say(self, words: str, ink: str = "text strong") -> None:
        self.said.show(lambda width, _height: [Row(clip([(words, ink)], width))])

    def _show(self) -> None:
        count = len(self._items) if self._by_theme else self._found.count
        words = f"{count:,} {'theme' if self._by_theme else 'note'}{'' if count == 1 else 's'}"
        self.top.show(lambda width, _height: [top_row(self._insight, words, width)])
        self.found.show(self._found_rows)
        item = self._chosen
        note = item if isinstance(item, LibraryNote) else None
        quotable = note is None or not barred_in(self._library, note)
        self.whole.show(lambda width, height: whole_rows(note, width, may_be_quoted=quotable)[:height])

    def _found_rows(self, width: int, height: int) -> list[Row]:
        items = self._items
        if not items:
            ready = self._finder is not None
            words = self.words.value
            return nothing_rows(width, themes=self._by_theme, words=words)[:height] if ready else []
        top = self._top_shown = scrolled(self._top_shown, self._place, len(items), height)
        rows = []
        for at, item in enumerate(items[top : top + height], start=top):
            chosen = at == self._place
            if isinstance(item, Theme):
                rows.append(theme_row(item, self._notes_of(item), self._insight, width, chosen=chosen))
            else:
                free = not barred_in(self._library, item)
                rows.append(note_row(item, self._insight, width, chosen=chosen, may_be_quoted=free))
        return rows
