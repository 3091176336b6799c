"""What is typed arrives whole: also characters that cannot be seen by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.reviewing import held_interview, reviewing
from tests.tui.support import at_desk, send
from textual.app import App
from textual.events import Key
from textual.widget import Widget
from textual.widgets import TextArea

from interview_tui.domain.session import Session
from interview_tui.store.session_file import read_session
from interview_tui.tui.forms import TextField
from interview_tui.tui.screens.paste_guide import PasteGuide
from interview_tui.tui.typed import typed_character

TEXTS = {
    "persian": "\u0645\u06cc\u200c\u0631\u0648\u0645",
    "sinhala": "\u0d9a\u0dca\u200d\u0dbb\u0dd2",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "heart": "\u2764\ufe0f and \u2764\ufe0e",
    "directions": "a\u200eb\u200fc",
    "spaces": "12\u00a0km\u202fand\u3000so",
    "newer than Unicode 15": "\U0001fae8 and \U0001fadf",
    "flag of Scotland": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f.",
}
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


@each_text
async def test_a_note_stands_on_the_disk_as_it_was_typed(tmp_path: Path, text: str) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.feed(f"so {text}\r")
        assert desk.live.file is not None
        assert desk.live.file.close(10)
        assert [note.text for note in Session(read_session(desk.live.file.path).events).notes] == [
            f"so {text}"
        ]


@each_text
async def test_a_correction_stands_on_the_disk_as_it_was_typed(tmp_path: Path, text: str) -> None:
    async with reviewing(held_interview(tmp_path)) as seat:
        await seat.feed(f"e\x15{text}\r")
        assert (await seat.leave()).notes[0].text == text


class Sheet(App[None]):
    """One field."""

    def compose(self) -> list[Widget]:
        return [TextField("before", id="line")]


@each_text
async def test_a_field_takes_it_as_it_was_typed(text: str) -> None:
    app = Sheet()
    async with app.run_test() as pilot:
        send(app, text)
        await pilot.pause()
        field = app.query_one(TextField)
        assert field.value == f"before{text}"
        field.action_select_all()
        send(app, "\u200d")
        await pilot.pause()
        assert field.value == "\u200d"


async def test_a_place_to_paste_takes_it_as_it_was_typed() -> None:
    app = Sheet()
    async with app.run_test() as pilot:
        await app.push_screen(PasteGuide())
        send(app, TEXTS["persian"])
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one(TextArea).text == TEXTS["persian"]


@pytest.mark.parametrize(
    ("key", "character"),
    [("up", None), ("escape", "\x1b"), ("ctrl+c", "\x03"), ("alt+e", "e"), ("x", "\u2028"), ("x", "\ud800")],
)
def test_what_is_no_text_types_nothing(key: str, character: str | None) -> None:
    assert typed_character(Key(key, character)) == ""
