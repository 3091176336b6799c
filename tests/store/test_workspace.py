from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from tests.store.support import a_header, a_note, files_in

from interview_tui.domain.events import AnyEvent, FieldSet, Finished, Undone
from interview_tui.store.errors import SessionMissing, StoreError
from interview_tui.store.session_file import create_session
from interview_tui.store.workspace import (
    ENVIRONMENT_NAME,
    Workspace,
    find_workspace,
    new_session_id,
    practice_workspace,
)

SOON = 10.0


def keep(workspace: Workspace, *session_ids: str) -> None:
    for session_id in session_ids:
        workspace.session_path(session_id).write_bytes(b"{}")


def an_event(kind: Callable[..., AnyEvent], counter: int, at_ms: int, **fields: object) -> AnyEvent:
    return kind(id=f"e{counter}", device="laptop", author="ada", counter=counter, at_ms=at_ms, **fields)


# -- which folder ------------------------------------------------------------------------------


def test_the_folder_asked_for_comes_before_all_others(tmp_path: Path) -> None:
    (tmp_path / "guides").mkdir()
    environ = {ENVIRONMENT_NAME: str(tmp_path / "from-environment")}
    assert find_workspace("asked", environ, tmp_path).path == tmp_path / "asked"
    assert find_workspace(None, environ, tmp_path).path == tmp_path / "from-environment"
    assert find_workspace(None, {}, tmp_path).path == tmp_path
    assert find_workspace(None, {ENVIRONMENT_NAME: ""}, tmp_path).path == tmp_path


@pytest.mark.parametrize("folder", ["guides", "sessions"])
def test_a_folder_that_looks_like_a_workspace_is_one(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    assert find_workspace(None, {}, tmp_path) == Workspace(tmp_path)


def test_anywhere_else_it_is_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found = find_workspace(None, {}, tmp_path)
    assert found.path.name == "interview-tui"
    assert found.path != tmp_path
    assert not found.path.exists()


def test_a_file_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(StoreError, match="name a folder"):
        find_workspace("notes.txt", {}, tmp_path)


def test_a_new_workspace_is_for_its_owner_only(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "new")
    workspace.create()
    workspace.create()
    for folder in (workspace.path, workspace.guides, workspace.sessions):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_workspace_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="--workspace"):
        Workspace(tmp_path / "file" / "new").create()


def test_practice_happens_in_a_private_folder_of_its_own() -> None:
    first, second = practice_workspace(), practice_workspace()
    assert first != second
    for workspace in (first, second):
        assert workspace.path.stat().st_mode & 0o777 == 0o700
        assert files_in(workspace.path) == {}
        for folder in (workspace.guides, workspace.sessions, workspace.path):
            folder.rmdir()


# -- which session -----------------------------------------------------------------------------


def test_an_id_tells_the_time_and_can_be_typed() -> None:
    session_id = new_session_id(datetime(2026, 11, 21, 22, 10), Random(1))
    assert session_id.startswith("2026-11-21-2210-")
    assert len(session_id) == len("2026-11-21-2210-x7k2")
    assert not set("01loi") & set(session_id[-4:])
    assert new_session_id(datetime(2026, 11, 21, 22, 11), Random(1)) > session_id


def test_sessions_are_listed_newest_first_and_other_files_are_not(workspace: Workspace) -> None:
    keep(workspace, "2026-11-20-0900-aaaa", "2026-11-21-0900-bbbb")
    (workspace.sessions / "README.md").touch()
    (workspace.sessions / ".reserve").touch()
    (workspace.sessions / "2026-11-22-0900-cccc.log").touch()
    (workspace.sessions / "2026-11-19-0900-dddd.log").write_bytes(b"row")
    assert [path.stem for path in workspace.session_paths()] == [
        "2026-11-21-0900-bbbb",
        "2026-11-20-0900-aaaa",
        "2026-11-19-0900-dddd",
    ]


def test_a_workspace_without_folders_has_no_sessions(tmp_path: Path) -> None:
    assert Workspace(tmp_path / "none").session_paths() == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("last", "2026-11-21-0900-bbbb"),
        ("2026-11-20-0900-aaaa", "2026-11-20-0900-aaaa"),
        ("2026-11-20-09", "2026-11-20-0900-aaaa"),
        ("pilot", "pilot"),
    ],
)
def test_a_session_is_found_by_id_beginning_or_last(workspace: Workspace, text: str, meant: str) -> None:
    keep(workspace, "2026-11-20-0900-aaaa", "2026-11-21-0900-bbbb")
    if text == "pilot":
        keep(workspace, "pilot", "pilot-2")
    assert workspace.resolve(text).stem == meant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026", "2026 could be 2026-11-21-0900-bbbb or 2026-11-20-0900-aaaa; type more of it."),
        ("x", "There is no session x; choose from 2026-11-21-0900-bbbb or 2026-11-20-0900-aaaa."),
    ],
)
def test_a_session_that_is_not_clear_is_answered_with_the_candidates(
    workspace: Workspace, text: str, told: str
) -> None:
    keep(workspace, "2026-11-20-0900-aaaa", "2026-11-21-0900-bbbb")
    with pytest.raises(SessionMissing) as raised:
        workspace.resolve(text)
    assert raised.value.message == told


def test_many_candidates_are_not_all_listed(workspace: Workspace) -> None:
    keep(workspace, *(f"s{number:02}" for number in range(20)))
    with pytest.raises(SessionMissing, match=r"s19, s18, .*s12 or 12 more"):
        workspace.resolve("s")


def test_an_empty_workspace_says_so(workspace: Workspace) -> None:
    with pytest.raises(SessionMissing, match="no sessions"):
        workspace.resolve("last")


# -- the list ----------------------------------------------------------------------------------


def test_each_session_is_told_in_a_line_and_a_bad_file_stops_none(workspace: Workspace) -> None:
    keep(workspace, "2026-11-23-0900-broken")
    running = create_session(workspace, a_header("2026-11-22-0900-live"))
    assert running.saver.flush(SOON)
    crashed = create_session(workspace, a_header("2026-11-21-0900-half"))
    crashed.add(a_note(1))
    crashed.add(a_note(2))
    crashed.add(an_event(Undone, 3, 3000, events=(a_note(2).id,)))
    crashed.add(an_event(FieldSet, 4, 90_000, target="session", name="participant", value="P07"))
    assert crashed.close(SOON)
    done = create_session(workspace, a_header("2026-11-20-0900-done"))
    done.add(an_event(Finished, 1, 1_800_000))
    assert done.close(SOON)

    broken, live, half, finished = workspace.summaries()
    assert (broken.id, broken.state) == ("2026-11-23-0900-broken", "unreadable")
    assert "left as it is" in broken.problem
    assert (live.state, live.notes) == ("running", 0)
    assert (half.state, half.notes, half.participant, half.minutes) == ("unfinished", 1, "P07", 1.5)
    assert half.guide_title == "Clinic scheduling, round 2"
    assert (finished.state, finished.minutes, finished.problem) == ("finished", 30.0, "")
    assert running.close(SOON)


def test_a_finished_session_stays_finished_while_somebody_reviews_it(workspace: Workspace) -> None:
    done = create_session(workspace, a_header("2026-11-20-0900-done"))
    done.add(an_event(Finished, 1, 1_800_000))
    assert done.saver.flush(SOON)
    [summary] = workspace.summaries()
    assert (summary.state, summary.open_elsewhere) == ("finished", True)
    assert done.close(SOON)
    [summary] = workspace.summaries()
    assert (summary.state, summary.open_elsewhere) == ("finished", False)
