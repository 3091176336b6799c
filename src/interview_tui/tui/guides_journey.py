"""The way from the guides: to an editor and back, to an interview with one of them, or home."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from interview_tui.errors import InterviewError
from interview_tui.tui.journey import JourneyApp
from interview_tui.tui.live_session import SessionPlan

if TYPE_CHECKING:
    from interview_tui.tui.screens.guides import GuidesScreen
    from interview_tui.tui.screens.home import HomeScreen


class GuidesJourney(JourneyApp):
    """Knows which screen follows the guides, and lends the terminal to an editor."""

    _plan_in_hand: SessionPlan | None = None

    async def on_home_screen_guides_chosen(self, _: HomeScreen.GuidesChosen) -> None:
        """Look at the guides."""
        await self.open_guides()

    async def open_guides(self, plan: SessionPlan | None = None) -> None:
        """Put the guides in the place of this screen; from getting ready, with what was filled in so far."""
        from interview_tui.tui.screens.guides import GuidesScreen

        self._plan_in_hand = plan
        shown = None if plan is None else self.workspace.guides / plan.guide_name
        await self._go(GuidesScreen(self.workspace, shown))

    async def on_guides_screen_chosen(self, message: GuidesScreen.Chosen) -> None:
        """Get ready with a guide."""
        try:
            plan = self._plan_with(message.path)
        except InterviewError as error:
            self._tell(error)
        else:
            await self._go(self.ready_screen(plan))

    def _plan_with(self, path: Path) -> SessionPlan:
        from interview_tui.store.guide_files import load_guide
        from interview_tui.tui.planning import plan_for

        plan = self._plan_in_hand
        if plan is None:
            return plan_for(self.workspace, self.study, self.config, guide=str(path))
        file = load_guide(path)
        return replace(plan, guide=file.guide, guide_source=file.source, guide_name=path.name)

    async def on_guides_screen_left(self, _: GuidesScreen.Left) -> None:
        """Back to where the guides were opened from."""
        if self._plan_in_hand is not None:
            await self._go(self.ready_screen(self._plan_in_hand))
        else:
            await self._home_or_out()

    # -- editing ---------------------------------------------------------------------------

    async def on_guides_screen_edit_chosen(self, message: GuidesScreen.EditChosen) -> None:
        """Open a guide in the person's editor; a ready-made one becomes the workspace's own first."""
        from interview_tui.store.guide_files import copy_guide, is_ready_made
        from interview_tui.tui.editing import chosen_editor, edit
        from interview_tui.tui.screens.guides import GuidesScreen

        screen = self.screen
        assert isinstance(screen, GuidesScreen), "only the guides lead here"
        try:
            chosen_editor(message.path, message.line)  # nothing is copied where there is no editor
            if is_ready_made(message.path):
                screen.take_over(copy_guide(message.path, self.workspace))
            call = chosen_editor(screen.path or message.path, message.line)
            await edit(self, call, self._leave_now)
        except InterviewError as error:
            self._tell(error)
        screen.read_again()

    def _leave_now(self, code: int) -> None:
        """Leave at a signal; the app saves first."""
        self.exit(code, return_code=code)
