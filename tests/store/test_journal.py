from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

import pytest
from tests.store.support import Faults
from tests.store.test_log_lines import Backwards
from tinydb import TinyDB, where
from tinydb.table import Document

from interview_tui.store import disk
from interview_tui.store.errors import SessionDamaged
from interview_tui.store.journal import JournalDB, JournalStorage
from interview_tui.store.log_lines import Tables


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.json"


def log_of(path: Path) -> Path:
    return path.with_suffix(".log")


def reopened(path: Path) -> Tables:
    """What a crash right now would leave, seen on a copy."""
    copy = path.parent / "copy"
    copy.mkdir(exist_ok=True)
    for file in (path, log_of(path)):
        if file.exists():
            shutil.copy(file, copy)
    storage = JournalStorage(copy / path.name)
    storage.close()
    shutil.rmtree(copy)
    return storage.tables


# -- TinyDB's own face -------------------------------------------------------------------------


def test_an_insert_is_one_line_of_the_log_and_leaves_the_snapshot_alone(path: Path) -> None:
    db = JournalDB(path)
    for number in range(3):
        assert db.table("events").insert({"n": number}) == number + 1
        assert log_of(path).read_bytes().count(b"\n") == number + 1
    assert not path.exists()
    db.close()


def test_at_rest_there_is_one_ordinary_tinydb_file(path: Path) -> None:
    with JournalDB(path) as db:
        db.table("events").insert({"text": "naïve 漢字 🙂"})
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with TinyDB(path, encoding="utf-8") as plain:
        assert plain.table("events").all() == [{"text": "naïve 漢字 🙂"}]


def test_everything_else_that_tinydb_does_works_too(path: Path) -> None:
    with JournalDB(path) as db:
        table = db.table("events")
        table.insert_multiple({"n": number} for number in range(4))
        table.insert(Document({"n": 9}, doc_id=40))
        table.update({"seen": True}, where("n") == 2)
        table.remove(where("n") == 0)
        assert table.insert({"n": 10}) == 41
        db.table("gone").insert({"x": 1})
        db.drop_table("gone")
    with TinyDB(path) as plain:
        assert [document["n"] for document in plain.table("events")] == [1, 2, 3, 9, 10]
        assert [document["n"] for document in plain.table("events").search(where("seen").exists())] == [2]
        assert plain.tables() == {"events"}


def test_a_document_id_can_be_inserted_once(path: Path) -> None:
    with JournalDB(path) as db:
        db.table("events").insert(Document({}, doc_id=7))
        with pytest.raises(ValueError, match="7 already exists"):
            db.table("events").insert(Document({}, doc_id=7))
        with pytest.raises(ValueError, match="not a Mapping"):
            db.table("events").insert(["no"])


def test_what_tinydb_changes_in_place_is_kept_only_when_it_was_written(path: Path, faults: Faults) -> None:
    with JournalDB(path) as db:
        db.table("events").insert({"text": "before"})
        faults.start("replace_file")
        with pytest.raises(OSError, match="injected"):
            db.table("events").update({"text": "after"})
        faults.stop()
        assert db.table("events").all() == [{"text": "before"}]


def test_a_crash_inside_an_update_never_mixes_old_rows_into_it(path: Path, faults: Faults) -> None:
    db = JournalDB(path)
    db.table("events").insert({"text": "before"})
    db.table("events").insert({"text": "before"})
    cuts: list[int] = []
    real_cut = disk.cut

    def crash_at_the_second(descriptor: int, length: int) -> None:
        cuts.append(length)
        if len(cuts) > 1:
            raise OSError(errno.EIO, "injected")
        real_cut(descriptor, length)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "cut", crash_at_the_second)
        with pytest.raises(OSError, match="injected"):
            db.table("events").update({"text": "after"})
    assert [row["text"] for row in reopened(path)["events"].values()] == ["after", "after"]
    db.close()


# -- crashes -----------------------------------------------------------------------------------


def test_a_torn_end_is_dropped_at_every_byte_and_saving_goes_on_behind_it(path: Path) -> None:
    storage = JournalStorage(path)
    storage.append([("events", 1, {"n": 1})])
    kept = storage.log_length
    storage.append([("events", 2, {"n": 2})])
    whole = log_of(path).read_bytes()
    storage.abandon()
    for length in range(kept, len(whole)):
        log_of(path).write_bytes(whole[:length])
        again = JournalStorage(path)
        assert again.tables == {"events": {"1": {"n": 1}}}
        assert not again.notices
        again.append([("events", 3, {"n": 3})])
        assert reopened(path) == {"events": {"1": {"n": 1}, "3": {"n": 3}}}
        again.abandon()


