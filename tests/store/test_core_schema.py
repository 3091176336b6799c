from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import FrozenInstanceError, dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import SchemaValidator, ValidationError
from tests.store.support import a_header, a_note

from interview_tui.domain.bands import Band
from interview_tui.domain.events import AnyEvent
from interview_tui.domain.header import SessionHeader
from interview_tui.store.core_schema import tagged_validator_of, validator_of
from interview_tui.store.records import KINDS, event_to_row, header_to_row
from interview_tui.store.schema import EVENT, HEADER

OUR_EVENT = tagged_validator_of(AnyEvent, "kind")
OUR_HEADER = validator_of(SessionHeader)

SUGGESTIVE: list[Any] = [
    *("", "3", "3.0", " 3 ", "1e400", "true", "no", "moderator", "script", "dig_in"),
    *(0, 1, -1, 3.0, 3.5, 1e20, 10**30, float("inf"), float("nan"), True, False, None),
    *([], ["a"], [[]], {}, {"a": 1}, {"dig_in": {"goal": "0.1", "limit": 1}}),
]
"""Values that a lenient reader takes for others."""

anything = st.one_of(
    st.sampled_from(SUGGESTIVE).map(copy.deepcopy),
    st.sampled_from(sorted(KINDS)),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=6,
    ),
)
event_rows = st.one_of([st.from_type(kind) for kind in get_args(AnyEvent)]).map(event_to_row)
header_rows = st.builds(
    SessionHeader,
    guide=st.just(a_header().guide) | st.from_type(type(a_header().guide)),
    bands=st.dictionaries(st.sampled_from(["dig_in", "whole_session"]), st.builds(Band), max_size=2),
).map(header_to_row)

Answer = tuple[str, object]


def answer(validator: SchemaValidator | TypeAdapter[Any], row: object) -> Answer:
    """The value that was read, told by its text because NaN is not equal to itself; or every complaint."""
    try:
        return "read", repr(validator.validate_python(copy.deepcopy(row)))
    except ValidationError as error:
        return "refused", repr([(each["type"], each["loc"], each["msg"]) for each in error.errors()])


def containers(value: object) -> Iterator[dict[str, Any] | list[Any]]:
    """Every dict and list inside a row, the row itself first."""
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


@st.composite
def damaged(draw: st.DrawFn, rows: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """A row in which something, at any depth, is missing, of another type or new."""
    row = copy.deepcopy(draw(rows))
    for _ in range(draw(st.integers(1, 3))):
        place: Any = draw(st.sampled_from(list(containers(row))))
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        deed = draw(st.sampled_from(["replace", "drop", "add"] if keys else ["add"]))
        if deed == "add" and isinstance(place, dict):
            place[draw(st.text(max_size=5))] = draw(anything)
        elif deed == "add":
            place.append(draw(anything))
        elif deed == "drop":
            del place[draw(st.sampled_from(keys))]
        else:
            place[draw(st.sampled_from(keys))] = draw(anything)
    return row


@given(event_rows | damaged(event_rows))
@settings(max_examples=400)
def test_an_event_s_row_is_read_or_refused_as_a_type_adapter_does(row: dict[str, Any]) -> None:
    assert answer(OUR_EVENT, row) == answer(EVENT, row)


@given(header_rows | damaged(header_rows))
@settings(max_examples=200)
def test_a_header_s_row_is_read_or_refused_as_a_type_adapter_does(row: dict[str, Any]) -> None:
    assert answer(OUR_HEADER, row) == answer(HEADER, row)


@given(st.sampled_from(get_args(AnyEvent)), st.lists(anything, min_size=10, max_size=10))
@settings(max_examples=200)
def test_a_row_full_of_anything_is_read_or_refused_alike(kind: type[Any], values: list[object]) -> None:
    names = kind.__dataclass_fields__
    row = {**dict(zip(names, values, strict=False)), "kind": names["kind"].default}
    assert answer(OUR_EVENT, row) == answer(EVENT, row)


@given(anything)
def test_what_is_no_row_is_refused_alike(row: object) -> None:
    assert answer(OUR_EVENT, row) == answer(EVENT, row)
    assert answer(OUR_HEADER, row) == answer(HEADER, row)


@pytest.mark.parametrize("kind", get_args(AnyEvent), ids=lambda kind: kind.__name__)
def test_each_missing_field_is_complained_about_alike(kind: type[Any]) -> None:
    for left_out in [None, *kind.__dataclass_fields__]:
        row = {name: "1" for name in kind.__dataclass_fields__ if name != left_out}
        row["kind"] = kind.__dataclass_fields__["kind"].default
        assert answer(OUR_EVENT, row) == answer(EVENT, row)


def test_what_was_read_equals_what_was_written_and_cannot_be_changed() -> None:
    note, header = a_note(1), a_header()
    read_note = OUR_EVENT.validate_python(event_to_row(note))
    read_header = OUR_HEADER.validate_python(header_to_row(header))
    assert (read_note, hash(read_note)) == (note, hash(note))
    assert read_header == header
    for value, name in [(read_note, "text"), (read_header, "study"), (read_header.guide, "title")]:
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "something else")


def test_a_guide_that_was_read_finds_its_questions_and_keeps_them() -> None:
    guide = OUR_HEADER.validate_python(header_to_row(a_header())).guide
    assert guide.questions == a_header().guide.questions
    assert guide.questions is guide.questions


def test_each_reading_has_bands_of_its_own() -> None:
    row = {name: value for name, value in header_to_row(a_header()).items() if name != "bands"}
    first, second = (OUR_HEADER.validate_python(row).bands for _ in range(2))
    assert first == second == {}
    assert first is not second


@dataclass
class Busy:
    """Does something once it is made."""

    text: str

    def __post_init__(self) -> None:
        self.text = self.text.strip()


@dataclass
class Secretive:
    """Sets a field by itself."""

    text: str = field(init=False, default="")


@pytest.mark.parametrize(
    "form",
    [
        *(list[int], set[str], dict[str, int], tuple[int, str], tuple[()], Mapping, bytes, datetime, Any),
        *(int | datetime, tuple[datetime, ...], Mapping[str, datetime], Busy, Secretive),
    ],
    ids=str,
)
def test_a_form_without_a_rule_is_an_error_at_once(form: Any) -> None:
    with pytest.raises(TypeError, match="no rule"):
        validator_of(form)


@dataclass
class Plain:
    """Says nothing of its kind."""

    kind: str


@dataclass
class Spoken:
    """Says its kind, and shares it with nobody."""

    kind: Literal["spoken"] = "spoken"


def test_a_union_whose_members_cannot_be_told_apart_is_an_error_at_once() -> None:
    with pytest.raises(TypeError, match="Plain has no literal field 'kind'"):
        tagged_validator_of(Plain | Spoken, "kind")


def test_a_member_of_a_union_is_found_by_its_tag() -> None:
    found = tagged_validator_of(Spoken | a_note(1).__class__, "kind").validate_python({"kind": "spoken"})
    assert found == Spoken()
