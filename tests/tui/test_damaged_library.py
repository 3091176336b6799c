"""Every place of the library in front of files that cannot be read: told in a sentence, and nothing ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.library import STUDY, Seat, a_library_workspace, at_place
from textual.binding import Binding

from interview_tui.domain.study_record import Change
from interview_tui.errors import InterviewError
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_places import PLACES
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.screens.coding import CodingScreen

DAMAGED = b"{ not a file of ours"
NEWER = b'{"meta": {"1": {"schema_version": 99}}}'
AWAY = {"escape", "q", *(place.key for place in PLACES)}

each_place = pytest.mark.parametrize("place", [place.name for place in PLACES])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found = a_library_workspace(tmp_path / "work")
    desk = LibraryDesk(found, STUDY, Config())
    library = desk.read()
    notes = [Change("theme:1", f"note:{note.key}", True) for note in library.notes[:3]]
    desk.write("theme", [Change("theme:1", "name", "Waiting"), *notes])
    desk.write("insight", [Change("insight:1", "statement", "They wait.")])
    return found


def keys_of(screen: LibraryScreen) -> list[str]:
    """The keys that a place binds, those apart that leave it."""
    keys = [
        key.strip()
        for kind in type(screen).__mro__
        for binding in kind.__dict__.get("BINDINGS", ())
        for key in (binding.key if isinstance(binding, Binding) else binding[0]).split(",")
    ]
    return [key for key in dict.fromkeys(keys) if key not in AWAY and "ctrl" not in key]


async def press_everything(seat: Seat) -> None:
    """Every key of the place that stays there, and out again of whatever one opened."""
    here = seat.app.screen
    assert isinstance(here, LibraryScreen)
    for key in keys_of(here):
        await seat.pilot.press(key)
        for _ in range(3):
            if seat.app.screen is not here and not isinstance(seat.app.screen, LibraryScreen):
                await seat.pilot.press("escape")
        if seat.app.screen is not here:
            break
    await seat.settle()


@each_place
@pytest.mark.parametrize("content", [DAMAGED, NEWER], ids=["damaged", "newer"])
async def test_no_place_ends_by_files_that_cannot_be_read(
    workspace: Workspace, place: str, content: bytes
) -> None:
    names = ("study.json", "participants.json")
    for name in names:
        (workspace.path / name).write_bytes(content)
    async with at_place(workspace, place, (120, 40)) as seat:
        (workspace.path / "study.toml").write_bytes(DAMAGED)
        await press_everything(seat)
        assert seat.app.is_running
    assert [(workspace.path / name).read_bytes() for name in names] == [content, content]


async def test_nor_do_the_two_coders(workspace: Workspace) -> None:
    workspace.study_record.write_bytes(DAMAGED)
    async with at_place(workspace, "patterns", (120, 40)) as seat:
        for key in ("a", "c"):
            await seat.press(key)
            assert seat.app.is_running
        assert isinstance(seat.app.screen, CodingScreen)


async def test_a_thread_that_finds_a_damaged_file_says_so(workspace: Workspace) -> None:
    async with at_place(workspace, "saturation", (120, 40)) as seat:
        screen = seat.app.screen
        assert isinstance(screen, LibraryScreen)

        def look() -> None:
            raise InterviewError("It cannot be read; restore it.")

        screen.run_worker(look, thread=True)
        await seat.settle()
        assert seat.shown("#said") == "It cannot be read; restore it."


@each_place
async def test_a_session_that_cannot_be_read_is_told(workspace: Workspace, place: str) -> None:
    workspace.session_paths()[0].write_bytes(DAMAGED)
    async with at_place(workspace, place, (80, 24)) as seat:
        assert "1 session cannot be read and is left out" in seat.shown("#said")
        screen = seat.app.screen
        assert isinstance(screen, LibraryScreen)
        screen.say("Done.")
        await seat.settle()
        if place != "search":
            assert seat.shown("#said").startswith("Done.")
            assert seat.shown("#said").endswith("1 session left out")
