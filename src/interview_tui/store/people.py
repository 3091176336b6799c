"""What getting ready needs to know of the participants, and what an interview writes back about one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from interview_tui.domain.consent import Fields
from interview_tui.domain.participant import Participant, as_pseudonym, next_pseudonym
from interview_tui.domain.people import overruled_refusal, why_no_interview, with_session_fields
from interview_tui.domain.planned import planned
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.participants import Roster, RosterEditor, edit_roster, read_roster
from interview_tui.store.paths import is_taken
from interview_tui.store.session_files import pseudonyms_given
from interview_tui.store.workspace import Workspace

if TYPE_CHECKING:
    from interview_tui.store.session_file import Tidy

_RECENT_SESSIONS = 200
"""Pseudonyms count up, so that the newest sessions tell which is free, however many there are."""


class NoSuchParticipantError(InterviewError):
    """A text that names no participant."""

    title = "Whose interview is it?"


class NoInterviewError(InterviewError):
    """A participant who cannot be interviewed, or not yet."""

    title = "No interview"
    exit_code = 1


@value
class People:
    """The participants, and the local date and time of each pseudonym's newest session."""

    roster: Roster = Roster()
    last_seen: Mapping[str, str] = field(default_factory=dict)

    @property
    def free(self) -> str:
        """The first pseudonym that nobody ever had."""
        return next_pseudonym([*(person.pseudonym for person in self.roster.participants), *self.last_seen])

    def planned(self, today: str) -> list[str]:
        """The pseudonyms of those who are still to be interviewed, in order; `today` is a local date."""
        return [person.pseudonym for person in planned(self.roster.participants, self.last_seen, today)]


def read_people(workspace: Workspace, cancelled: Callable[[], bool] = lambda: False) -> People:
    """The participants and who was seen when; raises RosterError or StoreError."""
    from interview_tui.store.summaries import last_seen, summarise

    roster = read_roster_if_any(workspace)
    recent = islice(workspace.session_paths(), _RECENT_SESSIONS)
    return People(roster, last_seen(summarise(path) for path in takewhile(lambda _: not cancelled(), recent)))


def read_roster_if_any(workspace: Workspace) -> Roster:
    """The participants; a workspace without any does not wait for what reads them."""
    path = workspace.participants_file
    return read_roster(path) if is_taken(path) else Roster()


def participant_meant(text: str, roster: Roster | None) -> Participant:
    """Who is meant by a pseudonym in any spelling or by the name that only one has.

    Raises NoSuchParticipantError for any other text and NoInterviewError for somebody who withdrew.
    """
    roster = roster or Roster()
    pseudonym = as_pseudonym(text)
    person = roster.find(text) or (Participant(pseudonym=pseudonym) if pseudonym else None)
    if person is None:
        raise NoSuchParticipantError(
            f"“{text.strip()}” is neither a pseudonym such as P07 nor the name of one participant; "
            f"add the person with  interview-tui participant add --name NAME"
        )
    _check_may_be_interviewed(person, roster)
    return person


def _check_may_be_interviewed(person: Participant, roster: Roster) -> None:
    withdrawn = f"{person.pseudonym} withdrew and cannot be interviewed; choose somebody else."
    if why := why_no_interview(person) or (withdrawn if person.pseudonym in roster.unfinished else ""):
        raise NoInterviewError(why)


def take_in(
    workspace: Workspace,
    fields: Fields,
    shown: Participant | None,
    *,
    exactly: bool,
    tidy: Tidy | None = None,
) -> str:
    """Write back what getting ready learnt before the session begins; the pseudonym that it goes under.

    `shown` is what was known when the questions were asked, None for somebody new: where their pseudonym
    was given away meanwhile, they get the next free one, unless it was `exactly` this one that was meant.
    Another answer on being quoted goes into the sessions that were held before.
    Raises NoInterviewError where the file says otherwise by now, and RosterError.
    """
    pseudonym = as_pseudonym(str(fields.get("participant") or ""))
    with edit_roster(workspace.participants_file) as editor:
        known = editor.roster.get(pseudonym)
        if known is None:
            return _add(editor, pseudonym, fields)
        if shown is None and not exactly:
            return _add(editor, "", fields, pseudonyms_given(workspace))
        if shown is None:
            raise NoInterviewError(
                f"{pseudonym} was added meanwhile; look at what is known, then start again."
            )
        _check_may_be_interviewed(known, editor.roster)
        if item := overruled_refusal(known, shown, fields):
            raise NoInterviewError(f"{pseudonym} said no to {item} meanwhile; look again, then start.")
        if (told := with_session_fields(known, fields)) != known:
            editor.replace(told)
    _bring_to_sessions(workspace, known, told, tidy)
    return pseudonym


def take_in_somebody(workspace: Workspace, fields: Fields) -> str:
    """Write down somebody whom nobody named; their pseudonym, the next that nobody ever had."""
    given = pseudonyms_given(workspace)
    with edit_roster(workspace.participants_file) as editor:
        return _add(editor, "", fields, given)


def _add(editor: RosterEditor, pseudonym: str, fields: Fields, taken: Iterable[str] = ()) -> str:
    person = with_session_fields(Participant(pseudonym=pseudonym), fields)
    return editor.add(person, taken=taken).pseudonym


def keep_learnt(workspace: Workspace, fields: Fields, tidy: Tidy | None = None) -> None:
    """Write back what a session learnt of its participant, who is added if nobody was; raises StoreError.

    Another answer on being quoted than they gave before goes into the sessions that were held before.
    """
    pseudonym = as_pseudonym(str(fields.get("participant") or ""))
    if pseudonym:
        before, after = change_person(
            workspace, pseudonym, lambda person: with_session_fields(person, fields)
        )
        _bring_to_sessions(workspace, before, after, tidy)


def _bring_to_sessions(
    workspace: Workspace, before: Participant | None, after: Participant, tidy: Tidy | None
) -> None:
    known = before.consent.get("quoting") if before is not None else None
    told = after.consent.get("quoting")
    if known is not None and told is not None and known.given != told.given:
        from interview_tui.store.newest_consent import spread_quoting

        spread_quoting(workspace, after, tidy=tidy)


def change_person(
    workspace: Workspace, pseudonym: str, change: Callable[[Participant], Participant]
) -> tuple[Participant | None, Participant]:
    """Write a change of one participant, who is added if nobody was; what they were before, and are now.

    Raises RosterError.
    """
    with edit_roster(workspace.participants_file) as editor:
        known = editor.roster.get(pseudonym)
        told = change(known or Participant(pseudonym=pseudonym))
        if known is None:
            editor.add(told)
        elif told != known:
            editor.replace(told)
        return known, told
