"""How the talk of one session went over its time: the moderator's share, minute by minute."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from interview_tui.domain.bands import Band, Part, band_for
from interview_tui.domain.events import Speaker
from interview_tui.domain.flow import Flow
from interview_tui.domain.guide import Guide
from interview_tui.domain.nudges import WINDOW_MS
from interview_tui.domain.talk import Turn
from interview_tui.domain.values import value

LEAST_HEARD_MS = 10_000
"""Less talk than this makes no share: a first word would be a hundred per cent."""


@value(kw_only=True)
class TalkCourse:
    """One session's talk: turns in order, phases as (title, where it was entered), the whole session's band.

    Times are milliseconds of the session's clock.
    """

    turns: tuple[Turn, ...]
    phases: tuple[tuple[str, int], ...]
    end_ms: int
    band: Band


@value
class SharePoint:
    """The moderator's share of the talk at a moment, 0 to 1: of the last minutes, and of all so far.

    None where nobody spoke enough to tell.
    """

    at_ms: int
    recent: float | None
    so_far: float | None


def course_of(guide: Guide, flow: Flow, bands: Mapping[Part, Band], now_ms: int = 0) -> TalkCourse:
    """The course of a session up to its end, or up to `now_ms` if it is not over."""
    end_ms = flow.stop_ms(max(now_ms, flow.last_ms))
    count = len(guide.phases)
    phases = [
        (guide.phases[span.number].title, span.start_ms)
        for span in flow.phase_spans
        if span.number is not None and 0 <= span.number < count and span.start_ms < end_ms
    ]
    return TalkCourse(
        turns=tuple(flow.turns_until(end_ms)),
        phases=tuple(phases),
        end_ms=end_ms,
        band=band_for(None, count, bands),
    )


def shares_over_time(
    turns: Sequence[Turn], end_ms: int, points: int, window_ms: int = WINDOW_MS
) -> list[SharePoint]:
    """The moderator's share at `points` moments spread evenly up to the end, the end among them.

    Turns stand in order and do not overlap. The cost is that of sorted look-ups, not of turns × points.
    """
    moderator, participant = _Spoken(turns, "moderator"), _Spoken(turns, "participant")

    def share(start_ms: int, at_ms: int) -> float | None:
        """The moderator's share from 0 to 1; None while too little was heard."""
        mine = moderator.between(start_ms, at_ms)
        both = mine + participant.between(start_ms, at_ms)
        return mine / both if both >= LEAST_HEARD_MS else None

    moments = [end_ms * number // points for number in range(1, points + 1)] if end_ms > 0 else []
    return [SharePoint(at_ms, share(at_ms - window_ms, at_ms), share(0, at_ms)) for at_ms in moments]


class _Spoken:
    """How long one speaker spoke up to any moment."""

    def __init__(self, turns: Sequence[Turn], speaker: Speaker) -> None:
        own = [turn for turn in turns if turn.speaker == speaker]
        self._starts = [turn.start_ms for turn in own]
        self._lengths = [turn.length_ms for turn in own]
        self._before = list(accumulate(self._lengths, initial=0))

    def until(self, at_ms: int) -> int:
        """How many milliseconds were spoken up to a moment."""
        place = bisect_right(self._starts, at_ms) - 1
        if place < 0:
            return 0
        return self._before[place] + min(at_ms - self._starts[place], self._lengths[place])

    def between(self, start_ms: int, end_ms: int) -> int:
        """How many milliseconds were spoken between two moments."""
        return self.until(end_ms) - self.until(start_ms)
