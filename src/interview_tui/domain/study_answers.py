"""Answers about a study as people type them: `clinics=6`, `180`."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.study import Segment, retention_problem, segment_problems
from interview_tui.errors import InterviewError

_MOST_DIGITS = 9
"""More digits than any count of people or days has; Python refuses to read thousands of them."""


class AnswerUnusable(InterviewError):  # noqa: N818 - the name says what is the case
    """An answer that cannot be taken as it is; the message says how to write it."""

    title = "That cannot be used"


def segments_of(texts: Sequence[str]) -> tuple[Segment, ...]:
    """Segments written as `name=count`, or by a name alone; raises AnswerUnusable."""
    segments = tuple(map(_segment, texts))
    for problem in segment_problems(segments):
        raise AnswerUnusable(f"Segment {texts[problem.segment_index]!r}: {problem.sentence}.")
    return segments


def _segment(text: str) -> Segment:
    name, equals, count = (part.strip() for part in text.rpartition("="))
    if not equals:
        return Segment(name=count)
    target = _whole(count)
    if target is None:
        raise AnswerUnusable(f'Segment {text!r}: write a name and how many people, such as "clinics=6".')
    return Segment(name=name, target=target)


def retention_of(text: str) -> int | None:
    """How many days a session is kept; None for an empty text. Raises AnswerUnusable."""
    if not text.strip():
        return None
    days = _whole(text)
    sentence = retention_problem(days or 0)
    if sentence:
        raise AnswerUnusable(f"Days {text.strip()!r}: {sentence}.")
    return days


def _whole(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
