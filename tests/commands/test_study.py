"""`init` without a terminal: exit codes, sentences, and where a study begins."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.commands.support import said
from tests.sample import write_sample

from interview_tui.domain.study import Segment, Study
from interview_tui.store.study import read_study


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder, and no terminal wherever the tests run."""
    monkeypatch.setattr(os, "isatty", lambda _: False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_the_flags_say_is_the_study(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(
        capsys, "init", "--title", "Round 1", "--objective", "o", "--hypothesis", "h",
        "--success-metric", "6 of 10", "--segment", "clinics=6", "--segment", "hospitals",
        "--guide", "problem-discovery", "--retention-days", "180",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert read_study(here / "study.toml") == Study(
        title="Round 1",
        objective="o",
        hypothesis="h",
        success_metric="6 of 10",
        segments=(Segment(name="clinics", target=6), Segment(name="hospitals")),
        guide="problem-discovery",
        retention_days=180,
    )
    for words in ("study.toml", "was copied there", "interview-tui participant add", "interview-tui start"):
        assert words in out


def test_where_nobody_can_be_asked_an_empty_study_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "init")
    assert (code, out) == (2, "")
    assert "say by flags what the study is, such as --title TEXT" in err
    assert list(here.iterdir()) == []


def test_folders_are_made_with_the_study(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "init", "--title", "")[0] == 0
    assert read_study(here / "study.toml") == Study()
    assert (here / "guides").is_dir()
    assert (here / "sessions").is_dir()


def test_a_second_one_is_refused_with_code_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "init", "--title", "first")
    code, out, err = said(capsys, "init", "--title", "second")
    assert (code, out) == (1, "")
    assert "is there already and was left as it is; edit it" in err
    assert read_study(here / "study.toml").title == "first"


def test_another_folder_is_named_in_what_comes_next(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "init", "--title", "x", "--workspace", "clinics")
    assert code == 0
    assert (here / "clinics" / "study.toml").exists()
    assert f"interview-tui start --workspace {here / 'clinics'}" in out


def test_the_environment_may_name_the_folder(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_TUI_WORKSPACE", str(here / "mine"))
    code, out, _ = said(capsys, "init", "--title", "x")
    assert (code, (here / "mine" / "study.toml").exists()) == (0, True)
    assert "--workspace" not in out


def test_progress_is_told_without_a_screen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "init", "--title", "Round 2", "--segment", "clinics=6")
    file = write_sample(here)
    file.write_text(file.read_text("utf-8").replace('"practice":true', '"practice":false'), "utf-8")
    code, out, err = said(capsys, "progress")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Round 2",
        "Interviewed: 1 person in 1 interview",
        "  clinics: 0 of 6 people",
        "  no segment: 1 person",
    ]
    assert json.loads(said(capsys, "progress", "--json")[1])["people"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--segment", "clinics=six"], 'such as "clinics=6"'),
        (["--segment", "a=1", "--segment", "A=2"], "rename one"),
        (["--retention-days", "0"], "1 to 36,500"),
        (["--guide", "nobody"], "There is no guide 'nobody'; choose from"),
        (["--guide", "nobody.md"], "nobody.md is not there; choose another"),
    ],
    ids=" ".join,
)
def test_a_flag_that_cannot_be_used_makes_nothing(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    code, out, err = said(capsys, "init", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert list(here.iterdir()) == []
