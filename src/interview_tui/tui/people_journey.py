"""What an interview learns of its participant, on its way back to the participants' file.

The session has everything in fields of its own: when the file cannot be written, the interview goes on and a
notice says what is missing there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.app import App
from textual.message import Message

from interview_tui.domain.consent import CONSENT_HOW, HOW_AT_ONCE, Fields
from interview_tui.domain.session import DEBRIEF, SESSION
from interview_tui.errors import InterviewError
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import LiveSession

TAKEN_AS_GIVEN = "Consent to notes: taken as given (--now); /consent changes it"


class PeopleJourney(App[int]):
    """Writes to the participants' file in the background."""

    workspace: Workspace

    @dataclass
    class NotWritten(Message):
        """Something about a participant is not in their file; the sentence says what and why."""

        sentence: str

    def keep_person(self, live: LiveSession) -> None:
        """Write back who was interviewed, what the screener told, and what they allow."""
        fields = live.session.fields(SESSION)
        if self._has_person(live):
            who = fields["participant"]
            self._write(
                lambda: keep_learnt(self.workspace, fields), f"What {who} said is only in the session"
            )

    def keep_incentive(self, live: LiveSession) -> None:
        """Write back whether the incentive was given, if the debrief told."""
        given = live.session.field(DEBRIEF, "incentive_given")
        if isinstance(given, bool) and self._has_person(live):
            who = live.told("participant")
            self._write(
                lambda: keep_incentive(self.workspace, who, given=given),
                f"That {who}'s incentive was {'' if given else 'not '}given is only in the session",
            )

    def refused_words(self, fields: Fields) -> str:
        """Record that somebody refused notes; what to say about it. Waits for the disk."""
        who = fields.get("participant")
        if not who:
            return "Refused: no session was started, and nothing was written."
        try:
            keep_learnt(self.workspace, fields)
        except InterviewError as error:
            return f"{who} refused notes: no session was started. Their answer was not kept: {error.message}"
        return f"{who} refused notes: no session was started, and only their answer was kept."

    def greeting(self, live: LiveSession) -> str:
        """What a new session's screen says at first: where consent was taken for granted, that it was."""
        return TAKEN_AS_GIVEN if live.told(CONSENT_HOW) == HOW_AT_ONCE else ""

    def on_people_journey_not_written(self, message: NotWritten) -> None:
        """Say so; nobody has to stop for it."""
        self.notify(message.sentence, severity="warning", markup=False, timeout=12)

    def _has_person(self, live: LiveSession) -> bool:
        return bool(live.told("participant")) and not live.header.practice

    def _write(self, write: Callable[[], None], otherwise: str) -> None:
        def work() -> None:
            try:
                write()
            except InterviewError as error:
                self.post_message(self.NotWritten(f"{otherwise}: {error.message}"))

        self.run_worker(work, thread=True, group="people")


def keep_learnt(workspace: Workspace, fields: Fields) -> None:
    """Write what a session learnt; the writer is loaded only now, behind the first screen."""
    from interview_tui.store import people

    people.keep_learnt(workspace, fields)


def keep_incentive(workspace: Workspace, pseudonym: str, *, given: bool) -> None:
    """Write whether somebody got their incentive."""
    from interview_tui.store import people

    people.change_person(workspace, pseudonym, lambda person: replace(person, incentive_given=given))
