"""How the talk of a session went over its time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.bands import DEFAULT_BANDS
from interview_tui.domain.events import Speaker
from interview_tui.domain.flow import Flow, Span
from interview_tui.domain.talk import Turn, measure
from interview_tui.domain.talk_course import LEAST_HEARD_MS, course_of, shares_over_time
from interview_tui.guides.reader import read_guide

SPEAKERS: list[Speaker] = ["moderator", "participant", "silence"]
LENGTHS = st.lists(
    st.tuples(st.sampled_from(SPEAKERS), st.integers(1, 400_000), st.integers(0, 30_000)), max_size=30
)


def laid_out(lengths: list[tuple[Speaker, int, int]]) -> list[Turn]:
    turns: list[Turn] = []
    at = 0
    for speaker, length, gap in lengths:
        turns.append(Turn(speaker, at + gap, at + gap + length))
        at += gap + length
    return turns


@given(LENGTHS)
def test_every_share_is_what_the_turns_of_its_window_measure(
    lengths: list[tuple[Speaker, int, int]],
) -> None:
    turns = laid_out(lengths)
    end = turns[-1].end_ms if turns else 0
    for point in shares_over_time(turns, end, 7):
        for share, start in ((point.recent, point.at_ms - 180_000), (point.so_far, 0)):
            talk = measure(turns, start, point.at_ms)
            expected = talk.moderator_share if talk.talk_ms >= LEAST_HEARD_MS else None
            assert share == expected


def test_the_last_moment_is_the_end_of_the_session() -> None:
    turns = [Turn("moderator", 0, 60_000), Turn("participant", 60_000, 300_000)]
    points = shares_over_time(turns, 300_000, 5)
    assert [point.at_ms for point in points] == [60_000, 120_000, 180_000, 240_000, 300_000]
    assert points[0].recent == points[0].so_far == 1.0
    assert (points[-1].recent, points[-1].so_far) == (0.0, 0.2)


def test_a_session_in_which_nothing_happened_has_no_shares() -> None:
    assert shares_over_time([], 0, 10) == []


def test_a_course_has_its_phases_where_they_were_entered_and_forgets_those_that_the_guide_has_not() -> None:
    guide = read_guide("## Hello (5 min)\n- Who are you?\n## Dig in (5 min)\n- And then?\n", name="g.md")
    flow = Flow(
        phase_spans=[Span(0, 0, 60_000), Span(1, 60_000, 90_000), Span(9, 90_000, None)],
        turns=[Turn("participant", 0, 100_000)],
        finished_at_ms=100_000,
        last_ms=400_000,
    )
    course = course_of(guide, flow, {})
    assert course.phases == (("Hello", 0), ("Dig in", 60_000))
    assert course.end_ms == 100_000
    assert course.band == DEFAULT_BANDS["whole_session"]
