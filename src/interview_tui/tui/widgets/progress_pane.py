"""The study's progress, shown anew whenever more of it is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from interview_tui.domain.participant import Participant
from interview_tui.domain.progress import progress_of
from interview_tui.domain.study import Study
from interview_tui.domain.upcoming import upcoming
from interview_tui.tui.progress_rows import no_study_rows, progress_rows
from interview_tui.tui.widgets.fitted_pane import FittedPane

if TYPE_CHECKING:
    from interview_tui.store.summaries import SessionSummary


class ProgressPane(FittedPane):
    """Counts sessions and participants; `now` is local time, against which appointments are told."""

    def __init__(self, study: Study, now: Callable[[], datetime], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._study = study
        self._now = now
        self._init = ""
        self._participants: Sequence[Participant] = ()
        self._sessions: Sequence[SessionSummary] = ()
        self._last_seen: Mapping[str, str] = {}

    def know_participants(self, participants: Sequence[Participant], *, init: str) -> None:
        """Take in who takes part, and the command that begins a study where there is none."""
        self._participants, self._init = participants, init
        self.show_progress()

    def know_sessions(self, sessions: Sequence[SessionSummary]) -> None:
        """Take in the sessions so far, newest first."""
        from interview_tui.store.summaries import last_seen  # loaded already by who read the sessions

        self._sessions, self._last_seen = sessions, last_seen(sessions)
        self.show_progress()

    def show_progress(self) -> None:
        """Count, and show it."""
        study = self._study
        progress = progress_of(study, self._sessions, self._participants)
        coming = upcoming(self._participants, self._last_seen, self._now())
        if init := "" if coming else self._init:
            self.fit(lambda width, height: no_study_rows(init, width, height))
        else:
            self.fit(lambda width, height: progress_rows(study, progress, coming, width, height))
