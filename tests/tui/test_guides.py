"""The guides on the screen: choosing, reading, refreshing, making, pasting, and the ways out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.tui.support import lines_of
from textual.events import Paste
from textual.pilot import Pilot

from interview_tui.guides.reader import read_guide
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.forms import Choice, TextField
from interview_tui.tui.screens.guides import GuidesScreen
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.name_guide import NameGuide
from interview_tui.tui.screens.paste_guide import PasteGuide
from interview_tui.tui.screens.ready import ReadyScreen

SOURCE = """\
---
title: Slots [v2]
---
## Get comfortable (5 min)
> Thanks for making the time.

- Tell me about your day. !
- Don't you hate cancellations?
## Say goodbye (5 min)
- Who else should I talk to? !
"""
SHEET = "Section\tQuestion\tProbes\nHello\tHow was your week?\tWhy so?\nBye\tWho else should I talk to?\t\n"
PATIENCE = 200


@dataclass
class Shelf:
    """A running app on the guides screen."""

    app: InterviewApp
    pilot: Pilot[int]

    @property
    def screen(self) -> GuidesScreen:
        assert isinstance(self.app.screen, GuidesScreen)
        return self.app.screen

    def shown(self, selector: str = "#page") -> str:
        return " ".join(" ".join(lines_of(self.app.screen.query_one(selector))).split())

    @property
    def here(self) -> str:
        """The words of the line that the keys point at."""
        line = self.screen.line
        assert line is not None
        return line.text

    @property
    def told(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, reached: Callable[[], bool]) -> None:
        for _ in range(PATIENCE):
            if reached():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"Waited in vain; the page shows {self.shown()}")


@asynccontextmanager
async def on_shelf(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Shelf]:
    app = InterviewApp(Workspace(folder), Config(), lambda app: app.home_screen(), first="home")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("g")
        await pilot.pause()
        yield Shelf(app, pilot)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with one guide of its own."""
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "mine.md").write_text(SOURCE, "utf-8")
    return tmp_path


def mine(folder: Path) -> Path:
    return folder / "guides" / "mine.md"


# -- looking -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_a_guide_is_shown_with_what_the_check_says(folder: Path, size: tuple[int, int]) -> None:
    async with on_shelf(folder, size) as shelf:
        assert "Slots [v2]" in shelf.shown()
        assert "✗ 1 error" in shelf.shown("#top")
        await shelf.press("n")
        assert shelf.here == "Don't you hate cancellations?"
        assert "✗ leading" in shelf.shown()
        beside = shelf.shown("#side" if size[0] >= 116 else "#detail")
        assert "Line 8: question 2" in beside
        assert "Leading: " in beside


