from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.store.support import Faults, a_header, a_note, files_in
from tinydb import TinyDB

from interview_tui.domain.events import AnyEvent, NoteAdded
from interview_tui.domain.header import SessionHeader
from interview_tui.store.errors import SessionBusy, SessionDamaged, SessionMissing, SessionTooNew, StoreError
from interview_tui.store.session_file import SessionFile, create_session, open_session, read_session
from interview_tui.store.workspace import Workspace

SOON = 10.0


def tidy(header: SessionHeader, events: list[AnyEvent]) -> dict[str, list[dict[str, Any]]]:
    notes = [event for event in events if isinstance(event, NoteAdded)]
    return {
        "notes": [{"at_ms": note.at_ms, "text": note.text, "guide": header.guide.title} for note in notes]
    }


@pytest.fixture
def session(workspace: Workspace) -> Iterator[SessionFile]:
    session = create_session(workspace, a_header(), tidy=tidy)
    yield session
    session.close(SOON, drop=True)


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    session = create_session(workspace, a_header(), tidy=tidy)
    for number in range(1, 4):
        session.add(a_note(number))
    session.draft("note", {"text": "half a thou"})
    assert session.close(SOON)
    return session.path


# -- writing and going on ----------------------------------------------------------------------


def test_what_was_added_is_there_when_it_is_opened_again(closed: Path) -> None:
    session = open_session(closed, tidy=tidy)
    assert session.header == a_header()
    assert session.events == [a_note(1), a_note(2), a_note(3)]
    assert session.drafts == {"note": {"text": "half a thou"}}
    assert session.notices == []
    session.add(a_note(4))
    session.draft("note", None)
    session.draft("field:participant", {"text": "P0"})
    assert session.close(SOON)
    record = read_session(closed)
    assert record.events == [a_note(number) for number in range(1, 5)]
    assert record.drafts == {"field:participant": {"text": "P0"}}


def test_at_rest_it_is_one_tinydb_file_that_pandas_reads_too(closed: Path) -> None:
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]
    with TinyDB(closed) as db:
        assert db.tables() == {"meta", "events", "drafts", "notes"}
        assert db.table("meta").get(doc_id=1)["guide"]["title"] == "Clinic scheduling, round 2"
        assert [row["text"] for row in db.table("events")] == ["they keep a paper list"] * 3
    notes = pd.DataFrame(json.loads(closed.read_bytes())["notes"].values())
    assert notes["at_ms"].tolist() == [1000, 2000, 3000]
    assert set(notes["guide"]) == {"Clinic scheduling, round 2"}


def test_a_crash_before_the_first_merge_loses_nothing_that_was_saved(
    session: SessionFile, tmp_path: Path
) -> None:
    session.add(a_note(1, "half a \ud83d pair"))
    assert session.saver.flush(SOON)
    assert not session.path.exists()
    crashed = Workspace(tmp_path / "crashed")
    crashed.create()
    copy = crashed.session_path(session.header.id)
    copy.with_suffix(".log").write_bytes(session.path.with_suffix(".log").read_bytes() + b"0badc0de [tor")
    assert crashed.session_paths() == [copy]
    again = open_session(copy)
    assert again.events == [a_note(1, "half a \ufffd pair")]
    assert again.close(SOON)


def test_tidy_tables_tell_only_what_is_durable(session: SessionFile) -> None:
    for number in range(1, 4):
        session.add(a_note(number))
    assert session.saver.flush(SOON)
    tables: dict[str, dict[str, Any]] = {"events": {"1": {}, "2": {}}}
    session._write_tidy(tables)
    assert len(tables["notes"]) == 2


def test_a_session_of_the_same_name_is_never_overwritten(workspace: Workspace, closed: Path) -> None:
    before = closed.read_bytes()
    session = create_session(workspace, a_header())
    session.saver.flush(SOON)
    assert isinstance(session.saver.failure, StoreError)
    assert "already" in session.saver.failure.message
    session.close(SOON, drop=True)
    assert closed.read_bytes() == before


def test_rows_of_a_newer_version_stay_in_the_file(closed: Path) -> None:
    data = json.loads(closed.read_bytes())
    data["events"]["4"] = {"kind": "emotion_seen", "id": "x"}
    data["events"]["5"] = {**data["events"]["1"], "id": "new", "sentiment": "cross"}
    closed.write_text(json.dumps(data))
    session = open_session(closed, tidy=tidy)
    assert len(session.events) == 4
    assert "newer version" in session.notices[0]
    session.add(a_note(9))
    assert session.close(SOON)
    after = json.loads(closed.read_bytes())
    assert {number: after["events"][number] for number in data["events"]} == data["events"]
    assert after["events"]["6"]["counter"] == 9
    assert len(after["notes"]) == 5


# -- who may write -----------------------------------------------------------------------------


def test_a_second_opener_is_told_who_writes_and_can_still_read(session: SessionFile) -> None:
    session.add(a_note(1))
    assert session.saver.flush(SOON)
    with pytest.raises(SessionBusy, match=f"process {os.getpid()}"):
        open_session(session.path)
    record = read_session(session.path)
    assert record.events == [a_note(1)]
    assert record.holder is not None
    assert record.holder.pid == os.getpid()


