"""What an interview learns of its participant, on its way back to the participants' file.

The session has everything in fields of its own: when the file cannot be written, the interview goes on and a
notice says what is missing there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar

from textual.app import App
from textual.worker import WorkerError

from interview_tui.domain.consent import CONSENT_HOW, HOW_AT_ONCE, Fields
from interview_tui.domain.session import DEBRIEF, SESSION
from interview_tui.errors import InterviewError
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import LiveSession
from interview_tui.tui.screens.live import LiveScreen

TAKEN_AS_GIVEN = "Consent to notes: taken as given (--now); /consent changes it"
_NOTICE_S = 12.0
_GROUP = "people"

Told = TypeVar("Told")


class PeopleKeeper:
    """Writes to the participants' file in the background, and says what it could not write."""

    def __init__(self, app: App[Any], workspace: Workspace) -> None:
        self._app = app
        self._workspace = workspace

    def keep_person(self, live: LiveSession) -> None:
        """Write back who was interviewed, what the screener told, and what they allow.

        Somebody whom nobody named gets the next free pseudonym: without one no withdrawal could reach them.
        """
        fields = live.session.fields(SESSION)
        if who := _participant(live):
            self._write(lambda: self._keep_learnt(fields), f"What {who} said is only in the session")
        elif not live.header.practice:
            self._write(
                lambda: self._take_in(fields),
                "This session has no participant",
                lambda pseudonym: live.interview.tell(SESSION, "participant", pseudonym),
            )

    async def at_rest(self) -> None:
        """Wait until what was begun is written, or was said not to be."""
        for worker in [worker for worker in self._app.workers if worker.group == _GROUP]:
            with suppress(WorkerError):
                await worker.wait()

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

    def _write(
        self, write: Callable[[], Told], otherwise: str, then: Callable[[Told], None] = lambda _: None
    ) -> None:
        async def work() -> None:
            try:
                told = await asyncio.to_thread(write)
            except InterviewError as error:
                self._tell(f"{otherwise}: {error.message}")
            else:
                then(told)

        self._app.run_worker(work(), group=_GROUP)

    def _tell(self, sentence: str) -> None:
        if isinstance(self._app.screen, LiveScreen):
            self._app.screen.say(sentence, _NOTICE_S)  # a notice would lie over the note line
        else:
            self._app.notify(sentence, severity="warning", markup=False, timeout=_NOTICE_S)

    # The database is loaded behind the first screen.

    def _keep_learnt(self, fields: Fields) -> None:
        from interview_tui.interchange.tidy import tidy_tables
        from interview_tui.store.people import keep_learnt

        keep_learnt(self._workspace, fields, tidy_tables)

    def _take_in(self, fields: Fields) -> str:
        from interview_tui.store.people import take_in_somebody

        return take_in_somebody(self._workspace, fields)

    def _keep_incentive(self, pseudonym: str, *, given: bool) -> None:
        from interview_tui.store.people import change_person

        change_person(self._workspace, pseudonym, lambda person: replace(person, incentive_given=given))


def greeting(live: LiveSession) -> str:
    """What a new session's screen says at first: where consent was taken for granted, that it was."""
    return TAKEN_AS_GIVEN if live.told(CONSENT_HOW) == HOW_AT_ONCE else ""


def _participant(live: LiveSession) -> str:
    """Whose answers are to be kept; nobody's in practice."""
    return "" if live.header.practice else live.told("participant")
