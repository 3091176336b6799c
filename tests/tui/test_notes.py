"""Notes on the live screen: taking them, changing them, and never losing one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.support import Desk, at_desk

from interview_tui.tui.live_session import LINE_DRAFT
from interview_tui.tui.screens.pick_tag import PickTag


async def test_a_note_carries_the_time_of_its_first_key_the_phase_and_the_question(desk: Desk) -> None:
    await desk.after(65)
    await desk.type("s")
    await desk.after(20)
    await desk.type(" lost slot\n")
    note = desk.notes[0]
    assert (note.at_ms, note.tag, note.text, note.phase, note.question) == (
        65_000,
        "story",
        "lost slot",
        0,
        0,
    )
    assert "01:05" in desk.shown("#notes")
    assert "lost slot" in desk.shown("#notes")


async def test_the_next_note_has_a_time_of_its_own(desk: Desk) -> None:
    await desk.type("one\n")
    await desk.after(30)
    await desk.type("two\n")
    assert [note.at_ms for note in desk.notes] == [0, 30_000]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("s lost it\n", [("story", "lost it")]),
        ("plain words\n", [(None, "plain words")]),
        ("x\n", [("surprise", "")]),
        ("q so slow\nq so slow\n", [("quote", "so slow"), ("quote", "so slow")]),
        ("\n", []),
        ("//etc is full\n", [(None, "/etc is full")]),
    ],
)
async def test_what_is_typed_is_what_is_kept(
    desk: Desk, keys: str, told: list[tuple[str | None, str]]
) -> None:
    await desk.type(keys)
    assert desk.told == told
    assert desk.line == ""


async def test_a_waiting_letter_shows_as_a_chip_until_the_space_decides(desk: Desk) -> None:
    await desk.type("s")
    assert "story?" in desk.shown("#line")
    await desk.type(" ")
    assert "story" in desk.shown("#line")
    assert "story?" not in desk.shown("#line")


async def test_quotes_stand_in_quotation_marks_and_marks_say_that_they_wait(desk: Desk) -> None:
    await desk.type("q so slow\ns\n")
    assert "“so slow”" in desk.shown("#notes")
    assert "· · ·" in desk.shown("#notes")


@pytest.mark.parametrize(("key", "tag"), [("f2", "story"), ("f3", "quote"), ("f4", "challenge")])
async def test_a_hot_key_tags_the_note_being_typed(desk: Desk, key: str, tag: str) -> None:
    await desk.type("g they want")
    await desk.press(key)
    await desk.type(" less\n")
    assert desk.told == [(tag, "they want less")]


@pytest.mark.parametrize("key", ["f2", "f3", "f4"])
async def test_a_hot_key_leaves_a_waiting_letter_as_a_letter(desk: Desk, key: str) -> None:
    await desk.type("s")
    await desk.press(key)
    await desk.type("o slow\n")
    assert [text for _, text in desk.told] == ["so slow"]


async def test_a_hot_key_in_a_pane_starts_a_note(desk: Desk) -> None:
    await desk.press("escape", "f2")
    await desk.type("lost it\n")
    assert desk.told == [("story", "lost it")]


async def test_the_tag_of_the_line_can_be_changed_while_typing(desk: Desk) -> None:
    await desk.type("s they want less")
    await desk.press("ctrl+g", "g")
    await desk.type(" work\n")
    assert desk.told == [("goal", "they want less work")]


async def test_the_time_of_the_line_can_be_moved_back_while_typing(desk: Desk) -> None:
    await desk.after(30)
    await desk.type("late")
    await desk.press("ctrl+r", "ctrl+r")
    assert "00:10" in desk.shown("#line")
    await desk.press("enter")
    assert desk.notes[0].at_ms == 10_000


# -- changing a note -----------------------------------------------------------------------


async def with_notes(desk: Desk, *lines: str) -> None:
    """Some notes, ten seconds apart, and the list of them in focus with the last selected."""
    for line in lines:
        await desk.after(10)
        await desk.type(f"{line}\n")
    desk.screen.notes_pane.focus()
    await desk.pilot.pause()


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["e", *"!", "enter"], [("story", "one"), (None, "two!")]),
        (["k", "e", "backspace", "enter"], [("story", "on"), (None, "two")]),
        (["up", "e", "f3", "enter"], [("quote", "one"), (None, "two")]),
        (["e", "x", "escape"], [("story", "one"), (None, "two")]),
        (["t", "q"], [("story", "one"), ("quote", "two")]),
        (["k", "t", "0"], [(None, "one"), (None, "two")]),
        (["t", "escape"], [("story", "one"), (None, "two")]),
        (["delete"], [("story", "one")]),
        (["delete", "u"], [("story", "one"), (None, "two")]),
        (["k", "delete"], [(None, "two")]),
        (["e", "x", "enter", "escape", "u"], [("story", "one"), (None, "two")]),
        (["t", "q", "u"], [("story", "one"), (None, "two")]),
    ],
)
async def test_notes_are_changed_from_the_keyboard(
    desk: Desk, keys: list[str], told: list[tuple[str | None, str]]
) -> None:
    await with_notes(desk, "s one", "two")
    await desk.press(*keys)
    assert desk.told == told
    for _, text in told:
        assert text in desk.shown("#notes")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/delete\n", [("story", "one")]),
        ("/delete\n/undo\n", [("story", "one"), (None, "two")]),
        ("/edit\n!\n", [("story", "one"), (None, "two!")]),
        ("/tag\ng", [("story", "one"), ("goal", "two")]),
    ],
)
async def test_the_last_note_is_changed_by_typed_commands(
    desk: Desk, typed: str, told: list[tuple[str | None, str]]
) -> None:
    await desk.type("s one\ntwo\n")
    await desk.type(typed)
    assert desk.told == told


async def test_a_star_is_shown_and_taken_off_again(desk: Desk) -> None:
    await with_notes(desk, "one")
    await desk.press("*")
    assert desk.notes[0].starred
    assert "★" in desk.shown("#notes")
    await desk.press("*")
    assert not desk.notes[0].starred
    assert "★" not in desk.shown("#notes")


async def test_a_note_moved_back_before_another_changes_places_with_it(desk: Desk) -> None:
    await with_notes(desk, "one", "two")
    await desk.press(",", ",")
    assert [note.text for note in desk.notes] == ["two", "one"]
    shown = desk.shown("#notes")
    assert shown.index("two") < shown.index("one")


async def test_a_click_selects_a_note_for_the_keys(desk: Desk) -> None:
    await with_notes(desk, "one", "two", "three")
    await desk.click("#notes", "one")
    await desk.press("*")
    assert [note.text for note in desk.notes if note.starred] == ["one"]


async def test_the_footer_of_the_notes_can_be_clicked(desk: Desk) -> None:
    await with_notes(desk, "one")
    await desk.click("#footer", "star")
    assert desk.notes[0].starred


async def test_the_tag_can_be_picked_with_the_mouse(desk: Desk) -> None:
    await with_notes(desk, "one")
    await desk.press("t")
    assert isinstance(desk.app.screen, PickTag)
    pane = desk.app.screen.query_one("RowsPane")
    await desk.pilot.click(pane, offset=(4, 4))
    await desk.pilot.pause()
    assert desk.told == [("quote", "one")]


async def test_marks_are_dropped_from_a_pane_with_capital_letters(desk: Desk) -> None:
    await desk.after(7)
    await desk.press("escape", "Q", "S")
    assert desk.told == [("quote", ""), ("story", "")]
    assert [note.at_ms for note in desk.notes] == [7_000, 7_000]


# -- drafts --------------------------------------------------------------------------------


async def test_escape_keeps_the_draft_and_its_time(desk: Desk) -> None:
    await desk.after(5)
    await desk.type("s half")
    await desk.after(40)
    await desk.press("escape", "n", "tab")
    await desk.type(" done\n")
    assert desk.told == [("story", "half done")]
    assert desk.notes[0].at_ms == 5_000


async def test_the_draft_comes_back_after_another_note_was_edited(desk: Desk) -> None:
    await with_notes(desk, "one")
    await desk.press("tab")
    await desk.type("q half")
    await desk.press("escape", "e")
    assert desk.line == "one"
    await desk.type("!\n")
    assert desk.line == "half"
    await desk.type(" done\n")
    assert desk.told == [(None, "one!"), ("quote", "half done")]


async def test_every_key_of_the_draft_goes_to_the_file_and_leaves_it_with_enter(desk: Desk) -> None:
    file = desk.live.file
    assert file is not None
    await desk.type("s half")
    assert file.drafts[LINE_DRAFT] == {"text": "half", "tag": "story", "at_ms": 0}
    await desk.press("enter")
    assert LINE_DRAFT not in file.drafts


# -- pastes --------------------------------------------------------------------------------


async def test_a_paste_of_many_lines_is_one_note_as_it_was(desk: Desk) -> None:
    text = "\n".join(f"line {number}" for number in range(200))
    await desk.feed(f"\x1b[200~{text}\x1b[201~")
    await desk.press("enter")
    assert desk.told == [(None, text)]


async def test_a_paste_of_one_megabyte_is_a_note_of_its_own_and_the_line_goes_on(desk: Desk) -> None:
    text = "they lost a slot " * 62_000
    await desk.type("before")
    await desk.feed(f"\x1b[200~{text}\x1b[201~")
    await desk.type(" and after\n")
    assert sorted(desk.told, key=lambda told: len(told[1])) == [(None, "before and after"), (None, text)]
    assert "1,054,000 characters" in desk.shown("#footer")


async def test_a_long_line_shows_its_end_and_keeps_its_beginning(desk: Desk) -> None:
    text = " ".join(f"word{number}" for number in range(60))
    await desk.feed(f"\x1b[200~{text}\x1b[201~")
    assert "word59" in desk.shown("#line")
    assert "word0 " not in desk.shown("#line")
    await desk.press("home")
    assert "word0 " in desk.shown("#line")
    await desk.press("enter")
    assert desk.told == [(None, text)]


# -- roles ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "in_line"), [("moderator", False), ("notes", True), ("solo", True)])
async def test_a_role_starts_where_its_hands_are(tmp_path: Path, role: str, in_line: bool) -> None:
    async with at_desk(tmp_path, role=role) as desk:  # type: ignore[arg-type]
        assert desk.screen.in_line is in_line


async def test_notes_are_signed_by_the_person_at_the_screen(tmp_path: Path) -> None:
    people = {"moderator": "Ada", "note_taker": "Ben"}
    async with at_desk(tmp_path, role="notes", people=people) as desk:
        await desk.type("one\n")
        assert desk.notes[0].author == "Ben"
