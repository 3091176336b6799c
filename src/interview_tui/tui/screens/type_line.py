"""A question over a screen that one line of text answers."""

from __future__ import annotations

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interview_tui.tui.forms import Field, TextField
from interview_tui.tui.widgets.ink import Palette


class TypeLine(ModalScreen[str | None]):
    """Answers with what was typed, without spaces around it, or None; empty only if `may_be_empty`."""

    DEFAULT_CSS = """
    TypeLine .card { width: 72; padding: 1 2; }
    TypeLine .title { color: $text-primary; text-style: bold; margin-bottom: 1; }
    TypeLine .words { color: $text-muted; margin-top: 1; }
    """
    AUTO_FOCUS = "#line"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "drop", "leave it", show=False)]

    line = getters.query_one("#line", TextField)

    def __init__(
        self, title: str, label: str, text: str = "", *, words: str = "", may_be_empty: bool = False
    ) -> None:
        super().__init__()
        self._title = title
        self._label = label
        self._text = text
        self._words = words
        self._may_be_empty = may_be_empty

    def compose(self) -> ComposeResult:
        """One line to type."""
        yield Palette()
        with Vertical(classes="card"):
            yield Static(self._title, classes="title", markup=False)
            yield Field(self._label, TextField(self._text, id="line"))
            words = self._words or "enter keeps it, esc leaves it as it was"
            yield Static(words, classes="words", markup=False)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """This is it."""
        typed = " ".join(self.line.value.split())
        if typed or self._may_be_empty:
            self.dismiss(typed)

    def action_drop(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)
