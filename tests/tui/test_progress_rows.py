"""What the home screen tells of a study's progress, by width and height."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.progress import Progress, SegmentProgress
from interview_tui.domain.study import Segment, Study
from interview_tui.domain.upcoming import Upcoming
from interview_tui.tui.progress_rows import no_study_rows, progress_rows
from interview_tui.tui.rows import width_of

STUDY = Study(
    title="Clinics",
    objective="Learn how clinics fill a cancelled slot",
    success_metric="6 of 10 name lost slots",
    segments=(Segment(name="clinics", target=6), Segment(name="hospitals", target=4)),
)
CLINICS = SegmentProgress(name="clinics", target=6, people=3, sessions=4)
HOSPITALS = SegmentProgress(name="hospitals", target=4)
NOBODY_S = SegmentProgress(name="", people=1, sessions=1)
HALF = Progress(segments=(CLINICS, HOSPITALS), people=3, sessions=4, metric_met=2, metric_answered=3)
COMING = [Upcoming("P09", "today 14:00"), Upcoming("P04", "yesterday 10:00", missed=True)]


def told(
    width: int,
    height: int,
    progress: Progress = HALF,
    study: Study = STUDY,
    coming: list[Upcoming] | None = None,
) -> list[str]:
    rows = progress_rows(study, progress, COMING if coming is None else coming, width, height)
    assert all(width_of(row.spans) <= width for row in rows)
    return ["".join(text for text, _ in row.spans).rstrip() for row in rows]


def test_on_the_smallest_screen_two_rows_tell_it() -> None:
    assert told(54, 20) == [
        "clinics ━━━─── 3/6   hospitals ────── 0/4",
        "Next P09 today 14:00   metric 2 of 3 met",
    ]


def test_without_room_for_bars_only_the_first_row_gives_way() -> None:
    assert told(30, 20)[0] == "clinics 3/6   hospitals 0/4"


def test_many_segments_on_the_smallest_screen_are_told_by_those_that_wait() -> None:
    names = ("small clinics", "hospitals", "private practices", "dentists")
    parts = [SegmentProgress(name=name, target=4, people=number) for number, name in enumerate(names, 1)]
    progress = Progress(segments=tuple(parts), people=10, sessions=10)
    assert told(54, 20, progress)[0] == "all ━━━━── 10/16   small clinics 1/4   hospitals 2/4…"


def test_on_a_usual_screen_every_segment_has_a_row() -> None:
    assert told(74, 24) == [
        "clinics         ━━━━━━────── 3/6  in 4 interviews",
        "hospitals       ──────────── 0/4",
        "Success metric  2 of 3 met  6 of 10 name lost slots",
        "Next            P09 today 14:00   P04 was planned yesterday 10:00",
    ]


def test_a_long_segment_s_name_is_cut_only_where_there_is_no_room() -> None:
    name = "small clinics with two or three rooms"
    progress = Progress(segments=(SegmentProgress(name=name, target=6, people=3, sessions=3),), people=3)
    assert told(114, 40, progress)[2].startswith(f"{name}  ━")
    assert told(76, 24, progress)[0].startswith("small clinics with two or t…  ━")


def test_a_wide_and_tall_screen_has_the_objective_too() -> None:
    assert told(114, 40)[0] == "Learn how clinics fill a cancelled slot"


def test_a_reached_target_has_a_tick_and_all_of_them_a_row() -> None:
    reached = SegmentProgress(name="clinics", target=2, people=3, sessions=3)
    progress = Progress(segments=(reached,), people=3, sessions=3)
    assert told(74, 24, progress)[:2] == [
        "clinics         ━━━━━━━━━━━━ 3/2 ✓",
        "                ✓ Every target is reached  3 people interviewed",
    ]
    assert told(54, 20, progress)[0] == "✓ Every target is reached  3 people interviewed"


def test_people_without_a_segment_and_a_study_without_targets_have_figures_alone() -> None:
    progress = Progress(segments=(CLINICS, NOBODY_S), people=4, sessions=5)
    assert told(74, 24, progress)[1] == "no segment      1"
    assert told(74, 24, Progress(segments=(NOBODY_S,), people=1, sessions=1), Study(title="x"))[0] == (
        "Interviewed     1"
    )


def test_more_segments_than_there_is_room_for_are_put_together() -> None:
    parts = [SegmentProgress(name=f"segment {number}", target=2, people=3) for number in range(6)]
    rows = told(74, 24, Progress(segments=tuple(parts), people=18, sessions=18))
    assert rows[3] == "3 more          6/6 ✓"


@pytest.mark.parametrize(("height", "rows"), [(24, 1), (40, 3)])
def test_those_who_come_take_as_many_rows_as_there_is_room_for(height: int, rows: int) -> None:
    coming = [Upcoming(f"P{number:02}", "tomorrow 10:00") for number in range(20)]
    lines = [line for line in told(74, height, coming=coming) if "tomorrow" in line]
    assert len(lines) == rows
    shown = sum(line.count("tomorrow") for line in lines)
    assert lines[-1].endswith(f"and {20 - shown} more")


def test_interviews_under_another_title_are_told_where_there_is_room() -> None:
    progress = Progress(elsewhere=2)
    assert any("2 interviews under another title not counted" in line for line in told(114, 40, progress))
    assert not any("another title" in line for line in told(74, 24, progress))


def test_an_unanswered_success_metric_is_told_and_one_that_is_not_set_is_not() -> None:
    assert "no answers yet" in " ".join(told(74, 24, Progress()))
    assert "metric" not in " ".join(told(74, 24, Progress(), Study(title="x"))).lower()


@pytest.mark.parametrize(
    ("folder", "width", "height", "words"),
    [
        ("", 54, 20, ""),
        ("", 30, 24, ""),
        ("", 74, 24, "No study here yet: `interview-tui init` begins one."),
        ("", 114, 40, "`interview-tui init` sets whom to talk to, and shows how far you have come."),
        (" --workspace /clinics", 74, 24, "`interview-tui init --workspace /clinics` begins one."),
        (f" --workspace /{'x' * 40}", 74, 24, "No study here yet; see `interview-tui init --help`."),
    ],
)
def test_without_a_study_there_is_a_hint_if_there_is_room(
    folder: str, width: int, height: int, words: str
) -> None:
    rows = no_study_rows(f"interview-tui init{folder}", width, height)
    shown = "".join(text for row in rows for text, _ in row.spans)
    assert shown.endswith(words)
    assert bool(shown) is bool(words)


@pytest.mark.parametrize("size", [(54, 20), (74, 24), (114, 40)])
@pytest.mark.parametrize("name", ["a [/] b", "\x1b[31mred", "取り消し" * 20, "x" * 200])
def test_an_odd_name_is_harmless_and_fits(name: str, size: tuple[int, int]) -> None:
    part = SegmentProgress(name=name, target=3, people=1, sessions=1)
    study = Study(title=name, objective=name, success_metric=name, segments=(Segment(name=name, target=3),))
    shown = " ".join(told(*size, Progress(segments=(part,), people=1, sessions=1), study))
    assert "\x1b" not in shown


PARTS = st.builds(
    SegmentProgress,
    name=st.text(max_size=30),
    target=st.integers(0, 200),
    people=st.integers(0, 300),
    sessions=st.integers(0, 300),
)
COMERS = st.builds(Upcoming, st.just("P09"), st.sampled_from(["today 14:00", "Thu 14 Jan 2027 09:00"]))


@given(
    st.lists(PARTS, max_size=12),
    st.lists(COMERS, max_size=9),
    st.integers(20, 200),
    st.integers(20, 60),
    st.text(max_size=200),
)
def test_whatever_there_is_to_tell_fits_and_leaves_room_for_the_sessions(
    parts: list[SegmentProgress], coming: list[Upcoming], width: int, height: int, text: str
) -> None:
    people = sum(part.people for part in parts)
    progress = Progress(segments=tuple(parts), people=people, sessions=people, metric_answered=1, elsewhere=1)
    lines = told(width, height, progress, Study(title="x", objective=text, success_metric=text), coming)
    assert len(lines) <= height // 2 + 1
    if height < 24:
        assert len(lines) <= 2
