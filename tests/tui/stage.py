"""A bare app around one screen: its messages are written down instead of acted on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from tests.tui.support import GUIDE, SOURCE, lines_of
from textual import on
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen

from interview_tui.domain.clock import SteppedClock
from interview_tui.store.workspace import Workspace
from interview_tui.tui import app as real_app
from interview_tui.tui.live_session import LiveSession, SessionPlan, new_session
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.ready import ReadyScreen

STYLES = Path(real_app.__file__).parent

SIZES = ((60, 20), (80, 24), (120, 40))


class Stage(App[None]):
    """Shows one screen and keeps what it tells."""

    CSS_PATH: ClassVar[Any] = [
        STYLES / "app.tcss",
        STYLES / "screens" / "home.tcss",
        STYLES / "screens" / "ready.tcss",
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._first = screen
        self.told: list[Message] = []

    def get_default_screen(self) -> Screen[Any]:
        return self._first

    @on(HomeScreen.StartChosen)
    @on(HomeScreen.PracticeChosen)
    @on(HomeScreen.ResumeChosen)
    @on(HomeScreen.ShowChosen)
    @on(HomeScreen.ReviewChosen)
    @on(HomeScreen.LibraryChosen)
    @on(HomeScreen.ParticipantsChosen)
    @on(HomeScreen.GuidesChosen)
    @on(HomeScreen.QuitChosen)
    @on(ReadyScreen.Started)
    @on(ReadyScreen.Refused)
    @on(ReadyScreen.Cancelled)
    def _write_down(self, message: Message) -> None:
        self.told.append(message)

    def shown(self, selector: str) -> str:
        """The words that a pane shows."""
        return " ".join(" ".join(lines_of(self.screen.query_one(selector))).split())


@asynccontextmanager
async def on_stage(
    screen: Screen[Any], *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """A running screen that has read what it reads in the background."""
    stage = Stage(screen)
    async with stage.run_test(size=size) as pilot:
        await settle(stage, pilot)
        yield stage, pilot


async def settle(stage: Stage, pilot: Pilot[None]) -> None:
    """Let what runs in the background come to its end."""
    await pilot.pause()
    await stage.workers.wait_for_complete()
    await pilot.pause()


def interview(
    workspace: Workspace,
    day: int,
    participant: str = "",
    *,
    minutes: int = 30,
    notes: int = 2,
    state: str = "finished",
    title: str = GUIDE.title,
) -> LiveSession:
    """A session on a day of November 2026, in a file; `running` leaves it open."""
    clock = SteppedClock(datetime(2026, 11, day, 12, 0, tzinfo=UTC))
    plan = SessionPlan(
        guide=replace(GUIDE, title=title),
        guide_source=SOURCE,
        guide_name="clinics.md",
        people={"participant": participant},
    )
    live = new_session(plan, clock)
    live.header = replace(live.header, id=f"2026-11-{day:02}-1200-abcd")
    live.create_file(workspace)
    clock.step(minutes * 60_000)
    for number in range(notes):
        live.interview.add_note(f"note {number}", None, live.now_ms())
    if state == "finished":
        live.interview.finish()
    assert live.file is not None
    assert live.file.saver.flush(10)
    if state != "running":
        assert live.file.close(10)
    return live
