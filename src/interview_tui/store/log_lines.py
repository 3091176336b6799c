"""The lines of a session's log as pure bytes: `crc32 SP [table, doc_id, doc | null] LF`.

A line says "this document is now this" (null: it is gone), so reading a log twice, or over a newer
snapshot, gives the same tables, and a line that is damaged takes none of the others with it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from interview_tui.store.codec import Codec
from interview_tui.store.json_bytes import decode, encode

Document = Mapping[str, Any]
Row = tuple[str, int, Document | None]
Tables = dict[str, dict[str, Any]]

_PREFIX_LENGTH = 9


@dataclass(slots=True)
class LogContent:
    """What a log held: its rows, the length of its whole lines in bytes, and lines that are damaged."""

    rows: list[Row] = field(default_factory=list)
    length: int = 0
    damaged: list[bytes] = field(default_factory=list)


def frame(rows: Iterable[Row], codec: Codec) -> bytes:
    """The rows as lines, ready to append."""
    return b"".join(_frame_line(codec.seal_line(encode(row))) for row in rows)


def _frame_line(sealed: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(sealed), sealed)


def read_lines(raw: bytes, codec: Codec) -> LogContent:
    """Every whole line of a log.

    What follows the last line feed is the torn end of a save that was never acknowledged; so are
    bytes of zero, which a power cut leaves where a file had grown and its content had not arrived.
    """
    content = LogContent()
    end = raw.rfind(b"\n") + 1
    content.length = end
    for line in raw[:end].split(b"\n")[:-1]:
        row = _read_line(line, codec)
        if row is not None:
            content.rows.append(row)
        elif line.strip(b"\0"):
            content.damaged.append(line)
    return content


def _read_line(line: bytes, codec: Codec) -> Row | None:
    sealed = line[_PREFIX_LENGTH:]
    if line[:_PREFIX_LENGTH] != b"%08x " % zlib.crc32(sealed):
        return None
    try:
        value = decode(codec.open_line(sealed))
    except ValueError:
        return None
    match value:
        case [str(table), int(doc_id), dict() | None as document]:
            return table, doc_id, document
    return None


def apply_row(tables: Tables, row: Row) -> None:
    """Make one document of the tables what the row says."""
    table, doc_id, document = row
    if document is None:
        tables.get(table, {}).pop(str(doc_id), None)
    else:
        tables.setdefault(table, {})[str(doc_id)] = dict(document)
