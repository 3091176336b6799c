"""Withdrawal: every byte is searched, and a crash at any point leaves something that can be finished."""

from __future__ import annotations

import errno
import functools
import os
import re
import shutil
import signal
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.store.people import (
    FINISHED,
    KILLED,
    OTHER,
    SECRETS,
    WORDS,
    ZOE,
    left_of,
    write_people,
    write_session,
)
from tests.store.support import a_note, files_in

from interview_tui.domain.participant import Contact, Participant
from interview_tui.interchange.withdrawal import outcome_lines
from interview_tui.store import disk
from interview_tui.store.errors import SessionBusy, SessionMissing, StoreError
from interview_tui.store.locks import SessionLock
from interview_tui.store.participants import RosterError, edit_roster, read_roster
from interview_tui.store.roster_rows import PARTICIPANTS, row_of
from interview_tui.store.session_file import open_session
from interview_tui.store.withdrawal import (
    Outcome,
    delete_session,
    find_traces,
    prospect,
    sessions_of,
    withdraw,
)
from interview_tui.store.withdrawal_log import withdrawn_pseudonyms
from interview_tui.store.workspace import Workspace

NOW = "2026-11-24T10:00:00+00:00"


@pytest.fixture
def people(workspace: Workspace) -> Workspace:
    write_people(workspace)
    return workspace


def forget(workspace: Workspace, pseudonym: str = "P07", *, sessions: bool = True) -> Outcome:
    return withdraw(workspace, pseudonym, with_sessions=sessions, now_utc=NOW)


# -- the proof -----------------------------------------------------------------------------


def test_everything_that_is_to_be_forgotten_was_there(people: Workspace) -> None:
    assert left_of(people, (*SECRETS, *WORDS)) == [*SECRETS, *WORDS]


def test_no_byte_of_the_workspace_tells_of_somebody_who_withdrew(people: Workspace) -> None:
    outcome = forget(people)
    assert left_of(people, (*SECRETS, *WORDS, FINISHED, KILLED)) == []
    assert (outcome.traces, outcome.perhaps, outcome.mentions, outcome.unreadable) == ((), (), (), ())
    assert sorted(files_in(people.path)) == [
        f"exports/{OTHER}.json",
        "participants.json",
        "sessions/.reserve",
        f"sessions/{OTHER}.json",
        "withdrawals.log",
    ]


def test_with_sessions_kept_only_the_person_goes(people: Workspace) -> None:
    outcome = forget(people, sessions=False)
    assert left_of(people, SECRETS) == []
    assert left_of(people, WORDS) == list(WORDS)
    assert [path.stem for path in sessions_of(people, "P07")] == [KILLED, FINISHED]
    assert (outcome.done.sessions, outcome.done.exports, outcome.done.kept) == (0, 0, 2)


@pytest.mark.parametrize(
    ("sessions", "rest"),
    [
        (True, Participant(pseudonym="P07", withdrawn_utc=NOW)),
        (False, Participant(pseudonym="P07", withdrawn_utc=NOW, segment="clinics", customer_kind="trial")),
    ],
)
def test_what_is_left_keeps_the_number_from_being_given_again(
    people: Workspace, sessions: bool, rest: Participant
) -> None:
    forget(people, sessions=sessions)
    roster = read_roster(people.participants_file)
    assert roster.get("P07") == rest
    assert set(roster.contacts) == {"P08"}
    assert roster.unfinished == ()
    assert roster.participants[-1] == Participant(pseudonym="P08", referred_by="P07")
    with edit_roster(people.participants_file) as editor:
        assert editor.add(Participant(pseudonym="")).pseudonym == "P09"


def test_the_others_keep_everything(people: Workspace) -> None:
    before = files_in(people.path)
    forget(people)
    after = files_in(people.path)
    for name in (f"sessions/{OTHER}.json", f"exports/{OTHER}.json"):
        assert after[name] == before[name]
    assert read_roster(people.participants_file).contacts["P08"].name == "Sam Lee"


