"""The JSON Schema of a whole session file, for people who read one with their own programs."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from interview_tui.domain.events import AnyEvent
from interview_tui.domain.header import SCHEMA_VERSION, SessionHeader

EVENT: TypeAdapter[AnyEvent] = TypeAdapter(Annotated[AnyEvent, Field(discriminator="kind")])
HEADER: TypeAdapter[SessionHeader] = TypeAdapter(SessionHeader)
"""What pydantic itself makes of an event and of a header; files are read by `records`, which agrees."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
TIDY_TABLES = ("notes", "turns", "phases", "questions", "debrief")
"""Tables that are written for other programs and never read back."""


def session_schema() -> dict[str, Any]:
    """The JSON Schema of a session's `.json` file."""
    schemas, definitions = TypeAdapter.json_schemas(
        [("header", "validation", HEADER), ("event", "validation", EVENT)]
    )
    header, event = schemas["header", "validation"], schemas["event", "validation"]
    draft = {
        "type": "object",
        "required": ["name", "draft"],
        "properties": {"name": {"type": "string"}, "draft": {"type": "object"}},
    }
    tables: dict[str, Any] = {"meta": _table(header), "events": _table(event), "drafts": _table(draft)}
    tables |= {name: _table({"type": "object"}) for name in TIDY_TABLES}
    return {
        "$schema": _DIALECT,
        "title": f"interview-tui session, version {SCHEMA_VERSION}",
        "type": "object",
        "required": ["meta"],
        "properties": tables,
        **definitions,
    }


def _table(document: dict[str, Any]) -> dict[str, Any]:
    """A TinyDB table: documents under their numbers."""
    return {"type": "object", "additionalProperties": document, "propertyNames": {"pattern": "^[0-9]+$"}}
