"""What to say about a question's labels: the most important thing first, and how to ask instead."""

from __future__ import annotations

from interview_tui.domain.values import value
from interview_tui.guides.check.findings import Severity
from interview_tui.guides.check.labels import Reading
from interview_tui.guides.check.rewording import reworded

SEVERITIES: dict[str, Severity] = {
    "leading": "error",
    "pitch": "error",
    "hypothetical": "warning",
    "double-barrelled": "warning",
    "closed": "warning",
    "closed-choice": "hint",
    "factual": "hint",
    "jargon": "hint",
}
"""The rules that speak, the most important first; a finding speaks of the first that holds."""

_MESSAGES = {
    "leading": "Leading: it suggests the answer that it hopes for.",
    "pitch": "Pitch: it presents or tests a solution, and people are kind to solutions.",
    "hypothetical": "Hypothetical: people guess badly what they would do; they know what they did.",
    "double-barrelled": "Double-barrelled: it asks two things, and only one will be answered.",
    "closed": "Closed: a yes or a no answers it.",
    "closed-choice": "A choice: the answers are given, and the right one may not be among them.",
    "factual": "One fact: good for a screener or a follow-up, a story tells more.",
    "jargon": "Jargon: a word of your trade that they may not use.",
}
_ACCEPTED = "conventional-opener-closer"


@value
class Advice:
    """How much it matters, what good practice would change, and how to ask instead."""

    severity: Severity | None = None
    message: str = ""
    suggestion: str = ""


NONE = Advice()


def rules_of(labels: tuple[str, ...]) -> tuple[str, ...]:
    """The rules that have something to say, the most important first."""
    accepted = {"closed", "closed-choice", "factual"} if _ACCEPTED in labels else set()
    if "story" in labels:
        accepted.add("factual")  # "When was the last time…?" brings the story that a fact is to bring
    return tuple(rule for rule in SEVERITIES if rule in labels and rule not in accepted)


def advise(reading: Reading, rules: tuple[str, ...], *, opened: bool) -> Advice:
    """What to say of a question that breaks these rules; `opened` tells that a probe asks on."""
    if not rules:
        return NONE
    first = rules[0]
    severity = SEVERITIES[first]
    message = _MESSAGES[first]
    if first == "closed" and (opened or reading.opened):
        severity, message = "hint", "Closed, but what follows opens it."
        if opened:
            return Advice(severity, message, "Begin with the probe, and let the yes come by itself.")
    if len(rules) > 1:
        message = f"{message[:-1]} (also {', '.join(rules[1:])})."
    return Advice(severity, message, reworded(first, reading))
