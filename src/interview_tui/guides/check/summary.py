"""A guide in a few calm lines: what is good about it, and the one thing to change first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interview_tui.domain.guide import Guide
from interview_tui.guides.check.findings import Finding, Summary

MINUTES_A_MUST_ASK = 2.0
"""What one must-ask needs at the least: to be asked, thought about, answered and probed once."""

_NOT_ASKED = re.compile(
    r"\b(?:not ask|have asked|forget to ask|missed|miss|anything (?:else|we|i|you)|not covered?|not talk)\b|n[’']t (?:i|we) ask|didn[’']t (?:ask|cover|talk)",
    re.IGNORECASE,
)
_WHO_ELSE = re.compile(
    r"\b(?:who|whom|anyone|anybody|someone|somebody|other people|others|people|colleagues?)\b.*\b(?:talk|speak|interview|meet|contact|reach|chat|introduce|intro|connect)",
    re.IGNORECASE,
)
_CLOSERS = {"“What did I not ask?”": _NOT_ASKED, "“Who else should I talk to?”": _WHO_ELSE}


def summarise(guide: Guide, findings: Sequence[Finding]) -> Summary:
    """The figures of a checked guide."""
    questions = [finding for finding in findings if finding.kind == "question"]
    must_asks = sum(question.must_ask for question in guide.questions)
    words = sum(
        len(item.text.split()) for phase in guide.phases for item in phase.items if item.kind == "script"
    )
    texts = [finding.question for finding in findings]
    severities = [finding.severity for finding in findings]
    minutes = guide.minutes_total
    return Summary(
        questions=len(questions),
        probes=len(findings) - len(questions),
        open_share=_share(sum("open" in finding.labels for finding in questions), len(questions)),
        story_questions=sum("story" in finding.labels for finding in questions),
        must_asks=must_asks,
        must_asks_fit=must_asks * MINUTES_A_MUST_ASK <= minutes if must_asks else None,
        script_words_per_minute=words / minutes if minutes else 0.0,
        missing_closers=tuple(
            words for words, asked in _CLOSERS.items() if not any(asked.search(text) for text in texts)
        ),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        hints=severities.count("hint"),
        waived=sum(bool(finding.waived) for finding in findings),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def summary_lines(summary: Summary) -> tuple[str, ...]:
    """The summary in words, a line for each thing."""
    lines = [
        f"{summary.open_share:.0%} of {summary.questions} questions are open; {summary.story_questions} ask for a story."
    ]
    return tuple(lines)
