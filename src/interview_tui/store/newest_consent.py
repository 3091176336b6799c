"""A participant's newest answer on being quoted, brought into the sessions that were held before it.

Every list, export and index reads the session alone, so the answer is written there, as one event that a
later answer supersedes. Whether notes may be used at all is not answered here: that is what `forget` is for.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from interview_tui.domain.consent import newest_quoting
from interview_tui.domain.events import AnyEvent, FieldSet
from interview_tui.domain.ids import ulid
from interview_tui.domain.participant import Participant
from interview_tui.domain.session import SESSION, Session
from interview_tui.domain.values import value
from interview_tui.store.errors import SessionMissing, StoreError
from interview_tui.store.participants import read_roster
from interview_tui.store.session_file import SessionFile, Tidy, open_session, read_session
from interview_tui.store.session_files import sessions_of
from interview_tui.store.workspace import Workspace

_AUTHOR = "participants"
"""Who wrote it into the session: nobody who took notes, but what is kept of the participants."""

_CLOSE_S = 10.0
"""How long a disk that refuses is waited for; what is not durable then is left for later."""


@value(kw_only=True)
class Spread:
    """The ids of the sessions that have the answer since just now, and of those that have it not yet."""

    given: bool = True
    changed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def spread_words(spread: Spread) -> str:
    """What became of an answer, in a sentence or two; empty where no session needed it."""
    words = []
    if spread.changed:
        count = len(spread.changed)
        held = "1 session" if count == 1 else f"{count} sessions"
        are = "is" if count == 1 else "are"
        may = "may be quoted now" if spread.given else f"{are} not to be quoted any more"
        words.append(f"{held} held before {may}.")
    if spread.left:
        words.append(
            f"{', '.join(spread.left)} cannot be written now; the answer goes in there "
            f"when it is reviewed, or when the participant is edited again."
        )
    return " ".join(words)


def spread_quoting(workspace: Workspace, person: Participant, *, tidy: Tidy | None) -> Spread:
    """Bring an answer on being quoted into each session of its participant, durable at the return.

    A session that is open elsewhere, or cannot be read or written, is left. Raises StoreError where the
    sessions cannot be listed.
    """
    answer = person.consent.get("quoting")
    if answer is None:
        return Spread()
    changed, left = [], []
    for path in sessions_of(workspace, person.pseudonym):
        try:
            if _spread_to(path, person, tidy):
                changed.append(path.stem)
        except SessionMissing:
            continue  # it was deleted meanwhile
        except StoreError:
            left.append(path.stem)
    return Spread(given=answer.given, changed=tuple(changed), left=tuple(left))


def take_newest_quoting(file: SessionFile, workspace: Workspace) -> list[AnyEvent]:
    """Add to an open session what its participant answered since; the events that it took.

    Participants who cannot be read change nothing.
    """
    pseudonym = Session(file.events).field(SESSION, "participant")
    try:
        person = read_roster(workspace.participants_file).get(str(pseudonym or ""))
    except StoreError:
        return []
    events = _events(Session(file.events), person) if person is not None else []
    for event in events:
        file.add(event)
    return events


def _spread_to(path: Path, person: Participant, tidy: Tidy | None) -> bool:
    """Write the answer into one session where it says otherwise; whether it did."""
    record = read_session(path)
    if record.header.practice or not _events(Session(record.events), person):
        return False
    file = open_session(path, tidy=tidy)
    try:
        for event in _events(Session(file.events), person):
            file.add(event)
    finally:
        if not file.close(_CLOSE_S):
            file.close(drop=True)
            raise StoreError(f"{path.stem} was not changed.")
    return True


def _events(session: Session, person: Participant) -> list[AnyEvent]:
    told = newest_quoting(session.fields(SESSION), person.consent.get("quoting"))
    return [
        FieldSet(
            id=ulid(time.time_ns() // 1_000_000, os.urandom(10)),
            device=f"{os.getpid():x}-consent",
            counter=session.counter + at,
            at_ms=session.last_ms,
            author=_AUTHOR,
            target=SESSION,
            name=name,
            value=said,
        )
        for at, (name, said) in enumerate(told.items(), start=1)
    ]
