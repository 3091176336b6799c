"""One line about each session, for the home screen and the `list` command."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal

from interview_tui.domain.consent import notes_refused
from interview_tui.domain.participant import as_pseudonym
from interview_tui.domain.session import DEBRIEF, SESSION, Session
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.session_record import SessionRecord, load_record

SessionState = Literal["finished", "running", "unfinished", "unreadable"]
"""Unfinished: it was paused or crashed, perhaps in its debrief. Running: somebody holds it right now."""

_MS_PER_MINUTE = 60_000


@value(kw_only=True)
class SessionSummary:
    """What a list shows of a session; `problem` is a sentence if its file cannot be read.

    `finished` says that the interview came to its end, be its debrief open still; `metric_met` is what
    the debrief said of the success metric, None if nothing; `refused` that they do not allow notes;
    `open_elsewhere` that somebody has it open, be it to run it or, finished, to review it.
    """

    id: str
    path: Path
    created_utc: str = ""
    participant: str = ""
    segment: str = ""
    guide_title: str = ""
    study: str = ""
    notes: int = 0
    minutes: float = 0.0
    state: SessionState = "unreadable"
    finished: bool = False
    metric_met: bool | None = None
    practice: bool = False
    refused: bool = False
    open_elsewhere: bool = False
    problem: str = ""


def summarise(path: Path) -> SessionSummary:
    """The summary of one session file; never raises for what the file holds."""
    try:
        return summary_of(load_record(path))
    except InterviewError as error:
        return SessionSummary(id=path.stem, path=path, problem=error.message)


def summary_of(record: SessionRecord) -> SessionSummary:
    """The summary of a session that was read."""
    session = Session(record.events)
    metric = session.field(DEBRIEF, "success_metric_met")
    return SessionSummary(
        id=record.path.stem,
        path=record.path,
        created_utc=record.header.created_utc,
        participant=_told(session, "participant"),
        segment=_told(session, "segment"),
        guide_title=record.header.guide.title,
        study=record.header.study,
        notes=session.note_count,
        minutes=session.flow.active_ms(0, session.flow.stop_ms(session.last_ms)) / _MS_PER_MINUTE,
        state=_state(record, finished=session.finished),
        finished=session.finished,
        metric_met=metric if isinstance(metric, bool) else None,
        practice=record.header.practice,
        refused=notes_refused(session.fields(SESSION)),
        open_elsewhere=record.holder is not None,
    )


def last_seen(summaries: Iterable[SessionSummary]) -> dict[str, str]:
    """The local date and time (ISO 8601) of each pseudonym's newest session, practice apart.

    Of each pseudonym the summaries come newest first.
    """
    seen: dict[str, str] = {}
    for summary in summaries:
        pseudonym = as_pseudonym(summary.participant)
        if pseudonym and not summary.practice:
            seen.setdefault(pseudonym, _local(summary.created_utc))
    return seen


def _local(utc: str) -> str:
    try:
        return datetime.fromisoformat(utc).astimezone().isoformat(timespec="minutes")
    except (ValueError, OverflowError):
        return utc


def _told(session: Session, name: str) -> str:
    value = session.field(SESSION, name)
    return "" if value is None else str(value)


def _state(record: SessionRecord, *, finished: bool) -> SessionState:
    in_debrief = any(name.startswith(DEBRIEF) for name in record.drafts)
    if finished and not in_debrief:
        return "finished"
    return "unfinished" if record.holder is None else "running"
