"""How far a study has come."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.participant import Participant
from interview_tui.domain.progress import Progress, SegmentProgress, progress_of
from interview_tui.domain.study import Segment, Study
from interview_tui.domain.values import value

STUDY = Study(
    title="Round 2", segments=(Segment(name="clinics", target=2), Segment(name="hospitals", target=1))
)
NUMBERS = count(1)


@value(kw_only=True)
class Session:
    """A session as far as progress is concerned."""

    id: str
    participant: str = ""
    segment: str = ""
    study: str = "Round 2"
    finished: bool = True
    practice: bool = False
    refused: bool = False
    metric_met: bool | None = None


def held(participant: str = "", segment: str = "", **told: object) -> Session:
    return Session(id=f"s{next(NUMBERS)}", participant=participant, segment=segment, **told)  # type: ignore[arg-type]


def counted(progress: Progress) -> dict[str, tuple[int, int, int]]:
    return {part.name: (part.people, part.target, part.sessions) for part in progress.segments}


def test_people_are_counted_once_by_their_segment() -> None:
    sessions = [held("P01", "clinics"), held("p1", "clinics"), held("P02", "Hospitals"), held("P03")]
    progress = progress_of(STUDY, sessions)
    assert counted(progress) == {"clinics": (1, 2, 2), "hospitals": (1, 1, 1), "": (1, 0, 1)}
    assert (progress.people, progress.sessions, progress.target) == (3, 4, 3)


def test_the_segments_of_the_study_come_first_and_no_segment_last() -> None:
    sessions = [held("P01"), held("P02", "zoos"), held("P03", "banks"), held("P04", "clinics")]
    assert list(counted(progress_of(STUDY, sessions))) == ["clinics", "hospitals", "banks", "zoos", ""]


@pytest.mark.parametrize(
    ("sessions", "segment"),
    [
        ([held("P01", "hospitals"), held("P01", "clinics")], "hospitals"),
        ([held("P01"), held("P01", "clinics")], "clinics"),
        ([held("P01")], "hospitals"),
        ([held("p01", " ")], "hospitals"),
    ],
)
def test_the_newest_session_that_names_a_segment_decides_then_the_participant(
    sessions: list[Session], segment: str
) -> None:
    people = [Participant(pseudonym="P01", segment="hospitals")]
    assert [part.name for part in progress_of(STUDY, sessions, people).segments if part.people] == [segment]


@pytest.mark.parametrize(
    "session",
    [
        held("P01", "clinics", finished=False),
        held("P01", "clinics", practice=True),
        held("P01", "clinics", refused=True),
        held("P01", "clinics", study="Round 1"),
        held("P01", "clinics", study=""),
    ],
)
def test_what_is_unfinished_practice_refused_or_of_another_study_does_not_count(session: Session) -> None:
    assert progress_of(STUDY, [session]).people == 0


def test_finished_interviews_of_another_title_are_told_apart() -> None:
    sessions = [held(study="Round 1"), held(study="", finished=False), held(study="ROUND 2 ")]
    progress = progress_of(STUDY, sessions)
    assert (progress.elsewhere, progress.sessions) == (1, 1)


def test_somebody_without_a_name_is_somebody_else_each_time() -> None:
    assert progress_of(STUDY, [held(), held()]).people == 2


@pytest.mark.parametrize(
    ("answers", "met", "answered"),
    [([], 0, 0), ([None], 0, 0), ([True, False, None, True], 2, 3)],
)
def test_the_success_metric_is_counted_over_the_interviews_that_answered_it(
    answers: list[bool | None], met: int, answered: int
) -> None:
    progress = progress_of(STUDY, [held(metric_met=answer) for answer in answers])
    assert (progress.metric_met, progress.metric_answered) == (met, answered)


@pytest.mark.parametrize(
    ("sessions", "reached"),
    [
        ([("P01", "clinics"), ("P02", "clinics"), ("P03", "hospitals")], True),
        ([("P01", "clinics"), ("P02", "clinics"), ("P03", "clinics")], False),
        ([], False),
    ],
)
def test_all_is_reached_when_every_segment_is(sessions: list[tuple[str, str]], reached: bool) -> None:
    assert progress_of(STUDY, [held(*told) for told in sessions]).all_reached is reached


def test_without_targets_nothing_is_reached() -> None:
    assert not SegmentProgress(name="x", people=4).reached
    assert not progress_of(Study(), [held(study="")]).all_reached


SESSIONS = st.builds(
    held,
    st.sampled_from(["P01", "p1", "P02", "P03", "", "someone"]),
    st.sampled_from(["clinics", "CLINICS", "hospitals", "zoos", "", " "]),
    study=st.sampled_from(["Round 2", "Round 1"]),
    finished=st.booleans(),
    practice=st.booleans(),
    refused=st.booleans(),
    metric_met=st.sampled_from([True, False, None]),
)


@given(st.lists(SESSIONS, max_size=12))
def test_the_segments_add_up_to_everybody(sessions: list[Session]) -> None:
    progress = progress_of(STUDY, sessions, [Participant(pseudonym="P03", segment="zoos")])
    assert sum(part.people for part in progress.segments) == progress.people <= progress.sessions
    assert sum(part.sessions for part in progress.segments) == progress.sessions
    assert progress.metric_met <= progress.metric_answered <= progress.sessions
    real = sum(1 for held in sessions if held.finished and not (held.practice or held.refused))
    assert progress.sessions + progress.elsewhere == real