def test_the_log_of_withdrawals_has_one_line_that_tells_nothing_personal(people: Workspace) -> None:
    forget(people)
    log = people.withdrawals_file
    assert log.read_text("utf-8") == (
        f"{NOW}  P07  contact data removed, sessions removed: 2, exports removed: 3, sessions kept: 0\n"
    )
    assert log.stat().st_mode & 0o077 == 0
    assert withdrawn_pseudonyms(log) == ["P07"]


def test_sessions_that_were_kept_can_go_later(people: Workspace) -> None:
    forget(people, sessions=False)
    assert prospect(people, "P07").nothing_left is False
    forget(people)
    assert left_of(people, WORDS) == []
    assert read_roster(people.participants_file).get("P07") == Participant(pseudonym="P07", withdrawn_utc=NOW)
    assert prospect(people, "P07").nothing_left is True


def test_somebody_who_is_only_in_sessions_can_withdraw(workspace: Workspace) -> None:
    write_session(workspace, FINISHED, "P05", WORDS[0])
    outcome = forget(workspace, "P05")
    assert outcome.done.contact is False
    assert left_of(workspace, WORDS) == []
    with edit_roster(workspace.participants_file) as editor:
        assert editor.add(Participant(pseudonym="")).pseudonym == "P06"


def test_somebody_of_whom_there_is_nothing_is_told(people: Workspace) -> None:
    with pytest.raises(RosterError, match="There is no P99 and no session of theirs"):
        prospect(people, "P99")


# -- what still stands ---------------------------------------------------------------------


def test_what_others_wrote_about_the_person_is_found_and_left_to_a_person(people: Workspace) -> None:
    places = {
        write_session(people, "2026-11-24-1000-zzzz", "P08", "she works with zoË LOVELACE"): ("name",),
        people.guides / "zoë-lovelace.md": ("name",),
        people.path / "list.csv": ("e-mail", "telephone number"),
        people.path / "old.txt": ("name",),
    }
    (people.guides / "zoë-lovelace.md").write_text("- Why?\n", "utf-8")
    (people.path / "list.csv").write_text("ZOE@EXAMPLE.org;020-7946-0018\n", "utf-8")
    (people.path / "old.txt").write_bytes("Zoë\tLovelace".encode("utf-16"))
    (people.path / "part.txt").write_text("Zoë liked it", "utf-8")
    (people.path / "table.csv").write_text("who;p007\n", "utf-8")
    (people.path / f"copy of {FINISHED}.json").write_text("{}", "utf-8")
    (people.sessions / f"{FINISHED}.json~").write_text(WORDS[0], "utf-8")
    outcome = forget(people)
    assert {trace.path: trace.signs for trace in outcome.traces} == places
    assert [trace.path.name for trace in outcome.perhaps] == ["part.txt"]
    assert [path.name for path in outcome.mentions] == [
        f"copy of {FINISHED}.json",
        f"{FINISHED}.json~",
        "table.csv",
    ]


def test_another_participant_s_answers_are_searched_too(people: Workspace) -> None:
    with edit_roster(people.participants_file) as editor:
        row = row_of(Participant(pseudonym="P08", attributes={"friend of": "Zoë Lovelace"}))
        editor.put_row(PARTICIPANTS, 8, row)
    assert [trace.path for trace in forget(people).traces] == [people.participants_file]


def test_a_session_that_nobody_can_read_is_named(people: Workspace) -> None:
    broken = people.sessions / "2026-11-24-1000-zzzz.json"
    broken.write_bytes(b"\x00")
    assert forget(people).unreadable == (broken,)
    assert broken.exists()


