"""The home screen: what it tells when a row is chosen, what it finds, and that reading blocks nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from tests.tui.stage import SIZES, Stage, interview, on_stage, settle
from tests.tui.support import send
from textual.pilot import Pilot

from interview_tui.domain.participant import Participant
from interview_tui.domain.study import Segment, Study
from interview_tui.store.participants import edit_roster
from interview_tui.store.workspace import Workspace
from interview_tui.tui.forms import TextField
from interview_tui.tui.screens.home import HomeScreen

Told = (
    HomeScreen.LibraryChosen
    | HomeScreen.StartChosen
    | HomeScreen.PracticeChosen
    | HomeScreen.ParticipantsChosen
    | HomeScreen.GuidesChosen
    | HomeScreen.QuitChosen
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Four sessions: finished on the 1st and 3rd, left on the 2nd, damaged on the 4th."""
    workspace = Workspace(tmp_path)
    workspace.create()
    interview(workspace, 1, "P01")
    interview(workspace, 2, "P02", minutes=12, notes=14, state="unfinished")
    interview(workspace, 3, "P03")
    (workspace.sessions / "2026-11-04-1200-abcd.json").write_text("no json", encoding="utf-8")
    return workspace


def path(workspace: Workspace, day: int) -> Path:
    return workspace.sessions / f"2026-11-{day:02}-1200-abcd.json"


def home(workspace: Workspace) -> HomeScreen:
    return HomeScreen(workspace, Study(title="Clinics [round 2]"))


async def test_an_unfinished_session_offers_itself_and_enter_resumes_it(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        assert "▸ Resume 2026-11-02-1200-abcd, P02, 12 min in, 14 notes" in stage.shown("#rows")
        await pilot.press("enter")
        assert stage.told == [HomeScreen.ResumeChosen(path(workspace, 2))]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["n"], HomeScreen.StartChosen()),
        (["p"], HomeScreen.PracticeChosen()),
        (["w"], HomeScreen.ParticipantsChosen()),
        (["g"], HomeScreen.GuidesChosen()),
        (["l"], HomeScreen.LibraryChosen("search")),
        (["q"], HomeScreen.QuitChosen()),
        (["down", "enter"], HomeScreen.StartChosen()),
        (["j", "j", "k", "enter"], HomeScreen.StartChosen()),
        (["end", "home", "down", "enter"], HomeScreen.StartChosen()),
    ],
)
async def test_a_key_tells_what_was_chosen(workspace: Workspace, keys: list[str], told: Told) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await pilot.press(*keys)
        assert stage.told == [told]


