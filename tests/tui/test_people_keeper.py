"""What an interview learns of its participant finds its way back, or is said not to have."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tui.support import GUIDE, SOURCE
from textual.pilot import Pilot

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.consent import at_once
from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import Participant
from interview_tui.domain.session import DEBRIEF, SESSION, Session
from interview_tui.errors import InterviewError
from interview_tui.store.config import Config
from interview_tui.store.participants import edit_roster, read_roster
from interview_tui.store.session_file import read_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.live_session import (
    LiveSession,
    RefusedError,
    SessionPlan,
    new_session,
    resume_session,
)
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.live import LiveScreen
from interview_tui.tui.screens.ready import ReadyScreen

NOW = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)
ALLOWED: dict[str, FieldValue] = {"participant": "P07", "consent_notes": True, "consent_how": "spoken"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    workspace.create()
    return workspace


def plan(people: dict[str, FieldValue], *, practice: bool = False) -> SessionPlan:
    return SessionPlan(
        guide=GUIDE, guide_source=SOURCE, guide_name="clinics.md", people=people, practice=practice
    )


@dataclass
class Run:
    """A running live screen of the whole program."""

    app: InterviewApp
    live: LiveSession
    pilot: Pilot[int]

    @property
    def notices(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]

    @property
    def said(self) -> str:
        """What stands in the footer."""
        assert isinstance(self.app.screen, LiveScreen)
        return "".join(text for row in self.app.screen.footer.rows for text, _ in row.spans).strip()

    async def top_row_says(self, words: str) -> None:
        """The top row is painted anew within a second."""
        assert isinstance(self.app.screen, LiveScreen)
        self.app.screen.refresh_panes()
        assert words in "".join(text for row in self.app.screen.top.rows for text, _ in row.spans)

    async def settle(self) -> None:
        """Let what runs in the background come to its end."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()


@asynccontextmanager
async def interviewing(workspace: Workspace, given: SessionPlan) -> AsyncIterator[Run]:
    """An interview whose participant was written back."""
    live = new_session(given, SteppedClock(NOW))
    app = InterviewApp(workspace, Config(), lambda app: app.live_screen(live))
    async with app.run_test() as pilot:
        running = Run(app, live, pilot)
        await running.settle()
        yield running
    if live.file is not None:
        assert live.file.close(10)


def person(workspace: Workspace, pseudonym: str = "P07") -> Participant:
    found = read_roster(workspace.participants_file).get(pseudonym)
    assert found is not None
    return found


async def test_a_new_participant_is_taken_in_when_the_interview_starts(workspace: Workspace) -> None:
    people: dict[str, FieldValue] = {**ALLOWED, "customer_kind": "trial", "segment": "clinics"}
    async with interviewing(workspace, plan(people)) as run:
        assert run.notices == []
    found = person(workspace)
    assert (found.customer_kind, found.segment) == ("trial", "clinics")
    assert found.consent["notes"].at_utc == NOW.isoformat(timespec="seconds")


async def test_practice_writes_nobody_down(workspace: Workspace) -> None:
    async with interviewing(workspace, plan(ALLOWED, practice=True)):
        pass
    assert not workspace.participants_file.exists()


async def test_somebody_whom_nobody_named_gets_the_next_pseudonym_and_nobody_else_s(
    workspace: Workspace,
) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P03", scheduled="2026-11-22T10:00"))
    left(workspace, {"participant": "P05"})
    async with interviewing(workspace, plan(at_once({}))) as run:
        assert run.notices == []
        assert run.live.told("participant") == "P06"
        await run.top_row_says("P06")
    assert person(workspace, "P06").consent["notes"].given is True
    assert person(workspace, "P03").consent == {}


async def test_an_interview_that_is_left_at_once_still_has_its_pseudonym(workspace: Workspace) -> None:
    live = new_session(plan(at_once({})), SteppedClock(NOW))
    app = InterviewApp(workspace, Config(), lambda app: app.live_screen(live))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen.post_message(LiveScreen.Left("leave"))
        await pilot.pause()
        await app.workers.wait_for_complete()
    (path,) = workspace.session_paths()
    assert Session(read_session(path).events).field(SESSION, "participant") == "P01"


async def test_a_session_without_any_pseudonym_says_so(workspace: Workspace) -> None:
    workspace.participants_file.write_text("{", encoding="utf-8")
    async with interviewing(workspace, plan(at_once({}))) as run:
        assert run.said.startswith("This session has no participant: participants.json")


