"""Every way out asks first where answers would be lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.support import GUIDE, SOURCE
from textual.pilot import Pilot

from interview_tui.domain.participant import Contact
from interview_tui.domain.study import Study
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import First, InterviewApp, Opening
from interview_tui.tui.live_session import SessionPlan
from interview_tui.tui.screens.participant_form import ParticipantForm
from interview_tui.tui.screens.ready import ReadyScreen


def ready(app: InterviewApp) -> ReadyScreen:
    plan = SessionPlan(guide=GUIDE, guide_source=SOURCE, guide_name="clinics.md")
    return ReadyScreen(plan, app.workspace)


def form(app: InterviewApp) -> ParticipantForm:
    return ParticipantForm(app.workspace, Study(), None, Contact(pseudonym=""))


async def settle(app: InterviewApp, pilot: Pilot[int]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
@pytest.mark.parametrize(
    ("opening", "first", "answer"), [(ready, "ready", "p"), (form, "ready", "right")], ids=["ready", "form"]
)
async def test_ctrl_c_drops_answers_only_the_second_time(
    tmp_path: Path, opening: Opening, first: First, answer: str, key: str
) -> None:
    app = InterviewApp(Workspace(tmp_path), Config(), opening, first=first)
    async with app.run_test() as pilot:
        await settle(app, pilot)
        app.screen.set_focus(app.screen.query_one("#customer_kind"))
        await pilot.press(answer, key)
        await settle(app, pilot)
        assert app.is_running
        assert app.return_value is None
        await pilot.press(key)
        await settle(app, pilot)
    assert app.return_value == 0


async def test_the_palette_s_leave_asks_too(tmp_path: Path) -> None:
    app = InterviewApp(Workspace(tmp_path), Config(), ready, first="ready")
    async with app.run_test() as pilot:
        await settle(app, pilot)
        app.screen.set_focus(app.screen.query_one("#customer_kind"))
        await pilot.press("p", "ctrl+p")
        await pilot.pause()
        await pilot.press(*"leave")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ReadyScreen)
        assert app.return_value is None


async def test_without_an_answer_one_key_leaves(tmp_path: Path) -> None:
    app = InterviewApp(Workspace(tmp_path), Config(), ready, first="ready")
    async with app.run_test() as pilot:
        await settle(app, pilot)
        await pilot.press("ctrl+q")
        await settle(app, pilot)
    assert app.return_value == 0
