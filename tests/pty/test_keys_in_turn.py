"""A line in one write to the real program: it does what the same keys do when they come one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pty.terminal import Terminal
from tests.tui.shelf import sample_workspace

pytestmark = pytest.mark.pty


def test_a_search_from_home_in_one_burst(workspace: Path) -> None:
    sample_workspace(workspace)
    with Terminal(workspace, size=(120, 40)) as terminal:
        terminal.wait_for("l library")
        terminal.send("lsquare metres")
        terminal.wait_for("38 square metres", "1 found")


def test_going_in_and_out_of_practice_in_one_burst(workspace: Path) -> None:
    sample_workspace(workspace)
    with Terminal(workspace, size=(120, 40)) as terminal:
        terminal.wait_for("l library")
        terminal.send("pqpqpqlq q")
        terminal.wait_for("1 search", "q q")
        assert "Traceback" not in terminal.text
