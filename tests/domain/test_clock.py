from __future__ import annotations

from datetime import UTC, datetime, timedelta

from interview_tui.domain.clock import Clock, SteppedClock


def test_a_stepped_clock_moves_only_when_told_to() -> None:
    start = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)
    stepped = SteppedClock(start, monotonic_ms=500)
    clock: Clock = stepped
    assert (clock.monotonic_ms(), clock.utc()) == (500, start)
    stepped.step(1500)
    assert (clock.monotonic_ms(), clock.utc()) == (2000, start + timedelta(seconds=1.5))
