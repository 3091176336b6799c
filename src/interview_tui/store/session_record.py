"""What a session file holds, validated; for reading, and for going on from there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interview_tui.domain.events import AnyEvent
from interview_tui.domain.header import SCHEMA_VERSION, SessionHeader
from interview_tui.store.codec import PLAIN, Codec
from interview_tui.store.errors import SessionDamaged, SessionMissing, SessionTooNew
from interview_tui.store.locks import Owner, holder
from interview_tui.store.log_lines import Tables
from interview_tui.store.migrations import meta_of, migrate, version_of
from interview_tui.store.paths import is_taken
from interview_tui.store.reading import load
from interview_tui.store.records import events_from_rows, header_from_row, unread_notices


@dataclass(slots=True)
class SessionRecord:
    """A session as its file has it.

    `unread` are rows of `events` that this version cannot use and the file keeps; `draft_ids` says
    under which number each draft is stored; `next_id` is the first free number of an event;
    `holder` is who writes the session right now.
    """

    path: Path
    header: SessionHeader
    events: list[AnyEvent]
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    unread: list[dict[str, Any]] = field(default_factory=list)
    draft_ids: dict[str, int] = field(default_factory=dict)
    next_id: int = 1
    holder: Owner | None = None


def check_exists(path: Path) -> None:
    """Raise SessionMissing if there is no session at a path."""
    if not is_taken(path):
        raise SessionMissing(f"There is no session {path.stem} in {path.parent}.")


def load_record(path: Path, codec: Codec = PLAIN) -> SessionRecord:
    """Read a session without a lock and without writing anything, even while somebody writes it."""
    check_exists(path)
    loaded = load(path, codec)
    newer = version_of(loaded.tables) > SCHEMA_VERSION
    migrate(loaded.tables)
    record = record_of(path, loaded.tables)
    record.holder = holder(path)
    record.notices = [*loaded.notices, *record.notices]
    if newer:
        record.notices.append(f"{path.stem} was written by a newer version; some of it may not be shown.")
    return record


def record_of(path: Path, tables: Tables) -> SessionRecord:
    """What the tables of a session hold; raises as `header_of` does."""
    rows = tables.get("events", {})
    events, unread = events_from_rows(rows.values())
    record = SessionRecord(path, header_of(path, tables), events, unread=unread)
    record.next_id = 1 + max((int(number) for number in rows if number.isdecimal()), default=0)
    record.notices = unread_notices(unread)
    for number, row in tables.get("drafts", {}).items():
        match row:
            case {"name": str(name), "draft": dict(draft)} if number.isdecimal():
                record.drafts[name] = draft
                record.draft_ids[name] = int(number)
    return record


def header_of(path: Path, tables: Tables) -> SessionHeader:
    """The header in a session's tables; raises SessionDamaged or SessionTooNew without a usable one."""
    try:
        return header_from_row(meta_of(tables))
    except ValueError as error:
        if version_of(tables) > SCHEMA_VERSION:
            raise SessionTooNew(
                f"{path.stem} was written by a newer version; update interview-tui to read it."
            ) from error
        raise SessionDamaged(
            f"{path.name} does not say which guide it was run with, so it is no session that can be "
            f"opened; it was left as it is. Restore it from a backup."
        ) from error
