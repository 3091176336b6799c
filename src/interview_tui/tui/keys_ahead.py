"""Keys that are typed behind the one that leaves a screen belong to the screen that follows."""

from __future__ import annotations

from textual import events
from textual.screen import Screen


class KeysAhead(Screen[None]):
    """Keeps what is typed while nothing has the focus until the next screen stands, and hands it on."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead: list[events.Key] = []

    def drop_keys(self) -> None:
        """Forget what was typed ahead."""
        self._typed_ahead.clear()

    def on_key(self, event: events.Key) -> None:
        """Keep it while this screen only waits; hand it on if the next one stands already."""
        if self.focused is None:
            event.stop()
            self._typed_ahead.append(events.Key(event.key, event.character))
        if not self.is_current:
            self.on_screen_suspend()

    def on_screen_suspend(self) -> None:
        """Hand on what was typed meanwhile."""
        while self._typed_ahead:
            self.app.post_message(self._typed_ahead.pop(0))
