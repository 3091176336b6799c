"""What every way out of a screen asks first."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class HoldsBack(Protocol):
    """A screen with answers that are kept nowhere yet."""

    def holds_back(self) -> bool:
        """Whether leaving would lose something; that is said once, and then it may."""
