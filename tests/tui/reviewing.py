"""A finished interview on the review screen, in the real app, and somebody's hands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.tui.support import GUIDE, SOURCE, lines_of, send
from textual.events import Paste
from textual.pilot import Pilot

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.consent import consent_field
from interview_tui.domain.events import FieldValue
from interview_tui.domain.session import DEBRIEF, Note, Session
from interview_tui.store.config import Config
from interview_tui.store.session_file import read_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.live_session import SessionPlan, new_session
from interview_tui.tui.screens.review import ReviewScreen

NOTES: tuple[tuple[int, str, str | None], ...] = (
    (30, "five people at the stands", "background"),
    (90, "The clock runs on my stand.", "quote"),
    (330, "", "story"),
    (360, "they lost a slot; nobody came", "story"),
    (420, "six logins", None),
)
"""Second, text and tag of each note."""


def held_interview(
    folder: Path, *, finished: bool = True, refused: bool = False, quoting: bool = True
) -> Path:
    """An interview of ten minutes in a file; its path."""
    workspace = Workspace(folder)
    workspace.create()
    clock = SteppedClock(datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
    people: dict[str, FieldValue] = {
        "participant": "P07",
        "moderator": "Ada",
        consent_field("quoting"): quoting,
    }
    if refused:
        people[consent_field("notes")] = False
    live = new_session(SessionPlan(guide=GUIDE, guide_source=SOURCE, guide_name="g.md", people=people), clock)
    live.create_file(workspace)
    for at, text, tag in NOTES:
        clock.step(at * 1000 - live.now_ms())
        if at == 330:
            live.interview.step_phase(1)
        live.interview.give_floor("moderator" if at % 60 else "participant")
        live.interview.add_note(text, tag, live.now_ms())
    live.interview.nudged("share")
    clock.step(600_000 - live.now_ms())
    if finished:
        live.interview.ask_and_next()
        live.interview.finish()
        live.interview.tell(DEBRIEF, "takeaway_1", "slots are lost on paper")
    assert live.file is not None
    assert live.file.close(10)
    return live.file.path


@dataclass
class Reviewing:
    """A person in front of the review screen."""

    app: InterviewApp
    pilot: Pilot[int]
    path: Path

    @property
    def screen(self) -> ReviewScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReviewScreen))

    @property
    def session(self) -> Session:
        return self.screen.review.session

    @property
    def notes(self) -> list[Note]:
        return self.session.notes

    @property
    def texts(self) -> list[str]:
        return [note.text for note in self.notes]

    @property
    def chosen(self) -> Note:
        note = self.screen.notes.chosen
        assert note is not None
        return note

    @property
    def said(self) -> str:
        return self.shown("#said")

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def feed(self, data: str) -> None:
        """Send the characters that a terminal sends, all at once."""
        send(self.app, data)
        await self.pilot.pause()
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        self.app.post_message(Paste(text))
        await self.pilot.pause()

    async def leave(self) -> Session:
        """Leave, and read what the file has then."""
        await self.press("q")
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        return Session(read_session(self.path).events)

    def shown(self, selector: str) -> str:
        return " ".join(" ".join(lines_of(self.screen.query_one(selector))).split())

    async def click(self, selector: str, needle: str) -> None:
        pane = self.screen.query_one(selector)
        y, x = next((y, line.index(needle)) for y, line in enumerate(lines_of(pane)) if needle in line)
        await self.pilot.click(pane, offset=(x, y))
        await self.pilot.pause()


@asynccontextmanager
async def reviewing(
    path: Path, *, size: tuple[int, int] = (120, 40), config: Config | None = None
) -> AsyncIterator[Reviewing]:
    """The real app with the review of a session; its file is closed in the end."""
    workspace = Workspace(path.parent.parent)
    app = InterviewApp(
        workspace, config or Config(moderator="Grace"), lambda app: app.review_screen(path), first="review"
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seat = Reviewing(app, pilot, path)
        review = seat.screen.review
        yield seat
    if review.file is not None:
        review.file.close(10)