def test_a_file_that_cannot_be_searched_is_named_and_stops_nothing(
    people: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = people.path / "locked.bin"
    locked.touch()
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path == locked:
            raise PermissionError(errno.EACCES, "no")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    assert forget(people).unread == (locked,)
    with pytest.raises(StoreError, match=r"locked\.bin cannot be searched because you have no right"):
        find_traces(people, ZOE)


def test_documents_are_looked_into_and_pictures_are_named(people: Workspace) -> None:
    report, photo = people.path / "report.docx", people.path / "photo.jpg"
    with zipfile.ZipFile(report, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:t>ZOE Love</w:t><w:t>lace</w:t>")
    photo.touch()
    outcome = forget(people)
    assert [(trace.path, trace.signs) for trace in outcome.traces] == [(report, ("name",))]
    assert outcome.unread == (photo,)
    assert not any("Every file" in line for line in outcome_lines(outcome, people.path))


def test_a_folder_under_version_control_is_told(people: Workspace) -> None:
    (people.path.parent / ".git").mkdir()
    assert forget(people).has_history


def test_the_place_for_a_name_is_no_trace(workspace: Workspace) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P07"), ZOE)
    assert find_traces(workspace, ZOE) == []
    assert len(find_traces(workspace, ZOE, roster_too=True)) == 1
    assert find_traces(workspace, Contact(pseudonym="P07"), roster_too=True) == []


# -- what stands in the way ----------------------------------------------------------------


def test_while_a_session_is_open_nothing_is_removed(people: Workspace) -> None:
    delete_session(people.sessions / f"{KILLED}.json")  # its writer's lock would be cleared away
    running = open_session(people.sessions / f"{FINISHED}.json")
    before = files_in(people.path)
    try:
        with pytest.raises(SessionBusy, match=f"{FINISHED} is being written by process"):
            forget(people)
        assert files_in(people.path) == before
        forget(people, sessions=False)
    finally:
        running.close(10)
    assert left_of(people, SECRETS) == []


def test_an_open_session_cannot_be_deleted(people: Workspace) -> None:
    path = people.sessions / f"{FINISHED}.json"
    lock = SessionLock(path)
    lock.acquire()
    with pytest.raises(SessionBusy):
        delete_session(path)
    lock.release()
    assert path.exists()


def test_deleting_a_session_takes_all_of_its_files_and_no_others(people: Workspace) -> None:
    gone = delete_session(people.sessions / f"{FINISHED}.json")
    assert len(gone) == 6
    assert not [name for name in files_in(people.path) if FINISHED in name]
    assert [path.stem for path in sessions_of(people, "P07")] == [KILLED]
    with pytest.raises(SessionMissing, match=f"There is no session {FINISHED}"):
        delete_session(people.sessions / f"{FINISHED}.json")


def test_a_session_that_is_begun_meanwhile_is_told_and_the_work_goes_on_later(
    people: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(_: Workspace) -> None:
        monkeypatch.undo()
        write_session(people, "2026-11-24-1000-zzzz", "P07", WORDS[0])

    monkeypatch.setattr("interview_tui.store.withdrawal.erase_cache", late)
    with pytest.raises(StoreError, match="A session of P07 was begun meanwhile"):
        forget(people)
    assert read_roster(people.participants_file).unfinished == ("P07",)
    forget(people)
    assert left_of(people, (*SECRETS, *WORDS)) == []


# -- crashes -------------------------------------------------------------------------------


def counted(real: Callable[..., Any], steps: list[int], at_last: Callable[[], None]) -> Callable[..., Any]:
    """A function of the disk that does something else when the steps have run out."""

    def asked(*args: Any, **options: Any) -> Any:
        steps[0] -= 1
        if not steps[0]:
            at_last()
        return real(*args, **options)

    return asked


ASKED: list[tuple[Any, str]] = [
    *((disk, name) for name in ("write_at", "sync_file", "cut", "sync_folder")),
    *((Path, name) for name in ("unlink", "replace", "rmdir")),
]
"""Whatever changes something on the disk."""


def kill_at(step: int) -> None:
    """End this process without a word at the nth thing that it asks of the disk."""
    steps = [step]
    for place, name in ASKED:
        at_last = functools.partial(os.kill, os.getpid(), signal.SIGKILL)
        setattr(place, name, counted(getattr(place, name), steps, at_last))


def done_before_kill(step: int, work: Callable[[], object]) -> bool:
    """Whether a process of its own came to the end of the work before it was killed."""
    child = os.fork()
    if not child:
        try:
            kill_at(step)
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def forks(test: Callable[..., None]) -> Callable[..., None]:
    """Marks a test that copies its process."""
    there = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can copy a process")
    return pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")(there(test))  # type: ignore[no-any-return]


def test_after_a_disk_that_refuses_any_step_the_same_command_finishes_the_work(
    workspace: Workspace, tmp_path: Path
) -> None:
    def refuse() -> None:
        raise OSError(errno.EIO, "injected")

    write_people(workspace)
    for step in range(1, 500):
        copy = Workspace(tmp_path / str(step))
        shutil.copytree(workspace.path, copy.path)
        steps = [step]
        with pytest.MonkeyPatch.context() as patch:
            for place, name in ASKED:
                patch.setattr(place, name, counted(getattr(place, name), steps, refuse))
            with suppress(StoreError):
                forget(copy)
        finish(copy, sessions=True)
        assert left_of(copy, (*SECRETS, *WORDS)) == []
        assert read_roster(copy.participants_file).unfinished == ()
        assert len(copy.withdrawals_file.read_text("utf-8").splitlines()) == 1
        if steps[0] > 0:
            return
    pytest.fail("the work never came to its end")


@forks
@pytest.mark.parametrize("sessions", [True, False], ids=["sessions removed", "sessions kept"])
def test_after_a_kill_at_any_step_the_same_command_finishes_the_work(
    workspace: Workspace, tmp_path: Path, sessions: bool
) -> None:
    write_people(workspace)
    secrets = (*SECRETS, *WORDS) if sessions else SECRETS
    counts = (2, 3, 0) if sessions else (0, 0, 2)
    for step in range(1, 500):
        copy = Workspace(tmp_path / str(step))
        shutil.copytree(workspace.path, copy.path)
        done = done_before_kill(step, functools.partial(forget, copy, sessions=sessions))
        finish(copy, sessions=sessions)
        assert left_of(copy, secrets) == []
        assert read_roster(copy.participants_file).unfinished == ()
        (line,) = copy.withdrawals_file.read_text("utf-8").splitlines()
        assert tuple(int(number) for number in re.findall(r": (\d+)", line)) == counts
        if done:
            assert step > 20
            return
    pytest.fail("the work never came to its end")


@forks
def test_a_session_whose_deletion_was_killed_still_tells_whose_it_is(
    people: Workspace, tmp_path: Path
) -> None:
    path = people.sessions / f"{FINISHED}.json"
    resumed = open_session(path)
    resumed.add(a_note(999))
    assert resumed.saver.flush(10)
    log = path.with_suffix(".log").read_bytes()
    assert resumed.close(10)
    path.with_suffix(".log").write_bytes(log)
    for step in range(1, 100):
        copy = Workspace(tmp_path / str(step))
        shutil.copytree(people.path, copy.path)
        there = copy.sessions / path.name
        done = done_before_kill(step, functools.partial(delete_session, there))
        if there in sessions_of(copy, "P07"):
            delete_session(there)
        left = {name for name in files_in(copy.path) if FINISHED in name}
        assert left <= {f"sessions/{FINISHED}.lock", f"sessions/{FINISHED}.owner"}  # they hold a process's id
        if done:
            assert step > 5
            return
    pytest.fail("the work never came to its end")


def finish(workspace: Workspace, *, sessions: bool) -> None:
    """What a person does after a crash: look, and run the same again if anything is left."""
    left = prospect(workspace, "P07")
    if left.begun or left.contact or (sessions and left.sessions):
        forget(workspace, sessions=sessions and not left.begun)
