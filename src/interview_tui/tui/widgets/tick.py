"""One thing on a checklist, ticked by space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from interview_tui.domain.readiness import ReadyItem, ready_field
from interview_tui.tui.rows import Row, Span, between, paragraph
from interview_tui.tui.widgets.rows_pane import RowsPane

_LABEL_WIDTH = 22


class Tick(RowsPane, can_focus=True):
    """A label with a box and what there is to know about it; a person's tick stands until they take it back.

    One that is `by_answer` follows an answer given elsewhere, and only tells that it was pressed.
    """

    @dataclass
    class Pressed(Message):
        """Somebody ticked it, or took the tick away."""

        tick: Tick

    DEFAULT_CSS = """
    Tick { height: auto; padding: 0 1 0 0; }
    Tick:focus { background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "press", "tick", show=False),
    ]

    def __init__(self, item: ReadyItem, *, by_answer: bool = False) -> None:
        super().__init__(id=ready_field(item.id))
        self.item = item
        self.by_answer = by_answer
        self._by_hand: bool | None = None

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return bool(self.item.known if self._by_hand is None else self._by_hand)

    @property
    def touched(self) -> bool:
        """Whether somebody ticked it, or took the tick away, by hand."""
        return self._by_hand is not None

    def put(self, item: ReadyItem) -> None:
        """Show what is known now."""
        if item != self.item:
            self.item = item
            self._paint(layout=True)

    def action_press(self) -> None:
        """Tick it, or take the tick away."""
        self.press(ticked=not self.value)

    def press(self, *, ticked: bool) -> None:
        """Set the tick, unless it follows an answer."""
        if not self.by_answer:
            self._by_hand = ticked
            self._paint()
        self.post_message(self.Pressed(self))

    def on_rows_pane_clicked(self, message: RowsPane.Clicked) -> None:
        """A click ticks."""
        message.stop()
        self.action_press()

    # -- showing ---------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show it."""
        self._paint()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether the keys go here."""
        super().watch_has_focus(has_focus)
        self._paint()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual asks so
        """As many rows as the details need."""
        return len(tick_rows(self.item, width, ticked=self.value, focused=False))

    def _paint(self, *, layout: bool = False) -> None:
        self.show(lambda width, _: tick_rows(self.item, width, ticked=self.value, focused=self.has_focus))
        if layout:
            self.refresh(layout=True)


def tick_rows(item: ReadyItem, width: int, *, ticked: bool, focused: bool) -> Sequence[Row]:
    """The box and the label with one detail beside them; several details stand below, to be read out."""
    box: Span = ("[✓] ", "good strong") if ticked else ("[ ] ", "dim")
    head: list[Span] = [("▸" if focused else " ", "accent strong"), box]
    beside = item.details[0] if len(item.details) == 1 else ""
    label = f"{item.label:<{_LABEL_WIDTH}}" if beside else item.label
    head += [(label, "dim" if ticked else "text"), (beside, "faint" if ticked else "dim")]
    rows = [Row(between(head, [], width).spans, "tick")]
    for detail in item.details if not beside else ():
        rows += paragraph(detail, width, "script", first=(("     “ ", "faint"),), action="tick")
    return rows
