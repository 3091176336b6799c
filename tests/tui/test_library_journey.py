"""The way through the library: in from home and from the command line, to a note and back, and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.library import SIZES, STUDY, Seat, a_library_workspace, at_place, write_interview

from interview_tui import launch
from interview_tui.boot import FirstFrame
from interview_tui.cli import run
from interview_tui.domain.insights import describe, put_evidence
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.library_places import BY_NAME, PLACES
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.insights import InsightsScreen
from interview_tui.tui.screens.review import ReviewScreen

FIRST = "2026-11-02-1000-abcd"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_library_workspace(tmp_path / "work")


def place_of(seat: Seat) -> str:
    screen = seat.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen.PLACE


async def out_of_the_text(seat: Seat) -> None:
    """To where digits are places, if something is being typed."""
    if seat.app.focused is not None:
        await seat.press("escape")


# -- in ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", BY_NAME)
async def test_every_place_opens_and_is_left_at_every_size(
    workspace: Workspace, name: str, size: tuple[int, int]
) -> None:
    async with at_place(workspace, name, size) as seat:
        assert place_of(seat) == name
        assert BY_NAME[name].key in seat.shown("#top")
        await out_of_the_text(seat)
        await seat.press("escape")
        assert seat.app._exit


@pytest.mark.parametrize("name", BY_NAME)
async def test_every_place_opens_in_a_workspace_without_sessions(tmp_path: Path, name: str) -> None:
    workspace = Workspace(tmp_path / "empty")
    workspace.create()
    async with at_place(workspace, name) as seat:
        assert place_of(seat) == name
        assert seat.app._exception is None
    assert not workspace.study_record.exists()


async def test_from_home_each_place_is_two_keys_away_and_leads_back_home(workspace: Workspace) -> None:
    app = InterviewApp(workspace, Config(), lambda app: app.home_screen(), STUDY, first="home")
    async with app.run_test() as pilot:
        seat = Seat(app, pilot, workspace)
        await seat.settle()
        for place in PLACES:
            await seat.press("l")
            await out_of_the_text(seat)
            await seat.press(place.key)
            assert place_of(seat) == place.name
            await out_of_the_text(seat)
            await seat.press("escape")
            assert isinstance(app.screen, HomeScreen)
            assert len(app.screen_stack) <= 2


async def test_from_place_to_place_nothing_is_read_twice_and_no_screen_is_left_behind(
    workspace: Workspace,
) -> None:
    async with at_place(workspace, "insights") as seat:
        library = seat.desk.library
        for place in (*PLACES, PLACES[5]):
            await out_of_the_text(seat)
            await seat.press(place.key)
            assert place_of(seat) == place.name
        assert seat.desk.library is library
        assert len(seat.app.screen_stack) == 2


@pytest.mark.parametrize("name", BY_NAME)
def test_the_command_opens_the_place_it_names(
    workspace: Workspace, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def note(make: object, _frame: object) -> int:
        assert callable(make)
        opened.append(make().get_default_screen())
        return 0

    monkeypatch.setattr(launch, "require_terminal", lambda _: None)
    monkeypatch.setattr(launch, "_run", note)
    assert run(["--workspace", str(workspace.path), "library", name], FirstFrame()) == 0
    assert [screen.PLACE for screen in opened] == [name]


def test_the_command_without_a_place_searches_and_one_that_is_none_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launch, "require_terminal", lambda _: None)
    monkeypatch.setattr(
        launch, "_run", lambda make, _frame: int(make().get_default_screen().PLACE != "search")
    )
    where = ["--workspace", str(workspace.path), "library"]
    assert run(where, FirstFrame()) == 0
    assert run([*where, "attic"], FirstFrame()) == 2
    assert "has no 'attic'; choose one of search, patterns" in " ".join(capsys.readouterr().err.split())


# -- to a note and back --------------------------------------------------------------------


@pytest.fixture
def told(workspace: Workspace) -> Workspace:
    """One insight with two notes of the first two interviews."""
    from tests.tui.test_insights import desk_of

    desk = desk_of(workspace)
    target = desk.pen.new_target("insight")
    keys = [f"2026-11-0{day}-1000-abcd/note-0" for day in (2, 3)]
    desk.write("x", [*describe(target, statement="Lists"), *put_evidence(target, keys, "for")])
    return workspace


async def test_a_note_opens_in_its_session_and_the_way_leads_back_to_where_one_was(told: Workspace) -> None:
    async with at_place(told, "insights") as seat:
        await seat.press("enter", "down", "enter")
        assert isinstance(seat.app.screen, ReviewScreen)
        assert "P02: the list is on paper" in seat.picture
        await seat.press("escape")
        assert isinstance(seat.app.screen, InsightsScreen)
        assert seat.app.screen.chosen_note is not None
        assert seat.app.screen.chosen_note.note.session == "2026-11-03-1000-abcd"
        await seat.press("escape", "escape")
        assert seat.app._exit


async def test_a_session_that_went_meanwhile_is_told_and_the_place_stays(told: Workspace) -> None:
    async with at_place(told, "insights") as seat:
        (told.sessions / f"{FIRST}.json").unlink()
        await seat.press("enter", "enter")
        assert isinstance(seat.app.screen, InsightsScreen)
        assert ["There is no session" in told.message for told in seat.app._notifications] == [True]


async def test_what_was_corrected_in_a_session_is_read_again(told: Workspace) -> None:
    async with at_place(told, "insights", (120, 40)) as seat:
        before = seat.desk.library
        await seat.press("enter", "enter")
        screen = seat.app.screen
        assert isinstance(screen, ReviewScreen)
        write_interview(told, 9, "P09", [("another", "story")])
        screen.post_message(ReviewScreen.Left(changed=True))
        await seat.settle()
        assert isinstance(seat.app.screen, InsightsScreen)
        assert seat.desk.library is not before
        assert "2 of 5" in seat.shown("#list")


async def test_home_reads_the_library_anew_each_time(workspace: Workspace) -> None:
    app = InterviewApp(workspace, Config(), lambda app: app.home_screen(), STUDY, first="home")
    async with app.run_test() as pilot:
        seat = Seat(app, pilot, workspace)
        await seat.settle()
        await seat.press("l")
        await out_of_the_text(seat)
        await seat.press("6", "escape")
        write_interview(workspace, 9, "P09", [("another", "story")])
        await seat.press("l")
        await out_of_the_text(seat)
        await seat.press("6")
        assert seat.desk.library is not None
        assert "P09" in seat.desk.library.people
