"""Help that stands in the place of a screen's list, until the next key."""

from __future__ import annotations

from textual import events
from textual.screen import Screen


class HelpInPlace(Screen[None]):
    """A screen that shows its keys while `_helping`; `?` is bound to it by the screen."""

    _helping = False

    def _show(self) -> None:
        """Show everything anew."""
        raise NotImplementedError

    def action_help(self) -> None:
        """All keys, in place of the list; the next key brings it back."""
        self._helping = True
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Any key closes the help."""
        if self._helping:
            event.stop()
            event.prevent_default()
            self._helping = False
            self._show()
