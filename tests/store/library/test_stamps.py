"""The stamps tell which sessions there are, and each change of one."""

from __future__ import annotations

import os
from pathlib import Path

from tests.store.library.held import hold

from interview_tui.store.library.stamps import stamp_of, stamps_in
from interview_tui.store.workspace import Workspace


def test_stamps_are_of_the_sessions_that_the_workspace_knows(workspace: Workspace) -> None:
    path = hold(workspace, "2026-11-20-0900-aaaa", "a")
    folder = workspace.sessions
    (folder / "only-log.log").write_bytes(b"x")
    (folder / "empty.log").write_bytes(b"")
    (folder / ".hidden.json").write_bytes(b"{}")
    (folder / "notes.txt").write_bytes(b"x")
    stamps = stamps_in(folder)
    assert set(stamps) == {found.stem for found in workspace.session_paths()} == {path.stem, "only-log"}
    assert all(stamp == stamp_of(folder / f"{name}.json") for name, stamp in stamps.items())


def test_each_change_of_either_file_changes_the_stamp(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(b"{}")
    seen = {stamp_of(path)}
    path.write_bytes(b"{ }")
    seen.add(stamp_of(path))
    os.utime(path, ns=(1, 1))
    seen.add(stamp_of(path))
    path.with_suffix(".log").write_bytes(b"x")
    seen.add(stamp_of(path))
    os.utime(path.with_suffix(".log"), ns=(1, 1))
    seen.add(stamp_of(path))
    assert len(seen) == 5


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stamps_in(tmp_path / "nowhere") == {}
    assert stamp_of(tmp_path / "s.json") == ""
