"""What a team worked out across interviews: `study.json`, one TinyDB file of events, kept like a session.

Reading takes no lock and writes nothing. A change takes a moment and holds the lock for that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from interview_tui.domain.study_record import StudyEvent, StudyRecord
from interview_tui.store.errors import SessionBusy, SessionDamaged, StoreError
from interview_tui.store.reasons import reason_for

if TYPE_CHECKING:
    from interview_tui.store.log_lines import Row, Tables

STUDY_RECORD_VERSION = 1
"""The form of the file that this version writes."""

EVENTS = "events"

DRAFTS = "drafts"
"""The table of what is being typed, by name, as sessions have one."""

PATIENCE_S = 3.0
"""How long a writer waits for another one: changes take a moment, nobody keeps the file open."""


class StudyRecordError(StoreError):
    """The study's themes and insights cannot be used."""

    title = "The study's themes and insights could not be used"


def read_study_record(path: Path) -> StudyRecord:
    """The state of a study, empty if there is no file; raises StudyRecordError if it cannot be understood."""
    return StudyRecord(_events(path, _read_tables(path)))


def keep_study_events(path: Path, events: Sequence[StudyEvent]) -> None:
    """Keep some events, durable at the return; those that are kept already are left alone.

    Raises StudyRecordError naming who holds the file, or why the disk refuses.
    """
    if events:
        _in_turn(path, lambda: _append(path, events))


def read_study_draft(path: Path, name: str) -> dict[str, str]:
    """What was typed and not kept yet under a name, by field; raises StudyRecordError as reading does."""
    for row in _read_tables(path).get(DRAFTS, {}).values():
        match row:
            case {"name": found, "draft": dict(draft)} if found == name:
                return {str(field): told for field, told in draft.items() if isinstance(told, str)}
    return {}


def keep_study_draft(path: Path, name: str, draft: Mapping[str, str]) -> None:
    """Keep what is being typed under a name, durable at the return; an empty one goes away.

    Raises StudyRecordError as `keep_study_events` does.
    """
    _in_turn(path, lambda: _put_draft(path, name, draft))


def _in_turn(path: Path, work: Callable[[], None]) -> None:
    from interview_tui.store.locks import lock_within

    try:
        lock = lock_within(path, PATIENCE_S)
        try:
            work()
        finally:
            lock.release()
    except SessionBusy as error:
        raise StudyRecordError(error.message) from None
    except OSError as error:
        raise StudyRecordError(
            f"{path.name} was not changed because {reason_for(error)}; make that right and try again."
        ) from error


def _append(path: Path, events: Sequence[StudyEvent]) -> None:
    from interview_tui.store.rows import event_to_row

    known = {event.id for event in _events(path, _read_tables(path))}  # refused before anything is written
    new = [event for event in events if event.id not in known]

    def rows(tables: Tables) -> list[Row]:
        """The new events behind those that are there."""
        number = max(map(int, tables.get(EVENTS, {})), default=0)
        return [(EVENTS, number + at, event_to_row(event)) for at, event in enumerate(new, start=1)]

    _write(path, rows)


def _put_draft(path: Path, name: str, draft: Mapping[str, str]) -> None:
    _events(path, _read_tables(path))  # refused before anything is written

    def rows(tables: Tables) -> list[Row]:
        """The draft in its place, or none there."""
        drafts = tables.get(DRAFTS, {})
        here = next((int(number) for number, row in drafts.items() if row.get("name") == name), 0)
        if not draft:
            return [(DRAFTS, here, None)] if here else []
        number = here or max(map(int, drafts), default=0) + 1
        return [(DRAFTS, number, {"name": name, "draft": dict(draft)})]

    _write(path, rows)


def _write(path: Path, made: Callable[[Tables], list[Row]]) -> None:
    from interview_tui.store.journal import JournalDB
    from interview_tui.store.migrations import META, META_ID

    journal = JournalDB(path).journal
    try:
        rows = made(journal.tables)
        if not journal.tables.get(META):
            rows.insert(0, (META, META_ID, {"schema_version": STUDY_RECORD_VERSION}))
        journal.append(rows)
    except BaseException:
        journal.abandon()
        raise
    with suppress(OSError):  # the rows are safe in the log, which the next change merges
        journal.close()


def _read_tables(path: Path) -> Tables:
    from interview_tui.store.codec import PLAIN
    from interview_tui.store.migrations import version_of
    from interview_tui.store.reading import load

    damaged = StudyRecordError(
        f"{path.name} is not a file of themes and insights any more; it was left as it is. "
        f"Restore it from a backup, or move it away to begin a new one."
    )
    try:
        loaded = load(path, PLAIN)
    except SessionDamaged as error:
        raise damaged from error
    if loaded.snapshot_damaged or loaded.snapshot_empty:
        raise damaged
    if version_of(loaded.tables) > STUDY_RECORD_VERSION:
        raise StudyRecordError(f"{path.name} was written by a newer version; update interview-tui to use it.")
    return loaded.tables


def _events(path: Path, tables: Tables) -> list[StudyEvent]:
    from interview_tui.domain.events import FieldSet, Undone
    from interview_tui.store.records import events_from_rows

    events, unread = events_from_rows(tables.get(EVENTS, {}).values())
    if unread:
        raise StudyRecordError(
            f"{len(unread)} of the entries of {path.name} cannot be understood; it was left as it is. "
            f"Restore it from a backup, or update interview-tui if a newer version wrote it."
        )
    return [event for event in events if isinstance(event, FieldSet | Undone)]
