"""The check of a question by itself, and of a guide with its probes and waivers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from interview_tui.domain.guide import Guide, GuideItem
from interview_tui.guides.check.advice import advise, rules_of
from interview_tui.guides.check.findings import Finding, Kind, Report
from interview_tui.guides.check.labels import read_question
from interview_tui.guides.check.slips import waiver_slips
from interview_tui.guides.check.summary import summarise
from interview_tui.guides.comments import waivers

_KINDS: dict[str, Kind] = {"question": "question", "probe": "probe"}
_OPENING = frozenset({"open", "factual"})


def check_question(text: str) -> Finding:
    """What is to be said of one question by itself; its line is 1."""
    return _finding(text, 1, "question", frozenset(), opened=False)


def check_guide(guide: Guide, source: str = "") -> Report:
    """Every question and probe in order; `source` is the Markdown, for its `<!-- ok: … -->` comments."""
    commented = source if "<!--" in source else ""
    findings = tuple(_findings(guide, waivers(commented)))
    return Report(findings=findings, summary=summarise(guide, findings), slips=tuple(waiver_slips(commented)))


def _findings(guide: Guide, waived: Mapping[int, frozenset[str]]) -> Iterator[Finding]:
    for phase in guide.phases:
        items = [item for item in phase.items if item.kind in _KINDS]
        for at, item in enumerate(items):
            opened = _opened(items, at)
            yield _finding(
                item.text, item.line, _KINDS[item.kind], waived.get(item.line, frozenset()), opened=opened
            )


def _opened(items: list[GuideItem], at: int) -> bool:
    """Whether the next thing asked is a probe that opens the question or probe at this place."""
    following = items[at + 1] if at + 1 < len(items) else None
    if following is None or following.kind != "probe":
        return False
    return read_question(following.text).labels[0] in _OPENING


def _finding(text: str, line: int, kind: Kind, waived: frozenset[str], *, opened: bool) -> Finding:
    reading = read_question(text)
    rules = rules_of(reading.labels)
    left = tuple(rule for rule in rules if rule not in waived)
    advice = advise(reading, left, opened=opened)
    return Finding(
        line=line,
        kind=kind,
        question=text,
        labels=reading.labels,
        severity=advice.severity,
        message=advice.message,
        suggestion=advice.suggestion,
        waived=tuple(rule for rule in rules if rule in waived),
    )
