"""A session that is being written, and the ways to get one.

The database and pydantic are imported where a file is read: a new session's first screen does not
wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_tui.domain.events import AnyEvent
from interview_tui.domain.header import SessionHeader
from interview_tui.store.codec import PLAIN, Codec
from interview_tui.store.errors import StoreError
from interview_tui.store.reasons import reason_for
from interview_tui.store.reserve import Reserve
from interview_tui.store.saver import Saver
from interview_tui.store.workspace import Workspace

if TYPE_CHECKING:
    from interview_tui.store.database import SessionDatabase
    from interview_tui.store.log_lines import Tables
    from interview_tui.store.session_record import SessionRecord

Tidy = Callable[[SessionHeader, list[AnyEvent]], dict[str, list[dict[str, Any]]]]
"""Makes the tables for other programs from what happened."""


class SessionFile:
    """One open session: `events` and `drafts` as they are in memory, `saver` brings them to the disk."""

    saver: Saver

    def __init__(self, path: Path, header: SessionHeader, *, tidy: Tidy | None) -> None:
        self.path = path
        self.header = header
        self.events: list[AnyEvent] = []
        self.drafts: dict[str, dict[str, Any]] = {}
        self._database: SessionDatabase | None = None
        self._tidy = tidy
        self._notices: list[str] = []
        self._draft_ids: dict[str, int] = {}
        self._next_id = 1
        self._unread = 0

    @property
    def notices(self) -> list[str]:
        """Sentences for a person about what opening the file met."""
        return [*(self._database.notices if self._database else []), *self._notices]

    def add(self, event: AnyEvent) -> int:
        """Take an event and queue it; returns the number that `saver.durable` reaches when it is saved."""
        self.events.append(event)
        number, self._next_id = self._next_id, self._next_id + 1
        return self.saver.put("events", number, event)

    def draft(self, name: str, doc: dict[str, Any] | None) -> int:
        """Keep a line that is being typed, over its former self; None when it is typed no more."""
        number = self._draft_ids.setdefault(name, max(self._draft_ids.values(), default=0) + 1)
        if doc is None:
            self.drafts.pop(name, None)
            return self.saver.put("drafts", number, None)
        self.drafts[name] = doc
        return self.saver.put("drafts", number, {"name": name, "draft": doc})

    def close(self, timeout: float | None = None, *, drop: bool = False) -> bool:
        """See `Saver.close`: wait until durable, merge, unlock; False if something is not saved."""
        return self.saver.close(timeout, drop=drop)

    # -- how it is opened ------------------------------------------------------------------

    def _own(self, database: SessionDatabase) -> SessionDatabase:
        self._database = database
        return database

    def _go_on_from(self, record: SessionRecord) -> None:
        self.events = record.events
        self.drafts = record.drafts
        self._draft_ids = record.draft_ids
        self._next_id = record.next_id
        self._notices = record.notices
        self._unread = len(record.unread)

    def _write_tidy(self, tables: Tables) -> None:
        """Fill the tables for other programs from the events that are durable, and from no later ones."""
        if self._tidy is None:
            return
        durable = len(tables.get("events", {})) - self._unread
        for name, rows in self._tidy(self.header, self.events[:durable]).items():
            tables[name] = {str(number): row for number, row in enumerate(rows, start=1)}


def create_session(
    workspace: Workspace, header: SessionHeader, *, tidy: Tidy | None = None, codec: Codec = PLAIN
) -> SessionFile:
    """Begin a session at once; its file is opened in the background, and what fails there is in `saver`."""
    path = workspace.session_path(header.id)
    session = SessionFile(path, header, tidy=tidy)

    def open_keeper() -> SessionDatabase:
        from interview_tui.store.database import create_database

        database = session._own(create_database(path, codec))
        database.write_tidy_with(session._write_tidy)
        return database

    reserve = None if header.practice else _reserve(path)
    session.saver = Saver(open_keeper, reserve=reserve)
    session.saver.put("meta", 1, header)
    return session


def open_session(path: Path, *, tidy: Tidy | None = None, codec: Codec = PLAIN) -> SessionFile:
    """Go on with a session; raises SessionBusy, SessionDamaged, SessionTooNew or another StoreError."""
    from interview_tui.store.database import open_database
    from interview_tui.store.session_record import check_exists, record_of

    check_exists(path)
    try:
        database = open_database(path, codec)
    except OSError as error:
        raise StoreError(
            f"{path.stem} cannot be opened for writing because {reason_for(error)}; "
            f"make that right, or review it without changing it."
        ) from error
    try:
        record = record_of(path, database.tables)
    except BaseException:
        database.abandon()
        raise
    session = SessionFile(path, record.header, tidy=tidy)
    session._go_on_from(record)
    session._own(database).write_tidy_with(session._write_tidy)
    session.saver = Saver(lambda: database, reserve=_reserve(path))
    return session


def read_session(path: Path, *, codec: Codec = PLAIN) -> SessionRecord:
    """Look at a session without a lock and without writing, even while somebody else writes it."""
    from interview_tui.store.session_record import load_record

    return load_record(path, codec)


def _reserve(path: Path) -> Reserve:
    return Reserve(path.parent / ".reserve")
