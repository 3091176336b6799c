"""The form for one tag: its letter, colour, description and example; for a new one also its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interview_tui.domain.codebook import COLOURS, Codebook, Tag
from interview_tui.domain.codebook_changes import CodebookChange, CodebookRefused, add, edit, free_key
from interview_tui.tui.forms import FORM_BINDINGS, Choice, Field, TextField
from interview_tui.tui.screens.pick_row import Choosable, PickRow
from interview_tui.tui.widgets.ink import Palette

_NO_NOTE = "No note changes, and a session keeps the codebook that it began with."
_KEYS = "enter next, F8 saves, F4 takes a note as the example, esc leaves it"
_STAYS = "It stands in study.toml from now on: take out what tells who said it."


class TagForm(ModalScreen[CodebookChange | None]):
    """Answers with the change, or None; `tag` None: a new one, perhaps of a `name` that notes have."""

    DEFAULT_CSS = """
    TagForm .card { width: 76; padding: 1 2; }
    TagForm .title { color: $text-primary; text-style: bold; margin-bottom: 1; }
    TagForm .words { color: $text-muted; margin-top: 1; }
    TagForm .words.refused { color: $text-warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *FORM_BINDINGS,
        Binding("ctrl+n,f8", "keep", "save", show=False),
        Binding("f4", "pick_example", "a note as example", show=False),
        Binding("escape", "drop", "leave it", show=False),
    ]

    words = getters.query_one(".words", Static)

    def __init__(
        self, codebook: Codebook, tag: Tag | None, notes: Sequence[Choosable] = (), *, name: str = ""
    ) -> None:
        super().__init__()
        self._codebook = codebook
        self._tag = tag
        self._notes = notes
        self._called = name
        self._example_of = tag.example_of if tag else ""

    def compose(self) -> ComposeResult:
        """A column of fields, and what saving would change."""
        tag = self._tag or Tag(key=free_key(self._codebook, self._called), name=self._called, colour="grey")
        yield Palette()
        with Vertical(classes="card"):
            title = f"The tag {tag.name}" if self._tag else "A new tag"
            yield Static(title, classes="title", markup=False)
            if self._tag is None:
                yield Field("Name", TextField(tag.name, id="name"))
            yield Field("Letter", TextField(tag.key, replaceable=True, id="key"))
            yield Field("Colour", Choice([(colour, colour) for colour in COLOURS], tag.colour, id="colour"))
            yield Field("What it means", TextField(tag.description, id="description"))
            yield Field("Example", TextField(tag.example, id="example"))
            yield Static(f"{_NO_NOTE}\n{_KEYS}", classes="words", markup=False)

    def on_mount(self) -> None:
        """Begin where something is missing."""
        self.set_focus(self.query_one("#name" if self._tag is None and not self._called else "#key", Input))

    @on(Input.Submitted)
    @on(Choice.Done)
    def _next_field(self) -> None:
        if self.focused is not None and self.focused.id == "example":
            self.action_keep()
        else:
            self.focus_next()

    @on(Input.Changed, "#name")
    def _propose_key(self, message: Input.Changed) -> None:
        field = self.query_one("#key", TextField)
        if message.input.has_focus:
            field.value = free_key(self._codebook, message.value)

    def action_pick_example(self) -> None:
        """A note that shows what is meant."""
        if not self._notes:
            self._refuse("No note has this tag yet; type an example.")
            return
        self.app.push_screen(PickRow("Which note is the example?", _STAYS, self._notes), self._picked)

    def _picked(self, answer: str | None) -> None:
        if answer is not None:
            field = self.query_one("#example", TextField)
            self._example_of, _, field.value = answer.partition("\n")
            field.focus()

    def action_keep(self) -> None:
        """Save it, if it can be one."""
        try:
            self.dismiss(self._change())
        except CodebookRefused as error:
            self._refuse(error.message)

    def _change(self) -> CodebookChange:
        told = {name: self.query_one(f"#{name}", Input).value for name in ("key", "description", "example")}
        colour = str(self.query_one("#colour", Choice).value)
        if self._tag is not None:
            return edit(self._codebook, self._tag.name, colour=colour, example_of=self._example_of, **told)
        name = self.query_one("#name", Input).value
        return add(self._codebook, Tag(name=name, colour=colour, example_of=self._example_of, **told))

    def _refuse(self, words: str) -> None:
        self.words.update(f"! {words}")
        self.words.add_class("refused")

    def action_drop(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
