"""All checks in the order in which they are told, and the sessions that are kept for too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from interview_tui import __version__
from interview_tui.domain.study import Study
from interview_tui.domain.values import value
from interview_tui.store.checkup.clipboard import check_clipboard
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.checkup.letters import check_letters
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
from interview_tui.store.checkup.written import (
    check_config,
    check_guides,
    check_participants,
    check_study,
)
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
    study, study_line = check_study(workspace)
    sessions, unread = look_at_all(workspace)
    overdue = expired(study, (seen.summary for seen in sessions), now)
    roster, people = check_participants(workspace)

    def checks() -> Iterator[Diagnosis]:
        yield check_program(around)
        yield from check_terminal(around)
        yield from check_clipboard(around)
        yield from check_letters(around)
        yield from check_storage(workspace)
        yield check_config(around.environ)
        yield study_line
        yield from check_guides(workspace)
        yield from people
        yield from [unread] if unread else check_sessions(sessions)
        yield from check_leftovers(workspace)
        yield check_permissions(workspace)
        yield from check_names(workspace, roster)
        yield from check_retention(study, overdue)

    return Examination(tuple(checks()), tuple(overdue))


def expired_sessions(workspace: Workspace, study: Study, now: datetime) -> list[Expired]:
    """Only the sessions that are past the study's retention."""
    sessions, _ = look_at_all(workspace)
    return expired(study, (seen.summary for seen in sessions), now)
