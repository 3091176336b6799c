"""Whose interview comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from interview_tui.domain.participant import Participant
from interview_tui.domain.people import refused_notes


def planned(people: Iterable[Participant], last_seen: Mapping[str, str], today: str) -> list[Participant]:
    """Who is still to be interviewed: today and later soonest first, then without a time, then missed ones.

    `last_seen` has the local date and time (ISO 8601) of each pseudonym's newest session, `today` is a
    date. Who withdrew or refused notes is not planned, nor who was seen on their day or without having one.
    """
    waiting = [person for person in people if _waits(person, last_seen.get(person.pseudonym, ""))]
    return sorted(waiting, key=lambda person: _turn(person, today))


def _waits(person: Participant, seen: str) -> bool:
    if person.withdrawn_utc or refused_notes(person):
        return False
    return not seen or person.scheduled[:10] > seen[:10]


def _turn(person: Participant, today: str) -> tuple[int, str, int]:
    number = int(person.pseudonym[1:]) if person.pseudonym[1:].isdigit() else 0
    if not person.scheduled:
        return (1, "", number)
    return (0 if person.scheduled[:10] >= today else 2, person.scheduled, number)


def day_words(scheduled: str, now: datetime) -> str:
    """A local date and time as a person says it: `today 14:00`, `Tue 24 Nov 09:30`; empty if it is none."""
    try:
        moment = datetime.fromisoformat(scheduled)
    except ValueError:
        return ""
    days = (moment.date() - now.date()).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    day = (
        near.get(days)
        or f"{moment:%a} {moment.day} {moment:%b}{'' if -300 < days < 300 else f' {moment.year}'}"
    )
    return f"{day} {moment:%H:%M}" if "T" in scheduled or " " in scheduled else day
