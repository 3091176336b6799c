"""Reading every session of a workspace into a library."""

from __future__ import annotations

from collections.abc import Callable

from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.errors import InterviewError
from interview_tui.store.library.rows import library_rows
from interview_tui.store.session_record import load_record
from interview_tui.store.workspace import Workspace

OnProgress = Callable[[int, int], bool]
"""Is told how many sessions of how many are done, and answers whether to go on."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Whoever asked for a library needs it no more."""


def go_on(_done: int, _count: int) -> bool:
    """Never stop."""
    return True


def read_library(workspace: Workspace, on_progress: OnProgress = go_on) -> Library:
    """Every interview and note, oldest interview first; what cannot be read is left out.

    Raises Cancelled when `on_progress` says so, and StoreError if the folder cannot be read.
    """
    sessions: list[LibrarySession] = []
    notes: list[LibraryNote] = []
    paths = sorted(workspace.session_paths(), key=lambda path: path.stem)
    for done, path in enumerate(paths):
        if not on_progress(done, len(paths)):
            raise Cancelled
        try:
            rows = library_rows(load_record(path))
        except InterviewError:
            continue
        if rows is not None:
            sessions.append(rows[0])
            notes += rows[1]
    on_progress(len(paths), len(paths))
    return Library(tuple(sessions), tuple(notes))
