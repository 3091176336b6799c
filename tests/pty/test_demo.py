"""The practice interview and the sample study with the real program."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal, run

pytestmark = pytest.mark.pty


def practice_folders(temporary: Path) -> list[Path]:
    return list(temporary.glob("interview-tui-practice-*"))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
def test_a_newcomer_plays_a_little_and_leaves(size: tuple[int, int], workspace: Path) -> None:
    temporary = workspace.parent / "tmp"
    temporary.mkdir()
    with Terminal(workspace, "demo", size=size, changes={"TMPDIR": str(temporary)}) as terminal:
        terminal.wait_for("A practice interview", "Three things to try")
        terminal.send("\r")
        terminal.wait_for("Ines is waiting for your question", "Read the question aloud", "type a note")
        assert len(practice_folders(temporary)) == 1
        terminal.send(" ")
        terminal.wait_for("They speak", "I run the front desk")
        terminal.send("b eleven years\r")
        terminal.wait_for("eleven years", "saved")
        terminal.send("/finish\r")
        terminal.wait_for("How it went", "1 note, 1 of 6 tags tried")
        terminal.send("\r")
        assert terminal.wait_for_end() == 0
        assert terminal.given_back
    assert practice_folders(temporary) == []
    assert not workspace.exists() or not list(workspace.rglob("*.json"))


def test_a_program_that_is_told_to_end_throws_the_practice_away(workspace: Path) -> None:
    temporary = workspace.parent / "tmp"
    temporary.mkdir()
    with Terminal(workspace, "demo", changes={"TMPDIR": str(temporary)}) as terminal:
        terminal.wait_for("A practice interview")
        terminal.send("\r")
        terminal.wait_for("Ines is waiting", "saved")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.given_back
    assert practice_folders(temporary) == []


def test_without_a_terminal_the_sample_is_named(workspace: Path) -> None:
    told = run(workspace, "demo")
    assert (told.returncode, told.stdout) == (2, "")
    assert "interview-tui demo --sample DIR" in told.stderr


def test_the_sample_is_written_and_listed(workspace: Path) -> None:
    folder = workspace.parent / "sample"
    told = run(workspace, "demo", "--sample", str(folder))
    assert (told.returncode, told.stderr) == (0, "")
    assert f"interview-tui --workspace {folder}" in told.stdout
    assert run(workspace, "list", "--workspace", str(folder)).stdout.count("finished") == 8
    again = run(workspace, "demo", "--sample", str(folder))
    assert again.returncode == 2
    assert again.stderr.count("\n") == 1
    assert "not empty" in again.stderr


def test_on_a_terminal_the_sample_needs_no_screen(workspace: Path) -> None:
    folder = workspace.parent / "sample"
    with Terminal(workspace, "demo", "--sample", str(folder)) as terminal:
        assert terminal.wait_for_end() == 0
        assert "Look at it with" in terminal.text
        assert terminal.given_back
