"""The way through a practice interview: the card, the play, the score, and out; nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from interview_tui.errors import InterviewError
from interview_tui.tui.journey import JourneyApp
from interview_tui.tui.live_session import SessionPlan

if TYPE_CHECKING:
    from interview_tui.domain.rehearsal import Script
    from interview_tui.tui.screens.home import HomeScreen
    from interview_tui.tui.screens.invitation import InvitationScreen
    from interview_tui.tui.screens.rehearsal import RehearsalScreen
    from interview_tui.tui.screens.score import ScoreScreen


class RehearsalJourney(JourneyApp):
    """Knows which screen follows which when an interview plays itself."""

    _script: Script | None = None

    def invitation_screen(self) -> Screen[Any]:
        """Where a practice interview begins; raises InterviewError if its files are not there."""
        from interview_tui.tui.screens.invitation import InvitationScreen

        return InvitationScreen(self._read_script().name)

    def _read_script(self) -> Script:
        from interview_tui.store.rehearsal_file import read_script, rehearsal_folder

        if self._script is None:
            self._script = read_script(rehearsal_folder() / "script.toml")
        return self._script

    async def open_rehearsal(self) -> None:
        """Put the card in the place of this screen."""
        try:
            screen = self.invitation_screen()
        except InterviewError as error:
            self._tell(error)
        else:
            await self._go(screen)

    async def on_home_screen_practice_chosen(self, _: HomeScreen.PracticeChosen) -> None:
        """Try the live screen out."""
        await self.open_rehearsal()

    async def on_invitation_screen_own_guide_chosen(self, _: InvitationScreen.OwnGuideChosen) -> None:
        """Get ready in a throw-away workspace, with whichever guide."""
        await self._get_ready(practice=True)

    async def on_invitation_screen_started(self, _: InvitationScreen.Started) -> None:
        """The clock starts."""
        try:
            screen = self._rehearsal_screen()
        except InterviewError as error:
            self._tell(error)
        else:
            await self._go(screen)

    def _rehearsal_screen(self) -> Screen[Any]:
        from interview_tui.store.rehearsal_file import rehearsal_guide
        from interview_tui.tui.screens.rehearsal import RehearsalScreen

        script, file = self._read_script(), rehearsal_guide()
        self.live = live = self.begin(
            SessionPlan(
                guide=file.guide,
                guide_source=file.source,
                guide_name=file.path.name,
                practice=True,
                people={"participant": script.name, "moderator": self.config.moderator},
            )
        )
        self.call_after_refresh(live.create_file, self._practice or self.workspace)
        return RehearsalScreen(live, script, nudges=self.config.nudges, width=self.size.width)

    async def on_invitation_screen_cancelled(self, _: InvitationScreen.Cancelled) -> None:
        """No practice now."""
        await self._home_or_out()

    async def on_rehearsal_screen_left(self, message: RehearsalScreen.Left) -> None:
        """Played to its end, or left before: the score says how it went so far."""
        from interview_tui.domain.rehearsal_score import score
        from interview_tui.tui.screens.score import ScoreScreen

        live = self._current()
        live.interview.finish()
        found = score(self._read_script(), live.session, live.now_ms())
        await self._go(ScoreScreen(found, unasked=message.place == "over"))

    def on_score_screen_done(self, _: ScoreScreen.Done) -> None:
        """The practice session is closed and thrown away."""
        self._close_session("", None)

    def on_score_screen_again(self, _: ScoreScreen.Again) -> None:
        """The same from the beginning, with a new session."""
        self.run_worker(self._play_again(), exclusive=True)

    async def _play_again(self) -> None:
        live = self._current()
        if live.file is not None and not await self._is_closed(live):
            return
        self.live = None
        self.end_practice()
        await self.open_rehearsal()
