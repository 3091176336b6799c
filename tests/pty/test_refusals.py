"""Where the live screen cannot run: one sentence, the right exit code, and the terminal as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pty.terminal import Terminal, run

pytestmark = pytest.mark.pty

BAD_GUIDES = {
    "empty.md": (b"", "empty.md is empty"),
    "blank.md": (b" \n\n", "blank.md is empty"),
    "binary.md": (b"# A\x00\x01\x02", "binary.md is not a text file"),
    "latin.md": ("- Où êtes-vous ?".encode("latin-1"), "latin.md is not UTF-8"),
    "huge.md": (b"- Why?\n" * 200_000, "huge.md is larger than 1 MB"),
    "missing.md": (None, "There is no file"),
}


@pytest.mark.parametrize("name", BAD_GUIDES)
def test_a_file_that_is_no_guide_gets_one_sentence(workspace: Path, tmp_path: Path, name: str) -> None:
    content, sentence = BAD_GUIDES[name]
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with Terminal(workspace, "start", str(file), "--now", size=(200, 30)) as terminal:
        assert terminal.wait_for_end() == 2
        assert sentence in terminal.text
        assert "Traceback" not in terminal.text
        assert len(terminal.text.split("\n\n")[0].splitlines()) == 1
        assert terminal.given_back
    assert not workspace.exists()


@pytest.mark.parametrize(
    ("arguments", "instead"),
    [
        (["start", "--now"], "guide show"),
        (["start"], "guide show"),
        (["resume"], "show last"),
        ([], "list"),
    ],
)
def test_without_a_terminal_a_screen_is_refused_with_a_way_out(
    workspace: Path, arguments: list[str], instead: str
) -> None:
    refused = run(workspace, *arguments)
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1
    assert f"interview-tui {instead}" in refused.stderr


def test_a_terminal_that_can_show_no_screen_is_told(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now", changes={"TERM": "dumb"}) as terminal:
        assert terminal.wait_for_end() == 2
        assert "TERM=dumb" in terminal.text
        assert terminal.given_back


@pytest.mark.parametrize(
    ("study", "sentence"),
    [
        ('[[tag]]\nkey = "a"\nname = "ache"\ncolour = "red"\n', 'line 2, key "key"'),
        ("title = ", "line 1"),
    ],
)
def test_a_mistake_in_the_study_is_told_with_its_line(workspace: Path, study: str, sentence: str) -> None:
    workspace.mkdir()
    (workspace / "study.toml").write_text(study, encoding="utf-8")
    with Terminal(workspace, "start", "--now", size=(200, 30)) as terminal:
        assert terminal.wait_for_end() == 2
        assert f"study.toml, {sentence}" in terminal.text
        assert "Traceback" not in terminal.text
        assert terminal.given_back


def test_there_is_nothing_to_resume_in_an_empty_workspace(workspace: Path) -> None:
    with Terminal(workspace, "resume", size=(200, 30)) as terminal:
        assert terminal.wait_for_end() == 2
        assert "There are no sessions" in terminal.text
        assert terminal.given_back


def test_a_mistake_in_the_study_shuts_out_neither_home_nor_what_was_left(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now") as terminal:
        terminal.wait_for("P01", "type a note")
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
    study = workspace / "study.toml"
    study.write_text('titel = "Clinics"', encoding="utf-8")
    with Terminal(workspace) as terminal:
        terminal.wait_for("Resume", "study.toml, line 1")
        terminal.send("n")
        terminal.wait_for("The study file has a mistake")
        study.write_text('title = "Clinics"', encoding="utf-8")
        terminal.send("n")
        terminal.wait_for("Get ready", "Clinics")
        terminal.send("\x1b")
        terminal.wait_for("Resume")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    study.write_text('titel = "Clinics"', encoding="utf-8")
    with Terminal(workspace, "resume") as terminal:
        terminal.wait_for("study.toml, line 1")
        terminal.send("s lost slot\r")
        terminal.wait_for("lost slot", "✓ saved")
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
