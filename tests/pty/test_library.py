"""Finding a note in the real program, from the first letter to the session it stands in and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pty.terminal import Terminal
from tests.tui.shelf import sample_workspace

pytestmark = pytest.mark.pty

CTRL_Y, TAB, DOWN, ESCAPE = b"\x19", b"\t", b"\x1b[B", b"\x1b"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
def test_a_note_is_found_opened_and_left_again(size: tuple[int, int], workspace: Path) -> None:
    sample_workspace(workspace)
    with Terminal(workspace, "library", size=size) as terminal:
        terminal.wait_for("1 search", "Type a few letters")
        terminal.send("38")
        terminal.wait_for("38 square metres", "1 found")
        terminal.send(b"\x7f\x7fta" + TAB + b"cha" + TAB)
        terminal.wait_for("tag:challenge", "newest first")
        terminal.send("q?/ 1")
        terminal.wait_for("tag:challenge q?/ 1")
        terminal.send(b"\x7f" * 5 + b"stands" + DOWN)
        terminal.wait_for("tag:challenge stands", "best first", "▸")
        terminal.send(CTRL_Y)
        terminal.wait_for(": ")
        terminal.send("\r")
        terminal.wait_for("saved", "Dig in")
        terminal.send(ESCAPE)
        terminal.wait_for("tag:challenge stands", "best first", "▸")
        terminal.send(ESCAPE)
        terminal.wait_for("/ search")
        terminal.send("7")
        terminal.wait_for("7 people", "4 people, 8 mentions")
        terminal.send("r")
        terminal.wait_for("Who named whom", "P09")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert terminal.given_back
