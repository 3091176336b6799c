"""Judging what a team worked out across interviews: its themes and insights."""

from __future__ import annotations

from collections.abc import Iterable

from interview_tui.domain.insights import EVIDENCE, INSIGHT
from interview_tui.domain.study_record import StudyRecord
from interview_tui.domain.text import visible
from interview_tui.domain.themes import NOTE_IN, THEME
from interview_tui.errors import InterviewError
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.study_record import read_study_record
from interview_tui.store.workspace import Workspace

_CHECK = "insights"


def check_study_record(workspace: Workspace) -> Diagnosis:
    """Whether the study's record can be read, and whether it names sessions that are there no more."""
    path = workspace.study_record
    try:
        record = read_study_record(path)
        sessions = {session.stem for session in workspace.session_paths()}
    except InterviewError as error:
        return Diagnosis(_CHECK, "bad", visible(error.message), "interviews work without it")
    themes, insights = record.targets(THEME), record.targets(INSIGHT)
    if not themes and not insights:
        return Diagnosis(_CHECK, "ok", "no themes and insights yet")
    gone = _sessions_in(record, (*themes, *insights)) - sessions
    seen = f"{_count(len(themes), 'theme')} and {_count(len(insights), 'insight')}"
    if gone:
        seen += f"; notes of {_count(len(gone), 'session')} that went count no more"
    return Diagnosis(_CHECK, "ok", seen)


def _sessions_in(record: StudyRecord, targets: Iterable[str]) -> set[str]:
    """The sessions whose notes stand in themes or insights."""
    names = {name for target in targets for name in record.fields(target)}
    keys = (
        name.removeprefix(prefix)
        for name in names
        for prefix in (EVIDENCE, NOTE_IN)
        if name.startswith(prefix)
    )
    return {key.partition("/")[0] for key in keys}


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
