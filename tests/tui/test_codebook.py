"""The codebook's place: what it shows, and that a change is seen before it is done and undone as one step."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.store.coded import names_in, tags_in, write_tagged
from tests.store.support import files_in
from tests.tui.support import lines_of
from textual.pilot import Pilot
from textual.widgets import Input

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.codebook_changes import rename
from interview_tui.store.codebook_changes import CodebookWork
from interview_tui.store.codebook_sessions import move_in
from interview_tui.store.config import Config
from interview_tui.store.errors import StoreError
from interview_tui.store.session_file import open_session
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.forms import Choice
from interview_tui.tui.screens.codebook import CodebookScreen
from interview_tui.tui.screens.codebook_change import CodebookChangeScreen
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.name_tag import NameTag
from interview_tui.tui.screens.pick_row import PickRow
from interview_tui.tui.screens.tag_form import TagForm

SIZES = ((60, 20), (80, 24), (120, 40))
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
STUDY = """\
# by hand
[[tag]]
key = "p"
name = "pain"
colour = "red"
description = "what hurts"

[[tag]]
key = "g"
name = "goal"

[[tag]]
key = "n"
name = "never [/] used"
"""


@dataclass
class Seat:
    """A person in front of the codebook."""

    app: InterviewApp
    pilot: Pilot[int]
    workspace: Workspace

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        await self.pilot.press(*(("space" if letter == " " else letter) for letter in text))
        await self.settle()

    async def settle(self) -> None:
        for _ in range(3):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    def shown(self, selector: str) -> str:
        return " ".join(" ".join(lines_of(self.app.screen.query_one(selector))).split())

    @property
    def picture(self) -> str:
        """Everything on the screen, without the frames."""
        drawn = " ".join(strip.text for strip in self.app.screen._compositor.render_strips())
        return " ".join(drawn.replace("│", " ").split())

    @property
    def place(self) -> CodebookScreen:
        screen = self.app.screen
        assert isinstance(screen, CodebookScreen)
        return screen

    @property
    def tags(self) -> list[str]:
        return [tag.name for tag in read_study(self.workspace.study_file).codebook.tags]


@asynccontextmanager
async def at_codebook(workspace: Workspace, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seat]:
    """The real app, begun at the codebook."""
    study = read_study(workspace.study_file)
    app = InterviewApp(workspace, Config(), lambda app: app.place_screen("codebook"), study, first="codebook")
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot, workspace)
        await seat.settle()
        yield seat


@pytest.fixture
def study(tmp_path: Path) -> Workspace:
    """Two sessions of two people, a codebook of three tags, and a tag that only notes have."""
    workspace = Workspace(tmp_path / "work")
    workspace.create()
    workspace.study_file.write_text(STUDY, "utf-8")
    write_tagged(workspace, 1, [("pain",), ("goal", "pain")])
    write_tagged(workspace, 2, [("pain",), ("old",)], about={"consent_quoting": False})
    return workspace


# -- looking -------------------------------------------------------------------------------


@each_size
async def test_every_tag_stands_with_its_notes_and_people_at_every_size(
    study: Workspace, size: tuple[int, int]
) -> None:
    async with at_codebook(study, size) as seat:
        shown = seat.shown("#tags")
        assert "▸ p pain 3 2 2" in shown
        assert "g goal 1 1 1" in shown
        assert "n never [/] used – – –" in shown
        assert "Only in notes: a takes one in, r renames, m merges · old 1 1 1" in shown
        assert "pain key p red 3 notes of 2 people in 2 sessions" in seat.shown("#detail")
        for word in ("edit", "rename", "merge", "nest", "add", "keys"):
            assert word in seat.shown("#keys")


async def test_a_note_that_must_not_be_quoted_says_so(study: Workspace) -> None:
    async with at_codebook(study, (120, 40)) as seat:
        assert "P02 said" in seat.shown("#detail")
        assert seat.shown("#detail").count("not to be quoted") == 1


async def test_children_stand_below_their_parent(study: Workspace) -> None:
    study.study_file.write_text(STUDY.replace('name = "goal"', 'name = "goal"\nparent = "pain"'), "utf-8")
    async with at_codebook(study) as seat:
        assert "p pain 3 2 2 what hurts g └ goal" in seat.shown("#tags")
        assert "children goal" in seat.shown("#detail")


@each_size
async def test_all_keys_are_told_in_place(study: Workspace, size: tuple[int, int]) -> None:
    async with at_codebook(study, size) as seat:
        await seat.press("question_mark")
        assert "Keys of this place" in seat.shown("#tags")
        assert "esc q back" in seat.shown("#tags")
        await seat.press("x")
        assert "▸ p pain" in seat.shown("#tags")


async def test_a_tag_is_chosen_by_arrows_the_wheel_and_a_click(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("end")
        assert "old" in seat.shown("#detail")
        await seat.pilot.click("#tags", offset=(8, 1))
        await seat.settle()
        assert "pain" in seat.shown("#detail")
        await seat.press("j", "k", "down")
        assert "goal" in seat.shown("#detail")


async def test_an_empty_library_shows_the_codebook_all_the_same(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "empty")
    workspace.create()
    async with at_codebook(workspace) as seat:
        assert "s story – – – what happened" in seat.shown("#tags")
        assert "No note has it yet." in seat.shown("#detail")


# -- renaming and merging ------------------------------------------------------------------


@each_size
async def test_a_tag_is_renamed_after_a_look_at_what_that_changes(
    study: Workspace, size: tuple[int, int]
) -> None:
    before = study.study_file.read_bytes(), tags_in(study)
    async with at_codebook(study, size) as seat:
        await seat.press("r")
        assert isinstance(seat.app.screen, NameTag)
        await seat.type("ache 2")
        await seat.press("enter")
        assert isinstance(seat.app.screen, CodebookChangeScreen)
        assert "3 notes in 2 sessions of 2 people come under ache 2." in seat.picture
        assert "2026-11-01-1001-abcd P01 2 notes" in seat.picture
        assert (study.study_file.read_bytes(), tags_in(study)) == before
        await seat.press("y")
        assert "rename pain to ache 2 · 2 sessions · u undoes it" in seat.shown("#said")
        assert "▸ p ache 2 3 2 2" in seat.shown("#tags")
        assert names_in(study) == ["ache 2", "ache 2", "ache 2", "goal", "old"]
        assert seat.place.desk.codebook.tags[0].name == "ache 2"
        await seat.press("u")
        assert "undone: rename pain to ache 2 · 2 sessions" in seat.shown("#said")
        assert "▸ p pain 3 2 2" in seat.shown("#tags")
        await seat.press("u")
        assert "nothing to undo" in seat.shown("#said")
    assert (study.study_file.read_bytes(), tags_in(study)) == before


@pytest.mark.parametrize("keys", [["escape"], ["enter", "escape"], ["enter", "n"]])
async def test_nothing_is_changed_without_a_yes(study: Workspace, keys: list[str]) -> None:
    before = files_in(study.path)
    async with at_codebook(study) as seat:
        await seat.press("r")
        await seat.type("ache")
        await seat.press(*keys)
        assert isinstance(seat.app.screen, CodebookScreen)
    assert {name: text for name, text in files_in(study.path).items() if name in before} == before


async def test_a_name_that_another_tag_has_is_offered_as_a_merge(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("r")
        await seat.type("Goal")
        assert "There is a tag goal already: enter merges pain into it." in seat.picture
        await seat.press("enter")
        assert "Merge pain into goal" in seat.picture
        assert "1 of them had both tags, and goal is kept once." in seat.picture
        await seat.press("enter")
        assert seat.tags == ["goal", "never [/] used"]
    assert names_in(study) == ["goal", "goal", "goal", "old"]


async def test_an_impossible_name_is_told_where_another_can_be_typed(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("r", "backspace", "enter")
        assert "A tag needs a name; type one." in seat.picture
        await seat.type("q")
        assert "needs a name" not in seat.picture


async def test_a_tag_is_merged_by_the_letter_of_the_other(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("end", "m")
        assert isinstance(seat.app.screen, PickRow)
        assert "Merge old into which tag?" in seat.picture
        await seat.press("p", "y")
        assert "merge old into pain · 1 session · u undoes it" in seat.shown("#said")
        assert "▸ p pain 4 2 2" in seat.shown("#tags")
    assert study.study_file.read_text("utf-8") == STUDY


async def test_a_tag_is_merged_by_arrows_or_a_click_and_esc_leaves_it(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("m", "escape")
        assert isinstance(seat.app.screen, CodebookScreen)
        await seat.press("m", "down", "enter")
        assert "Merge pain into never [/] used" in seat.picture
        await seat.press("escape", "m")
        await seat.pilot.click("PickRow RowsPane", offset=(8, 5))
        await seat.settle()
        assert "Merge pain into goal" in seat.picture


# -- changes that touch no note ------------------------------------------------------------


async def test_a_tag_of_notes_alone_is_taken_in(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("end", "a")
        assert seat.app.screen.query_one("#name", Input).value == "old"
        assert seat.app.screen.query_one("#key", Input).value == "l"
        assert "No note changes" in seat.picture
        await seat.press("f8")
        assert seat.tags[-1] == "old"
        assert "▸ l old 1 1 1" in seat.shown("#tags")
        assert "Only in notes" not in seat.shown("#tags")
        await seat.press("u")
    assert study.study_file.read_text("utf-8") == STUDY


async def test_a_new_tag_gets_a_letter_of_its_name(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("a")
        await seat.type("queue 1")
        assert seat.app.screen.query_one("#key", Input).value == "q"
        await seat.press("enter", "enter")
        await seat.press("right", "enter")
        await seat.type("waiting")
        await seat.press("enter", "enter")
        assert "▸ q queue 1 – – – waiting" in seat.shown("#tags")
    tag = read_study(study.study_file).codebook.tags[-1]
    assert (tag.key, tag.name, tag.colour, tag.description) == ("q", "queue 1", "red", "waiting")


async def test_a_tag_gets_a_description_an_example_a_colour_and_a_letter(study: Workspace) -> None:
    async with at_codebook(study, (120, 40)) as seat:
        await seat.press("down", "enter")
        assert isinstance(seat.app.screen, TagForm)
        await seat.type("z")
        await seat.press("down")
        seat.app.screen.query_one("#colour", Choice).choose(4)
        await seat.press("down")
        await seat.type("to get done 1")
        await seat.press("f4")
        assert "Which note is the example?" in seat.picture
        await seat.press("enter", "f8")
        assert "example said" in seat.shown("#detail")
        assert "goal key z teal" in seat.shown("#detail")
    tag = read_study(study.study_file).codebook.tags[1]
    assert (tag.key, tag.colour, tag.description) == ("z", "teal", "to get done 1")
    assert tag.example.startswith("said ")


async def test_words_of_somebody_who_allows_no_quoting_are_no_example(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("end", "a", "f4", "enter")
        assert "P02 does not allow quoting." in seat.picture
        await seat.press("escape")
        assert seat.app.screen.query_one("#example", Input).value == ""


async def test_a_letter_that_another_tag_has_is_told_in_the_form(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("enter")
        await seat.type("g")
        await seat.press("f8")
        assert "The key 'g' already belongs to 'goal'; choose another letter." in seat.picture
        await seat.press("escape")
    assert study.study_file.read_text("utf-8") == STUDY


async def test_a_tag_is_put_below_another_and_at_the_top_again(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("down", "n", "p")
        assert "put goal below pain · u undoes it" in seat.shown("#said")
        assert "└ goal" in seat.shown("#tags")
        await seat.press("n", "0")
        assert "put goal at the top" in seat.shown("#said")
    assert study.study_file.read_text("utf-8") == STUDY


async def test_only_a_tag_that_no_note_has_is_removed(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        await seat.press("x")
        assert "3 notes have pain: merge it into another tag with m" in seat.shown("#said")
        await seat.press("down", "down", "delete")
        assert seat.tags == ["pain", "goal"]
        await seat.press("u")
    assert study.study_file.read_text("utf-8") == STUDY


async def test_its_notes_can_be_opened_in_their_session(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []

    async def note_chosen(_: InterviewApp, message: CodebookScreen.NoteChosen) -> None:
        told.append(message)

    monkeypatch.setattr(InterviewApp, "on_library_screen_note_chosen", note_chosen)
    async with at_codebook(study) as seat:
        await seat.press("down", "o", "enter")
    (message,) = told
    assert f"{message.session}/{message.note}" in tags_in(study)


# -- what stands in the way ----------------------------------------------------------------


async def test_a_session_that_is_open_elsewhere_is_told_left_and_offered_again(study: Workspace) -> None:
    running = open_session(study.sessions / "2026-11-01-1001-abcd.json")
    async with at_codebook(study) as seat:
        await seat.press("r")
        await seat.type("ache")
        await seat.press("enter")
        assert "1 note in 1 session of 1 person comes" in seat.picture
        assert "1 session cannot be changed now and will be offered again." in seat.picture
        assert "open elsewhere" in seat.picture
        await seat.press("y")
        assert "1 left out: f tries again" in seat.shown("#said")
        assert "1 session was left out of rename pain to ache: f tries again." in seat.shown("#waiting")
        assert "pain 2 1 1" in seat.shown("#tags")
        running.close(10)
        await seat.press("f")
        assert seat.shown("#waiting") == ""
        await seat.press("f")
        assert "Every change came to its end." in seat.shown("#said")
    assert names_in(study) == ["ache", "ache", "ache", "goal", "old"]


@pytest.fixture
def interrupted(study: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A renaming that a disk broke off before the study file was written."""

    def refuse(*_: object) -> None:
        raise StoreError("the disk refused")

    with monkeypatch.context() as patch:
        patch.setattr(CodebookWork, "_write_text", refuse)
        change = rename(read_study(study.study_file).codebook, "pain", "ache")
        with pytest.raises(StoreError):
            CodebookWork(study, author="ada").do(change, ["2026-11-01-1001-abcd"])
    return study


