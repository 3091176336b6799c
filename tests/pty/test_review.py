"""The real review, ended in every way: what was put right and what was being typed is there again."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal, run
from tests.pty.test_saving import see_saved, session_of, told
from tests.tui.reviewing import held_interview

pytestmark = pytest.mark.pty


@pytest.fixture
def held(workspace: Path) -> Path:
    """A workspace with one interview."""
    held_interview(workspace)
    return workspace


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_what_was_put_right_and_half_typed_is_there_after_a_signal(
    held: Path, number: signal.Signals, code: int
) -> None:
    with Terminal(held, "review") as terminal:
        terminal.wait_for("five people at the stands", "saved")
        terminal.send("*e, all day\r")
        terminal.wait_for("all day", "changed")
        terminal.send("jtg\r")
        terminal.wait_for("+ goal")
        terminal.send("e half a sen")
        terminal.wait_for("half a sen", "enter keep")
        see_saved(terminal)
        terminal.kill(number)
        assert terminal.wait_for_end() == code
        if number != signal.SIGKILL:
            assert terminal.given_back
    with Terminal(held, "review", "last") as terminal:
        terminal.wait_for("what you were typing is here again", "half a sen")
        terminal.send("tence\r")
        terminal.wait_for("half a sentence", "changed")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert terminal.given_back
    assert told(held)[:2] == [
        ("background", "five people at the stands, all day"),
        ("quote", "The clock runs on my stand. half a sentence"),
    ]
    notes = session_of(held)["notes"]
    assert notes[0]["starred"]
    assert notes[1]["tags"] == ["quote", "goal"]


def test_home_leads_to_the_review_and_back(held: Path) -> None:
    with Terminal(held) as terminal:
        terminal.wait_for("Clinic scheduling")
        terminal.send("jv")
        terminal.wait_for("five people at the stands", "Get comfortable")
        terminal.send("*")
        terminal.wait_for("starred")
        terminal.send("q")
        terminal.wait_without("five people at the stands")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    assert session_of(held)["notes"][0]["starred"]


def test_a_second_review_only_reads(held: Path) -> None:
    with Terminal(held, "review") as first:
        first.wait_for("five people at the stands", "saved")
        with Terminal(held, "review") as second:
            second.wait_for("five people at the stands", "only read", "open elsewhere")
            second.send("d")
            second.look(0.2)
            second.wait_for("five people at the stands")
            second.send("q")
            assert second.wait_for_end() == 0


def test_a_session_of_somebody_who_refused_notes_is_not_opened(workspace: Path) -> None:
    held_interview(workspace, refused=True)
    with Terminal(workspace, "review") as terminal:
        code = terminal.wait_for_end()
        text = terminal.text
    assert code != 0
    assert "does not allow notes" in text
    assert "five people" not in text
    assert "Traceback" not in text
    assert run(workspace, "--version").returncode == 0
