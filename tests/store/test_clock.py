from __future__ import annotations

from datetime import UTC

from interview_tui.domain.clock import Clock
from interview_tui.store.clock import SystemClock


def test_the_computers_clock_never_goes_back_and_knows_its_zone() -> None:
    clock: Clock = SystemClock()
    times = [clock.monotonic_ms() for _ in range(1000)]
    assert times == sorted(times)
    assert clock.utc().tzinfo is UTC
