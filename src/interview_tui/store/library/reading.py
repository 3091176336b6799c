"""Reading every session of a workspace into a library."""

from __future__ import annotations

from interview_tui.domain.library import Library
from interview_tui.store.library.index import open_index
from interview_tui.store.library.progress import Cancelled, OnProgress, go_on
from interview_tui.store.workspace import Workspace

__all__ = ["Cancelled", "OnProgress", "go_on", "read_library"]


def read_library(workspace: Workspace, on_progress: OnProgress = go_on) -> Library:
    """Every interview and note, oldest interview first; what cannot be read is left out.

    Only what was changed since the last time is read from the sessions, the rest comes from the index.
    Raises Cancelled when `on_progress` says so, and StoreError if the folder cannot be read.
    """
    with open_index(workspace) as index:
        index.refresh(on_progress)
        return index.library(on_progress)
