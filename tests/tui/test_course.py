"""The guide, the clock and the talk on the live screen, from keys, clicks and typed commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.support import Desk, at_desk

from interview_tui.store.config import Config


async def test_the_guide_shows_the_phase_its_time_the_question_and_what_comes_next(desk: Desk) -> None:
    shown = desk.shown("#guide")
    assert "Get comfortable" in shown
    assert "Tell me about yourself." in shown
    assert "How long have you worked here?" in shown
    assert "3 must-ask left, 30 min" in shown
    assert "interview 30:00 left" in shown


async def test_next_shows_the_following_question_and_its_note_to_the_moderator(desk: Desk) -> None:
    await desk.press("ctrl+n")
    shown = desk.shown("#guide")
    assert "Tell me about the last time a patient cancelled." in shown
    assert "Watch for: sighs" in shown
    assert "2 must-ask left" in shown


async def test_overtime_is_counted_up_and_squeezes_the_rest(desk: Desk) -> None:
    await desk.after(6 * 60)
    shown = desk.shown("#guide")
    assert "over time" in shown
    assert "+01:00" in shown
    assert "14:24 ↓" in shown


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["n"], (1, 1)),
        (["N"], (1, 1)),
        (["down", "down"], (1, 2)),
        (["right"], (1, 1)),
        (["right", "right"], (2, None)),
        (["right", "right", "right", "right"], (3, 3)),
        (["right", "left"], (0, 0)),
        (["n", "n", "n"], (2, None)),
        (["n", "n", "n", "n"], (3, 3)),
        (["n", "u"], (0, 0)),
    ],
)
async def test_the_guide_is_walked_with_keys(tmp_path: Path, keys: list[str], place: tuple[int, int]) -> None:
    async with at_desk(tmp_path, role="moderator") as desk:
        await desk.press(*keys)
        assert desk.place == place


async def test_a_script_only_phase_shows_what_to_read_out(desk: Desk) -> None:
    await desk.press("escape", "right", "right")
    assert "Now it is your turn." in desk.shown("#guide")


async def test_a_click_jumps_to_a_question_and_back_returns(desk: Desk) -> None:
    await desk.after(10)
    await desk.click("#guide", "Who else should I talk to?")
    assert desk.place == (3, 3)
    await desk.after(20)
    await desk.type("/back\n")
    assert desk.place == (0, 0)


async def test_a_click_enters_a_phase(desk: Desk) -> None:
    await desk.click("#guide", "Dig in")
    assert desk.place == (1, 1)


async def test_the_clock_stands_while_it_is_paused(desk: Desk) -> None:
    await desk.after(60)
    await desk.type("/pause\n")
    await desk.after(120)
    assert "‖ paused" in desk.shown("#guide")
    assert "The clock is stopped" in desk.shown("#footer")
    await desk.type("/pause\n")
    await desk.after(60)
    assert "interview 28:00 left" in desk.shown("#guide")


async def test_a_leading_question_is_marked_and_asks_for_why(desk: Desk) -> None:
    await desk.after(3)
    await desk.press("ctrl+l")
    assert "ask why" in desk.shown("#guide")
    await desk.after(21)
    assert "ask why" not in desk.shown("#guide")


async def test_whys_are_counted_on_a_ladder(desk: Desk) -> None:
    await desk.type("/why\n/why\n")
    assert "why 2 of 5" in desk.shown("#guide")


@pytest.mark.parametrize("ending", ["x", "/floor\n"])
async def test_the_wait_coach_counts_the_silence_up_to_ten(desk: Desk, ending: str) -> None:
    await desk.press("ctrl+n")
    await desk.after(4)
    assert "4 s" in desk.shown("#guide")
    assert "let them think" in desk.shown("#guide")
    await desk.after(60)
    assert "10 s" in desk.shown("#guide")
    await desk.type("they say\n" if ending == "x" else ending)
    assert "let them think" not in desk.shown("#guide")


# -- the talk ------------------------------------------------------------------------------


async def test_the_floor_changes_hands_also_in_mid_note(desk: Desk) -> None:
    await desk.after(10)
    await desk.type("so")
    await desk.press("ctrl+t")
    await desk.type(" slow")
    await desk.after(30)
    assert "They speak" in desk.shown("#talk")
    assert "25 %" in desk.shown("#talk")
    assert desk.line == "so slow"


async def test_space_on_the_empty_line_hands_the_floor_over(desk: Desk) -> None:
    speakers = [desk.session.flow.speaker]
    for _ in range(2):
        await desk.press("space")
        speakers.append(desk.session.flow.speaker)
    assert speakers == ["moderator", "participant", "moderator"]
    assert desk.line == ""


async def test_a_forgotten_switch_is_put_right(desk: Desk) -> None:
    await desk.after(30)
    await desk.press("space")
    await desk.type("/ago\n")
    assert desk.session.flow.turns[-1].end_ms == 20_000
    assert "10 s ago" in desk.shown("#footer")


async def test_silence_is_nobodys_share(desk: Desk) -> None:
    await desk.after(10)
    await desk.type("/silence\n")
    await desk.after(30)
    assert "Silence" in desk.shown("#talk")
    assert "100 %" in desk.shown("#talk")


async def test_a_click_on_the_floor_hands_it_over(desk: Desk) -> None:
    await desk.click("#talk", "You speak")
    assert desk.session.flow.speaker == "participant"


async def test_too_much_talk_is_said_in_words_too(desk: Desk) -> None:
    await desk.after(100)
    assert "100 % over" in desk.shown("#talk")


# -- nudges --------------------------------------------------------------------------------


async def test_a_long_monologue_is_nudged_once_and_kindly(desk: Desk) -> None:
    await desk.after(61)
    assert "You have talked for 61 s" in desk.shown("#talk")
    assert [rule for rule, _ in desk.session.flow.nudges] == ["monologue"]
    await desk.after(10)
    assert len(desk.session.flow.nudges) == 1


async def test_one_key_turns_the_nudges_off(desk: Desk) -> None:
    await desk.press("escape", "m")
    await desk.after(61)
    assert "You have talked" not in desk.shown("#talk")
    assert desk.session.flow.nudges == []


async def test_the_config_turns_the_nudges_off(tmp_path: Path) -> None:
    async with at_desk(tmp_path, config=Config(nudges=False)) as desk:
        await desk.after(61)
        assert desk.session.flow.nudges == []


# -- typed commands ------------------------------------------------------------------------


async def test_typed_commands_are_offered_as_they_are_typed(desk: Desk) -> None:
    await desk.type("/p")
    hints = desk.shown("#hints")
    assert "/phase-back" in hints
    assert "/pause" in hints
    assert "/next" not in hints


async def test_the_beginning_of_a_command_is_enough(desk: Desk) -> None:
    await desk.type("/nex\n")
    assert list(desk.session.flow.asked) == [0]
    assert desk.line == ""


async def test_an_unknown_command_is_told_kept_and_a_note_after_a_second_enter(desk: Desk) -> None:
    await desk.type("/etc is full\n")
    assert "no such command" in desk.shown("#hints")
    assert desk.line == "/etc is full"
    assert desk.notes == []
    await desk.press("enter")
    assert desk.told == [(None, "/etc is full")]
    assert desk.line == ""


async def test_an_unknown_command_that_is_corrected_is_a_command_again(desk: Desk) -> None:
    await desk.type("/nexx\n")
    await desk.press("backspace", "backspace")
    await desk.type("xt\n")
    assert list(desk.session.flow.asked) == [0]
    assert desk.notes == []


async def test_help_lists_the_keys(desk: Desk) -> None:
    await desk.type("/help\n")
    pane = desk.app.screen.query_one("RowsPane")
    words = "\n".join("".join(text for text, _ in row.spans) for row in pane.rows)  # type: ignore[attr-defined]
    assert "Hand the floor to the other one" in words
    assert "/phase-back" in words
    await desk.press("escape")
    assert desk.app.screen is desk.screen


@pytest.mark.parametrize("command", ["/undo", "/star", "/edit", "/delete", "/earlier", "/back", "/tag"])
async def test_a_command_with_nothing_to_do_says_so(desk: Desk, command: str) -> None:
    await desk.type(f"{command}\n")
    assert desk.app.screen is desk.screen
    assert any(words in desk.shown("#footer") for words in ("no note", "Nothing", "No question"))


# -- a user's own keys ---------------------------------------------------------------------


async def test_the_users_own_key_works_and_stands_in_the_footer(tmp_path: Path) -> None:
    async with at_desk(tmp_path, config=Config(keys={"floor": ("f6",)})) as desk:
        assert "F6 floor" in desk.shown("#footer")
        await desk.press("f6")
        assert desk.session.flow.speaker == "participant"
        await desk.press("ctrl+t")
        assert desk.session.flow.speaker == "participant"


async def test_a_clashing_key_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with at_desk(tmp_path, config=Config(keys={"floor": ("ctrl+n",)})) as desk:
        told = [notification.message for notification in desk.app._notifications]
        assert len(told) == 1
        assert "'next'" in told[0]
        await desk.press("ctrl+n")
        assert list(desk.session.flow.asked) == [0]
        assert desk.session.flow.speaker == "moderator"
