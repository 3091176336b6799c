"""The labels against those of careful readers: the goals that the documentation promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.questions import GOALS, GUIDES, PROBLEM, WRITTEN, judged, read_labelled, scores


@pytest.mark.parametrize("path", [GUIDES, WRITTEN], ids=lambda path: path.stem)
def test_every_goal_is_met(path: Path) -> None:
    questions = read_labelled(path)
    found = scores(questions, judged(questions))
    assert {label: found[label].f1 for label, goal in GOALS.items() if found[label].f1 < goal} == {}
    assert min(found["any problem"].precision, found["any problem"].recall) >= PROBLEM
