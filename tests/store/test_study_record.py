"""`study.json` on the real storage: what is kept survives; what cannot be is told and changes nothing."""

from __future__ import annotations

import errno
import functools
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.store.people import FINISHED, OTHER, WORDS, ZOE, left_of, write_people
from tests.store.support import Faults, a_note, files_in
from tests.store.test_full_disk import fill, small_disk  # noqa: F401 - a fixture
from tests.store.test_withdrawal import done_before_kill, forks
from tinydb import TinyDB

from interview_tui.domain.events import FieldSet, FieldValue, Undone
from interview_tui.domain.insight_rank import ranked
from interview_tui.domain.insights import describe, insights_of, put_evidence
from interview_tui.domain.study_record import StudyEvent, StudyPen
from interview_tui.store import disk, study_record
from interview_tui.store.checkup.worked_out import check_study_record
from interview_tui.store.codec import PLAIN
from interview_tui.store.library.reading import read_library
from interview_tui.store.locks import SessionLock
from interview_tui.store.log_lines import frame
from interview_tui.store.rows import event_to_row
from interview_tui.store.study_record import StudyRecordError, keep_study_events, read_study_record
from interview_tui.store.withdrawal import withdraw
from interview_tui.store.workspace import Workspace


@pytest.fixture
def path(workspace: Workspace) -> Path:
    return workspace.study_record


def wrote(counter: int, value: FieldValue = "a", *, device: str = "desk", name: str = "name") -> FieldSet:
    return FieldSet(
        id=f"01J{device}{counter:018d}",
        device=device,
        counter=counter,
        at_ms=counter,
        author="ada",
        target="theme:1",
        name=name,
        value=value,
    )


def took_back(counter: int, *events: StudyEvent) -> Undone:
    return Undone(
        id=f"01U{counter:023d}",
        device="desk",
        counter=counter,
        at_ms=counter,
        author="ada",
        events=tuple(event.id for event in events),
    )


# -- keeping -------------------------------------------------------------------------------


def test_without_a_file_a_study_is_empty_and_reading_makes_none(path: Path) -> None:
    assert read_study_record(path).events == []
    assert not path.exists()


def test_nothing_to_keep_makes_no_file(path: Path) -> None:
    keep_study_events(path, [])
    assert not path.exists()


def test_what_is_kept_comes_back_and_is_one_plain_file_at_rest(path: Path) -> None:
    events = [wrote(1, "Ünï ✓ 電話\n"), wrote(2, 3), wrote(3, 1.5), wrote(4, True), wrote(5, None)]
    keep_study_events(path, [*events, took_back(6, events[0])])
    assert read_study_record(path).events == [*events, took_back(6, events[0])]
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["study.json"]
    with TinyDB(path) as db:
        assert len(db.table("events")) == 6
        assert db.table("meta").get(doc_id=1) == {"schema_version": 1}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")
def test_only_its_owner_can_read_it(path: Path) -> None:
    keep_study_events(path, [wrote(1)])
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_workspace_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    keep_study_events(tmp_path / "new" / "study.json", [wrote(1)])
    assert read_study_record(tmp_path / "new" / "study.json").field("theme:1", "name") == "a"


def test_what_is_kept_already_is_kept_once(path: Path) -> None:
    keep_study_events(path, [wrote(1), wrote(2, "b")])
    before = path.read_bytes()
    keep_study_events(path, [wrote(1)])
    assert path.read_bytes() == before
    keep_study_events(path, [wrote(2, "b"), wrote(3, "c")])
    assert len(json.loads(path.read_bytes())["events"]) == 3


def test_rows_of_other_programs_stay(path: Path) -> None:
    keep_study_events(path, [wrote(1)])
    with TinyDB(path) as db:
        db.table("mine").insert({"note": "of another program"})
    keep_study_events(path, [wrote(2)])
    assert json.loads(path.read_bytes())["mine"] == {"1": {"note": "of another program"}}


# -- two writers ---------------------------------------------------------------------------


def test_two_who_write_at_once_lose_nothing(path: Path) -> None:
    def write(device: str) -> None:
        for counter in range(1, 16):
            keep_study_events(path, [wrote(counter, device, device=device)])

    threads = [threading.Thread(target=write, args=(device,)) for device in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_study_record(path).events) == 45


def test_two_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    script = """
import sys
from pathlib import Path
from tests.store.test_study_record import wrote
from interview_tui.store.study_record import keep_study_events
for counter in range(1, 11):
    keep_study_events(Path(sys.argv[1]), [wrote(counter, device=sys.argv[2])])
"""
    programs = [subprocess.Popen([sys.executable, "-c", script, str(path), device]) for device in "ab"]
    assert [program.wait(60) for program in programs] == [0, 0]
    assert len(read_study_record(path).events) == 20


