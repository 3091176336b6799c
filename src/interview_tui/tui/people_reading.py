"""What the people place gathers in the background: the sheets, the chain, and what debriefs say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.participant import Participant
from interview_tui.domain.personas import personas
from interview_tui.domain.referral_tree import referral_tree
from interview_tui.errors import InterviewError
from interview_tui.store.people import read_roster_if_any
from interview_tui.store.referral_answers import referral_answers
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.people_rows import PeopleFacts

REFERRAL = "referral"
"""The tag of notes on who else to talk to."""

READ_AT_ONCE = 200
"""So many sessions are asked for their debrief at once; of more, only those of who is chosen."""


def gather(desk: LibraryDesk, go_on: Callable[[], bool]) -> PeopleFacts:
    """Everything for both views; a list of participants that cannot be read is told and left out."""
    library = desk.library or Library()
    problem = ""
    try:
        people = read_roster_if_any(desk.workspace).participants
    except InterviewError as error:
        people, problem = (), error.message
    everybody = [*people, *_strangers(library, people)]
    seen = {session.person: _local(session.created_utc) for session in library.sessions}
    ids = [session.id for session in library.sessions]
    answers = answers_of(desk.workspace, library, ids, go_on) if len(ids) <= READ_AT_ONCE else {}
    return PeopleFacts(
        personas=personas(library, people, desk.codebook, (segment.name for segment in desk.study.segments)),
        tree=referral_tree(everybody, seen, datetime.now().date().isoformat()),
        answers=answers,
        named_in_notes=_referral_notes(library),
        people={person.pseudonym: person for person in everybody},
        newest={session.person: session.id for session in library.sessions},
        problem=problem,
    )


def answers_of(
    workspace: Workspace, library: Library, sessions: Iterable[str], go_on: Callable[[], bool]
) -> dict[str, str]:
    """What the debriefs of some sessions say, by person, the newest interview last."""
    told: dict[str, list[str]] = {}
    for session_id, said in referral_answers(workspace, sessions, go_on).items():
        told.setdefault(library.sessions_by_id[session_id].person, []).append(said)
    return {person: "; ".join(dict.fromkeys(said)) for person, said in told.items()}


def _strangers(library: Library, people: Iterable[Participant]) -> list[Participant]:
    """Those who are only in sessions."""
    known = {person.pseudonym for person in people}
    held = {session.participant: session.segment for session in library.sessions if session.participant}
    return [Participant(pseudonym=who, segment=at) for who, at in held.items() if who not in known]


def _referral_notes(library: Library) -> dict[str, list[LibraryNote]]:
    found: dict[str, list[LibraryNote]] = {}
    for note in library.notes:
        if not note.bare and any(tag.casefold() == REFERRAL for tag in note.tags):
            found.setdefault(note.person, []).append(note)
    return found


def _local(utc: str) -> str:
    """A UTC time as the local date and time (ISO 8601); a text that is none stays as it is."""
    try:
        return datetime.fromisoformat(utc).astimezone().isoformat(timespec="minutes")
    except (ValueError, OverflowError):
        return utc
