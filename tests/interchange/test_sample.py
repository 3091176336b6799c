from __future__ import annotations

import errno
import stat
from itertools import count
from pathlib import Path

import pytest
from tinydb import TinyDB

from interview_tui.commands.demo import write_sample
from interview_tui.commands.sessions import export_session, list_sessions, show_session
from interview_tui.domain.session import DEBRIEF, SESSION, Session
from interview_tui.errors import InterviewError
from interview_tui.interchange import sample as sample_module
from interview_tui.interchange.sample import write_sample_workspace
from interview_tui.store import disk
from interview_tui.store.errors import StoreError
from interview_tui.store.participants import read_roster
from interview_tui.store.session_file import read_session
from interview_tui.store.session_record import SessionRecord
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace

THEMES = {
    "wrong part": ("wrong part", "did not fit"),
    "blocked stand": ("blocks", "blocked"),
    "leftovers": ("leftovers",),
    "neighbour": ("neighbour",),
    "paper list": ("list by the till", "on paper", "whiteboard"),
    "price beforehand": ("estimate", "price"),
    "logins": ("login",),
    "is it ready": ("is ready", "it is ready"),
    "ordered twice": ("ordered the same", "ordered twice"),
    "e-bike parts": ("account of the manufacturer", "manufacturer's account"),
    "photo": ("photo",),
}
"""What the interviews are about, known by words of their notes."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("sample") / "work"
    assert write_sample_workspace(folder) == 8
    return Workspace(folder)


@pytest.fixture(scope="module")
def records(sample: Workspace) -> list[SessionRecord]:
    return [read_session(path) for path in sorted(sample.session_paths())]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- the files -----------------------------------------------------------------------------


def test_the_same_bytes_each_time(sample: Workspace, tmp_path: Path) -> None:
    write_sample_workspace(tmp_path / "again")
    assert files(tmp_path / "again") == files(sample.path)


def test_nothing_is_left_behind_but_the_workspace(sample: Workspace) -> None:
    names = set(files(sample.path))
    assert {name for name in names if "/" not in name} == {"study.toml", "participants.json"}
    assert {Path(name).suffix for name in names if name.startswith("sessions/")} == {".json"}
    assert {name for name in names if name.startswith("guides/")} == {
        "guides/workshop-visit.md",
        "guides/short-call.md",
    }


def test_everything_is_for_its_owner_alone(sample: Workspace) -> None:
    for path in (sample.path, *sample.path.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_other_programs_can_read_it(sample: Workspace) -> None:
    for path in sample.session_paths():
        with TinyDB(path, access_mode="r") as db:
            assert {"meta", "events", "notes", "turns", "phases", "questions", "debrief"} <= db.tables()
            assert len(db.table("notes")) >= 14


def test_every_command_takes_it(sample: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert list_sessions(sample, as_json=False) == 0
    assert capsys.readouterr().out.count("finished") == 8
    for path in sample.session_paths():
        assert show_session(sample, path.stem, as_json=False) == 0
        assert export_session(sample, path.stem, "md", "-") == 0
        assert export_session(sample, path.stem, "json", "-") == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "待つのも仕事のうち" in told.out


def test_no_session_says_who_anybody_is(sample: Workspace) -> None:
    roster = read_roster(sample.participants_file)
    sessions = b"".join(path.read_bytes() for path in sample.session_paths()).decode()
    assert len(roster.contacts) == 10
    for contact in roster.contacts.values():
        for secret in filter(None, (contact.name, contact.email, contact.phone)):
            assert secret not in sessions


# -- what it is about ----------------------------------------------------------------------


def test_the_study_says_that_it_is_a_sample_and_reaches_its_metric(
    sample: Workspace, records: list[SessionRecord]
) -> None:
    study = read_study(sample.study_file)
    assert study.title.startswith("Sample")
    assert {record.header.study for record in records} == {study.title}
    assert {segment.name: segment.target for segment in study.segments} == {
        "one-person workshop": 5,
        "shop with staff": 5,
    }
    met = [Session(record.events).field(DEBRIEF, "success_metric_met") for record in records]
    assert (met.count(True), met.count(False)) == (6, 2)


def test_both_segments_are_half_done(records: list[SessionRecord]) -> None:
    segments = [Session(record.events).field(SESSION, "segment") for record in records]
    assert segments.count("one-person workshop") == segments.count("shop with staff") == 4


def test_interviews_are_whole(records: list[SessionRecord]) -> None:
    for record in records:
        session = Session(record.events)
        assert session.finished
        assert not record.header.practice
        assert 14 <= session.note_count <= 25
        assert {"story", "quote", "challenge", "workaround"} <= {note.tag for note in session.iter_notes()}
        assert any(note.starred for note in session.iter_notes())
        assert len({turn.speaker for turn in session.flow.turns}) == 3
        done = {*session.flow.asked, *session.flow.skipped}
        assert done == {question.number for question in record.header.guide.questions}
        assert session.field(SESSION, "consent_notes") is True
        assert session.field(SESSION, "consent_at_utc") == record.header.created_utc


def test_something_is_left_to_do_in_them(records: list[SessionRecord]) -> None:
    sessions = [Session(record.events) for record in records]
    assert sum(note.bare for session in sessions for note in session.iter_notes()) == 2
    assert sum(len(session.flow.skipped) for session in sessions) >= 1
    assert sum(len(session.flow.nudges) for session in sessions) >= 1
    assert sum(len(session.flow.pauses) for session in sessions) >= 1
    assert any("🍺" in note.text for session in sessions for note in session.iter_notes())


def test_what_is_heard_repeats_and_little_new_comes_in_the_end(records: list[SessionRecord]) -> None:
    heard: list[set[str]] = []
    for record in records:
        told = " ".join(note.text for note in Session(record.events).iter_notes())
        heard.append({theme for theme, words in THEMES.items() if any(word in told for word in words)})
    new = [themes - set().union(*heard[:at]) for at, themes in enumerate(heard)]
    assert set().union(*heard) == set(THEMES)
    assert len(new[0]) >= 5
    assert sum(map(len, new[:3])) >= 8
    assert [themes for themes in new[5:] if themes] == []
    assert all(sum(theme in themes for themes in heard) >= 2 for theme in THEMES)


def test_segments_differ(records: list[SessionRecord]) -> None:
    by_segment: dict[object, str] = {}
    for record in records:
        session = Session(record.events)
        segment = session.field(SESSION, "segment")
        by_segment[segment] = by_segment.get(segment, "") + " ".join(n.text for n in session.iter_notes())
    assert "ordered the same" in by_segment["shop with staff"]
    assert "ordered the same" not in by_segment["one-person workshop"]
    assert "borrows" in by_segment["one-person workshop"]
    assert "borrows" not in by_segment["shop with staff"]


# -- where it may be written ---------------------------------------------------------------


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreError, match="is not empty; name a new folder"):
        write_sample_workspace(tmp_path)
    assert files(tmp_path) == {"mine.txt": b"mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreError, match="is a file; name a new folder"):
        write_sample_workspace(tmp_path / "mine.txt")


def test_an_empty_folder_and_a_new_one_below_it_will_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a b" / "new"
    assert write_sample(str(folder)) == 0
    assert f"interview-tui --workspace '{folder}'" in capsys.readouterr().out
    empty = tmp_path / "empty"
    empty.mkdir()
    assert write_sample(str(empty)) == 0


@pytest.mark.parametrize("named", ["", " "])
def test_no_name_is_no_folder(named: str) -> None:
    with pytest.raises(InterviewError, match="Name a new folder for the sample"):
        write_sample(named)


def test_a_disk_that_refuses_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("interview_tui.interchange.sample.replace_file", refuse)
    with pytest.raises(StoreError, match="cannot be written to") as told:
        write_sample_workspace(tmp_path / "new")
    assert told.value.message.endswith("; choose another folder.")


def test_a_folder_that_cannot_be_made_is_told_without_a_word_of_workspaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr("interview_tui.interchange.sample.make_folder", refuse)
    with pytest.raises(StoreError) as told:
        write_sample_workspace(tmp_path / "new")
    assert "--workspace" not in told.value.message


@pytest.mark.parametrize("name", ["write_at", "sync_file"])
@pytest.mark.parametrize("folder", ["there", "new/deep"])
def test_what_a_full_disk_cut_short_is_taken_away(
    folder: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_module, "SAVE_TIMEOUT_S", 0.05)
    (tmp_path / "there").mkdir()
    (tmp_path / "mine.txt").touch()
    written = count()
    real = getattr(disk, name)

    def refuse_later(*told: object) -> object:
        if next(written) > 3:
            raise OSError(errno.ENOSPC, "full")
        return real(*told)

    monkeypatch.setattr(disk, name, refuse_later)
    with pytest.raises(StoreError):
        write_sample_workspace(tmp_path / folder)
    monkeypatch.undo()
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "mine.txt", tmp_path / "there"]
    assert write_sample_workspace(tmp_path / folder) == 8
