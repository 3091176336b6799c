"""`patterns` and `agreement`: counting across sessions without a screen."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.commands.support import said
from tests.tui.library import a_library_workspace, write_interview

from interview_tui.domain.coding import CODE, decide
from interview_tui.domain.patterns import NO_INTERVIEWS, NO_TAGS
from interview_tui.domain.themes import new_theme
from interview_tui.store.config import Config
from interview_tui.store.note_fields import set_note_fields
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk

SESSION = "2026-11-02-1000-abcd"


@pytest.fixture
def clinics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    workspace = a_library_workspace(tmp_path / "work")
    monkeypatch.setenv("INTERVIEW_TUI_WORKSPACE", str(workspace.path))
    return workspace


def test_patterns_are_printed_in_columns(clinics: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "patterns")
    assert code == 0
    head, first = out.splitlines()[:2]
    assert head.split() == ["people", "mentions", "P01", "P02", "P03", "P04"]
    assert first.split() == ["story", "4", "4", "1", "1", "1", "1"]


def test_by_segment_a_cell_has_people_and_mentions(
    clinics: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = said(capsys, "patterns", "--by", "segment")
    assert out.splitlines()[1].split() == ["story", "4", "4", "2·2", "2·2"]


def test_patterns_as_json(clinics: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "patterns", "--by", "segment", "--json")
    told = json.loads(out)
    assert told["columns"] == [{"name": "clinics", "people": 2}, {"name": "labs", "people": 2}]
    assert told["rows"][0]["cells"][0] == {"column": "clinics", "people": 2, "mentions": 2}
    assert (told["rows_are"], told["by"], told["people"]) == ("tags", "segment", 4)


def test_patterns_as_csv_have_a_row_for_each_tag_and_column(
    clinics: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = said(capsys, "patterns", "--csv")
    rows = list(csv.DictReader(out.splitlines()))
    assert rows[0] == {"name": "story", "parent": "", "participant": "P01", "people": "1", "mentions": "1"}
    tags = len({row["name"] for row in rows})
    assert len(rows) == tags * 4


def test_themes_are_counted_by_their_names(clinics: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert "There are no themes" in said(capsys, "patterns", "--themes")[1]
    desk = LibraryDesk(clinics, read_study(clinics.study_file), Config())
    desk.write("theme", new_theme((), desk.pen.new_target("theme"), "Paper", [f"{SESSION}/note-0"]))
    _, out, _ = said(capsys, "patterns", "--themes")
    assert out.splitlines()[1].split()[:3] == ["Paper", "1", "1"]


def test_where_nothing_is_counted_the_command_says_what_the_screen_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace(tmp_path / "empty")
    workspace.create()
    code, out, _ = said(capsys, "patterns", "--workspace", str(workspace.path))
    assert (code, " ".join(out.split())) == (0, NO_INTERVIEWS)
    write_interview(workspace, 2, "P01", [("untagged", "")])
    assert " ".join(said(capsys, "patterns", "--workspace", str(workspace.path))[1].split()) == NO_TAGS


@pytest.mark.parametrize(
    "command",
    ["patterns", "agreement", "saturation", "progress", "list", "insights", "search x", "library", "review"],
)
def test_a_named_folder_that_is_not_there_is_told_and_not_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code, out, err = said(capsys, *command.split(), "--workspace", str(tmp_path / "typo"))
    assert (code, out) == (2, "")
    assert "typo is not there; check the name" in " ".join(err.split())
    assert not (tmp_path / "typo").exists()


def code_as(workspace: Workspace, coder: str, tag: str) -> None:
    set_note_fields(
        workspace.session_path(SESSION),
        "note-0",
        lambda _: [(f"{CODE}{coder}:{tag}", True), *decide(coder)],
        author=coder,
    )


def test_agreement_needs_two_coders(clinics: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "agreement")
    assert code == 2
    assert "Nobody coded so far" in err
    code_as(clinics, "Ada", "story")
    assert "Only Ada coded so far;" in " ".join(said(capsys, "agreement")[2].split())
    code, _, err = said(capsys, "agreement", "ada", "Zoe")
    assert code == 2
    assert "Nobody named Zoe coded; who did: Ada." in " ".join(err.split())


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["ada"], "Name two coders; who did: Ada, Ben."),
        (["ada", "ben", "ada"], "Name two coders; who did: Ada, Ben."),
        (["ada", "Ada"], "That is Ada twice. Name two coders; who did: Ada, Ben."),
        (["Zoe", "Mo"], "Nobody named Zoe or Mo coded; who did: Ada, Ben."),
    ],
)
def test_who_is_compared_has_to_be_two_who_coded(
    clinics: Workspace, capsys: pytest.CaptureFixture[str], names: list[str], words: str
) -> None:
    code_as(clinics, "Ada", "story")
    code_as(clinics, "Ben", "goal")
    code, _, err = said(capsys, "agreement", *names)
    assert code == 2
    assert words in " ".join(err.split())


def test_agreement_is_printed_and_given_to_programs(
    clinics: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    code_as(clinics, "Ada", "story")
    code_as(clinics, "Ben", "goal")
    code, out, _ = said(capsys, "agreement")
    assert code == 0
    assert out.splitlines()[0] == "Ada and Ben: 1 note decided by both, 0 alike"
    _, out, _ = said(capsys, "agreement", "ben", "ADA", "--json")
    told = json.loads(out)
    assert told["coders"] == ["Ben", "Ada"]
    assert told["disagreements"] == [{"note": f"{SESSION}/note-0", "first": ["goal"], "second": ["story"]}]
