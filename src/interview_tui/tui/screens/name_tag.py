"""A question over the codebook: what is the tag to be called?"""

from __future__ import annotations

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.codebook_changes import CodebookChange, CodebookRefused, clash, merge, rename
from interview_tui.tui.forms import Field, TextField
from interview_tui.tui.widgets.ink import Palette


class NameTag(ModalScreen[CodebookChange | None]):
    """Answers with the renaming, with a merging where another tag has the name, or None."""

    DEFAULT_CSS = """
    NameTag .card { width: 64; padding: 1 2; }
    NameTag .title { color: $text-primary; text-style: bold; margin-bottom: 1; }
    NameTag .words { color: $text-muted; margin-top: 1; }
    NameTag .words.refused { color: $text-warning; }
    """
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f8", "keep", "rename it", show=False),
        Binding("escape", "drop", "leave it", show=False),
    ]

    name_field = getters.query_one("#name", TextField)
    words = getters.query_one(".words", Static)

    def __init__(self, codebook: Codebook, tag: str) -> None:
        super().__init__()
        self._codebook = codebook
        self._tag = tag

    def compose(self) -> ComposeResult:
        """One line to type, and what enter will do."""
        yield Palette()
        with Vertical(classes="card"):
            yield Static(f"Rename {self._tag}", classes="title", markup=False)
            yield Field("New name", TextField(self._tag, replaceable=True, id="name"))
            yield Static("", classes="words", markup=False)

    def on_mount(self) -> None:
        """Say what the keys do."""
        self._tell()

    @on(Input.Changed)
    def _tell(self) -> None:
        owner = clash(self._codebook, self._tag, self.name_field.value)
        self._say(
            f"There is a tag {owner.name} already: enter merges {self._tag} into it."
            if owner
            else "enter shows first what would change, esc leaves it",
            refused=owner is not None,
        )

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Go on to what it would change."""
        owner = clash(self._codebook, self._tag, self.name_field.value)
        try:
            change = (
                merge(self._codebook, self._tag, owner.name)
                if owner
                else rename(self._codebook, self._tag, self.name_field.value)
            )
        except CodebookRefused as error:
            self._say(f"! {error.message}", refused=True)
        else:
            self.dismiss(change)

    def _say(self, words: str, *, refused: bool) -> None:
        self.words.set_class(refused, "refused")
        self.words.update(words)

    def action_drop(self) -> None:
        """Leave the tag as it is."""
        self.dismiss(None)
