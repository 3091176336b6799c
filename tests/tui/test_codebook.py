"""The codebook's place: what it shows, and that a change is seen before it is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.coded import names_in, tags_in, write_tagged
from tests.store.support import files_in
from tests.tui.codebook import STUDY, a_codebook_workspace, at_codebook
from tests.tui.library import SIZES

from interview_tui.store.workspace import Workspace
from interview_tui.tui.screens.codebook import CodebookScreen
from interview_tui.tui.screens.codebook_change import CodebookChangeScreen
from interview_tui.tui.screens.name_tag import NameTag
from interview_tui.tui.screens.pick_row import PickRow

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def study(tmp_path: Path) -> Workspace:
    return a_codebook_workspace(tmp_path / "work")


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
    write_tagged(study, 3, [("pain", "quote")], about={"consent_quoting": False})
    async with at_codebook(study, (120, 40)) as seat:
        assert "P02 said" in seat.shown("#detail"), "it is no quote, and stays as it is"
        assert "P03 “said" in seat.shown("#detail")
        assert seat.shown("#detail").count("not to be quoted") == 1


async def test_a_parent_says_what_is_its_own_and_what_the_patterns_count(study: Workspace) -> None:
    study.study_file.write_text(STUDY.replace('name = "goal"', 'name = "goal"\nparent = "pain"'), "utf-8")
    write_tagged(study, 3, [("goal",)])
    async with at_codebook(study, (120, 40)) as seat:
        assert "3 own, 4 with those below, as the patterns count them" in seat.shown("#detail")


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
