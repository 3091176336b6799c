from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from tests.store.support import Faults

from interview_tui.store import disk
from interview_tui.store.reasons import reason_for

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")


@posix
def test_files_and_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    disk.make_folder(folder)
    disk.replace_file(folder / "file.json", b"{}")
    assert [path.stat().st_mode & 0o777 for path in (folder.parent, folder)] == [0o700, 0o700]
    assert (folder / "file.json").stat().st_mode & 0o777 == 0o600


@posix
def test_a_file_that_others_could_read_is_closed_to_them_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.log"
    path.touch(mode=0o644)
    os.close(disk.open_for_writing(path))
    assert path.stat().st_mode & 0o777 == 0o600


@posix
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    disk.make_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("step", ["write_at", "sync_file"])
def test_a_replacement_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, faults: Faults, step: str
) -> None:
    path = tmp_path / "file.json"
    disk.replace_file(path, b"old")
    faults.start(step)
    with pytest.raises(OSError, match="injected"):
        disk.replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_set_aside_is_added_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "x.damaged"
    disk.append_to_file(path, b"one\n")
    disk.append_to_file(path, b"two\n")
    assert path.read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the folder is read-only"),
        (errno.EACCES, "you have no right to open it"),
        (errno.EPERM, "you have no right to open it"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENODEV, "the drive is gone"),
        (errno.ENOENT, "the folder is gone"),
        (errno.EIO, "the drive reports errors"),
        (errno.ENOTTY, "the disk refuses"),
    ],
)
def test_errors_are_told_in_words_and_without_numbers(number: int, words: str) -> None:
    assert reason_for(OSError(number, os.strerror(number))) == words


def test_a_missing_right_names_the_file_or_the_folder_that_refused(tmp_path: Path) -> None:
    there = tmp_path / "study\n.toml"
    there.touch()
    words = [reason_for(OSError(errno.EACCES, "", str(path))) for path in (there, tmp_path / "new.md")]
    assert words == [
        "you have no right to open study↵.toml",
        f"you have no right to use the folder {tmp_path.name}",
    ]
    assert reason_for(OSError(errno.EISDIR, "", str(tmp_path))) == f"{tmp_path.name} is a folder"