async def test_arrows_go_through_the_lines_and_the_guides(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        assert shelf.here == "Slots [v2]"
        await shelf.press("j", "down", "j")
        assert shelf.here == "Tell me about your day."
        await shelf.press("end")
        assert shelf.here == "Who else should I talk to?"
        await shelf.press("down", "up", "k", "home", "up")
        assert shelf.here == "Slots [v2]"
        await shelf.press("right")
        assert "Slots" not in shelf.shown()
        await shelf.press("left", "l", "h")
        assert "Slots [v2]" in shelf.shown()


async def test_a_page_further_is_a_page_further(folder: Path) -> None:
    questions = "".join(f"- What happened on day {day}?\n" for day in range(500))
    mine(folder).write_text(f"## Days (60 min)\n{questions}")
    async with on_shelf(folder, (80, 24)) as shelf:
        await shelf.press("pagedown")
        first = shelf.screen.line
        assert first is not None
        assert 8 <= first.line <= 20
        assert first.text in shelf.shown()
        await shelf.press("end")
        assert "What happened on day 499?" in shelf.shown()
        await shelf.press("pageup")
        assert shelf.here in shelf.shown()
        assert shelf.here != "What happened on day 499?"


async def test_a_click_points_at_a_line_or_opens_a_guide(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        y = next(y for y, text in enumerate(lines_of(shelf.screen.body)) if "Thanks" in text)
        await shelf.pilot.click("#page", offset=(20, y))
        assert shelf.here == "Thanks for making the time."
        y = next(y for y, text in enumerate(lines_of(shelf.screen.guide_list)) if "short-form" in text)
        await shelf.pilot.click("#list", offset=(5, y))
        await shelf.pilot.pause()
        assert "Short form" in shelf.shown()


async def test_help_has_the_keys_and_any_key_brings_the_guide_back(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("question_mark")
        assert "get ready with this guide" in shelf.shown()
        await shelf.press("c")
        assert "Slots [v2]" in shelf.shown()


async def test_a_file_that_is_no_guide_says_why(folder: Path) -> None:
    mine(folder).write_text("Nothing is asked here.\n")
    async with on_shelf(folder) as shelf:
        assert "No question was found in mine.md" in shelf.shown()
        await shelf.press("enter", "n", "down")
        assert isinstance(shelf.app.screen, GuidesScreen)
        mine(folder).write_text(SOURCE)
        await shelf.until(lambda: "Slots [v2]" in shelf.shown())


@pytest.mark.parametrize("key", ["enter", "n"])
async def test_keys_that_cannot_work_are_hidden_and_say_why(folder: Path, key: str) -> None:
    mine(folder).write_text("Nothing is asked here.\n")
    async with on_shelf(folder) as shelf:
        assert shelf.shown("#keys").split("   ") == ["e edit c new esc back ? help"]
        await shelf.press(key)
        assert [words.split(";")[0] for words in shelf.told] == ["No question was found in mine.md"]
        mine(folder).write_text(SOURCE)
        await shelf.until(lambda: "enter get ready" in shelf.shown("#keys"))


async def test_where_the_check_has_nothing_to_say_it_says_so(folder: Path) -> None:
    mine(folder).write_text("- What did you do?\n")
    async with on_shelf(folder) as shelf:
        assert "hints" not in shelf.shown("#keys")
        await shelf.press("n")
        assert shelf.told == ["The check has nothing to change in these questions."]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_lines_have_their_numbers_where_there_is_room(folder: Path, size: tuple[int, int]) -> None:
    async with on_shelf(folder, size) as shelf:
        assert "7 1. must Tell me about your day." in shelf.shown()


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_a_mark_stands_at_the_current_line_and_at_no_other(folder: Path, size: tuple[int, int]) -> None:
    async with on_shelf(folder, size) as shelf:
        await shelf.press("n")
        marked = [text for text in lines_of(shelf.screen.body) if "❯" in text]
        assert len(marked) == 1
        assert "Don't you hate cancellations?" in marked[0]


# -- while it is edited --------------------------------------------------------------------


async def test_what_another_program_saves_is_shown_in_the_same_place(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("end")
        script = (
            "import pathlib, sys; path = pathlib.Path(sys.argv[1]); draft = path.with_suffix('.tmp');"
            "draft.write_text(path.read_text().replace('- Don\\'t you hate', '- Why?\\n- What about'));"
            "draft.replace(path)"
        )
        subprocess.run([sys.executable, "-c", script, str(mine(folder))], check=True)
        await shelf.until(lambda: "What about cancellations?" in shelf.shown())
        assert shelf.here == "Who else should I talk to?"
        assert "✓ no warnings" in shelf.shown("#top")


async def test_a_half_saved_guide_says_so_and_the_last_good_one_stays(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("n")
        mine(folder).write_text("---\ntitle: Slo")
        await shelf.until(lambda: "No question was found" in shelf.shown("#problem"))
        assert "Don't you hate cancellations?" in shelf.shown()
        mine(folder).write_text(SOURCE.replace("Slots", "Gaps"))
        await shelf.until(lambda: "Gaps [v2]" in shelf.shown())
        assert shelf.shown("#problem") == ""
        assert shelf.here == "Don't you hate cancellations?"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_reason_is_whole_each_time_and_gives_its_room_back(
    folder: Path, size: tuple[int, int]
) -> None:
    async with on_shelf(folder, size) as shelf:
        for times in range(2):
            mine(folder).write_text(f"---\ntitle: Slo{times}")
            await shelf.until(lambda: "that could be read." in shelf.shown("#problem"))
            assert "list item that ends with a question mark" in shelf.shown("#problem")
            mine(folder).write_text(SOURCE)
            await shelf.until(lambda: not shelf.screen.problem_pane.size.height)


async def test_another_guide_is_watched_once_it_is_shown(folder: Path) -> None:
    other = folder / "guides" / "other.md"
    other.write_text("- What is other?\n")
    async with on_shelf(folder) as shelf:
        await shelf.press("right")
        mine(folder).write_text("- What is mine?\n")
        other.write_text("- What is changed?\n")
        await shelf.until(lambda: "What is changed?" in shelf.shown())


# -- editing -------------------------------------------------------------------------------


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An editor with a window of its own, which writes down what it was started with."""
    started = tmp_path / "started"
    editor = tmp_path / "gvim"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {started}\n')
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    return started


async def test_an_editor_with_a_window_opens_at_the_line(folder: Path, windows: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("n", "e")
        await shelf.until(lambda: windows.exists() and windows.read_text().count("\n") == 2)
        assert windows.read_text().splitlines() == ["+8", str(mine(folder))]


async def test_a_ready_made_guide_is_copied_before_it_is_edited(folder: Path, windows: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("right", "down", "e")
        own = folder / "guides" / "churned-customers.md"
        await shelf.until(lambda: windows.exists() and windows.read_text().count("\n") == 2)
        assert windows.read_text().splitlines()[1] == str(own)
        assert shelf.screen.path == own
        assert "Copied into your guides as churned-customers.md" in shelf.told[0]
        own.write_text(own.read_text().replace("Tell me what a normal week", "Tell me what a usual week"))
        await shelf.until(lambda: "usual week" in shelf.shown())


async def test_without_an_editor_nothing_is_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    async with on_shelf(folder) as shelf:
        await shelf.press("right", "e")
        assert shelf.told == ["no-such-editor is not there; set $VISUAL to an editor that is."]
    assert [path.name for path in (folder / "guides").iterdir()] == ["mine.md"]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An editor with a window of its own that ends with 3 at once."""
    editor = tmp_path / "gvim"
    editor.write_text("#!/bin/sh\nexit 3\n")
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))


@pytest.mark.usefixtures("failing")
async def test_an_editor_that_fails_is_told_and_leaves_no_copy(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("e")
        await shelf.until(lambda: "gvim ended with 3; nothing was changed." in shelf.told)
        await shelf.press("right", "down")
        here, ready_made = shelf.here, shelf.screen.path
        await shelf.press("e")
        await shelf.until(lambda: shelf.told.count("gvim ended with 3; nothing was changed.") == 2)
        assert (shelf.screen.path, shelf.here) == (ready_made, here)
    assert [path.name for path in (folder / "guides").iterdir()] == ["mine.md"]


async def test_an_editor_that_cannot_start_here_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "vi")
    monkeypatch.setattr("shutil.which", lambda name: f"/nowhere/{name}")
    async with on_shelf(folder) as shelf:
        await shelf.press("e")  # a test's screen is no terminal that could be lent
        await shelf.press("right", "e")
        words = "vi could not be started here; edit the file in another window: what you save shows."
        assert shelf.told == [words, words]
    assert [path.name for path in (folder / "guides").iterdir()] == ["mine.md"]


# -- new ones ------------------------------------------------------------------------------


async def test_a_new_guide_gets_a_name_and_begins_with_the_shown_one(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("c", *"Clinics 2")
        assert isinstance(shelf.app.screen, NameGuide)
        assert "guides/Clinics-2.md" in shelf.shown(".words")
        await shelf.press("enter")
        assert shelf.screen.path == folder / "guides" / "Clinics-2.md"
        assert shelf.told == ["Made Clinics-2.md in your guides; e opens it in your editor."]
    made = (folder / "guides" / "Clinics-2.md").read_text("utf-8")
    assert made == SOURCE.replace("Slots [v2]", "Clinics 2")


async def test_another_template_can_be_chosen_and_a_taken_name_is_told(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("plus", *"mine", "enter")
        assert shelf.shown(".words") == (
            "! There is a guide mine.md already; choose another name or edit that one."
        )
        await shelf.press("2")
        assert shelf.shown(".words") == "enter makes guides/mine2.md"
        await shelf.press("escape")
        await shelf.press("c", *"left", "down", "right", "enter")
        assert shelf.told == ["Made left.md in your guides; e opens it in your editor."]
    assert "the day they left" in (folder / "guides" / "left.md").read_text("utf-8")
    assert mine(folder).read_text("utf-8") == SOURCE


async def test_a_name_needs_a_letter_and_escape_makes_nothing(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("c", "full_stop", "enter")
        assert "needs a name with letters" in shelf.shown(".words")
        await shelf.press("escape")
        assert isinstance(shelf.app.screen, GuidesScreen)
    assert len(list((folder / "guides").iterdir())) == 1


# -- pasting -------------------------------------------------------------------------------


async def test_a_paste_is_shown_as_what_it_is_taken_for_then_named_and_kept(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        shelf.app.post_message(Paste(SHEET))
        await shelf.until(lambda: "Why so?" in shelf.shown())
        assert "pasted, not kept yet" in shelf.shown("#top")
        assert "1. How was your week?" in shelf.shown()
        assert "probe Why so?" in shelf.shown()
        await shelf.press("e", "right", "c")
        assert isinstance(shelf.app.screen, GuidesScreen)
        assert len(list((folder / "guides").iterdir())) == 1
        await shelf.press("enter", *"sheet", "enter")
        assert shelf.screen.path == folder / "guides" / "sheet.md"
    guide = read_guide((folder / "guides" / "sheet.md").read_text("utf-8"))
    assert (guide.title, [question.text for question in guide.questions]) == (
        "sheet",
        ["How was your week?", "Who else should I talk to?"],
    )


async def test_a_paste_can_be_typed_into_a_place_of_its_own(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("p")
        assert isinstance(shelf.app.screen, PasteGuide)
        shelf.app.post_message(Paste(SHEET))
        await shelf.pilot.pause()
        await shelf.press("f8")
        await shelf.until(lambda: "Why so?" in shelf.shown())
        await shelf.press("escape")
        assert "Slots [v2]" in shelf.shown()
        await shelf.press("p", *"What is new?", "escape")
        assert "Slots [v2]" in shelf.shown()
    assert len(list((folder / "guides").iterdir())) == 1


async def test_an_empty_place_to_paste_stays_open_and_says_so(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("p", "enter", "f8")
        assert isinstance(shelf.app.screen, PasteGuide)
        assert "Nothing stands here yet" in shelf.shown(".words")


async def test_a_paste_is_shown_with_its_own_line_numbers(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        shelf.app.post_message(Paste(SHEET))
        await shelf.until(lambda: "Why so?" in shelf.shown())
        await shelf.press("end")
        line = shelf.screen.line
        assert line is not None
        assert (line.line, line.text) == (3, "Who else should I talk to?")


async def test_a_paste_that_asks_nothing_is_told_and_changes_nothing(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        shelf.app.post_message(Paste("Dear all,\nsee you on Monday.\n"))
        await shelf.pilot.pause()
        shelf.app.post_message(Paste("\n"))
        await shelf.pilot.pause()
        assert [words.split(";")[0] for words in shelf.told] == ["No question was found in the pasted text"]
        assert "Slots [v2]" in shelf.shown()


async def test_a_paste_that_cannot_be_written_keeps_its_name_for_another_try(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        shelf.app.post_message(Paste(SHEET))
        await shelf.until(lambda: "Why so?" in shelf.shown())
        guides = (folder / "guides").rename(folder / "elsewhere")
        (folder / "guides").touch()
        await shelf.press("enter", *"sheet", "enter")
        assert "sheet.md cannot be written because a file is in the way." in shelf.shown(".words")
        (folder / "guides").unlink()
        guides.rename(folder / "guides")
        await shelf.press("enter")
        assert shelf.screen.path == folder / "guides" / "sheet.md"
        assert [words for words in shelf.told if "Made" not in words] == []


# -- the ways out --------------------------------------------------------------------------


async def test_enter_gets_ready_with_the_guide(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("right", "enter")
        assert isinstance(shelf.app.screen, ReadyScreen)
        assert shelf.app.screen.filled_in().guide.title == "Customers who left"


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_escape_goes_home(folder: Path, key: str) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press(key)
        assert isinstance(shelf.app.screen, HomeScreen)


async def test_from_getting_ready_the_way_leads_back_with_what_was_filled_in(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("right", "enter")
        assert isinstance(shelf.app.screen, ReadyScreen)
        ready = shelf.app.screen
        ready.query_one("#moderator", TextField).value = "Ada"
        ready.query_one("#consent_notes", Choice).choose(0)
        await shelf.pilot.pause()
        before = ready.filled_in()
        await shelf.press("f3", "escape")
        assert shelf.app.screen is ready
        assert ready.filled_in() == before
        await shelf.press("f3", "home", "left", "enter")
        assert shelf.app.screen is ready
        found = ready.filled_in()
        assert found.guide.title != before.guide.title
        assert found.people == before.people


async def test_a_guide_that_was_changed_meanwhile_is_read_again(folder: Path) -> None:
    async with on_shelf(folder) as shelf:
        await shelf.press("enter")
        ready = shelf.app.screen
        assert isinstance(ready, ReadyScreen)
        await shelf.press("f3")
        path = folder / "guides" / ready.filled_in().guide_name
        path.write_text("---\ntitle: Anew\n---\n- What happened?\n", encoding="utf-8")
        await shelf.press("escape")
        assert ready.filled_in().guide.title == "Anew"


async def test_a_workspace_without_a_folder_shows_the_ready_made_ones(tmp_path: Path) -> None:
    async with on_shelf(tmp_path / "nothing") as shelf:
        assert "Customers who left" in shelf.shown()
        assert "Yours" not in shelf.shown("#list")
    assert not (tmp_path / "nothing").exists()
