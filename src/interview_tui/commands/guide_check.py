"""`guide check`: what good practice would change about the questions of guide files."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from interview_tui.commands.parsing import print_json
from interview_tui.commands.width import terminal_width
from interview_tui.errors import InterviewError

if TYPE_CHECKING:
    from interview_tui.guides.check import Finding, Report
    from interview_tui.store.workspace import Workspace

WIDTH = 80
"""Columns of the text at most, and where there is no terminal; longer lines are folded."""

_INDENT = "      "


def check_guides(workspace: Workspace, files: Iterable[str], *, as_json: bool) -> int:
    """Check guides by name or file; 0 without errors, 1 with, 2 where one cannot be read (the others are)."""
    reports: list[tuple[str, Report]] = []
    code = 0
    with _keeping_all():
        for file in files:
            try:
                reports.append((file, _checked(workspace, file)))
            except InterviewError as error:
                print(f"interview-tui: {error.message}", file=sys.stderr)
                code = max(code, error.exit_code)
    if as_json:
        print_json([_json(file, finding) for file, report in reports for finding in report.findings])
    elif reports:
        room = min(WIDTH, terminal_width() or WIDTH) - len(_INDENT)
        print("\n\n".join("\n".join(_text(file, report, room)) for file, report in reports))
    return code or int(any(report.summary.errors for _, report in reports))


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Look for no garbage meanwhile: rules and findings live on, and looking costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _checked(workspace: Workspace, named: str) -> Report:
    from interview_tui.commands.piped_guide import PIPED, piped_guide
    from interview_tui.guides.check import check_guide
    from interview_tui.guides.reader import read_guide
    from interview_tui.store.guide_files import guide_path, load_guide

    if named == PIPED:
        source = piped_guide()
        return check_guide(read_guide(source, name="what was piped in"), source)
    found = load_guide(guide_path(named, workspace))
    return check_guide(found.guide, found.source)


def _json(file: str, finding: Finding) -> dict[str, Any]:
    return {
        "file": file,
        "line": finding.line,
        "kind": finding.kind,
        "question": finding.question,
        "labels": list(finding.labels),
        "severity": finding.severity,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def _text(file: str, report: Report, room: int) -> Iterator[str]:
    """What is worth saying of one file, and its summary; `room` is for words, in columns."""
    from interview_tui.domain.text import visible
    from interview_tui.guides.check import summary_lines

    yield visible(file)
    for finding in report.findings:
        if not finding.is_told:
            continue
        yield ""
        head = f"{finding.line}: {finding.severity}: {visible(finding.question)}"
        yield from _hanging(_folded(head, room))
        for words in (finding.message, finding.suggestion):
            yield from (_INDENT + line for line in _folded(visible(words), room))
    yield ""
    for slip in report.slips:
        yield from _hanging(_folded(f"{slip.line}: waiver: {visible(slip.message)}", room))
    if report.slips:
        yield ""
    for line in summary_lines(report.summary):
        yield from _hanging(_folded(line, room))


@lru_cache(maxsize=64)  # most of what is said is said of many questions
def _folded(words: str, room: int) -> tuple[str, ...]:
    """Words in lines that fit."""
    from interview_tui.domain.text import fold

    words = " ".join(words.split())
    return (words,) if words.isascii() and len(words) <= room else tuple(fold(words.split(), room))


def _hanging(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"  {line}" if number == 0 else f"    {line}"
