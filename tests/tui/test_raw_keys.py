"""Keys as the bytes that terminals send, through the parser: what works while a note is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.support import Desk, at_desk

from interview_tui.tui.screens.pick_tag import PickTag

CTRL = {
    "ctrl+t": ("\x14", "\x1b[116;5u"),
    "ctrl+n": ("\x0e", "\x1b[110;5u"),
    "ctrl+l": ("\x0c", "\x1b[108;5u"),
    "ctrl+g": ("\x07", "\x1b[103;5u"),
    "ctrl+r": ("\x12", "\x1b[114;5u"),
}
"""Each control key on an old terminal and with the kitty protocol."""

FUNCTION = {
    "f2": ("\x1bOQ", "\x1b[12~", "\x1b[[B", "\x1b[Q"),
    "f3": ("\x1bOR", "\x1b[13~", "\x1b[[C"),
    "f4": ("\x1bOS", "\x1b[14~", "\x1b[[D", "\x1b[S"),
    "f5": ("\x1b[15~", "\x1b[[E"),
    "f8": ("\x1b[19~",),
    "f9": ("\x1b[20~",),
}
"""Each function key as xterm, vt, the Linux console and kitty send it."""

BYTES = [(key, data) for key, forms in {**CTRL, **FUNCTION}.items() for data in forms]

TYPED = "they lost"


def effect_of(desk: Desk) -> str:
    """What one key did, in a word."""
    flow, line = desk.session.flow, desk.screen.note_line
    effects = {
        "floor": flow.speaker == "participant",
        "next": bool(flow.asked),
        "led": bool(flow.led),
        "tag picker": isinstance(desk.app.screen, PickTag),
        "earlier": line.first_key_ms == 20_000,
        f"tag {line.editor.tag.name if line.editor.tag else ''}": line.editor.tag is not None,
    }
    return ", ".join(word for word, happened in effects.items() if happened)


WORKS = {
    "ctrl+t": "floor",
    "f9": "floor",
    "ctrl+n": "next",
    "f8": "next",
    "ctrl+l": "led",
    "f5": "led",
    "ctrl+g": "tag picker",
    "ctrl+r": "earlier",
    "f2": "tag story",
    "f3": "tag quote",
    "f4": "tag challenge",
}


@pytest.mark.parametrize(("key", "data"), BYTES)
async def test_a_key_works_in_mid_note_and_types_nothing(desk: Desk, key: str, data: str) -> None:
    await desk.after(30)
    await desk.feed(TYPED)
    await desk.feed(data)
    assert effect_of(desk) == WORKS[key]
    assert desk.line == TYPED
    assert desk.notes == []


@pytest.mark.parametrize("data", ["\x1be", "\x1bs", "\x1bn", "\x1b[101;3u", "\x1b[110;3u"])
async def test_alt_and_a_letter_type_nothing(desk: Desk, data: str) -> None:
    await desk.feed(TYPED)
    await desk.feed(data)
    assert desk.line == TYPED


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("\x08", "they los"),
        ("\x7f", "they los"),
        ("\x1b[127u", "they los"),
        ("\x1b[104;5u", "they los"),
        ("\x17", "they "),
        ("\x15", ""),
        ("\x01!", "!they lost"),
        ("\x1b[H!", "!they lost"),
        ("\x1bOH!", "!they lost"),
        ("\x1b[1~!", "!they lost"),
        ("\x1b[D!", "they los!t"),
        ("\x1bb!", "they !lost"),
        ("\x1b[1;5D!", "they !lost"),
        ("\x01\x0b", ""),
        ("\x17\x19", "they lost"),
        ("\x1b[D\x1b[3~", "they los"),
        ("\x1b[D\x04", "they los"),
        ("\x01\x05!", "they lost!"),
    ],
)
async def test_editing_keys_do_in_the_line_what_they_do_elsewhere(desk: Desk, data: str, line: str) -> None:
    await desk.feed(TYPED)
    await desk.feed(data)
    assert desk.line == line


@pytest.mark.parametrize("data", ["\r", "\x1b[13u", "\x1b\r"])
async def test_enter_saves(desk: Desk, data: str) -> None:
    await desk.feed(TYPED)
    await desk.feed(data)
    assert desk.told == [(None, TYPED)]
    assert desk.line == ""


@pytest.mark.parametrize("data", ["\x1b", "\x1b[27u", "\t"])
async def test_escape_and_tab_step_out_and_keep_the_draft(desk: Desk, data: str) -> None:
    await desk.feed(TYPED)
    await desk.feed(data)
    assert not desk.screen.in_line
    assert desk.line == TYPED
    await desk.feed("\t")
    assert desk.screen.in_line


async def test_a_bracketed_paste_runs_no_command_and_saves_nothing_by_itself(desk: Desk) -> None:
    await desk.feed("\x1b[200~/next\n s\nsecond line\x1b[201~")
    assert desk.line == "/next\n s\nsecond line"
    assert desk.notes == []
    assert desk.session.flow.asked == {}
    await desk.feed("\r")
    assert desk.told == [(None, "/next\n s\nsecond line")]


PANE = [
    (" ", lambda desk: desk.session.flow.speaker == "participant"),
    (".", lambda desk: desk.session.flow.speaker == "silence"),
    ("n", lambda desk: list(desk.session.flow.asked) == [0]),
    ("N", lambda desk: list(desk.session.flow.skipped) == [0]),
    ("l", lambda desk: len(desk.session.flow.led) == 1),
    ("y", lambda desk: len(desk.session.flow.whys) == 1),
    ("z", lambda desk: desk.session.flow.paused_since_ms is not None),
    ("]", lambda desk: desk.place == (1, 1)),
    ("\x1b[C", lambda desk: desk.place == (1, 1)),
    ("j", lambda desk: desk.place == (1, 1)),
    ("\x1b[B", lambda desk: desk.place == (1, 1)),
    ("\x1bOB", lambda desk: desk.place == (1, 1)),
    ("jk", lambda desk: desk.place == (0, 0)),
    ("][", lambda desk: desk.place == (0, 0)),
    ("S", lambda desk: desk.told == [("story", "")]),
    ("Q", lambda desk: desk.told == [("quote", "")]),
    ("nu", lambda desk: desk.session.flow.asked == {}),
    ("\x14", lambda desk: desk.session.flow.speaker == "participant"),
    ("\r", lambda desk: desk.screen.in_line),
    ("\t", lambda desk: desk.screen.in_line),
    ("?", lambda desk: len(desk.app.screen_stack) == 2),
]


@pytest.mark.parametrize(("data", "happened"), PANE, ids=[repr(data) for data, _ in PANE])
async def test_keys_of_a_pane_work_where_nothing_is_typed(
    tmp_path: Path, data: str, happened: object
) -> None:
    async with at_desk(tmp_path, role="moderator") as desk:
        await desk.after(30)
        await desk.feed(data)
        assert callable(happened)
        assert happened(desk)
        assert desk.line == ""
