"""Doing a change of the codebook in one session, and taking it back there; both as often as need be."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.events import AnyEvent, FieldSet, Undone
from interview_tui.domain.ids import ulid
from interview_tui.domain.session import Session
from interview_tui.domain.tag_moves import fields_to_move
from interview_tui.store.errors import StoreError
from interview_tui.store.paths import log_path
from interview_tui.store.session_file import SessionFile, Tidy, open_session

CLOSE_S = 10.0
"""How long a disk that refuses is waited for; what is not durable then is left for later."""


def move_in(path: Path, move: Move, *, device: str, author: str, tidy: Tidy | None) -> int:
    """Bring a session's notes from one tag to another, durable at the return; how many fields that set.

    Raises SessionBusy, or another StoreError where the session cannot be written.
    """

    def make(session: Session) -> list[AnyEvent]:
        """The events that give each of the session's notes its new tags."""
        return [
            FieldSet(
                id=_new_id(),
                device=device,
                counter=session.counter + at,
                at_ms=session.last_ms,
                author=author,
                target=moved.target,
                name=moved.name,
                value=moved.value,
            )
            for at, moved in enumerate(fields_to_move(session, move), start=1)
        ]

    return _write(path, make, tidy)


def take_back_in(path: Path, *, device: str, author: str, tidy: Tidy | None) -> int:
    """Undo what a change wrote into a session, durable at the return; how many fields that was.

    Raises as `move_in`.
    """

    def make(session: Session) -> list[AnyEvent]:
        """The event that undoes all that stands of this change; none where nothing does."""
        standing = tuple(
            event.id
            for event in session.events
            if isinstance(event, FieldSet) and event.device == device and session.stands(event.id)
        )
        if not standing:
            return []
        return [
            Undone(
                id=_new_id(),
                device=device,
                counter=session.counter + 1,
                at_ms=session.last_ms,
                author=author,
                events=standing,
            )
        ]

    return _write(path, make, tidy)


def is_written_by(path: Path, device: str) -> bool:
    """Whether a session has events of a device: a look at its bytes, which takes no lock."""
    wanted = device.encode()  # letters, digits and dashes: the same bytes in any JSON
    for file in (path, log_path(path)):
        try:
            if wanted in file.read_bytes():
                return True
        except FileNotFoundError:
            continue
        except OSError:
            return True  # opening it says why
    return False


def _write(path: Path, make: Callable[[Session], list[AnyEvent]], tidy: Tidy | None) -> int:
    file = open_session(path, tidy=tidy)
    events: list[AnyEvent] = []
    try:
        events = make(Session(file.events))
        for event in events:
            file.add(event)
    finally:
        _close(file)
    return len(events)


def _close(file: SessionFile) -> None:
    if not file.close(CLOSE_S):
        reason = file.saver.status().reason
        file.close(drop=True)
        raise StoreError(f"{file.path.stem} was not changed because {reason or 'it could not be saved'}.")


def _new_id() -> str:
    return ulid(time.time_ns() // 1_000_000, os.urandom(10))
