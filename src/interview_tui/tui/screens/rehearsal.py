"""The live screen of a practice interview: what the scripted participant says stands above the note line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult

from interview_tui.domain.rehearsal import Script, acts_of
from interview_tui.domain.rehearsal_moment import Moment, moment
from interview_tui.domain.rehearsal_stand_in import stand_in
from interview_tui.tui.live_session import LiveSession
from interview_tui.tui.rehearsal_rows import caption_rows
from interview_tui.tui.screens.live import LiveScreen
from interview_tui.tui.widgets.rows_pane import RowsPane

CAPTION_S = 0.2
"""Seconds between two looks at the script: about as long as a spoken word."""

OVER_MS = 20_000
"""The score comes by itself this long after the last word, if no note is being typed."""


class RehearsalScreen(LiveScreen):
    """Plays a script on the session's clock; everything else is the live screen as it is."""

    @dataclass
    class Left(LiveScreen.Left):
        """The practice interview is over: `over` by itself at its end, else before."""

    CSS_PATH: ClassVar[list[str]] = ["live.tcss", "rehearsal.tcss"]  # type: ignore[assignment]

    captions = getters.query_one("#captions", RowsPane)

    def __init__(self, live: LiveSession, script: Script, *, nudges: bool = True, width: int = 120) -> None:
        super().__init__(live, nudges=nudges, width=width)
        self.add_class("-rehearsal")
        self.script = script

    def compose(self) -> ComposeResult:
        """The live screen with one more pane, right above the note line."""
        for widget in super().compose():
            if widget.id == "line":
                yield RowsPane(id="captions")
            yield widget

    def on_mount(self) -> None:
        """Start to play; the live screen's own handler runs as well."""
        self.refresh_captions()
        self.set_interval(CAPTION_S, self._play)

    def _play(self) -> None:
        if self._is_left or not self.is_current:
            return
        if stand_in(self.script, self.interview, self._running_ms()):
            self.refresh_all()
        shown = self.refresh_captions()
        if shown.over_ms >= OVER_MS and not self.line_in_use:
            self.go("over")

    def _running_ms(self) -> int:
        """The clock of the play, which a pause stops."""
        return self.live.session.flow.active_ms(0, self.live.now_ms())

    def refresh_captions(self) -> Moment:
        """Show what is said now; the moment that is shown."""
        shown = moment(self.script, acts_of(self.live.session), self._running_ms())
        paused = self.live.session.flow.paused_since_ms is not None
        self.captions.show(
            lambda width, height: caption_rows(shown, self.script.name, width, height, paused=paused)
        )
        return shown

    def refresh_all(self) -> None:
        """Every pane, the captions too."""
        super().refresh_all()
        self.refresh_captions()
