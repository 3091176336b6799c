"""The bottom row of a screen: its keys, each of which can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.values import value
from interview_tui.tui.rows import Row, Span, width_of
from interview_tui.tui.widgets.rows_pane import RowsPane

_GAP = 3


@value
class Key:
    """A key of the bottom row: how it reads, what it does in a word or two, and the screen's action."""

    shown: str
    label: str
    action: str


class KeyBar(RowsPane):
    """The bottom row: at most six keys, as many as fit, each of which can be clicked."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $surface; padding: 0 1; }"

    def __init__(self, keys: Sequence[Key], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = keys

    def on_mount(self) -> None:
        """Show the keys."""
        self.use(self._keys)

    def use(self, keys: Sequence[Key]) -> None:
        """Show other keys: other ones work now."""
        self._keys = keys
        self.show(lambda width, _height: [key_row(self._keys, width)])

    async def on_rows_pane_clicked(self, message: RowsPane.Clicked) -> None:
        """Do what the key would do."""
        message.stop()
        at = 0
        for key in self._keys:
            at += width_of(_key_spans(key))
            if message.x < at:
                await self.screen.run_action(key.action)
                return


def key_row(keys: Sequence[Key], width: int) -> Row:
    """The keys that fit, in their order."""
    spans: list[Span] = []
    for key in keys:
        if width_of(spans) + width_of(_key_spans(key)) - _GAP > width:
            break
        spans += _key_spans(key)
    return Row(tuple(spans), "keys")


def _key_spans(key: Key) -> list[Span]:
    return [(key.shown, "accent strong"), (f" {key.label}", "dim"), (" " * _GAP, "")]
