"""An export is whole or not there, and is never written over what the workspace needs."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from tests.store.support import files_in

from interview_tui.store.errors import StoreError
from interview_tui.store.exports import is_standard_output, write_export
from interview_tui.store.workspace import Workspace

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are another matter there")

OWN = (
    "participants.json",
    "participants.log",
    "participants.json.damaged",
    "study.toml",
    "withdrawals.log",
    "sessions/2026-11-21-2210-x7k2.json",
    "sessions/new.md",
    "guides/clinics.md",
    "guides/new.md",
    ".interview-tui/index.sqlite",
    "readme.md",
)


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    for name in OWN:
        path = workspace.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.name != "new.md":
            path.write_text("kept", "utf-8")
    return workspace


@pytest.mark.parametrize("name", OWN)
def test_what_belongs_to_the_workspace_is_never_written_over(full: Workspace, name: str) -> None:
    before = files_in(full.path)
    for target in (full.path / name, full.path / "exports" / ".." / name):
        with pytest.raises(StoreError, match="was left as it is; choose a new name, or one in"):
            write_export(target, "a report", workspace=full)
    assert files_in(full.path) == before


@posix
def test_a_link_from_outside_is_no_way_in(full: Workspace, tmp_path: Path) -> None:
    (tmp_path / "report.md").symlink_to(full.participants_file)
    with pytest.raises(StoreError, match="was left as it is"):
        write_export(tmp_path / "report.md", "a report", workspace=full)
    assert full.participants_file.read_text("utf-8") == "kept"


def test_exports_and_new_names_and_other_folders_are_free(full: Workspace, tmp_path: Path) -> None:
    (full.path / "exports").mkdir()
    targets = [full.path / "exports" / "a.md", full.path / "new.md", tmp_path / "participants.json"]
    targets[0].write_text("older", "utf-8")
    for target in targets:
        write_export(target, "a report", workspace=full)
    assert [target.read_text("utf-8") for target in targets] == ["a report"] * 3


def test_a_file_that_happens_to_end_in_tmp_stays(tmp_path: Path) -> None:
    (tmp_path / "report.md.tmp").write_text("mine", "utf-8")
    write_export(tmp_path / "report.md", "a report")
    assert files_in(tmp_path) == {"report.md": b"a report", "report.md.tmp": b"mine"}


@posix
def test_a_link_stays_one_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "report.md").symlink_to(tmp_path / "elsewhere.md")
    write_export(tmp_path / "report.md", "a report")
    assert (tmp_path / "report.md").is_symlink()
    assert (tmp_path / "elsewhere.md").read_text("utf-8") == "a report"


@posix
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text("utf-8")))
    reader.start()
    write_export(pipe, "a report" * 50_000)
    reader.join(20)
    assert heard == ["a report" * 50_000]
    assert pipe.is_fifo()


def test_a_folder_is_told_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        write_export(tmp_path, "a report")


@posix
def test_standard_output_is_known_by_any_name(tmp_path: Path) -> None:
    assert is_standard_output(Path("/dev/stdout"))
    assert not is_standard_output(tmp_path / "nothing.md")
    assert not is_standard_output(tmp_path)
