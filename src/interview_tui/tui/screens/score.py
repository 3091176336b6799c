"""The score behind a practice interview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from interview_tui.domain.rehearsal_score import Score
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.score_rows import score_rows
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (Key("enter", "done", "done"), Key("a", "once again", "again"))


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
        ("enter,escape,q,ctrl+q", "done", "Done"),
        ("a", "again", "Once again"),
    ]

    def __init__(self, score: Score) -> None:
        super().__init__()
        self.score = score

    def compose(self) -> ComposeResult:
        """The score, keys below."""
        yield Palette()
        yield RowsPane(id="score")
        yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Fill the page."""
        pane = self.query_one("#score", RowsPane)
        pane.show(lambda width, height: score_rows(self.score, width, height))

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done())

    def action_again(self) -> None:
        """Play it once more."""
        self.post_message(self.Again())
