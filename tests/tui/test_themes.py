"""The themes' place: what each key does to the board, that it is kept, and that it can be undone."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from tests.store.support import Faults
from tests.tui.library import SIZES, Seat, at_place, write_interview

from interview_tui.domain.themes import themes_of
from interview_tui.store.config import Config
from interview_tui.store.library.reading import read_library
from interview_tui.store.locks import SessionLock
from interview_tui.store.session_file import open_session
from interview_tui.store.study_record import read_study_record
from interview_tui.store.workspace import Workspace
from interview_tui.tui.screens.themes import ThemesScreen
from interview_tui.tui.theme_board import GROUPS, LIKE, UNGROUPED, UNTAGGED, Board, passes

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

SAID = (
    ("every supplier has its own login", "challenge"),
    ("writes the login of each supplier on a [card]", "workaround"),
    ("the kettle is broken", ""),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Three people who speak of suppliers' logins; a third note of each has no tag."""
    workspace = Workspace(tmp_path / "work")
    workspace.create()
    for day, who in enumerate(("P01", "P02", "P03"), start=2):
        write_interview(workspace, day, who, SAID, segment="labs" if who == "P03" else "clinics")
    return workspace


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return Faults(monkeypatch)


def board_of(seat: Seat) -> Board:
    assert isinstance(seat.app.screen, ThemesScreen)
    return seat.app.screen.board


def kept(workspace: Workspace) -> dict[str, int]:
    """The themes that the file has, with how many notes."""
    themes = themes_of(read_study_record(workspace.study_record))
    return {theme.name: len(theme.notes) for theme in themes}


def tags_kept(workspace: Workspace) -> list[tuple[str, ...]]:
    return [note.tags for note in read_library(workspace).notes]


async def a_theme(seat: Seat, name: str, *, notes: int = 2) -> None:
    """Put the first notes that are in none into a theme of a name."""
    await seat.press("home", "right", "home", *["space"] * notes, "p")
    await seat.type(name)
    await seat.press("enter", "left")


# -- looking -------------------------------------------------------------------------------


