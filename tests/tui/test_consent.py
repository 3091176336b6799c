"""Permission during an interview: how it shows, and how it is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.support import SIZES, Desk, at_desk, lines_of

from interview_tui.domain.events import FieldValue
from interview_tui.domain.session import SESSION
from interview_tui.tui.screens.consent import ConsentScreen
from interview_tui.tui.screens.live import LiveScreen
from interview_tui.tui.top_rows import consent_spans
from interview_tui.tui.widgets.rows_pane import RowsPane


def told(desk: Desk, name: str) -> FieldValue:
    return desk.session.field(SESSION, f"consent_{name}")


@pytest.mark.parametrize(
    ("notes", "recording", "words"),
    [
        (True, None, ""),
        (True, True, "● REC ok"),
        (None, False, "○ no recording"),
        (False, True, "✗ notes refused: finish"),
        (False, None, "✗ notes refused: finish"),
    ],
)
def test_what_they_allow_shows_in_words_and_nothing_where_it_was_not_asked(
    notes: bool | None, recording: bool | None, words: str
) -> None:
    spans = consent_spans({"consent_notes": notes, "consent_recording": recording})
    assert "".join(text for text, _ in spans).strip() == words


@pytest.mark.parametrize("size", SIZES)
async def test_a_no_to_notes_stays_in_view_until_it_is_taken_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_desk(tmp_path, size=size) as desk:
        await desk.type("/consent\n")
        await desk.press("n", "down", "y", "enter")
        await desk.type("still typing\n")
        assert "notes refused: finish" in desk.shown("#top")
        assert "REC" not in desk.shown("#top")
        await desk.type("/consent\n")
        await desk.press("y", "enter")
        assert "● REC ok" in desk.shown("#top")


async def test_the_typed_command_changes_an_answer_and_the_mark_follows(desk: Desk) -> None:
    assert "REC" not in desk.shown("#top")
    await desk.type("/consent\n")
    assert isinstance(desk.app.screen, ConsentScreen)
    await desk.press("y", "down", "y", "enter")
    assert isinstance(desk.app.screen, LiveScreen)
    assert "● REC ok" in desk.shown("#top")
    assert (told(desk, "notes"), told(desk, "recording"), told(desk, "quoting")) == (True, True, None)
    assert (told(desk, "how"), told(desk, "at_utc")) == ("spoken", "2026-11-21T22:10:00+00:00")


async def test_a_key_of_the_panes_opens_it_too(desk: Desk) -> None:
    await desk.press("escape", "c", "down", "n", "enter")
    assert "○ no recording" in desk.shown("#top")


async def test_escape_leaves_everything_as_it_was(desk: Desk) -> None:
    await desk.type("/consent\n")
    await desk.press("n", "escape")
    assert told(desk, "notes") is None
    assert told(desk, "at_utc") is None


def shown(desk: Desk) -> str:
    """The words of the card."""
    assert isinstance(desk.app.screen, ConsentScreen)
    return " ".join(" ".join(lines_of(desk.app.screen.query_one(RowsPane))).replace("│", " ").split())


async def test_a_no_to_notes_says_what_to_do_now(desk: Desk) -> None:
    await desk.type("/consent\n")
    await desk.press("n")
    assert "Write no more and finish." in shown(desk)
    assert "participant forget P07" in shown(desk)
    await desk.press("y")
    assert "finish" not in shown(desk)


async def test_what_is_typed_behind_the_answer_is_a_note(desk: Desk) -> None:
    await desk.type("/consent\n")
    await desk.feed("n\rlost slot")
    for _ in range(3):
        await desk.pilot.pause()
    assert told(desk, "notes") is False
    assert desk.line == "lost slot"


async def test_a_click_chooses_the_question(desk: Desk) -> None:
    await desk.type("/consent\n")
    pane = desk.app.screen.query_one(RowsPane)
    y = next(y for y, line in enumerate(lines_of(pane)) if "quote them" in line)
    await desk.pilot.click(RowsPane, offset=(8, y))
    await desk.press("n", "enter")
    assert told(desk, "quoting") is False


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_fits_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_desk(tmp_path, size=size) as desk:
        await desk.type("/consent\n")
        await desk.press("n")
        words = shown(desk)
        for word in ("take notes", "ask again later", "not asked", "removes what was written", "as it was"):
            assert word in words
