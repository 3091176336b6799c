"""What every place of the library has: the strip of places, reading behind the frame, last words, undo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from tests.store.support import Faults
from tests.tui.library import STUDY, a_library_workspace
from tests.tui.stage import STYLES
from tests.tui.support import lines_of
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from interview_tui.domain.library import Library
from interview_tui.domain.study_record import Change
from interview_tui.errors import InterviewError
from interview_tui.store.config import Config
from interview_tui.store.library.reading import Cancelled, OnProgress, go_on
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_places import BY_NAME, PLACES, make_place
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.places_row import places_row
from interview_tui.tui.rows import row, width_of
from interview_tui.tui.widgets.rows_pane import RowsPane


class Corner(LibraryScreen):
    """A place with next to nothing in it."""

    PLACE = "themes"
    BINDINGS = [*LibraryScreen.BINDINGS, Binding("n", "name", "name")]  # noqa: RUF012

    def compose_place(self) -> ComposeResult:
        yield RowsPane(id="corner")
        yield Input(id="typed")

    def _show(self) -> None:
        notes = "nothing" if self.desk.library is None else f"{len(self.desk.library.notes)} notes"
        self.query_one("#corner", RowsPane).show(
            lambda _w, _h: [row(("keys" if self._helping else notes, "text"))]
        )

    def action_name(self) -> None:
        self.write("named a theme", [Change("theme:1", "name", "The phone")])


class Room(App[None]):
    """Shows one place and writes down what it says."""

    CSS_PATH = [STYLES / "app.tcss"]  # noqa: RUF012

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self._first = screen
        self.told: list[Message] = []

    def get_default_screen(self) -> Screen[None]:
        return self._first

    @on(LibraryScreen.GoTo)
    @on(LibraryScreen.Left)
    @on(LibraryScreen.NoteChosen)
    def _write_down(self, message: Message) -> None:
        self.told.append(message)

    def shown(self, selector: str) -> str:
        return " ".join(" ".join(lines_of(self.screen.query_one(selector))).split())

    @property
    def places(self) -> list[str]:
        return [message.place for message in self.told if isinstance(message, LibraryScreen.GoTo)]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_library_workspace(tmp_path / "work")


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return Faults(monkeypatch)


@asynccontextmanager
async def in_room(
    desk: LibraryDesk, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Room, Pilot[None]]]:
    room = Room(Corner(desk))
    async with room.run_test(size=size) as pilot:
        await settle(room, pilot)
        yield room, pilot


async def settle(room: Room, pilot: Pilot[None]) -> None:
    await pilot.pause()
    await room.workers.wait_for_complete()
    await pilot.pause()


def a_desk(workspace: Workspace) -> LibraryDesk:
    return LibraryDesk(workspace, STUDY, Config())


# -- the places ----------------------------------------------------------------------------


def test_every_place_has_a_key_of_its_own_from_one_on() -> None:
    assert [place.key for place in PLACES] == [str(number) for number in range(1, len(PLACES) + 1)]
    assert len(BY_NAME) == len(PLACES)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_place_has_its_screen_with_its_own_style_sheet(name: str, workspace: Workspace) -> None:
    screen = make_place(name, a_desk(workspace))
    assert isinstance(screen, LibraryScreen)
    assert name == screen.PLACE
    assert f"{name}.tcss" == screen.CSS_PATH
    assert (STYLES / "screens" / f"{name}.tcss").exists()


@pytest.mark.parametrize("name", BY_NAME)
def test_every_place_has_the_keys_of_all_places(name: str, workspace: Workspace) -> None:
    screen = make_place(name, a_desk(workspace))
    bound = set(screen._bindings.key_to_bindings)
    assert {place.key for place in PLACES} | {"escape", "question_mark", "u"} <= bound


@pytest.mark.parametrize("name", BY_NAME)
def test_no_place_shows_more_than_six_keys(name: str, workspace: Workspace) -> None:
    assert len(make_place(name, a_desk(workspace)).KEYS) <= 6


def test_a_place_that_is_none_is_refused(workspace: Workspace) -> None:
    with pytest.raises(KeyError):
        make_place("nowhere", a_desk(workspace))


@pytest.mark.parametrize("width", [200, 120, 89, 80, 60, 40, 20, 3])
@pytest.mark.parametrize("name", BY_NAME)
def test_the_strip_of_places_fits_any_width_and_marks_where_one_is(width: int, name: str) -> None:
    spans = places_row(name, width).spans
    assert width_of(spans) <= width
    if width >= 40:
        assert [text.strip() for text, ink in spans if "selected" in ink] == [name]
        assert all(f" {place.key}" in "".join(text for text, _ in spans) for place in PLACES)


async def test_digits_go_to_places_and_the_place_itself_stays(workspace: Workspace) -> None:
    async with in_room(a_desk(workspace)) as (room, pilot):
        await pilot.press(*(place.key for place in PLACES))
        await pilot.pause()
        assert room.places == [place.name for place in PLACES if place.name != "themes"]


@pytest.mark.parametrize("width", [120, 60])
async def test_a_click_on_a_place_goes_there(workspace: Workspace, width: int) -> None:
    async with in_room(a_desk(workspace), (width, 24)) as (room, pilot):
        strip = lines_of(room.screen.query_one("#top"))[0]
        for place in PLACES:
            await pilot.click("#top", offset=(strip.index(f" {place.key}") + 1, 0))
        await pilot.click("#top", offset=(cell_len(strip.rstrip()) + 3, 0))
        await pilot.pause()
        assert room.places == [place.name for place in PLACES if place.name != "themes"]


async def test_where_text_is_typed_digits_and_letters_are_text(workspace: Workspace) -> None:
    async with in_room(a_desk(workspace)) as (room, pilot):
        room.screen.query_one(Input).focus()
        await pilot.press("1", "q", "u", "question_mark", "n")
        await settle(room, pilot)
        assert room.screen.query_one(Input).value == "1qu?n"
        assert room.told == []


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_is_said(workspace: Workspace, key: str) -> None:
    async with in_room(a_desk(workspace)) as (room, pilot):
        await pilot.press(key)
        await pilot.pause()
        assert [type(message) for message in room.told] == [LibraryScreen.Left]


async def test_the_help_stands_until_the_next_key_which_does_nothing_else(workspace: Workspace) -> None:
    async with in_room(a_desk(workspace)) as (room, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        assert room.shown("#corner") == "keys"
        await pilot.press("q")
        await settle(room, pilot)
        assert room.shown("#corner") == "12 notes"
        assert room.told == []


# -- reading -------------------------------------------------------------------------------


class SlowDesk(LibraryDesk):
    """Reads only when it is allowed to, and tells how it goes."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, STUDY, Config())
        self.allowed = Event()
        self.broken_off = Event()

    def read(self, on_progress: OnProgress = go_on) -> Library:
        on_progress(1_200, 10_000)
        while not self.allowed.wait(0.01):
            if not on_progress(1_200, 10_000):
                self.broken_off.set()
                raise Cancelled
        return super().read(on_progress)


