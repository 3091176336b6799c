"""Saturation for programs, and as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from interview_tui.domain.heard import Heard, HeardInterview
from interview_tui.domain.saturation import By, Rule, Run, Saturation
from interview_tui.domain.saturation_words import (
    SOURCES,
    caution,
    chao2_words,
    contradicts,
    earlier,
    headline,
    question,
    reason,
    run_words,
)

Part = tuple[str | None, Heard]
"""A segment, None for everybody, and what came up in its interviews."""


def saturation_json(parts: Iterable[Part], rule: Rule, by: By) -> dict[str, object]:
    """What `saturation --json` prints: the rule, and everybody and each segment with the same fields."""
    return {
        "counted": by,
        "rule": {"base": rule.base, "run": rule.run, "threshold_percent": rule.threshold},
        "parts": [_part_json(segment, heard, heard.saturation(rule)) for segment, heard in parts],
    }


def _part_json(segment: str | None, heard: Heard, found: Saturation) -> dict[str, object]:
    chao2 = heard.completeness
    return {
        "segment": segment,
        "verdict": found.verdict,
        "grouped": asdict(found.grouped),
        "chao2_contradicts": contradicts(heard.completeness, found),
        "interviews_missing": found.missing,
        "ask_about_people": found.asks_about_people,
        "interviews": [
            _interview_json(heard, interview, total)
            for interview, total in zip(heard.interviews, found.totals, strict=True)
        ],
        "base": found.base,
        "runs": [_run_json(run) for run in found.runs],
        "chao2": {
            "interviews": chao2.interviews,
            "observed": chao2.observed,
            "in_one": chao2.once,
            "in_two": chao2.twice,
            "estimated": round(chao2.estimated, 2),
            "complete": None if chao2.share is None else round(chao2.share, 4),
        },
        "left_out": [session.id for session in heard.left_out],
        "notes_without": heard.loose,
    }


def _interview_json(heard: Heard, interview: HeardInterview, total: int) -> dict[str, object]:
    return {
        "session": interview.session.id,
        "participant": interview.session.participant or None,
        "new": [heard.name(key) for key in interview.new],
        "total": total,
    }


def _run_json(run: Run) -> dict[str, object]:
    share = None if run.share is None else round(run.share, 4)
    return {"first": run.first, "last": run.last, "new": run.new, "share": share}


def saturation_text(parts: Iterable[Part], rule: Rule, by: By) -> list[str]:
    """The same in sentences, one a line."""
    lines = [
        f"Counted: {by}. Rule: base {rule.base} interviews, runs of {rule.run}, "
        f"at most {rule.threshold}% new information.",
        *filter(None, [caution(by)]),
    ]
    for segment, heard in parts:
        name = "All interviews" if segment is None else segment or "without a segment"
        lines += ["", name, *(f"  {line}" for line in _part_lines(heard, heard.saturation(rule), by))]
    return [*lines, "", SOURCES]


def _part_lines(heard: Heard, found: Saturation, by: By) -> list[str]:
    sentences = [headline(found)]
    if not found.missing:
        sentences += [reason(found), earlier(found), question(found), chao2_words(heard.completeness, found)]
    if heard.interviews:
        sentences.append("New in each interview: " + ", ".join(map(str, found.new)))
    sentences += [run_words(run) for run in found.runs] if not found.missing else []
    if heard.left_out:
        sentences.append(f"Left out, with no {by[:-1]} yet: {len(heard.left_out)}")
    return [sentence for sentence in sentences if sentence]
