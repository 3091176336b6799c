"""Whose name or address stands in a text that is about to leave; never repeated."""

from __future__ import annotations

from collections.abc import Mapping

from interview_tui.domain.personal import Sign, search_for, searchable
from interview_tui.errors import InterviewError
from interview_tui.store.people import read_roster_if_any
from interview_tui.store.workspace import Workspace

_WORDS: Mapping[Sign, str] = {"part of the name": "a part of the name"}


def names_warning(workspace: Workspace, text: str, *, parts: bool = False) -> str:
    """A sentence on the participants whom a text gives away; "" where it has none of those who are known.

    With `parts` a first name alone counts, as it does when somebody is forgotten: for what is said about
    several people, where "the debrief says: Ada" tells who a pseudonym is. In one session's own notes it
    would be said too often, of a moderator or a word of everyday use, to be heard when it matters.
    """
    try:
        contacts = read_roster_if_any(workspace).contacts
    except InterviewError as error:
        return f"Nobody can tell whether a name stands in it: {error.message}"
    told = searchable(text) if contacts else ""
    found = []
    for pseudonym, contact in contacts.items():
        signs = search_for(contact, parts=parts).signs_in(told)
        words = " and ".join(_WORDS.get(sign, f"the {sign}") for sign in signs if sign != "contact note")
        found += [f"{words} of {pseudonym}"] if words else []
    return f"It holds {', '.join(found)}: look before anybody else gets it." if found else ""
