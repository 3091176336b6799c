"""Time as a value that is handed in, so that every rule can be tested without waiting."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where time comes from: a count that never jumps, and the wall clock for one start stamp."""

    def monotonic_ms(self) -> int:
        """Milliseconds since some fixed moment; never goes back."""

    def utc(self) -> datetime:
        """The wall clock, with UTC as its zone."""


class SteppedClock:
    """A clock that moves only when told to."""

    def __init__(self, start: datetime, *, monotonic_ms: int = 0) -> None:
        self._utc = start
        self._monotonic_ms = monotonic_ms

    def monotonic_ms(self) -> int:
        """Milliseconds as last stepped to."""
        return self._monotonic_ms

    def utc(self) -> datetime:
        """The start plus all steps."""
        return self._utc

    def step(self, milliseconds: int) -> None:
        """Let time pass."""
        self._monotonic_ms += milliseconds
        self._utc += timedelta(milliseconds=milliseconds)
