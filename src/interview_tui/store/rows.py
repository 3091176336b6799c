"""Values of the domain as plain rows; cheap to import, because every keystroke comes this way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from interview_tui.domain.events import Event
from interview_tui.domain.header import SessionHeader

Row = dict[str, Any]


def event_to_row(event: Event) -> Row:
    """An event as a row of the `events` table."""
    return {field.name: _plain(getattr(event, field.name)) for field in fields(event)}


def header_to_row(header: SessionHeader) -> Row:
    """A header as the one row of the `meta` table."""
    return {name: _plain(value) for name, value in asdict(header).items()}


def document_of(value: Mapping[str, Any] | Event | SessionHeader) -> Mapping[str, Any]:
    """Anything that can be saved as the document that is saved."""
    match value:
        case Event():
            return event_to_row(value)
        case SessionHeader():
            return header_to_row(value)
    return value


def _plain(value: object) -> object:
    """Sequences as lists, as they come back from the file."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
