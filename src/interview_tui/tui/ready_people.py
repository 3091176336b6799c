"""Whose interview it is going to be: what stands in the participant's line, and who is meant by it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import Participant
from interview_tui.errors import InterviewError
from interview_tui.store.people import (
    NoInterviewError,
    NoSuchParticipantError,
    People,
    participant_meant,
    take_in,
)
from interview_tui.store.workspace import Workspace
from interview_tui.tui.ready_rows import unread_row, who_row
from interview_tui.tui.rows import Row

NOBODY = Participant(pseudonym="")

_NAME_SOMEBODY = "Whose interview is it? Type a pseudonym such as P07, or the name of somebody you added."
_NOBODY_OF_THAT_NAME = (
    "“{}” is neither a pseudonym such as P07 nor a name you added. "
    "Type a pseudonym, or add them first: esc, then w and a on the start screen."
)


class WhoTakesPart:
    """Holds who was chosen; `problem` is a sentence where the line names nobody who can be.

    `people` are None until they were read, and `unread` says why they could not be.
    """

    def __init__(self, *, practice: bool) -> None:
        self.people: People | None = People() if practice else None
        self.person = NOBODY
        self.problem = self.unread = ""
        self._practice = practice
        self._proposed = ""

    @property
    def known(self) -> Participant | None:
        """What was known of the chosen one when the participants were read; None for somebody new."""
        return self.people.roster.get(self.person.pseudonym) if self.people else None

    def take(self, people: People, unread: str) -> None:
        """The participants were read, or could not be."""
        self.people, self.unread = people, unread

    def proposal(self, today: str) -> str:
        """Whom to propose: the next planned one, else somebody new; nobody while that is not known."""
        if self.people is None or self.unread:
            return ""
        planned = self.people.planned(today)
        self._proposed = planned[0] if planned else self.people.free
        return self._proposed

    def others_planned(self, today: str) -> list[str]:
        """Who else is planned: those after the chosen one first, then from the first on again."""
        planned = self.people.planned(today) if self.people else []
        here = planned.index(self.person.pseudonym) + 1 if self.person.pseudonym in planned else 0
        return [name for name in planned[here:] + planned[:here] if name != self.person.pseudonym]

    def understand(self, text: str) -> Participant:
        """Find who is meant by what stands in the line; who was chosen before."""
        before, self.person, self.problem = self.person, NOBODY, ""
        try:
            if text:
                self.person = participant_meant(text, self.people.roster if self.people else None)
            elif self.people is not None:
                self.problem = f"Type a pseudonym: {self.unread}" if self.unread else _NAME_SOMEBODY
        except NoSuchParticipantError:
            self.problem = _NOBODY_OF_THAT_NAME.format(text)
        except InterviewError as error:
            self.problem = error.message
        return before

    def take_in(self, workspace: Workspace, fields: Mapping[str, FieldValue]) -> str:
        """Write down who takes part; the pseudonym that the session goes under. Waits for the disk.

        Raises NoInterviewError where the participants say otherwise by now. A file that cannot be written
        stops no interview.
        """
        if self._practice:
            return self.person.pseudonym
        from interview_tui.interchange.tidy import tidy_tables

        exactly = self.person.pseudonym != self._proposed
        try:
            return take_in(workspace, fields, self.known, exactly=exactly, tidy=tidy_tables)
        except NoInterviewError:
            raise
        except InterviewError:
            return self.person.pseudonym

    def rows(self, now: datetime, width: int) -> list[Row]:
        """What is known of the chosen one."""
        if self.people is None or self._practice:
            return []
        if self.unread:
            return [unread_row(self.person.pseudonym, width)]
        pseudonym = self.person.pseudonym
        planned = self.people.planned(f"{now:%Y-%m-%d}")
        turn = planned.index(pseudonym) if pseudonym in planned else -1
        seen = self.people.last_seen.get(pseudonym, "")
        return [who_row(self.person, seen, now, width, known=self.known is not None, turn=turn)]
