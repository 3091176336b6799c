from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from interview_tui.store.errors import SessionBusy
from interview_tui.store.locks import SessionLock, holder

HOLD = """
import sys
from pathlib import Path
from interview_tui.store.locks import SessionLock
lock = SessionLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2026-11-21-2210-x7k2.json"


def test_the_second_writer_is_told_who_the_first_one_is(path: Path) -> None:
    with held_by_another_process(path) as process:
        with pytest.raises(SessionBusy, match=f"process {process.pid} on "):
            SessionLock(path).acquire()
        found = holder(path)
        assert found is not None
        assert found.pid == process.pid


def test_a_writer_in_the_same_program_is_turned_away_too(path: Path) -> None:
    first = SessionLock(path)
    first.acquire()
    with pytest.raises(SessionBusy, match=f"process {os.getpid()}"):
        SessionLock(path).acquire()
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_lock_of_a_killed_writer_holds_nobody_up(path: Path) -> None:
    with held_by_another_process(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert path.with_suffix(".owner").exists()
    assert holder(path) is None
    lock = SessionLock(path)
    lock.acquire()
    found = holder(path)
    assert found is not None
    assert found.pid == os.getpid()
    lock.release()


def test_a_released_lock_leaves_no_files(path: Path) -> None:
    lock = SessionLock(path)
    lock.acquire()
    assert path.with_suffix(".lock").stat().st_mode & 0o777 == 0o600
    assert path.with_suffix(".owner").stat().st_mode & 0o777 == 0o600
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_looking_creates_nothing_and_keeps_no_writer_out(path: Path) -> None:
    assert holder(path) is None
    assert list(path.parent.iterdir()) == []
    lock = SessionLock(path)
    lock.acquire()
    lock.release()


def test_a_lock_whose_holder_says_nothing_is_still_held(path: Path) -> None:
    lock = SessionLock(path)
    lock.acquire()
    path.with_suffix(".owner").write_bytes(b"{")
    found = holder(path)
    assert found is not None
    assert found.host == "this computer"
    with pytest.raises(SessionBusy, match="by another program"):
        SessionLock(path).acquire()
    lock.release()


def test_a_disk_that_knows_no_locks_is_told_and_does_not_stop_the_interview(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(self: FileLock, *args: object, **options: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(FileLock, "acquire", no_locks)
    lock = SessionLock(path)
    lock.acquire()
    assert "cannot lock files" in lock.warning
    lock.release()


def test_a_folder_that_takes_no_files_is_not_mistaken_for_one_without_locks(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        SessionLock(tmp_path / "file" / "x.json").acquire()
