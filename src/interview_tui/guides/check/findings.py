"""What the check says: one finding a question, and a summary of the guide."""

from __future__ import annotations

from typing import Literal

from interview_tui.domain.values import value

Severity = Literal["error", "warning", "hint"]
Kind = Literal["question", "probe"]

BASE_LABELS = ("open", "closed", "closed-choice", "factual", "task-instruction")
"""What a question asks for; each has exactly one of these, and it comes first."""


@value(kw_only=True)
class Finding:
    """What is to be said of one question: nothing, where `severity` is None.

    `waived` are the rules that would have spoken if the guide's author had not said that it is meant so.
    """

    line: int
    kind: Kind
    question: str
    labels: tuple[str, ...]
    severity: Severity | None = None
    message: str = ""
    suggestion: str = ""
    waived: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether there is something to say of it; that a probe asks for a fact is worth no line."""
        return self.severity is not None and not (self.kind == "probe" and self.severity == "hint")


@value(kw_only=True)
class Slip:
    """What is wrong with a waiver, and the line that it belongs to."""

    line: int
    message: str


@value(kw_only=True)
class Summary:
    """A guide in figures; `open_share`, from 0 to 1, leaves out probes, openers and closers.

    `hints` leaves out that a probe asks for a fact, and `waived` counts the lines of which nothing else is
    to be said. `must_asks_fit` is None where no question is marked as a must-ask.
    `missing_closers` are the closing questions that nothing in the guide asks, in words.
    """

    questions: int
    probes: int
    open_share: float
    story_questions: int
    must_asks: int
    minutes: float
    must_asks_fit: bool | None
    script_words_per_minute: float
    missing_closers: tuple[str, ...]
    errors: int
    warnings: int
    hints: int
    waived: int


@value(kw_only=True)
class Report:
    """Every question and probe of a guide in the order of its file, the guide's summary, and its slips."""

    findings: tuple[Finding, ...]
    summary: Summary
    slips: tuple[Slip, ...] = ()
