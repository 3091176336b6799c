"""The live screen under pressure: keys in bursts, keys ahead of the paint, edits cut short, odd guides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.tui.support import ROLES, Desk, at_desk, lines_of
from tests.tui.test_odd_texts import CONTROL, TEXTS

from interview_tui.domain.guide import Guide, GuideItem, Phase
from interview_tui.tui.live_session import LINE_DRAFT

TYPED = "they lost"


@pytest.mark.parametrize("data", ["\x11", "\x1b[113;5u"])
async def test_ctrl_q_finishes_instead_of_quitting(desk: Desk, data: str) -> None:
    await desk.feed(TYPED)
    await desk.feed(data)
    assert desk.told == [(None, TYPED)]
    assert type(desk.app.screen).__name__ == "DebriefScreen"


async def test_keys_that_come_in_one_burst_are_all_taken(desk: Desk) -> None:
    await desk.feed("s lost it\r\x14q so slow\r")
    assert desk.told == [("story", "lost it"), ("quote", "so slow")]
    assert desk.session.flow.speaker == "participant"


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_an_odd_text_in_the_guide_or_a_name_is_shown_harmless(tmp_path: Path, text: str) -> None:
    items = (
        GuideItem(kind="question", text=text, line=1),
        GuideItem(kind="probe", text=text, line=2, depth=1),
        GuideItem(kind="script", text=text, line=3),
    )
    guide = Guide(title=text, phases=(Phase(title=text, minutes=5, line=1, items=items),))
    async with at_desk(tmp_path, guide=guide, people={"participant": text}) as desk:
        for selector in ("#top", "#guide"):
            assert not CONTROL.search("".join(lines_of(desk.screen.query_one(selector))))


@pytest.mark.parametrize("role", ROLES)
async def test_who_speaks_stands_in_words_at_80x24(tmp_path: Path, role: str) -> None:
    async with at_desk(tmp_path, size=(80, 24), role=role) as desk:  # type: ignore[arg-type]
        assert re.search(r"You( speak)? 00:00", desk.shown("#talk"))


async def test_all_tag_letters_stand_in_view_at_80x24(tmp_path: Path) -> None:
    async with at_desk(tmp_path, size=(80, 24)) as desk:
        legend = f" {desk.shown('#hints')} "
        assert [key for key in "sqcgwbdkpxvfr" if f" {key} " not in legend] == []


async def test_the_first_note_takes_the_place_of_the_words_that_there_is_none(desk: Desk) -> None:
    assert "No notes yet" in desk.shown("#notes")
    await desk.type("one\n")
    assert "No notes yet" not in desk.shown("#notes")


async def test_a_note_begun_at_the_very_first_moment_keeps_that_time(desk: Desk) -> None:
    await desk.type("half")
    await desk.after(40)
    await desk.press("enter")
    assert desk.notes[0].at_ms == 0


async def test_what_was_changed_in_a_note_is_kept_when_the_interview_is_left(desk: Desk) -> None:
    await desk.after(5)
    await desk.type("one\n")
    await desk.type("/edit\n")
    await desk.type(" and two")
    desk.screen._leave_line()
    assert desk.told == [(None, "one and two")]


async def test_an_edit_in_progress_goes_to_the_draft(desk: Desk) -> None:
    await desk.after(5)
    await desk.type("one\n/edit\n")
    await desk.type(" and two")
    assert desk.live.file is not None
    assert "one and two" in str(desk.live.file.drafts)


async def test_a_slash_before_words_that_are_there_already_is_no_command(desk: Desk) -> None:
    await desk.type("next")
    await desk.press("home")
    await desk.type("/\n")
    assert desk.session.flow.asked == {}
    assert desk.told == [(None, "/next")]


async def test_ago_after_a_pause_leaves_the_turns_before_it_alone(desk: Desk) -> None:
    await desk.after(2)
    await desk.press("space")
    await desk.after(3)
    await desk.type("/pause\n")
    await desk.after(95)
    await desk.type("/pause\n")
    before = list(desk.session.flow.turns)
    await desk.after(1)
    await desk.type("/ago\n")
    assert desk.session.flow.turns[: len(before)] == before


async def test_after_a_removal_the_neighbour_is_selected_and_not_the_last_note(desk: Desk) -> None:
    for number in range(5):
        await desk.after(10)
        await desk.type(f"note {number}\n")
    desk.screen.notes_pane.focus()
    await desk.press("k", "k", "k", "delete", "*")
    assert [note.text for note in desk.notes if note.starred] in (["note 0"], ["note 2"])


async def test_more_notes_than_fit_bring_no_horizontal_scrollbar(tmp_path: Path) -> None:
    async with at_desk(tmp_path, size=(60, 20)) as desk:
        for number in range(12):
            await desk.type(f"note {number}\n")
        assert not desk.screen.notes_pane.show_horizontal_scrollbar
        assert "note 11" in desk.shown("#notes")


@pytest.mark.parametrize("ink", ["good", "warn", "bad", "participant", "tag-red", "title"])
async def test_colours_are_those_of_the_theme(desk: Desk, ink: str) -> None:
    pane = desk.screen.talk_pane
    assert pane.ink(ink).color != pane.ink("text").color


async def test_letters_typed_behind_the_answer_to_which_tag_reach_the_line(desk: Desk) -> None:
    await desk.type("one\n")
    await desk.press("ctrl+g")
    await desk.feed("cs and")
    await desk.pilot.pause()
    assert desk.told == [("challenge", "one")]
    await desk.type(" more\n")
    assert ("challenge", "one") in desk.told
    assert "".join(text for _, text in desk.told).endswith("and more")


async def test_a_note_belongs_to_the_question_and_phase_of_its_first_key(desk: Desk) -> None:
    await desk.after(5)
    await desk.type("begun on the first")
    await desk.after(2)
    await desk.feed("\x0e")
    await desk.after(3)
    await desk.press("enter")
    assert desk.session.flow.question == 1
    assert (desk.notes[0].question, desk.notes[0].phase) == (0, 0)


@pytest.mark.parametrize("role", ROLES)
async def test_a_slash_in_a_pane_begins_a_typed_command(tmp_path: Path, role: str) -> None:
    async with at_desk(tmp_path, role=role) as desk:  # type: ignore[arg-type]
        desk.screen.set_focus(desk.screen.guide_pane)
        await desk.feed("/pause\r")
        await desk.pilot.pause()
        assert desk.session.flow.paused_since_ms is not None
        assert desk.session.flow.asked == {}


async def test_keys_right_behind_the_way_back_to_the_line_are_typed(desk: Desk) -> None:
    desk.screen.set_focus(desk.screen.guide_pane)
    await desk.feed("\tnext week\r")
    await desk.pilot.pause()
    assert desk.session.flow.asked == {}
    assert desk.told == [(None, "next week")]


async def test_a_typed_command_leaves_no_draft_behind(desk: Desk) -> None:
    file = desk.live.file
    assert file is not None
    await desk.type("/finish\n")
    await desk.pilot.pause()
    assert LINE_DRAFT not in file.drafts


async def test_back_from_what_cannot_be_saved_goes_on_with_the_interview(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = desk.live.file
    assert file is not None
    really_close = file.close
    monkeypatch.setattr(file, "close", lambda *_, **__: False)
    await desk.type("/leave\n")
    for _ in range(50):
        await desk.pilot.pause(0.05)
        if type(desk.app.screen).__name__ == "UnsavedScreen":
            break
    await desk.pilot.press("b")
    await desk.pilot.pause()
    monkeypatch.setattr(file, "close", really_close)
    await desk.type("still here\n")
    await desk.after(61)
    assert desk.told == [(None, "still here")]
    assert desk.live.file is file
    assert "1 min" in desk.shown("#top")
