"""Judging what was promised to participants: who can read, where a name stands, what is kept too long."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from interview_tui.domain.study import Study
from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.participants import Roster
from interview_tui.store.summaries import SessionSummary
from interview_tui.store.traces import traces_of
from interview_tui.store.workspace import Workspace

_OTHERS = 0o077
_OTHERS_WRITE = 0o022


@value
class Expired:
    """A session that is kept for longer than its study said, and by how many days."""

    summary: SessionSummary
    days_over: int


def check_permissions(workspace: Workspace) -> Diagnosis:
    """Whether somebody else on this computer can read the interviews; a file in a closed folder is closed."""
    if os.name == "nt":
        return Diagnosis("permissions", "ok", "left to Windows")
    folders = [workspace.guides, workspace.sessions, workspace.path / "exports", workspace.cache]
    exposed = [folder for folder in folders if folder.is_dir() and _mode(folder) & _OTHERS]
    for folder in (workspace.path, *exposed):
        if folder.is_dir() and _mode(folder) & _OTHERS:
            exposed += [path for path in folder.iterdir() if path.is_file() and _mode(path) & _OTHERS]
    writable = workspace.path.is_dir() and _mode(workspace.path) & _OTHERS_WRITE
    if not exposed and not writable:
        return Diagnosis("permissions", "ok", "only you can read what is in the workspace")
    names = ", ".join(visible(str(path.relative_to(workspace.path))) for path in exposed[:3]) or "the folder"
    more = f" and {len(exposed) - 3} more" if len(exposed) > 3 else ""
    todo = f"`chmod -R go= {visible(shlex.quote(str(workspace.path)))}` closes it"
    return Diagnosis("permissions", "warn", f"others on this computer can open {names}{more}", todo)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def check_names(workspace: Workspace, roster: Roster) -> Iterator[Diagnosis]:
    """Whether a participant's name or address stands where only pseudonyms should; it is never repeated."""
    if not roster.contacts:
        return
    closed: list[Path] = []
    try:
        found = traces_of(workspace, roster.contacts, closed=closed)
    except InterviewError as error:
        yield Diagnosis("names", "warn", visible(error.message), "make it readable and run this again")
        return
    for pseudonym, traces in found.items():
        for trace in traces:
            inside = trace.path.relative_to(workspace.path)
            seen = f"the {' and the '.join(trace.signs)} of {visible(pseudonym)} in {visible(str(inside))}"
            kept = inside.parts[0] in ("sessions", "exports")
            yield Diagnosis("names", "bad" if kept else "warn", seen, f"write {visible(pseudonym)} instead")
    if not any(found.values()):
        yield Diagnosis("names", "ok", f"no participant's name outside of participants.json{_but(closed)}")


def _but(closed: Sequence[Path]) -> str:
    names = [visible(path.name) for path in closed[:2]]
    names += [f"{len(closed) - 2} more"] if len(closed) > 2 else []
    return f"; nobody can look into {', '.join(names)}, so do it yourself" if names else ""


def expired(study: Study, sessions: Iterable[SessionSummary], now: datetime) -> list[Expired]:
    """The sessions that are past the study's retention, newest first; `now` is aware of its zone."""
    if study.retention_days is None:
        return []
    kept_for = timedelta(days=study.retention_days)
    over = ((summary, _days_over(summary.created_utc, kept_for, now)) for summary in sessions)
    return [Expired(summary, days) for summary, days in over if days > 0]


def _days_over(utc: str, kept_for: timedelta, now: datetime) -> int:
    """Days, begun ones counted, since the retention ended; 0 for a session that does not say its start."""
    try:
        return -((datetime.fromisoformat(utc) + kept_for - now) // timedelta(days=1))
    except (ValueError, TypeError, OverflowError):
        return 0


def check_retention(study: Study | None, found: Sequence[Expired]) -> Iterator[Diagnosis]:
    """One line for each session that is kept for too long; None is a study that cannot be read."""
    if study is None:
        seen = "not known until study.toml can be read"
        yield Diagnosis("retention", "warn", seen, "correct study.toml and run this again")
    elif study.retention_days is None:
        yield Diagnosis("retention", "ok", "no limit is set; retention_days in study.toml sets one")
    elif not found:
        yield Diagnosis("retention", "ok", f"no session is older than {study.retention_days} days")
    else:
        seen = f"the {study.retention_days} days of this study"
        todo = "`interview-tui doctor --delete-expired` asks whether to delete it"
        for one in found:
            yield Diagnosis("retention", "warn", f"{about(one)} {seen}", todo)


def about(one: Expired) -> str:
    """A session, whose it is, and how long it is overdue."""
    days = "1 day" if one.days_over == 1 else f"{one.days_over:,} days"
    who = visible(one.summary.participant) or "nobody named"
    return f"{visible(one.summary.id)} ({who}) is {days} past"
