"""One interview's figures, without a word of what was said."""

from __future__ import annotations

import pytest

from interview_tui.domain.bands import DEFAULT_BANDS, Band
from interview_tui.domain.flow import Flow, Span
from interview_tui.domain.how_held import how_held, led_with_why
from interview_tui.domain.talk import Turn
from interview_tui.guides.reader import read_guide

GUIDE = read_guide(
    "## Hello (5 min)\n- Who are you? !\n## Dig in (10 min)\n- And then? !\n- Why?\n"
    "## Bye (5 min)\n- Who else? !\n",
    name="g.md",
)
MINUTE = 60_000


def a_flow() -> Flow:
    """Hello: 4 minutes, half and half; dig in: 13, one of them the moderator's; bye: hardly a word."""
    return Flow(
        phase_spans=[Span(0, 0, 4 * MINUTE), Span(1, 4 * MINUTE, 17 * MINUTE), Span(2, 17 * MINUTE, None)],
        turns=[
            Turn("moderator", 0, 2 * MINUTE),
            Turn("participant", 2 * MINUTE, 4 * MINUTE),
            Turn("moderator", 4 * MINUTE, 5 * MINUTE),
            Turn("participant", 5 * MINUTE, 17 * MINUTE),
            Turn("silence", 17 * MINUTE, 17 * MINUTE + 4_000),
            Turn("moderator", 17 * MINUTE + 4_000, 17 * MINUTE + 9_000),
        ],
        asked={0: 1_000, 2: 5 * MINUTE},
        skipped={1: 6 * MINUTE},
        led=[(5 * MINUTE, 2)],
        whys=[(5 * MINUTE + 20_000, 2)],
        finished_at_ms=22 * MINUTE,
        last_ms=30 * MINUTE,
    )


def test_the_figures_are_those_of_each_part_and_of_the_whole() -> None:
    held = how_held("s1", "2026-11-02T10:00:00Z", GUIDE, a_flow(), {}, 30 * MINUTE)
    hello, dig_in, whole = held.of("get_comfortable"), held.of("dig_in"), held.of("whole_session")
    assert hello is not None
    assert dig_in is not None
    assert whole is not None
    assert held.of("turn_it_over") is None
    assert hello.share == 0.5
    assert (hello.overtime_ms, dig_in.overtime_ms, whole.overtime_ms) == (0, 3 * MINUTE, 2 * MINUTE)
    assert dig_in.share == pytest.approx(1 / 13)
    assert dig_in.band == DEFAULT_BANDS["dig_in"]
    goodbye = held.of("say_goodbye")
    assert goodbye is not None
    assert goodbye.share is None  # five seconds of talk say nothing
    assert (held.must_asks, held.missed) == (3, 2)  # a must-ask that was skipped was missed
    assert (held.led, held.led_why) == (1, 1)
    assert held.wait_ms == 2_000  # the median of 0 and 4 seconds
    assert held.monologue_ms == 2 * MINUTE


def test_the_studys_own_bands_are_the_aim() -> None:
    held = how_held("s1", "", GUIDE, a_flow(), {"dig_in": Band(0.1, 0.3)}, 30 * MINUTE)
    dig_in = held.of("dig_in")
    assert dig_in is not None
    assert dig_in.band == Band(0.1, 0.3)


def test_a_session_without_the_floor_key_has_no_shares_and_no_monologue() -> None:
    held = how_held("s1", "", GUIDE, Flow(finished_at_ms=10), {}, 10)
    assert all(part.share is None for part in held.parts)
    assert held.monologue_ms is None
    assert held.wait_ms is None


@pytest.mark.parametrize(
    ("led", "whys", "followed"),
    [
        ([], [5], 0),
        ([10_000], [], 0),
        ([10_000], [5_000], 0),
        ([10_000], [70_000], 1),
        ([10_000], [70_001], 0),
        ([10_000, 20_000], [30_000], 1),
        ([10_000, 20_000], [15_000, 30_000], 2),
    ],
)
def test_one_why_makes_up_for_one_leading_question_within_a_minute(
    led: list[int], whys: list[int], followed: int
) -> None:
    assert led_with_why(led, whys) == followed
