"""The way from the guides: to an editor and back, to an interview with one of them, or home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_tui.errors import InterviewError
from interview_tui.tui.journey import JourneyApp

if TYPE_CHECKING:
    from interview_tui.tui.screens.guides import GuidesScreen
    from interview_tui.tui.screens.home import HomeScreen
    from interview_tui.tui.screens.ready import ReadyScreen


class GuidesJourney(JourneyApp):
    """Knows which screen follows the guides, and lends the terminal to an editor."""

    async def on_home_screen_guides_chosen(self, _: HomeScreen.GuidesChosen) -> None:
        """Look at the guides."""
        from interview_tui.tui.screens.guides import GuidesScreen

        await self._go(GuidesScreen(self.workspace))

    async def on_ready_screen_guides_chosen(self, message: ReadyScreen.GuidesChosen) -> None:
        """Look at the guides above what is filled in, which waits below."""
        from interview_tui.tui.screens.guides import GuidesScreen

        await self.push_screen(GuidesScreen(self.workspace, message.path))

    def _waiting_below(self) -> ReadyScreen | None:
        from interview_tui.tui.screens.ready import ReadyScreen

        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        return below if isinstance(below, ReadyScreen) else None

    async def on_guides_screen_chosen(self, message: GuidesScreen.Chosen) -> None:
        """Get ready with a guide."""
        from interview_tui.tui.planning import plan_for

        if waiting := self._waiting_below():
            await self.pop_screen()
            waiting.take_guide(message.path)
            return
        try:
            plan = plan_for(self.workspace, self.study, self.config, guide=str(message.path))
        except InterviewError as error:
            self._tell(error)
        else:
            await self._go(self.ready_screen(plan))

    async def on_guides_screen_left(self, _: GuidesScreen.Left) -> None:
        """Back to where the guides were opened from."""
        if waiting := self._waiting_below():
            await self.pop_screen()
            waiting.read_guide_again()
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
