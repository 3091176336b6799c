"""Setting fields of a session's notes from outside of its screens: the file is held for a moment only.

So two people can code the same interview at the same time, on one disk.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from interview_tui.domain.coding import FieldChange
from interview_tui.domain.events import AnyEvent, FieldSet, Undone
from interview_tui.domain.ids import ulid
from interview_tui.domain.session import Session
from interview_tui.store.errors import SessionBusy, StoreError
from interview_tui.store.session_file import SessionFile, Tidy, open_session

PATIENCE_S = 3.0
"""How long a writer waits for another one who holds the session for a moment."""

_SAVE_S = 5.0
_DEVICE = f"{os.getpid():x}-{random.randrange(16**6):06x}"


def set_note_fields(
    path: Path,
    note: str,
    changes: Callable[[Session], Iterable[FieldChange]],
    *,
    author: str,
    tidy: Tidy | None = None,
) -> tuple[Session, tuple[str, ...]]:
    """Set fields of a note, durable at the return: the session as it is now, and the ids of the events.

    `changes` is told how the session stands. A field that has its value already is left alone. Raises
    StoreError: busy, damaged, missing, or why the disk refuses; nothing is changed then.
    """

    def make(session: Session) -> list[AnyEvent]:
        """The events that set what is not so yet."""
        made: list[AnyEvent] = []
        for name, value in changes(session):
            before = session.setting(note, name)
            if before is None or before.value != value:
                event = FieldSet(target=note, name=name, value=value, **_stamp(session, author))
                session.apply(event)
                made.append(event)
        return made

    return _change(path, make, tidy)


def undo_events(path: Path, events: Sequence[str], *, author: str, tidy: Tidy | None = None) -> Session:
    """Take events back, durable at the return: the session as it is now. Raises as `set_note_fields` does."""

    def make(session: Session) -> list[AnyEvent]:
        """The event that takes the others back."""
        event = Undone(events=tuple(events), **_stamp(session, author))
        session.apply(event)
        return [event]

    return _change(path, make, tidy)[0]


def _stamp(session: Session, author: str) -> dict[str, Any]:
    """What every event carries; the interview's clock stands still, so that nothing lengthens it."""
    return {
        "id": ulid(time.time_ns() // 1_000_000, os.urandom(10)),
        "device": _DEVICE,
        "counter": session.counter + 1,
        "at_ms": session.last_ms,
        "author": author,
    }


def _change(
    path: Path, make: Callable[[Session], list[AnyEvent]], tidy: Tidy | None
) -> tuple[Session, tuple[str, ...]]:
    file = _open(path, tidy)
    try:
        session = Session(file.events)
        made = make(session)
        for event in made:
            file.add(event)
        if not file.saver.flush(_SAVE_S):
            raise StoreError(f"{path.stem} was not changed because {_reason(file)}; try again.")
    finally:
        if not file.close(_SAVE_S):
            file.close(drop=True)
    return session, tuple(event.id for event in made)


def _open(path: Path, tidy: Tidy | None) -> SessionFile:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return open_session(path, tidy=tidy)
        except SessionBusy:
            if time.monotonic() >= deadline:
                raise


def _reason(file: SessionFile) -> str:
    return file.saver.status().reason or "the disk does not answer"
