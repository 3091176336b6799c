"""How somebody's interviews were held, read from their sessions."""

from __future__ import annotations

from collections.abc import Iterable

from interview_tui.domain.how_held import HowHeld, how_held
from interview_tui.domain.session import Session
from interview_tui.errors import InterviewError
from interview_tui.store.library.progress import Cancelled, OnProgress, go_on
from interview_tui.store.session_record import load_record
from interview_tui.store.workspace import Workspace


def read_how_held(
    workspace: Workspace, sessions: Iterable[str], on_progress: OnProgress = go_on
) -> list[HowHeld]:
    """The figures of some interviews, in their order; practice, unfinished and unreadable ones are left out.

    Raises Cancelled when `on_progress` says so.
    """
    wanted = tuple(sessions)
    found: list[HowHeld] = []
    for done, session in enumerate(wanted):
        if not on_progress(done, len(wanted)):
            raise Cancelled
        try:
            held = _read(workspace, session)
        except InterviewError:
            continue
        if held is not None:
            found.append(held)
    on_progress(len(wanted), len(wanted))
    return found


def _read(workspace: Workspace, session: str) -> HowHeld | None:
    record = load_record(workspace.session_path(session))
    state = Session(record.events)
    if record.header.practice or not state.finished:
        return None
    header = record.header
    return how_held(session, header.created_utc, header.guide, state.flow, header.bands, state.last_ms)