async def test_a_finished_session_is_shown(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await pilot.press("end", "enter")
        assert stage.told == [HomeScreen.ShowChosen(path(workspace, 1))]


async def test_v_reviews_the_chosen_session_and_the_newest_where_none_is_chosen(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        assert "v reviews it" not in stage.shown("#detail")
        await pilot.press("down", "v")
        assert [type(told) for told in stage.told] == [HomeScreen.ReviewChosen]
        stage.told.clear()
        await pilot.press("end", "v")
        assert "v reviews it" in stage.shown("#detail")
        assert stage.told == [HomeScreen.ReviewChosen(path(workspace, 1))]


async def test_a_session_that_runs_elsewhere_is_marked_and_only_shown(workspace: Workspace) -> None:
    running = interview(workspace, 9, "P09", state="running")
    try:
        async with on_stage(home(workspace)) as (stage, pilot):
            assert "elsewhere" in stage.shown("#rows")
            await pilot.press("down", "down", "enter")
            assert "read-only" in stage.shown("#detail")
            assert stage.told == [HomeScreen.ShowChosen(path(workspace, 9))]
    finally:
        assert running.file is not None
        running.file.close(10)


async def test_an_unreadable_session_says_why_and_opens_nothing(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await pilot.press("down", "down", "enter")
        assert "unreadable" in stage.shown("#rows")
        assert "2026-11-04-1200-abcd.json is not a session file" in stage.shown("#detail")
        assert stage.told == []


async def test_an_empty_workspace_is_a_calm_welcome(tmp_path: Path) -> None:
    async with on_stage(home(Workspace(tmp_path / "none")), size=(60, 20)) as (stage, pilot):
        assert "Welcome. An interview takes three steps" in stage.shown("#rows")
        assert "Everything stays on this computer." in stage.shown("#rows")
        assert "p practice" in stage.shown("#keys")
        await pilot.press("enter")
        assert stage.told == [HomeScreen.StartChosen()]


async def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("a file", encoding="utf-8")
    async with on_stage(home(Workspace(tmp_path))) as (stage, pilot):
        assert "cannot be read" in stage.shown("#detail")
        await pilot.press("n")
        assert stage.told == [HomeScreen.StartChosen()]


# -- finding -------------------------------------------------------------------------------


async def type_query(pilot: Pilot[None], text: str) -> None:
    await pilot.press("slash", *text)
    await pilot.pause()


async def test_the_list_narrows_as_it_is_typed_and_enter_opens_what_is_chosen(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await type_query(pilot, "p03")
        shown = stage.shown("#rows")
        assert "P03" in shown
        assert "P01" not in shown
        assert "Resume" not in shown
        await pilot.press("enter")
        assert stage.told == [HomeScreen.ShowChosen(path(workspace, 3))]


async def test_letters_are_text_and_arrows_move_while_finding(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await type_query(pilot, "finishedn")
        assert stage.told == []
        assert "No session fits" in stage.shown("#rows")
        await pilot.press("backspace", "end", "down", "down", "enter")
        assert stage.told == [HomeScreen.ShowChosen(path(workspace, 1))]


async def test_what_is_found_is_what_stands_there_after_keys_that_came_all_at_once(
    workspace: Workspace,
) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await pilot.press("slash")
        send(stage, "9\x7f3\x01P0")
        await settle(stage, pilot)
        assert stage.screen.query_one("#find", TextField).value == "P03"
        assert "Found: 1" in stage.shown("#rows")


async def test_escape_shows_everything_again(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await type_query(pilot, "p03")
        await pilot.press("escape")
        await pilot.pause()
        assert "Resume" in stage.shown("#rows")
        assert "Start an interview" in stage.shown("#rows")
        await pilot.press("n")
        assert stage.told == [HomeScreen.StartChosen()]


# -- reading -------------------------------------------------------------------------------


async def test_the_screen_stands_before_the_sessions_are_read(workspace: Workspace) -> None:
    stage = Stage(home(workspace))
    async with stage.run_test(size=(80, 24)) as pilot:
        first = stage.shown("#rows")
        assert "Start an interview" in first
        await settle(stage, pilot)
        assert "reading…" not in stage.shown("#rows")


async def test_a_session_that_came_in_the_meantime_is_there_after_reading_again(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        interview(workspace, 8, "P08")
        assert "P08" not in stage.shown("#rows")
        await pilot.press("r")
        await settle(stage, pilot)
        assert "P08" in stage.shown("#rows")


async def test_a_selection_that_was_moved_is_not_taken_back_by_reading_again(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await pilot.press("end")
        interview(workspace, 8, "P08", state="unfinished")
        await pilot.press("r")
        await settle(stage, pilot)
        await pilot.press("enter")
        assert stage.told == [HomeScreen.ShowChosen(path(workspace, 1))]


async def test_what_an_older_run_read_is_left_out(workspace: Workspace) -> None:
    screen = home(workspace)
    async with on_stage(screen) as (stage, pilot):
        before = stage.shown("#rows")
        screen.post_message(HomeScreen.SessionsRead(run=0))
        await pilot.pause()
        assert stage.shown("#rows") == before


# -- progress ------------------------------------------------------------------------------

STUDY = Study(segments=(Segment(name="clinics", target=3), Segment(name="hospitals", target=1)))
"""Untitled, as the sessions of the stage are."""


def at_work(workspace: Workspace, study: Study = STUDY) -> HomeScreen:
    """Home on a Tuesday, with four people on the roster."""
    people = [
        Participant(pseudonym="P01", segment="clinics"),
        Participant(pseudonym="P03", segment="hospitals"),
        Participant(pseudonym="P07", segment="clinics", scheduled="2026-11-24T14:00"),
        Participant(pseudonym="P08", segment="clinics", scheduled="2026-11-25T09:30"),
    ]
    with edit_roster(workspace.participants_file) as editor:
        for person in people:
            editor.add(person)
    return HomeScreen(workspace, study, now=lambda: datetime(2026, 11, 24, 9, 30))


@pytest.mark.parametrize("size", SIZES)
async def test_progress_by_segment_and_who_comes_next_stand_at_the_top(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with on_stage(at_work(workspace), size=size) as (stage, _):
        shown = stage.shown("#progress")
        for words in ("clinics", "1/3", "hospitals", "1/1 ✓", "P07 today 14:00"):
            assert words in shown
        height = stage.screen.query_one("#progress").size.height
        assert height == 2 if size[1] == 20 else height >= 3
        assert "Resume" in stage.shown("#rows")


async def test_progress_grows_when_the_screen_does(workspace: Workspace) -> None:
    async with on_stage(at_work(workspace), size=(60, 20)) as (stage, pilot):
        assert stage.screen.query_one("#progress").size.height == 2
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert stage.screen.query_one("#progress").size.height == 3


async def test_a_new_interview_counts_after_reading_again(workspace: Workspace) -> None:
    async with on_stage(at_work(workspace)) as (stage, pilot):
        interview(workspace, 24, "P07")
        await pilot.press("r")
        await settle(stage, pilot)
        shown = stage.shown("#progress")
        assert "2/3" in shown
        assert "P08 tomorrow 09:30" in shown
        assert "P07" not in shown


async def test_a_damaged_roster_is_told_and_the_sessions_are_listed_all_the_same(
    workspace: Workspace,
) -> None:
    workspace.participants_file.write_text("no json", encoding="utf-8")
    async with on_stage(home(workspace)) as (stage, _):
        assert "participants.json is not a file of participants any more" in stage.shown("#detail")
        assert "P03" in stage.shown("#rows")


async def test_without_a_study_there_is_a_hint_and_room_for_it(workspace: Workspace) -> None:
    async with on_stage(HomeScreen(workspace, Study())) as (stage, _):
        assert "interview-tui init" in stage.shown("#progress")


async def test_a_study_that_says_nothing_yet_is_not_taken_for_none(workspace: Workspace) -> None:
    workspace.study_file.write_text("# everything is switched off", encoding="utf-8")
    async with on_stage(HomeScreen(workspace, Study())) as (stage, _):
        assert stage.shown("#progress") == "Interviewed 2"


async def test_progress_gives_way_to_the_help(workspace: Workspace) -> None:
    async with on_stage(at_work(workspace), size=(60, 20)) as (stage, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        assert not stage.screen.query_one("#progress").display
        assert "Any key brings the list back." in stage.shown("#rows")
        await pilot.press("x")
        await pilot.pause()
        assert stage.screen.query_one("#progress").display


# -- mouse, help, sizes --------------------------------------------------------------------


async def test_a_click_chooses_and_a_second_one_opens(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await pilot.click("#rows", offset=(6, 1))
        assert stage.told == []
        assert "▸ Start an interview" in stage.shown("#rows")
        await pilot.click("#rows", offset=(6, 1))
        assert stage.told == [HomeScreen.StartChosen()]


async def test_a_key_of_the_bottom_row_can_be_clicked(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        x = stage.shown("#keys").index("who")
        await pilot.click("#keys", offset=(x + 12, 0))
        assert stage.told == [HomeScreen.ParticipantsChosen()]


async def test_the_help_takes_the_place_of_the_list_until_the_next_key(workspace: Workspace) -> None:
    async with on_stage(home(workspace)) as (stage, pilot):
        await pilot.press("question_mark")
        assert "Any key brings the list back." in stage.shown("#rows")
        await pilot.press("q")
        assert stage.told == []
        assert "Resume" in stage.shown("#rows")


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_words_are_in_view_at_every_size(workspace: Workspace, size: tuple[int, int]) -> None:
    async with on_stage(home(workspace), size=size) as (stage, _):
        assert "Clinics [round 2]" in stage.shown("#top")
        rows = stage.shown("#rows")
        for word in ("Resume", "Start an interview", "Past sessions: 3", "P03", "30 min", "✓ finished"):
            assert word in rows
        for word in ("open", "new", "review", "library", "who", "help"):
            assert word in stage.shown("#keys")
