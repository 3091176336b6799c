from __future__ import annotations

import json

import pytest
from tests.store.support import a_header, a_note, files_in

from interview_tui.store import migrations
from interview_tui.store.log_lines import Tables
from interview_tui.store.migrations import Migration, migrate, version_of
from interview_tui.store.rows import event_to_row, header_to_row
from interview_tui.store.session_file import open_session, read_session
from interview_tui.store.workspace import Workspace


def rename_notes(tables: Tables) -> None:
    tables["events"] = tables.pop("notes_taken")


def name_the_guide(tables: Tables) -> None:
    tables["meta"]["1"]["guide_name"] = tables["meta"]["1"].pop("file")


OLD_STEPS = (
    Migration("notes-are-events", 0, rename_notes),
    Migration("guide-has-a-name", 1, name_the_guide),
)


def old_tables() -> Tables:
    """A made-up file from before version 1."""
    meta = {**header_to_row(a_header()), "schema_version": 0, "migrations": ["notes-are-events"]}
    meta["file"] = meta.pop("guide_name")
    return {"meta": {"1": meta}, "events": {"1": event_to_row(a_note(1))}}


def test_only_the_steps_that_are_missing_are_taken_and_each_is_recorded() -> None:
    tables = old_tables()
    assert migrate(tables, OLD_STEPS) == ["guide-has-a-name"]
    assert version_of(tables) == 1
    assert tables["meta"]["1"]["migrations"] == ["notes-are-events", "guide-has-a-name"]
    assert migrate(tables, OLD_STEPS) == []


def test_an_older_file_is_brought_up_to_date_when_it_is_opened_and_only_then(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", OLD_STEPS)
    path = workspace.session_path(a_header().id)
    path.write_text(json.dumps(old_tables()))
    before = files_in(workspace.path)
    assert read_session(path).header.guide_name == "clinics.md"
    assert files_in(workspace.path) == before

    session = open_session(path)
    assert session.events == [a_note(1)]
    assert session.close(10)
    meta = json.loads(path.read_bytes())["meta"]["1"]
    assert meta["schema_version"] == 1
    assert meta["migrations"] == ["notes-are-events", "guide-has-a-name"]
    assert read_session(path).header == session.header
