"""The real program at its insights: raw keys do what they say, and what was seen as kept survives a kill."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.pty.terminal import Terminal, run
from tests.tui.library import a_library_workspace

pytestmark = pytest.mark.pty

F2, F3, F8, ESCAPE = "\x1bOQ", "\x1bOR", "\x1b[19~", "\x1b"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return a_library_workspace(tmp_path / "workspace").path


def written(workspace: Path) -> bytes:
    """What stands in the study's record."""
    return b"".join(path.read_bytes() for path in sorted(workspace.glob("study.*")))


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something that happens on the disk."""
    for _ in range(200):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to the disk")


def told(workspace: Path) -> list[dict[str, Any]]:
    shown = run(workspace, "insights", "--json")
    assert shown.returncode == 0, shown.stderr
    found: list[dict[str, Any]] = json.loads(shown.stdout)
    return found


def test_an_insight_its_evidence_and_a_vote_survive_a_kill(workspace: Path) -> None:
    with Terminal(workspace, "library", "insights") as terminal:
        terminal.wait_for("No insights yet")
        terminal.send("n")
        terminal.wait_for("A new insight")
        terminal.send("Calls are lost 1 of 2")
        terminal.wait_for("Calls are lost 1 of 2")
        terminal.send(F8)
        terminal.wait_for("a adds the notes")
        terminal.send("a")
        terminal.wait_for("12 notes")
        terminal.send("calls p01")
        terminal.wait_for("1 note")
        terminal.send("\r")
        terminal.wait_for("✓ for")
        terminal.send("\x15")
        terminal.wait_for("12 notes")
        terminal.send("screen p03")
        terminal.wait_for("1 note")
        terminal.send(F2)
        terminal.wait_for("✗ against")
        terminal.send(ESCAPE)
        terminal.wait_for("Only one person speaks for it")
        terminal.send("v")
        terminal.wait_for("How important is this to the team?")
        terminal.send("4")
        terminal.wait_for("Whose vote is it?")
        terminal.send("Noor\r")
        terminal.wait_for("Noor voted 4")
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_for_end() == -9
    (insight,) = told(workspace)
    assert insight["statement"] == "Calls are lost 1 of 2"
    assert [(one["side"], one["participant"]) for one in insight["evidence"]] == [
        ("for", "P01"),
        ("against", "P03"),
    ]
    assert insight["votes"] == {"Noor": 4}


def test_an_insight_that_was_being_typed_survives_a_kill(workspace: Path) -> None:
    with Terminal(workspace, "library", "insights") as terminal:
        terminal.wait_for("No insights yet")
        terminal.send("n")
        terminal.wait_for("A new insight")
        terminal.send("Workshops wait for parts")
        wait_until(lambda: b"Workshops wait for parts" in written(workspace))
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_for_end() == -9
    assert told(workspace) == []
    with Terminal(workspace, "library", "insights") as terminal:
        terminal.wait_for("No insights yet")
        terminal.send("n")
        terminal.wait_for("You typed this before")
        terminal.wait_for("Workshops wait for parts")
        terminal.send(F8)
        terminal.wait_for("a adds the notes")
    assert [insight["statement"] for insight in told(workspace)] == ["Workshops wait for parts"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_terminated_library_gives_the_terminal_back(workspace: Path, number: signal.Signals) -> None:
    with Terminal(workspace, "library", "insights") as terminal:
        terminal.wait_for("No insights yet")
        terminal.kill(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.given_back
