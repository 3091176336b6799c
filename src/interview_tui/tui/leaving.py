"""What every way out of a screen asks first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from interview_tui.store.session_file import SessionFile


@runtime_checkable
class HoldsBack(Protocol):
    """A screen with answers that are kept nowhere yet."""

    def holds_back(self) -> bool:
        """Whether leaving would lose something; that is said once, and then it may."""


@runtime_checkable
class KeepsFile(Protocol):
    """A screen that writes a session by itself, apart from an interview that runs."""

    @property
    def open_file(self) -> SessionFile | None:
        """What has to be closed before the screen may go; None when nothing is written."""

    def leave(self, then: Callable[[], object] | None = None) -> None:
        """Go once everything is durable, and do `then`."""
