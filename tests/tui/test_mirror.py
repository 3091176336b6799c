"""The mirror's place: whose it is, its words, its figures and the way to an interview."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.library import SIZES, a_library_workspace, at_place
from tests.tui.support import lines_of

from interview_tui.domain.mirror import Measure
from interview_tui.interchange.sample import write_sample_workspace
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_journey import LibraryJourney
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.mirror_chart import measure_drawing, spark
from interview_tui.tui.mirror_rows import later_words

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def sample(tmp_path: Path) -> Workspace:
    """Six interviews by Vera, two by Tom."""
    write_sample_workspace(tmp_path / "w")
    return Workspace(tmp_path / "w")


@each_size
async def test_the_busiest_moderator_sees_what_went_well_first(
    sample: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(sample, "mirror", size) as seat:
        assert "Vera 6 interviews" in seat.shown("#head")
        words = seat.shown("#kind")
        assert words.index("✓ You listen") < words.index("→ Count to three")
        assert "You led once in the last 5; why followed 1 of 1." in words
        assert "last 5 before" in seat.shown("#table")


async def test_the_settings_say_who_looks_into_it(sample: Workspace) -> None:
    async with at_place(sample, "mirror", (120, 40), config=Config(moderator="tom")) as seat:
        assert "Tom 2 interviews" in seat.shown("#head")
        assert "From 6 interviews on" in seat.shown("#kind")
        assert "before" not in seat.shown("#table").split("get comfortable")[0]
        await seat.press("m")
        assert "Vera" in seat.shown("#head")
        await seat.press("M")
        assert "Tom" in seat.shown("#head")


async def test_figures_and_interviews_are_chosen_by_arrows_and_clicks(sample: Workspace) -> None:
    async with at_place(sample, "mirror", (120, 40)) as seat:
        await seat.press("down")
        assert "6 2026-11-13 dig in" in seat.shown("#figure")
        await seat.press("home", "right")
        assert "2 2026-11-03 dig in" in seat.shown("#figure")
        lines = lines_of(seat.app.screen.query_one("#table"))
        place = next(at for at, line in enumerate(lines) if "leading questions" in line)
        await seat.pilot.click("#table", offset=(5, place))
        await seat.settle()
        assert "leading questions 1" in seat.shown("#figure")


async def test_the_last_figure_is_reached_where_there_is_little_room(sample: Workspace) -> None:
    async with at_place(sample, "mirror", (60, 20)) as seat:
        assert "must-asks missed" not in seat.shown("#table")
        await seat.press(*["down"] * 20)
        assert "▸ whole session" in seat.shown("#table")
        assert "whole session on time" in seat.shown("#figure")


async def test_enter_opens_the_chosen_interview(sample: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str]] = []

    async def write_down(_app: LibraryJourney, message: LibraryScreen.NoteChosen) -> None:
        told.append((message.session, message.note))

    monkeypatch.setattr(LibraryJourney, "on_library_screen_note_chosen", write_down)
    async with at_place(sample, "mirror", (80, 24)) as seat:
        await seat.press("home", "enter")
    assert told == [("2026-11-02-0930-k4rm", "")]


async def test_nothing_that_a_participant_said_is_shown(sample: Workspace) -> None:
    async with at_place(sample, "mirror", (120, 40)) as seat:
        library = seat.desk.library
        assert library is not None
        shown = seat.picture
        assert not [note.text for note in library.notes if len(note.text) > 15 and note.text[:15] in shown]


@each_size
async def test_without_a_finished_interview_it_says_what_will_be_seen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_place(a_library_workspace(tmp_path / "w"), "mirror", size) as seat:
        assert "not finished an interview yet" in seat.shown("#table")
        assert "nobody is graded" in seat.shown("#table")
        await seat.press("down", "right", "enter", "m", "question_mark")
        assert "Keys of this place" in seat.shown("#table")


async def test_only_keys_that_do_something_are_offered(sample: Workspace, tmp_path: Path) -> None:
    async with at_place(sample, "mirror", (120, 40)) as seat:
        assert "m other" in seat.shown("#keys")
        assert "enter open" in seat.shown("#keys")
    empty = Workspace(tmp_path / "new")
    empty.create()
    async with at_place(empty, "mirror", (120, 40)) as seat:
        assert seat.shown("#keys") == "? keys"


def test_one_interview_says_what_comes_later() -> None:
    assert "This is one interview" in later_words(1)
    assert later_words(6) == ""


# -- charts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "highest", "width", "told"),
    [
        ((0.0, 0.5, 1.0), 1.0, 10, "▁▅█"),
        ((0.0, None, 2.0), 1.0, 10, "▁·█"),
        ((1.0, 2.0, 3.0), 3.0, 2, "▆█"),
        ((1.0,), 0.0, 5, "▁"),
        ((1.0,), 1.0, 0, ""),
    ],
)
def test_sparklines(values: tuple[float | None, ...], highest: float, width: int, told: str) -> None:
    assert spark(values, highest, width) == told


def test_the_chart_has_the_aim_and_the_chosen_interview_and_gaps_where_nothing_is_known() -> None:
    measure = Measure(kind="share", part="dig_in", values=(0.2, None, 0.1, 0.05), aim=0.05, span=0.15)
    drawing = measure_drawing(measure, 2, 80)
    by_char = {part.char: part for part in drawing.parts if hasattr(part, "char")}
    assert set(by_char["┄"].ys) == {0.05}
    assert by_char["◆"].xs == (3.0,)
    assert by_char["•"].xs == (1.0, 3.0, 4.0)
    assert drawing.x_limits == (0.5, 4.5)
