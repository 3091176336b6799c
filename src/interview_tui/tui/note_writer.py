"""Writes fields of notes one after the other, in a thread of its own: typing never waits for a disk."""

from __future__ import annotations

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
class _Gesture:
    label: str
    note: str
    events: tuple[str, ...]


Changes = Callable[[Session], Sequence[FieldChange]]

OnKept = Callable[[Kept], object]
"""Is called from the writer's thread; it may post a message."""


class NoteWriter:
    """Keeps what somebody says of notes, in the order in which they said it."""

    def __init__(self, workspace: Workspace, on_kept: OnKept) -> None:
        self._workspace = workspace
        self._on_kept = on_kept
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="notes")
        self._done: list[_Gesture] = []

    def write(self, label: str, note: str, changes: Changes, author: str) -> None:
        """Set fields of the note `SESSION/NOTE`; `changes` is told how its session stands by then."""
        self._submit(lambda: self._write(label, note, changes, author))

    def undo(self, author: str) -> None:
        """Take the last gesture of this run back."""
        self._submit(lambda: self._undo(author))

    def wait(self) -> None:
        """Wait until everything that was said so far is on the disk, or was refused."""
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        """Write what waits, then end the thread."""
        self._thread.shutdown(wait=True)

    def _submit(self, job: Callable[[], None]) -> None:
        self._thread.submit(job)

    def _write(self, label: str, note: str, changes: Changes, author: str) -> None:
        from interview_tui.interchange.tidy import tidy_tables

        session, _, note_id = note.partition("/")
        try:
            path = self._workspace.session_path(session)
            state, events = set_note_fields(path, note_id, changes, author=author, tidy=tidy_tables)
        except (InterviewError, OSError) as error:
            self._on_kept(Kept(label=label, note=note, problem=_words(error)))
            return
        if events:
            self._done.append(_Gesture(label=label, note=note, events=events))
        self._on_kept(Kept(label=label, note=note, session=state))

    def _undo(self, author: str) -> None:
        from interview_tui.interchange.tidy import tidy_tables

        if not self._done:
            self._on_kept(Kept(label="", note="", undone=True))
            return
        gesture = self._done[-1]
        session = gesture.note.partition("/")[0]
        try:
            path = self._workspace.session_path(session)
            state = undo_events(path, gesture.events, author=author, tidy=tidy_tables)
        except (InterviewError, OSError) as error:
            self._on_kept(Kept(label=gesture.label, note=gesture.note, problem=_words(error), undone=True))
            return
        self._done.pop()
        self._on_kept(Kept(label=gesture.label, note=gesture.note, session=state, undone=True))


def _words(error: Exception) -> str:
    return error.message if isinstance(error, InterviewError) else f"That was not kept: {error}."
