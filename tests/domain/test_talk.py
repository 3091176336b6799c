"""Talk metrics from turns."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.events import Speaker
from interview_tui.domain.talk import TalkMetrics, Turn, measure, running_monologue_ms

NAMES: dict[str, Speaker] = {"M": "moderator", "P": "participant", "-": "silence"}


def turns(script: str) -> list[Turn]:
    """Turns in a row from a script such as "M5 P30 -2", in seconds; "." is time with no turn at all."""
    found: list[Turn] = []
    now = 0
    for word in script.split():
        end = now + round(float(word[1:]) * 1000)
        if word[0] != ".":
            found.append(Turn(NAMES[word[0]], now, end))
        now = end
    return found


@st.composite
def any_turns(draw: st.DrawFn) -> list[Turn]:
    lengths = draw(st.lists(st.integers(0, 200_000), max_size=30))
    edges = list(accumulate(lengths, initial=draw(st.integers(0, 5_000))))
    speakers = st.sampled_from([*NAMES.values(), None])
    drawn = [(draw(speakers), start, end) for start, end in pairwise(edges)]
    return [Turn(speaker, start, end) for speaker, start, end in drawn if speaker is not None]


def test_without_turns_there_is_no_share_and_no_wait() -> None:
    assert measure([]) == TalkMetrics()


def test_silence_is_kept_apart_from_the_share() -> None:
    metrics = measure(turns("M10 -70 P30"))
    assert (metrics.moderator_ms, metrics.participant_ms, metrics.silence_ms) == (10_000, 30_000, 70_000)
    assert metrics.moderator_share == 0.25


@pytest.mark.parametrize(
    ("script", "longest_s"),
    [
        ("M10 M5", 15),
        ("M10 -1.9 M5", 16.9),
        ("M10 .1.9 M5", 16.9),
        ("M10 -1 .0.5 M5", 16.5),
        ("M10 -2 M5", 10),
        ("M10 P0.5 M5", 10),
        ("P90", 0),
    ],
)
def test_a_monologue_runs_over_gaps_under_two_seconds(script: str, longest_s: float) -> None:
    assert measure(turns(script)).longest_monologue_ms == longest_s * 1000


def test_a_story_is_the_participants_longest_stretch() -> None:
    assert measure(turns("M5 P60 -1 P20 M70 P30")).longest_story_ms == 81_000


@pytest.mark.parametrize(
    ("script", "per_minute"),
    [("M30 P30", 1), ("M10 P10 M10 P30", 3), ("P20 -20 P20", 0), ("M30 .600 P30", 1), ("-60", 0)],
)
def test_switches_are_counted_per_minute_of_turns_and_not_of_pauses(script: str, per_minute: float) -> None:
    assert measure(turns(script)).switches_per_minute == pytest.approx(per_minute)


@pytest.mark.parametrize(
    ("script", "wait_ms"),
    [
        ("P10 M5", 0),
        ("P10 -3 M5", 3_000),
        ("P10 -3 P5 M5", 0),
        ("P9 -1 M5 P9 -5 M5 P9 -4 M5", 4_000),
        ("P9 -1 M5 P9 -4 M5", 2_500),
        ("M5 -9 P10", None),
    ],
)
def test_patience_is_the_median_time_before_the_moderator_speaks_again(
    script: str, wait_ms: int | None
) -> None:
    assert measure(turns(script)).median_wait_ms == wait_ms


def test_a_window_cuts_the_turns_that_reach_over_its_edges() -> None:
    metrics = measure(turns("M60 P60 M60"), start_ms=50_000, end_ms=130_000)
    assert (metrics.moderator_ms, metrics.participant_ms) == (20_000, 60_000)
    assert metrics.longest_monologue_ms == 10_000


@pytest.mark.parametrize(
    ("script", "now_s", "running_s"),
    [
        ("P5 M70", 75, 70),
        ("P5 M70", 40, 35),
        ("M30 -1", 31, 30),
        ("M30 -2", 32, 0),
        ("M30 P5", 35, 0),
        ("", 9, 0),
    ],
)
def test_a_running_monologue_ends_with_a_real_gap_or_another_voice(
    script: str, now_s: int, running_s: int
) -> None:
    assert running_monologue_ms(turns(script), now_s * 1000) == running_s * 1000


@given(any_turns())
def test_all_time_with_a_turn_is_accounted_for_once(drawn: list[Turn]) -> None:
    metrics = measure(drawn)
    assert metrics.talk_ms + metrics.silence_ms == sum(turn.length_ms for turn in drawn)
    assert metrics.moderator_share is None or 0 <= metrics.moderator_share <= 1


@given(any_turns(), st.integers(0, 2_000_000))
def test_two_windows_side_by_side_hold_the_time_of_the_whole(drawn: list[Turn], cut_ms: int) -> None:
    before, after, whole = measure(drawn, None, cut_ms), measure(drawn, cut_ms, None), measure(drawn)
    assert before.moderator_ms + after.moderator_ms == whole.moderator_ms
    assert before.silence_ms + after.silence_ms == whole.silence_ms


@given(any_turns())
def test_the_longest_stretch_is_at_least_the_longest_turn_and_at_most_the_session(drawn: list[Turn]) -> None:
    longest_turn = max((turn.length_ms for turn in drawn if turn.speaker == "moderator"), default=0)
    session_ms = drawn[-1].end_ms - drawn[0].start_ms if drawn else 0
    assert longest_turn <= measure(drawn).longest_monologue_ms <= session_ms