def test_damage_in_the_middle_costs_one_row_and_is_set_aside_and_told(path: Path) -> None:
    storage = JournalStorage(path)
    for number in range(1, 4):
        storage.append([("events", number, {"n": number})])
    storage.abandon()
    lines = log_of(path).read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"n":2', b'"n":7')
    log_of(path).write_bytes(b"".join(lines))
    aside = log_of(path).with_name("session.log.damaged")
    aside.write_bytes(b"from an earlier time\n")

    storage = JournalStorage(path)
    assert storage.tables == {"events": {"1": {"n": 1}, "3": {"n": 3}}}
    assert aside.read_bytes() == b"from an earlier time\n" + lines[1]
    assert "session.log.damaged" in storage.notices[0]
    storage.close()
    again = JournalStorage(path)
    assert again.notices == []
    assert len(again.tables["events"]) == 2
    again.close()


def test_a_damaged_snapshot_without_a_log_is_left_exactly_as_it_is(path: Path) -> None:
    path.write_bytes(b'{"events": {"1": {"n"')
    with pytest.raises(SessionDamaged, match="left as it"):
        JournalStorage(path)
    assert path.read_bytes() == b'{"events": {"1": {"n"'
    assert list(path.parent.iterdir()) == [path]


def test_a_snapshot_that_the_log_outlives_is_replaced_only_after_a_copy_was_kept(path: Path) -> None:
    storage = JournalStorage(path)
    storage.append([("events", 1, {"n": 1})])
    storage.abandon()
    path.write_bytes(b"\0" * 100)
    storage = JournalStorage(path)
    assert storage.tables == {"events": {"1": {"n": 1}}}
    assert path.with_name("session.json.damaged").read_bytes() == b"\0" * 100
    assert "session.json.damaged" in storage.notices[0]
    storage.close()
    assert json.loads(path.read_bytes()) == {"events": {"1": {"n": 1}}}


