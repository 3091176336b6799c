"""When the program speaks up, and when it keeps quiet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.bands import Band
from interview_tui.domain.nudges import BETWEEN_MS, REPEAT_MS, Facts, next_nudge
from interview_tui.domain.talk import TalkMetrics

MINUTE = 60_000
CALM = Facts(recent=TalkMetrics(), band=Band(0.1, 0.2))
TALKATIVE = TalkMetrics(moderator_ms=40_000, participant_ms=20_000, moderator_share=2 / 3)
EVERYTHING = replace(
    CALM,
    recent=TALKATIVE,
    floor="moderator",
    monologue_ms=70_000,
    phase_overtime_ms=2 * MINUTE,
    must_ask_left=2,
    must_asks_fit=False,
)


def words(facts: Facts) -> str | None:
    nudge = next_nudge(facts, [], 20 * MINUTE)
    return None if nudge is None else nudge.words


def test_a_calm_interview_is_left_alone() -> None:
    assert words(CALM) is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"monologue_ms": 70_000}, "You have talked for 70 s: let them tell it"),
        ({"recent": TALKATIVE}, "67 % of the last 3 min was you: ask, then wait"),
        (
            {"floor": "participant", "floor_ms": 6 * MINUTE},
            "The floor has been theirs for 6 min: still right?",
        ),
        ({"phase_overtime_ms": 3 * MINUTE}, "This phase is 3 min over: move on when the story ends"),
        (
            {"must_ask_left": 1, "must_asks_fit": False},
            "1 must-ask left and little time: ask the next one soon",
        ),
        (
            {"must_ask_left": 3, "must_asks_fit": False},
            "3 must-asks left and little time: ask the next one soon",
        ),
    ],
)
def test_each_rule_says_what_is_and_what_to_do(change: dict[str, Any], expected: str) -> None:
    assert words(replace(CALM, **change)) == expected


@pytest.mark.parametrize(
    "change",
    [
        {"monologue_ms": 60_000},
        {"recent": replace(TALKATIVE, participant_ms=19_000)},
        {"recent": replace(TALKATIVE, moderator_share=0.2)},
        {"floor": "participant", "floor_ms": 5 * MINUTE - 1},
        {"floor": None, "floor_ms": 9 * MINUTE},
        {"phase_overtime_ms": 59_999},
        {"must_ask_left": 3, "must_asks_fit": None},
        {"must_ask_left": 3, "must_asks_fit": True},
    ],
)
def test_just_short_of_a_rule_nothing_is_said(change: dict[str, Any]) -> None:
    assert words(replace(CALM, **change)) is None


def test_a_floor_held_for_five_minutes_is_asked_about_and_not_scolded() -> None:
    nudge = next_nudge(replace(EVERYTHING, monologue_ms=6 * MINUTE, floor_ms=6 * MINUTE), [], 20 * MINUTE)
    assert nudge is not None
    assert nudge.rule == "forgotten_floor"


def test_switched_off_nothing_is_said() -> None:
    assert next_nudge(EVERYTHING, [], 20 * MINUTE, enabled=False) is None


def test_the_next_rule_has_its_turn_while_the_first_one_rests() -> None:
    shown: list[tuple[str, int]] = []
    for now_ms in range(0, 10 * MINUTE, 1000):
        nudge = next_nudge(EVERYTHING, shown, now_ms)
        if nudge is not None:
            shown.append((nudge.rule, now_ms))
    assert shown == [
        ("monologue", 0),
        ("must_asks", 2 * MINUTE),
        ("share", 4 * MINUTE),
        ("monologue", 6 * MINUTE),
        ("must_asks", 8 * MINUTE),
    ]


@given(st.lists(st.integers(0, 90_000), max_size=60))
def test_never_two_in_two_minutes_nor_the_same_twice_in_five(steps: list[int]) -> None:
    shown: list[tuple[str, int]] = []
    now_ms = 0
    for step in steps:
        now_ms += step
        nudge = next_nudge(EVERYTHING, shown, now_ms)
        if nudge is not None:
            assert all(now_ms - at_ms >= BETWEEN_MS for _, at_ms in shown)
            assert all(now_ms - at_ms >= REPEAT_MS for rule, at_ms in shown if rule == nudge.rule)
            shown.append((nudge.rule, now_ms))
    assert bool(shown) is bool(steps)
