from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from interview_tui.domain.guide import Guide
from interview_tui.guides.reader import read_guide

Outline = list[tuple[str, float | None, list[str]]]


def outline_of(guide: Guide) -> Outline:
    """Each phase's title, its stated minutes, and "Q text", "P text", with "!" before a must-ask."""
    marks = {"question": "Q", "probe": "P"}
    return [
        (
            phase.title,
            None if phase.minutes_assumed else phase.minutes,
            [
                f"{'!' if item.must_ask else ''}{marks[item.kind]} {item.text}"
                for item in phase.items
                if item.kind in marks
            ],
        )
        for phase in guide.phases
    ]


@pytest.fixture
def outline() -> Callable[[str], Outline]:
    return lambda text: outline_of(read_guide(dedent(text)))
