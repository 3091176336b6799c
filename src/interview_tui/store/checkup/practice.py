"""Judging what practice left behind: folders of runs that were killed before they could throw them away."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from interview_tui.domain.text import visible
from interview_tui.errors import InterviewError
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.locks import holder
from interview_tui.store.workspace import PRACTICE_PREFIX, Workspace

LEFT_AFTER = timedelta(days=1)
"""Nobody practises for longer; a younger folder may be that of a run which has not begun to write."""


def left_practice(now: datetime) -> list[Workspace]:
    """This user's practice folders that no run has open any more; `now` is aware of its zone."""
    folder = Path(tempfile.gettempdir())
    try:
        found = sorted(folder.glob(f"{PRACTICE_PREFIX}*"))
    except OSError:
        return []
    return [Workspace(path) for path in found if _is_left(path, now)]


def _is_left(path: Path, now: datetime) -> bool:
    try:
        seen = path.lstat()
        mine = not hasattr(os, "getuid") or seen.st_uid == os.getuid()
        old = now.timestamp() - seen.st_mtime > LEFT_AFTER.total_seconds()
        if not (mine and old) or path.is_symlink() or not path.is_dir():
            return False
        sessions = {lock.with_suffix(".json") for lock in (path / "sessions").glob("*.lock")}
        return not any(holder(session) for session in sessions)
    except (OSError, InterviewError):
        return False


def check_practice(left: Sequence[Workspace]) -> Iterator[Diagnosis]:
    """One line for all of them together; none where nothing was left."""
    if left:
        folders = "1 folder was" if len(left) == 1 else f"{len(left):,} folders were"
        seen = f"{folders} left in {visible(str(left[0].path.parent))} by runs that were killed"
        yield Diagnosis("practice", "warn", seen, "`interview-tui doctor --delete-expired` removes them")
