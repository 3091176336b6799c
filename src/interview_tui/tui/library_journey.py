"""The way through the library: from home to its places, from a place to a note in its session, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from interview_tui.errors import InterviewError
from interview_tui.tui.journey import JourneyApp
from interview_tui.tui.library_places import make_place

if TYPE_CHECKING:
    from interview_tui.tui.library_desk import LibraryDesk
    from interview_tui.tui.library_screen import LibraryScreen
    from interview_tui.tui.screens.home import HomeScreen
    from interview_tui.tui.screens.review import ReviewScreen


class LibraryJourney(JourneyApp):
    """Knows which screen follows a place of the library, and what follows a review."""

    _desk: LibraryDesk | None = None

    @property
    def desk(self) -> LibraryDesk:
        """What the places share; it lasts until home is reached again."""
        from interview_tui.tui.library_desk import LibraryDesk

        if self._desk is None:
            self._desk = LibraryDesk(self.workspace, self.study, self.config)
        return self._desk

    def place_screen(self, place: str) -> Screen[Any]:
        """A place of the library."""
        return make_place(place, self.desk)

    async def on_home_screen_library_chosen(self, message: HomeScreen.LibraryChosen) -> None:
        """Look across the sessions."""
        self._desk = None
        await self._go(self.place_screen(message.place))

    async def on_library_screen_go_to(self, message: LibraryScreen.GoTo) -> None:
        """Another place."""
        await self._go(self.place_screen(message.place))

    async def on_library_screen_left(self) -> None:
        """Home, with a study that may have another codebook now."""
        self.study = self.desk.study
        self._desk = None
        await self._home_or_out()

    async def on_library_screen_note_chosen(self, message: LibraryScreen.NoteChosen) -> None:
        """A note where it was taken; the place waits below as it is."""
        path = self.workspace.session_path(message.session)
        try:
            screen = self.review_screen(path, message.note)
        except InterviewError as error:
            self._tell(error)
            return
        if message.kind != "note":
            pane = "questions" if message.kind == "question" else "debrief"
            screen.seek(pane, message.text, message.at_ms)
        await self.push_screen(screen)

    # -- two coders ------------------------------------------------------------------------

    async def on_patterns_screen_coders_chosen(self) -> None:
        """How far two coders agree."""
        await self._to_agreement()

    async def on_agreement_screen_code_chosen(self) -> None:
        """Code notes, as one of two people."""
        from interview_tui.tui.screens.coding import CodingScreen

        await self._go(CodingScreen(self.desk))

    async def on_coding_screen_done(self) -> None:
        """What a coder said is kept: see how far they agree."""
        await self._to_agreement()

    async def _to_agreement(self) -> None:
        from interview_tui.tui.screens.agreement import AgreementScreen

        await self._go(AgreementScreen(self.desk))

    # -- one session -----------------------------------------------------------------------

    def review_screen(self, path: Path, note: str = "") -> ReviewScreen:
        """A session to read and to work on; raises InterviewError if it cannot be read."""
        from interview_tui.tui.review_session import open_review
        from interview_tui.tui.screens.review import ReviewScreen

        return ReviewScreen(open_review(path, self.desk.author, self.study.codebook), note)

    async def on_home_screen_review_chosen(self, message: HomeScreen.ReviewChosen) -> None:
        """Review a session."""
        try:
            screen = self.review_screen(message.path)
        except InterviewError as error:
            self._tell(error)
        else:
            await self._go(screen)

    async def on_review_screen_left(self, message: ReviewScreen.Left) -> None:
        """Back to the place that waits below, which reads what was changed, or home."""
        from interview_tui.tui.library_screen import LibraryScreen

        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if isinstance(below, LibraryScreen):
            await self.pop_screen()
            if message.changed:
                below.read_again()
        else:
            await self._home_or_out()