def test_who_holds_the_file_is_told_and_nothing_is_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_study_events(path, [wrote(1)])
    monkeypatch.setattr(study_record, "PATIENCE_S", 0.0)
    lock = SessionLock(path)
    lock.acquire()
    try:
        before = path.read_bytes()
        with pytest.raises(StudyRecordError, match=f"is being changed by process {os.getpid()}"):
            keep_study_events(path, [wrote(2)])
        assert path.read_bytes() == before
        assert len(read_study_record(path).events) == 1  # reading waits for nobody
    finally:
        lock.release()
    keep_study_events(path, [wrote(2)])
    assert len(read_study_record(path).events) == 2


# -- a disk that refuses -------------------------------------------------------------------


@pytest.mark.parametrize("refusing", ["write_at", "sync_file"])
@pytest.mark.parametrize("after_bytes", [0, 30])
def test_a_full_disk_is_told_and_changes_nothing(
    path: Path, faults: Faults, refusing: str, after_bytes: int
) -> None:
    keep_study_events(path, [wrote(1)])
    faults.start(refusing, after_bytes=after_bytes)
    with pytest.raises(StudyRecordError, match=r"study\.json was not changed because the disk is full"):
        keep_study_events(path, [wrote(2, "b")])
    faults.stop()
    assert read_study_record(path).events == [wrote(1)]
    keep_study_events(path, [wrote(3, "c")])
    assert read_study_record(path).events == [wrote(1), wrote(3, "c")]


def test_on_a_disk_that_is_really_full_what_was_kept_stays(small_disk: Path) -> None:  # noqa: F811
    path = small_disk / "study.json"
    keep_study_events(path, [wrote(1)])
    ballast = fill(small_disk)
    with pytest.raises(StudyRecordError, match="the disk is full"):
        keep_study_events(path, [wrote(2, "b" * 9_000)])
    assert read_study_record(path).events == [wrote(1)]
    ballast.unlink()
    keep_study_events(path, [wrote(2, "b")])
    assert read_study_record(path).events == [wrote(1), wrote(2, "b")]


def test_what_is_in_the_log_is_kept_even_where_it_cannot_be_merged(path: Path, faults: Faults) -> None:
    keep_study_events(path, [wrote(1)])
    faults.start("replace_file")
    keep_study_events(path, [wrote(2, "b")])
    faults.stop()
    assert path.with_suffix(".log").exists()
    assert read_study_record(path).field("theme:1", "name") == "b"
    keep_study_events(path, [wrote(3, "c")])
    assert not path.with_suffix(".log").exists()
    assert len(read_study_record(path).events) == 3


def test_a_folder_that_cannot_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "read-only")

    keep_study_events(path, [wrote(1)])
    monkeypatch.setattr(disk, "open_for_writing", refuse)
    with pytest.raises(StudyRecordError, match="the folder is read-only"):
        keep_study_events(path, [wrote(2)])


# -- crashes -------------------------------------------------------------------------------


@forks
def test_after_a_kill_at_any_step_a_change_is_there_whole_or_not_at_all(path: Path, tmp_path: Path) -> None:
    step_of_two = [wrote(2, "b"), wrote(3, 2.0, name="order")]
    keep_study_events(path, [wrote(1)])
    seen = set()
    for step in range(1, 200):
        copy = tmp_path / str(step) / "study.json"
        copy.parent.mkdir()
        copy.write_bytes(path.read_bytes())
        done = done_before_kill(step, functools.partial(keep_study_events, copy, step_of_two))
        kept = read_study_record(copy).events
        assert kept in ([wrote(1)], [wrote(1), *step_of_two])
        assert json.loads(copy.read_bytes())
        keep_study_events(copy, [wrote(4, "d")])
        assert read_study_record(copy).events == [*kept, wrote(4, "d")]
        seen.add(len(kept))
        if done:
            assert seen == {1, 3}
            assert step > 5
            return
    pytest.fail("the change never came to its end")


# -- damage --------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"events": 5}', b"\xff\xfe"])
def test_a_damaged_file_is_told_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    before = files_in(path.parent)
    with pytest.raises(StudyRecordError, match="not a file of themes and insights any more"):
        read_study_record(path)
    with pytest.raises(StudyRecordError, match="Restore it from a backup"):
        keep_study_events(path, [wrote(1)])
    assert files_in(path.parent) == before


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_log_that_was_cut_off_loses_only_what_was_never_kept(path: Path, cut: int) -> None:
    keep_study_events(path, [wrote(1)])
    line = frame([("events", 2, event_to_row(wrote(2, "b")))], PLAIN)
    path.with_suffix(".log").write_bytes(line + line[:cut])
    assert read_study_record(path).field("theme:1", "name") == "b"


