"""The real program, ended in every way: what was seen as saved is there, and the terminal is given back."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from tests.pty.terminal import Terminal, run

pytestmark = pytest.mark.pty

READY = ("type a note", "saved")
NOTES = [("story", "they lost a slot"), ("quote", "so “slow” [laughs] 取り消し"), (None, "a [/] b")]


def take_notes(terminal: Terminal) -> None:
    """Type the notes one by one, and see them shown and saved."""
    terminal.wait_for(*READY)
    letters = {"story": "s ", "quote": "q ", None: ""}
    for tag, text in NOTES:
        terminal.send(f"{letters[tag]}{text}\r")
        terminal.wait_for(text.replace("取り消し", ""), "type a note")
    see_saved(terminal)


def see_saved(terminal: Terminal) -> None:
    terminal.look(0.3)
    terminal.wait_for("✓ saved")


def session_of(workspace: Path) -> dict[str, Any]:
    shown = run(workspace, "show", "last", "--json")
    assert shown.returncode == 0, shown.stderr
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


def told(workspace: Path) -> list[tuple[str | None, str]]:
    return [(note["tag"], note["text"]) for note in session_of(workspace)["notes"]]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_every_note_seen_as_saved_is_there_after_a_signal(
    workspace: Path, number: signal.Signals, code: int
) -> None:
    with Terminal(workspace, "start", "--now") as terminal:
        take_notes(terminal)
        terminal.kill(number)
        assert terminal.wait_for_end() == code
        if number != signal.SIGKILL:
            assert terminal.given_back
    assert told(workspace) == NOTES


def test_leaving_keeps_every_note_and_gives_the_terminal_back(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now") as terminal:
        take_notes(terminal)
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
        assert terminal.given_back
    assert told(workspace) == NOTES
    assert session_of(workspace)["session"]["state"] == "unfinished"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_the_half_typed_note_is_back_in_the_line(workspace: Path, number: signal.Signals) -> None:
    with Terminal(workspace, "start", "--now") as terminal:
        take_notes(terminal)
        terminal.send("q half a sen")
        terminal.wait_for("half a sen")
        see_saved(terminal)
        terminal.kill(number)
        terminal.wait_for_end()
    with Terminal(workspace, "resume") as terminal:
        terminal.wait_for("saved", "they lost a slot", "save")
        terminal.send("tence\r")
        terminal.wait_for("half a sentence")
        see_saved(terminal)
    assert told(workspace) == [*NOTES, ("quote", "half a sentence")]


def test_resume_goes_on_with_the_clock_and_time_away_is_a_gap(workspace: Path) -> None:
    begun = time.monotonic()
    with Terminal(workspace, "start", "--now") as terminal:
        take_notes(terminal)
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_end()
    before = session_of(workspace)
    time.sleep(2)
    with Terminal(workspace, "resume") as terminal:
        terminal.wait_for("a [/] b", *READY)
        terminal.send(" \rback again\r")
        terminal.wait_for("back again")
        see_saved(terminal)
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
    after = session_of(workspace)
    open_ms = (time.monotonic() - begun - 2) * 1000
    assert before["notes"][-1]["at_ms"] <= after["notes"][-1]["at_ms"] <= open_ms
    assert sum(turn["end_ms"] - turn["start_ms"] for turn in after["turns"]) <= open_ms
    assert len(after["notes"]) == len(NOTES) + 1


def test_a_second_opener_is_told_who_has_the_session(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now") as first:
        take_notes(first)
        with Terminal(workspace, "resume") as second:
            assert second.wait_for_end() == 2
            words = " ".join(second.text.split())
            assert f"is being written by process {first.process.pid}" in words
            assert "Traceback" not in words
            assert second.given_back
        assert told(workspace) == NOTES
        listed = json.loads(run(workspace, "list", "--json").stdout)
        assert [session["state"] for session in listed] == ["running"]
        first.send("one more\r")
        first.wait_for("one more")
