"""The review of one session: its timeline over its notes, and everything that can be put right in them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message

from interview_tui.tui.help_in_place import HelpInPlace
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.review_acts import ReviewActs
from interview_tui.tui.review_notes import ReviewNotes, list_rows
from interview_tui.tui.review_rows import timeline_facts, top_row
from interview_tui.tui.review_session import CLOSE_TIMEOUT_S, ReviewSession
from interview_tui.tui.rows import Row, clip, row
from interview_tui.tui.screens.unsaved import UnsavedScreen
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane
from interview_tui.tui.widgets.timeline import Timeline, TimelineFacts

_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]
_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-middle"), (34, "-tall")]
_KEYS = (
    Key("e", "edit", "edit"),
    Key("t", "tags", "tags"),
    Key("f", "filter", "filter"),
    Key("tab", "talk …", "next_pane"),
    Key("?", "all keys", "help"),
    Key("esc", "back", "back"),
)


class ReviewScreen(HelpInPlace):
    """One session to read and to put right; no part has the focus, the screen takes every key in order."""

    @dataclass
    class Left(Message):
        """The review is over and everything is saved; `changed` says whether anything was put right."""

        changed: bool

    class Saved(Message):
        """What is saved changed."""

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, ReviewScreen.Saved)

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("pageup", "step(-10)", "page up", show=False),
        Binding("pagedown", "step(10)", "page down", show=False),
        Binding("home", "step(-1_000_000)", "first", show=False),
        Binding("end", "step(1_000_000)", "last", show=False),
        Binding("asterisk", "do('star')", "star", show=False),
        Binding("w", "do('quote')", "word for word", show=False),
        Binding("d,delete", "do('delete')", "delete", show=False),
        Binding("comma", "do('earlier')", "earlier", show=False),
        Binding("full_stop", "do('later')", "later", show=False),
        Binding("m", "do('merge_on')", "merge with the next", show=False),
        Binding("M", "do('merge_back')", "merge with the one before", show=False),
        Binding("u", "do('undo')", "undo", show=False),
        Binding("U", "do('redo')", "redo", show=False),
        Binding("space", "mark", "mark", show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("escape,q", "back", "back", show=False),
    ]

    top = getters.query_one("#top", RowsPane)
    timeline = getters.query_one("#timeline", Timeline)
    chips = getters.query_one("#chips", RowsPane)
    notes_pane = getters.query_one("#list", RowsPane)
    pane = getters.query_one("#pane", RowsPane)
    entry_pane = getters.query_one("#entry", RowsPane)
    said = getters.query_one("#said", RowsPane)
    keys = getters.query_one("#keys", KeyBar)

    def __init__(self, review: ReviewSession, note: str = "") -> None:
        super().__init__()
        self.review = review
        self.notes = ReviewNotes(review.session)
        self.notes.choose(note)
        self.acts = ReviewActs(review.corrections, self.notes)
        self._facts: TimelineFacts | None = None
        self._words = (review.only_read, "warn") if review.only_read else ("", "text")
        self._leaving = False

    def compose(self) -> ComposeResult:
        """Time above, notes below, what belongs to the chosen one beside them."""
        yield Palette()
        yield RowsPane(id="top")
        yield Timeline(id="timeline")
        yield RowsPane(id="chips")
        with Container(id="sides"):
            yield RowsPane(id="list")
            with Vertical(id="side"):
                yield RowsPane(id="pane")
        yield RowsPane(id="entry")
        yield RowsPane(id="said")
        yield KeyBar(_KEYS, id="keys")

    def on_mount(self) -> None:
        """Show the session, and how its saving goes."""
        if self.review.file is not None:
            self.review.file.saver.on_change = self._tell_saved
        self._show()

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        self._show_top()
        if self._facts is None:
            self._facts = timeline_facts(self.review)
        chosen = self.notes.chosen
        self.timeline.put(self._facts, chosen.at_ms if chosen else None)
        self.notes_pane.show(self._list_rows)
        words = self._words
        self.said.show(lambda width, _height: [row(*clip([words], width))])

    def _show_top(self) -> None:
        file = self.review.file
        status = file.saver.status() if file is not None else None
        self.top.show(lambda width, _height: [top_row(self.review, status, width)])

    def _list_rows(self, width: int, height: int) -> list[Row]:
        return list_rows(self.notes, self.review.header.guide, self.review.codebook, width, height)

    def say(self, words: str, *, ink: str = "text strong") -> None:
        """The last word, above the keys."""
        self._words = (words, ink)
        self._show()

    def _tell_saved(self) -> None:
        self.post_message(self.Saved())

    @on(Saved)
    def _saved(self) -> None:
        self._show_top()

    # -- keys ------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Choose another note."""
        self.notes.choose_place(self.notes.place + by)
        self._show()

    def action_mark(self) -> None:
        """Mark the chosen note, for what is done to several, and go on to the next."""
        self.notes.toggle_mark()
        self.action_step(1)

    def action_do(self, name: str) -> None:
        """Do something to the marked notes, or to the chosen one."""
        if self.review.file is None:
            self.say(self.review.only_read, ink="warn")
            return
        act: Callable[[], str] = getattr(self.acts, name)
        words = act()
        self._changed(words)

    def _changed(self, words: str) -> None:
        self.notes.read()
        self._facts = None
        self.say(words)

    @on(RowsPane.Clicked, "#list")
    def _note_clicked(self, message: RowsPane.Clicked) -> None:
        self.notes.choose(message.action.removeprefix("note:"))
        self._show()

    @on(Timeline.Pointed)
    def _time_clicked(self, message: Timeline.Pointed) -> None:
        self.notes.choose_near(message.at_ms)
        self._show()

    # -- out -------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Back to where the review was opened from."""
        self.leave()

    def leave(self, then: Callable[[], object] | None = None) -> None:
        """Leave once everything is durable; `then` comes instead of telling that the review is over."""
        if not self._leaving:
            self._leaving = True
            self.run_worker(self._close_and_leave(then), exclusive=True, group="leaving")

    async def _close_and_leave(self, then: Callable[[], object] | None) -> None:
        if not await self._is_closed():
            self._leaving = False
            return
        if then is not None:
            then()
        else:
            self.post_message(self.Left(self.review.changed))

    async def _is_closed(self) -> bool:
        file = self.review.file
        if file is None:
            return True
        while not await asyncio.to_thread(file.close, CLOSE_TIMEOUT_S):
            choice = await self.app.push_screen_wait(UnsavedScreen(file.saver.status()))
            if choice == "back":
                return False
            if choice == "drop":
                await asyncio.to_thread(file.close, CLOSE_TIMEOUT_S, drop=True)
                return True
        return True
