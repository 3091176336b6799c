"""The patterns place: figures, other ways to count, the notes behind a figure, and what comes together."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.library import SIZES, Seat, a_library_workspace, at_place, write_interview
from textual.pilot import Pilot

from interview_tui.domain.study_record import Change
from interview_tui.domain.themes import new_theme
from interview_tui.store.workspace import Workspace
from interview_tui.tui import clipboard
from interview_tui.tui.library_journey import LibraryJourney
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.pattern_views import NotesView, TableView, TogetherView
from interview_tui.tui.screens.patterns import PatternsScreen

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def clinics(tmp_path: Path) -> Workspace:
    return a_library_workspace(tmp_path / "work")


def screen_of(seat: Seat) -> PatternsScreen:
    found = seat.app.screen
    assert isinstance(found, PatternsScreen)
    return found


def table_of(seat: Seat) -> TableView:
    view = screen_of(seat).view
    assert isinstance(view, TableView)
    return view


def notes_of(seat: Seat) -> list[str]:
    view = screen_of(seat).view
    assert isinstance(view, NotesView)
    return [note.text for note in view.held.notes]


@each_size
async def test_tags_are_counted_by_people_and_by_mentions(clinics: Workspace, size: tuple[int, int]) -> None:
    write_interview(clinics, 9, "P01", [("again", "story"), ("and again", "story")], segment="clinics")
    async with at_place(clinics, "patterns", size) as seat:
        body = seat.shown("#body")
        assert "people mentions P01" in body
        assert "▸ story 4 6" in body
        assert "story: 6 mentions, 4 people" in seat.shown("#foot")


async def test_the_cursor_goes_to_a_cell_and_enter_to_its_notes(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        await seat.press("right", "right")
        assert "story in P02: 1 mention, 1 person" in seat.shown("#foot")
        await seat.press("enter")
        assert notes_of(seat) == ["P02: the list is on paper"]
        await seat.press("escape")
        assert table_of(seat).column == "P02"


async def test_enter_on_a_note_opens_its_interview(
    clinics: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[tuple[str, str]] = []

    async def note_chosen(_: LibraryJourney, message: LibraryScreen.NoteChosen) -> None:
        chosen.append((message.session, message.note))

    monkeypatch.setattr(LibraryJourney, "on_library_screen_note_chosen", note_chosen)
    async with at_place(clinics, "patterns") as seat:
        await seat.press("enter", "down", "enter")
    assert chosen == [("2026-11-03-1000-abcd", "note-0")]


@each_size
async def test_words_that_must_not_be_quoted_say_so(
    clinics: Workspace, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    async def copy(_: object, text: str) -> bool:
        copied.append(text)
        return True

    monkeypatch.setattr(clipboard, "copy", copy)
    async with at_place(clinics, "patterns", size) as seat:
        await seat.press("down", "enter")
        assert notes_of(seat)[3] == "P04: I lose [calls] every day"
        assert "not to be quoted" not in seat.shown("#body").split("P03: I lose")[0]
        await seat.press("end", "pagedown", "c")
        assert "not to be quoted" in seat.shown("#body")
        assert "must not be quoted" in seat.shown("#said")
    source = "P04, labs, 2026-11-21, 01:00, 2026-11-05-1000-abcd"
    assert copied == [f"“P04: I lose [calls] every day” — {source} [not to be quoted]"]


async def test_segments_show_people_beside_mentions(clinics: Workspace) -> None:
    write_interview(clinics, 9, "P01", [("again", "story")], segment="clinics")
    async with at_place(clinics, "patterns", (120, 40)) as seat:
        await seat.press("p")
        assert "people mentions clinics labs ▸ story 4 5 █ 2·3 ▓ 2·2" in seat.shown("#body")
        await seat.press("p")
        assert "P01" in seat.shown("#body")


async def test_the_smallest_screen_shows_every_segment_and_what_a_cell_says(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns", (60, 20)) as seat:
        await seat.press("end", "p")
        assert "clinics labs" in seat.shown("#body")
        assert "a cell: people·mentions" in seat.shown("#caption")
        assert table_of(seat).column is None
        await seat.press("question_mark")
        assert "figure a cell has: ░ ▒ ▓ █." in seat.picture
        assert "…" not in seat.shown("#body")


async def test_in_an_empty_workspace_nothing_is_counted_and_a_key_says_why(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "empty")
    workspace.create()
    async with at_place(workspace, "patterns") as seat:
        assert "0 mentions" not in seat.picture
        await seat.press("x")
        assert "nothing to come together yet" in seat.shown("#said")


async def test_rows_can_be_ordered_by_name_and_by_a_column(clinics: Workspace) -> None:
    write_interview(clinics, 9, "P09", [("one", "goal"), ("two", "goal"), ("three", "story")])
    async with at_place(clinics, "patterns", (120, 40)) as seat:
        names = [row.name for row in table_of(seat).grid.rows[:2]]
        assert names == ["story", "quote"]
        await seat.press("o", "o")
        assert "by name" in seat.shown("#caption")
        assert table_of(seat).grid.rows[0].name == "background"
        await seat.press("end", "O")
        assert "most in P09 first" in seat.shown("#caption")
        assert table_of(seat).grid.rows[0].name == "goal"


async def test_a_tag_s_children_are_folded(clinics: Workspace) -> None:
    (clinics.study_file).write_text(
        '[[tag]]\nkey = "s"\nname = "story"\ncolour = "teal"\n\n'
        '[[tag]]\nkey = "q"\nname = "quote"\ncolour = "green"\nparent = "story"\n',
        "utf-8",
    )
    async with at_place(clinics, "patterns", (120, 40)) as seat:
        seat.desk.read_study()
        screen_of(seat).library_read()
        await seat.settle()
        assert "▸ − story 4 8" in seat.shown("#body")
        assert "4 8, with" not in seat.shown("#foot")
        assert "8 mentions, 4 people, with the tags below it" in seat.shown("#foot")
        rows = ["".join(text for text, _ in row.spans) for row in screen_of(seat).body.rows]
        assert rows[2].startswith("    quote")
        await seat.press("space")
        assert "▸ + story 4 8" in seat.shown("#body")
        assert "quote" not in seat.shown("#body")


async def test_themes_are_counted_like_tags(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        await seat.press("t")
        assert "No themes yet. Press 4" in seat.shown("#body")
        notes = ["2026-11-02-1000-abcd/note-0", "2026-11-03-1000-abcd/note-0"]
        changes: list[Change] = new_theme((), seat.desk.pen.new_target("theme"), "Paper [list]", notes)
        seat.desk.write("a theme", changes)
        screen_of(seat).library_read()
        await seat.settle()
        assert "Paper [list] 2 2" in seat.shown("#body")


async def test_what_comes_together_says_its_rule(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns", (120, 40)) as seat:
        await seat.press("x")
        assert "both tags on one note none are: r takes another rule" in seat.shown("#caption")
        await seat.press("r", "r", "right")
        view = screen_of(seat).view
        assert isinstance(view, TogetherView)
        assert "within 60 s of one interview" in seat.shown("#caption")
        assert "story with quote: 4 times, 4 people" in seat.shown("#foot")
        await seat.press("enter")
        assert len(notes_of(seat)) == 8
        await seat.press("escape", "escape")
        assert table_of(seat).what == "tags"


async def test_a_click_chooses_a_cell_and_a_second_one_opens_it(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        pilot: Pilot[int] = seat.pilot
        body = screen_of(seat).body
        at = "".join(text for text, _ in body.rows[0].spans).index("P03")
        await pilot.click(body, offset=(at, 1))
        await seat.settle()
        assert table_of(seat).column == "P03"
        await pilot.click(body, offset=(at, 1))
        await seat.settle()
        assert notes_of(seat) == ["P03: the list is on paper"]


@each_size
async def test_help_shows_every_key_of_what_is_in_view(clinics: Workspace, size: tuple[int, int]) -> None:
    async with at_place(clinics, "patterns", size) as seat:
        await seat.press("question_mark")
        assert "which tags come together" in seat.picture
        await seat.press("z")
        assert "▸ story" in seat.shown("#body")


async def test_without_interviews_it_says_what_to_do(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "empty")
    workspace.create()
    async with at_place(workspace, "patterns") as seat:
        assert "No interviews are here yet" in seat.shown("#body")
        await seat.press("enter", "x", "o", "O", "space", "p", "down")
        assert "No interviews are here yet" in seat.shown("#body")


async def test_many_people_scroll_while_names_and_figures_stay(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "many")
    workspace.create()
    for day in range(1, 21):
        write_interview(workspace, day, f"P{day:02}", [("words", "story")])
    async with at_place(workspace, "patterns", (60, 20)) as seat:
        assert "P20" not in seat.shown("#body")
        await seat.press("end")
        assert "P20" in seat.shown("#body")
        assert "▸ story 20 20" in seat.shown("#body")
        await seat.press("home")
        assert "P01" in seat.shown("#body")
