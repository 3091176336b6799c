"""`guide check` in a shell: what it prints, and how it ends."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from interview_tui.commands.guide_check import WIDTH, check_guides
from interview_tui.store.workspace import Workspace

KEYS = ["file", "line", "kind", "question", "labels", "severity", "message", "suggestion"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good guide, one with errors, and one that is none."""
    (tmp_path / "good.md").write_text("- Tell me about your day.\n  - When was that?\n", "utf-8")
    (tmp_path / "leads.md").write_text(
        "- Is it helpful to see the ten year trend in a table on the very first page of the report?\n"
        "- Do you use a list?\n",
        "utf-8",
    )
    (tmp_path / "none.md").write_text("Nothing is asked here.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_guide_without_errors_ends_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_guides(Workspace(folder), ["good.md"], as_json=False) == 0
    out, err = capsys.readouterr()
    assert (out.splitlines()[0], err) == ("good.md", "")
    assert "it is open" in out
    assert "hint:" not in out  # a fact asked for by a probe is fine


def test_errors_end_with_one_and_are_told_with_line_and_rewording(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_guides(Workspace(folder), ["good.md", "leads.md"], as_json=False) == 1
    out = capsys.readouterr().out
    assert "  1: error: Is it helpful" in out
    assert "  2: warning: Do you use a list?" in out
    assert "Ask: “How do you use a list?”" in out
    assert max(map(len, out.splitlines())) <= WIDTH


def test_a_file_that_cannot_be_read_ends_with_two_and_the_others_are_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_guides(Workspace(folder), ["missing.md", "none.md", "leads.md"], as_json=False) == 2
    out, err = capsys.readouterr()
    assert "leads.md" in out
    first, second = err.splitlines()
    assert first.startswith("interview-tui: There is no file missing.md")
    assert "none.md" in second


def test_json_is_one_array_over_all_files_with_clean_questions_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_guides(Workspace(folder), ["good.md", "missing.md", "leads.md"], as_json=True) == 2
    rows = json.loads(capsys.readouterr().out)
    assert [list(row) for row in rows] == [KEYS] * 4
    assert [(row["file"], row["line"], row["severity"]) for row in rows] == [
        ("good.md", 1, None),
        ("good.md", 2, "hint"),
        ("leads.md", 1, "error"),
        ("leads.md", 2, "warning"),
    ]
    assert (rows[0]["message"], rows[0]["suggestion"]) == ("", "")
    assert rows[2]["labels"] == ["closed", "leading"]


def test_control_characters_of_a_guide_reach_no_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "odd.md").write_text("- Do you use \x1b[2Ja list?\n", "utf-8")
    check_guides(Workspace(folder), ["odd.md"], as_json=False)
    assert "\x1b" not in capsys.readouterr().out


def test_a_name_of_the_list_is_enough(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "guides").mkdir()
    (folder / "guides" / "v1.2.md").write_text("- How do you cook?\n", "utf-8")
    assert check_guides(Workspace(folder), ["problem-discovery", "v1.2", "v1.2.md"], as_json=False) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [line for line in out.splitlines() if line and line[0] != " "] == [
        "problem-discovery",
        "v1.2",
        "v1.2.md",
    ]


def test_where_nothing_could_be_checked_nothing_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_guides(Workspace(folder), ["missing", "missing.md"], as_json=False) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("interview-tui: There is no guide 'missing'; choose from ")


def test_what_is_piped_in_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"- Don't you hate it?\n")))
    assert check_guides(Workspace(folder), ["-"], as_json=False) == 1
    assert "1: error: Don't you hate it?" in capsys.readouterr().out


def test_a_waiver_that_waives_nothing_is_told_before_the_summary(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "slip.md").write_text("- How do you cook? <!-- ok: clsed -->\n", "utf-8")
    assert check_guides(Workspace(folder), ["slip.md"], as_json=False) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[2:4] == ["  1: waiver: there is no rule clsed; did you mean closed?", ""]
    check_guides(Workspace(folder), ["slip.md"], as_json=True)
    assert [list(row) for row in json.loads(capsys.readouterr().out)] == [KEYS]


def test_lines_fold_at_a_narrow_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interview_tui.commands.guide_check.terminal_width", lambda: 50)
    check_guides(Workspace(folder), ["leads.md"], as_json=False)
    assert 40 < max(map(len, capsys.readouterr().out.splitlines())) <= 50
