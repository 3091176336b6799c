"""The way through the screens: home, get ready, live, debrief, summary, and out in good order.

Screens post messages and know nothing of each other. Handlers are found by their names, so that a
screen's module is imported only when the way leads there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.screen import Screen

from interview_tui.domain.study import Study
from interview_tui.errors import InterviewError
from interview_tui.store.clock import SystemClock
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace, practice_workspace, throw_away
from interview_tui.tui.keys_ahead import KeysAhead
from interview_tui.tui.keys_in_turn import KeysInTurn
from interview_tui.tui.live_session import LiveSession, SessionPlan, new_session, resume_session
from interview_tui.tui.people_keeper import PeopleKeeper, greeting
from interview_tui.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from interview_tui.tui.screens.home import HomeScreen
    from interview_tui.tui.screens.participants import ParticipantsScreen
    from interview_tui.tui.screens.ready import ReadyScreen

CLOSE_TIMEOUT_S = 3.0
"""How long closing waits for a slow disk before it asks what to do."""


class JourneyApp(App[int]):
    """Knows which screen follows which."""

    def __init__(self, workspace: Workspace, config: Config, study: Study) -> None:
        super().__init__()
        self.workspace = workspace
        self.config = config
        self.study = study
        self.live: LiveSession | None = None
        self.people = PeopleKeeper(self, workspace)
        self.study_mistake = ""
        self.last_words = ""
        self._from_home = False
        self._practice: Workspace | None = None
        self._before_ready: Callable[[], Screen[Any]] | None = None
        self._keys_in_turn = KeysInTurn(self, super().on_event, self._keeps_order)

    # -- the screens -----------------------------------------------------------------------

    def home_screen(self) -> Screen[Any]:
        """Where a run without a command begins and ends."""
        from interview_tui.tui.screens.home import HomeScreen

        self._from_home = True
        return HomeScreen(self.workspace, self.study)

    def ready_screen(self, plan: SessionPlan) -> Screen[Any]:
        """The step before the clock."""
        from interview_tui.tui.screens.ready import ReadyScreen

        return ReadyScreen(plan, self.workspace)

    def live_screen(self, live: LiveSession) -> Screen[Any]:
        """The screen of a session: live, or its debrief if the interview is over.

        A new session gets its file only once the screen was painted.
        """
        self.live = live
        if live.file is not None and live.session.finished:
            return self._debrief_screen(live)
        screen = LiveScreen(live, nudges=self.config.nudges, width=self.size.width)
        if live.file is None:
            self.call_after_refresh(live.create_file, self._practice or self.workspace)
            self.call_after_refresh(self.people.keep_person, live)
            if words := greeting(live):
                self.call_after_refresh(screen.say, words)
        return screen

    def begin(self, plan: SessionPlan) -> LiveSession:
        """A new session in a workspace that is there; raises StoreError if it cannot be made."""
        if plan.practice:
            self._practice = practice_workspace()
        else:
            self.workspace.create()
        return new_session(plan, SystemClock())

    def _debrief_screen(self, live: LiveSession) -> Screen[Any]:
        from interview_tui.tui.screens.debrief import DebriefScreen

        return DebriefScreen(live)

    def _summary_screen(self, path: Path) -> Screen[Any]:
        from interview_tui.domain.session import Session
        from interview_tui.store.session_file import read_session
        from interview_tui.tui.screens.summary import SummaryScreen

        record = read_session(path)
        notices = list(record.notices)
        if record.holder is not None:
            where = f"{record.holder.host}, since {record.holder.since}"
            notices.insert(0, f"{path.stem} is open elsewhere ({where}); this view only reads it.")
        exports = self.workspace.path / "exports"  # a practice workspace is thrown away, exports are not
        return SummaryScreen(record.header, Session(record.events), exports, tuple(notices))

    async def _go(self, screen: Screen[Any]) -> None:
        """Put another screen in the place of this one; Textual keeps the first of all at the bottom."""
        if len(self.screen_stack) == 1:
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)

    # -- home ------------------------------------------------------------------------------

    async def on_home_screen_start_chosen(self, _: HomeScreen.StartChosen) -> None:
        """Get ready for a new interview."""
        await self._get_ready(practice=False)

    async def _get_ready(
        self,
        *,
        practice: bool = False,
        participant: str = "",
        guide: str = "",
        back: Callable[[], Screen[Any]] | None = None,
    ) -> None:
        """Show the step before the clock; `back` makes the screen that it was reached from, if not home."""
        from interview_tui.tui.planning import plan_for

        try:
            self._read_study_again()
            plan = plan_for(
                self.workspace,
                self.study,
                self.config,
                participant=participant,
                practice=practice,
                guide=guide,
            )
        except InterviewError as error:
            self._tell(error)
        else:
            self._before_ready = back
            await self._go(self.ready_screen(plan))

    def _read_study_again(self) -> None:
        """A mistake in the study's file stops an interview from being started, until it is put right."""
        from interview_tui.store.study import read_study

        if self.study_mistake:
            self.study = read_study(self.workspace.study_file)
            self.study_mistake = ""

    async def on_home_screen_resume_chosen(self, message: HomeScreen.ResumeChosen) -> None:
        """Go on with a session; one that cannot be written is shown instead."""
        try:
            live = resume_session(message.path, SystemClock())
        except InterviewError as error:
            self._tell(error)
            await self._show(message.path)
        else:
            await self._go(self.live_screen(live))

    async def on_home_screen_show_chosen(self, message: HomeScreen.ShowChosen) -> None:
        """Look at a session without changing it."""
        await self._show(message.path)

    async def _show(self, path: Path) -> None:
        try:
            screen = self._summary_screen(path)
        except InterviewError as error:
            self._tell(error)
        else:
            await self._go(screen)

    async def on_home_screen_participants_chosen(self, _: HomeScreen.ParticipantsChosen) -> None:
        """Look at who takes part."""
        from interview_tui.tui.screens.participants import ParticipantsScreen

        await self._go(ParticipantsScreen(self.workspace, self.study))

    async def on_participants_screen_get_ready(self, message: ParticipantsScreen.GetReady) -> None:
        """Get ready for an interview with somebody."""
        await self._get_ready(participant=message.pseudonym)

    async def on_participants_screen_left(self) -> None:
        """Back home."""
        await self._home_or_out()

    def on_home_screen_quit_chosen(self) -> None:
        """Out."""
        self.exit(0)

    async def on_event(self, event: Event) -> None:
        """What is typed behind a key that leads to another screen waits for that screen."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif not self._keys_in_turn.keep(event):
            await self._keys_in_turn.take(event)

    def _keeps_order(self) -> bool:
        """A session's own screens keep their keys in order themselves, without a wait for any of them."""
        return self.live is not None or isinstance(self.screen, KeysAhead)

    def on_key(self, event: Key) -> None:
        """Keys typed right behind the one that moved the focus reached the old place: hand them on."""
        if isinstance(self.screen, LiveScreen):
            self.screen.take_late_key(event)

    # -- an interview ----------------------------------------------------------------------

    async def on_ready_screen_started(self, message: ReadyScreen.Started) -> None:
        """The clock starts; a key that was pressed twice starts one interview."""
        from interview_tui.tui.screens.ready import ReadyScreen

        if self.live is not None:
            return
        try:
            live = self.begin(message.plan)
        except InterviewError as error:
            self._tell(error)
            if isinstance(self.screen, ReadyScreen):
                self.screen.stop(error.message)
        else:
            await self._go(self.live_screen(live))

    async def on_ready_screen_refused(self, message: ReadyScreen.Refused) -> None:
        """Their answer is kept, and nothing of a session is."""
        self.last_words = await asyncio.to_thread(self.people.refused_words, message.plan.people)
        self.notify(self.last_words, markup=False, timeout=12)
        await self._home_or_out()

    async def on_ready_screen_cancelled(self, _: ReadyScreen.Cancelled) -> None:
        """No interview now: back to where it was thought of."""
        back, self._before_ready = self._before_ready, None
        if back is None:
            await self._home_or_out()
        else:
            await self._go(back())

    async def on_live_screen_left(self, message: LiveScreen.Left) -> None:
        """The interview is over, or will be resumed later."""
        live = self._current()
        if message.place == "debrief":
            live.interview.finish()
            await self._go(self._debrief_screen(live))
        else:
            self._close_session(
                f"Left {live.header.id}; go on with  interview-tui resume {live.header.id}", None
            )

    def on_live_screen_consent_changed(self) -> None:
        """What they allow now goes to the participants' file as well."""
        self.people.keep_person(self._current())

    async def on_debrief_screen_back_to_interview(self) -> None:
        """It was not over after all; the time since then is a gap."""
        live = self._current()
        live.interview.reopen(live.clock.utc().isoformat(timespec="seconds"), 0)
        await self._go(self.live_screen(live))

    def on_debrief_screen_done(self) -> None:
        """Close the session and show what it came to."""
        live = self._current()
        self.people.keep_incentive(live)
        path = live.file.path if live.file else None
        self._close_session(
            f"Saved {live.header.id}; see it again with  interview-tui show {live.header.id}", path
        )

    async def on_summary_screen_done(self) -> None:
        """The summary was read."""
        await self._home_or_out()

    def _current(self) -> LiveSession:
        assert self.live is not None, "only a session's own screens lead here"
        return self.live

    # -- out -------------------------------------------------------------------------------

    def _close_session(self, last_words: str, then_show: Path | None) -> None:
        """Close the session, in the background because a disk may be slow."""
        for screen in self.screen_stack:
            if isinstance(screen, LiveScreen):
                screen.retire()
        self.run_worker(self._close_and_go(last_words, then_show), exclusive=True)

    async def _close_and_go(self, last_words: str, then_show: Path | None) -> None:
        live = self._current()
        await self.people.at_rest()
        if live.file is not None and not await self._is_closed(live):
            return
        self.live = None
        self.last_words = "" if self._practice else last_words
        if then_show is not None:
            await self._show(then_show)
        else:
            await self._home_or_out()

    async def _is_closed(self, live: LiveSession) -> bool:
        """Nothing closes until it is durable, or until the person says to drop what is not."""
        from interview_tui.tui.screens.unsaved import UnsavedScreen

        file = live.file
        assert file is not None
        live.detach()  # what a screen still tells waits in memory: a file that closes takes no more
        while not await asyncio.to_thread(file.close, CLOSE_TIMEOUT_S):
            choice = await self.push_screen_wait(UnsavedScreen(file.saver.status()))
            if choice == "back":
                live.attach(file)
                if isinstance(self.screen, LiveScreen):
                    self.screen.stay()
                return False
            if choice == "drop":
                await asyncio.to_thread(file.close, CLOSE_TIMEOUT_S, drop=True)
                return True
        return True

    def end_practice(self) -> None:
        """Throw a practice workspace away."""
        if self._practice is not None:
            throw_away(self._practice)
            self._practice = None

    async def _home_or_out(self) -> None:
        self.end_practice()
        if self._from_home:
            await self._go(self.home_screen())
        else:
            self.exit(0)

    def _tell(self, error: InterviewError) -> None:
        self.notify(error.message, title=error.title, severity="error", markup=False, timeout=12)
