"""Appointments as a person tells them: who comes when, and who was missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from interview_tui.domain.participant import Participant
from interview_tui.domain.planned import day_words, planned
from interview_tui.domain.values import value

GRACE = timedelta(minutes=60)
"""Somebody who is a little late is still the next one."""


@value
class Upcoming:
    """Somebody with an appointment: their pseudonym, when in words, and whether that time went by."""

    pseudonym: str
    words: str
    missed: bool = False


def upcoming(people: Iterable[Participant], last_seen: Mapping[str, str], now: datetime) -> list[Upcoming]:
    """Who has an appointment, soonest first, and at the end who was not seen at theirs.

    `last_seen` is as `planned` takes it, `now` local time.
    """
    found = [
        Upcoming(person.pseudonym, words, missed=_is_past(person.scheduled, now))
        for person in planned(people, last_seen, f"{now:%Y-%m-%d}")
        if (words := day_words(person.scheduled, now))
    ]
    return sorted(found, key=lambda one: one.missed)


def _is_past(scheduled: str, now: datetime) -> bool:
    moment = datetime.fromisoformat(scheduled).replace(tzinfo=None)
    if "T" not in scheduled and " " not in scheduled:
        return moment.date() < now.date()
    return now.replace(tzinfo=None) - moment > GRACE
