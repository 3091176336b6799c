"""What is measured and what it is measured against: command lines, and workspaces filled with notes."""

from __future__ import annotations

import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from interview_tui.domain.clock import SteppedClock
from interview_tui.store.guide_files import DEFAULT_GUIDE, find_guide
from interview_tui.store.session_file import read_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import SessionPlan, new_session

Command = list[str | Path]

FLOORS = Path(__file__).parent / "floors"
BARE_INPUT: Command = [sys.executable, FLOORS / "bare_input.py"]
LIBRARIES: Command = [sys.executable, "-c", "import pydantic, tinydb"]

NOTE_EVERY_MS = 20_000
MOST_TURNS = 200
"""What an hour's talk has, whatever is noted of it."""

SAVE_LIMIT_S = 60.0

_TEXTS = (
    "They keep the cancelled slots on a paper list next to the phone",
    "Calls from the top, stops when somebody says yes",
    "The system knows about it, but nobody trusts the system on Mondays",
    "Sighs, looks at the wall calendar",
    "Wants to know by noon whether the day is full",
)


def interview_tui(*arguments: str | Path) -> Command:
    """The command as a user runs it, from the environment that this benchmark runs in."""
    installed = Path(sys.executable).with_name("interview-tui")
    if os.access(installed, os.X_OK):
        return [installed, *arguments]
    return [sys.executable, "-m", "interview_tui", *arguments]


def first_question(workspace: Workspace) -> str:
    """How the question begins that the live screen shows first."""
    guide = find_guide(DEFAULT_GUIDE, workspace).guide
    return guide.questions[0].text[:18]


def make_session(workspace: Workspace, notes: int) -> Path:
    """A session with so many notes on the ready-made guide, written by the program's own gestures."""
    file = find_guide(DEFAULT_GUIDE, workspace)
    clock = SteppedClock(datetime(2026, 11, 21, 22, 10, tzinfo=UTC))
    plan = SessionPlan(guide=file.guide, guide_source=file.source, guide_name=file.path.name)
    live = new_session(plan, clock)
    live.create_file(workspace)
    chance, notes_a_turn = random.Random(notes), -(-notes // MOST_TURNS)
    tags = [tag.name for tag in live.codebook.tags]
    for number in range(notes):
        clock.step(NOTE_EVERY_MS)
        if number % notes_a_turn == 0:
            live.interview.hand_over()
        live.interview.add_note(chance.choice(_TEXTS), chance.choice(tags), live.now_ms())
    assert live.file is not None
    if not live.file.close(SAVE_LIMIT_S):
        raise TimeoutError(f"A session of {notes} notes was not saved within {SAVE_LIMIT_S:g} seconds.")
    path = workspace.session_path(live.header.id)
    assert len(read_session(path).events) >= notes
    return path