@pytest.mark.parametrize("raw", [b"[]", b'{"events": []}', b'{"events": {"1": 3}}'])
def test_json_that_is_no_database_counts_as_damaged(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    with pytest.raises(SessionDamaged):
        JournalStorage(path)
    assert path.read_bytes() == raw


# -- disks that refuse -------------------------------------------------------------------------


@pytest.mark.parametrize("after_bytes", [0, 1, 20])
def test_an_append_that_fails_leaves_no_trace(path: Path, faults: Faults, after_bytes: int) -> None:
    storage = JournalStorage(path)
    storage.append([("events", 1, {"n": 1})])
    faults.start("write_at", after_bytes=after_bytes)
    with pytest.raises(OSError, match="injected"):
        storage.append([("events", 2, {"n": 2})])
    assert storage.tables == {"events": {"1": {"n": 1}}}
    assert log_of(path).stat().st_size == storage.log_length
    faults.stop()
    storage.append([("events", 2, {"n": 3})])
    assert reopened(path)["events"]["2"] == {"n": 3}
    storage.close()


def test_nothing_is_appended_behind_torn_bytes_that_could_not_be_cut(path: Path, faults: Faults) -> None:
    storage = JournalStorage(path)
    storage.append([("drafts", 1, {"text": "a"})])
    long_and_older = {"text": "never acknowledged " * 9}
    faults.start("sync_file", errno.EDQUOT)
    faults.start("cut", errno.EDQUOT)
    with pytest.raises(OSError, match="injected"):
        storage.append([("drafts", 1, {"text": "b"}), ("drafts", 1, long_and_older)])
    faults.stop("sync_file")
    with pytest.raises(OSError, match="injected"):
        storage.append([("drafts", 1, {"text": "c"})])
    faults.stop()
    storage.append([("drafts", 1, {"text": "c"})])
    assert reopened(path) == {"drafts": {"1": {"text": "c"}}}
    storage.close()


def test_a_full_log_becomes_a_snapshot(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JournalStorage, "log_limit", 500)
    with JournalDB(path) as db:
        for number in range(40):
            db.table("events").insert({"n": number})
            assert log_of(path).stat().st_size < 600
        assert len(json.loads(path.read_bytes())["events"]) > 20


def test_a_snapshot_that_fails_keeps_the_log_and_is_not_tried_at_every_row(
    path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalStorage, "log_limit", 500)
    storage = JournalStorage(path)
    while not storage.snapshot_due:
        storage.append([("events", 1, {"text": "x" * 50})])
    faults.start("replace_file")
    with pytest.raises(OSError, match="injected"):
        storage.snapshot()
    assert not storage.snapshot_due
    with pytest.raises(OSError, match="injected"):
        storage.close()
    faults.stop()
    assert reopened(path) == {"events": {"1": {"text": "x" * 50}}}


def test_a_log_that_somebody_deleted_is_written_again_from_memory(path: Path) -> None:
    storage = JournalStorage(path)
    storage.append([("events", 1, {"n": 1})])
    log_of(path).unlink()
    storage.append([("events", 2, {"n": 2})])
    assert reopened(path) == {"events": {"1": {"n": 1}, "2": {"n": 2}}}
    storage.close()


def test_a_folder_that_went_away_refuses_until_it_is_back(path: Path) -> None:
    folder = path.parent / "drive"
    folder.mkdir()
    path = folder / "session.json"
    storage = JournalStorage(path)
    storage.append([("events", 1, {"n": 1})])
    shutil.rmtree(folder)
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            storage.append([("events", 2, {"n": 2})])
    folder.mkdir()
    storage.append([("events", 2, {"n": 2})])
    assert reopened(path) == {"events": {"1": {"n": 1}, "2": {"n": 2}}}
    storage.close()


def test_a_drive_that_reported_errors_is_opened_anew(path: Path, faults: Faults) -> None:
    storage = JournalStorage(path)
    storage.append([("events", 1, {"n": 1})])
    faults.start("sync_file", errno.EIO)
    for _ in range(2):
        with pytest.raises(OSError, match="injected"):
            storage.append([("events", 2, {"n": 2})])
    faults.stop()
    storage.append([("events", 2, {"n": 2})])
    assert json.loads(path.read_bytes()) == {"events": {"1": {"n": 1}}}
    assert reopened(path) == {"events": {"1": {"n": 1}, "2": {"n": 2}}}
    storage.close()


# -- the rest ----------------------------------------------------------------------------------


def test_the_log_is_for_its_owner_only(path: Path) -> None:
    storage = JournalStorage(path)
    assert log_of(path).stat().st_mode & 0o777 == 0o600
    storage.close()


def test_tidy_tables_are_written_with_each_snapshot(path: Path) -> None:
    def count(tables: Tables) -> None:
        tables["tidy"] = {"1": {"events": len(tables["events"])}}

    storage = JournalStorage(path, before_snapshot=count)
    storage.append([("events", 1, {}), ("events", 2, {})])
    storage.close()
    assert json.loads(path.read_bytes())["tidy"] == {"1": {"events": 2}}


def test_a_fault_in_the_tidy_tables_keeps_nothing_off_the_disk(path: Path) -> None:
    def fail(tables: Tables) -> None:
        raise KeyError("phase")

    storage = JournalStorage(path, before_snapshot=fail)
    storage.append([("events", 1, {"n": 1})])
    storage.close()
    assert json.loads(path.read_bytes()) == {"events": {"1": {"n": 1}}}
    assert "could not be written" in storage.notices[0]


def test_a_batch_is_one_append_and_one_sync(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = JournalStorage(path)
    syncs: list[int] = []
    monkeypatch.setattr(disk, "sync_file", syncs.append)
    storage.append([("events", number, {"n": number}) for number in range(1, 500)])
    assert len(syncs) == 1
    storage.close()


def test_a_note_of_a_megabyte_is_saved(path: Path) -> None:
    text = "word " * 210_000
    storage = JournalStorage(path)
    storage.append([("events", 1, {"text": text})])
    assert reopened(path)["events"]["1"]["text"] == text
    assert storage.snapshot_due
    storage.close()


def test_another_codec_seals_both_files(path: Path) -> None:
    storage = JournalStorage(path, codec=Backwards())
    storage.append([("events", 1, {"text": "secret"})])
    assert b"secret" not in log_of(path).read_bytes()
    storage.close()
    assert b"secret" not in path.read_bytes()
    again = JournalStorage(path, codec=Backwards())
    assert again.tables == {"events": {"1": {"text": "secret"}}}
    again.close()
