"""Judging the sessions: readable, whole, finished, and nothing left behind by a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.paths import log_path
from interview_tui.store.session_record import load_record
from interview_tui.store.summaries import SessionSummary, summary_of
from interview_tui.store.workspace import Workspace

_NAMES_SHOWN = 3


@value
class SessionSeen:
    """A session as it was found: what a list shows of it, and what reading it met."""

    summary: SessionSummary
    notices: tuple[str, ...] = ()
    log_left: bool = False


def look_at(path: Path) -> SessionSeen:
    """Read one session; one that cannot be read says why in its summary."""
    try:
        record = load_record(path)
    except InterviewError as error:
        return SessionSeen(SessionSummary(id=path.stem, path=path, problem=error.message))
    log = log_path(path)
    left = record.holder is None and log.exists() and log.stat().st_size > 0
    return SessionSeen(summary_of(record), tuple(record.notices), left)


def look_at_all(workspace: Workspace) -> tuple[list[SessionSeen], Diagnosis | None]:
    """Every session, newest first, and what keeps the folder from being read."""
    try:
        return [look_at(path) for path in workspace.session_paths()], None
    except InterviewError as error:
        todo = "make the folder readable"
        return [], Diagnosis("sessions", "bad", visible(error.message), todo)


def check_sessions(sessions: Sequence[SessionSeen]) -> Iterator[Diagnosis]:
    """One line for each way in which sessions are not as they should be; one if all are."""
    found = [*_unreadable(sessions), *_noticed(sessions), *_unfinished(sessions), *_left_logs(sessions)]
    yield from found
    if not found:
        words = "1 session" if len(sessions) == 1 else f"{len(sessions):,} sessions"
        yield Diagnosis("sessions", "ok", f"{words}, all readable" if sessions else "none yet")


def _unreadable(sessions: Sequence[SessionSeen]) -> Iterator[Diagnosis]:
    for seen in sessions:
        if seen.summary.problem:
            todo = "its other files and your backups may still have it"
            yield Diagnosis("sessions", "bad", visible(seen.summary.problem), todo)


def _noticed(sessions: Sequence[SessionSeen]) -> Iterator[Diagnosis]:
    for seen in sessions:
        for notice in seen.notices:
            name = visible(seen.summary.id)
            words = visible(notice).rstrip(".")
            todo = "compare it with a backup if something is missing"
            yield Diagnosis("sessions", "warn", words if name in words else f"{name}: {words}", todo)


def _unfinished(sessions: Sequence[SessionSeen]) -> Iterator[Diagnosis]:
    names = _names(sessions, lambda seen: seen.summary.state == "unfinished")
    if names:
        todo = f"`interview-tui resume {visible(names[0])}` goes on"
        yield Diagnosis("sessions", "warn", f"{_listed(names)} left unfinished", todo)


def _left_logs(sessions: Sequence[SessionSeen]) -> Iterator[Diagnosis]:
    """A log that waits beside an unfinished session is merged when that is resumed, as was said already."""
    names = _names(
        sessions,
        lambda seen: seen.log_left and seen.summary.state == "finished" and not seen.summary.open_elsewhere,
    )
    if names:
        todo = f"nothing is lost; `interview-tui resume {visible(names[0])}` merges it"
        yield Diagnosis("sessions", "warn", f"{_listed(names)} left with a log by a crash", todo)


def _names(sessions: Sequence[SessionSeen], fits: Callable[[SessionSeen], bool]) -> list[str]:
    return [seen.summary.id for seen in sessions if fits(seen)]


def _listed(names: Sequence[str]) -> str:
    """A few names, and how many more."""
    shown = ", ".join(map(visible, names[:_NAMES_SHOWN]))
    more = len(names) - _NAMES_SHOWN
    return f"{shown} and {more} more were" if more > 0 else f"{shown} {'was' if len(names) == 1 else 'were'}"


def _dangling(workspace: Workspace) -> Iterator[Diagnosis]:
    """Links to session files that are not there: lists cannot show them."""
    for path in sorted(workspace.sessions.glob("*.json")):
        if path.is_symlink() and not path.exists():
            seen = f"sessions/{visible(path.name)} is a link to a file that is not there"
            yield Diagnosis("sessions", "bad", seen, "bring the file back, or remove the link")


def check_leftovers(workspace: Workspace) -> Iterator[Diagnosis]:
    """What was set aside after damage, and drafts of files that a crash left."""
    if (workspace.cache / "fault.txt").exists():
        seen = "a fault of the program left its details in .interview-tui/fault.txt"
        todo = "report it, then delete the file: it may hold what was on the screen"
        yield Diagnosis("leftovers", "warn", seen, todo)
    yield from _dangling(workspace)
    folders = (workspace.path, workspace.sessions)
    for ending, words, todo in (
        (".damaged", "damaged bytes set aside", "look whether something is missing, then delete them"),
        (".tmp", "half-written files left by a crash", "they can be deleted: the whole ones are there"),
    ):
        names = [path.name for folder in folders for path in sorted(folder.glob(f"*{ending}"))]
        if names:
            kept = ", ".join(map(visible, names[:_NAMES_SHOWN])) + (" …" if len(names) > _NAMES_SHOWN else "")
            yield Diagnosis("leftovers", "warn", f"{words}: {kept}", todo)
