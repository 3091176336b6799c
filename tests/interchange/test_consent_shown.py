"""Consent and the checklist in what is read afterwards."""

from __future__ import annotations

import pytest
from tests.interchange.told import Script

from interview_tui.domain.events import FieldValue
from interview_tui.domain.readiness import LABELS, ready_field
from interview_tui.domain.session import SESSION
from interview_tui.domain.text import cells
from interview_tui.interchange.markdown import session_markdown
from interview_tui.interchange.session_json import session_json
from interview_tui.interchange.summary import WIDTH, session_summary
from interview_tui.interchange.view import SessionView


def tell(script: Script, **fields: FieldValue) -> None:
    for name, told in fields.items():
        script.interview.tell(SESSION, name, told)


def report(script: Script) -> str:
    return session_markdown(script.header, script.session)


def test_quotes_that_may_not_be_used_are_marked_at_the_top_of_what_is_read(script: Script) -> None:
    tell(script, consent_quoting=False)
    assert report(script).splitlines()[2].startswith("**Quotes may not be used")
    assert session_summary(script.header, script.session).splitlines()[2] == "Quotes may not be used."


def test_notes_that_were_refused_are_marked_at_the_top_of_what_is_read(script: Script) -> None:
    assert "refused" not in report(script) + session_summary(script.header, script.session)
    tell(script, consent_notes=False, consent_quoting=False)
    assert report(script).splitlines()[2].startswith("**Notes refused: ")
    lines = session_summary(script.header, script.session).splitlines()
    assert lines[2:4] == ["Notes refused: nothing of this may be used.", "Quotes may not be used."]
    assert all(cells(line) <= WIDTH for line in lines)


@pytest.mark.parametrize("quoting", [True, None])
def test_otherwise_nothing_is_said_of_quotes(script: Script, quoting: bool | None) -> None:
    tell(script, consent_quoting=quoting)
    assert "Quotes" not in report(script)
    assert "Quotes" not in session_summary(script.header, script.session)


def test_the_report_says_what_was_allowed_and_when(script: Script) -> None:
    tell(
        script,
        consent_notes=True,
        consent_recording=False,
        consent_how="signed form",
        consent_at_utc="2026-11-20T09:30:00+00:00",
    )
    expected = "- **Consent:** notes yes, recording no (signed form; 2026-11-20 09:30 UTC)"
    assert expected in report(script)


def test_without_any_answer_the_report_says_nothing_of_consent(script: Script) -> None:
    assert SessionView(script.header, script.session).consent_words == ""
    tell(script, consent_how="spoken")
    assert "**Consent:**" not in report(script)


def test_what_kind_of_customer_they_are_stands_in_the_report(script: Script) -> None:
    tell(script, segment="clinics", customer_kind="paying", feeling="hates it")
    assert "- **Segment:** clinics\n- **Customer:** paying, hates it\n" in report(script)


def test_what_was_left_unticked_is_one_calm_line(script: Script) -> None:
    tell(script, ready_reminder=False, ready_incentive=False, ready_place=True)
    line = "Left unticked: incentive, reminder sent"
    assert line in session_summary(script.header, script.session).splitlines()
    assert "- **Left unticked:** incentive, reminder sent" in report(script)
    tell(script, **{ready_field(item): False for item in LABELS})
    (left,) = [
        text for text in session_summary(script.header, script.session).splitlines() if "unticked" in text
    ]
    assert cells(left) <= WIDTH


def test_json_has_the_answers_as_they_are(script: Script) -> None:
    tell(script, consent_notes=True, consent_quoting=False, ready_place=False)
    told = session_json(script.header, script.session)["session"]
    assert (told["consent_notes"], told["consent_quoting"], told["ready_place"]) == (True, False, False)
