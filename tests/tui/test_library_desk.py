"""The desk of the library: what one person writes is durable at once, or did not happen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.support import Faults
from tests.tui.library import STUDY, a_library_workspace

from interview_tui.domain.study_record import Change
from interview_tui.store import study_record
from interview_tui.store.config import Config
from interview_tui.store.library.reading import Cancelled
from interview_tui.store.locks import SessionLock
from interview_tui.store.study_record import StudyRecordError, keep_study_events, read_study_record
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk

NAMED = Change("theme:1", "name", "The phone")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_library_workspace(tmp_path / "work")


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return Faults(monkeypatch)


@pytest.fixture
def desk(workspace: Workspace) -> LibraryDesk:
    return LibraryDesk(workspace, STUDY, Config())


def kept(workspace: Workspace) -> dict[str, object]:
    return dict(read_study_record(workspace.study_record).fields("theme:1"))


@pytest.mark.parametrize(
    ("config", "author"),
    [
        (Config(), "researcher"),
        (Config(note_taker="bea"), "bea"),
        (Config(moderator="ada", note_taker="bea"), "ada"),
    ],
)
def test_who_writes_is_who_the_settings_say(workspace: Workspace, config: Config, author: str) -> None:
    desk = LibraryDesk(workspace, STUDY, config)
    desk.write("named", [NAMED])
    assert [event.author for event in read_study_record(workspace.study_record).events] == [author]


def test_a_change_is_durable_at_the_return_and_its_undoing_too(
    desk: LibraryDesk, workspace: Workspace
) -> None:
    assert desk.write("named", [NAMED]).label == "named"
    assert kept(workspace) == {"name": "The phone"}
    step = desk.undo()
    assert step is not None
    assert step.label == "named"
    assert kept(workspace) == {}
    assert desk.undo() is None


def test_what_changes_nothing_touches_no_file(desk: LibraryDesk, workspace: Workspace) -> None:
    desk.write("named", [NAMED])
    before = workspace.study_record.read_bytes()
    assert desk.write("named again", [NAMED]).events == ()
    assert workspace.study_record.read_bytes() == before


@pytest.mark.parametrize("refusing", ["write_at", "sync_file"])
def test_what_could_not_be_kept_did_not_happen_and_the_rest_can_be_undone(
    desk: LibraryDesk, workspace: Workspace, faults: Faults, refusing: str
) -> None:
    desk.write("named", [NAMED])
    faults.start(refusing)
    with pytest.raises(StudyRecordError, match="the disk is full"):
        desk.write("renamed", [Change("theme:1", "name", "Calls"), Change("theme:1", "order", 1.0)])
    faults.stop()
    assert desk.record.fields("theme:1") == kept(workspace) == {"name": "The phone"}
    faults.start(refusing)
    with pytest.raises(StudyRecordError):
        desk.undo()
    faults.stop()
    assert desk.record.fields("theme:1") == kept(workspace) == {"name": "The phone"}
    step = desk.undo()
    assert step is not None
    assert step.label == "named"
    assert kept(workspace) == {}


def test_a_file_that_is_held_is_told_and_can_be_tried_again(
    desk: LibraryDesk, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_record, "PATIENCE_S", 0.0)
    lock = SessionLock(workspace.study_record)
    lock.acquire()
    try:
        with pytest.raises(StudyRecordError, match="is being changed by process"):
            desk.write("named", [NAMED])
        assert desk.record.fields("theme:1") == {}
    finally:
        lock.release()
    desk.write("named", [NAMED])
    assert kept(workspace) == {"name": "The phone"}


def test_reading_again_brings_what_others_wrote_and_keeps_what_can_be_undone(
    desk: LibraryDesk, workspace: Workspace
) -> None:
    desk.read()
    desk.write("named", [NAMED])
    other = LibraryDesk(workspace, STUDY, Config(moderator="bea"))
    other.write("described", [Change("theme:1", "description", "who calls whom")])
    assert desk.record.fields("theme:1") == {"name": "The phone"}
    library = desk.read()
    assert len(library.sessions) == 4
    assert desk.library is library
    assert desk.record.fields("theme:1") == {"name": "The phone", "description": "who calls whom"}
    desk.undo()
    assert kept(workspace) == {"description": "who calls whom"}


def test_two_desks_never_write_under_the_same_device(workspace: Workspace) -> None:
    desks = [LibraryDesk(workspace, STUDY, Config()) for _ in range(2)]
    assert len({desk.pen.device for desk in desks}) == 2
    assert len({desk.pen.new_target("theme") for desk in desks}) == 2


def test_a_record_that_cannot_be_read_is_told_until_it_is_put_right(
    desk: LibraryDesk, workspace: Workspace
) -> None:
    desk.write("named", [NAMED])
    whole = workspace.study_record.read_bytes()
    workspace.study_record.write_bytes(b"{")
    with pytest.raises(StudyRecordError):
        desk.read()
    assert desk.library is not None
    with pytest.raises(StudyRecordError):
        _ = desk.record
    with pytest.raises(StudyRecordError):
        desk.write("renamed", [Change("theme:1", "name", "Calls")])
    workspace.study_record.write_bytes(whole)
    assert desk.record.fields("theme:1") == {"name": "The phone"}


def test_reading_can_be_broken_off(desk: LibraryDesk) -> None:
    with pytest.raises(Cancelled):
        desk.read(lambda done, _count: done < 2)
    assert desk.library is None


def test_taking_the_notes_out_of_the_index_can_be_broken_off_too(
    desk: LibraryDesk, workspace: Workspace
) -> None:
    desk.read()  # nothing is left to do but that
    other = LibraryDesk(workspace, STUDY, Config())
    with pytest.raises(Cancelled):
        other.read(lambda done, count: done == count)
    assert other.library is None


def test_the_study_is_read_again_when_its_codebook_was_changed(
    desk: LibraryDesk, workspace: Workspace
) -> None:
    workspace.study_file.write_text(
        '[[tag]]\nkey = "p"\nname = "pain"\ncolour = "red"\ndescription = ""\n', "utf-8"
    )
    desk.read_study()
    assert [tag.name for tag in desk.codebook.tags] == ["pain"]


def test_what_another_program_wrote_is_not_lost_by_a_change_from_here(
    desk: LibraryDesk, workspace: Workspace
) -> None:
    desk.write("named", [NAMED])
    other = LibraryDesk(workspace, STUDY, Config())
    step = other.pen.write("ordered", [Change("theme:1", "order", 2.0)])
    keep_study_events(workspace.study_record, step.events)
    desk.write("renamed", [Change("theme:1", "name", "Calls")])
    assert kept(workspace) == {"name": "Calls", "order": 2.0}
