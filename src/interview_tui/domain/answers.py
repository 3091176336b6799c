"""What is typed about a participant, read as what is meant; used by the command line and the form alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from typing import get_args

from interview_tui.domain.contact_keys import CONTACT_KEYS
from interview_tui.domain.participant import ConsentItem, Contact, Participant
from interview_tui.domain.personal import (
    Search,
    folded,
    looks_like_a_number,
    looks_like_an_address,
    search_for,
)
from interview_tui.domain.study import Segment
from interview_tui.domain.text import visible

WHEN_EXAMPLE = "2026-11-24 10:00"
"""How a date and a time are written."""

_LEAST_WORDS = 2
"""Words of somebody else's name: one alone, such as Max or May, may mean anything."""

_WHEN = re.compile(r"(\S+?)[ T]+(\d{1,2})[:.](\d\d)(?::00)?")
_DAYS = {"today": 0, "tomorrow": 1}


def scheduled_from(text: str, today: date) -> str:
    """A local date and time as it is kept (ISO 8601 to the minute); "" for none.

    Understands `today 15:00` and `tomorrow 9:30` too; raises ValueError with a sentence.
    """
    if not text.strip():
        return ""
    found = _WHEN.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        days = _DAYS.get(found[1].casefold())
        day = date.fromisoformat(found[1]) if days is None else today + timedelta(days=days)
        at = datetime(day.year, day.month, day.day, int(found[2]), int(found[3]))
    except ValueError:
        raise ValueError(
            f"{visible(text)!r} is no date and time; write it like {WHEN_EXAMPLE}, or tomorrow 10:00."
        ) from None
    return f"{at:%Y-%m-%dT%H:%M}"


def scheduled_words(scheduled: str) -> str:
    """A date and time as a person reads it: `2026-11-24 10:00`."""
    return scheduled.replace("T", " ")


def segment_from(text: str, segments: Iterable[Segment]) -> str:
    """A segment as the study spells it, else as it was typed."""
    wanted = text.strip()
    known = {segment.name.casefold(): segment.name for segment in segments}
    return known.get(wanted.casefold(), wanted)


def segment_hint(segment: str, segments: Iterable[Segment]) -> str:
    """A sentence about a segment that the study does not name; "" where nothing is wrong."""
    names = [known.name for known in segments]
    if not segment or not names or segment in names:
        return ""
    close = get_close_matches(segment.casefold(), [name.casefold() for name in names], n=1)
    meant = next((name for name in names if close and name.casefold() == close[0]), "")
    hint = f"did you mean {visible(meant)}?" if meant else f"it has {visible(', '.join(names))}."
    return f"{visible(segment)} is kept, but it is no segment of study.toml; {hint}"


def attribute_from(text: str) -> tuple[str, str]:
    """Key and value of `key=value`, an empty value takes the attribute away; raises ValueError."""
    key, equals, said = text.partition("=")
    if not equals or not key.strip():
        raise ValueError(f"{visible(text)!r} is no attribute; write it like  role=nurse  (role= removes it).")
    return key.strip(), said.strip()


def consent_item_from(text: str) -> ConsentItem:
    """What permission is meant by a word; raises ValueError with a sentence."""
    wanted = text.strip().casefold().replace("-", "_").replace(" ", "_")
    for item in get_args(ConsentItem):
        if item == wanted:
            return item  # type: ignore[no-any-return]
    raise ValueError(
        f"{visible(text)!r} is nothing that is asked; use notes, recording, quoting or follow-up."
    )


def misplaced(participant: Participant, contact: Contact | None, others: Iterable[Contact] = ()) -> str:
    """A sentence if something personal stands where everybody may read it; "" where all is well.

    `contact` is their own, `others` are anybody's; of those, a name of one word is not looked for.
    """
    searches = [("the participant's", search_for(contact))] if contact else []
    searches += [
        (f"{other.pseudonym}'s", search_for(other))
        for other in others
        if len(other.name.split()) >= _LEAST_WORDS
    ]
    for place, text in open_texts(participant):
        if found := _found_in(text, searches):
            return f"{place} has {found}; that belongs to the contact data alone."
    for key in participant.attributes:
        if re.sub(r"[\W_]", "", folded(key)) in CONTACT_KEYS:
            return f"{visible(key)} belongs to the contact data, and is no attribute."
    return ""


def places_of(contact: Contact, people: Iterable[Participant], contacts: Iterable[Contact]) -> list[str]:
    """Where among the participants somebody still stands: `P05, the attribute boss`."""
    search = search_for(contact)
    places = [(person.pseudonym, place, text) for person in people for place, text in open_texts(person)]
    places += [(other.pseudonym, "the note on how to reach them", other.note) for other in contacts]
    return [f"{whose}, {place}" for whose, place, text in places if search.found_in(text)]


def _found_in(text: str, searches: Iterable[tuple[str, Search]]) -> str:
    """What is personal about a text, in words."""
    for whose, search in searches:
        for sign in search.found_in(text):
            if sign != "contact note":
                return f"{whose} {sign}"
    if looks_like_an_address(text):
        return "an e-mail address"
    return "a telephone number" if looks_like_a_number(text) else ""


def open_texts(participant: Participant) -> Sequence[tuple[str, str]]:
    """What others may see, by what it is called."""
    return [
        ("the segment", participant.segment),
        ("the incentive", participant.incentive),
        *((f"the attribute {visible(key)}", f"{key} {said}") for key, said in participant.attributes.items()),
        *((f"how consent to {item} was given", answer.how) for item, answer in participant.consent.items()),
    ]
