"""What `doctor` says of practice folders that killed runs left."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from interview_tui.store.checkup.practice import check_practice, left_practice
from interview_tui.store.locks import SessionLock
from interview_tui.store.workspace import Workspace, practice_workspace

NOW = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(hours_ago: float) -> Workspace:
    """A practice folder that was made so long ago."""
    workspace = practice_workspace()
    made = (NOW - timedelta(hours=hours_ago)).timestamp()
    os.utime(workspace.path, (made, made))
    return workspace


def test_only_what_is_older_than_a_day_was_left() -> None:
    old = left(25)
    left(23)
    assert left_practice(NOW) == [old]


def test_a_practice_that_is_open_was_not_left() -> None:
    lock = SessionLock(left(48).sessions / "2026-11-19-2210-abcd.json")
    lock.acquire()
    assert left_practice(NOW) == []
    lock.release()
    assert len(left_practice(NOW)) == 1


def test_somebody_elses_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    left(48)
    monkeypatch.setattr(os, "getuid", lambda: -1)
    assert left_practice(NOW) == []


def test_a_file_or_a_link_of_that_name_is_none(temporary: Path) -> None:
    (temporary / "elsewhere").mkdir()
    (temporary / "interview-tui-practice-link").symlink_to(temporary / "elsewhere")
    (temporary / "interview-tui-practice-file").touch()
    os.utime(temporary / "interview-tui-practice-file", (0, 0))
    assert left_practice(datetime.now(UTC) + timedelta(days=9)) == []


def test_all_of_them_have_one_line(temporary: Path) -> None:
    assert list(check_practice([])) == []
    for _ in range(3):
        left(48)
    (found,) = check_practice(left_practice(NOW))
    assert (found.state, found.message) == (
        "warn",
        f"3 folders were left in {temporary} by runs that were killed",
    )
    assert "doctor --delete-expired" in found.todo
