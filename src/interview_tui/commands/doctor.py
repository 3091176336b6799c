"""The command that looks whether everything is well, and deletes what is kept for too long."""

from __future__ import annotations

import argparse
import os
import re
from typing import TYPE_CHECKING

from interview_tui.commands.parsing import Commands, add_json, print_json, workspace_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_tui.store.checkup.diagnosis import Diagnosis
    from interview_tui.store.workspace import Workspace

_WORDS = re.compile(r"\S*`[^`]+`\S*|\S+")
"""A command is one word, so that it can be copied."""

_NARROWEST, _USUAL = 60, 80


def add_to(commands: Commands) -> None:
    """Declare it."""
    doctor = commands.add(
        "doctor", "Check terminal, clipboard, disk and workspace, and say what to do", _doctor
    )
    add_json(doctor)
    words = "ask about each session past the study's retention, and practice left by a kill, and delete it"
    doctor.add_argument("--delete-expired", action="store_true", help=words)


def _doctor(parsed: argparse.Namespace) -> int:
    workspace = workspace_of(parsed)
    if parsed.delete_expired:
        from interview_tui.commands.expired import delete_expired

        return delete_expired(workspace)
    return _examine(workspace, as_json=parsed.json)


def _examine(workspace: Workspace, *, as_json: bool) -> int:
    from dataclasses import asdict

    from interview_tui.store.checkup.examination import examine
    from interview_tui.store.checkup.surroundings import gather
    from interview_tui.store.clock import SystemClock

    found = examine(gather(os.environ), workspace, SystemClock().utc())
    if as_json:
        print_json([asdict(diagnosis) for diagnosis in found.diagnoses])
    else:
        _tell(found.diagnoses)
    return found.exit_code


def _tell(diagnoses: Sequence[Diagnosis]) -> None:
    """A line each, which says what to do as well; folded where a terminal is narrower."""
    from interview_tui.domain.text import fold

    width = _width()
    label = max(len(diagnosis.check) for diagnosis in diagnoses) + 2
    for diagnosis in diagnoses:
        head = f"{diagnosis.state:<6}{diagnosis.check:<{label}}"
        words = _WORDS.findall(_sentence(diagnosis))
        lines = list(fold(words, max(_NARROWEST, width) - len(head)))
        print(head + f"\n{' ' * len(head)}".join(lines))
    print(_summary(diagnoses))


def _sentence(diagnosis: Diagnosis) -> str:
    """What was seen and what to do: one sentence, or two where the first has an end mark of its own."""
    seen, todo = diagnosis.message, diagnosis.todo
    if not todo:
        return seen
    if seen.endswith(("?", "!")):
        return f"{seen} {todo[:1].upper()}{todo[1:]}"
    return f"{seen.removesuffix('.')}: {todo}"


def _width() -> int:
    if not os.isatty(1):
        return 1_000_000  # one line each, for grep
    try:
        return os.get_terminal_size(1).columns or _USUAL
    except OSError:
        return _USUAL


def _summary(diagnoses: Sequence[Diagnosis]) -> str:
    bad = sum(diagnosis.state == "bad" for diagnosis in diagnoses)
    warnings = sum(diagnosis.state == "warn" for diagnosis in diagnoses)
    if not bad and not warnings:
        return "\nAll is well."
    told = [f"{bad} bad"] * bool(bad) + [f"{warnings} to look at"] * bool(warnings)
    return f"\n{', '.join(told)}; the rest is well."
