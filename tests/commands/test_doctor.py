"""`doctor` as a command: its lines, its JSON, its exit codes, and what it deletes by a person's word."""

from __future__ import annotations

import builtins
import json
import os
import tempfile
from pathlib import Path

import pytest
from tests.commands.support import said
from tests.sample import SESSION_ID, write_sample

from interview_tui.store.checkup import examination, surroundings
from interview_tui.store.checkup.surroundings import Surroundings
from interview_tui.store.locks import SessionLock
from interview_tui.store.workspace import practice_workspace

OLDER, OLDEST = "2024-01-02-1200-abcd", "2024-01-01-1200-abcd"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a session, and surroundings in which all is well."""
    write_sample(tmp_path)
    tmp_path.chmod(0o700)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "isatty", lambda _: False)
    well = Surroundings(
        environ={"TERM": "xterm-kitty", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **os.environ},
        at_terminal=True,
    )
    monkeypatch.setattr(surroundings, "gather", lambda _: well)
    return tmp_path


def test_each_check_has_a_line_and_the_end_says_how_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "doctor")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    checks = [line.split()[1] for line in lines[:-2]]
    for check in ("program", "terminal", "clipboard", "letters", "disk", "saving", "settings", "study"):
        assert check in checks
    assert {line.split()[0] for line in lines[:-2]} <= {"ok", "warn", "bad"}
    assert lines[-1].endswith("well.")


def test_as_json_it_is_a_list_of_check_state_message_and_todo(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "doctor", "--json")
    assert code == 0
    assert {tuple(row) for row in json.loads(out)} == {("check", "state", "message", "todo")}


def test_something_bad_ends_with_one_and_says_what_to_do(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "study.toml").write_text("titel = 'x'", "utf-8")
    code, out, err = said(capsys, "doctor")
    assert (code, err) == (1, "")
    (line,) = [line for line in out.splitlines() if line.startswith("bad")]
    assert 'study.toml, line 1, key "titel"' in line
    assert f'did you mean "title"? Correct {here / "study.toml"}' in line
    assert "1 bad" in out.splitlines()[-1]


def test_what_was_seen_and_what_to_do_make_one_sentence(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "study.toml").write_text("retention_days = 'x'", "utf-8")
    out = said(capsys, "doctor")[1]
    (line,) = [line for line in out.splitlines() if line.startswith("bad")]
    assert line.endswith(f": correct {here / 'study.toml'}")
    assert ".:" not in out
    assert "?:" not in out


def test_each_of_several_lines_says_what_to_do(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1, 2):
        (here / "sessions" / f"2026-11-0{number}-1200-abcd.json").write_bytes(b"no json")
    lines = [line for line in said(capsys, "doctor")[1].splitlines() if line.startswith("bad")]
    assert [line.endswith("your backups may still have it") for line in lines] == [True, True]


def test_a_workspace_that_cannot_be_looked_at_is_bad_and_nothing_else_is_left_out(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(examination, "check_study", refuse)
    code, out, err = said(capsys, "doctor")
    assert (code, err) == (1, "")
    assert f"{here} cannot be looked at because it is not yours to open: make it yours" in out
    assert "terminal" in out


def test_a_warning_is_no_failure(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sessions" / "x.json.damaged").touch()
    code, out, _ = said(capsys, "doctor")
    assert code == 0
    assert "warn" in out


def test_no_name_of_a_file_commands_the_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sessions" / "\x1b[31m.json.damaged").touch()
    assert "\x1b" not in said(capsys, "doctor")[1]


# -- deleting ------------------------------------------------------------------------------


@pytest.mark.parametrize(("word", "kept"), [("yes", 0), ("no", 2), ("", 2)])
def test_what_practice_left_is_removed_by_one_word(
    word: str, kept: int, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(here))
    for _ in range(2):
        os.utime(practice_workspace().path, (0, 0))
    assert "2 folders were left" in said(capsys, "doctor")[1]
    asked = answer(monkeypatch, word)
    code, out, _ = said(capsys, "doctor", "--delete-expired")
    assert (code, len(asked)) == (0, 1)
    assert ("2 removed, 0 kept." in out) == (kept == 0)
    assert len(list(here.glob("interview-tui-practice-*"))) == kept


@pytest.fixture
def overdue(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two sessions that are long past the study's retention, beside one of today's."""
    for session_id in (OLDER, OLDEST):
        path = write_sample(here, session_id)
        text = path.read_text("utf-8").replace("2026-11-21T22:10:05", f"{session_id[:10]}T12:00:00")
        path.write_text(text, "utf-8")
    today = here / "sessions" / f"{SESSION_ID}.json"
    today.write_text(today.read_text("utf-8").replace("2026-11-21T22:10:05", "2999-01-01T00:00:00"), "utf-8")
    (here / "study.toml").write_text("retention_days = 30", "utf-8")
    return here


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str, then: type[BaseException] = EOFError) -> list[str]:
    """Sit at a terminal and answer, then leave; the questions that were asked."""
    asked: list[str] = []
    waiting = list(answers)

    def reply(question: str) -> str:
        asked.append(question)
        if not waiting:
            raise then
        return waiting.pop(0)

    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(builtins, "input", reply)
    return asked


