"""The app wires screens to a workspace; it decides nothing."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.commands import check_keymap
from interview_tui.tui.live_session import LiveSession
from interview_tui.tui.screens.live import LiveScreen

Opening = Callable[["InterviewApp"], Screen[Any]]
"""Makes the first screen."""

FLUSH_ON_SIGNAL_S = 3.0
"""How long a terminated program waits for its notes to be durable; the log keeps what is."""


class InterviewApp(App[int]):
    """One run of the program on one workspace."""

    CSS_PATH: ClassVar[Any] = ["app.tcss", "screens/live.tcss"]
    TITLE = "interview-tui"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workspace: Workspace, config: Config, opening: Opening) -> None:
        super().__init__()
        self.workspace = workspace
        self.config = config
        self.live: LiveSession | None = None
        self.keymap: Mapping[str, str] = {}
        self._opening = opening
        self.last_words = ""

    def get_default_screen(self) -> Screen[Any]:
        """The screen that the command asked for stands first; nothing is painted twice."""
        return self._opening(self)

    def on_mount(self) -> None:
        """Take the user's settings in, and leave in good order when the system says so."""
        if self.config.theme in self.available_themes:
            self.theme = self.config.theme
        self._take_keymap()
        self.call_after_refresh(self._settle)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                with suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(
                        getattr(signal, name), self._leave_now, 128 + getattr(signal, name)
                    )

    def _settle(self) -> None:
        """The first screen stands: collect garbage again, but never look at start-up's objects."""
        gc.enable()
        gc.freeze()

    def _take_keymap(self) -> None:
        wanted = {name: ",".join(keys) for name, keys in self.config.keys.items()}
        self.keymap, problems = check_keymap(wanted)
        if self.keymap:
            self.set_keymap(dict(self.keymap))
        for sentence in problems:
            self.notify(sentence, severity="warning", markup=False, timeout=10)

    def _leave_now(self, code: int) -> None:
        """A signal: what was typed is durable first, then the terminal gets its screen back."""
        if self.live is not None and self.live.file is not None:
            self.live.file.saver.flush(FLUSH_ON_SIGNAL_S)
        self.exit(code, return_code=code)

    # -- an interview ----------------------------------------------------------------------

    def live_screen(self, live: LiveSession) -> LiveScreen:
        """The live screen of a session; a new one gets its file once the screen was painted."""
        self.live = live
        if live.file is None:
            self.call_after_refresh(self._create_file, live)
        return LiveScreen(live, nudges=self.config.nudges, width=self.size.width)

    def _create_file(self, live: LiveSession) -> None:
        live.create_file(self.workspace)

    @on(LiveScreen.Left)
    async def _live_left(self, message: LiveScreen.Left) -> None:
        assert self.live is not None
        if message.place == "debrief":
            from interview_tui.tui.screens.debrief import DebriefScreen

            await self.switch_screen(DebriefScreen(self.live))
        else:
            self.exit(0)
