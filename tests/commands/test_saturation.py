"""`saturation` without a screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.commands.support import said

from interview_tui.domain.events import FieldSet
from interview_tui.interchange.sample import write_sample_workspace
from interview_tui.store.library.reading import read_library
from interview_tui.store.study_record import keep_study_events
from interview_tui.store.workspace import Workspace


def asked(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> Any:
    code, out, err = said(capsys, "saturation", "--workspace", str(folder), "--json", *more)
    assert (code, err) == (0, "")
    return json.loads(out)


def write_down(workspace: Workspace, target: str, put: dict[str, str | bool]) -> None:
    """Bring some fields of a target into the study's record."""
    events = [
        FieldSet(
            id=f"{at:026}",
            device="d",
            counter=at,
            at_ms=0,
            author="a",
            target=target,
            name=name,
            value=value,
        )
        for at, (name, value) in enumerate(put.items(), start=1)
    ]
    keep_study_events(workspace.study_record, events)


def test_the_sample_study_repeats_by_tags_and_is_told_apart_by_segment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sample_workspace(tmp_path / "w")
    told = asked(capsys, tmp_path / "w")
    assert told["counted"] == "tags"
    assert told["rule"] == {"base": 4, "run": 2, "threshold_percent": 5}
    everybody, *segments = told["parts"]
    assert everybody["segment"] is None
    assert everybody["verdict"] == "tags_repeat"
    assert everybody["chao2_contradicts"] is False
    assert len(everybody["interviews"]) == 8
    assert everybody["chao2"]["complete"] == 1.0
    assert {part["verdict"] for part in segments} == {"too_few"}
    assert sum(len(part["interviews"]) for part in segments) == 8


def test_themes_are_counted_once_there_is_one_with_notes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sample_workspace(tmp_path / "w")
    note = read_library(Workspace(tmp_path / "w")).notes[0]
    write_down(Workspace(tmp_path / "w"), "theme:1", {"name": "Waiting [50%]", f"note:{note.key}": True})
    told = asked(capsys, tmp_path / "w")
    assert told["counted"] == "themes"
    assert told["parts"][0]["interviews"][0]["new"] == ["Waiting [50%]"]
    assert len(told["parts"][0]["left_out"]) == 7
    assert told["parts"][0]["verdict"] == "too_little"
    assert told["parts"][0]["grouped"]["notes"] == 1
    assert asked(capsys, tmp_path / "w", "--by", "tags")["counted"] == "tags"


def test_the_words_say_verdict_reason_and_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_sample_workspace(tmp_path / "w")
    code, out, _ = said(capsys, "saturation", "--workspace", str(tmp_path / "w"))
    assert code == 0
    assert "Information repeats" not in out
    for words in (
        "Tags repeat: group themes to know more.",
        "at most 5%",
        "Chao2: 13 of about 13 tags",
        "Guest, Namey and Chen",
    ):
        assert words in out


def test_a_session_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = Workspace(tmp_path / "w")
    write_sample_workspace(workspace.path)
    write_down(workspace, "insight:1", {"statement": "They wait."})
    workspace.session_paths()[0].write_bytes(b"{")
    for command in (["saturation"], ["patterns"], ["patterns", "--themes"], ["agreement"], ["insights"]):
        _, _, err = said(capsys, *command, "--workspace", str(workspace.path))
        assert "1 session cannot be read and is left out: interview-tui doctor says why." in " ".join(
            err.split()
        )


def test_an_empty_workspace_says_how_many_interviews_it_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sessions").mkdir()
    code, out, _ = said(capsys, "saturation", "--workspace", str(tmp_path))
    assert code == 0
    assert "6 more interviews until the rule can speak" in out
