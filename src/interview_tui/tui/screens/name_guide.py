"""A question over the guides: what is the new one called, and what does it begin with?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.guide_files import stem_for
from interview_tui.tui.forms import FORM_BINDINGS, Choice, Field, TextField
from interview_tui.tui.widgets.ink import Palette


@value
class GuideWish:
    """A name, and the place of the template among those offered."""

    name: str
    template: int


MakeGuide = Callable[[GuideWish], Path]
"""Makes the guide and returns its file; raises InterviewError with what stands in the way."""


class NameGuide(ModalScreen[Path | None]):
    """Answers with the guide that was made, or None; without templates it asks only for a name.

    A name that cannot be had is told here, where another one can be typed.
    """

    DEFAULT_CSS = """
    NameGuide .card { width: 64; padding: 1 2; }
    NameGuide .title { color: $text-primary; text-style: bold; margin-bottom: 1; }
    NameGuide .words { color: $text-muted; margin-top: 1; }
    NameGuide .words.refused { color: $text-warning; }
    """
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [
        *FORM_BINDINGS,
        Binding("ctrl+n,f8", "keep", "make it", show=False),
        Binding("escape", "drop", "no new guide", show=False),
    ]

    name_field = getters.query_one("#name", TextField)
    words = getters.query_one(".words", Static)

    def __init__(self, make: MakeGuide, templates: Sequence[str] = (), template: int = 0) -> None:
        super().__init__()
        self._make = make
        self._templates = templates
        self._template = template

    def compose(self) -> ComposeResult:
        """A name, a template where there is a choice, and where the guide will be."""
        yield Palette()
        with Vertical(classes="card"):
            yield Static(
                "A new guide" if self._templates else "Keep this guide", classes="title", markup=False
            )
            yield Field("Name", TextField(placeholder="what you will call it", id="name"))
            if self._templates:
                options = list(enumerate(self._templates))
                yield Field("Begin with", Choice(options, self._template, id="template"))
            yield Static("", classes="words", markup=False)

    def on_mount(self) -> None:
        """Say what the keys do."""
        self._tell()

    @on(Input.Changed)
    def _tell(self) -> None:
        name = self.name_field.value.strip()
        self.words.remove_class("refused")
        self.words.update(
            f"enter makes guides/{_file(name)}" if _file(name) else "enter makes it, esc does not"
        )

    @on(Input.Submitted)
    @on(Choice.Done)
    def action_keep(self) -> None:
        """Make the guide, if it has a name that can be had."""
        name = " ".join(self.name_field.value.split())
        if not _file(name):
            self._refuse("It needs a name with letters or digits in it.")
            return
        chosen = self.query_one("#template", Choice).value if self._templates else 0
        try:
            path = self._make(GuideWish(name, cast("int", chosen)))
        except InterviewError as error:
            self._refuse(error.message)
        else:
            self.dismiss(path)

    def _refuse(self, words: str) -> None:
        """Say what is wrong, and wait for another name."""
        self.name_field.focus()
        self.words.update(f"! {words}")
        self.words.add_class("refused")

    def action_drop(self) -> None:
        """No new guide."""
        self.dismiss(None)


def _file(name: str) -> str:
    """The file of a guide of this name, empty where it can have none."""
    try:
        return f"{stem_for(name)}.md"
    except InterviewError:
        return ""