def kept(folder: Path) -> list[str]:
    return sorted(path.stem for path in (folder / "sessions").glob("*.json"))


def test_what_is_past_its_retention_is_listed_and_nothing_is_deleted(
    overdue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(capsys, "doctor")
    assert code == 0
    assert f"{OLDER} (P07) is" in out
    assert out.count("`interview-tui doctor --delete-expired` asks whether to delete it") == 2
    assert len(kept(overdue)) == 3


def test_without_a_person_nothing_is_deleted(overdue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "doctor", "--delete-expired")
    assert (code, out) == (2, "")
    assert "only by a person's word" in err
    assert len(kept(overdue)) == 3


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        (("yes", "yes"), [SESSION_ID]),
        (("all",), [SESSION_ID]),
        (("no", "all"), [OLDER, SESSION_ID]),
        (("YES ", ""), [OLDEST, SESSION_ID]),
        (("y", "ja"), [OLDEST, SESSION_ID]),
        (("maybe", "ys", "n", "yes"), [OLDER, SESSION_ID]),
        (("yes",), [OLDEST, SESSION_ID]),
        ((), [OLDEST, OLDER, SESSION_ID]),
    ],
    ids=str,
)
def test_only_a_yes_deletes(
    overdue: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answers: tuple[str, ...],
    left: list[str],
) -> None:
    asked = answer(monkeypatch, *answers)
    code, out, _ = said(capsys, "doctor", "--delete-expired")
    assert code == 0
    assert kept(overdue) == left
    assert f"{3 - len(left)} deleted, {len(left) - 1} kept." in out
    assert "(P07) is" in asked[0]


def test_what_is_no_answer_is_said_and_asked_again(
    overdue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "maybe", "no", "no")
    assert said(capsys, "doctor", "--delete-expired")[0] == 0
    assert asked[1] == "“maybe” is no answer: yes, all or no [no]: "
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("answers", "words", "left"),
    [((), "Nothing was deleted.", 3), (("yes",), "Nothing more was deleted.", 2)],
)
def test_breaking_off_is_told_and_keeps_the_rest(
    overdue: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answers: tuple[str, ...],
    words: str,
    left: int,
) -> None:
    answer(monkeypatch, *answers, then=KeyboardInterrupt)
    code, out, _ = said(capsys, "doctor", "--delete-expired")
    assert code == 130
    assert f"\n{words}\n" in out
    assert len(kept(overdue)) == left


def test_a_session_that_is_open_elsewhere_is_kept_and_told(
    overdue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "all")
    lock = SessionLock(overdue / "sessions" / f"{OLDER}.json")
    lock.acquire()
    try:
        code, out, _ = said(capsys, "doctor", "--delete-expired")
    finally:
        lock.release()
    assert code == 1
    assert f"{OLDER} is being written by" in out
    assert kept(overdue) == [OLDER, SESSION_ID]


@pytest.mark.parametrize(
    ("study", "words"),
    [("title = 'x'", "No limit is set"), ("retention_days = 30000", "No session is older than 30000 days")],
)
def test_with_nothing_to_delete_nobody_is_asked(
    overdue: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    study: str,
    words: str,
) -> None:
    (overdue / "study.toml").write_text(study, "utf-8")
    asked = answer(monkeypatch)
    code, out, _ = said(capsys, "doctor", "--delete-expired")
    assert (code, asked) == (0, [])
    assert words in out