@pytest.mark.parametrize(
    "row", [{}, {"kind": "field_set", "id": "x"}, {"kind": "unheard of", "id": "x"}, "text"]
)
def test_entries_that_nobody_understands_are_told_and_left(path: Path, row: object) -> None:
    keep_study_events(path, [wrote(1)])
    tables = json.loads(path.read_bytes())
    tables["events"]["2"] = row
    path.write_text(json.dumps(tables), "utf-8")
    before = path.read_bytes()
    with pytest.raises(StudyRecordError):
        read_study_record(path)
    with pytest.raises(StudyRecordError):
        keep_study_events(path, [wrote(2)])
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_told_and_left(path: Path) -> None:
    path.write_text(json.dumps({"meta": {"1": {"schema_version": 2}}, "events": {}}), "utf-8")
    before = path.read_bytes()
    with pytest.raises(StudyRecordError, match="newer version; update interview-tui"):
        read_study_record(path)
    with pytest.raises(StudyRecordError, match="newer version"):
        keep_study_events(path, [wrote(1)])
    assert path.read_bytes() == before


def test_a_note_has_no_place_in_the_record_and_is_passed_over(path: Path) -> None:
    keep_study_events(path, [wrote(1)])
    tables = json.loads(path.read_bytes())
    tables["events"]["2"] = event_to_row(a_note(5))
    path.write_text(json.dumps(tables), "utf-8")
    assert read_study_record(path).events == [wrote(1)]


# -- what doctor says ----------------------------------------------------------------------


def test_doctor_counts_themes_and_insights_and_sessions_that_went(workspace: Workspace) -> None:
    assert check_study_record(workspace).message == "no themes and insights yet"
    write_insight(workspace, FINISHED)
    found = check_study_record(workspace)
    assert (found.state, found.message) == (
        "ok",
        "0 themes and 1 insight; notes of 1 session that went count no more",
    )


def test_doctor_tells_of_a_record_that_cannot_be_read(workspace: Workspace) -> None:
    workspace.study_record.write_text("{", "utf-8")
    found = check_study_record(workspace)
    assert (found.state, found.todo) == ("bad", "interviews work without it")


# -- withdrawal ----------------------------------------------------------------------------


def write_insight(workspace: Workspace, *sessions: str, statement: str = "Lists are on paper") -> None:
    """An insight with every note of some sessions for it."""
    library = read_library(workspace)
    keys = [note.key for note in library.notes if note.session in sessions] or [f"{sessions[0]}/n1"]
    pen = StudyPen(
        read_study_record(workspace.study_record),
        device="desk",
        author="ada",
        now_ms=lambda: 0,
        new_id=iter(f"{number:026}" for number in range(1, 99)).__next__,
    )
    target = pen.new_target("insight")
    step = pen.write("x", [*describe(target, statement=statement), *put_evidence(target, keys, "for")])
    keep_study_events(workspace.study_record, step.events)


def test_no_word_of_a_note_is_copied_into_the_record(workspace: Workspace) -> None:
    write_people(workspace)
    write_insight(workspace, FINISHED, OTHER)
    told = workspace.study_record.read_bytes()
    assert FINISHED.encode() in told
    assert [word for word in (*WORDS, "another list") if word.encode() in told] == []


def test_the_notes_of_who_withdrew_count_nowhere_and_the_statement_stays(workspace: Workspace) -> None:
    write_people(workspace)
    write_insight(workspace, FINISHED, OTHER)
    before = workspace.study_record.read_bytes()
    outcome = withdraw(workspace, "P07", with_sessions=True, now_utc="2026-11-24T10:00:00+00:00")
    (each,) = ranked(insights_of(read_study_record(workspace.study_record)), read_library(workspace))
    assert each.insight.statement == "Lists are on paper"
    assert (each.people_for, each.people, each.missing) == (("P08",), 1, 1)
    assert workspace.study_record.read_bytes() == before
    assert left_of(workspace, WORDS) == []
    assert workspace.study_record in outcome.mentions
    assert outcome.traces == ()


def test_a_name_that_somebody_typed_into_an_insight_is_found(workspace: Workspace) -> None:
    write_people(workspace)
    write_insight(workspace, OTHER, statement=f"{ZOE.name} keeps lists on paper")
    outcome = withdraw(workspace, "P07", with_sessions=True, now_utc="2026-11-24T10:00:00+00:00")
    assert [(trace.path, trace.signs) for trace in outcome.traces] == [(workspace.study_record, ("name",))]


def test_merging_two_copies_gives_what_both_knew(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "a" / "study.json", tmp_path / "b" / "study.json"
    keep_study_events(mine, [wrote(1), wrote(2, "b")])
    keep_study_events(theirs, [wrote(1), wrote(3, "c", device="other")])
    theirs_read = read_study_record(theirs).events
    keep_study_events(mine, [event for event in theirs_read if isinstance(event, FieldSet | Undone)])
    assert read_study_record(mine).field("theme:1", "name") == "c"
    assert len(read_study_record(mine).events) == 3
