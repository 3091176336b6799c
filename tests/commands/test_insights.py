"""`insights` as a command: words, Markdown and JSON, without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.support import said
from tests.tui.library import a_library_workspace

from interview_tui.domain.insights import INSIGHT, Insight, describe, put_evidence, vote
from interview_tui.domain.participant import Contact, Participant
from interview_tui.domain.study_record import StudyPen
from interview_tui.store.participants import edit_roster
from interview_tui.store.study_record import keep_study_events, read_study_record
from interview_tui.store.workspace import Workspace


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Four interviews and one insight that two of them speak for, of whom one may not be quoted."""
    made = a_library_workspace(tmp_path / "clinics")
    monkeypatch.chdir(made.path)
    numbers = iter(range(1, 99))
    pen = StudyPen(
        read_study_record(made.study_record),
        device="desk",
        author="ada",
        now_ms=lambda: 0,
        new_id=lambda: f"{next(numbers):026}",
    )
    target = pen.new_target(INSIGHT)
    keys = ["2026-11-02-1000-abcd/note-1", "2026-11-05-1000-abcd/note-1"]
    changes = [
        *describe(target, statement="Calls are lost, says Zoe Lovelace"),
        *put_evidence(target, keys, "for"),
    ]
    step = pen.write("x", [*changes, *vote(Insight(id=target), "ada", 4)])
    keep_study_events(made.study_record, step.events)
    return made


def test_it_prints_the_insights_with_their_rank(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "insights")
    assert (code, err) == (0, "")
    assert "1  Calls are lost, says Zoe Lovelace" in out
    assert "score 12.0: customers 3.0 × team 4.0; 2 of 4 people for" in out


def test_as_json_it_is_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "insights", "--json")
    (row,) = json.loads(out)
    assert code == 0
    assert (row["rank"], row["score"], row["people_for"]) == (1, 12.0, 2)
    assert [one["text"] for one in row["evidence"]] == ["P01: I lose [calls] every day", None]


def test_as_markdown_it_is_a_report_with_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "insights", "--format", "md")
    assert code == 0
    assert "  > P01: I lose \\[calls\\] every day" in out
    assert "P04:" not in out
    assert "1 quote is left out and counted: the person does not allow quoting." in out


def test_it_can_be_written_to_a_file_but_over_nothing_of_the_workspace(
    capsys: pytest.CaptureFixture[str], workspace: Workspace
) -> None:
    code, out, _ = said(capsys, "insights", "--format", "md", "-o", "report.md")
    assert (code, out) == (0, "Wrote report.md\n")
    assert Path("report.md").read_text("utf-8").startswith("# Insights")
    before = workspace.study_record.read_bytes()
    code, _, err = said(capsys, "insights", "--format", "md", "-o", "study.json")
    assert code == 2
    assert "is a place of the workspace's own" in " ".join(err.split())
    assert workspace.study_record.read_bytes() == before


def test_a_name_that_stands_in_it_is_told_beside(
    capsys: pytest.CaptureFixture[str], workspace: Workspace
) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P01"), Contact(pseudonym="", name="Zoe Lovelace"))
    code, _, err = said(capsys, "insights")
    assert code == 0
    assert "the name of P01" in err


def test_without_insights_it_says_where_the_first_is_written(
    capsys: pytest.CaptureFixture[str], workspace: Workspace
) -> None:
    workspace.study_record.unlink()
    code, out, _ = said(capsys, "insights")
    assert code == 0
    assert "Write the first: interview-tui library insights" in " ".join(out.split())
    assert said(capsys, "insights", "--json")[1].strip() == "[]"


def test_a_record_that_cannot_be_read_is_told(
    capsys: pytest.CaptureFixture[str], workspace: Workspace
) -> None:
    workspace.study_record.write_bytes(b"{")
    code, out, err = said(capsys, "insights")
    assert (code, out) == (2, "")
    assert "Restore it from a backup" in " ".join(err.split())
