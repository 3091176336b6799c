"""A study's progress in plain words and as JSON, for who reads no screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from interview_tui.domain.progress import Progress, SegmentProgress
from interview_tui.domain.study import Study
from interview_tui.domain.text import visible
from interview_tui.domain.upcoming import Upcoming


def progress_text(study: Study, progress: Progress, coming: Sequence[Upcoming]) -> str:
    """One thing a line: what is to be learnt, how far each segment is, the metric, and who comes."""
    return "\n".join(map(visible, _lines(study, progress, coming)))


def progress_json(study: Study, progress: Progress, coming: Sequence[Upcoming]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "title": study.title,
        "objective": study.objective,
        "hypothesis": study.hypothesis,
        "success_metric": study.success_metric,
        **asdict(progress),
        "all_reached": progress.all_reached,
        "next": [asdict(one) for one in coming],
    }


def _lines(study: Study, progress: Progress, coming: Sequence[Upcoming]) -> Iterator[str]:
    yield study.title or "A study without a title"
    for name, text in (("Objective", study.objective), ("Hypothesis", study.hypothesis)):
        if text:
            yield f"{name}: {text}"
    yield f"Interviewed: {_people(progress.people)} in {_count(progress.sessions, 'interview')}"
    for part in progress.segments:
        yield f"  {part.name or 'no segment'}: {_of_target(part)}"
    if progress.all_reached:
        yield "Every target is reached."
    if study.success_metric or progress.metric_answered:
        met = f"met in {progress.metric_met} of {progress.metric_answered} interviews that answered it"
        yield f"Success metric: {met}{f' ({study.success_metric})' if study.success_metric else ''}"
    for one in coming:
        yield f"{'Missed' if one.missed else 'Next'}: {one.pseudonym}, {one.words}"
    if progress.elsewhere:
        yield f"Not counted: {_count(progress.elsewhere, 'interview')} under another title"


def _of_target(part: SegmentProgress) -> str:
    if not part.target:
        return _people(part.people)
    return f"{part.people} of {_people(part.target)}{', reached' if part.reached else ''}"


def _people(number: int) -> str:
    return f"{number:,} {'person' if number == 1 else 'people'}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
