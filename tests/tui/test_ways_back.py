"""Where `esc` leads from get ready: to where it was reached from."""

from __future__ import annotations

from pathlib import Path

from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.screens.guides import GuidesScreen
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.ready import ReadyScreen


def at_home(folder: Path) -> InterviewApp:
    return InterviewApp(Workspace(folder), Config(), lambda app: app.home_screen(), first="home")


async def test_escape_leads_back_to_the_guide_that_was_being_looked_at(tmp_path: Path) -> None:
    app = at_home(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "right", "right")
        await pilot.pause()
        assert isinstance(app.screen, GuidesScreen)
        looked_at = app.screen.path
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReadyScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, GuidesScreen)
        assert app.screen.path == looked_at
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_escape_leads_home_where_get_ready_was_opened_from_there(tmp_path: Path) -> None:
    app = at_home(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "enter")
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, ReadyScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
