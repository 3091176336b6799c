"""Which nudge the live screen shows now; remembers each one that was shown."""

from __future__ import annotations

from interview_tui.domain.bands import band_for
from interview_tui.domain.nudges import WINDOW_MS, Facts, Nudge, next_nudge
from interview_tui.domain.talk import measure, running_monologue_ms
from interview_tui.tui.facts import GuideFacts
from interview_tui.tui.live_session import LiveSession

SHOWN_MS = 30_000
"""A nudge leaves the screen by itself after this long."""


class Nudger:
    """Shows at most one nudge at a time and records it as an event."""

    def __init__(self, live: LiveSession, *, enabled: bool) -> None:
        self.live = live
        self.enabled = enabled
        self._nudge: Nudge | None = None
        self._since_ms = 0

    def toggle(self) -> bool:
        """Turn the nudges off or on; True when they are on now."""
        self.enabled = not self.enabled
        self._nudge = None
        return self.enabled

    def current(self, guide: GuideFacts, now_ms: int) -> Nudge | None:
        """The nudge to show at this moment, if any."""
        if self._nudge is not None and now_ms - self._since_ms < SHOWN_MS:
            return self._nudge
        self._nudge = None
        if self.enabled and not guide.paused and not guide.finished:
            flow = self.live.session.flow
            self._nudge = next_nudge(self._facts(guide, now_ms), flow.nudges, now_ms)
        if self._nudge is not None:
            self._since_ms = now_ms
            self.live.interview.nudged(self._nudge.rule)
        return self._nudge

    def _facts(self, guide: GuideFacts, now_ms: int) -> Facts:
        flow = self.live.session.flow
        turns = flow.turns_until(now_ms)
        return Facts(
            recent=measure(turns, now_ms - WINDOW_MS, now_ms),
            band=band_for(flow.phase, len(guide.guide.phases), self.live.header.bands),
            monologue_ms=running_monologue_ms(turns, now_ms),
            floor=flow.speaker,
            floor_ms=now_ms - flow.floor_since_ms,
            phase_overtime_ms=guide.pace.phases[guide.phase].overtime_ms,
            must_ask_left=guide.pace.must_ask_left,
            must_asks_fit=guide.pace.must_asks_fit,
        )
