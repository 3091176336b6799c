"""Fields of notes set from outside of a session's screens, and the codings that are read of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.tui.library import write_interview

from interview_tui.domain.coding import decide, settle
from interview_tui.domain.session import Session
from interview_tui.interchange.tidy import tidy_tables
from interview_tui.store import note_fields
from interview_tui.store.codings import read_codings
from interview_tui.store.errors import SessionBusy, SessionMissing, StoreError
from interview_tui.store.locks import holder
from interview_tui.store.note_fields import set_note_fields, undo_events
from interview_tui.store.session_file import open_session, read_session
from interview_tui.store.workspace import Workspace

NOTE = "note-0"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "work")
    made.create()
    return made


@pytest.fixture
def path(workspace: Workspace) -> Path:
    return workspace.session_path(write_interview(workspace, 2, "P01", [("words", "pain"), ("more", "goal")]))


def session_of(path: Path) -> Session:
    return Session(read_session(path).events)


def test_a_field_is_on_the_disk_and_the_session_is_free_again(path: Path) -> None:
    session, events = set_note_fields(
        path, NOTE, lambda _: [("coded:Ada", True)], author="Ada", tidy=tidy_tables
    )
    assert len(events) == 1
    assert session.field(NOTE, "coded:Ada") is True
    assert session_of(path).field(NOTE, "coded:Ada") is True
    assert session_of(path).setting(NOTE, "coded:Ada").author == "Ada"  # type: ignore[union-attr]
    assert holder(path) is None


def test_what_is_so_already_leaves_no_event(path: Path) -> None:
    set_note_fields(path, NOTE, lambda _: decide("Ada"), author="Ada")
    assert set_note_fields(path, NOTE, lambda _: decide("Ada"), author="Ada")[1] == ()


def test_the_interview_gets_no_longer(path: Path) -> None:
    before = session_of(path).last_ms
    assert set_note_fields(path, NOTE, lambda _: decide("Ada"), author="Ada")[0].last_ms == before


def test_the_tag_under_which_a_note_was_caught_can_be_taken_away(path: Path) -> None:
    def no_tags(session: Session) -> list[tuple[str, str | int | float | bool | None]]:
        note = session.note(NOTE)
        assert note is not None
        return settle(note, [])

    set_note_fields(path, NOTE, no_tags, author="Ada")
    note = session_of(path).note(NOTE)
    assert note is not None
    assert note.tags == ()


def test_events_can_be_taken_back(path: Path) -> None:
    _, events = set_note_fields(path, NOTE, lambda _: [("tag", "goal"), ("settled", True)], author="Ada")
    undo_events(path, events, author="Ada")
    note = session_of(path).note(NOTE)
    assert note is not None
    assert (note.tag, session_of(path).field(NOTE, "settled")) == ("pain", None)


def test_whoever_finds_the_session_busy_is_told_and_nothing_is_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_fields, "PATIENCE_S", 0.0)
    other = open_session(path)
    with pytest.raises(SessionBusy, match="is being written by"):
        set_note_fields(path, NOTE, lambda _: decide("Ada"), author="Ada")
    assert other.close(10)
    assert session_of(path).field(NOTE, "coded:Ada") is None


def test_a_disk_that_refuses_is_told_and_the_session_is_let_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("interview_tui.store.disk.write_at", refuse)
    monkeypatch.setattr(note_fields, "_SAVE_S", 0.2)
    with pytest.raises(StoreError):
        set_note_fields(path, NOTE, lambda _: decide("Ada"), author="Ada")
    monkeypatch.undo()
    assert holder(path) is None
    assert session_of(path).field(NOTE, "coded:Ada") is None


def test_a_session_that_is_gone_is_told(workspace: Workspace) -> None:
    with pytest.raises(SessionMissing):
        set_note_fields(workspace.session_path("none"), NOTE, lambda _: [], author="Ada")


def test_codings_are_read_of_the_sessions_that_have_any(workspace: Workspace, path: Path) -> None:
    other = write_interview(workspace, 3, "P02", [("words", "pain")])
    set_note_fields(path, NOTE, lambda _: [("code:Ada:goal", True), *decide("Ada")], author="Ada")
    (workspace.session_path("broken")).write_text('{"coded:Ada"', "utf-8")
    found = read_codings(workspace, [path.stem, other, "broken", "gone"])
    assert found.decided("Ada") == {f"{path.stem}/{NOTE}": frozenset({"goal"})}
    assert read_codings(workspace, [path.stem], lambda: False).coders == ()


def test_two_coders_at_the_same_time_lose_no_answer_of_each_other(path: Path) -> None:
    def code(coder: str) -> None:
        for number in range(8):
            set_note_fields(path, NOTE, lambda _, n=number: [(f"code:{coder}:tag {n}", True)], author=coder)  # type: ignore[misc]

    with ThreadPoolExecutor(2) as both:
        for done in [both.submit(code, "Ada"), both.submit(code, "Ben")]:
            done.result()
    fields = session_of(path).fields(NOTE)
    assert sum(name.startswith("code:Ada:") for name in fields) == 8
    assert sum(name.startswith("code:Ben:") for name in fields) == 8