@each_size
async def test_the_inbox_the_suggestions_and_what_to_do_next_are_shown(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(workspace, "themes", size) as seat:
        assert "in no theme" in seat.shown("#board")
        assert "None yet: mark notes with space" in seat.shown("#board")
        assert "n new" in seat.shown("#keys")
        await seat.press("enter")
        assert "P01 every supplier has" in seat.shown("#notes")
        assert "p put into" in seat.shown("#keys")
        await seat.press("question_mark")
        assert "esc q" in seat.shown("#board")


async def test_without_notes_every_key_leaves_the_place_as_it_is(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "empty")
    workspace.create()
    async with at_place(workspace, "themes") as seat:
        for key in ("p", "m", "x", "s", "g", "y", "a", "t", "space", "asterisk", "A", "plus", "full_stop"):
            await seat.press(key)
        await seat.press("enter", "p", "s", "space", "enter", "left", "down", "down", "y", "x", "a", "t")
        assert "No groups to review" in seat.shown("#notes")
        assert isinstance(seat.app.screen, ThemesScreen)
    assert not workspace.study_record.exists()


async def test_what_is_typed_by_people_is_shown_as_it_is(workspace: Workspace) -> None:
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await a_theme(seat, "a [b] c")
        assert "a [b] c" in seat.shown("#board")
        await seat.press("end")
        assert "[card]" in seat.shown("#notes")


async def test_words_of_somebody_who_does_not_allow_quoting_are_marked(workspace: Workspace) -> None:
    write_interview(workspace, 9, "P09", [("I never order twice", "quote")], quoting=False)
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await seat.press("right", "end")
        assert "not to be quoted: “I never order twice”" in seat.shown("#notes")
        assert "not to be quoted: they did not allow it" in seat.shown("#detail")


# -- putting notes into themes -------------------------------------------------------------


async def test_marked_notes_go_into_a_new_theme_by_typing_its_name_and_undo_takes_it_back(
    workspace: Workspace,
) -> None:
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await a_theme(seat, "Logins")
        assert kept(workspace) == {"Logins": 2}
        assert len(board_of(seat).ungrouped) == 7
        assert "1 · 2" in seat.shown("#board")
        await seat.press("u")
        assert kept(workspace) == {}
        assert "undone" in seat.shown("#said")


async def test_a_capital_letter_puts_a_note_into_its_theme_and_a_name_finds_it_again(
    workspace: Workspace,
) -> None:
    async with at_place(workspace, "themes") as seat:
        await a_theme(seat, "Logins")
        await seat.press("home", "right", "A")
        assert kept(workspace) == {"Logins": 3}
        await seat.press("B")
        assert "No theme has the letter B" in seat.shown("#said")
        await seat.press("p")
        await seat.type("log")
        await seat.press("enter")
        assert kept(workspace) == {"Logins": 4}


async def test_notes_are_taken_out_moved_and_split_off(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await a_theme(seat, "Logins", notes=3)
        await seat.press("end", "right", "m")
        await seat.type("Kettles")
        await seat.press("enter")
        assert kept(workspace) == {"Logins": 2, "Kettles": 1}
        await seat.press("x")
        assert kept(workspace) == {"Logins": 1, "Kettles": 1}
        await seat.press("u", "u")
        assert kept(workspace) == {"Logins": 3}


async def test_a_theme_is_renamed_described_moved_merged_and_deleted(workspace: Workspace) -> None:
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await a_theme(seat, "One")
        await a_theme(seat, "Two")
        await seat.press("end", "e")
        await seat.type("b")
        await seat.press("enter", "d")
        await seat.type("what it is")
        await seat.press("enter")
        assert kept(workspace) == {"One": 2, "Twob": 2}
        assert "what it is" in seat.shown("#notes")
        await seat.press("less_than_sign")
        assert list(kept(workspace)) == ["Twob", "One"]
        await seat.press("g", "enter")
        assert kept(workspace) == {"Twob": 4}
        await seat.press("x")
        assert kept(workspace) == {}
        for _ in range(2):
            await seat.press("u")
        assert list(kept(workspace)) == ["Twob", "One"]


async def test_a_theme_counts_people_beside_notes_and_says_what_is_gone(workspace: Workspace) -> None:
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await seat.press("right", "asterisk", "p")
        await seat.type("All")
        await seat.press("enter", "left", "end")
        assert "3 people · 9 notes · segments: clinics, labs" in seat.shown("#notes")
    (workspace.session_path("2026-11-04-1000-abcd")).unlink()
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await seat.press("end")
        assert "2 people · 6 notes · segments: clinics · 3 notes gone" in seat.shown("#notes")


async def test_what_cannot_be_kept_is_said_and_did_not_happen(workspace: Workspace, faults: Faults) -> None:
    async with at_place(workspace, "themes") as seat:
        await seat.press("right", "p")
        await seat.type("Logins")
        faults.start("sync_file", errno.ENOSPC)
        await seat.press("enter")
        assert "was not changed" in seat.shown("#said")
        assert board_of(seat).themes == ()


async def test_enter_opens_the_note_in_its_session(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await seat.press("right", "down", "enter")
        assert type(seat.app.screen).__name__ == "ReviewScreen"
        await seat.press("escape")
        assert board_of(seat).note == "2026-11-02-1000-abcd/note-1"


# -- filters -------------------------------------------------------------------------------


async def test_a_filter_shows_some_notes_and_esc_shows_all_again(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await seat.press("f")
        await seat.type("segment:labs login")
        await seat.press("enter")
        assert [note.person for note in board_of(seat).notes] == ["P03", "P03"]
        await seat.press("escape")
        assert len(board_of(seat).notes) == 9


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 9), ("tag:chall", 3), ("LOGIN", 6), ("participant:p02 kettle", 1), ("tag:", 9), ("nobody", 0)],
)
def test_a_filter_has_words_tags_segments_and_people(workspace: Workspace, query: str, count: int) -> None:
    assert sum(passes(note, query) for note in read_library(workspace).notes) == count


# -- what is suggested ---------------------------------------------------------------------


async def test_notes_like_one_say_why_and_go_into_its_theme_by_one_key(workspace: Workspace) -> None:
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await a_theme(seat, "Logins", notes=1)
        await seat.press("end", "right", "s")
        assert board_of(seat).look == LIKE
        assert "Notes like this one" in seat.shown("#notes")
        assert "login supplier" in seat.shown("#notes")
        await seat.press("full_stop")
        assert kept(workspace) == {"Logins": 2}
        await seat.press("escape")
        assert board_of(seat).theme is not None


async def test_notes_like_a_loose_one_make_a_theme_with_it(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await seat.press("right", "s", "full_stop")
        await seat.type("Logins")
        await seat.press("enter")
        assert kept(workspace) == {"Logins": 2}


async def test_a_group_is_offered_for_review_and_kept_without_what_was_unticked(workspace: Workspace) -> None:
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await seat.press("down", "down")
        board = board_of(seat)
        assert board.look == GROUPS
        assert "A guess, not a finding" in seat.shown("#notes")
        group = board.group
        assert group is not None
        await seat.press("right", "space", "y")
        await seat.type("Mine")
        await seat.press("enter")
        assert kept(workspace) == {"Mine": len(group.notes) - 1}
        await seat.press("u")
        assert board.group == group


async def test_a_deleted_theme_that_is_brought_back_is_chosen_again(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await a_theme(seat, "Logins")
        await a_theme(seat, "Kettles", notes=1)
        await seat.press("end")
        assert (theme := board_of(seat).theme) is not None
        await seat.press("x")
        assert board_of(seat).look == UNGROUPED
        await seat.press("u")
        assert board_of(seat).look == theme.id
        await seat.press("x", "down", "u")
        assert board_of(seat).look == UNTAGGED


async def test_a_dismissed_group_does_not_come_back_until_it_is_undone(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await seat.press("down", "down")
        groups = board_of(seat).groups
        await seat.press("x")
        assert board_of(seat).groups == groups[1:]
    async with at_place(workspace, "themes") as seat:
        assert groups[0] not in board_of(seat).groups
        assert kept(workspace) == {}


async def test_a_key_gives_an_untagged_note_a_tag_in_its_session_and_goes_on(workspace: Workspace) -> None:
    path = workspace.session_path(write_interview(workspace, 9, "P09", [("a login for the supplier", "")]))
    async with at_place(workspace, "themes", (120, 40)) as seat:
        await seat.press("down", "right", "end")
        assert board_of(seat).look == UNTAGGED
        assert "a challenge" in seat.shown("#detail")
        await seat.press("a")
        assert tags_kept(workspace)[-1] == ("challenge",)
        assert "tagged challenge" in seat.shown("#said")
        assert len(board_of(seat).untagged) == 3
        await seat.press("u")
        assert tags_kept(workspace)[-1] == ()
        assert len(board_of(seat).untagged) == 4
    assert not path.with_suffix(".log").exists()


async def test_another_tag_is_chosen_by_its_letter(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await seat.press("down", "right", "t", "g")
        assert tags_kept(workspace)[2] == ("goal",)


async def test_a_session_that_is_open_elsewhere_is_said_and_stays_as_it_is(workspace: Workspace) -> None:
    path = workspace.session_path("2026-11-02-1000-abcd")
    async with at_place(workspace, "themes") as seat:
        lock = SessionLock(path)
        lock.acquire()
        try:
            await seat.press("down", "right", "t", "g")
            assert "is open elsewhere" in seat.shown("#said")
            assert len(board_of(seat).untagged) == 3
        finally:
            lock.release()
    file = open_session(path)
    assert len(file.events) == 5
    assert file.close(10)


async def test_undo_takes_tags_and_changes_of_the_board_back_in_their_order(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await a_theme(seat, "Logins")
        await seat.press("home", "down", "right", "t", "g", "u")
        assert tags_kept(workspace)[2] == ()
        assert kept(workspace) == {"Logins": 2}
        await seat.press("u")
        assert kept(workspace) == {}


async def test_a_model_that_is_missing_is_said_and_words_go_on(workspace: Workspace, tmp_path: Path) -> None:
    config = Config(semantic_model=str(tmp_path / "none"))
    async with at_place(workspace, "themes", config=config) as seat:
        assert "Notes are compared by words" in seat.shown("#said")
        assert board_of(seat).groups
        assert board_of(seat).look == UNGROUPED


# -- what is counted, and names ------------------------------------------------------------


@each_size
async def test_bare_marks_are_counted_apart_and_a_filter_says_of_how_many(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    write_interview(workspace, 9, "P1009", [("", "story"), ("a login again", "story")])
    async with at_place(workspace, "themes", size) as seat:
        await seat.press("right")
        assert "10 notes. Left out: 1 bare mark, without words yet." in seat.shown("#notes")
        await seat.press("f")
        await seat.type("login")
        await seat.press("enter")
        assert "7 of 10 notes." in seat.shown("#notes")
        await seat.press("end")
        assert "P1009 a login again" in seat.shown("#notes")


async def test_a_new_theme_of_a_name_that_is_there_goes_to_that_one(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await a_theme(seat, "Logins")
        await seat.press("home", "n")
        await seat.type("logins")
        await seat.press("enter")
        assert "There is a theme Logins already" in seat.shown("#said")
        assert board_of(seat).theme is not None
        await seat.press("home", "right", "space", "n")
        await seat.type("LOGINS ")
        await seat.press("enter")
        assert kept(workspace) == {"Logins": 3}


async def test_a_theme_does_not_take_the_name_of_another_one(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as seat:
        await a_theme(seat, "Logins")
        await a_theme(seat, "Cards")
        await seat.press("end", "e")
        await seat.press(*["backspace"] * 5)
        await seat.type("logins")
        await seat.press("enter")
        assert "There is a theme Logins already" in seat.shown("#said")
        await seat.press("e")
        await seat.press(*["backspace"] * 5)
        await seat.type("CARDS")
        await seat.press("enter")
        assert sorted(kept(workspace)) == ["CARDS", "Logins"]


@each_size
async def test_an_empty_workspace_asks_nobody_to_mark_what_is_not_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    empty = Workspace(tmp_path / "new")
    empty.create()
    async with at_place(empty, "themes", size) as seat:
        assert "mark notes" not in seat.shown("#board")
        assert "they are made of notes, and there are none" in seat.shown("#board")
