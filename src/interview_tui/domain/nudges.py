"""Kind, rare hints to the moderator; the rules only, showing them is the screen's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from interview_tui.domain.bands import Band, judge
from interview_tui.domain.events import Speaker
from interview_tui.domain.talk import TalkMetrics
from interview_tui.domain.values import value

Rule = Literal["monologue", "must_asks", "share", "forgotten_floor", "overtime"]

WINDOW_MS = 180_000
"""The stretch of recent talk that `Facts.recent` measures: the last three minutes."""

BETWEEN_MS = 120_000
"""At most one nudge in two minutes: a moderator who reads hints does not listen."""

REPEAT_MS = 300_000
"""The same hint comes back after five minutes at the earliest: it was read the first time."""

LEAST_TALK_MS = 60_000
LONG_MONOLOGUE_MS = 60_000
FORGOTTEN_MS = 300_000


@value(kw_only=True)
class Facts:
    """What the rules look at, all of this moment; `recent` measures the last `WINDOW_MS`.

    `monologue_ms` is how long the moderator has been talking, 0 when somebody else does; `floor_ms`
    is the time since the floor last changed hands, and `floor` who has it (None: nobody yet, or paused).
    """

    recent: TalkMetrics
    band: Band
    monologue_ms: int = 0
    floor: Speaker | None = None
    floor_ms: int = 0
    phase_overtime_ms: int = 0
    must_ask_left: int = 0
    must_asks_fit: bool | None = None


@value
class Nudge:
    """One hint: the rule that gave it, and its words."""

    rule: Rule
    words: str


def next_nudge(
    facts: Facts, shown: Iterable[tuple[str, int]], now_ms: int, *, enabled: bool = True
) -> Nudge | None:
    """The most pressing hint that may be shown now, or None.

    `shown` holds every hint shown so far as (rule, time in session milliseconds), in any order.
    """
    if not enabled:
        return None
    last: dict[str, int] = {}
    for rule, at_ms in shown:
        last[rule] = max(at_ms, last.get(rule, at_ms))
    if last and now_ms - max(last.values()) < BETWEEN_MS:
        return None
    return next((nudge for nudge in _due(facts) if _rested(nudge.rule, last, now_ms)), None)


def _rested(rule: Rule, last: dict[str, int], now_ms: int) -> bool:
    return rule not in last or now_ms - last[rule] >= REPEAT_MS


def _due(facts: Facts) -> Iterator[Nudge]:
    """Every hint that holds now, the most pressing first."""
    if facts.floor is not None and facts.floor_ms >= FORGOTTEN_MS:
        minutes = facts.floor_ms // 60_000
        yield Nudge("forgotten_floor", f"{_STILL[facts.floor]} for {minutes} min: still right?")
    elif facts.monologue_ms > LONG_MONOLOGUE_MS:
        yield Nudge("monologue", f"You have talked for {facts.monologue_ms // 1000} s: let them tell it")
    if facts.must_ask_left and facts.must_asks_fit is False:
        yield Nudge(
            "must_asks", f"{_must_asks(facts.must_ask_left)} left and little time: ask the next one soon"
        )
    if _share_is_over(facts):
        percent = round(100 * (facts.recent.moderator_share or 0))
        yield Nudge("share", f"{percent} % of the last 3 min was you: ask, then wait")
    if facts.phase_overtime_ms >= 60_000:
        minutes = facts.phase_overtime_ms // 60_000
        yield Nudge("overtime", f"This phase is {minutes} min over: move on when the story ends")


_STILL: dict[Speaker, str] = {
    "moderator": "The floor has been yours",
    "participant": "The floor has been theirs",
    "silence": "It has been silent",
}


def _must_asks(count: int) -> str:
    return "1 must-ask" if count == 1 else f"{count} must-asks"


def _share_is_over(facts: Facts) -> bool:
    enough = facts.recent.talk_ms >= LEAST_TALK_MS
    return enough and judge(facts.recent.moderator_share, facts.band) == "over"
