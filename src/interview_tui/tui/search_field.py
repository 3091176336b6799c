"""The line that a search is typed into: Tab completes filters, again and again in a circle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from interview_tui.domain.search_completion import Completion, Values, completions
from interview_tui.domain.values import value
from interview_tui.tui.forms import EDITING, TextField


@value
class _Taken:
    """The line after a completion, what it was made from, and what comes next."""

    now: tuple[str, int]
    before: tuple[str, int]
    offered: tuple[Completion, ...]


class SearchField(TextField):
    """A line of text that knows what could complete it; `values` are what filters can ask for."""

    AT_ONCE: ClassVar[Mapping[str, str]] = {**EDITING, "tab": "complete(1)", "shift+tab": "complete(-1)"}

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
