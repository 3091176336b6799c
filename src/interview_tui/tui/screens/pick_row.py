"""A question over a screen: which of these rows?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from interview_tui.domain.values import value
from interview_tui.tui.rows import BLANK, Row, Span, clip, paragraph, row, width_of
from interview_tui.tui.stepping import Wheel, scrolled, within
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_FRAME = 4
_KEYS: tuple[Span, ...] = (
    ("enter", "accent strong"),
    (" choose   ", "dim"),
    ("esc", "accent strong"),
    (" leave it", "dim"),
)


@value(kw_only=True)
class Choosable:
    """One row to choose: its answer, how it reads, and the letter that chooses it at once, if any.

    `refused` says why it cannot be chosen; such a row can be looked at.
    """

    answer: str
    spans: tuple[Span, ...]
    letter: str = ""
    refused: str = ""


class PickRow(Wheel, ModalScreen[str | None]):
    """Answers with the answer of the chosen row, or None."""

    DEFAULT_CSS = "PickRow RowsPane { width: 76; max-width: 100%; max-height: 100%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "up", show=False),
        Binding("down", "step(1)", "down", show=False),
        Binding("pageup", "step(-10)", "page up", show=False),
        Binding("pagedown", "step(10)", "page down", show=False),
        Binding("home", "step(-1_000_000)", "first", show=False),
        Binding("end", "step(1_000_000)", "last", show=False),
        Binding("enter", "choose", "choose", show=False),
        Binding("escape", "leave", "leave", show=False),
    ]

    def __init__(self, title: str, words: str, options: Sequence[Choosable]) -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._options = options
        self._by_letter = {option.letter: at for at, option in enumerate(options) if option.letter}
        self._at = 0
        self._scrolled_to = 0
        self._refused = ""

    def compose(self) -> ComposeResult:
        """One card."""
        yield Palette()
        yield RowsPane(classes="card")

    def on_mount(self) -> None:
        """Show what can be chosen."""
        self._show()

    def on_resize(self) -> None:
        """As many rows as there is room for."""
        self._show()

    # -- keys ------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A row's letter chooses it."""
        at = self._by_letter.get((event.character or "").casefold())
        if at is not None:
            event.stop()
            event.prevent_default()
            self._at = at
            self.action_choose()

    def action_step(self, by: int) -> None:
        """Another row."""
        self._at = within(self._at + by, len(self._options))
        self._refused = ""
        self._show()

    def action_choose(self) -> None:
        """This one."""
        if not self._options:
            return
        option = self._options[self._at]
        if option.refused:
            self._refused = option.refused
            self._show()
        else:
            self.dismiss(option.answer)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        self._at = int(message.action)
        self.action_choose()

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        pane = self.query_one(RowsPane)
        width = max(20, min(76, self.app.size.width) - _FRAME)
        wanted = len(self._head(width)) + len(self._options) + 2
        pane.styles.height = min(wanted + 2, self.app.size.height)
        pane.show(self._rows)

    def _head(self, width: int) -> list[Row]:
        words = paragraph(self._words, width, "dim") if self._words else []
        return [row((self._title, "title")), *words, BLANK]

    def _rows(self, width: int, height: int) -> list[Row]:
        rows = self._head(width)
        room = max(1, height - len(rows) - 2)
        self._scrolled_to = scrolled(self._scrolled_to, self._at, len(self._options), room)
        for at, option in enumerate(self._options[self._scrolled_to : self._scrolled_to + room]):
            rows.append(self._option_row(at + self._scrolled_to, option, width))
        rows += [BLANK] * (height - len(rows) - 1)
        foot = _KEYS if not self._refused else (("! ", "warn strong"), (self._refused, "warn"))
        return [*rows, Row(clip(foot, width))]

    def _option_row(self, at: int, option: Choosable, width: int) -> Row:
        chosen = at == self._at
        mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
        letter: Span = (f"{option.letter:<3}", "accent strong")
        letters = [letter] if self._by_letter else []
        spans = clip([mark, *letters, *option.spans], width)
        if chosen:
            fill: Span = (" " * (width - width_of(spans)), "")
            spans = tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, fill))
        return Row(spans, str(at))
