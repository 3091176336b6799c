"""What an interview learns of its participant, on its way back to the participants' file.

The session has everything in fields of its own: when the file cannot be written, the interview goes on and a
notice says what is missing there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.app import App

from interview_tui.domain.consent import CONSENT_HOW, HOW_AT_ONCE, Fields
from interview_tui.domain.session import DEBRIEF, SESSION
from interview_tui.errors import InterviewError
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import LiveSession

TAKEN_AS_GIVEN = "Consent to notes: taken as given (--now); /consent changes it"
_NOTICE_S = 12.0


class PeopleKeeper:
    """Writes to the participants' file in the background, and says what it could not write."""

    def __init__(self, app: App[Any], workspace: Workspace) -> None:
        self._app = app
        self._workspace = workspace

    def keep_person(self, live: LiveSession) -> None:
        """Write back who was interviewed, what the screener told, and what they allow."""
        if who := _participant(live):
            fields = live.session.fields(SESSION)
            self._write(lambda: self._keep_learnt(fields), f"What {who} said is only in the session")

    def keep_incentive(self, live: LiveSession) -> None:
        """Write back whether the incentive was given, if the debrief told."""
        given = live.session.field(DEBRIEF, "incentive_given")
        who = _participant(live)
        if isinstance(given, bool) and who:
            words = "given" if given else "not given"
            self._write(
                lambda: self._keep_incentive(who, given=given),
                f"That the incentive of {who} was {words} is only in the session",
            )

    def refused_words(self, fields: Fields) -> str:
        """Record that somebody refused notes; what to say about it. Waits for the disk."""
        who = fields.get("participant")
        if not who:
            return "Refused: no session was started, and nothing was written."
        try:
            self._keep_learnt(fields)
        except InterviewError as error:
            return f"{who} refused notes: no session was started. Their answer was not kept: {error.message}"
        return f"{who} refused notes: no session was started, and only their answer was kept."

    def _write(self, write: Callable[[], None], otherwise: str) -> None:
        async def work() -> None:
            try:
                await asyncio.to_thread(write)
            except InterviewError as error:
                sentence = f"{otherwise}: {error.message}"
                self._app.notify(sentence, severity="warning", markup=False, timeout=_NOTICE_S)

        self._app.run_worker(work(), group="people")

    def _keep_learnt(self, fields: Fields) -> None:
        from interview_tui.store.people import keep_learnt  # behind the first screen: it loads the database

        keep_learnt(self._workspace, fields)

    def _keep_incentive(self, pseudonym: str, *, given: bool) -> None:
        from interview_tui.store.people import change_person

        change_person(self._workspace, pseudonym, lambda person: replace(person, incentive_given=given))


def greeting(live: LiveSession) -> str:
    """What a new session's screen says at first: where consent was taken for granted, that it was."""
    return TAKEN_AS_GIVEN if live.told(CONSENT_HOW) == HOW_AT_ONCE else ""


def _participant(live: LiveSession) -> str:
    """Whose answers are to be kept; nobody's in practice."""
    return "" if live.header.practice else live.told("participant")
