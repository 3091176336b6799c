"""The pieces of a form: a labelled field, a line of text, a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from interview_tui.domain.events import FieldValue
from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.tui.rows import Row, Span, clip, width_of
from interview_tui.tui.typed import typed_character
from interview_tui.tui.widgets.rows_pane import RowsPane

FORM_BINDINGS: tuple[BindingType, ...] = (
    Binding("up,shift+tab", "app.focus_previous", "field before", show=False, priority=True),
    Binding("down,tab", "app.focus_next", "next field", show=False, priority=True),
)
"""What moves between fields on a screen that is a form, before the keys that were typed behind it arrive."""

EDITING: Mapping[str, str] = {
    key: binding.action
    for binding in Binding.make_bindings(Input.BINDINGS)
    for key in binding.key.split(",")
    if binding.action not in ("submit", "copy", "cut", "paste")
}
"""What the editing keys of a line of text do, by key."""


class Form(VerticalScroll, can_focus=False, inherit_bindings=False):
    """A column of fields that scrolls with the focus: the arrow keys move between the fields."""


class Field(Horizontal):
    """A label in front of the widget that answers it."""

    DEFAULT_CSS = """
    Field { height: 1; }
    Field > .label { width: 15; color: $text-muted; }
    Field > TextField { width: 1fr; }
    /* Textual styles the children anew only where a rule of the parent's own has the same condition. */
    Field:focus-within { color: $foreground; }
    Field:focus-within > .label { color: $text-accent; text-style: bold; }
    """

    def __init__(self, label: str, answer: Widget) -> None:
        super().__init__()
        self._label = label
        self._answer = answer

    def compose(self) -> ComposeResult:
        """The label, then the answer in the rest of the row."""
        yield Static(self._label, classes="label", markup=False)
        yield self._answer


class _Harmless(Highlighter):
    """Shows a control character as a picture of it; the value stays as typed."""

    def __call__(self, text: str | Text) -> Text:
        plain = text if isinstance(text, str) else text.plain
        return Text(visible(plain), no_wrap=True, overflow="ignore", end="")

    def highlight(self, text: Text) -> None:
        """Nothing is coloured."""


class TextField(Input):
    """One line of text: calm, without blinking, and a paste of several lines loses none of them."""

    DEFAULT_CSS = """
    TextField { background: $boost; }
    TextField.-textual-compact { padding: 0 1; }
    """
    AT_ONCE: ClassVar[Mapping[str, str]] = EDITING
    """What keys do before anything that was typed behind them arrives."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", replaceable: bool = False, id: str | None = None
    ) -> None:
        super().__init__(
            value,
            placeholder,
            _Harmless(),
            compact=True,
            # Typing over all of a text is for what is only proposed: there is no undo here.
            select_on_focus=replaceable,
            id=id,
        )
        self.set_reactive(Input.cursor_blink, False)

    def propose(self, text: str) -> None:
        """Fill the field in unless somebody did; the next key replaces what was proposed."""
        if not self.value:
            self.value = text
            if self.has_focus:
                self.action_select_all()

    async def on_key(self, event: events.Key) -> None:
        """Edit at once: by itself Textual runs an editing key after letters that were typed behind it."""
        action = self.AT_ONCE.get(event.key)
        if action is not None and not event.is_printable:
            event.stop()
            event.prevent_default()
            await self.run_action(action)
        elif not event.is_printable and (character := typed_character(event)):
            event.stop()
            event.prevent_default()
            self.replace(character, *self.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Take every line of a paste, joined by spaces."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.splitlines()), *self.selection)


Option = tuple[FieldValue, str]
"""A value and its label."""

YES_NO: tuple[Option, ...] = ((True, "yes"), (False, "no"), (None, "not asked"))


@value
class _Place:
    start: int
    end: int
    index: int


class Choice(RowsPane, can_focus=True):
    """One of a few options: all in view where they fit, else the chosen one between two arrows.

    Left and right move; a letter chooses the first option that begins with it.
    """

    @dataclass
    class Changed(Message):
        """Another option was chosen."""

        choice: Choice

        @property
        def control(self) -> Choice:
            """The choice that was made, so that handlers can select by id."""
            return self.choice

    @dataclass
    class Done(Message):
        """Enter: on to the next field."""

        choice: Choice

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; }
    Choice:focus { background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "option before", show=False),
        Binding("right,space", "step(1)", "next option", show=False),
        Binding("enter", "done", "next field", show=False),
    ]

    def __init__(self, options: Sequence[Option], value: FieldValue = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options = options
        self._index = next((at for at, (known, _) in enumerate(options) if known == value), 0)
        self._places: list[_Place] = []
        self.touched = False
        """Whether a person chose what stands here."""

    @property
    def value(self) -> FieldValue:
        """The value of the chosen option."""
        return self._options[self._index][0]

    def choose(self, index: int) -> None:
        """Choose an option by its place, counted from 0 and around the end."""
        index %= len(self._options)
        if index != self._index:
            self._index = index
            self.touched = True
            self._paint()
            self.post_message(self.Changed(self))

    def put(self, value: FieldValue, options: Sequence[Option] | None = None) -> None:
        """Show what is known, perhaps among other options, without telling anybody: no person chose it."""
        self.touched = False
        self._options = options or self._options
        self._index = next((at for at, (known, _) in enumerate(self._options) if known == value), 0)
        self._paint()

    def action_step(self, by: int) -> None:
        """Choose the option before or after."""
        self.choose(self._index + by)

    def action_done(self) -> None:
        """Say that this answer stands."""
        self.post_message(self.Done(self))

    def on_key(self, event: events.Key) -> None:
        """A letter chooses the first option that begins with it."""
        letter = (event.character or "").casefold()
        if not letter.isalnum():
            return
        for index, (_, label) in enumerate(self._options):
            if label.casefold().startswith(letter):
                event.stop()
                event.prevent_default()
                self.choose(index)
                return

    def on_rows_pane_clicked(self, message: RowsPane.Clicked) -> None:
        """Choose the option that was clicked."""
        message.stop()
        for place in self._places:
            if place.start <= message.x < place.end:
                self.choose(place.index)

    def on_mount(self) -> None:
        """Show the options."""
        self._paint()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether the keys go here."""
        super().watch_has_focus(has_focus)
        self._paint()

    def _paint(self) -> None:
        self.show(lambda width, _height: [self._row(width)])

    def _row(self, width: int) -> Row:
        focus: Span = ("▸" if self.has_focus else " ", "accent strong")
        options = self._all_options()
        if 1 + width_of(options) > width:
            options = self._between_arrows(width - 1)
        return Row((focus, *options), "choose")

    def _all_options(self) -> list[Span]:
        self._places = []
        spans: list[Span] = []
        at = 1
        for index, (_, label) in enumerate(self._options):
            chosen = index == self._index
            text = f"{'●' if chosen else '○'} {visible(label)}"
            spans += [(text, "strong" if chosen else "dim"), ("   ", "")]
            self._places.append(_Place(at, at + cell_len(text), index))
            at += cell_len(text) + 3
        return spans[:-1]

    def _between_arrows(self, width: int) -> list[Span]:
        place = f"  {self._index + 1} of {len(self._options)}"
        label = visible(self._options[self._index][1])
        shown = clip([(label, "strong")], max(4, width - 4 - cell_len(place)))
        end = 3 + width_of(shown)
        self._places = [_Place(1, 3, self._index - 1), _Place(end, end + 2, self._index + 1)]
        return [("‹ ", "accent"), *shown, (" ›", "accent"), (place, "dim")]
