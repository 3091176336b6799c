"""Appointments as a person tells them."""

from __future__ import annotations

from datetime import datetime

import pytest

from interview_tui.domain.participant import Participant
from interview_tui.domain.upcoming import Upcoming, upcoming

NOW = datetime(2026, 11, 24, 9, 30)


def person(number: int, scheduled: str, **known: str) -> Participant:
    return Participant(pseudonym=f"P{number:02}", scheduled=scheduled, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scheduled", "words", "missed"),
    [
        ("2026-11-24T14:00", "today 14:00", False),
        ("2026-11-24T09:00", "today 09:00", False),
        ("2026-11-24T08:00", "today 08:00", True),
        ("2026-11-24", "today", False),
        ("2026-11-25T09:00", "tomorrow 09:00", False),
        ("2026-11-20T09:00", "Fri 20 Nov 09:00", True),
        ("2026-11-23", "yesterday", True),
    ],
)
def test_a_time_is_said_as_a_person_says_it(scheduled: str, words: str, missed: bool) -> None:
    assert upcoming([person(1, scheduled)], {}, NOW) == [Upcoming("P01", words, missed)]


def test_the_soonest_comes_first_and_the_missed_last() -> None:
    people = [
        person(1, "2026-11-20T09:00"),
        person(2, "2026-11-26T09:00"),
        person(3, "2026-11-24T08:00"),
        person(4, "2026-11-24T14:00"),
        person(5, ""),
        person(6, "2026-11-25T09:00", withdrawn_utc="2026-11-01T00:00:00+00:00"),
        person(7, "2026-11-25T09:00"),
    ]
    order = [one.pseudonym for one in upcoming(people, {"P07": "2026-11-25T09:05"}, NOW)]
    assert order == ["P04", "P02", "P03", "P01"]