def test_a_reader_sees_a_whole_session_at_every_moment_of_its_writing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interview_tui.store.journal.JournalStorage.log_limit", 2_000)
    session = create_session(workspace, a_header())
    done = threading.Event()

    def write() -> None:
        for number in range(1, 301):
            session.add(a_note(number))
            if number % 3 == 0:
                session.saver.flush(SOON)
        done.set()

    session.add(a_note(0))
    assert session.saver.flush(SOON)
    writer = threading.Thread(target=write)
    writer.start()
    seen = 0
    while not done.is_set():
        durable = session.saver.durable
        record = read_session(session.path)
        assert record.events == [a_note(number) for number in range(len(record.events))]
        assert len(record.events) + 1 >= durable
        assert not record.notices
        seen += 1
    writer.join()
    assert seen > 0
    assert session.path.exists()
    assert session.close(SOON)


def test_reading_writes_nothing_at_all(session: SessionFile, workspace: Workspace) -> None:
    session.add(a_note(1))
    assert session.saver.flush(SOON)
    before = files_in(workspace.path)
    read_session(session.path)
    workspace.summaries()
    assert files_in(workspace.path) == before


def test_a_failed_opening_lets_the_next_one_in(closed: Path, faults: Faults) -> None:
    closed.with_suffix(".log").write_bytes(b"0badc0de torn")
    faults.start("cut", errno.EROFS)
    with pytest.raises(StoreError, match="the folder is read-only"):
        open_session(closed)
    faults.stop()
    assert open_session(closed).close(SOON)


# -- files that cannot be used -----------------------------------------------------------------


@pytest.mark.parametrize(
    "content", [b"", b"not json", b"{}", b'{"meta": {"1": {"id": "x"}}}', b'{"events": {}}']
)
def test_a_file_that_is_no_session_is_left_as_it_is(workspace: Workspace, content: bytes) -> None:
    path = workspace.session_path("odd")
    path.write_bytes(content)
    before = files_in(workspace.path)
    for use in (open_session, read_session):
        with pytest.raises(SessionDamaged, match="left as it"):
            use(path)
        assert files_in(workspace.path) == before


def test_a_damaged_file_whose_log_has_no_header_is_left_as_it_is(workspace: Workspace, closed: Path) -> None:
    session = open_session(closed)
    session.add(a_note(4))
    assert session.saver.flush(SOON)
    log = closed.with_suffix(".log").read_bytes()
    session.close(SOON)
    closed.write_bytes(closed.read_bytes()[:-9])
    closed.with_suffix(".log").write_bytes(log)
    before = files_in(workspace.path)
    for use in (open_session, read_session):
        with pytest.raises(SessionDamaged, match="left as it is"):
            use(closed)
    assert files_in(workspace.path) == before


def test_a_newer_versions_file_is_read_but_not_written(workspace: Workspace, closed: Path) -> None:
    data = json.loads(closed.read_bytes())
    data["meta"]["1"] |= {"schema_version": 2, "hologram": True}
    closed.write_text(json.dumps(data))
    before = files_in(workspace.path)
    with pytest.raises(SessionTooNew, match="version 2"):
        open_session(closed)
    record = read_session(closed)
    assert len(record.events) == 3
    assert "newer version" in record.notices[0]
    assert files_in(workspace.path) == before


def test_a_newer_versions_file_that_cannot_be_understood_says_so(closed: Path) -> None:
    closed.write_text(json.dumps({"meta": {"1": {"schema_version": 7}}}))
    for use in (open_session, read_session):
        with pytest.raises(SessionTooNew, match="update interview-tui"):
            use(closed)


def test_a_session_that_is_not_there_is_told_and_not_made(workspace: Workspace) -> None:
    for use in (open_session, read_session):
        with pytest.raises(SessionMissing, match="nowhere"):
            use(workspace.session_path("nowhere"))
    assert files_in(workspace.path) == {}


def test_damage_in_a_log_is_told_with_the_session(closed: Path) -> None:
    session = open_session(closed)
    session.add(a_note(4))
    session.add(a_note(5))
    assert session.saver.flush(SOON)
    log = closed.with_suffix(".log")
    raw = log.read_bytes()
    session.close(SOON)
    log.write_bytes(raw.replace(b'"counter":4', b'"counter":7'))
    record = read_session(closed)
    assert "could not be read" in record.notices[0]
    again = open_session(closed)
    assert "could not be read" in again.notices[0]
    assert again.close(SOON)
    assert log.with_name(f"{log.name}.damaged").exists()


# -- disks that refuse -------------------------------------------------------------------------


def test_a_session_begun_on_a_disk_that_refuses_is_saved_when_it_gives_in(
    workspace: Workspace, faults: Faults
) -> None:
    faults.start("write_at", errno.ENOSPC)
    told = threading.Event()
    session = create_session(workspace, a_header())
    session.saver.on_change = told.set
    session.add(a_note(1))
    assert told.wait(SOON)
    status = session.saver.status()
    assert (status.state, status.reason, status.waiting) == ("failed", "the disk is full", 2)
    faults.stop()
    assert session.close(SOON)
    assert read_session(session.path).events == [a_note(1)]


def test_nothing_is_written_outside_the_workspace(
    tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"):
        folder = tmp_path / "outside" / name
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.chdir(tmp_path / "outside")
    session = create_session(workspace, a_header(practice=False), tidy=tidy)
    session.add(a_note(1))
    assert session.close(SOON)
    open_session(session.path).close(SOON)
    workspace.summaries()
    assert files_in(tmp_path / "outside") == {}
    assert set(files_in(workspace.path)) == {"sessions/.reserve", f"sessions/{session.path.name}"}


@pytest.mark.parametrize("session_id", ["../escape", "a/b", "", ".hidden", "..", "a\\b", "C:x"])
def test_an_id_cannot_lead_out_of_the_workspace(workspace: Workspace, session_id: str) -> None:
    with pytest.raises(StoreError, match="name of a session"):
        create_session(workspace, a_header(session_id))
