"""What people really type: markup, control characters, emoji, any script; harmless, and kept as typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.tui.support import Desk, at_desk, lines_of

from interview_tui.domain.guide import Guide, GuideItem, Phase
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
    await desk.feed(f"\x1b[200~{text}\x1b[201~")
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
    await desk.feed(f"\x1b[200~{text * 8}\x1b[201~\r")
    for pane in (desk.screen.note_line, desk.screen.notes_pane):
        width = pane.outer_size.width
        assert {strip.cell_length for strip in pane.render_lines(pane.size.region)} == {width}


async def test_backspace_takes_a_whole_emoji(desk: Desk) -> None:
    await desk.feed("ok \N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}")
    await desk.press("backspace")
    assert desk.line == "ok "


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
