"""The search index of a workspace: derived from its sessions, brought up to date by their time stamps.

Whatever happens to it, nothing is lost: a damaged index is built anew, and where none can be kept on the
disk, one is built in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TypeVar

from interview_tui.domain.library import Library
from interview_tui.domain.search import SearchResult
from interview_tui.domain.values import value
from interview_tui.store.library import index_file
from interview_tui.store.library.index_entries import indexed
from interview_tui.store.library.index_searching import Searcher
from interview_tui.store.library.index_writing import Dictionary, Writer
from interview_tui.store.library.progress import Cancelled, OnProgress, go_on
from interview_tui.store.library.readers import Readers
from interview_tui.store.library.stamps import stamp_of, stamps_in
from interview_tui.store.workspace import Workspace

_Answer = TypeVar("_Answer")


@value(kw_only=True)
class IndexChanges:
    """What a refresh did: how many sessions it read, how many were gone, and which cannot be read."""

    read: int = 0
    gone: int = 0
    unreadable: tuple[str, ...] = ()


def open_index(workspace: Workspace) -> LibraryIndex:
    """The index of a workspace as it was left; a context manager. `refresh` brings it up to date."""
    return LibraryIndex(workspace)


class LibraryIndex:
    """Finds notes, answers and questions of all interviews; for one thread at a time, whichever it is.

    `problem` is a sentence where the index could not be kept on the disk and lives in memory.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.problem = ""
        self._path = index_file.index_path(workspace)
        self._lock = RLock()
        self._open()

    def __enter__(self) -> LibraryIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the index as it is for the next time."""
        with self._lock:
            if self._on_disk:
                index_file.close_file(self._database, self._path)
            else:
                self._database.close()

    # -- bringing it up to date ------------------------------------------------------------

    def refresh(self, on_progress: OnProgress = go_on) -> IndexChanges:
        """Read what was changed since; raises Cancelled, after which the next call goes on from there.

        `on_progress` hears how many sessions of all are up to date. Raises StoreError if the folder with the
        sessions cannot be read.
        """
        with self._lock:
            return self._surely(lambda: self._refresh(on_progress))

    def refresh_session(self, path: Path) -> None:
        """Read one session again, if it was changed."""
        with self._lock:
            self._surely(lambda: self._refresh_one(path))

    def _refresh(self, on_progress: OnProgress) -> IndexChanges:
        self._dictionary.clear()
        stamps = stamps_in(self.workspace.sessions)
        known = self._known()
        gone = [name for name in known if name not in stamps]
        changed = sorted(name for name, stamp in stamps.items() if known.get(name) != stamp)
        left = self._remove(gone)
        done = len(stamps) - len(changed)
        if not on_progress(done, len(stamps)):
            raise Cancelled
        with Readers([self.workspace.sessions / f"{name}.json" for name in changed]) as readers:
            for batch in readers.batches():
                with self._transaction() as writer:
                    left += sum(writer.put(stamps[found.name], found) for found in batch)
                done += len(batch)
                if not on_progress(done, len(stamps)):
                    raise Cancelled
        if left:
            self._purge()
        return IndexChanges(read=len(changed), gone=len(gone), unreadable=self._unreadable())

    def _refresh_one(self, path: Path) -> None:
        stamp = stamp_of(path)
        if not stamp:
            left = self._remove([path.stem]) > 0
        elif self._known().get(path.stem) == stamp:
            return
        else:
            found = indexed(path)
            with self._transaction() as writer:
                left = writer.put(stamp, found)
        if left:
            self._purge()

    def _known(self) -> dict[str, str]:
        """The stamps of what can be left as it is; what could not be read is tried again."""
        return dict(
            self._database.execute("SELECT name, CASE problem WHEN '' THEN stamp ELSE '' END FROM session")
        )

    def _unreadable(self) -> tuple[str, ...]:
        return tuple(
            name
            for (name,) in self._database.execute(
                "SELECT name FROM session WHERE problem != '' ORDER BY name"
            )
        )

    def _remove(self, names: Iterable[str]) -> int:
        """Take sessions out; how many of them had something in it."""
        with self._transaction() as writer:
            return sum(writer.remove(name) for name in names)

    def _purge(self) -> None:
        """See to it that no byte of what was taken out is left in the file."""
        with self._transaction() as writer:
            writer.purge()
        self._dictionary.clear()
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _transaction(self) -> Iterator[Writer]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield Writer(self._database, self._dictionary)
            self._database.execute("COMMIT")
        except BaseException:
            self._dictionary.clear()
            with suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")
            raise

    # -- reading it ------------------------------------------------------------------------

    def search(self, typed: str, limit: int = 50) -> SearchResult:
        """The first hits of what a person typed; any text has an answer."""
        with self._lock:
            return self._surely(lambda: self._searcher.search(typed, limit), filled=True)

    def library(self, on_progress: OnProgress = go_on) -> Library:
        """Every interview and note, as `read_library` gives them; raises Cancelled as `on_progress` says."""
        with self._lock:
            sessions, notes = self._surely(lambda: self._searcher.notes(on_progress), filled=True)
            unreadable = self._surely(self._unreadable, filled=True)
        return Library(tuple(sessions), tuple(notes), unreadable)

    def values(self, name: str) -> tuple[str, ...]:
        """Everything that a filter of this name can ask for, folded, in the order of the alphabet."""
        ask = "SELECT value FROM label WHERE name=? AND value != '' ORDER BY value"
        with self._lock:
            rows = self._surely(lambda: self._database.execute(ask, (name,)).fetchall())
        return tuple(str(told) for (told,) in rows)

    # -- whatever happens to it ------------------------------------------------------------

    def _open(self) -> None:
        self._on_disk = self.workspace.path.is_dir()
        try:
            self._use(index_file.open_file(self._path) if self._on_disk else index_file.open_memory())
        except index_file.IndexUnusable as error:
            self._use_memory(str(error))

    def _use(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._dictionary = Dictionary(database)
        self._searcher = Searcher(database, self._dictionary)

    def _use_memory(self, reason: str) -> None:
        self._on_disk = False
        self.problem = (
            f"The search index cannot be kept on the disk because {reason}, so it is built anew each time."
        )
        self._use(index_file.open_memory())

    def _surely(self, act: Callable[[], _Answer], *, filled: bool = False) -> _Answer:
        """Do something with the index; where that fails, with a new one, and then with one in memory.

        With `filled`, a new one is first filled.
        """
        for renew in (self._start_over, self._use_memory_for):
            try:
                return act()
            except sqlite3.Error as error:
                renew(error)
            if filled:
                self._surely(lambda: self._refresh(go_on))
        return act()

    def _start_over(self, error: sqlite3.Error) -> None:
        if not self._on_disk or not index_file.is_damage(error):
            self._use_memory_for(error)
            return
        with suppress(sqlite3.Error):
            self._database.close()
        with suppress(OSError):
            index_file.discard(self._path)
        self._open()

    def _use_memory_for(self, error: sqlite3.Error) -> None:
        with suppress(sqlite3.Error):
            self._database.close()
        self._use_memory(index_file.reason_of(error))
