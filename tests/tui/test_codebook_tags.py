"""One tag on the codebook's place: taken in, described, put below another, removed, and its notes opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.store.coded import tags_in, write_tagged
from tests.tui.codebook import STUDY, a_codebook_workspace, at_codebook
from textual.widgets import Input

from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.forms import Choice
from interview_tui.tui.screens.codebook import CodebookScreen
from interview_tui.tui.screens.tag_form import TagForm


@pytest.fixture
def study(tmp_path: Path) -> Workspace:
    return a_codebook_workspace(tmp_path / "work")


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
    session, _, note = tag.example_of.partition("/")
    assert study.session_path(session).exists()
    assert note


async def test_words_of_somebody_who_allows_no_quoting_are_no_example(study: Workspace) -> None:
    write_tagged(study, 3, [("old", "quote")], about={"consent_quoting": False})
    async with at_codebook(study) as seat:
        await seat.press("end", "a", "f4")
        assert "P03 not to be quoted said" in seat.picture
        await seat.press("enter")
        assert "P03 does not allow quoting." in seat.picture
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