@each_size
async def test_a_change_that_was_interrupted_is_told_and_finished(
    interrupted: Workspace, size: tuple[int, int]
) -> None:
    async with at_codebook(interrupted, size) as seat:
        assert "Interrupted: rename pain to ache." in seat.shown("#waiting")
        assert "f finish" in seat.shown("#keys")
        await seat.press("r")
        assert "Finish with f what was interrupted, or take it back with u." in seat.shown("#said")
        await seat.press("f")
        assert "rename pain to ache · 1 session" in seat.shown("#said")
        assert seat.shown("#waiting") == ""
        assert seat.tags[0] == "ache"
    assert names_in(interrupted) == ["ache", "ache", "ache", "goal", "old"]


async def test_a_change_that_was_interrupted_is_taken_back(interrupted: Workspace) -> None:
    async with at_codebook(interrupted) as seat:
        await seat.press("u")
        assert seat.shown("#waiting") == ""
    assert names_in(interrupted) == ["goal", "old", "pain", "pain", "pain"]
    assert interrupted.study_file.read_text("utf-8") == STUDY


async def test_the_last_change_is_undone_after_a_restart(study: Workspace) -> None:
    change = rename(read_study(study.study_file).codebook, "pain", "ache")
    CodebookWork(study, author="ada").do(change, [path.stem for path in study.session_paths()])
    async with at_codebook(study) as seat:
        await seat.press("u")
        assert "undone: rename pain to ache · 2 sessions" in seat.shown("#said")
    assert study.study_file.read_text("utf-8") == STUDY


