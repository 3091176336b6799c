"""The app: a person's settings, the system's signals, the palette and a last line of defence."""

from __future__ import annotations

import asyncio
import gc
import signal
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Literal

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from interview_tui.domain.study import Study
from interview_tui.store.config import Config
from interview_tui.store.disk import make_folder, replace_file
from interview_tui.store.session_file import SessionFile
from interview_tui.store.workspace import Workspace
from interview_tui.tui.commands import check_keymap
from interview_tui.tui.guides_journey import GuidesJourney
from interview_tui.tui.leaving import HoldsBack, KeepsFile
from interview_tui.tui.library_journey import LibraryJourney
from interview_tui.tui.rehearsal_journey import RehearsalJourney
from interview_tui.tui.screens.live import LiveScreen

Opening = Callable[["InterviewApp"], Screen[Any]]
"""Makes the first screen."""

First = Literal[
    "live",
    "home",
    "ready",
    "debrief",
    "invitation",
    "review",
    "search",
    "patterns",
    "codebook",
    "themes",
    "saturation",
    "insights",
    "people",
    "mirror",
]
"""Which screen that is, by the name of its style sheet."""

FLUSH_ON_SIGNAL_S = 3.0
"""How long a terminated program waits for its notes to be durable; the log keeps what is."""


class InterviewApp(RehearsalJourney, GuidesJourney, LibraryJourney, inherit_bindings=False):
    """One run of the program on one workspace."""

    CSS_PATH = "app.tcss"
    TITLE = "interview-tui"
    # Textual's own Ctrl+Q comes before every screen's and quits; here it finishes an interview.
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c,ctrl+q", "leave", "Leave")]

    def __init__(
        self,
        workspace: Workspace,
        config: Config,
        opening: Opening,
        study: Study | None = None,
        *,
        first: First = "live",
        study_mistake: str = "",
    ) -> None:
        super().__init__(workspace, config, study or Study())
        self.study_mistake = study_mistake
        # Textual does not read the style sheet of the very first screen by itself.
        self.css_path.append(Path(__file__).parent / "screens" / f"{first}.tcss")
        self.keymap: Mapping[str, str] = {}
        self._opening = opening

    def get_default_screen(self) -> Screen[Any]:
        """The screen that the command asked for stands first; nothing is painted twice."""
        return self._opening(self)

    def on_mount(self) -> None:
        """Take the person's settings in, and leave in good order when the system says so."""
        self._take_theme()
        self._take_keymap()
        self.call_after_refresh(self._settle)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(number, self._leave_now, 128 + number)

    def _settle(self) -> None:
        """The first screen stands: collect garbage again, but never look at start-up's objects."""
        gc.enable()
        gc.freeze()
        if self.study_mistake:
            self._tell_study_mistake()

    def _take_theme(self) -> None:
        wanted = self.config.theme
        if wanted in self.available_themes:
            self.theme = wanted
        elif wanted:
            names = ", ".join(sorted(self.available_themes))
            self._warn(f"theme: there is no theme {wanted!r}; choose one of {names}.")

    def _tell_study_mistake(self) -> None:
        if isinstance(self.screen, LiveScreen):
            self.screen.say(self.study_mistake)  # a notice would lie over the note line
        else:
            self._warn(self.study_mistake)

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False, timeout=10)

    def _take_keymap(self) -> None:
        wanted = {name: ",".join(keys) for name, keys in self.config.keys.items()}
        self.keymap, problems = check_keymap(wanted)
        if self.keymap:
            self.set_keymap(dict(self.keymap))
        for sentence in problems:
            self._warn(sentence)

    # -- out -------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Ctrl+C: through the same door as everything else, durable first."""
        screen = self.screen
        keeper = next((each for each in self.screen_stack if isinstance(each, KeepsFile)), None)
        if self.live is not None:
            self.post_message(LiveScreen.Left("leave"))
        elif keeper is not None:
            keeper.leave(lambda: self.exit(0))
        elif not (isinstance(screen, HoldsBack) and screen.holds_back()):
            self.exit(0)

    def _leave_now(self, code: int) -> None:
        """A signal: what was typed is durable first, then the terminal gets its screen back."""
        for file in self._open_files():
            file.close(FLUSH_ON_SIGNAL_S)
        if self.live is not None:
            self.live.detach()
        self.end_practice()
        self.exit(code, return_code=code)

    def _open_files(self) -> list[SessionFile]:
        """Every session that is being written: the interview's, and what screens write by themselves."""
        files = [screen.open_file for screen in self.screen_stack if isinstance(screen, KeepsFile)]
        files.append(self.live.file if self.live is not None else None)
        return [file for file in files if file is not None]

    def _fatal_error(self) -> None:
        """A fault of ours: save, keep the details in a file, and say one sentence (Textual prints pages)."""
        files = self._open_files()
        saved = bool(files) and all(file.saver.flush(FLUSH_ON_SIGNAL_S) for file in files)
        details = self.workspace.cache / "fault.txt"
        with suppress(OSError):
            make_folder(details.parent)
            replace_file(details, traceback.format_exc().encode("utf-8", "replace"))
        kept = "Everything typed so far is saved. " if saved else ""
        self.panic(
            Text(f"interview-tui met a fault of its own and stopped. {kept}The details are in {details}.")
        )

    # -- the palette -----------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What can be done on this screen now, and the theme."""
        if isinstance(screen, LiveScreen):
            for command in screen.commands.available():
                label = f"{command.label[:1].upper()}{command.label[1:]}"
                yield SystemCommand(label, command.help, lambda name=command.id: screen.action_do(name))
        yield SystemCommand("Theme", "Change the colours", self.action_change_theme)
        yield SystemCommand("Leave", "Close the program; what is not saved is asked about", self.action_leave)
