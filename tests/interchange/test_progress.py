"""A study's progress in plain words and as JSON."""

from __future__ import annotations

import json

from interview_tui.domain.progress import Progress, SegmentProgress
from interview_tui.domain.study import Study
from interview_tui.domain.upcoming import Upcoming
from interview_tui.interchange.progress import progress_json, progress_text

STUDY = Study(title="Clinics", objective="Learn", hypothesis="Nobody owns it", success_metric="6 of 10")
PROGRESS = Progress(
    segments=(
        SegmentProgress(name="clinics", target=2, people=2, sessions=3),
        SegmentProgress(name="hospitals", target=1),
        SegmentProgress(name="", people=1, sessions=1),
    ),
    people=3,
    sessions=4,
    metric_met=2,
    metric_answered=3,
    elsewhere=1,
)
COMING = [Upcoming("P09", "today 14:00"), Upcoming("P04", "yesterday 10:00", missed=True)]


def test_each_thing_has_a_line_of_its_own() -> None:
    assert progress_text(STUDY, PROGRESS, COMING).splitlines() == [
        "Clinics",
        "Objective: Learn",
        "Hypothesis: Nobody owns it",
        "Interviewed: 3 people in 4 interviews",
        "  clinics: 2 of 2 people, reached",
        "  hospitals: 0 of 1 person",
        "  no segment: 1 person",
        "Success metric: met in 2 of 3 interviews that answered it (6 of 10)",
        "Next: P09, today 14:00",
        "Missed: P04, yesterday 10:00",
        "Not counted: 1 interview under another title",
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert progress_text(Study(), Progress(), []).splitlines() == [
        "A study without a title",
        "Interviewed: 0 people in 0 interviews",
    ]


def test_reaching_everything_is_said() -> None:
    done = Progress(segments=(SegmentProgress(name="clinics", target=1, people=1, sessions=1),), people=1)
    assert "Every target is reached." in progress_text(STUDY, done, [])
    assert progress_json(STUDY, done, [])["all_reached"] is True


def test_no_text_commands_the_terminal() -> None:
    assert "\x1b" not in progress_text(Study(title="\x1b[31mred"), PROGRESS, COMING)


def test_as_json_it_has_the_same_figures() -> None:
    told = json.loads(json.dumps(progress_json(STUDY, PROGRESS, COMING)))
    assert (told["title"], told["people"], told["sessions"], told["elsewhere"]) == ("Clinics", 3, 4, 1)
    assert told["segments"][0] == {"name": "clinics", "target": 2, "people": 2, "sessions": 3}
    assert (told["metric_met"], told["metric_answered"], told["all_reached"]) == (2, 3, False)
    assert told["next"][1] == {"pseudonym": "P04", "words": "yesterday 10:00", "missed": True}
