"""Reading what coders said of the notes, out of the sessions that hold any of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from interview_tui.domain.coding import CODE, CODED, SETTLED, Codings, codings_of, merged
from interview_tui.domain.session import Session
from interview_tui.errors import InterviewError
from interview_tui.store.disk import read_bytes
from interview_tui.store.paths import log_path
from interview_tui.store.session_record import load_record
from interview_tui.store.workspace import Workspace

_SIGNS = tuple(f'"{sign}'.encode() for sign in (CODE, CODED, SETTLED))


def read_codings(
    workspace: Workspace, sessions: Iterable[str], go_on: Callable[[], bool] = lambda: True
) -> Codings:
    """The codings of some sessions, by their ids; those that cannot be read are left out.

    Sessions without any are not read as such: of thousands a few were coded.
    """
    parts: list[Codings] = []
    for session in sessions:
        if not go_on():
            break
        try:
            path = workspace.session_path(session)
            if _may_hold_codings(path):
                parts.append(codings_of(Session(load_record(path).events), session))
        except (InterviewError, OSError):
            continue
    return merged(parts)


def _may_hold_codings(path: Path) -> bool:
    """A look at the bytes, which are plain in every session so far."""
    return any(sign in data for data in (read_bytes(path), read_bytes(log_path(path))) for sign in _SIGNS)
