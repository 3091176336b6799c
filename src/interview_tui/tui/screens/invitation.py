"""The card before a practice interview: what will happen, and three things to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.rehearsal_rows import card_rows
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (
    Key("enter", "start", "start"),
    Key("g", "with a guide of your own", "own_guide"),
    Key("esc", "not now", "cancel"),
)


class InvitationScreen(Screen[None]):
    """No clock runs yet; Enter starts it."""

    @dataclass
    class Started(Message):
        """Let it begin."""

    @dataclass
    class OwnGuideChosen(Message):
        """Practise without the scripted participant."""

    @dataclass
    class Cancelled(Message):
        """Not now."""

    CSS_PATH = "invitation.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,f8", "start", "Start"),
        ("g", "own_guide", "With a guide of your own"),
        ("escape,q", "cancel", "Not now"),
    ]

    def __init__(self, who_answers: str) -> None:
        super().__init__()
        self._who_answers = who_answers

    def compose(self) -> ComposeResult:
        """The card, keys below."""
        yield Palette()
        yield RowsPane(id="card")
        yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Fill the card; where the program ends meanwhile, it is gone already."""
        for card in self.query("#card").results(RowsPane):
            card.show(lambda width, height: card_rows(self._who_answers, width, height))

    def action_start(self) -> None:
        """Start the clock."""
        self.post_message(self.Started())

    def action_own_guide(self) -> None:
        """Practise alone, or with a colleague who answers."""
        self.post_message(self.OwnGuideChosen())

    def action_cancel(self) -> None:
        """Go where this came from."""
        self.post_message(self.Cancelled())
