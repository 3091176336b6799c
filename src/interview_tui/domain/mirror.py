"""The interviewer's mirror: how somebody held their interviews, and how that changes.

No grades and no ranking: each measure is looked at against what good practice aims at, the last five
interviews against those before. The mean is over the interviews in which a measure was taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from interview_tui.domain.bands import DEFAULT_BANDS, PARTS, Part
from interview_tui.domain.how_held import HowHeld
from interview_tui.domain.nudges import LONG_MONOLOGUE_MS
from interview_tui.domain.values import value

Kind = Literal["share", "wait", "led", "missed", "monologue", "overtime"]
Trend = Literal["better", "steady", "worse", "new"]

RECENT = 5
"""So many interviews are "the last ones"."""

GOOD_WAIT_MS = 3_000
"""Three seconds and more of silence bring longer answers: Rowe (1986), J. Teacher Education 37(1), 43-50."""

_LEAST_CHANGE = 0.15
"""A smaller change, of the way from the aim to too far, is called steady."""

_NEAR = 0.1
"""So near to its aim, nothing is to be tried."""

_FIRST: tuple[Part, ...] = ("dig_in", "whole_session")
"""Whose shares are worth words before those of the other parts: there the participant's story is told."""

_SPAN = {"wait": GOOD_WAIT_MS, "led": 2.0, "missed": 2.0, "monologue": LONG_MONOLOGUE_MS, "overtime": 300_000}
"""How far from its aim a measure is too far: two leading questions, five minutes over time. Our own."""


@value(kw_only=True)
class Measure:
    """One figure over interviews, oldest first; None where an interview has none.

    Shares are 0 to 1, times milliseconds, `led` and `missed` counts. `aim` is where it is good.
    """

    kind: Kind
    part: Part
    values: tuple[float | None, ...]
    aim: float
    span: float

    @property
    def recent(self) -> float | None:
        """The mean of the last five interviews."""
        return _mean(self.values[-RECENT:])

    @property
    def before(self) -> float | None:
        """The mean of all before them."""
        return _mean(self.values[:-RECENT])

    @property
    def off(self) -> float | None:
        """How far the last five are from the aim: 0 or less is good, 1 is too far; None without figures."""
        return self._off(self.recent)

    @property
    def trend(self) -> Trend:
        """Which way it went; "new" where there is nothing to compare with."""
        now, then = self._off(self.recent), self._off(self.before)
        if now is None or then is None:
            return "new"
        change = max(0.0, now) - max(0.0, then)
        if abs(change) < _LEAST_CHANGE:
            return "steady"
        return "worse" if change > 0 else "better"

    def _off(self, figure: float | None) -> float | None:
        if figure is None:
            return None
        gap = self.aim - figure if self.kind == "wait" else figure - self.aim
        return gap / self.span


@value(kw_only=True)
class Mirror:
    """What a person may see of their own interviews, oldest first."""

    interviews: tuple[HowHeld, ...]
    measures: tuple[Measure, ...]

    @property
    def known(self) -> tuple[Measure, ...]:
        """The measures that were taken at all."""
        return tuple(measure for measure in self.measures if any(one is not None for one in measure.values))

    @property
    def went_well(self) -> Measure | None:
        """What to be glad of: the greatest improvement that came near its aim, else what is best."""
        main = sorted(self._main(), key=lambda one: one.kind == "share" and one.part not in _FIRST)
        improved = [one for one in main if one.trend == "better" and _distance(one) < 1.0]
        return min(improved or main, key=_distance, default=None)

    @property
    def to_try(self) -> Measure | None:
        """The one thing to try next: what is farthest from its aim; None where all of it is near."""
        praised = self.went_well
        open_ = [one for one in self._main() if one is not praised and _distance(one) > _NEAR]
        return max(open_, key=_distance, default=None)

    @property
    def led_why(self) -> tuple[int, int]:
        """Leading questions of the last five interviews after which why was asked, of how many."""
        recent = self.interviews[-RECENT:]
        return sum(held.led_why for held in recent), sum(held.led for held in recent)

    def _main(self) -> list[Measure]:
        """Those worth words: overtime of a single part is seen in the whole's."""
        return [
            one
            for one in self.known
            if one.off is not None and (one.kind != "overtime" or one.part == "whole_session")
        ]


def mirror_of(interviews: Iterable[HowHeld]) -> Mirror:
    """The mirror of some interviews, oldest first."""
    held = tuple(interviews)
    shares = [_share(held, part) for part in PARTS]
    rest = [
        _plain(held, "wait", lambda one: one.wait_ms, aim=GOOD_WAIT_MS),
        _plain(held, "monologue", lambda one: one.monologue_ms, aim=LONG_MONOLOGUE_MS),
        _plain(held, "led", lambda one: one.led),
        _plain(held, "missed", lambda one: one.missed if one.must_asks else None),
    ]
    return Mirror(interviews=held, measures=(*shares, *rest, *(_overtime(held, part) for part in PARTS)))


def moderators_of(names: Iterable[str]) -> tuple[str, ...]:
    """The distinct moderators, capitals apart, who held the most interviews first; "" last."""
    counts: dict[str, int] = {}
    shown: dict[str, str] = {}
    for name in names:
        key = same_name(name)
        counts[key] = counts.get(key, 0) + 1
        shown.setdefault(key, name.strip())
    order = sorted(counts, key=lambda key: (not key, -counts[key], key))
    return tuple(shown[key] for key in order)


def same_name(name: str) -> str:
    """A moderator's name for comparing: capitals and spaces apart."""
    return " ".join(name.split()).casefold()


def _share(held: Sequence[HowHeld], part: Part) -> Measure:
    parts = [one.of(part) for one in held]
    bands = [found.band for found in parts if found] or [DEFAULT_BANDS[part]]
    band = bands[-1]
    values = tuple(found.share if found else None for found in parts)
    return Measure(
        kind="share", part=part, values=values, aim=band.goal, span=max(0.01, band.limit - band.goal)
    )


def _overtime(held: Sequence[HowHeld], part: Part) -> Measure:
    values = tuple(
        float(found.overtime_ms) if found and found.budget_ms else None
        for found in (one.of(part) for one in held)
    )
    return Measure(kind="overtime", part=part, values=values, aim=0.0, span=_SPAN["overtime"])


def _plain(
    held: Sequence[HowHeld], kind: Kind, figure: Callable[[HowHeld], float | None], aim: float = 0.0
) -> Measure:
    values = tuple(figure(one) for one in held)
    return Measure(kind=kind, part="whole_session", values=values, aim=aim, span=_SPAN[kind])


def _distance(measure: Measure) -> float:
    """How far from its aim; better than the aim is no nearer."""
    return max(0.0, measure.off or 0.0)


def _mean(values: Sequence[float | None]) -> float | None:
    known = [one for one in values if one is not None]
    return sum(known) / len(known) if known else None
