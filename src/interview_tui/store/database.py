"""A session's TinyDB together with the right to write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from interview_tui.domain.header import SCHEMA_VERSION
from interview_tui.store import disk
from interview_tui.store.codec import Codec
from interview_tui.store.errors import SessionTooNew, StoreError
from interview_tui.store.journal import BeforeSnapshot, JournalDB
from interview_tui.store.locks import SessionLock
from interview_tui.store.log_lines import Tables
from interview_tui.store.migrations import migrate, version_of
from interview_tui.store.paths import is_taken
from interview_tui.store.reading import load


class SessionDatabase:
    """What a saver writes to; `notices` tell what opening met."""

    def __init__(self, lock: SessionLock, db: JournalDB) -> None:
        self._lock = lock
        self.db = db
        self.notices = [*([lock.warning] if lock.warning else []), *db.journal.notices]

    def write_tidy_with(self, before_snapshot: BeforeSnapshot) -> None:
        """Let a function fill the tables for other programs before each snapshot."""
        self.db.journal.before_snapshot = before_snapshot

    @property
    def tables(self) -> Tables:
        """Every table as it is now."""
        return self.db.journal.tables

    @property
    def snapshot_due(self) -> bool:
        """Whether the log has grown long enough to be merged."""
        return self.db.journal.snapshot_due

    def append(self, rows: Sequence[tuple[str, int, Mapping[str, Any] | None]]) -> None:
        """Make rows durable; raises OSError if none of them is."""
        self.db.journal.append(rows)

    def snapshot(self) -> None:
        """Merge the log into the `.json` file."""
        self.db.journal.snapshot()

    def abandon(self) -> None:
        """Let the next writer in and leave the files as they are."""
        self.db.journal.abandon()
        self._lock.release()

    def close(self) -> None:
        """Merge the log and let the next writer in."""
        try:
            self.db.close()
        finally:
            self._lock.release()


def create_database(path: Path, codec: Codec) -> SessionDatabase:
    """Open a session that is not there yet; may be tried again after an OSError."""
    disk.make_folder(path.parent)

    def check() -> None:
        if is_taken(path):
            raise StoreError(f"There is a session named {path.stem} already; start another one.")

    return _open_locked(path, codec, check)


def open_database(path: Path, codec: Codec) -> SessionDatabase:
    """Open a session that is there and bring it up to date.

    Nothing is written to a file of a newer version, or to one that is no session; OSError passes on.
    """
    from interview_tui.store.session_record import (
        header_of,
    )  # brings pydantic, which a new session leaves out

    def check() -> None:
        tables = load(path, codec).tables
        version = version_of(tables)
        if version > SCHEMA_VERSION:
            raise SessionTooNew(
                f"{path.stem} was written by a newer version (its files have version {version}); "
                f"update interview-tui to go on with it, or review it without changing it."
            )
        migrate(tables)
        header_of(path, tables)

    database = _open_locked(path, codec, check)
    try:
        tables = database.db.journal.read() or {}
        if migrate(tables):
            database.db.journal.write(tables)
    except BaseException:
        database.abandon()
        raise
    return database


def _open_locked(path: Path, codec: Codec, check: Callable[[], None]) -> SessionDatabase:
    lock = SessionLock(path)
    lock.acquire()
    try:
        check()
        db = JournalDB(path, codec=codec)
    except BaseException:
        lock.release()
        raise
    return SessionDatabase(lock, db)
