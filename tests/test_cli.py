"""Commands without a screen: exit codes, sentences and the shape of their JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.sample import SESSION_ID, write_sample

from interview_tui import __version__
from interview_tui.__main__ import main
from interview_tui.store.session_file import open_session

OTHER_ID = "2026-11-20-0900-b3m9"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two sessions, and the current folder in it."""
    for session_id in (SESSION_ID, OTHER_ID):
        write_sample(tmp_path, session_id)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No screen opens, wherever the tests run."""
    monkeypatch.setattr(os, "isatty", lambda _: False)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """A command's exit code, output and complaints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["interview-tui", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
    assert isinstance(ended.value.code, int)
    out, err = capsys.readouterr()
    return ended.value.code, out, err


def json_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code, out, err = said(capsys, *arguments)
    assert (code, err) == (0, "")
    return json.loads(out)


# -- what goes well ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--version"], f"interview-tui {__version__}"),
        (["--help"], "interview-tui start --now"),
        (["list"], "P07"),
        (["list"], "10 min"),
        (["list"], "3 notes"),
        (["show", "last"], "P07"),
        (["show", SESSION_ID], "Get comfortable"),
        (["export", "last"], "runs the front desk"),
        (["export", "last", "--format", "json"], "runs the front desk"),
        (["schema"], "$defs"),
        (["guide", "list"], "problem-discovery"),
        (["guide"], "problem-discovery"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_prints_what_it_was_asked_for(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    code, out, err = said(capsys, *arguments)
    assert (code, err) == (0, "")
    assert words in out


@pytest.mark.parametrize("named", ["last", SESSION_ID, "2026-11-21", "2026-11-21-2210-x"])
def test_a_session_is_named_by_id_beginning_or_last(
    workspace: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    assert json_of(capsys, "show", named, "--json")["session"]["id"] == SESSION_ID


def test_show_as_json_has_the_published_shape(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json_of(capsys, "show", "last", "--json")
    assert set(told) == {"session", "phases", "questions", "notes", "turns", "talk", "debrief"}
    note = {"id", "at_ms", "tag", "text", "phase", "question", "starred", "author", "bare"}
    assert all(note <= set(row) for row in told["notes"])
    assert [set(row) for row in told["turns"]] == [{"speaker", "start_ms", "end_ms"}] * len(told["turns"])
    talk = {"moderator_ms", "participant_ms", "silence_ms", "moderator_share", "longest_monologue_ms"}
    talk |= {"longest_story_ms", "switches_per_minute", "median_wait_ms", "by_phase"}
    assert talk <= set(told["talk"])
    assert [(row["tag"], row["bare"]) for row in told["notes"]] == [
        ("background", False),
        ("quote", False),
        ("story", True),
    ]
    assert told["notes"][1]["text"] == 'said "ok [laughs]" \x1b[31m 取り消し'
    assert told["talk"]["moderator_share"] == 0.1


def test_export_as_json_is_what_show_prints(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exported = json_of(capsys, "export", "last", "--format", "json")
    assert exported["notes"] == json_of(capsys, "show", "last", "--json")["notes"]


def test_list_as_json_is_newest_first(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json_of(capsys, "list", "--json")
    assert [row["id"] for row in told] == [SESSION_ID, OTHER_ID]
    assert {row["state"] for row in told} == {"finished"}


def test_a_session_that_is_open_in_a_review_is_listed_as_finished_and_open(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = open_session(workspace / "sessions" / f"{SESSION_ID}.json")
    try:
        told = json_of(capsys, "list", "--json")
        assert [(row["state"], row["open_elsewhere"]) for row in told] == [
            ("finished", True),
            ("finished", False),
        ]
        code, out, _ = said(capsys, "list")
        first, second = out.splitlines()
        assert code == 0
        assert "finished" in first
        assert first.endswith(", open elsewhere")
        assert not second.endswith("open elsewhere")
    finally:
        assert file.close(10)


def test_guide_show_as_json_has_the_published_shape(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "guide.md").write_text(
        "# Clinics\n## Dig in (7 min)\n- Why? !\n  - And?\n", encoding="utf-8"
    )
    told = json_of(capsys, "guide", "show", "guide.md", "--json")
    assert set(told) >= {"title", "minutes_total", "assumed_minutes", "phases"}
    phase = told["phases"][0]
    assert (phase["title"], phase["minutes"], phase["line"]) == ("Dig in", 7, 2)
    assert phase["items"] == [
        {"kind": "question", "text": "Why?", "line": 3, "must_ask": True, "depth": 0},
        {"kind": "probe", "text": "And?", "line": 4, "must_ask": False, "depth": 1},
    ]


def test_a_session_file_keeps_to_the_printed_schema(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = json_of(capsys, "schema")
    content = json.loads((workspace / "sessions" / f"{SESSION_ID}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(content, schema)


@pytest.mark.parametrize("output", ["-", "report.md", "exports/report.md"])
def test_an_export_that_gives_somebody_away_says_so_beside_it(
    workspace: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    (workspace / "exports").mkdir()
    assert said(capsys, "participant", "add", "--name", "Ada Desk")[0] == 0
    assert said(capsys, "export", "last", "-o", output)[2] == ""
    assert said(capsys, "participant", "add", "--name", "front desk")[0] == 0
    (workspace / "report.md").unlink(missing_ok=True)
    code, out, err = said(capsys, "export", "last", "-o", output)
    assert code == 0
    assert "holds" not in out
    assert err == "interview-tui: It holds the name of P09: look before anybody else gets it.\n"


def test_an_export_over_the_workspace_s_own_files_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (workspace / "sessions" / f"{OTHER_ID}.json").read_bytes()
    code, out, err = said(capsys, "export", "last", "-o", f"sessions/{OTHER_ID}.json")
    assert (code, out) == (2, "")
    assert "is a place of the workspace's own, and was left as it is" in err
    assert (workspace / "sessions" / f"{OTHER_ID}.json").read_bytes() == before


def test_an_export_goes_to_a_file_for_its_owner_only(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "export", "last", "-o", "report.md")
    file = workspace / "report.md"
    assert (code, err, out) == (0, "", "Wrote report.md\n")
    assert "runs the front desk" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("command", [["list"], ["show", "last"], ["export", "last"]], ids=" ".join)
def test_reading_writes_nothing(
    workspace: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in workspace.rglob("*")}
    assert said(capsys, *command)[0] == 0
    assert {path: path.stat().st_mtime_ns for path in workspace.rglob("*")} == before


@pytest.mark.parametrize("command", [["list"], ["show", "last"]], ids=" ".join)
def test_no_typed_text_commands_the_terminal(
    workspace: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert "\x1b" not in said(capsys, *command)[1]


# -- what does not -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "1999"], "There is no session 1999; choose from"),
        (["show", "2026"], f"2026 could be {SESSION_ID} or {OTHER_ID}; type more of it."),
        (["export", "nobody"], "There is no session nobody"),
        (["resume", "nobody"], "This needs a terminal"),
        (["start", "--now"], "This needs a terminal"),
        (["guide", "show", "missing.md"], "There is no file missing.md"),
        (["guide", "show", "sessions"], "sessions is a folder"),
        (["list", "--workspace", "guide.md"], "is a file; name a folder as the workspace."),
        (["export", "last", "-o", "nowhere/report.md"], "cannot be written because the folder is gone"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_gets_one_sentence_and_code_two(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    (workspace / "guide.md").touch()
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("interview-tui: ")
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["shwo"], ["show"], ["export", "last", "--format", "pdf"], ["start", "--role", "cook"]]
)
def test_a_misspelt_command_gets_its_usage(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: interview-tui")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not json at all", "is not a session file any more"),
        (b'{"meta": {"1": {"schema_version": 99}}}', "newer version"),
        (b"[]", "is not a session file any more"),
    ],
)
@pytest.mark.parametrize("command", ["show", "export"])
def test_a_file_that_cannot_be_understood_is_told_and_left_alone(
    workspace: Path, capsys: pytest.CaptureFixture[str], content: bytes, words: str, command: str
) -> None:
    file = workspace / "sessions" / f"{SESSION_ID}.json"
    file.write_bytes(content)
    code, out, err = said(capsys, command, "last")
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert file.read_bytes() == content


def test_one_unreadable_file_does_not_hide_the_others(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "sessions" / f"{SESSION_ID}.json").write_bytes(b"\x00")
    told = json_of(capsys, "list", "--json")
    assert [row["state"] for row in told] == ["unreadable", "finished"]
    code, out, _ = said(capsys, "list")
    assert code == 0
    assert "runs" not in out
    assert OTHER_ID in out


def test_an_empty_workspace_says_how_to_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_TUI_WORKSPACE", str(tmp_path / "new"))  # the usual one need not be there
    code, out, _ = said(capsys, "list")
    assert code == 0
    assert "interview-tui start" in out
    assert said(capsys, "show", "last")[0] == 2
    assert not (tmp_path / "new").exists()


def test_a_folder_that_was_named_and_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "list", "--workspace", str(tmp_path / "typo"))
    assert (code, out) == (2, "")
    assert "typo is not there; check the name" in " ".join(err.split())
    (tmp_path / "typo").mkdir()
    assert said(capsys, "list", "--workspace", str(tmp_path / "typo"))[0] == 0
