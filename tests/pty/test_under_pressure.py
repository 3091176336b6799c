"""The real program under pressure: typed ahead, killed in the middle, stopped by the system."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal
from tests.pty.test_saving import NOTES, READY, see_saved, take_notes, told

pytestmark = pytest.mark.pty


def test_keys_typed_ahead_of_the_first_paint_reach_the_note_line(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now") as terminal:
        terminal.wait_for("opening")
        terminal.send("s typed ahead")
        terminal.wait_for("typed ahead", "saved")
        terminal.send("\r")
        terminal.wait_for("type a note")
        see_saved(terminal)
    assert told(workspace) == [("story", "typed ahead")]


def test_keys_typed_before_the_program_even_runs_reach_the_note_line(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now", type_ahead=b"q very early") as terminal:
        terminal.wait_for("very early", "saved")
        terminal.send("\r")
        terminal.wait_for("type a note")
        see_saved(terminal)
    assert told(workspace) == [("quote", "very early")]


@pytest.mark.parametrize("burst", ["s first\rq second\r", "s\rq\r", "/next\rplain\r"])
def test_notes_that_arrive_in_one_burst_stay_apart(workspace: Path, burst: str) -> None:
    expected = {
        "s first\rq second\r": [("story", "first"), ("quote", "second")],
        "s\rq\r": [("story", ""), ("quote", "")],
        "/next\rplain\r": [(None, "plain")],
    }
    with Terminal(workspace, "start", "--now") as terminal:
        terminal.wait_for(*READY)
        terminal.send(burst)
        terminal.look(0.5)
        see_saved(terminal)
    assert told(workspace) == expected[burst]


def test_the_half_typed_note_is_seen_again_after_a_crash(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now") as terminal:
        take_notes(terminal)
        terminal.send("q half a sen")
        terminal.wait_for("half a sen")
        see_saved(terminal)
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_end()
    with Terminal(workspace, "resume") as terminal:
        terminal.wait_for("half a sen")


@pytest.mark.parametrize("ending", ["leave", signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_at_rest_a_session_is_one_ordinary_file(workspace: Path, ending: str | signal.Signals) -> None:
    with Terminal(workspace, "start", "--now") as terminal:
        take_notes(terminal)
        if isinstance(ending, signal.Signals):
            terminal.kill(ending)
        else:
            terminal.send("/leave\r")
        terminal.wait_for_end()
        assert terminal.given_back
        assert "Traceback" not in terminal.text
    left = {path.suffix for path in (workspace / "sessions").iterdir() if not path.name.startswith(".")}
    assert left == {".json"}
    assert told(workspace) == NOTES


def test_sessions_that_cannot_be_kept_are_told_without_a_traceback(workspace: Path) -> None:
    workspace.mkdir()
    (workspace / "sessions").write_text("a file where the folder should be", encoding="utf-8")
    with Terminal(workspace, "start", "--now", size=(160, 40)) as terminal:
        assert terminal.wait_for_end() == 2
        assert "because a file is in the way" in " ".join(terminal.text.split())
        assert "Traceback" not in terminal.text
