"""What people really type: markup, control characters, emoji, any script; harmless, and kept as typed."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from tests.tui.support import Desk, lines_of

from interview_tui.interchange.session_json import session_json

TEXTS = (
    'said "ok [laughs]"',
    "a [/] b",
    "[/",
    "price [50%] off",
    "[red]not a colour[/red] [@click=app.quit]no link[/]",
    "before \x1b[31m after",
    "bell \x07 and \x9b2J clear",
    "wave 👋🏽 family 👨‍👩‍👧 flag 🇩🇪",
    "מה קרה אז?",
    "override \u202egnp.exe",
    "取り消しが出たら電話する",
    "ß ﬁ é e\u0301",
    "half a pair \ud83d",
    "\ttabbed\tout",
)

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_a_pasted_text_is_kept_as_it_was_and_commands_no_terminal(desk: Desk, text: str) -> None:
    await desk.paste(text)
    in_line = lines_of(desk.screen.note_line)
    await desk.press("enter")
    painted = [*in_line, *lines_of(desk.screen.notes_pane)]
    assert [note.text for note in desk.notes] == [text]
    assert not CONTROL.search("".join(painted))
    told = session_json(desk.live.header, desk.session)["notes"]
    assert [note["text"] for note in told] == [text]


@pytest.mark.parametrize("text", ['said "ok [laughs]"', "a [/] b", "[/", "取り消し", "👋🏽", "price [50%]"])
async def test_brackets_and_every_script_show_as_typed(desk: Desk, text: str) -> None:
    await desk.feed(text)
    assert text in desk.shown("#line")
    await desk.feed("\r")
    assert text in desk.shown("#notes")


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_every_painted_line_fits_its_pane(desk: Desk, text: str) -> None:
    await desk.paste(text * 8)
    await desk.press("enter")
    for pane in (desk.screen.note_line, desk.screen.notes_pane):
        assert {cell_len(line) for line in lines_of(pane)} == {pane.outer_size.width}


async def test_backspace_takes_a_whole_emoji(desk: Desk) -> None:
    await desk.feed("ok \N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}")
    await desk.press("backspace")
    assert desk.line == "ok "
