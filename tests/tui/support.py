"""A live screen at a desk: a stepped clock, a throw-away workspace and somebody's hands."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.events import Paste
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.guide import Guide
from interview_tui.domain.session import Note, Session
from interview_tui.guides.reader import read_guide
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.live_session import LiveSession, Role, SessionPlan, new_session
from interview_tui.tui.screens.live import LiveScreen

SOURCE = """\
---
title: Clinic scheduling
---
## Get comfortable (5 min)
> Thanks for making the time.
- Tell me about yourself. !
  - How long have you worked here?
## Dig in (15 min)
- Tell me about the last time a patient cancelled. !
  - What did you do next?
  - Why?
*Watch for: sighs*
- Who else was there?
## Turn it over to the customer (5 min)
> Now it is your turn.
## Say goodbye (5 min)
- Who else should I talk to? !
"""
GUIDE: Guide = read_guide(SOURCE, name="clinics.md")

SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
ROLES: tuple[Role, ...] = ("moderator", "notes", "solo")


@dataclass
class Desk:
    """One running live screen and what can be read of it."""

    app: InterviewApp
    live: LiveSession
    clock: SteppedClock
    pilot: Pilot[int]

    @property
    def screen(self) -> LiveScreen:
        found = next(screen for screen in self.app.screen_stack if isinstance(screen, LiveScreen))
        return found

    @property
    def session(self) -> Session:
        return self.live.session

    @property
    def notes(self) -> list[Note]:
        return self.session.notes

    @property
    def told(self) -> list[tuple[str | None, str]]:
        """Tag and text of each note."""
        return [(note.tag, note.text) for note in self.notes]

    @property
    def line(self) -> str:
        return self.screen.note_line.editor.text

    @property
    def place(self) -> tuple[int, int | None]:
        return self.session.flow.phase, self.session.flow.question

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type characters as a keyboard would; a line feed is Enter, after which the screen catches up."""
        for part in re.findall(r"[^\n]+|\n", text):
            await self.feed(part.replace("\n", "\r"))

    async def feed(self, data: str) -> None:
        """Send the characters that a terminal sends; `pilot.press` would bypass the parser."""
        send(self.app, data)
        await self.pilot.pause()
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste a text; as an event, because the parser takes an escape character for the end of one."""
        self.app.post_message(Paste(text))
        await self.pilot.pause()
        await self.pilot.pause()

    async def after(self, seconds: float) -> None:
        self.clock.step(round(seconds * 1000))
        self.screen.refresh_all()
        await self.pilot.pause()

    async def click(self, selector: str, needle: str) -> None:
        """Click on the row of a pane that holds these words."""
        pane = self.screen.query_one(selector)
        y, x = next((y, line.index(needle)) for y, line in enumerate(lines_of(pane)) if needle in line)
        await self.pilot.click(pane, offset=(x, y))
        await self.pilot.pause()

    def shown(self, selector: str) -> str:
        """The words that a pane shows, wherever its lines break."""
        return " ".join(" ".join(lines_of(self.screen.query_one(selector))).split())


def send(app: App[Any], data: str) -> None:
    """Send all at once what a terminal sends; `pilot.press` bypasses the parser and waits for each key."""
    parser = XTermParser()
    for event in [*parser.feed(data), *parser.feed("")]:
        app.post_message(event)


def lines_of(widget: Widget) -> list[str]:
    """The rows of a widget as they are painted."""
    width, height = widget.outer_size
    return [strip.text for strip in widget.render_lines(Region(0, 0, width, height))]


@asynccontextmanager
async def at_desk(
    folder: Path,
    *,
    size: tuple[int, int] = (120, 40),
    role: Role = "solo",
    config: Config | None = None,
    people: Mapping[str, str] | None = None,
    guide: Guide = GUIDE,
) -> AsyncIterator[Desk]:
    """A running live screen; its session is saved and closed in the end."""
    workspace = Workspace(folder)
    workspace.create()
    clock = SteppedClock(datetime(2026, 11, 21, 22, 10, tzinfo=UTC))
    plan = SessionPlan(
        guide=guide,
        guide_source=SOURCE,
        guide_name="clinics.md",
        role=role,
        practice=True,
        people=people or {"participant": "P07"},
    )
    live = new_session(plan, clock)
    app = InterviewApp(workspace, config or Config(), lambda app: app.live_screen(live))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(app, live, clock, pilot)
    if live.file is not None:
        live.file.close(10)
