"""A short smoke that also runs against any other installed command, named in INTERVIEW_TUI_COMMAND."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal, run

pytestmark = pytest.mark.pty


def test_it_says_its_version_and_what_it_can_do(workspace: Path) -> None:
    version, usage = run(workspace, "--version"), run(workspace, "--help")
    assert (version.returncode, usage.returncode) == (0, 0)
    assert re.fullmatch(r"interview-tui \d+\.\d+\S*\n", version.stdout)
    assert "start" in usage.stdout


def test_it_brings_its_guides(workspace: Path) -> None:
    listed = run(workspace, "guide", "list")
    assert listed.returncode == 0
    assert len(listed.stdout.splitlines()) >= 4


def test_an_interview_is_started_noted_left_and_exported(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now", "--participant", "P07") as terminal:
        terminal.wait_for("P07", "type a note", "saved")
        terminal.send("s they lost a slot\r")
        terminal.wait_for("they lost a slot")
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
    shown = json.loads(run(workspace, "show", "last", "--json").stdout)
    assert [(note["tag"], note["text"]) for note in shown["notes"]] == [("story", "they lost a slot")]
    exported = run(workspace, "export", "last", "--format", "md")
    assert exported.returncode == 0
    assert "they lost a slot" in exported.stdout
