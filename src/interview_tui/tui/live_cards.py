"""The cards that open over the live screen, each of them loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_tui.domain.session import Note
    from interview_tui.tui.screens.live import LiveScreen


def ask_for_tag(screen: LiveScreen, note: Note | None) -> None:
    """Which tag: for a note, or for the line (None)?"""
    from interview_tui.tui.screens.pick_tag import PickTag

    codebook = screen.live.codebook

    def picked(choice: str | None) -> None:
        if choice is None:
            return
        if note is None:
            screen.note_line.choose_tag(codebook.by_name(choice))
        else:
            screen.commands.retag(note, choice or None)

    screen.app.push_screen(PickTag(codebook), picked)


def show_help(screen: LiveScreen) -> None:
    """Every key of this place."""
    from interview_tui.tui.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.live.codebook))


def ask_consent(screen: LiveScreen) -> None:
    """What do they allow now?"""
    from interview_tui.tui.screens.consent import ConsentScreen

    def told(changed: bool | None) -> None:
        if changed:
            screen.refresh_panes()
            screen.post_message(screen.ConsentChanged())

    screen.app.push_screen(ConsentScreen(screen.live), told)


CARDS: Mapping[str, Callable[[LiveScreen], None]] = {"help": show_help, "consent": ask_consent}
"""By the place that a command goes to."""
