"""The summary: what leaves the workspace from here is looked at for names."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.stage import interview, on_stage

from interview_tui.domain.participant import Contact, Participant
from interview_tui.store.participants import edit_roster
from interview_tui.store.workspace import Workspace
from interview_tui.tui.screens.summary import SummaryScreen


@pytest.mark.parametrize("key", ["x", "j"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_an_export_that_gives_somebody_away_says_so(
    tmp_path: Path, key: str, size: tuple[int, int]
) -> None:
    workspace = Workspace(tmp_path)
    live = interview(workspace, 21, "P02")
    for name in ("Lost Slot", "Note 1"):
        with edit_roster(workspace.participants_file) as editor:
            editor.add(Participant(pseudonym=""), Contact(pseudonym="", name=name))
        async with on_stage(SummaryScreen(live.header, live.session, tmp_path / "exports"), size=size) as (
            stage,
            pilot,
        ):
            await pilot.press(key)
            await pilot.pause()
            said = stage.shown("#said")
        assert "Wrote" in said
        assert ("It holds the name of P02: look before anybody else gets it." in said) is (name == "Note 1")
