"""The border of the participants' file: its rows become values only after they have been checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError

from interview_tui.domain.participant import Contact, Participant
from interview_tui.domain.text import visible
from interview_tui.store.core_schema import validator_of
from interview_tui.store.log_lines import Tables
from interview_tui.store.migrations import meta_of

ROSTER_VERSION = 1
"""The form of the file that this version writes."""

PARTICIPANTS, CONTACTS, WITHDRAWALS = "participants", "contacts", "withdrawals"
"""The tables: what is known of each, how to reach them, and withdrawals that are not done yet."""

_PARTICIPANT = validator_of(Participant)
_CONTACT = validator_of(Contact)

_ALLOWED = {
    "missing": "it is missing",
    "string_type": "write text in quotes",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "dict_type": "write names and values in braces",
    "dataclass_type": "write names and values in braces",
}

Checked = TypeVar("Checked", Participant, Contact)


def roster_version(tables: Tables) -> int:
    """The form that a file says it has; the present one where it says nothing."""
    version = meta_of(tables).get("schema_version", ROSTER_VERSION)
    return version if isinstance(version, int) else ROSTER_VERSION


def participants_in(tables: Tables) -> Iterator[Participant]:
    """Every participant, in the order of their numbers; raises ValueError with a sentence."""
    yield from _values(tables, PARTICIPANTS, _PARTICIPANT)


def contacts_in(tables: Tables) -> Iterator[Contact]:
    """How to reach each, in the order of their numbers; raises ValueError with a sentence."""
    yield from _values(tables, CONTACTS, _CONTACT)


def row_of(person: Participant | Contact) -> dict[str, Any]:
    """A value as the row that is kept; raises ValueError for one that could not be read again."""
    row = asdict(person)
    _checked(row, _PARTICIPANT if isinstance(person, Participant) else _CONTACT)
    return row


def number_of(pseudonym: str) -> int:
    """Under which number the rows of a pseudonym are kept: P07 has 7."""
    return int(pseudonym[1:])


def _values(tables: Tables, table: str, validator: SchemaValidator) -> Iterator[Any]:
    rows = tables.get(table, {})
    for number in sorted(rows, key=lambda text: (len(text), text)):
        person = _checked(rows[number], validator)
        if not number.isdecimal() or (number, person.pseudonym) != (str(int(number)), f"P{int(number):02}"):
            raise ValueError(f"document {number} of {table} is not where {person.pseudonym!r} belongs")
        yield person


def _checked(row: Mapping[str, Any], validator: SchemaValidator) -> Any:
    try:
        return validator.validate_python(row)
    except ValidationError as error:
        whose = visible(str(row.get("pseudonym") or "somebody"))
        fault = error.errors()[0]
        field = visible(".".join(str(part) for part in fault["loc"] if part != "[key]"))
        raise ValueError(f"the {field} of {whose} is not right ({_allowed(fault)})") from error


def _allowed(fault: ErrorDetails) -> str:
    """What may stand where something else does, as it is written in JSON."""
    if fault["type"] == "literal_error":
        return f"write {fault['ctx']['expected']}".replace("'", '"')
    return _ALLOWED.get(fault["type"], "it cannot be understood")
