"""A session's tables as they are on disk, read without a lock and without writing a byte."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from interview_tui.store.codec import Codec
from interview_tui.store.disk import read_bytes
from interview_tui.store.errors import SessionDamaged, StoreError
from interview_tui.store.json_bytes import decode
from interview_tui.store.log_lines import LogContent, Tables, apply_row, read_lines
from interview_tui.store.paths import damaged_path, log_path
from interview_tui.store.reasons import reason_for

_READS_BEFORE_GIVING_IN = 20


@dataclass(slots=True)
class Loaded:
    """The tables of a session, what its log held, and whether the snapshot itself was damaged or empty."""

    tables: Tables
    log: LogContent
    snapshot_damaged: bool = False
    snapshot_empty: bool = False
    notices: list[str] = field(default_factory=list)


def load(path: Path, codec: Codec) -> Loaded:
    """The tables of `.json` and `.log` together; raises StoreError when they cannot be understood."""
    try:
        snapshot, raw_log = _read_both(path)
    except OSError as error:
        raise StoreError(f"{path.name} cannot be read because {reason_for(error)}.") from error
    log = read_lines(raw_log, codec)
    tables = _read_snapshot(snapshot, codec)
    hollow = not snapshot and path.exists()
    loaded = Loaded(tables or {}, log, snapshot_damaged=tables is None, snapshot_empty=hollow)
    if loaded.snapshot_damaged and not log.rows:
        raise SessionDamaged(
            f"{path.name} is not a session file any more; it was left as it is. Restore it from a backup."
        )
    for row in log.rows:
        apply_row(loaded.tables, row)
    loaded.notices = _notices(path, loaded)
    return loaded


def _read_both(path: Path) -> tuple[bytes, bytes]:
    """Both files as they were at one moment, even while somebody writes.

    The writer replaces the snapshot first and cuts the log after, so a log read before an unchanged
    snapshot belongs to it, if it was not cut while it was read; and a log read before a newer
    snapshot would still lose no document.
    """
    log = log_path(path)
    for _ in range(_READS_BEFORE_GIVING_IN):
        before = _identity(path)
        raw_log = read_bytes(log)
        snapshot = read_bytes(path)
        if _identity(path) == before and read_bytes(log).startswith(raw_log):
            break
    return snapshot, raw_log


def _identity(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _read_snapshot(snapshot: bytes, codec: Codec) -> Tables | None:
    if not snapshot:
        return {}
    try:
        value = decode(codec.open_file(snapshot))
    except ValueError:
        return None
    return value if isinstance(value, dict) and all(map(_is_table, value.values())) else None


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(document, dict) for document in value.values())


def _notices(path: Path, loaded: Loaded) -> list[str]:
    notices = []
    if loaded.snapshot_damaged:
        notices.append(
            f"{path.name} was damaged. What its log still held was recovered; "
            f"the damaged file is kept as {damaged_path(path).name}."
        )
    if count := len(loaded.log.damaged):
        lines = "1 line" if count == 1 else f"{count} lines"
        log = log_path(path)
        notices.append(
            f"{lines} of {log.name} could not be read and are kept in {damaged_path(log).name}; "
            f"everything else was recovered."
        )
    return notices
