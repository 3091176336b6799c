"""How much of the talk may be the moderator's: bands made for research, a part of the guide each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from interview_tui.domain.values import value

Part = Literal["get_comfortable", "dig_in", "turn_it_over", "say_goodbye", "whole_session"]
Verdict = Literal["good", "high", "over", "unknown"]

PARTS: tuple[Part, ...] = ("get_comfortable", "dig_in", "turn_it_over", "say_goodbye", "whole_session")


@value
class Band:
    """The moderator's share of the talk, 0 to 1: good up to `goal`, too much above `limit`."""

    goal: float
    limit: float


DEFAULT_BANDS: Mapping[Part, Band] = {
    "get_comfortable": Band(0.40, 0.50),
    "dig_in": Band(0.05, 0.20),
    "turn_it_over": Band(0.30, 0.50),
    "say_goodbye": Band(0.40, 0.50),
    "whole_session": Band(0.20, 0.50),
}
"""The bands of a study that sets none: this project's own, from the method it serves.

No limit is above one half: more than half of the talking is a problem in every part. Digging in, the
method asks to listen for about 95 % of the time, so its goal is 5 %; its limit leaves room for a
question a minute and for a switch of the floor that is pressed late. Getting comfortable and saying
goodbye hold script that has to be read out; when the interview is turned over, the participant asks and
the moderator answers. The whole session's goal is the four parts' goals weighted by 5, 15, 5 and 5
minutes, rounded down to a twentieth. Bands for sales calls (near 43 %) do not apply.
"""


def part_of(phase_index: int | None, phase_count: int) -> Part:
    """Which part of the method a phase stands for by its place; None asks for the whole session.

    The first of several phases gets comfortable, the last of three or more says goodbye, the one
    before the last of four or more turns it over, and whatever is left digs in.
    """
    if phase_index is None:
        return "whole_session"
    from_end = phase_count - 1 - phase_index
    if phase_index == 0 and phase_count > 1:
        return "get_comfortable"
    if from_end == 0 and phase_count > 2:
        return "say_goodbye"
    if from_end == 1 and phase_count > 3:
        return "turn_it_over"
    return "dig_in"


def band_for(phase_index: int | None, phase_count: int, overrides: Mapping[Part, Band]) -> Band:
    """The band of a phase, counted from 0, or of the whole session; the study's own comes first."""
    part = part_of(phase_index, phase_count)
    return overrides.get(part, DEFAULT_BANDS[part])


def judge(share: float | None, band: Band) -> Verdict:
    """Where a moderator's share of the talk stands in a band; unknown when nobody has spoken."""
    if share is None:
        return "unknown"
    if share <= band.goal:
        return "good"
    return "high" if share <= band.limit else "over"
