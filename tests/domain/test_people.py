"""What a session takes from its participant and what goes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import CONSENT_ITEMS, Consent, Participant
from interview_tui.domain.people import (
    answers,
    refused_notes,
    session_fields,
    why_no_interview,
    with_session_fields,
)

EARLIER, NOW = "2026-11-01T09:00:00+00:00", "2026-11-21T22:10:00+00:00"
KNOWN = Participant(
    pseudonym="P07",
    segment="clinics",
    customer_kind="paying",
    feeling="loves it",
    referred_by="P01",
    channel="video",
    scheduled="2026-11-21T22:00",
    attributes={"size": "small"},
    consent={"notes": Consent(given=True, at_utc=EARLIER, how="signed form")},
)


def test_a_session_takes_what_is_known_and_what_was_allowed() -> None:
    assert session_fields(KNOWN) == {
        "participant": "P07",
        "segment": "clinics",
        "customer_kind": "paying",
        "feeling": "loves it",
        "referred_by": "P01",
        "channel": "video",
        "consent_notes": True,
        "consent_at_utc": EARLIER,
        "consent_how": "signed form",
    }


def test_what_is_not_known_is_no_field() -> None:
    assert session_fields(Participant(pseudonym="P09")) == {"participant": "P09"}


def test_answers_given_now_go_back_with_their_date_and_the_earlier_ones_keep_theirs() -> None:
    fields: dict[str, FieldValue] = {
        **session_fields(KNOWN),
        "consent_recording": False,
        "consent_at_utc": NOW,
        "consent_how": "spoken",
    }
    assert with_session_fields(KNOWN, fields).consent == {
        "notes": Consent(given=True, at_utc=EARLIER, how="signed form"),
        "recording": Consent(given=False, at_utc=NOW, how="spoken"),
    }


def test_an_answer_that_changed_has_the_new_date() -> None:
    told = with_session_fields(
        KNOWN, {"consent_notes": False, "consent_at_utc": NOW, "consent_how": "e-mail"}
    )
    assert told.consent["notes"] == Consent(given=False, at_utc=NOW, how="e-mail")
    assert refused_notes(told)
    assert not refused_notes(KNOWN)


def test_the_screener_s_answers_go_back() -> None:
    told = with_session_fields(
        Participant(pseudonym="P09"),
        {"customer_kind": "former", "feeling": "hates it", "channel": "phone", "segment": "labs"},
    )
    assert (told.customer_kind, told.feeling, told.channel, told.segment) == (
        "former",
        "hates it",
        "phone",
        "labs",
    )


def test_what_a_session_does_not_know_takes_nothing_away() -> None:
    assert with_session_fields(KNOWN, {}) == KNOWN


odd_values = st.none() | st.booleans() | st.integers() | st.text(max_size=5)


@given(st.dictionaries(st.sampled_from(["customer_kind", "feeling", "channel"]), odd_values))
def test_no_odd_value_of_a_file_becomes_an_answer(fields: dict[str, FieldValue]) -> None:
    told = with_session_fields(KNOWN, fields)
    assert told.customer_kind in ("paying", fields.get("customer_kind"))
    assert told.customer_kind in ("unknown", "paying", "trial", "former", "prospect")
    assert told.feeling in ("", "loves it", "hates it")
    assert told.channel in ("", "in person", "video", "phone")


@given(st.dictionaries(st.sampled_from(CONSENT_ITEMS), st.booleans()))
def test_consent_comes_back_from_a_session_as_it_went_in(given_answers: dict[str, bool]) -> None:
    fields: dict[str, FieldValue] = {f"consent_{item}": answer for item, answer in given_answers.items()}
    person = with_session_fields(Participant(pseudonym="P09"), {**fields, "consent_at_utc": NOW})
    assert answers(session_fields(person)) == given_answers


def test_who_withdrew_cannot_be_interviewed() -> None:
    gone = Participant(pseudonym="P07", withdrawn_utc=NOW)
    assert why_no_interview(gone) == "P07 withdrew and cannot be interviewed; choose somebody else."
    assert why_no_interview(KNOWN) == ""
