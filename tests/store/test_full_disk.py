"""A disk that is really full: a small file system in memory, where mounting one is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.support import a_header, a_note, a_workspace, files_in
from tinydb import TinyDB

from interview_tui.store.errors import StoreError
from interview_tui.store.reserve import Reserve
from interview_tui.store.session_file import SessionFile, create_session, open_session, read_session
from interview_tui.store.workspace import Workspace

SOON = 10.0
BLINK = 0.2
DISK_BYTES = 512 << 10


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root on Linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Take all the room on a disk but `leave` bytes."""
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - leave)))
    return ballast


def write_until_refused(session: SessionFile) -> int:
    """Add notes until one cannot be saved; how many there are."""
    number = 0
    while session.saver.status().state != "failed":
        number += 1
        session.add(a_note(number, "x" * 300))
        session.saver.flush(BLINK)
    return number


def test_what_is_typed_on_a_full_disk_is_saved_when_there_is_room_again(small_disk: Path) -> None:
    session = create_session(a_workspace(small_disk / "w"), a_header())
    assert session.saver.flush(SOON)
    ballast = fill(small_disk, leave=20_000)
    number = write_until_refused(session)
    for more in range(1, 21):
        session.add(a_note(number + more))
    status = session.saver.status()
    assert (status.reason, status.waiting) == ("the disk is full", 21)
    assert not session.close(BLINK)
    assert len(read_session(session.path).events) == number - 1
    ballast.unlink()
    assert session.close(SOON)
    assert len(read_session(session.path).events) == number + 20
    with TinyDB(session.path) as db:
        assert len(db.table("events")) == number + 20


def test_given_up_on_a_full_disk_everything_acknowledged_is_still_there(small_disk: Path) -> None:
    session = create_session(a_workspace(small_disk / "w"), a_header())
    assert session.saver.flush(SOON)
    ballast = fill(small_disk, leave=20_000)
    number = write_until_refused(session)
    assert not session.close(drop=True)
    assert session.path.with_suffix(".log").exists()
    ballast.unlink()
    again = open_session(session.path)
    assert again.events == [a_note(kept, "x" * 300) for kept in range(1, number)]
    assert again.close(SOON)


def test_rows_that_fit_are_saved_even_when_the_merge_does_not(small_disk: Path) -> None:
    session = create_session(a_workspace(small_disk / "w"), a_header())
    for number in range(1, 101):
        session.add(a_note(number, "x" * 300))
    assert session.saver.flush(SOON)
    ballast = fill(small_disk, leave=8_000)
    session.add(a_note(101))
    assert session.close(SOON)
    assert [path.suffix for path in session.path.parent.iterdir()] == [".log"]
    assert len(read_session(session.path).events) == 101
    ballast.unlink()
    assert open_session(session.path).close(SOON)
    assert [path.name for path in session.path.parent.iterdir()] == [session.path.name]


def test_the_reserve_is_given_up_for_what_is_typed(small_disk: Path) -> None:
    reserve = Reserve(small_disk / ".reserve", 100_000)
    reserve.hold()
    assert (small_disk / ".reserve").stat().st_size == 100_000
    fill(small_disk)
    assert reserve.free()
    assert shutil.disk_usage(small_disk).free >= 90_000
    assert not reserve.free()


def test_no_text_can_be_found_in_the_reserve(tmp_path: Path) -> None:
    Reserve(tmp_path / ".reserve", 50_000).hold()
    noise = (tmp_path / ".reserve").read_bytes()
    assert noise.decode("utf-8", "ignore") == ""
    assert len(set(noise)) == 64


def test_a_reserve_that_does_not_fit_takes_no_room(small_disk: Path) -> None:
    Reserve(small_disk / ".reserve", DISK_BYTES * 2).hold()
    assert files_in(small_disk) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")
def test_a_read_only_folder_is_told_in_words_and_can_be_read(small_disk: Path) -> None:
    workspace = Workspace(small_disk / "w")
    workspace.create()
    session = create_session(workspace, a_header())
    session.add(a_note(1))
    assert session.close(SOON)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match="the folder is read-only"):
        open_session(session.path)
    assert read_session(session.path).events == [a_note(1)]
    assert [summary.notes for summary in workspace.summaries()] == [1]
    new = create_session(workspace, a_header("2026-11-22-0900-aaaa"))
    new.add(a_note(1))
    assert not new.saver.flush(BLINK)
    assert new.saver.status().reason == "the folder is read-only"
    assert not new.close(drop=True)
