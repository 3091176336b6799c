"""The debrief and the summary: everything optional, kept as typed, and found again after a crash."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tui.stage import on_stage
from tests.tui.support import GUIDE, SOURCE, Desk, at_desk
from textual.widgets import Input, Static

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.study import Study
from interview_tui.store.summaries import summarise
from interview_tui.tui.live_session import SessionPlan, new_session, resume_session
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


@pytest.mark.parametrize(
    ("of_study", "of_guide", "asked"),
    [
        ("6 of 10 name it", "most sigh", "Success metric: 6 of 10 name it"),
        ("", "most sigh", "Success metric: most sigh"),
        ("", "", "Success metric"),
    ],
)
async def test_the_study_s_success_metric_is_asked_about_because_that_is_counted(
    of_study: str, of_guide: str, asked: str
) -> None:
    plan = SessionPlan(
        guide=replace(GUIDE, success_metric=of_guide),
        guide_source=SOURCE,
        guide_name="clinics.md",
        study=Study(success_metric=of_study),
    )
    live = new_session(plan, SteppedClock(datetime(2026, 11, 21, 22, 10, tzinfo=UTC)))
    async with on_stage(DebriefScreen(live)) as (stage, _):
        assert asked in [str(heading.content) for heading in stage.screen.query(Static)]


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
