"""One key after the other: the next is let in once the one before has done everything that it does.

A terminal may send a whole line in one read. By itself Textual hands every key of it to the screen that
stands there now, although the first of them opens another screen or a question: what was meant for that
would run as commands here. So a key that may lead somewhere is followed by a mark, on the way that the key
itself takes: through the widget that has the focus, up to the app. The mark goes round again until nothing
changes any more; what was typed meanwhile waits for it, and reaches in its order whatever stands then.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste

_ROUNDS = 3
"""A key runs an action, which posts a message, which may post another: the mark follows each of them."""

_LOST_S = 0.5
"""How often it is looked whether the mark was lost with a widget that was removed."""

Typed = Key | Paste
"""What waits for its turn."""


class KeysInTurn:
    """Keeps back what is typed while a key before it is at work.

    `let_in` hands an event on to the app; `orderly` says that the screen that stands keeps the order itself.
    """

    def __init__(
        self, app: App[Any], let_in: Callable[[Typed], Awaitable[None]], orderly: Callable[[], bool]
    ) -> None:
        self._app = app
        self._let_in = let_in
        self._orderly = orderly
        self._waiting: deque[Typed] = deque()
        self._at: DOMNode | None = None
        self._seen: tuple[object, object] = (None, None)
        self._rounds = 0
        self._watched = False

    def keep(self, event: Typed) -> bool:
        """Keep an event back if a key before it is at work; False if it is its turn."""
        if self._at is None:
            return False
        self._waiting.append(event)
        self._watch()
        return True

    async def take(self, event: Typed) -> None:
        """Let an event in; unless it is only a text for the field that has the focus, the next one waits."""
        if self._orderly():
            await self._let_in(event)
            return
        from textual.widgets import Input

        field = self._app.focused
        at = field or self._app.screen
        await self._let_in(event)
        if isinstance(event, Key) and not (event.is_printable and isinstance(field, Input)):
            self._rounds = 0
            self._go_round(at)

    # -- the mark ----------------------------------------------------------------------------

    def _go_round(self, at: DOMNode) -> None:
        self._rounds += 1
        self._seen = (self._app.screen, self._app.focused)
        self._hand_to(at)

    def _hand_to(self, node: DOMNode) -> None:
        """Put the mark behind everything that waits at a node; a node that is gone takes none."""
        self._at = node
        if node is self._app or not node.call_later(self._rise, node):
            self._at = self._app
            self._app.call_later(self._came_round)

    def _rise(self, node: DOMNode) -> None:
        self._hand_to(node.parent or self._app)

    async def _came_round(self) -> None:
        """What the key did is done, if this round changed nothing: it is the next ones' turn."""
        now = (self._app.screen, self._app.focused)
        if self._rounds < _ROUNDS or now != self._seen:
            self._go_round(self._app.focused or self._app.screen)
            return
        self._at = None
        while self._waiting and self._at is None:
            await self.take(self._waiting.popleft())

    def _watch(self) -> None:
        if self._waiting and not self._watched:
            self._watched = True
            self._app.set_timer(_LOST_S, self._look)

    def _look(self) -> None:
        self._watched = False
        if self._at is not None and not self._at.is_running:
            self._go_round(self._app.screen)
        self._watch()
