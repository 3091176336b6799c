"""The index's own file: made for its owner only, told from a damaged one, thrown away without regret.

SQLite keeps no checksums of what it stores. So when the index is closed, the file's size and time are written
beside it, and a file that anybody else has touched since then is not believed but built anew. While a
program uses the index, or after it was killed, SQLite's own log stands beside it and SQLite looks after it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from zlib import crc32

from interview_tui.store import disk
from interview_tui.store.reasons import reason_for
from interview_tui.store.workspace import Workspace

INDEX_VERSION = 3
"""Another form of the index, or of folding text: raise it, and every index is built anew."""

_APPLICATION = 0x49545549
_BUSY_S = 10.0

_SCHEMA = """
CREATE TABLE session(id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL,
  kept INTEGER NOT NULL, created INTEGER NOT NULL, about TEXT NOT NULL, problem TEXT NOT NULL);
CREATE INDEX session_held ON session(kept, created);
CREATE TABLE said(id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT UNIQUE NOT NULL);
CREATE TABLE label(id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, value TEXT NOT NULL, UNIQUE(name, value));
CREATE TABLE entry(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, note TEXT NOT NULL, at_ms INTEGER NOT NULL,
  tags INTEGER NOT NULL, phase INTEGER NOT NULL, question INTEGER NOT NULL, about INTEGER NOT NULL,
  author INTEGER NOT NULL, flags INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT);
CREATE VIRTUAL TABLE words USING fts5(t, l, content='', prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'");
INSERT INTO words(words, rank) VALUES('hashsize', 33554432);
"""


class IndexUnusable(Exception):  # noqa: N818 - the name says what is the case
    """The index cannot be kept on this disk; the reason finishes "because …"."""


def index_path(workspace: Workspace) -> Path:
    """Where a workspace's index is."""
    return workspace.cache / "search.db"


def is_index_file(path: Path) -> bool:
    """Whether a file is part of an index: everything in it stands in the sessions."""
    return path.parent.name == ".interview-tui" and path.name.startswith("search.")


def index_version() -> int:
    """The version that is written into the file; Python's idea of letters counts too."""
    return INDEX_VERSION << 20 | crc32(unicodedata.unidata_version.encode()) & 0xFFFFF


def open_file(path: Path) -> sqlite3.Connection:
    """The index in its file, made or made anew where it cannot be used; raises IndexUnusable."""
    try:
        disk.make_folder(path.parent)
        with _alone(path):
            if not is_sealed(path):
                discard(path)
            try:
                return _connected(path)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                discard(path)
                return _connected(path)
    except OSError as error:
        raise IndexUnusable(reason_for(error)) from error
    except sqlite3.Error as error:
        raise IndexUnusable(reason_of(error)) from error


def close_file(database: sqlite3.Connection, path: Path) -> None:
    """Close the index and write down what it looks like, unless another program goes on using it."""
    with suppress(OSError, sqlite3.Error), _alone(path):
        database.close()
        if not _wal_path(path).exists():
            descriptor = disk.open_for_writing(_seal_path(path), empty=True)
            try:
                disk.write_at(descriptor, _seal_of(path).encode("ascii"), 0)
            finally:
                os.close(descriptor)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Open and close while no other program does; where a disk knows no locks, it is done without."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name("search.lock"), timeout=_BUSY_S, mode=disk.FILE_MODE, thread_local=False)
    held = False
    with suppress(OSError, Timeout):
        lock.acquire()
        held = True
    try:
        yield
    finally:
        if held:
            lock.release()


def open_memory() -> sqlite3.Connection:
    """An index that is gone when the program ends."""
    database = _connect(":memory:")
    _make(database)
    return database


def _connected(path: Path) -> sqlite3.Connection:
    os.close(disk.open_for_writing(path))
    database = _connect(str(path))
    try:
        database.execute("PRAGMA journal_mode=WAL")
        if _versions(database) != (_APPLICATION, index_version()):
            if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise sqlite3.DatabaseError("another version")  # without a name: as good as damaged
            _make(database)
    except BaseException:
        database.close()
        raise
    return database


def _connect(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
    for setting in (
        "synchronous=NORMAL",
        "cache_size=-32768",
        "temp_store=MEMORY",
        "secure_delete=ON",
        "wal_autocheckpoint=8192",
    ):
        database.execute(f"PRAGMA {setting}")
    return database


def _make(database: sqlite3.Connection) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        if _versions(database) != (_APPLICATION, index_version()):  # else another program was quicker
            for statement in _SCHEMA.split(";\n"):
                database.execute(statement)
            database.execute(f"PRAGMA application_id={_APPLICATION}")
            database.execute(f"PRAGMA user_version={index_version()}")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _versions(database: sqlite3.Connection) -> tuple[int, int]:
    application = database.execute("PRAGMA application_id").fetchone()[0]
    return application, database.execute("PRAGMA user_version").fetchone()[0]


def is_sealed(path: Path) -> bool:
    """Whether the file is as it was left, or in SQLite's own care; so is one that is not there."""
    try:
        if _wal_path(path).exists() and path.is_file():
            return True
        return not path.exists() or _seal_path(path).read_text("ascii") == _seal_of(path)
    except (OSError, ValueError):
        return False


def is_usable(path: Path) -> bool:
    """Whether a file that is there holds an index of this version; nothing is written."""
    if not is_sealed(path):
        return False
    if _wal_path(path).exists():
        return True  # in use just now
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as database:
            return _versions(database) == (_APPLICATION, index_version())
    except sqlite3.Error:
        return False


def _wal_path(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _seal_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.seal")


def _seal_of(path: Path) -> str:
    seen = path.stat()
    return f"{seen.st_size} {seen.st_mtime_ns}"


def discard(path: Path) -> None:
    """Take an index away with everything beside it; raises OSError."""
    for file in path.parent.glob(f"{path.name}*"):
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file)
        else:
            file.unlink(missing_ok=True)


def reason_of(error: sqlite3.Error) -> str:
    """A few words that finish the sentence "… because …"."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return "the disk is full"
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH")):
        return "nothing can be written there"
    if name.startswith("SQLITE_BUSY"):
        return "another program is busy with it"
    return "the disk refuses"


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is damaged, rather than that the disk refuses."""
    name = getattr(error, "sqlite_errorname", "")
    return not name or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA"))
