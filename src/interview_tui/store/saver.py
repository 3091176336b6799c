"""The thread that owns a session's database: screens queue rows, it makes them durable.

It imports neither TinyDB nor pydantic, so that a new session's first screen waits for neither.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from time import monotonic
from typing import Any, Literal, Protocol

from interview_tui.domain.events import Event
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.errors import StoreError
from interview_tui.store.reasons import FULL, reason_for
from interview_tui.store.reserve import Reserve
from interview_tui.store.rows import document_of

RETRY_S = 0.5
"""Seconds between two tries to save on a disk that refuses."""

DROP_S = 5.0
"""Seconds that giving up waits for a last try, which may hang on a drive that went away."""

SavedDocument = Mapping[str, Any] | Event | SessionHeader | None
_Queued = tuple[str, int, SavedDocument]


class Keeper(Protocol):
    """Where the rows go; called from the saver's thread alone."""

    @property
    def snapshot_due(self) -> bool:
        """Whether the rows saved so far should be merged."""

    def append(self, rows: Sequence[tuple[str, int, Mapping[str, Any] | None]]) -> None:
        """Make rows durable; raises OSError if none of them is."""

    def snapshot(self) -> None:
        """Merge what was appended."""

    def close(self) -> None:
        """Merge and let go."""


@value
class SaveStatus:
    """What the status line says: `waiting` counts unsaved rows, `reason` says what is wrong, if anything."""

    state: Literal["saved", "saving", "failed"]
    waiting: int = 0
    reason: str = ""


def _nothing() -> None:
    pass


class Saver:
    """Queues rows and saves them in the background, for as long as it takes.

    `queued` and `durable` count rows: those put so far, and those of them that are on the drive.
    `error` is why the disk refuses right now; `failure` is why it never will take them.
    `on_change` is called from the saver's thread, with no lock held; it may post a message and must not
    wait for the screen, which may itself be waiting in `flush`.
    """

    def __init__(
        self,
        open_keeper: Callable[[], Keeper],
        *,
        reserve: Reserve | None = None,
        on_change: Callable[[], None] = _nothing,
        retry_s: float = RETRY_S,
    ) -> None:
        self.on_change = on_change
        self.queued = 0
        self.durable = 0
        self.error: OSError | None = None
        self.failure: InterviewError | None = None
        self._open_keeper = open_keeper
        self._keeper: Keeper | None = None
        self._reserve = reserve
        self._retry_s = retry_s
        self._rows: list[_Queued] = []
        self._changed = threading.Condition()
        self._closing = False
        self._dropping = False
        self._low_on_space = False
        # A daemon, because a full disk must not keep the program from ending; close() does the waiting.
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    # -- for the screen --------------------------------------------------------------------

    def put(self, table: str, doc_id: int, doc: SavedDocument) -> int:
        """Queue "this document is now this" (None: gone); it is durable when `durable` reaches the result."""
        kept = dict(doc) if isinstance(doc, Mapping) else doc
        with self._changed:
            if self._closing:
                raise StoreError("This session is closed; open it again to go on.")
            self._rows.append((table, doc_id, kept))
            self.queued += 1
            self._changed.notify_all()
            return self.queued

    def status(self) -> SaveStatus:
        """How things stand, in words."""
        with self._changed:
            waiting = self.queued - self.durable
            if self.failure is not None:
                return SaveStatus("failed", waiting, self.failure.message)
            if self.error is not None and waiting:
                return SaveStatus("failed", waiting, reason_for(self.error))
            reason = "the disk is almost full" if self._low_on_space else ""
            return SaveStatus("saving" if waiting else "saved", waiting, reason)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until what was put so far is durable, at most `timeout` seconds; whether it is."""
        with self._changed:
            target = self.queued
            self._changed.wait_for(lambda: self.durable >= target or self._is_over(), timeout)
            return self.durable >= target

    def close(self, timeout: float | None = None, *, drop: bool = False) -> bool:
        """Wait until everything is durable, merge, and let go of the files; whether all was saved.

        When `timeout` seconds run out, nothing is closed and saving goes on: call again, or with
        `drop`, which tries once more and then gives up what is not saved.
        """
        if drop and timeout is None:
            timeout = DROP_S
        end = None if timeout is None else monotonic() + timeout
        if not drop and not self.flush(timeout) and self.failure is None:
            return False
        with self._changed:
            self._closing = True
            self._dropping = drop
            self._changed.notify_all()
        self._thread.join(None if end is None else max(0.0, end - monotonic()))
        return self.durable == self.queued

    def _is_over(self) -> bool:
        return self.failure is not None or not self._thread.is_alive()

    # -- the thread ------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while self._step():
                pass
        except InterviewError as error:
            self._fail(error)
        except Exception as error:
            # Rows wait in memory, and the screen must learn that nobody takes them any more.
            self._fail(StoreError(f"Saving stopped because of a fault in the program ({error!r})."))
        finally:
            self._let_go()

    def _step(self) -> bool:
        """Open, wait for rows and save them; False when there is nothing left to do."""
        try:
            if self._keeper is None:
                self._keeper = self._open_keeper()
            rows = self._wait_for_rows()
            if rows:
                self._keeper.append(_newest_of_each(rows))
                self._count_as_durable(len(rows))
            self._look_after(self._keeper)
        except OSError as error:
            return self._refused(error)
        return bool(rows)

    def _wait_for_rows(self) -> list[_Queued]:
        with self._changed:
            self._changed.wait_for(lambda: self._rows or self._closing)
            return self._rows[:]

    def _count_as_durable(self, count: int) -> None:
        with self._changed:
            del self._rows[:count]
            self.durable += count
            self.error = None
            self._changed.notify_all()
        self._tell()

    def _look_after(self, keeper: Keeper) -> None:
        if keeper.snapshot_due:
            keeper.snapshot()
        if self._reserve is not None and not self._low_on_space and not self._reserve.held:
            self._reserve.hold()

    def _refused(self, error: OSError) -> bool:
        """The disk did not take it: make room or wait a while; False when it is time to give up."""
        if error.errno in FULL and self._reserve is not None and not self._low_on_space:
            self._low_on_space = True
            if self._reserve.free():
                return True
        with self._changed:
            self.error = error
        self._tell()
        with self._changed:
            self._changed.wait_for(lambda: self._dropping, self._retry_s)
            return not self._dropping

    def _fail(self, failure: InterviewError) -> None:
        with self._changed:
            self.failure = failure
            self._changed.notify_all()
        self._tell()

    def _let_go(self) -> None:
        if self._keeper is not None:
            with suppress(OSError):  # every durable row is in the log, which stays for the next opening
                self._keeper.close()
        with self._changed:
            self._changed.notify_all()

    def _tell(self) -> None:
        with suppress(Exception):  # a screen that is gone must not stop the saving
            self.on_change()


def _newest_of_each(rows: Sequence[_Queued]) -> list[tuple[str, int, Mapping[str, Any] | None]]:
    """One row a document, each in the place of its last mention.

    The place matters when only the first part of a batch survives a crash: a note is put before its
    draft is cleared, and must stay before it.
    """
    newest: dict[tuple[str, int], SavedDocument] = {}
    for table, doc_id, doc in rows:
        newest.pop((table, doc_id), None)
        newest[table, doc_id] = doc
    return [
        (table, doc_id, None if doc is None else document_of(doc)) for (table, doc_id), doc in newest.items()
    ]
