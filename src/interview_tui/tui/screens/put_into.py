"""A question over the board: into which theme? Typed, found, or made on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interview_tui.domain.terms import without_accents
from interview_tui.domain.text import visible
from interview_tui.domain.themes import Theme, theme_named
from interview_tui.domain.values import value
from interview_tui.tui.forms import Field, TextField
from interview_tui.tui.rows import Row, Span, clip, width_of
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_SHOWN = 8


@value
class Into:
    """Where to: a theme's id, or "" and the name of a new one."""

    theme: str
    name: str


class PutInto(ModalScreen[Into | None]):
    """Answers with a theme or the name of a new one, or None; `proposed` stands there to be typed over."""

    DEFAULT_CSS = """
    PutInto .card { width: 64; padding: 1 2; }
    PutInto .title { color: $text-primary; text-style: bold; margin-bottom: 1; }
    PutInto RowsPane { height: 9; margin-top: 1; }
    PutInto .words { color: $text-muted; margin-top: 1; }
    """
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", "leave it", show=False),
        Binding("up", "step(-1)", "up", show=False, priority=True),
        Binding("down", "step(1)", "down", show=False, priority=True),
    ]

    name_field = getters.query_one("#name", TextField)
    list_pane = getters.query_one(RowsPane)

    def __init__(self, title: str, themes: Sequence[Theme], *, proposed: str = "", new: bool = True) -> None:
        super().__init__()
        self._title = title
        self._themes = themes
        self._proposed = proposed
        self._new = new
        self._at = 0

    def compose(self) -> ComposeResult:
        """One line to type over the themes that it finds."""
        yield Palette()
        with Vertical(classes="card"):
            yield Static(self._title, classes="title", markup=False)
            yield Field("Theme", TextField(self._proposed, replaceable=True, id="name"))
            yield RowsPane()
            what = "type a name, old or new" if self._new else "type a part of its name"
            yield Static(f"{what}; ↑ ↓ choose, enter takes it, esc leaves it", classes="words", markup=False)

    def on_mount(self) -> None:
        """Show the themes."""
        self._show()

    @property
    def options(self) -> list[Into]:
        """What enter could take, the likeliest first."""
        typed = " ".join(self.name_field.value.split())
        wanted = _folded(typed)
        proposed = typed == self._proposed
        found = [theme for theme in self._themes if proposed or wanted in _folded(theme.name)]
        found.sort(
            key=lambda theme: (_folded(theme.name) != wanted, not _folded(theme.name).startswith(wanted))
        )
        options = [Into(theme.id, theme.name) for theme in found]
        if self._new and typed and theme_named(self._themes, typed) is None:
            options.insert(0 if proposed or not found else len(options), Into("", typed))
        return options

    @on(Input.Changed)
    def _typed(self) -> None:
        self._at = 0
        self._show()

    def action_step(self, by: int) -> None:
        """Another one."""
        self._at = min(max(self._at + by, 0), max(0, len(self.options) - 1))
        self._show()

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """This one."""
        options = self.options
        if options:
            self.dismiss(options[min(self._at, len(options) - 1)])

    def action_drop(self) -> None:
        """None of them."""
        self.dismiss(None)

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        self._at = int(message.action)
        self.action_choose()

    def _show(self) -> None:
        self.list_pane.show(self._rows)

    def _rows(self, width: int, height: int) -> list[Row]:
        options = self.options
        if not options:
            words = "no theme yet: type a name for the first" if self._new else "no such theme"
            return [Row(((words, "dim"),))]
        first = max(0, self._at - min(height, _SHOWN) + 1)
        rows = []
        for at, option in enumerate(options[first : first + height], start=first):
            mark: Span = ("▸ ", "accent strong") if at == self._at else ("  ", "")
            new: list[Span] = [] if option.theme else [("new theme  ", "good")]
            spans = clip([mark, *new, (visible(option.name), "text")], width)
            if at == self._at:
                fill: Span = (" " * (width - width_of(spans)), "")
                spans = tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, fill))
            rows.append(Row(spans, str(at)))
        return rows


def _folded(text: str) -> str:
    return without_accents(text.casefold())
