"""The course of an interview: turns, pauses, phases and questions from events in their order."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.events import (
    Asked,
    Finished,
    FloorTaken,
    FlowEvent,
    Led,
    Opened,
    Paused,
    PhaseEntered,
    QuestionShown,
    Resumed,
    Skipped,
    Speaker,
    WhyAsked,
)
from interview_tui.domain.flow import Flow, Span, read_flow
from interview_tui.domain.talk import Turn

SPEAKERS: dict[str, Speaker] = {"M": "moderator", "P": "participant", "-": "silence"}
KINDS: dict[str, Any] = {
    "phase": PhaseEntered,
    "question": QuestionShown,
    "asked": Asked,
    "skipped": Skipped,
    "pause": Paused,
    "go": Resumed,
    "led": Led,
    "why": WhyAsked,
    "open": Opened,
    "end": Finished,
}


def flow_of(script: str) -> Flow:
    """The flow of a script such as "0 M, 5 P, 9 pause, 12 go, 20 phase=1": seconds and what happened."""
    steps = [step.split() for step in script.split(", ")]
    timed = [(round(float(at) * 1000), word) for at, word in steps]
    return read_flow([(at, _event(number, at, word)) for number, (at, word) in enumerate(timed)])


def _event(number: int, at_ms: int, word: str) -> FlowEvent:
    head: dict[str, Any] = {
        "id": f"e{number:03}",
        "device": "laptop",
        "counter": number + 1,
        "at_ms": at_ms,
        "author": "ada",
    }
    if word in SPEAKERS:
        return FloorTaken(**head, speaker=SPEAKERS[word])
    name, _, value = word.partition("=")
    if value:
        head["phase" if name == "phase" else "question"] = None if value == "aside" else int(value)
    if name == "open":
        head |= {"utc": "2026-11-21T22:10:00+00:00", "away_ms": 60_000}
    event: FlowEvent = KINDS[name](**head)
    return event


def turns_of(script: str, now_s: float | None = None) -> str:
    """The turns as "M0-5 P5-9", in seconds; up to `now_s` with the running one."""
    flow = flow_of(script)
    turns = flow.turns if now_s is None else flow.turns_until(round(now_s * 1000))
    letter = {speaker: key for key, speaker in SPEAKERS.items()}
    return " ".join(f"{letter[t.speaker]}{t.start_ms / 1000:g}-{t.end_ms / 1000:g}" for t in turns)


@pytest.mark.parametrize(
    ("script", "now_s", "turns"),
    [
        ("0 M, 5 P, 9 -, 12 M", None, "M0-5 P5-9 -9-12"),
        ("0 M, 5 P", 8, "M0-5 P5-8"),
        ("0 M, 0 P, 9 M", None, "P0-9"),
        ("0 M, 5 pause", 9, "M0-5"),
        ("0 M, 5 pause, 8 go", 10, "M0-5 M8-10"),
        ("0 M, 5 pause, 6 P, 8 go", 10, "M0-5 P8-10"),
        ("0 M, 5 pause, 6 pause, 8 go, 9 P", None, "M0-5 M8-9"),
        ("0 M, 5 end", 9, "M0-5"),
        ("0 M, 5 end, 7 P", 9, "M0-5"),
        ("0 M, 5 open", 9, "M0-5"),
        ("0 M, 5 open, 7 P", 9, "M0-5 P7-9"),
        ("0 M, 5 pause, 8 open, 10 P", 12, "M0-5 P10-12"),
        ("0 M, 5 end, 8 open, 10 P", 12, "M0-5 P10-12"),
    ],
)
def test_turns_run_from_switch_to_switch_and_never_through_a_pause(
    script: str, now_s: float | None, turns: str
) -> None:
    assert turns_of(script, now_s) == turns


@pytest.mark.parametrize(
    ("script", "pauses"),
    [
        ("0 M, 5 pause, 8 go", [(5_000, 8_000)]),
        ("0 M, 5 pause, 6 pause, 8 go", [(5_000, 8_000)]),
        ("0 M, 5 end, 8 open", [(5_000, 8_000)]),
        ("0 M, 5 pause, 8 open", [(5_000, 8_000)]),
        ("0 M, 5 open", []),
    ],
)
def test_a_pause_lasts_until_the_clock_runs_again(script: str, pauses: list[tuple[int, int]]) -> None:
    assert flow_of(script).pauses == pauses


def test_time_in_a_pause_counts_for_no_phase() -> None:
    flow = flow_of("0 phase=0, 10 pause, 40 go, 50 phase=1, 60 pause")
    assert flow.spent_ms(flow.phase_spans, 90_000) == {0: 20_000, 1: 10_000}


def test_time_stands_still_once_the_interview_is_finished() -> None:
    flow = flow_of("0 phase=0, 10 end")
    assert flow.spent_ms(flow.phase_spans, 90_000) == {0: 10_000}
    assert flow.stop_ms(90_000) == 10_000


def test_time_spent_on_a_question_adds_up_over_visits() -> None:
    flow = flow_of("0 question=0, 10 question=1, 15 question=0, 20 question=aside")
    assert flow.spent_ms(flow.question_spans, 60_000) == {0: 15_000, 1: 5_000}
    assert flow.question is None


@pytest.mark.parametrize(
    ("script", "asked", "skipped"),
    [
        ("1 asked=2, 3 asked=2", {2: 1_000}, {}),
        ("1 skipped=2", {}, {2: 1_000}),
        ("1 skipped=2, 4 asked=2", {2: 4_000}, {}),
        ("1 asked=2, 4 skipped=2", {2: 1_000}, {}),
    ],
)
def test_a_question_that_was_asked_is_not_skipped(
    script: str, asked: dict[int, int], skipped: dict[int, int]
) -> None:
    flow = flow_of(script)
    assert (flow.asked, flow.skipped) == (asked, skipped)


def test_whys_count_from_zero_on_each_visit() -> None:
    flow = flow_of("0 question=0, 1 why=0, 2 why=0, 5 question=1, 6 question=0, 7 why=0")
    assert flow.whys_on(0) == 1
    assert [at for at, _ in flow.whys] == [1_000, 2_000, 7_000]


def test_a_phase_span_ends_where_the_next_begins() -> None:
    flow = flow_of("0 phase=0, 10 phase=1, 25 phase=0")
    assert flow.phase_spans == [Span(0, 0, 10_000), Span(1, 10_000, 25_000), Span(0, 25_000)]
    assert flow.phase == 0


words = st.sampled_from([*SPEAKERS, "pause", "go", "open", "end", "phase=0", "phase=1", "asked=1"])
scripts = st.lists(st.tuples(st.integers(0, 20), words), min_size=1, max_size=25)


@given(scripts, st.integers(0, 60))
def test_turns_never_overlap_nor_reach_into_a_pause(steps: list[tuple[int, str]], later: int) -> None:
    now, told = 0, []
    for wait, word in steps:
        now += wait
        told.append(f"{now} {word}")
    flow = flow_of(", ".join(told))
    turns: list[Turn] = flow.turns_until((now + later) * 1000)
    assert all(turn.start_ms <= turn.end_ms for turn in turns)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(turns))
    for start, end in flow.pauses:
        assert all(turn.end_ms <= start or turn.start_ms >= end for turn in turns)
