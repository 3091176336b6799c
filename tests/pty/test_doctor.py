"""`doctor` at a terminal: folded to its width, and deleting by a person's word."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pty.terminal import Terminal
from tests.sample import SESSION_ID, write_sample

pytestmark = pytest.mark.pty


def test_lines_are_folded_to_the_width_of_the_terminal(workspace: Path) -> None:
    workspace.mkdir(mode=0o700)
    with Terminal(workspace, "doctor", size=(80, 60)) as terminal:
        assert terminal.wait_for_end() == 0
        lines = [line for line in terminal.text.splitlines() if line]
        assert terminal.given_back
    assert "ok    terminal       xterm-256color" in lines
    assert "ok    size           80 × 60" in lines
    assert any(line.startswith(" " * 21) for line in lines)
    assert "this terminal is not known to take copies (OSC 52)" in " ".join(" ".join(lines).split())
    assert lines[-1].endswith("well.")


def test_an_overdue_session_goes_with_a_yes(workspace: Path) -> None:
    path = write_sample(workspace)
    path.write_text(path.read_text("utf-8").replace("2026-11-21T22:10:05", "2024-01-01T12:00:00"), "utf-8")
    (workspace / "study.toml").write_text("retention_days = 30", "utf-8")
    with Terminal(workspace, "doctor", "--delete-expired") as terminal:
        terminal.wait_for(f"{SESSION_ID} (P07) is", "Delete it?")
        assert path.exists()
        terminal.send("yes\r")
        terminal.wait_for("1 deleted, 0 kept.")
        assert terminal.wait_for_end() == 0
    assert list((workspace / "sessions").glob("2026*")) == []
