"""A guide in a few calm lines: what to change first, and what is good about it already."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interview_tui.domain.guide import Guide
from interview_tui.guides.check.findings import Finding, Summary

MINUTES_A_MUST_ASK = 2.0
"""What one must-ask needs at the least: to be asked, thought about, answered and probed once."""

MUCH_TO_READ = 15.0
"""Words to read out per minute of interview; reading 150 words a minute, that is a tenth of the time."""

_NOT_ASKED = re.compile(
    r"\b(?:(?:i|we) (?:not|miss|forget|forgot)|have asked|be asking|(?:else|more) (?:that )?(?:you|we|i"
    r"|to)\b|to add\b"
    r"|anything (?:else|more)|n[’']t (?:(?:i|we) )?(?:ask|cover|talk)|not (?:ask|cover|talk))"
    r"|^\W*what else\W*$",
    re.IGNORECASE,
)
_WHO_ELSE = re.compile(
    r"\b(?:who|whom|anyone|anybody|someone|somebody|others?|people|colleagues?)\b.*"
    r"\b(?:talk|speak|interview|meet|contact|reach|chat|introduce|intro|connect)"
    r"|^\W*(?:and |so )?whom? else(?: is there| should\b.*| do you know\b.*)?\W*$"
    r"|\bknow (?:of )?(?:any(?:one|body)|some(?:one|body)|(?:any )?other (?:\w+s|people))(?: else)? "
    r"(?:who|that|with)\b",
    re.IGNORECASE,
)
_CLOSERS = {"“What did I not ask?”": _NOT_ASKED, "“Who else should I talk to?”": _WHO_ELSE}


def summarise(guide: Guide, findings: Sequence[Finding]) -> Summary:
    """The figures of a checked guide."""
    questions = [finding for finding in findings if finding.kind == "question"]
    must_asks = sum(question.must_ask for question in guide.questions)
    items = [item for phase in guide.phases for item in phase.items]
    words = sum(len(item.text.split()) for item in items if item.kind == "script")
    severities = [finding.severity for finding in findings]
    minutes = guide.minutes_total
    return Summary(
        questions=len(questions),
        probes=len(findings) - len(questions),
        open_share=_open_share(questions),
        story_questions=sum("story" in finding.labels for finding in questions),
        must_asks=must_asks,
        minutes=minutes,
        must_asks_fit=must_asks * MINUTES_A_MUST_ASK <= minutes if must_asks else None,
        script_words_per_minute=_share(words, minutes),
        missing_closers=_missing_closers(findings),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        hints=sum(finding.is_told and finding.severity == "hint" for finding in findings),
        waived=sum(bool(finding.waived) and not finding.is_told for finding in findings),
    )


def _open_share(questions: Sequence[Finding]) -> float:
    """The share of open questions; the usual closed openers and closers, and tasks, count neither way."""
    neutral = {"conventional-opener-closer", "task-instruction"}
    counted = [finding for finding in questions if neutral.isdisjoint(finding.labels)]
    return _share(sum("open" in finding.labels for finding in counted), len(counted))


def _missing_closers(findings: Sequence[Finding]) -> tuple[str, ...]:
    texts = [finding.question for finding in findings]
    return tuple(words for words, asks in _CLOSERS.items() if not any(map(asks.search, texts)))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def summary_lines(summary: Summary) -> tuple[str, ...]:
    """The summary in words, a line for each thing, what to do first at the top."""
    lines = [_verdict(summary), _openness(summary), _stories(summary), _must_asks(summary), _script(summary)]
    if summary.missing_closers:
        lines.append(f"Missing before you say goodbye: {' and '.join(summary.missing_closers)}")
    return tuple(filter(None, lines))


def _verdict(summary: Summary) -> str:
    parts = [
        f"{_count(summary.errors, 'question')} that leads or pitches" if summary.errors == 1 else "",
        f"{summary.errors} questions that lead or pitch" if summary.errors > 1 else "",
        f"{summary.warnings} to look at again" if summary.warnings else "",
        _count(summary.hints, "hint") if summary.hints else "",
    ]
    found = ", ".join(filter(None, parts))
    waived = f" {_count(summary.waived, 'line')} meant as written." if summary.waived else ""
    if summary.errors:
        return f"Change first: {found}.{waived}"
    if summary.warnings:
        return f"{found}.{waived}"
    calm = "No question to change" if _lacks_something(summary) else "Nothing to change"
    return f"{calm}{'; ' + found if found else ''}.{waived}"


def _lacks_something(summary: Summary) -> bool:
    """Whether the guide as a whole is to be changed, be every question fine."""
    too_much = summary.script_words_per_minute > MUCH_TO_READ
    return too_much or summary.must_asks_fit is False or bool(summary.missing_closers)


def _openness(summary: Summary) -> str:
    probes = f", with {_count(summary.probes, 'probe')}" if summary.probes else ""
    if summary.questions == 1:
        return f"1 question{probes}{'; it is open' if summary.open_share else ''}."
    return f"{_count(summary.questions, 'question')}{probes}; {summary.open_share:.0%} are open."


def _stories(summary: Summary) -> str:
    if not summary.story_questions:
        return "None asks for a story yet: “Tell me about the last time you …” opens one."
    asks = "asks" if summary.story_questions == 1 else "ask"
    return f"{summary.story_questions} {asks} for a story: well done, that is where people tell most."


def _must_asks(summary: Summary) -> str:
    if summary.must_asks_fit is None:
        return "No must-ask is marked: put “!” behind those that you cannot do without."
    if summary.must_asks_fit:
        fit = "fits" if summary.must_asks == 1 else "fit"
        return (
            f"{_count(summary.must_asks, 'must-ask')}, which {fit} the {_count(summary.minutes, 'minute')}."
        )
    needed = summary.must_asks * MINUTES_A_MUST_ASK
    need = "needs" if summary.must_asks == 1 else "need"
    asks = _count(summary.must_asks, "must-ask")
    return f"{asks} {need} about {needed:g} minutes; the guide has {summary.minutes:g}."


def _script(summary: Summary) -> str:
    rate = round(summary.script_words_per_minute)
    words = f"{_count(rate, 'word')} to read out per minute of interview"
    if summary.script_words_per_minute > MUCH_TO_READ:
        return f"{words}: that is a lot of talking, shorten it."
    return f"{words}." if rate else ""


def _count(number: float, noun: str) -> str:
    return f"{number:g} {noun}" if number == 1 else f"{number:g} {noun}s"
