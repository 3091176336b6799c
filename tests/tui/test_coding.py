"""Two coders: coding unseen by each other, the agreement, and settling what differs."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.tui.library import SIZES, Seat, a_library_workspace, at_place
from textual.widgets import Input

from interview_tui.domain.coding import CODE, decide
from interview_tui.domain.session import Session
from interview_tui.domain.themes import new_theme
from interview_tui.interchange import agreement as measures
from interview_tui.store import note_fields
from interview_tui.store.codings import read_codings
from interview_tui.store.note_fields import set_note_fields
from interview_tui.store.session_file import open_session, read_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui.note_writer import NoteWriter
from interview_tui.tui.screens.agreement import AgreementScreen
from interview_tui.tui.screens.coding import CodingScreen
from interview_tui.tui.screens.patterns import PatternsScreen
from interview_tui.tui.screens.review import ReviewScreen

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
SESSION = "2026-11-02-1000-abcd"


@pytest.fixture
def clinics(tmp_path: Path) -> Workspace:
    return a_library_workspace(tmp_path / "work")


def code(workspace: Workspace, coder: str, *tags: str, session: str = SESSION) -> None:
    """Decide about the notes of an interview, one after the other; letters of "a+b" are tags."""
    for at, given in enumerate(tags):
        changes = [(f"{CODE}{coder}:{tag}", True) for tag in filter(None, given.split("+"))]
        path = workspace.session_path(session)
        set_note_fields(path, f"note-{at}", lambda _, all=changes: [*all, *decide(coder)], author=coder)  # type: ignore[misc]


def decided(workspace: Workspace, coder: str) -> dict[str, set[str]]:
    sessions = [path.stem for path in workspace.session_paths()]
    return {key: set(tags) for key, tags in read_codings(workspace, sessions).decided(coder).items()}


def tags_of(workspace: Workspace, number: int) -> tuple[str, ...]:
    note = Session(read_session(workspace.session_path(SESSION)).events).note(f"note-{number}")
    assert note is not None
    return note.tags


async def kept(seat: Seat) -> None:
    """Everything that was said is on the disk, and the screen knows."""
    screen = seat.app.screen
    assert isinstance(screen, CodingScreen | AgreementScreen)
    await asyncio.to_thread(screen._writer.wait)
    await seat.settle()


async def at_work(seat: Seat, coder: str = "Ada") -> CodingScreen:
    """Coding all notes under a name."""
    await seat.press("a", "c")
    screen = seat.app.screen
    assert isinstance(screen, CodingScreen)
    screen.query_one("#coder", Input).value = coder
    await seat.press("enter")
    if not screen.coder:
        await seat.press("enter")  # a name that nobody has so far is asked about
    return screen


@each_size
async def test_a_coder_sees_the_note_and_nobody_s_tags(clinics: Workspace, size: tuple[int, int]) -> None:
    code(clinics, "Ben", "quote+story")
    async with at_place(clinics, "patterns", size) as seat:
        await at_work(seat)
        assert "P01: the list is on paper" in seat.shown("#note")
        assert "Note 1 of 12" in seat.shown("#note")
        assert "●" not in seat.shown("#tags")
        assert "Ben" not in seat.picture


async def test_answers_are_kept_in_the_session_and_the_note_keeps_its_tags(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        await at_work(seat)
        await seat.press("c", "g", "g", "b", "enter", "0")
        await kept(seat)
        assert "2 of 12 decided" in seat.shown("#top")
        assert "Note 3 of 12" in seat.shown("#note")
    assert decided(clinics, "Ada") == {
        f"{SESSION}/note-0": {"challenge", "background"},
        f"{SESSION}/note-1": set(),
    }
    assert tags_of(clinics, 0) == ("story",)


async def test_a_tag_is_marked_at_once_however_slow_the_disk_is(
    clinics: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_place(clinics, "patterns") as seat:
        await at_work(seat)
        monkeypatch.setattr(NoteWriter, "write", lambda *_: None)
        await seat.press("c")
        assert "● challenge" in seat.shown("#tags")
        assert "saving…" in seat.shown("#top")


async def test_q_and_digits_mean_tags_here_and_no_other_place(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        screen = await at_work(seat)
        await seat.press("q", "3")
        assert seat.app.screen is screen
        assert "● quote" in seat.shown("#tags")


async def test_a_name_may_have_any_letter_and_digit(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        await seat.press("a", "c")
        await seat.type("qu 07?")
        field = seat.app.screen.query_one("#coder", Input)
        assert field.value == "qu 07?"
        field.value = " : "
        await seat.press("enter")
        assert "Say who codes" in seat.shown("#words")


async def test_an_answer_is_taken_back_where_it_was_given(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        await at_work(seat)
        await seat.press("c", "enter", "0")
        await kept(seat)
        await seat.press("u")
        await kept(seat)
        assert "undone: no tag" in seat.shown("#said")
        assert "Note 2 of 12" in seat.shown("#note")
        await seat.press("u", "u", "u")
        await kept(seat)
        assert "nothing to undo" in seat.shown("#said")
    assert decided(clinics, "Ada") == {}


async def test_a_session_that_somebody_writes_is_told_and_the_answer_does_not_stand(
    clinics: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_fields, "PATIENCE_S", 0.0)
    other = open_session(clinics.session_path(SESSION))
    async with at_place(clinics, "patterns") as seat:
        await at_work(seat)
        await seat.press("c")
        await kept(seat)
        assert "is being written by" in seat.shown("#said")
        assert "○ challenge" in seat.shown("#tags")
    assert other.close(10)


async def test_going_on_later_shows_what_was_answered_and_the_next_open_note(clinics: Workspace) -> None:
    code(clinics, "Ada", "goal", "")
    async with at_place(clinics, "patterns") as seat:
        await at_work(seat, "ada")
        assert "Ada codes" in seat.shown("#top")
        assert "Note 3 of 12" in seat.shown("#note")
        await seat.press("left", "left")
        assert "● goal" in seat.shown("#tags")


async def test_the_last_note_says_that_it_was_the_last(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        await at_work(seat)
        await seat.press(*["0"] * 12)
        await kept(seat)
        assert "That was the last open note" in seat.shown("#said")
        await seat.press("escape")
        await seat.settle()
        assert isinstance(seat.app.screen, AgreementScreen)
        assert "Ada decided about 12 notes. Ask a second person" in seat.shown("#body")


async def test_a_click_gives_a_tag(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns", (120, 40)) as seat:
        screen = await at_work(seat)
        await seat.pilot.click(screen.tags_pane, offset=(8, 1))
        await kept(seat)
        assert "● quote" in seat.shown("#tags")
        await seat.press("question_mark")
        assert "these are its tags" in seat.picture


async def test_enter_without_a_tag_asks_and_decides_nothing(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        screen = await at_work(seat)
        screen._held_until = 0.0
        await seat.press("enter", "enter")
        assert "0 for no tag" in seat.shown("#said")
        assert "Note 1 of 12" in seat.shown("#note")
        await kept(seat)
    assert decided(clinics, "Ada") == {}


async def test_an_enter_held_down_in_the_form_decides_nothing(clinics: Workspace) -> None:
    path = clinics.session_path(SESSION)
    set_note_fields(path, "note-0", lambda _: [(f"{CODE}Ada:goal", True)], author="Ada")
    async with at_place(clinics, "patterns") as seat:
        screen = await at_work(seat)
        screen._held_until = float("inf")
        screen.action_enter()
        assert "Note 1 of 12" in seat.shown("#note")
        assert decided(clinics, "Ada") == {}
        await seat.press("left", "enter")
        await kept(seat)
    assert decided(clinics, "Ada") == {f"{SESSION}/note-0": {"goal"}}


async def test_those_who_coded_are_offered_and_a_new_name_is_asked_about(clinics: Workspace) -> None:
    code(clinics, "Ada", "goal")
    async with at_place(clinics, "patterns") as seat:
        await seat.press("a", "c")
        screen = seat.app.screen
        assert isinstance(screen, CodingScreen)
        field = screen.query_one("#coder", Input)
        assert (field.value, field.placeholder) == ("", "Ada again?")
        await seat.press("enter")
        assert "Ada again, or a new name" in seat.shown("#words")
        await seat.type("Adda")
        await seat.press("enter")
        assert "Nobody named Adda coded so far (Ada did)" in seat.shown("#words")
        assert "Adda codes" not in seat.shown("#top")
        await seat.press("enter")
        assert "Adda codes" in seat.shown("#top")


# -- agreement -----------------------------------------------------------------------------


@pytest.fixture
def two(clinics: Workspace) -> Workspace:
    code(clinics, "Ada", "story", "quote", "background")
    code(clinics, "Ben", "story+goal", "quote", "story")
    return clinics


@each_size
async def test_the_figures_stand_beside_each_tag(two: Workspace, size: tuple[int, int]) -> None:
    async with at_place(two, "patterns", size) as seat:
        await seat.press("a")
        assert "1 of 3 notes alike" in seat.shown("#head")
        body = seat.shown("#body")
        assert "▸ story 67% 50% 0.40" in body
        assert "quote 100% 33% 1.00" in body
        assert "story: both 1, Ada alone 0, Ben alone 1, neither 1, of 3 notes." in seat.shown("#foot")


async def test_a_coder_who_never_gave_a_tag_has_no_variation(two: Workspace) -> None:
    async with at_place(two, "patterns", (120, 40)) as seat:
        await seat.press("a", "down", "down")
        assert "goal 67% 17% – no variation" in seat.shown("#body")
        assert "No variation: one of them gave it always or never" in seat.shown("#foot")


async def test_without_nltk_disagreements_are_there_all_the_same(
    two: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise measures.NoAgreementLibrary("Kappa and alpha need NLTK: install it.")

    monkeypatch.setattr(measures, "nltk_measure", missing)
    async with at_place(two, "patterns") as seat:
        await seat.press("a")
        assert "Kappa and alpha need NLTK" in seat.shown("#foot")
        await seat.press("tab")
        assert "2 to settle" in seat.shown("#head")


@pytest.mark.parametrize(
    ("key", "tags"),
    [("f", ("story",)), ("s", ("story", "goal")), ("b", ("story", "goal")), ("n", ("story",))],
)
async def test_a_settled_note_gets_its_tags_and_leaves_the_list(
    two: Workspace, key: str, tags: tuple[str, ...]
) -> None:
    async with at_place(two, "patterns") as seat:
        await seat.press("a", "tab")
        assert "story, goal" in seat.shown("#body")
        await seat.press(key)
        await kept(seat)
        assert "1 to settle" in seat.shown("#head")
        assert f"settled: {', '.join(tags)}" in seat.shown("#said")
    assert tags_of(two, 0) == tags


async def test_settling_is_undone(two: Workspace) -> None:
    async with at_place(two, "patterns") as seat:
        await seat.press("a", "tab", "down", "s", "f")
        await kept(seat)
        assert "All 2 are settled" in seat.shown("#body")
        await seat.press("u", "u")
        await kept(seat)
        assert "2 to settle" in seat.shown("#head")
    assert tags_of(two, 0) == ("story",)
    assert tags_of(two, 2) == ("background",)


async def test_a_disagreement_keeps_its_words_after_a_look_at_its_note(two: Workspace) -> None:
    async with at_place(two, "patterns") as seat:
        await seat.press("a", "tab", "f", "enter")
        assert isinstance(seat.app.screen, ReviewScreen)
        await seat.press("escape")
        assert isinstance(seat.app.screen, AgreementScreen)
        assert "a screen at the desk" in seat.shown("#body")
        assert "P01" in seat.shown("#foot")


async def test_settling_is_undone_also_after_leaving_and_in_its_turn(two: Workspace) -> None:
    async with at_place(two, "patterns") as seat:
        await seat.press("a", "tab", "s", "escape")
        seat.desk.write("a theme", new_theme((), seat.desk.pen.new_target("theme"), "Paper", []))
        assert "goal 1 1" in seat.shown("#body")
        await seat.press("u")
        assert "undone: a theme" in seat.shown("#said")
        await seat.press("u")
        await seat.settle()
        assert "undone: settled: story, goal" in seat.shown("#said")
        assert "goal 1 1" not in seat.shown("#body")
        await seat.press("a", "u")
        await kept(seat)
        assert "nothing to undo" in seat.shown("#said")
    assert tags_of(two, 0) == ("story",)


async def test_the_agreement_undoes_what_was_settled_before_it_was_left(two: Workspace) -> None:
    async with at_place(two, "patterns") as seat:
        await seat.press("a", "tab", "s", "escape", "a", "u")
        await kept(seat)
        assert "undone: settled: story, goal" in seat.shown("#said")
        await seat.press("tab")
        assert "2 to settle" in seat.shown("#head")
        await seat.press("escape")
        assert "goal 1 1" not in seat.shown("#body")


async def test_the_patterns_count_what_was_settled(two: Workspace) -> None:
    async with at_place(two, "patterns") as seat:
        await seat.press("a", "tab", "b", "escape")
        await seat.settle()
        assert isinstance(seat.app.screen, PatternsScreen)
        assert "goal 1 1" in seat.shown("#body")


async def test_several_coders_are_compared_two_by_two(two: Workspace) -> None:
    code(two, "Cleo", "story")
    async with at_place(two, "patterns") as seat:
        await seat.press("a")
        assert "Ada and Ben" in seat.shown("#head")
        await seat.press("p")
        assert "Ada and Cleo" in seat.shown("#head")
        await seat.press("tab")
        assert "They agree on every note" in seat.shown("#body")


async def test_before_anybody_coded_it_says_how_to_begin(clinics: Workspace) -> None:
    async with at_place(clinics, "patterns") as seat:
        await seat.press("a")
        assert "Nobody coded notes here yet. Press c" in seat.shown("#body")
        await seat.press("tab", "f", "enter", "p", "down", "question_mark")
        assert "Landis and Koch 1977" in seat.picture
