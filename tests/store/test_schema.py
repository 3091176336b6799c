from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError
from tests.store.support import a_header, a_note

from interview_tui.store.rows import event_to_row
from interview_tui.store.schema import TIDY_TABLES, session_schema
from interview_tui.store.session_file import create_session
from interview_tui.store.workspace import Workspace


def test_the_schema_is_a_schema_and_fits_a_real_file(workspace: Workspace) -> None:
    schema = session_schema()
    Draft202012Validator.check_schema(schema)
    session = create_session(workspace, a_header(), tidy=lambda header, events: {"notes": [{"text": "a"}]})
    session.add(a_note(1))
    session.draft("note", {"text": "half a"})
    assert session.close(10)
    Draft202012Validator(schema).validate(json.loads(session.path.read_bytes()))


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"meta": {"1": {"id": "x"}}},
        {"meta": {}, "events": {"1": {**event_to_row(a_note(1)), "counter": "many"}}},
        {"meta": {}, "events": {"one": event_to_row(a_note(1))}},
        {"meta": {}, "drafts": {"1": {"text": "no name"}}},
    ],
)
def test_the_schema_refuses_what_is_no_session(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Draft202012Validator(session_schema()).validate(wrong)


def test_the_schema_names_every_table() -> None:
    assert {"meta", "events", "drafts", *TIDY_TABLES} == set(session_schema()["properties"])
