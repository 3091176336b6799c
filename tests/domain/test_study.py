"""What keeps segments and a retention from being counted."""

from __future__ import annotations

import pytest

from interview_tui.domain.study import Segment, retention_problem, segment_problems


@pytest.mark.parametrize(
    ("segments", "told"),
    [
        ([], []),
        ([("clinics", 6), ("hospitals", 0)], []),
        ([("clinics", 6), ("Clinics", 4)], [(1, "name", "two segments are named 'Clinics'; rename one")]),
        ([("straße", 1), ("STRASSE", 1)], [(1, "name", "two segments are named 'STRASSE'; rename one")]),
        ([("", 1)], [(0, "name", "the segment has no name; give it one")]),
        (
            [("clinics", -1)],
            [(0, "target", "the target is how many people to interview; write 0 or more")],
        ),
    ],
)
def test_a_mistake_in_a_segment_is_told_with_its_place(
    segments: list[tuple[str, int]], told: list[tuple[int, str, str]]
) -> None:
    found = segment_problems([Segment(name=name, target=target) for name, target in segments])
    assert [(problem.segment_index, problem.field, problem.sentence) for problem in found] == told


@pytest.mark.parametrize(
    ("days", "fine"), [(1, True), (180, True), (36_500, True), (0, False), (-1, False), (36_501, False)]
)
def test_a_retention_is_one_day_to_a_hundred_years(days: int, fine: bool) -> None:
    assert (retention_problem(days) == "") is fine
