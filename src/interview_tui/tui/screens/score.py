"""The score behind a practice interview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from interview_tui.domain.rehearsal_score import Score
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.score_rows import score_rows
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (Key("enter", "done", "done"), Key("a", "once again", "again"))

QUIET_S = 1.0
"""A score that came by itself takes no key until none came for this long: they were meant for a note."""


class ScoreScreen(Screen[None]):
    """Says how it went and what to try next; nothing here can be done wrong."""

    @dataclass
    class Done(Message):
        """The score was read."""

    @dataclass
    class Again(Message):
        """Once more from the beginning."""

    CSS_PATH = "score.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,escape", "done", "Done"),
        ("a", "again", "Once again"),
        # It has finished the interview a moment ago; the program's own would leave, the score unread.
        ("ctrl+q", "stay", "Nothing more to finish"),
    ]

    def __init__(self, score: Score, *, unasked: bool = False) -> None:
        super().__init__()
        self.score = score
        self._unasked = unasked
        self._quiet: Timer | None = None

    def compose(self) -> ComposeResult:
        """The score, keys below."""
        yield Palette()
        yield RowsPane(id="score")
        yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Fill the page."""
        pane = self.query_one("#score", RowsPane)
        pane.show(lambda width, height: score_rows(self.score, width, height))
        if self._unasked:
            self._quiet = self.set_timer(QUIET_S, self.hear)

    def hear(self) -> None:
        """Take keys from now on."""
        self._quiet = None

    def _is_meant(self) -> bool:
        """Whether a key was pressed at this screen; one that came too early begins the quiet time anew."""
        if self._quiet is not None:
            self._quiet.reset()
        return self._quiet is None

    def on_key(self) -> None:
        """Any key of a note that is still being typed begins the quiet time anew."""
        self._is_meant()

    def action_done(self) -> None:
        """Go on."""
        if self._is_meant():
            self.post_message(self.Done())

    def action_again(self) -> None:
        """Play it once more."""
        if self._is_meant():
            self.post_message(self.Again())

    def action_stay(self) -> None:
        """There is nothing left to finish."""
