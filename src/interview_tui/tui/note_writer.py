"""Writes fields of notes one after the other, in a thread of its own: typing never waits for a disk."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from interview_tui.domain.coding import FieldChange
from interview_tui.domain.session import Session
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.note_fields import set_note_fields, undo_events
from interview_tui.store.workspace import Workspace


@value(kw_only=True)
class Kept:
    """A note's fields are on the disk, or `problem` says why not; `session` as it is now."""

    label: str
    note: str
    session: Session | None = None
    problem: str = ""
    undone: bool = False


@value(kw_only=True)
class Gesture:
    """What was said of a note, in words for "undone: …", with the ids of its events and when it was said."""

    label: str
    note: str
    events: tuple[str, ...]
    at_ms: int


Changes = Callable[[Session], Sequence[FieldChange]]

OnKept = Callable[[Kept], object]
"""Is called from the writer's thread; it may post a message."""


class NoteWriter:
    """Keeps what somebody says of notes, in the order in which they said it.

    `done` are the gestures that can be taken back, for whoever keeps them longer than a screen lasts, and
    `outdone` tells whether something else was done since one of them, which is to be taken back first.
    """

    def __init__(
        self,
        workspace: Workspace,
        on_kept: OnKept,
        *,
        done: list[Gesture] | None = None,
        outdone: Callable[[Gesture], bool] = lambda _: False,
    ) -> None:
        self._workspace = workspace
        self._on_kept = on_kept
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="notes")
        self._done: list[Gesture] = [] if done is None else done
        self._outdone = outdone

    def write(self, label: str, note: str, changes: Changes, author: str) -> None:
        """Set fields of the note `SESSION/NOTE`; `changes` is told how its session stands by then."""
        at_ms = time.time_ns() // 1_000_000
        self._submit(lambda: self._write(label, note, changes, author, at_ms))

    def undo(self, author: str) -> None:
        """Take the last gesture of this run back; one without a note is told where there is none to take."""
        self._submit(lambda: self._undo(author))

    def wait(self) -> None:
        """Wait until everything that was said so far is on the disk, or was refused."""
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        """Write what waits, then end the thread."""
        self._thread.shutdown(wait=True)

    def _submit(self, job: Callable[[], None]) -> None:
        self._thread.submit(job)

    def _write(self, label: str, note: str, changes: Changes, author: str, at_ms: int) -> None:
        from interview_tui.interchange.tidy import tidy_tables

        session, _, note_id = note.partition("/")
        try:
            path = self._workspace.session_path(session)
            state, events = set_note_fields(path, note_id, changes, author=author, tidy=tidy_tables)
        except (InterviewError, OSError) as error:
            self._on_kept(Kept(label=label, note=note, problem=_words(error)))
            return
        if events:
            self._done.append(Gesture(label=label, note=note, events=events, at_ms=at_ms))
        self._on_kept(Kept(label=label, note=note, session=state))

    def _undo(self, author: str) -> None:
        if not self._done or self._outdone(self._done[-1]):
            self._on_kept(Kept(label="", note="", undone=True))
            return
        gesture = self._done[-1]
        try:
            state = take_back(self._workspace, gesture, author)
        except (InterviewError, OSError) as error:
            self._on_kept(Kept(label=gesture.label, note=gesture.note, problem=_words(error), undone=True))
            return
        self._done.pop()
        self._on_kept(Kept(label=gesture.label, note=gesture.note, session=state, undone=True))


def take_back(workspace: Workspace, gesture: Gesture, author: str) -> Session:
    """Take a gesture back, durable at the return: its session as it is now. Raises as `undo_events` does."""
    from interview_tui.interchange.tidy import tidy_tables

    path = workspace.session_path(gesture.note.partition("/")[0])
    return undo_events(path, gesture.events, author=author, tidy=tidy_tables)


def _words(error: Exception) -> str:
    return error.message if isinstance(error, InterviewError) else f"That was not kept: {error}."
