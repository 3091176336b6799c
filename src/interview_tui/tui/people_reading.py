"""What the people place gathers in the background: the sheets, the chain, and what debriefs say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.participant import Participant
from interview_tui.domain.personas import personas
from interview_tui.domain.referral_tree import referral_tree
from interview_tui.errors import InterviewError
from interview_tui.store.library.index import open_index
from interview_tui.store.library.progress import Cancelled
from interview_tui.store.people import read_roster_if_any
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.people_rows import PeopleFacts

REFERRAL = "referral"
"""The tag of notes on who else to talk to, and the debrief's answer to that."""

_ALL = 1_000_000


def gather(desk: LibraryDesk, go_on: Callable[[], bool]) -> PeopleFacts:
    """Everything for both views; a list of participants that cannot be read is told and left out.

    Raises Cancelled as `go_on` says.
    """
    library = desk.library or Library()
    problem = ""
    try:
        people = read_roster_if_any(desk.workspace).participants
    except InterviewError as error:
        people, problem = (), error.message
    everybody = [*people, *_strangers(library, people)]
    seen = {session.person: _local(session.created_utc) for session in library.sessions}
    return PeopleFacts(
        personas=personas(library, people, desk.codebook, (segment.name for segment in desk.study.segments)),
        tree=referral_tree(everybody, seen, datetime.now().date().isoformat()),
        answers=_answers(desk.workspace, go_on),
        named_in_notes=_referral_notes(library),
        people={person.pseudonym: person for person in everybody},
        newest={session.person: session.id for session in library.sessions},
        problem=problem,
    )


def _answers(workspace: Workspace, go_on: Callable[[], bool]) -> dict[str, str]:
    """What debriefs say to "who else should I talk to?", by person, the newest interview first."""
    told: dict[str, list[str]] = {}
    with open_index(workspace) as index:
        index.refresh(lambda _done, _count: go_on())
        for hit in index.search("kind:debrief", _ALL).hits:
            if not go_on():
                raise Cancelled
            if hit.about == REFERRAL:
                told.setdefault(hit.person, []).append(hit.text.strip())
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
