"""Whose interview comes next, and how its day is said."""

from __future__ import annotations

from datetime import datetime

import pytest

from interview_tui.domain.participant import Consent, Participant
from interview_tui.domain.planned import day_words, planned

TODAY = "2026-11-21"


def person(pseudonym: str, scheduled: str = "") -> Participant:
    return Participant(pseudonym=pseudonym, scheduled=scheduled)


def order(*people: Participant, seen: dict[str, str] | None = None) -> list[str]:
    return [found.pseudonym for found in planned(people, seen or {}, TODAY)]


def test_the_soonest_comes_first_then_those_without_a_time_then_those_who_were_missed() -> None:
    assert order(
        person("P01"),
        person("P02", "2026-11-23T09:00"),
        person("P03", "2026-11-20T09:00"),
        person("P04", "2026-11-21T08:00"),
        person("P10"),
        person("P05", "2026-11-21T15:30"),
    ) == ["P04", "P05", "P02", "P01", "P10", "P03"]


@pytest.mark.parametrize(
    ("scheduled", "seen", "waits"),
    [
        ("", "", True),
        ("", "2026-11-03T10:00", False),
        ("2026-11-21T14:00", "2026-11-21T13:58", False),
        ("2026-11-21T14:00", "2026-11-21T14:03", False),
        ("2026-11-21T14:00", "2026-11-03T10:00", True),
        ("2026-11-01T14:00", "2026-11-03T10:00", False),
    ],
)
def test_who_was_seen_on_their_day_waits_no_more(scheduled: str, seen: str, waits: bool) -> None:
    assert (order(person("P07", scheduled), seen={"P07": seen} if seen else {}) == ["P07"]) is waits


def test_who_withdrew_or_refused_is_not_planned() -> None:
    gone = Participant(
        pseudonym="P01", scheduled="2026-11-22T10:00", withdrawn_utc="2026-11-20T10:00:00+00:00"
    )
    refusal = Consent(given=False, at_utc="2026-11-20T10:00:00+00:00")
    refused = Participant(pseudonym="P02", scheduled="2026-11-22T10:00", consent={"notes": refusal})
    assert order(gone, refused) == []


@pytest.mark.parametrize(
    ("scheduled", "words"),
    [
        ("2026-11-21T14:00", "today 14:00"),
        ("2026-11-22T09:30", "tomorrow 09:30"),
        ("2026-11-20T09:30", "yesterday 09:30"),
        ("2026-11-24T09:30", "Tue 24 Nov 09:30"),
        ("2028-01-05T09:30", "Wed 5 Jan 2028 09:30"),
        ("2026-11-21", "today"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_a_day_is_said_as_people_say_it(scheduled: str, words: str) -> None:
    assert day_words(scheduled, datetime(2026, 11, 21, 12, 0)) == words
