"""The sample study of eight interviews as a library, and somebody in front of one of its places."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.tui.support import lines_of, send
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot

from interview_tui.interchange.sample import write_sample_workspace
from interview_tui.store.config import Config
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import First, InterviewApp
from interview_tui.tui.library_screen import LibraryScreen

SIZES = ((60, 20), (80, 24), (120, 40))


@lru_cache(maxsize=1)
def _sample() -> Path:
    folder = Path(mkdtemp(prefix="sample-")) / "study"
    write_sample_workspace(folder)
    return folder


def sample_workspace(folder: Path) -> Workspace:
    """A copy of the sample study: P01 to P08 were interviewed, P09 and P10 wait."""
    shutil.copytree(_sample(), folder)
    return Workspace(folder)


@dataclass
class Reader:
    """Somebody who reads across the sessions."""

    app: App[Any]
    pilot: Pilot[Any]
    workspace: Workspace
    told: list[Message] = field(default_factory=list)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, each letter by itself."""
        names = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus", ",": "comma"}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def feed(self, data: str) -> None:
        """Send all at once what a terminal sends; `pilot.press` would wait for each key."""
        send(self.app, data)
        await self.settle()

    async def settle(self) -> None:
        """Let what runs in the background come to its end."""
        for _ in range(3):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    def lines(self, selector: str) -> list[str]:
        return [line.rstrip() for line in lines_of(self.app.screen.query_one(selector))]

    def shown(self, selector: str) -> str:
        return " ".join(" ".join(self.lines(selector)).split())

    @property
    def picture(self) -> str:
        """Everything on the screen."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())


@asynccontextmanager
async def at_place(
    workspace: Workspace, place: First, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Reader]:
    """The real app at a place of the library."""
    study = read_study(workspace.study_file)
    app = InterviewApp(workspace, Config(), lambda app: app.place_screen(place), study, first=place)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot, workspace)
        await reader.settle()
        assert isinstance(app.screen, LibraryScreen)
        assert place == app.screen.PLACE
        yield reader
