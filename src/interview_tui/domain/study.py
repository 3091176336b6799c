"""A study: what a series of interviews is to learn, and how its notes and its talk are judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from interview_tui.domain.bands import Band, Part
from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook
from interview_tui.domain.values import value

LONGEST_RETENTION_DAYS = 36_500
"""A hundred years: beyond that a limit is a slip of the hand."""

SegmentField = Literal["name", "target"]


@value(kw_only=True)
class Segment:
    """Some of the people whom a study is about, and how many of them it means to interview."""

    name: str
    target: int = 0
    description: str = ""


@value(kw_only=True)
class Study:
    """The study of a workspace; `guide` names a file in its guides folder, `bands` override the defaults.

    `retention_days` is how long a session may be kept after its interview; None: no limit was set.
    """

    title: str = ""
    objective: str = ""
    hypothesis: str = ""
    success_metric: str = ""
    segments: tuple[Segment, ...] = ()
    retention_days: int | None = None
    guide: str = ""
    codebook: Codebook = DEFAULT_CODEBOOK
    bands: Mapping[Part, Band] = field(default_factory=dict)


@value
class SegmentProblem:
    """One mistake in a list of segments: which (from 0), which of its fields, and a sentence about it."""

    segment_index: int
    field: SegmentField
    sentence: str


def segment_problems(segments: Sequence[Segment]) -> list[SegmentProblem]:
    """Everything that keeps progress by segment from being counted, in their order."""
    found: list[SegmentProblem] = []
    names: set[str] = set()
    for index, segment in enumerate(segments):
        name = segment.name.casefold()
        if not name.strip():
            found.append(SegmentProblem(index, "name", "the segment has no name; give it one"))
        elif name in names:
            sentence = f"two segments are named {segment.name!r}; rename one"
            found.append(SegmentProblem(index, "name", sentence))
        if segment.target < 0:
            sentence = "the target is how many people to interview; write 0 or more"
            found.append(SegmentProblem(index, "target", sentence))
        names.add(name)
    return found


def retention_problem(days: int) -> str:
    """Why a session cannot be kept for so many days, in a sentence; "" if it can."""
    if 1 <= days <= LONGEST_RETENTION_DAYS:
        return ""
    return f"write how many whole days a session is kept, 1 to {LONGEST_RETENTION_DAYS:,}"
