"""Judging the disk under a workspace: room, the right to write, and locks that hold."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from interview_tui.domain.text import visible
from interview_tui.errors import InterviewError
from interview_tui.store import disk
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.locks import SessionLock, holder
from interview_tui.store.reasons import FULL, reason_for
from interview_tui.store.workspace import Workspace

_MB = 1_000_000
LITTLE_ROOM, NO_ROOM = 200 * _MB, 10 * _MB
"""Bytes; an interview takes a few hundred thousand, and a reserve of 4 MB is kept for a full disk."""


def check_storage(workspace: Workspace) -> Iterator[Diagnosis]:
    """The workspace's folder and the disk that it is on; a probe file comes and goes."""
    folder = _nearest(workspace.path)
    if folder != workspace.path:
        seen = f"{visible(str(workspace.path))} is not there yet"
        yield Diagnosis("workspace", "ok", f"{seen}; the first interview or `interview-tui init` makes it")
    else:
        yield Diagnosis("workspace", "ok", visible(str(folder)))
    yield room(shutil.disk_usage(folder).free)
    yield _writing(workspace if folder == workspace.path else None, folder)


def room(free: int) -> Diagnosis:
    """Whether some free bytes are enough."""
    words = f"{free / 1000 / _MB:,.1f} GB free" if free >= 1000 * _MB else f"{free // _MB} MB free"
    if free >= LITTLE_ROOM:
        return Diagnosis("disk", "ok", words)
    return Diagnosis(
        "disk", "bad" if free < NO_ROOM else "warn", words, "make room before the next interview"
    )


def _writing(workspace: Workspace | None, folder: Path) -> Diagnosis:
    if workspace is None:
        if os.access(folder, os.W_OK | os.X_OK):
            return Diagnosis("saving", "ok", "the folder can be made")
        todo = "choose another folder with --workspace"
        return Diagnosis("saving", "bad", f"nothing can be written in {visible(str(folder))}", todo)
    probe = folder / f".checkup-{os.getpid()}.json"
    try:
        disk.replace_file(probe, b"{}")
        return _locking(probe)
    except OSError as error:
        remedy = "make room" if error.errno in FULL else "make the folder writable"
        todo = f"{remedy}, or choose another with --workspace"
        return Diagnosis("saving", "bad", f"nothing can be saved because {reason_for(error)}", todo)
    finally:
        disk.remove(probe)


def _locking(probe: Path) -> Diagnosis:
    lock = SessionLock(probe)
    try:
        lock.acquire()
        held = holder(probe) is not None and not lock.warning
    except InterviewError:
        held = False
    finally:
        with suppress(OSError):
            lock.release()
    if held:
        return Diagnosis("saving", "ok", "files can be written, and locked against a second writer")
    todo = "see that nobody opens one session twice, or use a disk of this computer"
    return Diagnosis("saving", "warn", "this disk cannot lock files", todo)


def _nearest(path: Path) -> Path:
    """The folder itself, else the nearest above it that is there."""
    return next((folder for folder in (path, *path.absolute().parents) if folder.is_dir()), Path("/"))
