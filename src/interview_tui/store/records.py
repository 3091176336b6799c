"""The border: rows of a file become values of the domain only after pydantic has checked them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic_core import ValidationError

from interview_tui.domain.events import AnyEvent
from interview_tui.domain.header import SessionHeader
from interview_tui.store.core_schema import tagged_validator_of, validator_of
from interview_tui.store.rows import Row, event_to_row, header_to_row

__all__ = [
    "event_to_row",
    "events_from_rows",
    "header_from_row",
    "header_to_row",
    "is_known",
    "unread_notices",
]

_EVENT = tagged_validator_of(AnyEvent, "kind")
_HEADER = validator_of(SessionHeader)

KINDS = frozenset(kind.__dataclass_fields__["kind"].default for kind in get_args(AnyEvent))
"""The kinds of event that this version knows."""


def events_from_rows(rows: Iterable[Mapping[str, Any]]) -> tuple[list[AnyEvent], list[Row]]:
    """The events of rows, and the rows that are none.

    Fields that a newer version added are passed over; rows of kinds that it added, and rows that do
    not hold what their kind asks for, come back beside the events. All of them stay in the file.
    """
    events: list[AnyEvent] = []
    unread: list[Row] = []
    for row in rows:
        try:
            events.append(_EVENT.validate_python(row))
        except ValidationError:
            unread.append(dict(row))
    return events, unread


def unread_notices(unread: Iterable[Mapping[str, Any]]) -> list[str]:
    """What to tell a person about rows that could not be read."""
    rows = list(unread)
    newer = sum(not is_known(row) for row in rows)
    invalid = len(rows) - newer
    notices = []
    if newer:
        notices.append(f"{_entries(newer)} of a newer version cannot be shown; the file keeps them.")
    if invalid:
        notices.append(
            f"{_entries(invalid)} did not hold what it should and cannot be shown; the file keeps them."
        )
    return notices


def is_known(row: Mapping[str, Any]) -> bool:
    """Whether a row says that it is of a kind this version knows."""
    kind = row.get("kind")
    return isinstance(kind, str) and kind in KINDS


def header_from_row(row: Mapping[str, Any]) -> SessionHeader:
    """The header of a row; raises ValueError if it does not hold one."""
    header: SessionHeader = _HEADER.validate_python(row)
    return header


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
