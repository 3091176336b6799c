"""What stops a workspace from being saved is told with what helps against it."""

from __future__ import annotations

import errno

import pytest

from interview_tui.store import disk
from interview_tui.store.checkup.storage import check_storage
from interview_tui.store.workspace import Workspace


@pytest.mark.parametrize(
    ("number", "message", "todo"),
    [
        (errno.ENOSPC, "nothing can be saved because the disk is full", "make room, or choose"),
        (errno.EROFS, "nothing can be saved because the folder is read-only", "make the folder writable, or"),
    ],
)
def test_a_disk_that_refuses_is_told_with_what_helps(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, number: int, message: str, todo: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(disk, "replace_file", refuse)
    saving = [found for found in check_storage(workspace) if found.check == "saving"]
    assert [(found.state, found.message) for found in saving] == [("bad", message)]
    assert saving[0].todo.startswith(todo)
