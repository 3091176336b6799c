"""The commands about guides: what they write, print and refuse."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest
from tests.commands.support import said

from interview_tui.guides.reader import read_guide
from interview_tui.store import disk
from interview_tui.store.guide_files import ready_made_guides, stem_for

SHEET = "Section\tQuestion\tProbes\nHello\tHow was your week?\tWhy?\nBye\tWho else should I talk to?\t\n"


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of guides, and the current folder around it."""
    (tmp_path / "guides").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "isatty", lambda _: False)
    return tmp_path


class Piped(io.TextIOWrapper):
    """Standard input with something in it."""

    def __init__(self, data: bytes, *, typed: bool = False) -> None:
        super().__init__(io.BytesIO(data))
        self._typed = typed

    def isatty(self) -> bool:
        return self._typed


# -- new -----------------------------------------------------------------------------------


def test_a_new_guide_begins_with_problem_discovery_under_its_own_title(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "guide", "new", "clinics")
    path = workspace / "guides" / "clinics.md"
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"Wrote {path}",
        f"Edit it, then check its questions:  interview-tui guide check {path}",
    ]
    template = (ready_made_guides() / "problem-discovery.md").read_text("utf-8")
    assert path.read_text("utf-8") == template.replace("title: Problem discovery", "title: clinics")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Clinic visits, round 2", "Clinic-visits-round-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("取り消し", "取り消し"),
        ("README", "README-guide"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_name_with_odd_characters_becomes_a_safe_file_name_and_is_told(
    workspace: Path, capsys: pytest.CaptureFixture[str], name: str, file: str
) -> None:
    code, out, _ = said(capsys, "guide", "new", name)
    (path,) = (workspace / "guides").iterdir()
    assert (code, path.name) == (0, f"{file}.md")
    assert ("As a file it is called" in out) == (name != file)
    assert read_guide(path.read_text("utf-8")).title == name


def test_a_name_may_say_that_it_is_a_file(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "guide", "new", "clinics.md")[0] == 0
    assert "title: clinics\n" in (workspace / "guides" / "clinics.md").read_text("utf-8")


@pytest.mark.parametrize("template", ["churned-customers", "mine", "elsewhere.md"])
def test_a_new_guide_begins_with_the_template_that_was_named(
    workspace: Path, capsys: pytest.CaptureFixture[str], template: str
) -> None:
    text = "## Hello (5 min)\n- How come? !  <!-- ok: closed -->\n"
    (workspace / "guides" / "mine.md").write_text(text)
    (workspace / "elsewhere.md").write_text(text)
    code, out, _ = said(capsys, "guide", "new", "other", "--from", template)
    written = (workspace / "guides" / "other.md").read_text("utf-8")
    assert code == 0
    assert "taken as" not in out
    assert written.splitlines()[1] == "title: other"
    assert ("## Get comfortable" in written) == (template == "churned-customers")
    assert text in written or template == "churned-customers"


def test_a_title_that_is_a_heading_gives_way_to_the_new_one(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "old.md").write_text(
        "# Old title\n## Hello (5 min)\n- How come?\n## Bye (2 min)\n- What else?\n"
    )
    assert said(capsys, "guide", "new", "New: title", "--from", "old.md")[0] == 0
    guide = read_guide((workspace / "guides" / "New-title.md").read_text("utf-8"))
    assert (guide.title, [phase.title for phase in guide.phases]) == ("New: title", ["Hello", "Bye"])


def test_what_is_piped_in_is_written_in_the_native_form_and_told_line_by_line(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(SHEET.encode()))
    code, out, err = said(capsys, "guide", "new", "sheet", "--from", "-")
    assert (code, err) == (0, "")
    assert out.splitlines()[:6] == [
        "line  taken as  text",
        "   2  phase     Hello (15 min, assumed)",
        "   2  question  How was your week?",
        "   2  probe     Why?",
        "   3  phase     Bye (15 min, assumed)",
        "   3  question  Who else should I talk to?",
    ]
    assert (workspace / "guides" / "sheet.md").read_text("utf-8") == (
        "---\ntitle: sheet\n---\n\n## Hello\n- How was your week?\n  - Why?\n\n"
        "## Bye\n- Who else should I talk to?\n"
    )


def test_at_a_terminal_it_says_how_to_paste(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(b"What do you do?\n", typed=True))
    code, _, err = said(capsys, "guide", "new", "pasted", "--from", "-")
    assert (code, err) == (0, "Paste the guide, then press Ctrl+D on an empty line:\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["taken"], "taken.md already; choose another name or edit that one."),
        (["..."], "'...' cannot be the name of a guide; use letters and digits."),
        (["new", "--from", "nowhere"], "There is no guide 'nowhere'; choose from taken, "),
        (["new", "--from", "nowhere.md"], "There is no file nowhere.md"),
        (["new", "--from", "letter.txt"], "No question was found in letter.txt"),
        (["new", "--from", "picture.png"], "picture.png is not a text file"),
        (["new", "--from", "-"], "what was pasted is empty; write at least one question into it."),
    ],
)
def test_what_cannot_become_a_guide_is_told_in_a_sentence_and_nothing_is_written(
    workspace: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(b""))
    (workspace / "guides" / "taken.md").write_text("- What is mine?\n")
    (workspace / "letter.txt").write_text("Dear all,\nsee you on Monday.\n")
    (workspace / "picture.png").write_bytes(b"\x89PNG\x00")
    code, out, err = said(capsys, "guide", "new", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert [path.name for path in (workspace / "guides").iterdir()] == ["taken.md"]
    assert (workspace / "guides" / "taken.md").read_text() == "- What is mine?\n"


def test_a_folder_that_cannot_be_written_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "guides").rmdir()
    (workspace / "guides").touch()
    code, _, err = said(capsys, "guide", "new", "clinics", "--workspace", str(workspace))
    assert (code, err.count("\n")) == (2, 1)
    assert "clinics.md cannot be written because a file is in the way." in err


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_guide_that_cannot_be_written_whole_is_not_there(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(disk, "sync_file", refuse)
    code, _, err = said(capsys, "guide", "new", "clinics")
    assert code == 2
    assert "clinics.md cannot be written because the " in err
    assert list((workspace / "guides").iterdir()) == []


@pytest.mark.parametrize("name", ["a b", "a.b", "ä", "a-b_c", "x" * 300, "a\x00b\nc", ".hidden", "a.md"])
def test_a_file_name_is_never_hidden_empty_or_a_path(name: str) -> None:
    stem = stem_for(name)
    assert stem == stem.strip("-._")
    assert not set(stem) & set("/\\\0\n :")
    assert len(f"{stem}.md".encode()) <= 255


# -- show ----------------------------------------------------------------------------------


@pytest.mark.parametrize("named", ["mine", "mine.md", "guides/mine.md"])
def test_a_guide_is_shown_by_its_name_or_its_file(
    workspace: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    (workspace / "guides" / "mine.md").write_text("---\ntitle: Mine\n---\n- What did you do?\n")
    (workspace / "mine").mkdir()
    code, out, _ = said(capsys, "guide", "show", named)
    assert (code, out.splitlines()[0]) == (0, "Mine")


def test_a_guide_that_is_not_there_is_told_with_what_helps_there(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "guides" / "gone.md").symlink_to(workspace / "nowhere.md")
    listed = said(capsys, "guide", "list")[1].splitlines()[0]
    assert "gone.md is a link to a file that is not there; delete the link" in listed
    assert "guide list" not in listed
    for named in ("nowhere.md", "~nobody-at-all/x.md"):
        assert "`interview-tui guide list` shows the guides." in said(capsys, "guide", "show", named)[2]


# -- list ----------------------------------------------------------------------------------


def test_the_list_says_whose_a_guide_is_and_what_the_check_thinks(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "guides" / "mine.md").write_text(
        "---\ntitle: Mine\n---\n## Talk (7 min)\n- Don't you hate it?\n- What did you do?\n"
    )
    (workspace / "guides" / "none.md").write_text("Nothing here.\n")
    code, out, _ = said(capsys, "guide", "list")
    assert code == 0
    mine, none, *others = out.splitlines()
    assert mine.split() == ["mine", "yours", "7", "min", "2", "questions", "1", "error", "Mine"]
    assert none.startswith("none ")
    assert "No question was found in none.md" in none
    assert len(others) >= 4
    assert all("ready-made" in line for line in others)


def test_the_list_is_there_for_programs_too(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "guides" / "mine.md").write_text("## Talk (7 min)\n- What did you do?\n")
    (workspace / "guides" / "none.md").write_text("Nothing here.\n")
    code, out, _ = said(capsys, "guide", "list", "--json")
    mine, none, *others = json.loads(out)
    assert code == 0
    assert mine == {
        "name": "mine",
        "path": str(workspace / "guides" / "mine.md"),
        "own": True,
        "title": "mine.md",
        "minutes": 7,
        "questions": 1,
        "errors": 0,
        "warnings": 0,
        "hints": 0,
        "problem": None,
    }
    assert none["title"] is None
    assert none["problem"].startswith("No question was found in none.md")
    assert {guide["own"] for guide in others} == {False}


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_the_list_fits_the_terminal_and_one_long_name_moves_no_other(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr("interview_tui.commands.width.terminal_width", lambda: columns)
    (workspace / "guides" / f"{'long-' * 11}name.md").write_text(
        f"---\ntitle: {'A title that goes on ' * 9}\n---\n- What did you do?\n"
    )
    lines = said(capsys, "guide", "list")[1].splitlines()
    assert max(map(len, lines)) <= columns
    assert lines[0].startswith("long-long-")
    assert lines[0 if columns >= 80 else 1].endswith("…")
    assert len({line.index("ready-made") for line in lines if "ready-made" in line}) == 1 or columns < 80
    assert not any(line.strip() == "warnings" for line in lines)
