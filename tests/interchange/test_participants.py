"""Participants in words: aligned, in the order of asking, and without a word of who they are."""

from __future__ import annotations

import pytest

from interview_tui.domain.participant import Consent, Contact, Participant
from interview_tui.domain.text import cells
from interview_tui.interchange.participants import (
    consent_words,
    contact_kinds,
    fact_lines,
    kind_words,
    participant_json,
    table_lines,
)


def answer(given: bool, how: str = "spoken", day: int = 20) -> Consent:
    return Consent(given=given, at_utc=f"2026-11-{day}T09:00:00+00:00", how=how)


@pytest.mark.parametrize(
    ("consent", "short", "full"),
    [
        ({}, "", ""),
        ({"notes": answer(True)}, "notes yes", "notes yes (spoken, 2026-11-20)"),
        (
            {"follow_up": answer(True), "notes": answer(True), "recording": answer(False)},
            "notes yes, recording no, follow-up yes",
            "notes yes, recording no, follow-up yes (spoken, 2026-11-20)",
        ),
        (
            {"notes": answer(True), "recording": answer(False, "e-mail"), "quoting": answer(True, "e-mail")},
            "notes yes, recording no, quoting yes",
            "notes yes (spoken, 2026-11-20), recording no, quoting yes (e-mail, 2026-11-20)",
        ),
        ({"notes": Consent(given=True, at_utc="", how="")}, "notes yes", "notes yes"),
    ],
)
def test_answers_that_were_given_together_share_how_and_when(
    consent: dict[str, Consent], short: str, full: str
) -> None:
    assert consent_words(consent) == short
    assert consent_words(consent, in_full=True) == full


def test_the_columns_of_the_table_stand_under_each_other_in_every_script() -> None:
    people = [
        Participant(pseudonym="P01", segment="診療所", scheduled="2026-11-24T10:00"),
        Participant(pseudonym="P02", segment="a\tb\x1b[31m", customer_kind="paying", feeling="loves it"),
        Participant(pseudonym="P100", withdrawn_utc="2026-11-20T09:00:00+00:00"),
    ]
    lines = table_lines(people, {"P01": 2})
    places = {
        cells(line[: line.index(word)]) for line, word in zip(lines[:2], ("when", "2026"), strict=False)
    }
    assert len(places) == 1
    assert "\x1b" not in "".join(lines)
    assert "withdrew 2026-11-20" in lines[3]


def test_who_they_are_is_told_by_kinds_alone() -> None:
    contact = Contact(pseudonym="P01", name="Ada", phone="4711")
    assert contact_kinds(contact) == "name, phone"
    assert contact_kinds(None) == ""


@pytest.mark.parametrize(
    ("kind", "feeling", "words"),
    [
        ("unknown", "", ""),
        ("trial", "", "trial"),
        ("unknown", "hates it", "hates it"),
        ("former", "loves it", None),
    ],
)
def test_the_kind_of_customer_in_words(kind: str, feeling: str, words: str | None) -> None:
    person = Participant(pseudonym="P01", customer_kind=kind, feeling=feeling)  # type: ignore[arg-type]
    assert kind_words(person) == (words if words is not None else "former, loves it")


def test_what_is_not_known_is_not_told() -> None:
    assert fact_lines(Participant(pseudonym="P01"), [], ()) == []
    assert fact_lines(Participant(pseudonym="P01", incentive_given=True), [], ()) == ["incentive  given"]


@pytest.mark.parametrize(
    ("sessions", "words"),
    [((), "nothing more is kept"), (("2026-11-21-2210-x7k2",), "their sessions stay, under the pseudonym")],
)
def test_what_stays_of_somebody_who_withdrew_is_told(sessions: tuple[str, ...], words: str) -> None:
    person = Participant(pseudonym="P01", withdrawn_utc="2026-11-20T09:00:00+00:00")
    assert fact_lines(person, [person], sessions)[0] == f"withdrew  2026-11-20; {words}"


def test_the_json_has_contact_data_only_where_they_are_given() -> None:
    person = Participant(pseudonym="P01")
    assert "contact" not in participant_json(person, [person], [])
    contact = Contact(pseudonym="P01", name="Ada")
    told = participant_json(person, [person], [], contact)
    assert told["contact"] == {"name": "Ada", "email": "", "phone": "", "note": ""}
