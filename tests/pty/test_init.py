"""`init` at a terminal asks what no flag gave, and leaves nothing half-made."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pty.terminal import Terminal

from interview_tui.domain.study import Segment, Study
from interview_tui.store.study import read_study

pytestmark = pytest.mark.pty


def test_what_is_answered_is_the_study(workspace: Path) -> None:
    with Terminal(workspace, "init", "--hypothesis", "nobody owns the list") as terminal:
        for words, answer in (
            ("What is the study called?", "Clinics “round 1”"),
            ("What do you want to learn?", ""),
            ("How will you tell", "6 of 10"),
            ("Whom do you want to talk to", "clinics=six"),
            ("write a name and how many people", "clinics"),
            ("clinics: no target; clinics=6 sets one", "Clinics=4"),
            ("Clinics: 4 to interview", "clinics=6"),
            ("clinics: 6 to interview", ""),
            ("Which guide?", "nobody"),
            ("There is no guide 'nobody'", "problem-discovery"),
            ("For how many days", "180"),
        ):
            terminal.wait_for(words)
            terminal.send(f"{answer}\r")
        terminal.wait_for("Next:", "interview-tui start")
        assert terminal.wait_for_end() == 0
        assert terminal.given_back
        assert "What do you believe" not in terminal.text
    assert read_study(workspace / "study.toml") == Study(
        title="Clinics “round 1”",
        hypothesis="nobody owns the list",
        success_metric="6 of 10",
        segments=(Segment(name="clinics", target=6),),
        guide="problem-discovery",
        retention_days=180,
    )


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl+C", "Ctrl+D"])
def test_breaking_off_leaves_nothing(workspace: Path, key: str) -> None:
    with Terminal(workspace, "init") as terminal:
        terminal.wait_for("What is the study called?")
        terminal.send("Clinics\r")
        terminal.wait_for("What do you want to learn?")
        terminal.send(key)
        terminal.wait_for("Nothing was made.")
        assert terminal.wait_for_end() == 130
        assert terminal.given_back
    assert not workspace.exists()