async def test_participants_that_cannot_be_written_stop_no_interview(workspace: Workspace) -> None:
    workspace.participants_file.write_text("{", encoding="utf-8")
    async with interviewing(workspace, plan(ALLOWED)) as run:
        assert run.said.startswith("What P07 said is only in the session: participants.json")
        assert run.notices == [], "a notice would lie over the note line"
        assert run.live.session.field(SESSION, "consent_notes") is True
    assert workspace.participants_file.read_text(encoding="utf-8") == "{"


async def test_what_is_allowed_later_is_written_back_too(workspace: Workspace) -> None:
    async with interviewing(workspace, plan(ALLOWED)) as run:
        run.live.interview.tell(SESSION, "consent_quoting", False)
        run.app.screen.post_message(LiveScreen.ConsentChanged())
        await run.settle()
    assert person(workspace).consent["quoting"].given is False


@pytest.mark.parametrize("given", [True, False])
async def test_the_incentive_goes_back_at_the_end(workspace: Workspace, *, given: bool) -> None:
    async with interviewing(workspace, plan(ALLOWED)) as run:
        run.live.interview.tell(DEBRIEF, "incentive_given", given)
        run.app.people.keep_incentive(run.live)
        await run.settle()
    assert person(workspace).incentive_given is given


async def test_an_incentive_that_nobody_spoke_of_is_not_written(workspace: Workspace) -> None:
    async with interviewing(workspace, plan(ALLOWED)) as run:
        run.app.people.keep_incentive(run.live)
        await run.settle()
    assert person(workspace).incentive_given is None


async def test_taking_consent_as_given_is_said_for_a_moment(workspace: Workspace) -> None:
    async with interviewing(workspace, plan(at_once({}))) as run:
        assert "taken as given (--now); /consent changes it" in run.said
        assert run.live.session.field(SESSION, "consent_at_utc") == NOW.isoformat(timespec="seconds")


async def test_a_refusal_leads_home_with_a_sentence_and_without_a_session(workspace: Workspace) -> None:
    app = InterviewApp(workspace, Config(), lambda app: app.home_screen(), first="home")
    async with app.run_test() as pilot:
        refused = plan({"participant": "P07", "consent_notes": False})
        await app.on_ready_screen_refused(ReadyScreen.Refused(refused))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "P07 refused notes: no session was started" in app.last_words
    assert person(workspace).consent["notes"].given is False
    assert workspace.session_paths() == []


async def test_a_start_key_that_was_pressed_twice_starts_one_interview(workspace: Workspace) -> None:
    app = InterviewApp(workspace, Config(), lambda app: app.home_screen(), first="home")
    async with app.run_test() as pilot:
        for _ in range(2):
            await app.on_ready_screen_started(ReadyScreen.Started(plan(ALLOWED)))
        await pilot.pause()
        assert [type(screen) for screen in app.screen_stack].count(LiveScreen) == 1
        assert app.live is not None
        assert app.live.file is not None
        assert app.live.file.close(10)
    assert len(workspace.session_paths()) == 1


async def test_a_refusal_that_cannot_be_kept_is_said(workspace: Workspace) -> None:
    workspace.participants_file.write_text("{", encoding="utf-8")
    app = InterviewApp(workspace, Config(), lambda app: app.home_screen(), first="home")
    words = app.people.refused_words({"participant": "P07", "consent_notes": False})
    assert words.startswith("P07 refused notes: no session was started. Their answer was not kept: ")


async def test_who_withdrew_meanwhile_is_not_written_again(workspace: Workspace) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P07", withdrawn_utc="2026-11-20T10:00:00+00:00"))
    async with interviewing(workspace, plan(ALLOWED)) as run:
        assert "withdrew" in run.said
    assert person(workspace).consent == {}


# -- going on ------------------------------------------------------------------------------


def left(workspace: Workspace, people: dict[str, FieldValue]) -> Path:
    """The file of a session that was left."""
    live = new_session(plan(people), SteppedClock(NOW))
    live.create_file(workspace)
    assert live.file is not None
    assert live.file.close(10)
    return live.file.path


def test_a_session_whose_notes_were_refused_does_not_go_on(workspace: Workspace) -> None:
    path = left(workspace, {"participant": "P07", "consent_notes": False})
    for _ in range(2):  # nor is it left locked
        with pytest.raises(RefusedError, match="P07 does not allow notes") as refused:
            resume_session(path, SteppedClock(NOW))
    assert isinstance(refused.value, InterviewError)
    assert refused.value.exit_code == 1


def test_an_older_session_that_says_nothing_of_consent_goes_on(workspace: Workspace) -> None:
    live = resume_session(left(workspace, {"participant": "P07"}), SteppedClock(NOW))
    assert live.session.field(SESSION, "consent_at_utc") is None
    assert live.file is not None
    assert live.file.close(10)
