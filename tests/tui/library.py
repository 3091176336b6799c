"""A workspace with a few interviews, and somebody in front of a place of its library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import cast

from tests.store.support import a_header
from tests.tui.support import lines_of
from textual.pilot import Pilot

from interview_tui.domain.consent import consent_field
from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue, NoteAdded
from interview_tui.domain.session import SESSION
from interview_tui.domain.study import Study
from interview_tui.store.config import Config
from interview_tui.store.session_file import create_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import First, InterviewApp
from interview_tui.tui.library_desk import LibraryDesk

SIZES = ((60, 20), (80, 24), (120, 40))
STUDY = Study(title="Clinics [round 2]")

_NUMBERS = count(1)


def write_interview(
    workspace: Workspace,
    day: int,
    participant: str,
    notes: Sequence[tuple[str, str]] = (),
    *,
    segment: str = "",
    quoting: bool | None = None,
    practice: bool = False,
) -> str:
    """An interview on a day of November 2026 with notes (text, tag); its id. The notes' ids are `note-N`."""
    session_id = f"2026-11-{day:02}-1000-abcd"
    file = create_session(workspace, a_header(session_id, practice=practice))
    told: dict[str, FieldValue] = {"participant": participant, "segment": segment}
    if quoting is not None:
        told[consent_field("quoting")] = quoting
    for name, value in told.items():
        file.add(_event(FieldSet, target=SESSION, name=name, value=value))
    for at, (text, tag) in enumerate(notes):
        file.add(_event(NoteAdded, note_id=f"note-{at}", at_ms=at * 60_000, text=text, tag=tag or None))
    assert file.close(10)
    return session_id


def _event(make: type[AnyEvent], *, note_id: str = "", at_ms: int = 0, **fields: object) -> AnyEvent:
    number = next(_NUMBERS)
    return make(
        id=note_id or f"01L{number:023d}",
        device="laptop",
        counter=number,
        at_ms=at_ms,
        author="ada",
        **fields,  # type: ignore[arg-type]
    )


def write_clinics(workspace: Workspace) -> list[str]:
    """Four interviews of two segments about a paper list; P04 may not be quoted."""
    said = (
        ("the list is on paper", "story"),
        ("I lose [calls] every day", "quote"),
        ("a screen at the desk", "background"),
    )
    who = (("P01", "clinics", None), ("P02", "clinics", True), ("P03", "labs", None), ("P04", "labs", False))
    return [
        write_interview(
            workspace,
            day,
            name,
            [(f"{name}: {text}", tag) for text, tag in said],
            segment=segment,
            quoting=quoting,
        )
        for day, (name, segment, quoting) in enumerate(who, start=2)
    ]


@dataclass
class Seat:
    """A person in front of the library."""

    app: InterviewApp
    pilot: Pilot[int]
    workspace: Workspace

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        names = {" ": "space", ".": "full_stop", ",": "comma", "-": "minus", ":": "colon"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))
        await self.settle()

    async def settle(self) -> None:
        for _ in range(3):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    def shown(self, selector: str) -> str:
        """The words that a pane shows, wherever its lines break."""
        return " ".join(" ".join(lines_of(self.app.screen.query_one(selector))).split())

    @property
    def picture(self) -> str:
        """Everything on the screen."""
        return " ".join(" ".join(strip.text for strip in self.app.screen._compositor.render_strips()).split())

    @property
    def desk(self) -> LibraryDesk:
        return self.app.desk


@asynccontextmanager
async def at_place(
    workspace: Workspace, place: str, size: tuple[int, int] = (80, 24), *, config: Config | None = None
) -> AsyncIterator[Seat]:
    """The real app, opened at a place of the library, which has read what it reads."""
    app = InterviewApp(
        workspace,
        config or Config(moderator="ada"),
        lambda app: app.place_screen(place),
        STUDY,
        first=cast("First", place),
    )
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot, workspace)
        await seat.settle()
        yield seat


def a_library_workspace(folder: Path) -> Workspace:
    """A workspace with the clinics' interviews."""
    workspace = Workspace(folder)
    workspace.create()
    write_clinics(workspace)
    return workspace
