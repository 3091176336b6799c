"""The plan of a session that is started by a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.domain.consent import HOW_AT_ONCE
from interview_tui.domain.participant import Consent, Contact, Participant
from interview_tui.domain.study import Study
from interview_tui.store.config import Config
from interview_tui.store.participants import edit_roster
from interview_tui.store.people import NoInterviewError, NoSuchParticipantError
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import SessionPlan
from interview_tui.tui.planning import plan_for

EARLIER = "2026-11-01T09:00:00+00:00"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "own.md").write_text("- Tell me about your day.\n", encoding="utf-8")
    return workspace


def plan(
    workspace: Workspace, participant: str = "", *, now: bool = False, practice: bool = False
) -> SessionPlan:
    study, config = Study(guide="own"), Config(moderator="Bo")
    return plan_for(workspace, study, config, participant=participant, now=now, practice=practice)


def add(workspace: Workspace, person: Participant, name: str = "") -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(person, Contact(pseudonym=person.pseudonym, name=name))


def test_without_a_participant_only_the_people_at_work_are_known(workspace: Workspace) -> None:
    assert plan(workspace).people == {"participant": "", "moderator": "Bo", "note_taker": ""}


def test_a_participant_brings_what_is_known_but_no_name(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03", segment="clinics", customer_kind="trial"), "Ada Lovelace")
    people = plan(workspace, "Ada Lovelace").people
    assert (people["participant"], people["segment"], people["customer_kind"]) == ("P03", "clinics", "trial")
    assert "Lovelace" not in str(people)


def test_at_once_is_the_moderator_s_word_that_notes_are_allowed(workspace: Workspace) -> None:
    people = plan(workspace, "p7", now=True).people
    assert (people["participant"], people["consent_notes"], people["consent_how"]) == (
        "P07",
        True,
        HOW_AT_ONCE,
    )


def test_at_once_keeps_a_yes_that_was_given_before(workspace: Workspace) -> None:
    given = Consent(given=True, at_utc=EARLIER, how="signed form")
    add(workspace, Participant(pseudonym="P03", consent={"notes": given}))
    people = plan(workspace, "P03", now=True).people
    assert (people["consent_how"], people["consent_at_utc"]) == ("signed form", EARLIER)


def test_at_once_passes_over_no_refusal_but_asking_again_may(workspace: Workspace) -> None:
    refused = Consent(given=False, at_utc=EARLIER)
    add(workspace, Participant(pseudonym="P03", consent={"notes": refused}))
    with pytest.raises(NoInterviewError, match="leave out --now to ask again"):
        plan(workspace, "P03", now=True)
    assert plan(workspace, "P03").people["consent_notes"] is False


@pytest.mark.parametrize("now", [True, False])
def test_who_withdrew_is_refused_either_way(workspace: Workspace, *, now: bool) -> None:
    add(workspace, Participant(pseudonym="P03", withdrawn_utc=EARLIER))
    with pytest.raises(NoInterviewError, match="P03 withdrew"):
        plan(workspace, "P03", now=now)


def test_practice_asks_nobody_and_reads_no_participants(workspace: Workspace) -> None:
    workspace.participants_file.write_text("{", encoding="utf-8")
    people = plan(workspace, "p3", now=True, practice=True).people
    assert people == {"participant": "P03", "moderator": "Bo", "note_taker": ""}
    with pytest.raises(NoSuchParticipantError):
        plan(workspace, "Ada", practice=True)


def test_starting_at_once_without_a_participant_reads_none(workspace: Workspace) -> None:
    workspace.participants_file.write_text("{", encoding="utf-8")
    assert plan(workspace, now=True).people["consent_notes"] is True