async def test_the_frame_stands_while_the_library_is_read(workspace: Workspace) -> None:
    desk = SlowDesk(workspace)
    room = Room(Corner(desk))
    async with room.run_test() as pilot:
        while "1,200" not in room.shown("#said"):
            await pilot.pause(0.01)
        assert room.shown("#said").startswith("1,200 of 10,000 ━")
        assert "12 % esc breaks off" in room.shown("#said")
        assert room.shown("#corner") == "nothing"
        desk.allowed.set()
        await settle(room, pilot)
        assert room.shown("#corner") == "12 notes"
        assert room.shown("#said") == ""


async def test_going_elsewhere_breaks_the_reading_off(workspace: Workspace) -> None:
    desk = SlowDesk(workspace)
    room = Room(Screen())
    async with room.run_test() as pilot:
        await room.push_screen(Corner(desk))
        while "1,200" not in room.shown("#said"):
            await pilot.pause(0.01)
        await room.pop_screen()
        await room.workers.wait_for_complete()
        assert desk.broken_off.wait(10)
        assert desk.library is None


async def test_what_was_read_already_is_not_read_again(workspace: Workspace) -> None:
    desk = a_desk(workspace)
    library = desk.read()
    async with in_room(desk) as (room, _):
        assert room.shown("#corner") == "12 notes"
        assert desk.library is library


async def test_a_library_that_cannot_be_read_is_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Library:
        raise InterviewError("The sessions cannot be read [here] because the folder is locked.")

    desk = a_desk(workspace)
    monkeypatch.setattr(desk, "read", refuse)
    async with in_room(desk) as (room, _):
        assert "[here] because the folder is locked." in room.shown("#said")
        assert room.shown("#corner") == "nothing"


# -- last words, and changes ---------------------------------------------------------------


@pytest.mark.parametrize("width", [60, 120])
async def test_a_long_last_word_is_shown_whole(workspace: Workspace, width: int) -> None:
    words = "study.json was not changed because the disk is full; make that right and try again. " * 2
    async with in_room(a_desk(workspace), (width, 20)) as (room, pilot):
        assert isinstance(room.screen, Corner)
        room.screen.say(words.strip())
        await pilot.pause()
        assert room.shown("#said") == words.strip()
        assert len(lines_of(room.screen.query_one("#said"))) == (3 if width == 60 else 2)
        room.screen.say("kept")
        await pilot.pause()
        assert len(lines_of(room.screen.query_one("#said"))) == 1


async def test_a_change_is_said_and_can_be_undone(workspace: Workspace) -> None:
    desk = a_desk(workspace)
    async with in_room(desk) as (room, pilot):
        await pilot.press("n")
        await pilot.pause()
        assert room.shown("#said") == "named a theme"
        await pilot.press("u")
        await pilot.pause()
        assert room.shown("#said") == "undone: named a theme"
        await pilot.press("u")
        await pilot.pause()
        assert room.shown("#said") == "nothing to undo"
        assert desk.record.fields("theme:1") == {}


async def test_a_change_that_cannot_be_kept_is_said_and_leaves_nothing_half(
    workspace: Workspace, faults: Faults
) -> None:
    desk = a_desk(workspace)
    async with in_room(desk) as (room, pilot):
        faults.start("sync_file")
        await pilot.press("n")
        await pilot.pause()
        assert "study.json was not changed because the disk is full" in room.shown("#said")
        assert desk.record.fields("theme:1") == {}
        faults.stop()
        await pilot.press("n")
        await pilot.pause()
        faults.start("sync_file")
        await pilot.press("u")
        await pilot.pause()
        assert "because the disk is full" in room.shown("#said")
        assert desk.record.fields("theme:1") == {"name": "The phone"}
        faults.stop()
        await pilot.press("u")
        await pilot.pause()
        assert desk.record.fields("theme:1") == {}
