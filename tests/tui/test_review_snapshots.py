"""How the review and the patterns look, painted as they were; look at what changed before you keep it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from tests.tui.reviewing import held_interview
from tests.tui.shelf import sample_workspace
from textual.app import App
from textual.pilot import Pilot

from interview_tui.store.config import Config
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp


class Compare(Protocol):
    """What the plugin gives: whether a picture is as it was."""

    def __call__(self, app: App[int], *, terminal_size: tuple[int, int], run_before: object) -> bool:
        """Paint the app and compare."""


async def at_rest(pilot: Pilot[int]) -> None:
    """Let what reads in the background come to its end."""
    for _ in range(4):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


each_size = pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=["60x20", "120x40"])


@each_size
def test_the_review_looks_as_it_did(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    path = held_interview(tmp_path, quoting=False)
    app = InterviewApp(
        Workspace(tmp_path), Config(moderator="Grace"), lambda app: app.review_screen(path), first="review"
    )
    assert snap_compare(app, terminal_size=size, run_before=at_rest)


@each_size
def test_the_patterns_look_as_they_did(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    workspace = sample_workspace(tmp_path / "study")
    study = read_study(workspace.study_file)
    app = InterviewApp(workspace, Config(), lambda app: app.place_screen("patterns"), study, first="patterns")
    assert snap_compare(app, terminal_size=size, run_before=at_rest)
