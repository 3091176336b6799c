"""A no to being quoted after the interview reaches everything that reads it: commands, library, exports."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from tests.tui.shelf import sample_workspace

from interview_tui.__main__ import main
from interview_tui.store.library.reading import read_library
from interview_tui.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The sample study, read once, around the current folder."""
    workspace = sample_workspace(tmp_path / "study")
    read_library(workspace)
    monkeypatch.chdir(workspace.path)
    monkeypatch.setattr(os, "isatty", lambda _: False)
    return workspace


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["interview-tui", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
    assert ended.value.code == 0
    out, err = capsys.readouterr()
    return out, err


def test_a_no_and_a_later_yes_hold_in_every_place(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    (held,) = [held for held in read_library(workspace).sessions if held.participant == "P01"]
    for answer, allowed, words in (
        ("no", False, "1 session held before is not to be quoted any more."),
        ("yes", True, "1 session held before may be quoted now."),
    ):
        _, err = run(capsys, "participant", "edit", "P01", "--consent", f"quoting={answer}")
        assert " ".join(err.split()) == f"interview-tui: {words}"
        now = {held.id: held.may_be_quoted for held in read_library(workspace).sessions}
        assert now[held.id] is allowed
        shown = json.loads(run(capsys, "show", held.id, "--json")[0])["session"]
        assert shown["consent_quoting"] is allowed
        exported, _ = run(capsys, "export", held.id, "--format", "md", "--output", "-")
        assert ("Quotes may not be used" in exported) is not allowed
        assert f"quoting {answer}" in exported
    assert run(capsys, "participant", "edit", "P01", "--segment", "commuters")[1].count("quoted") == 0
