"""The person's own editor in the real program: it gets the terminal, and gives it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pty.terminal import Terminal

pytestmark = pytest.mark.pty

EDITOR = """\
#!/bin/sh
trap 'echo interrupted' INT
echo "EDITING $1"
read words || read words
sed -i.before "s/last time/very last time/" "$2"
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a guide, and an editor that is told the line as vim is."""
    guides = tmp_path / "workspace" / "guides"
    guides.mkdir(parents=True)
    (guides / "mine.md").write_text("## Talk (5 min)\n- Tell me about the last time.\n- What else?\n")
    editor = tmp_path / "vim"
    editor.write_text(EDITOR)
    editor.chmod(0o700)
    return guides.parent


def test_the_editor_has_the_terminal_and_ctrl_c_and_the_screen_comes_back(workspace: Path) -> None:
    changes = {"VISUAL": str(workspace.parent / "vim")}
    with Terminal(workspace, changes=changes) as terminal:
        terminal.wait_for("guides")
        terminal.send("g")
        terminal.wait_for("Tell me about the last time.")
        terminal.send("jje")
        terminal.wait_for("EDITING +2")
        assert not terminal.screen.alternate
        terminal.send(b"\x03")
        terminal.wait_for("interrupted")
        terminal.send("done\r")
        terminal.wait_for("the very last time.", "get ready")
        assert terminal.screen.alternate
        terminal.send("n")  # the keys are ours again
        terminal.send(b"\x03")
        assert terminal.wait_for_end() == 0
        assert terminal.given_back


def test_a_ready_made_guide_that_the_editor_left_alone_is_not_copied(workspace: Path) -> None:
    with Terminal(workspace, changes={"VISUAL": "false"}) as terminal:
        terminal.wait_for("guides")
        terminal.send("g")
        terminal.wait_for("Tell me about the last time.")
        terminal.send("l")
        terminal.wait_for("ready-made")
        terminal.send("e")
        terminal.wait_for("false ended with 1; nothing was changed.", "ready-made")
        terminal.send(b"\x03")
        assert terminal.wait_for_end() == 0
    assert [path.name for path in (workspace / "guides").iterdir()] == ["mine.md"]


def test_a_terminal_s_paste_is_read_as_a_guide(workspace: Path) -> None:
    with Terminal(workspace) as terminal:
        terminal.wait_for("guides")
        terminal.send("g")
        terminal.wait_for("Tell me about the last time.")
        terminal.send("\x1b[200~Warm-up (5 min)\r•\tHow was your day?\ro\tWhy so?\r\x1b[201~")
        terminal.wait_for("pasted, not kept yet", "How was your day?", "Why so?")
        terminal.send("\r")
        terminal.wait_for("Keep this guide")
        terminal.send("talk\r")
        terminal.wait_for("Made talk.md")
    assert (workspace / "guides" / "talk.md").read_text("utf-8") == (
        "---\ntitle: talk\n---\n\n## Warm-up (5 min)\n- How was your day?\n  - Why so?\n"
    )
