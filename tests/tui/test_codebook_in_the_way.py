"""What stands in the way of a change of the codebook: told, left, finished later or taken back."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from tests.store.coded import names_in, tags_in
from tests.store.support import files_in
from tests.tui.codebook import STUDY, Seat, a_codebook_workspace, at_codebook
from tests.tui.library import SIZES

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
from interview_tui.tui.screens.codebook import CodebookScreen
from interview_tui.tui.screens.home import HomeScreen

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def study(tmp_path: Path) -> Workspace:
    return a_codebook_workspace(tmp_path / "work")


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
