"""What is measured: real sessions, and programs that show what is waited for."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.live import FLOOR_PROMPT, Program, Typist
from benchmarks.picture import draw
from benchmarks.programs import BARE_INPUT, MOST_TURNS, first_question, make_session
from benchmarks.script import SCRIPT

from interview_tui.domain.events import FloorTaken, NoteAdded
from interview_tui.store.session_file import read_session
from interview_tui.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    workspace.create()
    return workspace


def test_a_made_session_reads_back_with_its_notes_and_no_more_turns_than_an_hour_has(
    workspace: Workspace,
) -> None:
    record = read_session(make_session(workspace, 500))
    assert sum(isinstance(event, NoteAdded) for event in record.events) == 500
    assert 0 < sum(isinstance(event, FloorTaken) for event in record.events) <= MOST_TURNS + 1
    assert record.header.guide.questions[0].text.startswith(first_question(workspace))


@pytest.mark.pty
def test_a_typist_measures_every_letter_at_the_floor() -> None:
    typist = Typist(Program(BARE_INPUT, (FLOOR_PROMPT,), takes_notes=False), seed=1)
    with typist.terminal:
        typist.type(30)
    assert len(typist.keys_ms) == len(typist.bytes) == 30
    assert min(typist.keys_ms) > 0
    assert typist.notes_ms == []


async def test_the_picture_shows_the_script_and_asks_nothing_of_the_network(tmp_path: Path) -> None:
    picture = (await draw(tmp_path)).replace("&#160;", " ")
    assert "wrote RYE on her hand" in picture
    assert "Tell me about the last time you ran" in picture
    assert "✓ saved" in picture
    assert "url(http" not in picture.replace('"', "")
    tags = {step.tag for step in SCRIPT if step.act == "note"}
    assert all(tag in picture for tag in tags if tag)
