from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.support import a_header, a_note

from interview_tui.domain.events import AnyEvent, FieldSet, NoteText, Undone
from interview_tui.store.json_bytes import decode, encode
from interview_tui.store.records import (
    KINDS,
    event_to_row,
    events_from_rows,
    header_from_row,
    header_to_row,
    unread_notices,
)

any_event: st.SearchStrategy[AnyEvent] = st.one_of([st.from_type(kind) for kind in get_args(AnyEvent)])


def through_a_file(row: dict[str, Any]) -> dict[str, Any]:
    found = decode(encode(row))
    assert isinstance(found, dict)
    return found


def without_what_no_file_holds(event: AnyEvent) -> bool:
    text = repr(event)
    return (
        not any("\ud800" <= character <= "\udfff" for character in text)
        and "nan" not in text
        and ("inf" not in text)
    )


@given(any_event.filter(without_what_no_file_holds))
def test_every_event_comes_back_from_its_row(event: AnyEvent) -> None:
    assert events_from_rows([through_a_file(event_to_row(event))]) == ([event], [])


def test_a_row_looks_the_same_before_and_after_the_file() -> None:
    event = Undone(id="1", device="d", counter=1, at_ms=0, author="a", events=("x", "y"))
    assert event_to_row(event) == through_a_file(event_to_row(event))


@pytest.mark.parametrize("value", ["3", 3, 3.5, True, None])
def test_a_field_keeps_the_kind_of_its_value(value: str | float | None) -> None:
    event = FieldSet(id="1", device="d", counter=1, at_ms=0, author="a", target="t", name="n", value=value)
    [back], _ = events_from_rows([through_a_file(event_to_row(event))])
    assert isinstance(back, FieldSet)
    assert type(back.value) is type(value)
    assert back.value == value


def test_rows_of_a_newer_version_are_kept_beside_the_events() -> None:
    known = {**event_to_row(a_note(1)), "sentiment": "cross"}
    newer = {**event_to_row(a_note(2)), "kind": "emotion_seen"}
    events, unread = events_from_rows([known, newer])
    assert events == [a_note(1)]
    assert unread == [newer]
    assert unread_notices(unread) == ["1 entry of a newer version cannot be shown; the file keeps them."]


@pytest.mark.parametrize(
    "broken",
    [{"text": None}, {"counter": "many"}, {"at_ms": [1]}, {"id": 5}],
)
def test_rows_that_do_not_hold_what_their_kind_asks_for_are_kept_and_told(broken: dict[str, Any]) -> None:
    row = {**event_to_row(a_note(1)), **broken}
    events, unread = events_from_rows([row, event_to_row(a_note(2))])
    assert events == [a_note(2)]
    assert unread == [row]
    assert "did not hold" in unread_notices(unread)[0]


def test_a_row_without_a_kind_is_kept() -> None:
    assert events_from_rows([{}, {"kind": ["note_added"]}]) == ([], [{}, {"kind": ["note_added"]}])


def test_every_kind_of_event_is_known_under_one_name() -> None:
    assert len(KINDS) == len(get_args(AnyEvent))
    assert NoteText(id="", device="", counter=0, at_ms=0, author="", note="", text="").kind in KINDS


def test_a_header_comes_back_with_its_guide_and_codebook() -> None:
    header = a_header()
    back = header_from_row(json.loads(encode(header_to_row(header))))
    assert back == header
    assert back.guide.questions[0].probes[0].text == "Why?"


def test_what_is_no_header_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="guide"):
        header_from_row({"id": "x"})
