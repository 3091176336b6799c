"""The question that must be asked before anything unsaved is dropped."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from interview_tui.store.saver import SaveStatus
from interview_tui.tui.rows import Row, paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

Choice = Literal["retry", "back", "drop"]


class UnsavedScreen(ModalScreen[Choice]):
    """Says why saving fails and asks: try again, back, or leave without what is not saved."""

    DEFAULT_CSS = "UnsavedScreen RowsPane { width: 64; height: 10; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("r,enter", "choose('retry')", "Try again"),
        ("b,escape", "choose('back')", "Back"),
        ("D", "choose('drop')", "Leave without it"),
    ]

    def __init__(self, status: SaveStatus, *, back: str = "back to the interview") -> None:
        super().__init__()
        self._status = status
        self._back = back

    def compose(self) -> ComposeResult:
        """One card."""
        yield Palette()
        yield RowsPane(classes="card")

    def on_mount(self) -> None:
        """Say what is the case."""
        self.query_one(RowsPane).show(self._rows)

    def _rows(self, width: int, _height: int) -> list[Row]:
        waiting = self._status.waiting
        things = "1 change is" if waiting == 1 else f"{waiting} changes are"
        reason = self._status.reason or "the disk does not answer"
        return [
            row(("Not everything is saved", "bad strong")),
            Row(),
            *paragraph(f"{things} not on the disk yet: {reason}.", width, "text"),
            Row(),
            row(("r  ", "accent strong"), ("try again", "text")),
            row(("b  ", "accent strong"), (self._back, "text")),
            row(("D  ", "accent strong"), ("leave without what is not saved", "text")),
        ]

    def action_choose(self, choice: Choice) -> None:
        """Answer."""
        self.dismiss(choice)
