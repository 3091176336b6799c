"""Consent as fields of a session: dated once, taken as given at once, and answered anew."""

from __future__ import annotations

import pytest

from interview_tui.domain.consent import HOW_AT_ONCE, answered_anew, at_once, dated
from interview_tui.domain.events import FieldValue

EARLIER, NOW = "2026-11-01T09:00:00+00:00", "2026-11-21T22:10:00+00:00"
ASKED: dict[str, FieldValue] = {
    "consent_notes": True,
    "consent_recording": None,
    "consent_how": "spoken",
    "consent_at_utc": EARLIER,
}


def test_answers_get_the_moment_of_the_start_where_they_have_none() -> None:
    assert dated({"consent_notes": True}, NOW)["consent_at_utc"] == NOW
    assert dated(ASKED, NOW)["consent_at_utc"] == EARLIER


@pytest.mark.parametrize("fields", [{}, {"participant": "P07"}, {"consent_notes": None}])
def test_what_was_not_asked_has_no_moment(fields: dict[str, FieldValue]) -> None:
    assert dated(fields, NOW) == fields


def test_at_once_takes_notes_as_allowed_and_leaves_an_earlier_yes_alone() -> None:
    told = at_once({"participant": "P07"})
    assert (told["consent_notes"], told["consent_how"]) == (True, HOW_AT_ONCE)
    assert at_once(ASKED) == ASKED


def test_at_once_does_not_borrow_the_moment_of_another_answer() -> None:
    told = at_once({"consent_recording": True, "consent_how": "e-mail", "consent_at_utc": EARLIER})
    assert dated(told, NOW)["consent_at_utc"] == NOW


def test_a_new_answer_was_spoken_now_and_the_others_stay_out() -> None:
    told: dict[str, FieldValue] = {"consent_notes": True, "consent_recording": False}
    assert answered_anew({**ASKED, "consent_how": HOW_AT_ONCE}, told, NOW) == {
        "consent_recording": False,
        "consent_how": "spoken",
        "consent_at_utc": NOW,
    }


def test_the_same_answers_change_nothing() -> None:
    assert answered_anew(ASKED, {"consent_notes": True, "consent_recording": None}, NOW) == {}
    assert answered_anew({}, {"consent_notes": None}, NOW) == {}
