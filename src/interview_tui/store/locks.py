"""One writer per session: a lock that the system releases when its holder dies, and who holds it.

filelock and socket are imported where a lock is taken: who only reads looks at the lock without them.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from interview_tui.domain.values import value
from interview_tui.store import disk
from interview_tui.store.errors import SessionBusy
from interview_tui.store.paths import lock_path, owner_path
from interview_tui.store.reasons import reason_for

if TYPE_CHECKING:
    from filelock import BaseFileLock

if sys.platform != "win32":
    import fcntl

_PATIENCE_S = 0.25
"""Longer than a look at the lock (`holder`) takes, so that a look never turns a writer away."""

_POLL_S = 0.02


@value
class Owner:
    """Who holds a session: process id, host, and since when (UTC, ISO 8601)."""

    pid: int
    host: str
    since: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {self.since}"


class SessionLock:
    """The right to write one session; `warning` says so when the disk knows no locks."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        self._path = path
        self._lock_path = lock_path(path)
        # Taken in one thread and released in another, which the default would ignore in silence.
        self._lock: BaseFileLock = FileLock(self._lock_path, mode=disk.FILE_MODE, thread_local=False)
        self.warning = ""

    def acquire(self) -> None:
        """Take the lock; raises SessionBusy naming its holder, and OSError when the folder is read-only."""
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=_PATIENCE_S, poll_interval=_POLL_S)
        except Timeout:
            raise SessionBusy(_busy(self._path)) from None
        except OSError as error:
            _check_that_files_can_be_made(self._lock_path)
            self.warning = (
                f"This disk cannot lock files ({reason_for(error)}): "
                f"make sure that nobody else has {self._path.stem} open."
            )
        with suppress(OSError):  # a courtesy: the lock holds without it
            _write_owner(self._path)

    def release(self) -> None:
        """Give the lock back and leave nothing behind."""
        disk.remove(owner_path(self._path))
        if sys.platform != "win32":  # there the release deletes the file itself
            disk.remove(self._lock_path)  # while still held, or it might be the next holder's
        self._lock.release()


def lock_within(path: Path, patience_s: float) -> SessionLock:
    """The lock of a file that others hold for moments only; raises SessionBusy after `patience_s` seconds."""
    disk.make_folder(path.parent)
    lock = SessionLock(path)
    deadline = monotonic() + patience_s
    while True:
        try:
            lock.acquire()
        except SessionBusy:
            if monotonic() < deadline:
                continue
            who = read_owner(path) or "another program"
            raise SessionBusy(f"{path.name} is being changed by {who}; try again when it is done.") from None
        return lock


def holder(path: Path) -> Owner | None:
    """Who writes a session right now, or None; looks without writing."""
    if not _is_locked(lock_path(path)):
        return None
    return read_owner(path) or Owner(0, "this computer", "an unknown time")


def read_owner(path: Path) -> Owner | None:
    """What the last holder wrote about itself; it may be long dead."""
    try:
        found = json.loads(owner_path(path).read_bytes())
        return Owner(int(found["pid"]), str(found["host"]), str(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":

    def _is_locked(file: Path) -> bool:
        if not file.exists():
            return False
        from filelock import FileLock, Timeout

        lock = FileLock(file, thread_local=False)
        try:
            lock.acquire(timeout=0)
            lock.release()
        except Timeout:
            return True
        except OSError:
            return False
        return False

else:

    def _is_locked(file: Path) -> bool:
        # The same flock that filelock takes, but without creating a file or needing to write one.
        try:
            descriptor = os.open(file, os.O_RDONLY)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            os.close(descriptor)
        return False


def _write_owner(path: Path) -> None:
    import socket

    now = datetime.now(UTC).isoformat(timespec="seconds")
    owner = Owner(os.getpid(), socket.gethostname(), now)
    descriptor = disk.open_for_writing(owner_path(path), empty=True)
    try:
        disk.write_at(descriptor, json.dumps(asdict(owner)).encode(), 0)
    finally:
        os.close(descriptor)


def _check_that_files_can_be_made(lock_file: Path) -> None:
    """Tell a disk without locks from one where nothing can be written; raises OSError for the latter."""
    os.close(disk.open_for_writing(lock_file))


def _busy(path: Path) -> str:
    owner = read_owner(path)
    who = f"by {owner}" if owner else "by another program"
    return f"{path.stem} is being written {who}; close it there first, or review it here without changing it."
