"""Whose name or address stands in a text that is about to leave; it is told and never repeated."""

from __future__ import annotations

from interview_tui.domain.personal import search_for, searchable
from interview_tui.errors import InterviewError
from interview_tui.store.people import read_roster_if_any
from interview_tui.store.workspace import Workspace


def names_warning(workspace: Workspace, text: str) -> str:
    """A sentence on the participants whom a text gives away; "" where it has none of those who are known."""
    try:
        contacts = read_roster_if_any(workspace).contacts
    except InterviewError as error:
        return f"Nobody can tell whether a name stands in it: {error.message}"
    told = searchable(text) if contacts else ""
    found = []
    for pseudonym, contact in contacts.items():
        signs = [sign for sign in search_for(contact).signs_in(told) if sign != "contact note"]
        found += [f"the {' and the '.join(signs)} of {pseudonym}"] if signs else []
    return f"It holds {', '.join(found)}: look before anybody else gets it." if found else ""
