"""The participants in the order in which a person looks for them: who comes next, who was there, who left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from interview_tui.domain.participant import Participant
from interview_tui.domain.people import refused_notes
from interview_tui.domain.planned import planned

Group = Literal["next", "no appointment", "missed", "interviewed", "refused notes", "withdrew"]


def grouped(
    people: Iterable[Participant], last_seen: Mapping[str, str], today: str
) -> list[tuple[Group, list[Participant]]]:
    """Every participant in one group, in the order of the groups; a group without anybody is left out.

    `last_seen` and `today` are as `planned` takes them.
    """
    everybody = list(people)
    coming = planned(everybody, last_seen, today)
    waiting = {person.pseudonym for person in coming}
    rest = [person for person in everybody if person.pseudonym not in waiting]
    there = [person for person in rest if not person.withdrawn_utc]
    groups: list[tuple[Group, list[Participant]]] = [
        ("next", [person for person in coming if person.scheduled[:10] >= today]),
        ("no appointment", [person for person in coming if not person.scheduled]),
        ("missed", [person for person in coming if "" < person.scheduled[:10] < today]),
        ("interviewed", [person for person in there if not refused_notes(person)]),
        ("refused notes", [person for person in there if refused_notes(person)]),
        ("withdrew", [person for person in rest if person.withdrawn_utc]),
    ]
    return [(group, members) for group, members in groups if members]


def in_order(people: Iterable[Participant], last_seen: Mapping[str, str], today: str) -> list[Participant]:
    """The same without the groups."""
    return [person for _, members in grouped(people, last_seen, today) for person in members]
