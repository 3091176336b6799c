"""Who is doing the talking: the talk ratio and its company, from turns alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from interview_tui.domain.events import Speaker
from interview_tui.domain.values import value

JOIN_GAP_MS = 2_000
"""Turns of one speaker over a shorter gap are one stretch: people breathe, and the key is pressed late."""

_MINUTE_MS = 60_000


@value
class Turn:
    """One speaker's stretch of talk, in milliseconds of the session; the end is not part of it."""

    speaker: Speaker
    start_ms: int
    end_ms: int

    @property
    def length_ms(self) -> int:
        """How long the turn lasted."""
        return self.end_ms - self.start_ms


@value(kw_only=True)
class TalkMetrics:
    """What the turns of a window say; None where nobody spoke or nobody ever waited.

    `moderator_share` leaves silence apart. A monologue or a story is the longest stretch of the
    moderator or of the participant. `switches_per_minute` counts changes between the two over the
    minutes that have a turn, so a pause makes no interview look calmer. `median_wait_ms` is the
    moderator's patience: the median time from the participant's last word to the moderator's first.
    """

    moderator_ms: int = 0
    participant_ms: int = 0
    silence_ms: int = 0
    moderator_share: float | None = None
    longest_monologue_ms: int = 0
    longest_story_ms: int = 0
    switches_per_minute: float = 0.0
    median_wait_ms: int | None = None

    @property
    def talk_ms(self) -> int:
        """The time in which anybody spoke."""
        return self.moderator_ms + self.participant_ms


def measure(turns: Sequence[Turn], start_ms: int | None = None, end_ms: int | None = None) -> TalkMetrics:
    """The metrics of turns that stand in order and do not overlap, cut to a window if one is given."""
    inside = clip(turns, start_ms, end_ms)
    spent = {"moderator": 0, "participant": 0, "silence": 0}
    for turn in inside:
        spent[turn.speaker] += turn.length_ms
    stretches = _stretches(inside)
    switches = [(left, right) for left, right in pairwise(stretches) if left.speaker != right.speaker]
    waits = [right.start_ms - left.end_ms for left, right in switches if right.speaker == "moderator"]
    talk_ms = spent["moderator"] + spent["participant"]
    window_ms = talk_ms + spent["silence"]
    return TalkMetrics(
        moderator_ms=spent["moderator"],
        participant_ms=spent["participant"],
        silence_ms=spent["silence"],
        moderator_share=spent["moderator"] / talk_ms if talk_ms else None,
        longest_monologue_ms=_longest(stretches, "moderator"),
        longest_story_ms=_longest(stretches, "participant"),
        switches_per_minute=len(switches) * _MINUTE_MS / window_ms if window_ms else 0.0,
        median_wait_ms=_median(waits),
    )


def running_monologue_ms(turns: Sequence[Turn], now_ms: int) -> int:
    """How long the moderator has been talking up to now; 0 when somebody else has the floor."""
    stretches = _stretches(clip(turns, None, now_ms))
    if not stretches or stretches[-1].speaker != "moderator":
        return 0
    last = stretches[-1]
    return last.end_ms - last.start_ms if now_ms - last.end_ms < JOIN_GAP_MS else 0


def clip(turns: Sequence[Turn], start_ms: int | None, end_ms: int | None) -> list[Turn]:
    """What of the turns lies in a window; None leaves that side open."""
    clipped: list[Turn] = []
    for turn in turns:
        start = turn.start_ms if start_ms is None else max(turn.start_ms, start_ms)
        end = turn.end_ms if end_ms is None else min(turn.end_ms, end_ms)
        if start < end:
            whole = start == turn.start_ms and end == turn.end_ms
            clipped.append(turn if whole else replace(turn, start_ms=start, end_ms=end))
    return clipped


def _stretches(turns: Sequence[Turn]) -> list[Turn]:
    """Turns of a speaker joined over short gaps; silence is left out, it is the gap."""
    joined: list[Turn] = []
    for turn in turns:
        if turn.speaker == "silence":
            continue
        last = joined[-1] if joined else None
        if last and last.speaker == turn.speaker and turn.start_ms - last.end_ms < JOIN_GAP_MS:
            joined[-1] = Turn(turn.speaker, last.start_ms, turn.end_ms)
        else:
            joined.append(turn)
    return joined


def _longest(stretches: Sequence[Turn], speaker: Speaker) -> int:
    return max((stretch.length_ms for stretch in stretches if stretch.speaker == speaker), default=0)


def _median(values: Sequence[int]) -> int | None:
    """The median in whole milliseconds; the statistics module would cost start-up time."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) // 2
