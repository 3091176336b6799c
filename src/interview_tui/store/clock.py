"""The computer's own clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic_ns


class SystemClock:
    """Real time."""

    def monotonic_ms(self) -> int:
        """Milliseconds since some fixed moment; a changed wall clock does not touch it."""
        return monotonic_ns() // 1_000_000

    def utc(self) -> datetime:
        """Now, with UTC as its zone."""
        return datetime.now(UTC)
