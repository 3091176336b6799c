"""The saturation place: the verdict, the bars, the rule by keys, and the way to a note."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.library import SIZES, Seat, a_library_workspace, at_place, write_interview
from tests.tui.support import lines_of
from textual.widget import Widget

from interview_tui.domain.heard import rule_of
from interview_tui.domain.saturation import Rule, saturation_of
from interview_tui.domain.study_record import Change
from interview_tui.store.study_record import read_study_record
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_journey import LibraryJourney
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.saturation_chart import columns_for, count_ticks, figure_rows, new_drawing
from interview_tui.tui.screens.saturation import SaturationScreen

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

NEW = (20, 11, 2, 10, 2, 1, 1)


@pytest.fixture
def published(tmp_path: Path) -> Workspace:
    """Interviews with as many new tags as those of the paper; the first three of another segment."""
    workspace = Workspace(tmp_path / "work")
    workspace.create()
    tags = iter(f"tag {number}" for number in range(sum(NEW)))
    for day, count in enumerate(NEW, start=2):
        notes = [(f"note {day} [b]", next(tags)) for _ in range(count)] + [("again", "tag 0")]
        write_interview(workspace, day, f"P{day:02}", notes, segment="labs" if day < 5 else "clinics")
    return workspace


def screen_of(seat: Seat) -> SaturationScreen:
    found = seat.app.screen
    assert isinstance(found, SaturationScreen)
    return found


def all_lines(seat: Seat) -> str:
    return "\n".join(
        line
        for pane in seat.app.screen.walk_children(Widget)
        if not pane.children and pane.size
        for line in lines_of(pane)
    )


@each_size
async def test_the_published_example_is_shown_with_its_figures(
    published: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(published, "saturation", size) as seat:
        verdict = seat.shown("#verdict")
        assert "Tags repeat: group themes to know more." in verdict
        assert "Information repeats" not in seat.picture
        assert "so new ones are still to be expected" in verdict
        assert "Interviews 6–7: 2 new / base 43 = 4.7% (at most 5%)." in verdict
        assert "new 20 11 2 10 2 1 1" in seat.shown("#figures")
        assert "all 20 31 33 43 45 46 47" in seat.shown("#figures")
        assert "P08" in seat.shown("#new")
        assert "█" in all_lines(seat)


async def test_interviews_are_chosen_by_arrows_and_by_a_click(published: Workspace) -> None:
    async with at_place(published, "saturation", (120, 40)) as seat:
        await seat.press("home")
        assert "P02 20 new tags" in seat.shown("#new")
        await seat.press("right", "right")
        assert "P04 2 new tags" in seat.shown("#new")
        line = lines_of(seat.app.screen.query_one("#figures"))[1]
        await seat.pilot.click("#figures", offset=(line.index("11"), 1))
        await seat.settle()
        assert "P03 11 new tags" in seat.shown("#new")


async def test_a_segment_is_judged_by_itself(published: Workspace) -> None:
    async with at_place(published, "saturation", (120, 40)) as seat:
        await seat.press("s")
        assert "3 more interviews until the rule can speak" in seat.shown("#verdict")
        assert "new 20 11 2" in seat.shown("#figures")
        await seat.press("S")
        assert "Tags repeat" in seat.shown("#verdict")
        line = lines_of(seat.app.screen.query_one("#segments"))[0]
        await seat.pilot.click("#segments", offset=(line.index("clinics"), 0))
        await seat.settle()
        assert "2 more interviews" in seat.shown("#verdict")


async def test_the_rule_is_changed_by_keys_remembered_and_undone(published: Workspace) -> None:
    async with at_place(published, "saturation", (120, 40)) as seat:
        await seat.press("N")
        assert "Close" in seat.shown("#verdict")
        assert rule_of(read_study_record(published.study_record)) == Rule(threshold=4)
        await seat.press("u")
        assert "Tags repeat" in seat.shown("#verdict")
        await seat.press("b", "r", "n")
        assert rule_of(read_study_record(published.study_record)) == Rule(base=5, run=3, threshold=6)
        assert "b base 5 r runs of 3 n at most 6% new" in seat.shown("#rule")
        await seat.press("d")
        assert rule_of(read_study_record(published.study_record)) == Rule()
        await seat.press("B", "B", "B")
        assert "It goes from 2 to 20." in seat.shown("#said")


async def test_enter_opens_the_first_note_of_what_was_new(
    published: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []

    async def write_down(_app: LibraryJourney, message: LibraryScreen.NoteChosen) -> None:
        told.append((message.session, message.note))

    monkeypatch.setattr(LibraryJourney, "on_library_screen_note_chosen", write_down)
    async with at_place(published, "saturation", (120, 40)) as seat:
        await seat.press("home", "down", "down", "enter")
    assert told == [("2026-11-02-1000-abcd", "note-2")]


async def test_tags_or_themes_are_counted_as_asked(published: Workspace) -> None:
    async with at_place(published, "saturation", (120, 40)) as seat:
        assert "Tags are few and wide" in seat.shown("#verdict")
        await seat.press("t")
        assert "No theme has a note yet" in seat.shown("#new")
        seat.desk.write("theme", [Change("theme:1", "name", "Waiting [b]")])
        seat.desk.write("theme", [Change("theme:1", "note:2026-11-02-1000-abcd/note-0", True)])
        screen_of(seat).library_read()
        await seat.settle()
        assert "Waiting [b]" in seat.shown("#new")
        assert "6 interviews have no theme yet and are left out" in seat.shown("#verdict")
        await seat.press("t")
        assert "all 20 31 33" in seat.shown("#figures")


def group_by_tags(seat: Seat) -> None:
    """A theme of every tag."""
    library = seat.desk.library
    assert library is not None
    changes = [Change(f"theme:{note.tags[0]}", "name", note.tags[0]) for note in library.notes]
    changes += [Change(f"theme:{note.tags[0]}", f"note:{note.key}", True) for note in library.notes]
    seat.desk.write("grouped", changes)


@each_size
async def test_the_published_example_stops_by_themes(published: Workspace, size: tuple[int, int]) -> None:
    async with at_place(published, "saturation", size) as seat:
        group_by_tags(seat)
        screen_of(seat).library_read()
        await seat.settle()
        verdict = seat.shown("#verdict")
        assert "Information repeats: hardly anything new came up." in verdict
        assert "Interviews 6–7: 2 new / base 43 = 4.7% (at most 5%)." in verdict


@each_size
async def test_a_first_theme_is_no_repetition(published: Workspace, size: tuple[int, int]) -> None:
    async with at_place(published, "saturation", size) as seat:
        library = seat.desk.library
        assert library is not None
        again = [note.key for note in library.notes if note.text == "again"]
        changes = [Change("theme:1", "name", "Waiting")]
        changes += [Change("theme:1", f"note:{key}", True) for key in again]
        seat.desk.write("theme", changes)
        screen_of(seat).library_read()
        await seat.settle()
        assert "Too early to say: only 7 of 54 notes are in a theme." in seat.shown("#verdict")
        assert "Information repeats" not in seat.picture


@pytest.mark.parametrize("content", [b"{", b'{"meta": {"1": {"schema_version": 99}}}'])
async def test_a_record_that_cannot_be_read_is_told_and_tags_are_counted(
    published: Workspace, content: bytes
) -> None:
    published.study_record.write_bytes(content)
    async with at_place(published, "saturation", (120, 40)) as seat:
        for _ in range(2):
            assert "study.json" in seat.shown("#said")
            assert "new 20 11 2 10 2 1 1" in seat.shown("#figures")
            await seat.press("t", "b", "d", "u")
        assert published.study_record.read_bytes() == content


@each_size
async def test_what_stands_beside_the_columns_is_told(tmp_path: Path, size: tuple[int, int]) -> None:
    workspace = Workspace(tmp_path / "many")
    workspace.create()
    for day in range(1, 31):
        write_interview(workspace, day, f"P{day:02}", [("a", f"tag {day}")])
    async with at_place(workspace, "saturation", size) as seat:
        first = lines_of(seat.app.screen.query_one("#figures"))[-3]
        columns = columns_for(30, 29, size[0] - 2)
        assert f"← {30 - columns.count} " in first
        await seat.press("home")
        first = lines_of(seat.app.screen.query_one("#figures"))[-3]
        assert first.rstrip().endswith(f" {30 - columns.count} →")


async def test_help_takes_the_place_and_gives_it_back(published: Workspace) -> None:
    async with at_place(published, "saturation", (80, 24)) as seat:
        for _ in range(2):
            await seat.press("question_mark")
            assert "Guest, Namey and Chen" in seat.shown("#new")
            await seat.press("x")
            assert "P08" in seat.shown("#new")
        assert "█" in all_lines(seat)


async def test_who_may_not_be_quoted_is_marked(tmp_path: Path) -> None:
    async with at_place(a_library_workspace(tmp_path / "w"), "saturation", (80, 24)) as seat:
        await seat.press("end")
        assert "P04" in seat.shown("#new")
        assert "not to be quoted" in seat.shown("#new")


@each_size
async def test_a_workspace_without_interviews_says_what_will_be_counted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workspace = Workspace(tmp_path / "empty")
    workspace.create()
    async with at_place(workspace, "saturation", size) as seat:
        assert "There are no interviews yet" in seat.shown("#new")
        await seat.press("enter", "right", "down", "s", "b")
        assert "base 5 interviews" in seat.shown("#said")


# -- rows ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("interviews", "chosen", "width"), [(7, 0, 80), (60, 59, 80), (60, 30, 60), (1, 0, 40)]
)
def test_the_chosen_interview_always_has_a_column(interviews: int, chosen: int, width: int) -> None:
    columns = columns_for(interviews, chosen, width)
    assert columns.first <= chosen < columns.first + columns.count <= interviews
    cell = 6 + (chosen - columns.first) * columns.cells
    assert columns.interview_at(cell) == chosen
    assert columns.interview_at(2) is None


def test_bars_stand_above_their_figures() -> None:
    found = saturation_of(NEW, Rule())
    drawing = new_drawing(found, 2, 80, 12)
    bars = drawing.parts[-1]
    figures = "".join(text for text, _ in figure_rows(found, 2, 80)[0].spans)
    for number, x in enumerate(bars.xs, start=1):
        assert abs(6 + x - 0.5 - figures.index(str(number))) <= 0.5


def test_no_interview_has_no_bar() -> None:
    assert new_drawing(saturation_of([], Rule()), 0, 80, 12).parts[-1].xs == ()


@pytest.mark.parametrize(
    ("highest", "told"), [(1, ["0", "1"]), (2, ["0", "2"]), (5, ["0", "2", "5"]), (20, ["0", "10", "20"])]
)
def test_ticks_are_whole_counts(highest: int, told: list[str]) -> None:
    assert [words for _, words in count_ticks(highest)] == told


async def test_an_empty_workspace_is_offered_no_key_that_does_nothing(tmp_path: Path) -> None:
    empty = Workspace(tmp_path / "new")
    empty.create()
    async with at_place(empty, "saturation", (120, 40)) as seat:
        assert "enter open" not in seat.shown("#keys")
        assert "? keys" in seat.shown("#keys")
