"""The way from the guides: to an editor and back, to an interview with one of them, or home."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from interview_tui.errors import InterviewError
from interview_tui.tui.journey import JourneyApp

if TYPE_CHECKING:
    from interview_tui.store.edited_guide import EditedGuide
    from interview_tui.tui.editors import EditorCall
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
        from interview_tui.tui.screens.guides import GuidesScreen

        if waiting := self._waiting_below():
            await self.pop_screen()
            waiting.take_guide(message.path)
            return
        back = partial(GuidesScreen, self.workspace, message.path)
        await self._get_ready(guide=str(message.path), back=back)

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
        from interview_tui.store.edited_guide import guide_to_edit
        from interview_tui.tui.editing import chosen_editor, edit
        from interview_tui.tui.screens.guides import GuidesScreen

        screen = self.screen
        assert isinstance(screen, GuidesScreen), "only the guides lead here"
        try:
            chosen_editor(message.path, message.line)  # nothing is copied where there is no editor
            guide = guide_to_edit(message.path, self.workspace)
        except InterviewError as error:
            self._tell(error)
            return
        if guide.path != message.path:
            screen.take_over(guide.path)
        try:
            call = chosen_editor(guide.path, message.line)
            await edit(self, call, self._leave_now, partial(self._edited, screen, guide, call))
        except InterviewError as error:
            self._tell(error)
            self._give_up(screen, guide)
        if guide.origin and guide.path.exists():
            screen.say(f"Copied into your guides as {guide.path.name}: the ready-made one stays as it is.")
        screen.read_again()

    def _edited(self, screen: GuidesScreen, guide: EditedGuide, call: EditorCall, code: int) -> None:
        """The editor has ended; one with a window may have left its work to another that goes on."""
        if guide.is_changed:
            return
        if code or call.in_terminal:
            self._give_up(screen, guide)
        if code:
            words = f"{Path(call.argv[0]).name} ended with {code}; nothing was changed."
            self._tell(InterviewError(words, title="Not edited"))

    def _give_up(self, screen: GuidesScreen, guide: EditedGuide) -> None:
        """Show the ready-made guide again in place of a copy that nobody needs."""
        if guide.give_up() and screen in self.screen_stack and screen.path == guide.path and guide.origin:
            screen.take_over(guide.origin)

    def _leave_now(self, code: int) -> None:
        """Leave at a signal; the app saves first."""
        self.exit(code, return_code=code)
