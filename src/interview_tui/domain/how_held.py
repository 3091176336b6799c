"""How one interview was held: its figures, without a word of what the participant said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_tui.domain.bands import PARTS, Band, Part, band_for, part_of
from interview_tui.domain.flow import Flow
from interview_tui.domain.guide import Guide
from interview_tui.domain.nudges import LEAST_TALK_MS
from interview_tui.domain.talk import TalkMetrics, Turn, clip, measure
from interview_tui.domain.values import value

WHY_WITHIN_MS = 60_000
"""Within a minute a why makes up for a leading question; the screen shows "ask why" for 20 seconds."""

_MINUTE_MS = 60_000


@value(kw_only=True)
class PartHeld:
    """One part of an interview, or the whole: share 0 to 1, None where hardly anybody spoke; times in ms."""

    part: Part
    band: Band
    share: float | None
    spent_ms: int
    budget_ms: int

    @property
    def overtime_ms(self) -> int:
        """How far it ran over its budget, or 0; a part without a budget cannot."""
        return max(0, self.spent_ms - self.budget_ms) if self.budget_ms else 0


@value(kw_only=True)
class HowHeld:
    """One interview's figures; `led_why` counts the leading questions after which why was asked.

    `parts` has the whole session last; `wait_ms` is the median wait, None where nobody ever waited.
    """

    session: str
    created_utc: str
    parts: tuple[PartHeld, ...]
    wait_ms: int | None
    led: int
    led_why: int
    must_asks: int
    missed: int
    monologue_ms: int | None

    def of(self, part: Part) -> PartHeld | None:
        """One of its parts; None where the guide has no such part."""
        return next((held for held in self.parts if held.part == part), None)


def how_held(
    session: str, created_utc: str, guide: Guide, flow: Flow, bands: Mapping[Part, Band], last_ms: int
) -> HowHeld:
    """The figures of an interview that is over."""
    stop_ms = flow.stop_ms(last_ms)
    turns = flow.turns_until(stop_ms)
    whole = measure(turns)
    must = [question.number for question in guide.questions if question.must_ask]
    return HowHeld(
        session=session,
        created_utc=created_utc,
        parts=tuple(_parts(guide, flow, turns, bands, stop_ms)),
        wait_ms=whole.median_wait_ms,
        led=len(flow.led),
        led_why=led_with_why([at for at, _ in flow.led], [at for at, _ in flow.whys]),
        must_asks=len(must),
        missed=sum(number not in flow.asked for number in must),
        monologue_ms=whole.longest_monologue_ms if _enough(whole) else None,
    )


def led_with_why(led: Sequence[int], whys: Sequence[int]) -> int:
    """How many leading questions were followed by a why in time; one why makes up for one of them."""
    left = sorted(whys)
    count = 0
    for at in sorted(led):
        found = next((why for why in left if at <= why <= at + WHY_WITHIN_MS), None)
        if found is not None:
            left.remove(found)
            count += 1
    return count


def _parts(
    guide: Guide, flow: Flow, turns: Sequence[Turn], bands: Mapping[Part, Band], stop_ms: int
) -> list[PartHeld]:
    count = len(guide.phases)
    spent = flow.spent_ms(flow.phase_spans, stop_ms)
    found: list[PartHeld] = []
    for part in PARTS[:-1]:
        phases = [number for number in range(count) if part_of(number, count) == part]
        if not phases:
            continue
        talk = measure(_turns_in(flow, turns, phases, stop_ms))
        found.append(
            PartHeld(
                part=part,
                band=band_for(phases[0], count, bands),
                share=talk.moderator_share if _enough(talk) else None,
                spent_ms=sum(spent.get(number, 0) for number in phases),
                budget_ms=sum(round(guide.phases[number].minutes * _MINUTE_MS) for number in phases),
            )
        )
    whole = measure(turns)
    return [
        *found,
        PartHeld(
            part="whole_session",
            band=band_for(None, count, bands),
            share=whole.moderator_share if _enough(whole) else None,
            spent_ms=flow.active_ms(0, stop_ms),
            budget_ms=round(guide.minutes_total * _MINUTE_MS),
        ),
    ]


def _turns_in(flow: Flow, turns: Sequence[Turn], phases: Sequence[int], stop_ms: int) -> list[Turn]:
    inside: list[Turn] = []
    for span in flow.phase_spans:
        if span.number in phases:
            inside += clip(turns, span.start_ms, stop_ms if span.end_ms is None else span.end_ms)
    return inside


def _enough(talk: TalkMetrics) -> bool:
    """In less than a minute of talk a share would only be noise."""
    return talk.talk_ms >= LEAST_TALK_MS
