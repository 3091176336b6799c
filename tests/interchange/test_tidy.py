"""The tidy tables, read by pandas as somebody else would."""

from __future__ import annotations

from typing import Any

import pandas as pd
from tests.interchange.told import Script, header_with

from interview_tui.interchange.session_json import session_json
from interview_tui.interchange.tidy import tidy_tables


def test_there_are_five_tables_and_all_are_empty_of_rows_when_nothing_happened() -> None:
    tables = tidy_tables(header_with(), [])
    assert {name: len(rows) for name, rows in tables.items()} == {
        "notes": 0,
        "turns": 0,
        "phases": 2,
        "questions": 4,
        "debrief": 0,
    }


def test_every_row_of_a_table_has_the_same_columns(script: Script) -> None:
    for rows in tidy_tables(script.header, script.events).values():
        assert len({tuple(row) for row in rows}) == 1


def test_pandas_counts_every_tag_of_a_note(script: Script) -> None:
    script.interview.set_note(script.session.notes[0].id, "tag:story", True, "tags")
    notes = pd.DataFrame(tidy_tables(script.header, script.events)["notes"])
    assert notes.explode("tags").groupby("tags").size().to_dict() == {"background": 1, "quote": 1, "story": 2}


def test_the_tables_say_what_the_json_says(script: Script) -> None:
    tables = tidy_tables(script.header, script.events)
    found: dict[str, Any] = session_json(script.header, script.session)
    assert [row["text"] for row in tables["notes"]] == [note["text"] for note in found["notes"]]
    assert tables["questions"] == found["questions"]
    assert {row["field"]: row["value"] for row in tables["debrief"]} == found["debrief"]


def test_the_order_of_events_does_not_matter(script: Script) -> None:
    assert tidy_tables(script.header, script.events[::-1]) == tidy_tables(script.header, script.events)


def test_pandas_counts_notes_by_tag_and_talk_by_speaker(script: Script) -> None:
    tables = tidy_tables(script.header, script.events)
    notes, turns = pd.DataFrame(tables["notes"]), pd.DataFrame(tables["turns"])
    assert notes.groupby("tag").size().to_dict() == {"background": 1, "quote": 1, "story": 1}
    assert turns.groupby("speaker")["length_ms"].sum().to_dict() == {
        "moderator": 35_000,
        "participant": 385_000,
    }
