"""The line that a search is typed into: Tab completes filters, again and again in a circle."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.widgets import Input

from interview_tui.domain.search_completion import Completion, Values, completions
from interview_tui.domain.values import value
from interview_tui.tui.forms import TextField

_EDITING = {
    key: binding.action
    for binding in Binding.make_bindings(Input.BINDINGS)
    for key in binding.key.split(",")
    if binding.action not in ("submit", "copy", "cut", "paste")
}
"""What the editing keys do, by key."""


@value
class _Taken:
    """The line after a completion, what it was made from, and what comes next."""

    now: tuple[str, int]
    before: tuple[str, int]
    offered: tuple[Completion, ...]


class SearchField(TextField):
    """A line of text that knows what could complete it; `values` are what filters can ask for."""

    def __init__(self, typed: str = "", *, id: str | None = None) -> None:
        super().__init__(typed, placeholder='words, "a phrase", tag:challenge', id=id)
        self.values: Values = {}
        self._taken: _Taken | None = None

    @property
    def offered(self) -> tuple[Completion, ...]:
        """What Tab takes next, then what it takes after that."""
        now = (self.value, self.cursor_position)
        if self._taken is not None and self._taken.now == now:
            return self._taken.offered
        return completions(*now, self.values)

    async def on_key(self, event: events.Key) -> None:
        """Edit at once: by itself Textual runs an editing key after letters that were typed behind it."""
        action = {"tab": "complete(1)", "shift+tab": "complete(-1)"}.get(event.key) or _EDITING.get(event.key)
        if action is not None and not event.is_printable:
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    def action_complete(self, by: int) -> None:
        """Complete what is typed."""
        self.complete(by)

    def complete(self, by: int) -> None:
        """Take the first thing that is offered, or with -1 go back to the one before."""
        offered = self.offered
        if not offered:
            return
        now = (self.value, self.cursor_position)
        going_on = self._taken is not None and self._taken.now == now
        before = self._taken.before if self._taken is not None and going_on else now
        # In a circle the first is what comes next and the last is what stands there now.
        take = offered[0] if by > 0 or not going_on else offered[-2:][0]
        at = offered.index(take)
        text, cursor = take.applied(*before)
        following = (*offered[at + 1 :], *offered[: at + 1])
        self._taken = _Taken((text, cursor), before, following) if len(offered) > 1 else None
        self.value = text
        self.cursor_position = cursor
