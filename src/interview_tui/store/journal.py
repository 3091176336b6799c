"""A TinyDB storage that survives kill -9, power cuts and full disks, and saves a row in one append.

`ID.json` is a plain TinyDB file, only ever replaced as a whole. `ID.log` beside it takes the rows
saved since (see `log_lines.py`). At rest there is only the `.json`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from interview_tui.store import disk
from interview_tui.store.codec import PLAIN, Codec
from interview_tui.store.json_bytes import decode, encode
from interview_tui.store.log_lines import Row, Tables, apply_row, frame
from interview_tui.store.paths import damaged_path, log_path
from interview_tui.store.reading import load
from interview_tui.store.reasons import GONE

LOG_LIMIT = 1 << 20
"""Bytes of log after which a snapshot is due, so that opening stays quick."""

BeforeSnapshot = Callable[[Tables], None]


class JournalStorage(Storage):
    """Keeps a database as snapshot and log; every OSError it raises means "not saved, ask again".

    `notices` are sentences for a person about what opening had to set aside.
    """

    log_limit = LOG_LIMIT

    def __init__(
        self,
        path: str | Path,
        *,
        codec: Codec = PLAIN,
        before_snapshot: BeforeSnapshot | None = None,
    ) -> None:
        super().__init__()
        self.path = Path(path)
        self.before_snapshot = before_snapshot
        self._codec = codec
        self._log = log_path(self.path)
        loaded = load(self.path, codec)
        self.tables = loaded.tables
        self.notices = loaded.notices
        self.log_length = loaded.log.length
        self._snapshot_due_at = self.log_limit
        self._torn = False
        self._astray = False
        self._descriptor = disk.open_for_writing(self._log)
        try:
            disk.sync_folder(self.path.parent)  # the log's own name must survive a power cut
            if os.fstat(self._descriptor).st_size > self.log_length:
                self._cut_log(self.log_length)
            if loaded.notices:
                self._set_aside(loaded.log.damaged, snapshot_too=loaded.snapshot_damaged)
        except OSError:
            os.close(self._descriptor)
            raise

    # -- TinyDB's side ---------------------------------------------------------------------

    def read(self) -> Tables | None:
        """A copy of every table: TinyDB edits what it reads, and a failed write must leave no trace."""
        return cast(Tables, decode(encode(self.tables))) or None

    def write(self, data: Tables) -> None:
        """Replace the whole database in one atomic snapshot."""
        if data is not self.tables:
            self.snapshot()  # or a crash could replay the log's older rows over the new snapshot
        if self.before_snapshot is not None:
            self._tidy(data)
        disk.replace_file(self.path, self._codec.seal_file(encode(data)))
        self.tables = data
        self._cut_log(0)  # only now: until the snapshot was durable the log was the truth
        self._snapshot_due_at = self.log_limit

    def close(self) -> None:
        """Merge the log into the snapshot; when that fails the log stays, and holds every row."""
        try:
            self.snapshot()
            disk.remove(self._log)
        finally:
            os.close(self._descriptor)

    def abandon(self) -> None:
        """Let go of the files and leave in them what is there."""
        if not self.log_length:
            disk.remove(self._log)
        os.close(self._descriptor)

    # -- the hot path ----------------------------------------------------------------------

    def append(self, rows: Sequence[Row]) -> None:
        """Save rows with one append and one sync; on OSError none of them counts as saved."""
        if self._astray or self._log_was_deleted():
            self._find_back()
        if self._torn:
            self._cut_log(self.log_length)
        lines = frame(rows, self._codec)
        try:
            disk.write_at(self._descriptor, lines, self.log_length)
            disk.sync_file(self._descriptor)
        except OSError as error:
            self._torn = True
            self._astray = error.errno in GONE
            self._try_to_cut()
            raise
        self.log_length += len(lines)
        for row in rows:
            apply_row(self.tables, row)

    @property
    def snapshot_due(self) -> bool:
        """Whether the log has grown long enough to be merged."""
        return self.log_length >= self._snapshot_due_at

    def snapshot(self) -> None:
        """Merge the log into the `.json` file, if there is anything to merge."""
        if not self.log_length and not self._torn:
            return
        # A disk too full for a snapshot may still take rows: do not try again at each of them.
        self._snapshot_due_at = self.log_length + self.log_limit // 4
        self.write(self.tables)

    def has(self, table: str, doc_id: int) -> bool:
        """Whether a document is there."""
        return str(doc_id) in self.tables.get(table, {})

    # -- what can go wrong -----------------------------------------------------------------

    def _tidy(self, data: Tables) -> None:
        assert self.before_snapshot is not None
        try:
            self.before_snapshot(data)
        except Exception as error:
            # The tidy tables are a courtesy to other programs; they may not keep a note off the disk.
            self.notices.append(f"The tables for other programs could not be written ({error}).")

    def _cut_log(self, length: int) -> None:
        self._torn = True
        disk.cut(self._descriptor, length)
        self.log_length = length
        self._torn = False

    def _try_to_cut(self) -> None:
        with suppress(OSError):  # `_torn` stays set, and nothing is appended until a cut succeeds
            self._cut_log(self.log_length)

    def _log_was_deleted(self) -> bool:
        try:
            return disk.has_no_name(self._descriptor)
        except OSError:
            return True

    def _find_back(self) -> None:
        """Start a new log after the old one was deleted or its drive went away; memory has every row."""
        self._astray = True
        descriptor = disk.open_for_writing(self._log)
        os.close(self._descriptor)
        self._descriptor = descriptor
        self._torn = True
        disk.sync_folder(self.path.parent)
        self.write(self.tables)
        self._astray = False

    def _set_aside(self, lines: list[bytes], *, snapshot_too: bool) -> None:
        if lines:
            disk.append_to_file(damaged_path(self._log), b"\n".join(lines) + b"\n")
        if snapshot_too:
            disk.append_to_file(damaged_path(self.path), disk.read_bytes(self.path))
        self.write(self.tables)


class JournalTable(Table):
    """A TinyDB table whose insert is one line of the log; everything else is a snapshot."""

    def insert(self, document: Mapping[str, Any]) -> int:
        """Save a new document and return its id, as TinyDB's own insert does."""
        if not isinstance(document, Mapping):
            raise ValueError("Document is not a Mapping")
        journal = cast(JournalStorage, self.storage)
        if isinstance(document, Document):
            doc_id, self._next_id = document.doc_id, None
        else:
            doc_id = cast(int, self._get_next_id())  # type: ignore[no-untyped-call]
        if journal.has(self.name, doc_id):
            raise ValueError(f"Document with ID {doc_id} already exists")
        journal.append([(self.name, doc_id, dict(document))])
        self.clear_cache()
        if journal.snapshot_due:
            with suppress(OSError):  # the row is safe in the log
                journal.snapshot()
        return doc_id


class JournalDB(TinyDB):
    """A TinyDB over a journal."""

    table_class = JournalTable

    def __init__(self, path: str | Path, **options: Any) -> None:
        super().__init__(path, storage=JournalStorage, **options)

    @property
    def journal(self) -> JournalStorage:
        """The storage, with what TinyDB's interface does not know."""
        return cast(JournalStorage, self.storage)