async def test_breaking_off_takes_back_what_was_done(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = study.study_file.read_bytes(), tags_in(study)
    reached, go_on = threading.Event(), threading.Event()

    def slow(*args: Any, **options: Any) -> int:
        told = move_in(*args, **options)
        reached.set()
        assert go_on.wait(10)
        return told

    monkeypatch.setattr("interview_tui.store.codebook_changes.move_in", slow)
    async with at_codebook(study) as seat:
        await seat.press("r")
        await seat.type("ache")
        await seat.press("enter")
        await seat.pilot.press("y")
        while not reached.is_set():
            await seat.pilot.pause(0.01)
        assert "esc take back what was done" in seat.picture
        await seat.pilot.press("escape")
        assert "Taking back what was done" in seat.picture
        go_on.set()
        await seat.settle()
        assert isinstance(seat.app.screen, CodebookScreen)
        assert "nothing was changed" in seat.shown("#said")
        assert seat.shown("#waiting") == ""
    assert (study.study_file.read_bytes(), tags_in(study)) == before


async def test_a_study_file_with_a_mistake_is_told_and_nothing_is_changed(study: Workspace) -> None:
    async with at_codebook(study) as seat:
        study.study_file.write_text(STUDY.replace("red", "mauve"), "utf-8")
        before = files_in(study.sessions)
        await seat.press("r")
        await seat.type("ache")
        await seat.press("enter", "y")
        assert "study.toml, line 5" in seat.picture
        await seat.press("enter")
        assert isinstance(seat.app.screen, CodebookScreen)
        assert "study.toml, line 5" in seat.shown("#said")
    assert files_in(study.sessions) == before


async def test_home_has_the_new_codebook_when_the_library_is_left(study: Workspace) -> None:
    app = InterviewApp(
        study, Config(), lambda app: app.home_screen(), read_study(study.study_file), first="home"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        seat = Seat(app, pilot, study)
        await seat.settle()
        await seat.press("l", "escape", "3", "r")
        await seat.type("ache")
        await seat.press("enter", "y", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert app.study.codebook.tags[0].name == "ache"
        assert app.study.codebook != DEFAULT_CODEBOOK


async def test_a_program_that_is_closed_in_the_middle_leaves_it_to_be_finished(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(*args: Any, **options: Any) -> int:
        told = move_in(*args, **options)
        reached.set()
        assert go_on.wait(10)
        return told

    with monkeypatch.context() as patch:
        patch.setattr("interview_tui.store.codebook_changes.move_in", slow)
        async with at_codebook(study) as seat:
            await seat.press("r")
            await seat.type("ache")
            await seat.press("enter")
            await seat.pilot.press("y")
            while not reached.is_set():
                await seat.pilot.pause(0.01)
            seat.app.workers.cancel_all()
            go_on.set()
            await seat.settle()
    async with at_codebook(study) as seat:
        assert "Interrupted: rename pain to ache." in seat.shown("#waiting")
        await seat.press("f")
    assert names_in(study) == ["ache", "ache", "ache", "goal", "old"]
