"""The pieces of a form: a choice by arrow, letter and click, and a line that takes anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.stage import Stage, settle
from tests.tui.support import lines_of, send
from textual import on
from textual.app import ComposeResult
from textual.events import Paste
from textual.screen import Screen

from interview_tui.tui.forms import FORM_BINDINGS, YES_NO, Choice, Field, Form, TextField
from interview_tui.tui.key_bar import Key, key_row
from interview_tui.tui.rows import width_of
from interview_tui.tui.widgets.ink import Palette

LONG = tuple((number, f"a rather long option, number {number}") for number in range(5))


class Sheet(Screen[None]):
    """A line, a short choice and one that does not fit."""

    AUTO_FOCUS = "#line"

    def __init__(self) -> None:
        super().__init__()
        self.done: list[Choice] = []
        self.changed: list[object] = []

    def compose(self) -> ComposeResult:
        yield Palette()
        yield Field("Line", TextField(id="line"))
        yield Field("Short", Choice(YES_NO, id="short"))
        yield Field("Long", Choice(LONG, 0, id="long"))

    @on(Choice.Changed)
    def _changed(self, message: Choice.Changed) -> None:
        self.changed.append(message.control.value)

    @on(Choice.Done)
    def _done(self, message: Choice.Done) -> None:
        self.done.append(message.choice)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ([], None),
        (["y"], True),
        (["n"], False),
        (["n", "n"], False),
        (["y", "left"], None),
        (["right"], True),
        (["y", "space"], False),
        (["n", "x"], False),
    ],
)
async def test_keys_choose(keys: list[str], value: object) -> None:
    form = Sheet()
    async with Stage(form).run_test() as pilot:
        choice = form.query_one("#short", Choice)
        choice.focus()
        await pilot.press(*keys)
        assert choice.value is value


async def test_what_is_chosen_is_marked_and_told_once() -> None:
    form = Sheet()
    async with Stage(form).run_test() as pilot:
        choice = form.query_one("#short", Choice)
        choice.focus()
        await pilot.press("y", "y", "enter")
        assert lines_of(choice)[0].strip() == "▸● yes   ○ no   ○ not asked"
        assert form.changed == [True]
        assert form.done == [choice]


async def test_a_click_chooses_an_option_in_view() -> None:
    form = Sheet()
    async with Stage(form).run_test() as pilot:
        choice = form.query_one("#short", Choice)
        x = lines_of(choice)[0].index("no ")
        await pilot.click(choice, offset=(x, 0))
        await pilot.pause()
        assert choice.value is False


async def test_options_without_room_stand_between_arrows_that_can_be_clicked() -> None:
    form = Sheet()
    stage = Stage(form)
    async with stage.run_test() as pilot:
        choice = form.query_one("#long", Choice)
        line = lines_of(choice)[0]
        assert "‹ a rather long option, number 0 ›  1 of 5" in line
        await pilot.click(choice, offset=(line.index("›"), 0))
        await settle(stage, pilot)
        assert choice.value == 1
        await pilot.click(choice, offset=(line.index("‹"), 0))
        await pilot.click(choice, offset=(line.index("‹"), 0))
        await settle(stage, pilot)
        assert choice.value == 4


async def test_the_mark_of_the_focus_goes_with_it() -> None:
    form = Sheet()
    async with Stage(form).run_test() as pilot:
        choice = form.query_one("#short", Choice)
        choice.focus()
        await pilot.pause()
        assert lines_of(choice)[0].startswith("▸")
        form.query_one("#line", TextField).focus()
        await pilot.pause()
        assert lines_of(choice)[0].startswith(" ")


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("one\ntwo\r\nthree", "one two three"),
        ('said "ok [laughs]" a [/] b', 'said "ok [laughs]" a [/] b'),
        ("red \x1b[31m \x9b2J \u202egnp", "red \x1b[31m \x9b2J \u202egnp"),
        ("取り消し 👋🏽", "取り消し 👋🏽"),
    ],
)
async def test_a_paste_is_kept_whole_and_shown_harmless(pasted: str, kept: str) -> None:
    form = Sheet()
    async with Stage(form).run_test() as pilot:
        line = form.query_one("#line", TextField)
        line.post_message(Paste(pasted))
        await pilot.pause()
        assert line.value == kept
        painted = "".join(lines_of(line))
        assert kept.split()[0] in painted
        assert not any(harmful in painted for harmful in "\x1b\x9b\u202e")


async def test_a_proposal_fills_only_an_empty_line() -> None:
    form = Sheet()
    async with Stage(form).run_test() as pilot:
        line = form.query_one("#line", TextField)
        line.propose("P08")
        assert line.value == "P08"
        line.propose("P09")
        assert line.value == "P08"
        await pilot.press("x")
        assert line.value == "x"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("38\x7f\x7fta", "ta"),
        ("ab\x1b[Dc", "acb"),
        ("two\x01one \x05 three", "one two three"),
        ("a wrong\x17right", "a right"),
        ("gone\x15here", "here"),
        ("ab\x01\x04c", "cb"),
    ],
)
async def test_keys_that_come_all_at_once_are_taken_in_their_order(typed: str, left: str) -> None:
    form = Sheet()
    stage = Stage(form)
    async with stage.run_test() as pilot:
        send(stage, typed)
        await settle(stage, pilot)
        assert form.query_one("#line", TextField).value == left


@given(st.integers(0, 120))
def test_keys_that_do_not_fit_are_left_out_from_the_end(width: int) -> None:
    keys = [Key("enter", "open", "open"), Key("n", "new", "new"), Key("/", "find", "find")]
    spans = key_row(keys, width).spans
    words = [text.strip() for text, _ in spans if text.strip()]
    every = [word for key in keys for word in (key.shown, key.label)]
    assert words == every[: len(words)]
    assert width_of(spans[:-1]) <= width


class Long(Screen[None]):
    """More fields than there are rows."""

    AUTO_FOCUS = "#field-0"
    BINDINGS = [*FORM_BINDINGS]  # noqa: RUF012 - as every screen declares them

    def compose(self) -> ComposeResult:
        with Form():
            for number in range(40):
                yield Field(f"{number}", TextField(id=f"field-{number}"))


async def test_arrows_move_between_the_fields_of_a_form_that_scrolls() -> None:
    stage = Stage(Long())
    async with stage.run_test(size=(60, 20)) as pilot:
        await settle(stage, pilot)
        await pilot.press(*["down"] * 25, "up")
        await settle(stage, pilot)
        assert stage.focused is not None
        assert stage.focused.id == "field-24"
        assert stage.screen.region.contains_region(stage.focused.region)


@pytest.mark.parametrize(("on", "back"), [("\t", "\x1b[Z"), ("\x1b[B", "\x1b[A")], ids=["tab", "arrows"])
async def test_a_letter_behind_a_step_to_another_field_is_typed_there(on: str, back: str) -> None:
    stage = Stage(Long())
    async with stage.run_test(size=(60, 20)) as pilot:
        await settle(stage, pilot)
        send(stage, f"one{on}two{on}three{back}, too")
        await settle(stage, pilot)
        values = [stage.screen.query_one(f"#field-{number}", TextField).value for number in range(3)]
        assert values == ["one", "two, too", "three"]
