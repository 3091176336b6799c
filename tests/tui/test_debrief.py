"""The debrief and the summary: everything optional, kept as typed, and found again after a crash."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.tui.support import Desk, at_desk
from textual.widgets import Input

from interview_tui.store.summaries import summarise
from interview_tui.tui.live_session import resume_session
from interview_tui.tui.screens.debrief import DebriefScreen
from interview_tui.tui.screens.live import LiveScreen
from interview_tui.tui.screens.summary import SummaryScreen


@pytest.fixture
async def debriefed(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk at its debrief, with one note and one bare mark."""
    async with at_desk(tmp_path) as desk:
        await desk.after(30)
        await desk.type("s lost a slot\n")
        await desk.type("w\n")
        await desk.type("/finish\n")
        await desk.pilot.pause()
        assert isinstance(desk.app.screen, DebriefScreen)
        yield desk


async def test_what_is_typed_is_a_draft_at_once_and_an_answer_when_the_field_is_left(debriefed: Desk) -> None:
    file = debriefed.live.file
    assert file is not None
    await debriefed.pilot.press(*"nobody counts")
    await debriefed.pilot.pause()
    assert file.drafts["debrief takeaway_1"] == {"text": "nobody counts"}
    await debriefed.pilot.press("tab")
    await debriefed.pilot.pause()
    assert debriefed.session.field("debrief", "takeaway_1") == "nobody counts"
    assert "debrief takeaway_1" not in file.drafts


async def test_a_bare_mark_gets_its_words(debriefed: Desk) -> None:
    mark = next(note for note in debriefed.notes if note.bare)
    field = debriefed.app.screen.query_one(f"#mark-{mark.id}", Input)
    field.focus()
    await debriefed.pilot.press(*"a paper list", "enter")
    await debriefed.pilot.pause()
    assert ("workaround", "a paper list") in debriefed.told


async def test_choices_are_answers_and_not_asked_is_none(debriefed: Desk) -> None:
    debriefed.app.screen.query_one("#incentive_given").focus()
    await debriefed.pilot.press("left", "left")
    debriefed.app.screen.query_one("#success_metric_met").focus()
    await debriefed.pilot.press("left")
    await debriefed.pilot.pause()
    fields = debriefed.session.fields("debrief")
    assert fields == {"incentive_given": True, "success_metric_met": False}


async def test_escape_goes_back_to_a_running_interview(debriefed: Desk) -> None:
    await debriefed.after(60)
    await debriefed.pilot.press("escape")
    await debriefed.pilot.pause()
    assert isinstance(debriefed.app.screen, LiveScreen)
    assert not debriefed.session.finished
    assert debriefed.session.flow.active_ms(0, 90_000) == 30_000


async def test_done_closes_the_session_and_shows_its_summary(debriefed: Desk) -> None:
    file = debriefed.live.file
    assert file is not None
    await debriefed.pilot.press(*"they lose a slot a day")
    await debriefed.pilot.press("ctrl+n")
    for _ in range(50):
        await debriefed.pilot.pause(0.1)
        if isinstance(debriefed.app.screen, SummaryScreen):
            break
    assert isinstance(debriefed.app.screen, SummaryScreen)
    assert "· they lose a slot a day" in debriefed.app.screen.text
    assert summarise(file.path).state == "finished"
    await debriefed.pilot.press("x")
    await debriefed.pilot.pause()
    assert "lost a slot" in (file.path.parent.parent / "exports" / f"{file.path.stem}.md").read_text()


async def test_a_crash_in_the_debrief_is_offered_again_with_what_was_typed(debriefed: Desk) -> None:
    file = debriefed.live.file
    assert file is not None
    await debriefed.pilot.press(*"half a takeaway")
    await debriefed.pilot.pause()
    assert file.close(20)
    path = file.path
    debriefed.live.detach()
    assert summarise(path).state == "unfinished"
    again = resume_session(path, debriefed.clock)
    try:
        assert again.session.finished
        assert again.file is not None
        assert again.file.drafts["debrief takeaway_1"] == {"text": "half a takeaway"}
    finally:
        assert again.file is not None
        assert again.file.close(20)
