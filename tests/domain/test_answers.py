"""What is typed about a participant, and what is meant by it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.answers import (
    attribute_from,
    consent_item_from,
    misplaced,
    scheduled_from,
    scheduled_words,
    segment_from,
    segment_hint,
)
from interview_tui.domain.participant import Consent, Contact, Participant
from interview_tui.domain.study import Segment

TODAY = date(2026, 11, 30)
SEGMENTS = (Segment(name="Clinics"), Segment(name="practices"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-24 10:00", "2026-11-24T10:00"),
        (" 2026-11-24T10:00 ", "2026-11-24T10:00"),
        ("2026-11-24 9:05", "2026-11-24T09:05"),
        ("2026-11-24 9.05", "2026-11-24T09:05"),
        ("2026-11-24T10:00:00", "2026-11-24T10:00"),
        ("today 15:00", "2026-11-30T15:00"),
        ("Tomorrow 9:30", "2026-12-01T09:30"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_date_and_a_time_are_understood(typed: str, meant: str) -> None:
    assert scheduled_from(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["soon", "2026-11-24", "10:00", "2026-02-30 10:00", "2026-11-24 24:00", "2026-11-24 10:60", "\x1b 1:00"],
)
def test_what_is_no_date_and_time_is_told_how_to_write_one(typed: str) -> None:
    with pytest.raises(ValueError, match="write it like 2026-11-24 10:00, or tomorrow 10:00") as told:
        scheduled_from(typed, TODAY)
    assert "\x1b" not in str(told.value)


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2999, 12, 31)))
def test_what_is_shown_is_understood_again(moment: datetime) -> None:
    kept = f"{moment:%Y-%m-%dT%H:%M}"
    assert scheduled_from(scheduled_words(kept), TODAY) == kept


@pytest.mark.parametrize(
    ("typed", "kept", "hint"),
    [
        ("clinics", "Clinics", ""),
        ("PRACTICES ", "practices", ""),
        ("", "", ""),
        ("clinic", "clinic", "did you mean Clinics?"),
        ("zebras", "zebras", "it has Clinics, practices."),
    ],
)
def test_a_segment_is_spelt_as_in_the_study(typed: str, kept: str, hint: str) -> None:
    segment = segment_from(typed, SEGMENTS)
    assert segment == kept
    assert segment_hint(segment, SEGMENTS).endswith(hint)
    assert bool(segment_hint(segment, SEGMENTS)) is bool(hint)
    assert segment_hint(segment, ()) == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("role=nurse", ("role", "nurse")), (" a = b = c ", ("a", "b = c")), ("a=", ("a", ""))],
)
def test_an_attribute_is_a_key_and_a_value(typed: str, meant: tuple[str, str]) -> None:
    assert attribute_from(typed) == meant


@pytest.mark.parametrize("typed", ["nurse", "=nurse", " = "])
def test_what_is_no_attribute_is_told(typed: str) -> None:
    with pytest.raises(ValueError, match="is no attribute"):
        attribute_from(typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("notes", "notes"), ("Follow-up", "follow_up"), ("follow up", "follow_up")]
)
def test_what_was_asked_is_understood(typed: str, meant: str) -> None:
    assert consent_item_from(typed) == meant


ADA = Contact(pseudonym="P01", name="Ada Lovelace", phone="020 7946 0018", note="mornings only")
OTHERS = (Contact(pseudonym="P02", name="José Núñez"), Contact(pseudonym="P03", name="Max"))


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Participant(pseudonym="P01", segment="ada lovelace"), "the segment has the participant's name"),
        (Participant(pseudonym="P01", attributes={"Ada Lovelace": "yes"}), "the attribute Ada Lovelace has"),
        (
            Participant(pseudonym="P01", incentive="call 02079460018"),
            "the incentive has the participant's telep",
        ),
        (
            Participant(
                pseudonym="P01", consent={"notes": Consent(given=True, at_utc="", how="by bo@x.org")}
            ),
            "how consent to notes was given has an e-mail address",
        ),
        (Participant(pseudonym="P01", attributes={"E-Mail": "yes"}), "E-Mail belongs to the contact data"),
        (Participant(pseudonym="P01", attributes={"Full name": "x"}), "Full name belongs to the contact"),
        (Participant(pseudonym="P01", attributes={"Prénom": "x"}), "Prénom belongs to the contact"),
        (Participant(pseudonym="P01", attributes={"Straße": "x"}), "Straße belongs to the contact"),
        (
            Participant(pseudonym="P01", attributes={"reach": "+49 170 1234567"}),
            "the attribute reach has a t",
        ),
        (Participant(pseudonym="P01", segment="0170/1234567"), "the segment has a telephone number"),
        (Participant(pseudonym="P01", incentive="paypal +49 170 1234567"), "the incentive has a telephone"),
        (
            Participant(pseudonym="P01", attributes={"boss": "José Núñez"}),
            "the attribute boss has P02's name",
        ),
        (
            Participant(pseudonym="P01", attributes={"boss": "JOSE NUNEZ"}),
            "the attribute boss has P02's name",
        ),
        (Participant(pseudonym="P01", attributes={"most": "Max 30 beds", "since": "2026-11-24"}), ""),
        (Participant(pseudonym="P01", segment="lace", attributes={"when": "mornings only"}), ""),
    ],
)
def test_nothing_personal_stands_where_everybody_may_read_it(person: Participant, words: str) -> None:
    told = misplaced(person, ADA, OTHERS)
    assert told.startswith(words)
    assert bool(told) is bool(words)
