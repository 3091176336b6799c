"""The search place: finding as it is typed, without letters waiting, and coming back to what was found."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest
from tests.tui.shelf import SIZES, Reader, at_place, sample_workspace
from textual.binding import Binding

from interview_tui.domain.events import FieldSet
from interview_tui.domain.search import SearchResult
from interview_tui.domain.session import SESSION
from interview_tui.store.config import Config
from interview_tui.store.library.progress import Cancelled, OnProgress
from interview_tui.store.session_file import open_session
from interview_tui.store.session_record import load_record
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.review import ReviewScreen
from interview_tui.tui.screens.search import SearchScreen
from interview_tui.tui.search_desk import SearchDesk, Wanted
from interview_tui.tui.search_rows import MARKED

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def study(tmp_path: Path) -> Workspace:
    return sample_workspace(tmp_path / "study")


def screen(reader: Reader) -> SearchScreen:
    found = reader.app.screen
    assert isinstance(found, SearchScreen)
    return found


def chosen_line(reader: Reader) -> str:
    return next(line for line in reader.lines("#hits") if "▸" in line)


# -- finding -------------------------------------------------------------------------------


@each_size
async def test_what_is_typed_is_found_with_its_words_marked(study: Workspace, size: tuple[int, int]) -> None:
    async with at_place(study, "search", size) as reader:
        assert "Type a few letters: notes, quotes" in reader.shown("#hits")
        await reader.type("crates")
        assert "1 found, best first" in reader.shown("#hint")
        assert "crates of wrong parts" in reader.shown("#hits") or size[0] == 120
        assert "P03" in reader.shown("#hits")
        marks = [text for row in screen(reader).detail.rows for text, ink in row.spans if MARKED in ink]
        assert marks == ["crates"]
        for word in ("open", "choose", "list"):
            assert word in reader.shown("#keys")


async def test_notes_quotes_debriefs_and_questions_are_found(study: Workspace) -> None:
    async with at_place(study, "search", (120, 40)) as reader:
        await reader.type("part")
        shown = reader.shown("#hits")
        for kind in ("challenge", "quote", "takeaway 1"):
            assert kind in shown
        await reader.type(" hardest")
        assert "question asked" in reader.shown("#hits")


async def test_letters_digits_and_signs_belong_to_what_is_typed(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("q7?u/jk")
        assert screen(reader).typed == "q7?u/jk"
        assert "nothing found" in reader.shown("#hint")
        assert "Nothing fits." in reader.shown("#hits")


@pytest.mark.parametrize("typed", ['"', "tag:", "before:soon", "AND OR NOT", "a* ^b (", "-", ":::", "\\"])
async def test_nothing_that_is_typed_is_a_mistake(study: Workspace, typed: str) -> None:
    async with at_place(study, "search") as reader:
        screen(reader).field.value = typed
        await reader.settle()
        assert screen(reader).typed == typed


async def test_a_single_letter_asks_for_more_instead_of_finding_nothing(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("w")
        assert reader.shown("#hint") == "type on …"
        assert "Nothing fits" not in reader.shown("#hits")


async def test_filters_narrow_what_is_found(study: Workspace) -> None:
    async with at_place(study, "search", (120, 40)) as reader:
        await reader.type("participant:p7 tag:challenge")
        assert {line.split()[1] for line in reader.lines("#hits") if " 2026-" in line} == {"P07"}


async def test_what_is_no_longer_typed_leaves_nothing_behind(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("part")
        await reader.press(*["backspace"] * 4)
        assert "Type a few letters: notes, quotes" in reader.shown("#hits")
        assert reader.shown("#hint") == ""


# -- completing ----------------------------------------------------------------------------


async def test_tab_completes_a_filter_and_its_value_and_goes_on_in_a_circle(study: Workspace) -> None:
    async with at_place(study, "search", (120, 40)) as reader:
        await reader.type("ta")
        assert "tab tag:" in reader.shown("#hint")
        await reader.press("tab")
        assert screen(reader).typed == "tag:"
        await reader.type("wor")
        assert "tab workaround" in reader.shown("#hint")
        await reader.press("tab")
        assert screen(reader).typed == "tag:workaround "
        assert "found, newest first" in reader.shown("#hint")
        await reader.type("segment:")
        typed = []
        for key in ("tab", "tab", "tab", "tab", "shift+tab"):
            await reader.press(key)
            typed.append(screen(reader).typed.removeprefix("tag:workaround "))
        assert typed == [
            'segment:"one-person workshop" ',
            'segment:"shop with staff" ',
            "segment:none ",
            'segment:"one-person workshop" ',
            "segment:none ",
        ]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("38\x7f\x7fta\tcha\t", "tag:challenge "),
        ("wrong\x01very \x05 part", "very wrong part"),
        ("a wrong\x17right", "a right"),
        ("ab\x1b[Dc", "acb"),
    ],
)
async def test_keys_that_come_all_at_once_are_taken_in_their_order(
    study: Workspace, typed: str, left: str
) -> None:
    async with at_place(study, "search") as reader:
        await reader.feed(typed)
        assert screen(reader).typed == left


async def test_tab_with_nothing_to_complete_leaves_everything_as_it_is(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("crates")
        await reader.press("tab", "shift+tab")
        assert screen(reader).typed == "crates"
        assert screen(reader).focused is screen(reader).field


# -- letters wait for nothing --------------------------------------------------------------


async def test_letters_never_wait_and_only_the_newest_answer_is_shown(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, go, asked = SearchDesk.find, Event(), []

    def find(self: SearchDesk, typed: str, limit: int, wanted: Wanted) -> SearchResult | None:
        asked.append(typed)
        if typed != "wa":
            assert go.wait(20)
        return real(self, typed, limit, wanted)

    async with at_place(study, "search") as reader:
        monkeypatch.setattr(SearchDesk, "find", find)
        await reader.type("wa")
        before = reader.shown("#hits")
        assert "▸" in before
        for letter in "it":
            await reader.pilot.press(letter)
        assert screen(reader).typed == "wait"
        assert reader.shown("#hits") == before
        go.set()
        await reader.settle()
        assert asked[-1] == "wait"
        assert "16 found" in reader.shown("#hint")


async def test_an_answer_to_older_letters_is_left_out(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("crates")
        screen(reader).post_message(SearchScreen.Found("cra", 50, SearchResult()))
        await reader.settle()
        assert "1 found" in reader.shown("#hint")


# -- choosing ------------------------------------------------------------------------------


async def test_arrows_choose_while_the_line_keeps_the_letters(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("wait")
        first = chosen_line(reader)
        await reader.press("down", "down")
        assert chosen_line(reader) != first
        await reader.press("up", "up")
        assert chosen_line(reader) == first
        await reader.type("s")
        assert screen(reader).typed == "waits"


async def test_further_hits_are_fetched_as_the_selection_comes_near_their_end(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("kind:note")
        result = screen(reader)._result
        assert result is not None
        assert len(result.hits) == 50 < result.count
        await reader.press("escape", "end", "end")
        assert screen(reader)._place > 50
        grown = screen(reader)._result
        assert grown is not None
        assert grown.hits[:50] == result.hits
        await reader.press("end")
        assert "▸" in reader.shown("#hits")


async def test_escape_leads_to_the_list_and_then_home_and_a_slash_back(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("wait")
        await reader.press("escape")
        assert screen(reader).focused is None
        assert "/ search" in reader.shown("#keys")
        await reader.press("j", "slash")
        assert screen(reader).focused is screen(reader).field
        await reader.type("s")
        assert screen(reader).typed == "waits"
        await reader.press("escape", "escape")
        assert not isinstance(reader.app.screen, SearchScreen) or not reader.app.is_running


async def test_ctrl_c_leaves_from_the_line_too(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("wait")
        await reader.pilot.press("ctrl+c")
        await reader.pilot.pause()
        assert not reader.app.is_running


async def test_from_the_list_a_digit_goes_to_another_place_and_what_was_typed_is_there_again(
    study: Workspace,
) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("wait")
        await reader.press("escape", "7")
        assert not isinstance(reader.app.screen, SearchScreen)
        await reader.press("1")
        assert screen(reader).typed == "wait"
        assert "16 found" in reader.shown("#hint")


async def test_a_click_chooses_and_a_second_one_opens(study: Workspace) -> None:
    async with at_place(study, "search", (120, 40)) as reader:
        await reader.type("wait")
        await reader.pilot.click("#hits", offset=(10, 2))
        await reader.settle()
        assert "▸" in reader.lines("#hits")[2]
        await reader.pilot.click("#hits", offset=(10, 3))
        await reader.settle()
        assert isinstance(reader.app.screen, ReviewScreen)


# -- opening and coming back ---------------------------------------------------------------


async def test_coming_back_from_a_note_finds_everything_as_it_was_and_shows_what_was_changed(
    study: Workspace,
) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("wait")
        await reader.press(*["down"] * 9)
        while (hit := screen(reader).chosen) and (not hit.note or hit.starred):
            await reader.press("down")
        place, before = screen(reader)._place, chosen_line(reader)
        top = screen(reader)._scrolled_to
        assert "★" not in before
        await reader.press("enter")
        assert isinstance(reader.app.screen, ReviewScreen)
        await reader.press("asterisk", "escape")
        assert screen(reader).typed == "wait"
        assert (screen(reader)._place, screen(reader)._scrolled_to) == (place, top)
        assert "★" in chosen_line(reader)
        assert screen(reader).focused is screen(reader).field


@each_size
@pytest.mark.parametrize(
    ("typed", "pane", "words"),
    [
        ("kind:debrief drawer", "debrief", "drawer"),
        ("kind:question hardest", "questions", "hardest"),
    ],
)
async def test_an_answer_or_a_question_opens_where_it_stands(
    study: Workspace, typed: str, pane: str, words: str, size: tuple[int, int]
) -> None:
    async with at_place(study, "search", size) as reader:
        await reader.type(typed)
        hit = screen(reader).chosen
        assert hit is not None
        await reader.press("enter")
        review = reader.app.screen
        assert isinstance(review, ReviewScreen)
        assert review.pane == pane
        marked = [text for row in review.side_pane.rows for text, ink in row.spans if "text selected" in ink]
        assert words in " ".join(marked)
        chosen, notes = review.notes.chosen, review.notes.notes
        assert chosen is not None
        assert abs(chosen.at_ms - hit.at_ms) == min(abs(note.at_ms - hit.at_ms) for note in notes)
        await reader.press("escape", "escape")
        assert screen(reader).typed == typed


async def test_what_another_program_wrote_is_found_without_a_key(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interview_tui.tui.search_reading.LOOK_S", 0.05)
    async with at_place(study, "search") as reader:
        await reader.type("zebra")
        assert "nothing found" in reader.shown("#hint")
        _write_zebra(study)
        for _ in range(200):
            await reader.pilot.pause(0.02)
            if "1 found" in reader.shown("#hint"):
                break
        assert "1 found" in reader.shown("#hint")


@pytest.mark.parametrize("keys", [["ctrl+r"], ["escape", "r"]])
async def test_a_key_looks_for_what_was_written(study: Workspace, keys: list[str]) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("zebra")
        await reader.press(*keys)
        assert "nothing was changed" in reader.shown("#said")
        _write_zebra(study)
        await reader.press(keys[-1])
        assert "1 found" in reader.shown("#hint")
        assert "something was changed" in reader.shown("#said")


async def test_keys_for_a_hit_are_offered_where_there_is_one(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        assert "enter open" not in reader.shown("#keys")
        assert "esc list" in reader.shown("#keys")
        await reader.type("crates")
        assert "enter open" in reader.shown("#keys")
        await reader.type(" nosuch")
        assert "enter open" not in reader.shown("#keys")
        await reader.press("escape")
        assert "/ search" in reader.shown("#keys")
        assert "copy" not in reader.shown("#keys")


@each_size
async def test_what_is_wrong_with_a_filter_is_said(study: Workspace, size: tuple[int, int]) -> None:
    async with at_place(study, "search", size) as reader:
        await reader.type("tag:pain")
        assert "There is no tag pain; tags are story, " in reader.shown("#hits")


def _write_zebra(study: Workspace) -> None:
    path = study.session_paths()[0]
    text = path.read_text("utf-8")
    row = next(row for row in json.loads(text)["events"].values() if row.get("text"))
    path.write_text(text.replace(row["text"], "a zebra crossing"), "utf-8")


async def test_what_was_changed_elsewhere_is_found_when_the_screen_is_there_again(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("zebra")
        assert "nothing found" in reader.shown("#hint")
        path = study.session_paths()[0]
        text = path.read_text("utf-8")
        row = next(row for row in json.loads(text)["events"].values() if row.get("text"))
        path.write_text(text.replace(row["text"], "a zebra crossing"), "utf-8")
        screen(reader).read_again()
        await reader.settle()
        assert "1 found" in reader.shown("#hint")


# -- taking along --------------------------------------------------------------------------


async def test_a_hit_is_copied_with_its_source_from_the_line_and_from_the_list(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    async def copy(_app: object, text: str) -> bool:
        copied.append(text)
        return True

    monkeypatch.setattr("interview_tui.tui.screens.search.copy", copy)
    async with at_place(study, "search") as reader:
        await reader.type("ferry")
        await reader.press("ctrl+y", "escape", "c")
        assert copied[0] == copied[1]
        assert copied[0].startswith(
            "“Every evening we park bikes like a ferry.” (P03, shop with staff, Dig in, 2026-"
        )
        assert "Copied: Every evening we park bikes" in reader.shown("#said")


async def test_a_quote_that_may_not_be_used_says_so_in_the_list_and_when_it_is_copied(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    async def copy(_app: object, text: str) -> bool:
        copied.append(text)
        return True

    monkeypatch.setattr("interview_tui.tui.screens.search.copy", copy)
    path = next(path for path in study.session_paths() if "n3hd" in path.stem)
    counter = max(event.counter for event in load_record(path).events) + 1
    file = open_session(path)
    file.add(
        FieldSet(
            id=f"{counter:026}",
            device="test",
            counter=counter,
            at_ms=0,
            author="",
            target=SESSION,
            name="consent_quoting",
            value=False,
        )
    )
    assert file.close(10)
    async with at_place(study, "search", (120, 40)) as reader:
        await reader.type("ferry")
        assert "not to be quoted" in reader.shown("#hits")
        await reader.press("ctrl+y")
        assert "[not to be quoted]" in copied[0]
        assert "; not to be quoted" in reader.shown("#said")


# -- the index -----------------------------------------------------------------------------


async def test_a_first_build_shows_how_far_it_is_and_leaving_breaks_it_off(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, step, ended = SearchDesk.refresh, Event(), []

    def refresh(self: SearchDesk, on_progress: OnProgress) -> object:
        real(self, lambda _done, _count: True)
        on_progress(300, 10_000)
        assert step.wait(20)
        try:
            if not on_progress(400, 10_000):
                raise Cancelled
        except Cancelled:
            ended.append("broken off")
            raise
        raise AssertionError("nobody broke it off")

    monkeypatch.setattr(SearchDesk, "refresh", refresh)
    app = InterviewApp(
        study, Config(), lambda app: app.place_screen("search"), read_study(study.study_file), first="search"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot, study)
        for _ in range(200):
            await pilot.pause(0.02)
            if "10,000" in reader.shown("#said"):
                break
        assert reader.shown("#said").startswith("300 of 10,000 ╸")
        assert "3 % esc breaks off; it goes on next time" in reader.shown("#said")
        await pilot.press(*"crates")
        for _ in range(200):
            await pilot.pause(0.02)
            if "found" in reader.shown("#hint"):
                break
        assert "1 found" in reader.shown("#hint")
        await pilot.press("escape", "escape")
        await pilot.pause()
        step.set()
        for _ in range(200):
            if ended:
                break
            await pilot.pause(0.02)
        assert ended == ["broken off"]


async def test_where_no_index_can_be_kept_it_says_so_and_finds_all_the_same(study: Workspace) -> None:
    study.cache.write_text("a file", "utf-8")
    async with at_place(study, "search", (120, 40)) as reader:
        await reader.type("crates")
        assert "1 found" in reader.shown("#hint")
        assert "The search index cannot be kept on the disk" in reader.shown("#said")
    assert study.cache.read_text("utf-8") == "a file"


async def test_a_session_that_cannot_be_read_is_left_out_and_told(study: Workspace) -> None:
    study.session_paths()[0].write_text("no json", "utf-8")
    async with at_place(study, "search", (120, 40)) as reader:
        assert "1 session cannot be read and is left out" in reader.shown("#said")
        await reader.type("crates")
        assert "1 found" in reader.shown("#hint")


async def test_a_damaged_index_is_built_anew(study: Workspace) -> None:
    async with at_place(study, "search") as reader:
        await reader.type("crates")
    for path in study.cache.iterdir():
        path.write_bytes(b"noise" * 100)
    async with at_place(study, "search") as reader:
        await reader.type("crates")
        assert "1 found" in reader.shown("#hint")


# -- whatever there is ---------------------------------------------------------------------


@each_size
async def test_an_empty_workspace_can_be_searched(tmp_path: Path, size: tuple[int, int]) -> None:
    workspace = Workspace(tmp_path / "new")
    workspace.create()
    async with at_place(workspace, "search", size) as reader:
        await reader.type("wait")
        await reader.press("down", "enter", "ctrl+y", "pagedown", "end")
        assert "nothing found" in reader.shown("#hint")


@each_size
async def test_a_question_mark_shows_the_keys_from_the_list(study: Workspace, size: tuple[int, int]) -> None:
    async with at_place(study, "search", size) as reader:
        await reader.type("wait")
        await reader.press("escape", "question_mark")
        for word in ("Keys of this place", "complete a filter", "copy it with its source"):
            assert word in reader.shown("#hits")
        await reader.press("c")
        assert "▸" in reader.shown("#hits")


def test_what_is_typed_needs_no_key_of_the_screen() -> None:
    keys = {
        key
        for binding in SearchScreen.BINDINGS
        if isinstance(binding, Binding) and binding.priority
        for key in binding.key.split(",")
    }
    assert keys == set()


async def test_home_leads_here_and_escape_back(study: Workspace) -> None:
    app = InterviewApp(study, Config(), lambda app: app.home_screen(), first="home")
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot, study)
        await reader.settle()
        await reader.press("l")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.focused is app.screen.field
        await reader.type("ferry")
        await reader.press("escape", "escape")
        assert isinstance(app.screen, HomeScreen)
