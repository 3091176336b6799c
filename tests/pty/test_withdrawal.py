"""A withdrawal with the real program: two interviews, one of them killed, an export, and no byte left."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal, run

pytestmark = pytest.mark.pty

WHO = ("Zoë Lovelace", "zoe@example.org", "+44 20 7946 0018")
SAID = ("a paper list by the phone", "half a sentence and then", "the second time")


def standing(workspace: Path, words: tuple[str, ...]) -> dict[str, list[str]]:
    """In which files each word stands, if in any."""
    files = [path for path in workspace.rglob("*") if path.is_file()]
    found = {
        word: sorted(
            path.relative_to(workspace).parts[0] for path in files if word.encode() in path.read_bytes()
        )
        for word in words
    }
    return {word: places for word, places in found.items() if places}


def interview(terminal: Terminal, text: str) -> None:
    terminal.wait_for("type a note", "saved")
    terminal.send(f"s {text}\r")
    terminal.wait_for(text, "type a note")
    terminal.look(0.3)
    terminal.wait_for("✓ saved")


def test_after_interviews_a_kill_and_an_export_nothing_is_left_of_somebody(workspace: Path) -> None:
    name, email, phone = WHO
    added = run(workspace, "participant", "add", "--name", name, "--email", email, "--phone", phone)
    assert (added.returncode, added.stdout.splitlines()[0]) == (0, "P01")
    with Terminal(workspace, "start", "--now", "--participant", name) as terminal:
        interview(terminal, SAID[0])
        terminal.send(SAID[1])
        terminal.wait_for(SAID[1])
        terminal.look(0.5)
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_end()
    with Terminal(workspace, "start", "--now", "--participant", "p1") as terminal:
        interview(terminal, SAID[2])
        terminal.send("\x11")
        terminal.wait_for("Biggest takeaways")
        terminal.send("\x1b[19~")
        terminal.wait_for("copy", "export")
        terminal.send("x")
        terminal.wait_for("Wrote ")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    (workspace / ".interview-tui").mkdir(exist_ok=True)
    (workspace / ".interview-tui" / "fault.txt").write_text(f"KeyError: {name}", encoding="utf-8")

    assert standing(workspace, WHO) == {
        name: [".interview-tui", "participants.json"],
        email: ["participants.json"],
        phone: ["participants.json"],
    }
    assert standing(workspace, SAID) == {
        SAID[0]: ["sessions"],
        SAID[1]: ["sessions"],
        SAID[2]: ["exports", "sessions"],
    }
    forgotten = run(workspace, "participant", "forget", "P01", "--sessions", "--yes")
    assert (forgotten.returncode, forgotten.stderr) == (0, "")
    assert "2 sessions and 1 export were deleted" in forgotten.stdout
    assert "no name, e-mail or telephone number is left" in forgotten.stdout
    assert standing(workspace, (*WHO, *SAID, "P01")) == {"P01": ["participants.json", "withdrawals.log"]}
    again = run(workspace, "participant", "add")
    assert again.stdout.startswith("P02")


def test_a_person_at_a_terminal_is_asked_and_may_think_better_of_it(workspace: Path) -> None:
    run(workspace, "participant", "add", "--name", WHO[0])
    with Terminal(workspace, "participant", "forget", "p1") as terminal:
        terminal.wait_for("Forget P01 for good? yes or no:")
        terminal.send("no\r")
        assert terminal.wait_for_end() == 1
        assert "Nothing was removed." in terminal.text
    assert standing(workspace, WHO) == {WHO[0]: ["participants.json"]}
    with Terminal(workspace, "participant", "forget", "p1") as terminal:
        terminal.wait_for("Forget P01 for good? yes or no:")
        terminal.send("\x03")
        assert terminal.wait_for_end() == 130
    assert standing(workspace, WHO) == {WHO[0]: ["participants.json"]}
