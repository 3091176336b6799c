"""All checks in the order in which they are told, and the sessions that are kept for too long."""

from __future__ import annotations

from datetime import datetime

from interview_tui import __version__
from interview_tui.domain.study import Study
from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.store.checkup.clipboard import check_clipboard
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.checkup.index import check_index
from interview_tui.store.checkup.letters import check_letters
from interview_tui.store.checkup.practice import check_practice, left_practice
from interview_tui.store.checkup.privacy import (
    Expired,
    check_names,
    check_permissions,
    check_retention,
    expired,
)
from interview_tui.store.checkup.sessions import check_leftovers, check_sessions, look_at_all
from interview_tui.store.checkup.storage import check_storage
from interview_tui.store.checkup.surroundings import Surroundings
from interview_tui.store.checkup.terminal import check_terminal
from interview_tui.store.checkup.worked_out import check_study_record
from interview_tui.store.checkup.written import (
    check_config,
    check_guides,
    check_participants,
    check_study,
)
from interview_tui.store.reasons import reason_for
from interview_tui.store.workspace import Workspace


@value
class Examination:
    """What was found, and the study's sessions that are past its retention."""

    diagnoses: tuple[Diagnosis, ...]
    expired: tuple[Expired, ...] = ()

    @property
    def exit_code(self) -> int:
        """1 where something is bad; a warning is no failure."""
        return int(any(diagnosis.state == "bad" for diagnosis in self.diagnoses))


def check_program(around: Surroundings) -> Diagnosis:
    """Which version runs on what: for a report."""
    seen = f"interview-tui {__version__}, Python {around.python}, {around.system} {around.release}"
    return Diagnosis("program", "ok", seen)


def examine(around: Surroundings, workspace: Workspace, now: datetime) -> Examination:
    """Run every check on a workspace; `now` is aware of its zone."""
    machine = (
        check_program(around),
        *check_terminal(around),
        *check_clipboard(around),
        *check_letters(around),
        check_config(around.environ),
    )
    try:
        study, overdue, files = _examine_files(workspace, now)
    except OSError as error:
        why = "it is not yours to open" if isinstance(error, PermissionError) else reason_for(error)
        seen = f"{visible(str(workspace.path))} cannot be looked at because {why}"
        unusable = Diagnosis("workspace", "bad", seen, "make it yours, or choose another with --workspace")
        return Examination((*machine, unusable))
    promises = (*check_retention(study, overdue), *check_practice(left_practice(now)))
    return Examination((*machine, *files, *promises), tuple(overdue))


def _examine_files(
    workspace: Workspace, now: datetime
) -> tuple[Study | None, list[Expired], list[Diagnosis]]:
    study, study_line = check_study(workspace)
    sessions, unread = look_at_all(workspace)
    roster, people = check_participants(workspace)
    files = [
        *check_storage(workspace),
        study_line,
        *check_guides(workspace),
        *people,
        *([unread] if unread else check_sessions(sessions)),
        check_study_record(workspace),
        check_index(workspace),
        *check_leftovers(workspace),
        check_permissions(workspace),
        *check_names(workspace, roster),
    ]
    return study, expired(study or Study(), (seen.summary for seen in sessions), now), files


def expired_sessions(workspace: Workspace, study: Study, now: datetime) -> list[Expired]:
    """Only the sessions that are past the study's retention."""
    sessions, _ = look_at_all(workspace)
    return expired(study, (seen.summary for seen in sessions), now)
