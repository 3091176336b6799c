"""Who is meant, who is next, and what goes back to a participant."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from tests.sample import SESSION_ID, write_sample

from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import Consent, Contact, Participant
from interview_tui.store.participants import Roster, RosterError, edit_roster, read_roster
from interview_tui.store.people import (
    NoInterviewError,
    NoSuchParticipantError,
    People,
    keep_learnt,
    participant_meant,
    read_people,
    read_roster_if_any,
    take_in,
    take_in_somebody,
)
from interview_tui.store.workspace import Workspace

NOW = "2026-11-21T22:10:00+00:00"
ADA, BO = Participant(pseudonym="P03"), Participant(pseudonym="P04", scheduled="2026-11-22T10:00")
ROSTER = Roster((ADA, BO), {"P03": Contact(pseudonym="P03", name="Ada Lovelace", email="ada@example.org")})


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    workspace.create()
    return workspace


@pytest.mark.parametrize("text", ["P03", "p3", " P003 ", "ada  LOVELACE", "ada@example.org"])
def test_somebody_is_meant_by_any_spelling_of_a_pseudonym_and_by_a_name(text: str) -> None:
    assert participant_meant(text, ROSTER) == ADA


@pytest.mark.parametrize("roster", [ROSTER, None])
def test_a_pseudonym_that_nobody_has_yet_is_somebody_new(roster: Roster | None) -> None:
    assert participant_meant("p9", roster) == Participant(pseudonym="P09")


@pytest.mark.parametrize("text", ["Ada", "Grace Hopper", "P", "7", "P07 P08", "Q1"])
def test_any_other_text_is_refused_with_the_way_to_add_somebody(text: str) -> None:
    with pytest.raises(NoSuchParticipantError, match="interview-tui participant add --name") as refused:
        participant_meant(text, ROSTER)
    assert refused.value.exit_code == 2
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    "roster",
    [
        Roster((Participant(pseudonym="P07", withdrawn_utc=NOW),)),
        Roster((Participant(pseudonym="P07"),), unfinished=("P07",)),
    ],
)
def test_who_withdrew_or_is_withdrawing_is_refused(roster: Roster) -> None:
    with pytest.raises(NoInterviewError, match="P07 withdrew") as refused:
        participant_meant("p7", roster)
    assert refused.value.exit_code == 1


def test_a_workspace_without_participants_has_none_and_gets_no_file(workspace: Workspace) -> None:
    assert read_roster_if_any(workspace) == Roster()
    assert read_people(workspace).free == "P01"
    assert not workspace.participants_file.exists()


def test_who_was_seen_when_is_read_from_the_sessions(tmp_path: Path) -> None:
    write_sample(tmp_path, practice=False)
    workspace = Workspace(tmp_path)
    with edit_roster(workspace.participants_file) as editor:
        for person in (Participant(pseudonym="P07"), ADA, BO):
            editor.add(person)
    people = read_people(workspace)
    began = datetime.fromisoformat("2026-11-21T22:10:05+00:00")
    assert datetime.fromisoformat(people.last_seen["P07"]) == began.replace(second=0)
    assert people.planned("2026-11-22") == ["P04", "P03"]
    assert people.free == "P08"
    assert SESSION_ID.startswith("2026-11-21")


def test_reading_stops_when_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert read_people(Workspace(tmp_path), lambda: True) == People()


def test_what_was_learnt_adds_somebody_and_leaves_what_is_known(workspace: Workspace) -> None:
    learnt: dict[str, FieldValue] = {"participant": "p7", "consent_notes": True, "consent_at_utc": NOW}
    keep_learnt(workspace, learnt)
    with edit_roster(workspace.participants_file) as editor:
        person = editor.roster.get("P07")
        assert person is not None
        editor.replace(person, Contact(pseudonym="P07", name="Ada Lovelace"))
    keep_learnt(
        workspace, {**learnt, "customer_kind": "paying", "consent_at_utc": "2026-12-01T00:00:00+00:00"}
    )
    roster = read_roster(workspace.participants_file)
    (person,) = roster.participants
    assert person.customer_kind == "paying"
    assert person.consent == {"notes": Consent(given=True, at_utc=NOW)}
    assert roster.contacts["P07"].name == "Ada Lovelace"


@pytest.mark.parametrize("who", [None, "", "Ada"])
def test_a_session_of_nobody_in_particular_writes_nothing(workspace: Workspace, who: str | None) -> None:
    keep_learnt(workspace, {"participant": who, "consent_notes": True})
    assert not workspace.participants_file.exists()


def test_nothing_is_written_of_somebody_who_withdrew(workspace: Workspace) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P07", withdrawn_utc=NOW))
    with pytest.raises(RosterError, match="withdrew"):
        keep_learnt(workspace, {"participant": "P07", "consent_notes": True})


YES: dict[str, FieldValue] = {"participant": "P07", "consent_notes": True, "consent_at_utc": NOW}
NO_TO_NOTES = Participant(pseudonym="P07", consent={"notes": Consent(given=False, at_utc=NOW)})


def add(workspace: Workspace, person: Participant) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(person)


def test_two_who_start_with_the_same_free_number_get_two(workspace: Workspace) -> None:
    assert take_in(workspace, YES, None, exactly=False) == "P07"
    assert take_in(workspace, YES, None, exactly=False) == "P08"
    assert [person.pseudonym for person in read_roster(workspace.participants_file).participants] == [
        "P07",
        "P08",
    ]


def test_a_number_that_was_meant_and_is_somebody_else_s_by_now_is_refused(workspace: Workspace) -> None:
    add(workspace, NO_TO_NOTES)
    with pytest.raises(NoInterviewError, match="P07 was added meanwhile"):
        take_in(workspace, YES, None, exactly=True)
    assert read_roster(workspace.participants_file).get("P07") == NO_TO_NOTES


def test_a_no_becomes_a_yes_only_where_it_was_shown(workspace: Workspace) -> None:
    add(workspace, NO_TO_NOTES)
    with pytest.raises(NoInterviewError, match="P07 said no to notes meanwhile"):
        take_in(workspace, YES, Participant(pseudonym="P07"), exactly=True)
    assert take_in(workspace, YES, NO_TO_NOTES, exactly=True) == "P07"
    found = read_roster(workspace.participants_file).get("P07")
    assert found is not None
    assert found.consent["notes"].given is True


def test_who_withdrew_meanwhile_is_not_taken_in(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P07", withdrawn_utc=NOW))
    with pytest.raises(NoInterviewError, match="P07 withdrew"):
        take_in(workspace, YES, Participant(pseudonym="P07"), exactly=True)


def test_somebody_whom_nobody_named_gets_a_number_that_no_session_has_either(tmp_path: Path) -> None:
    write_sample(tmp_path, practice=False)
    workspace = Workspace(tmp_path)
    assert take_in_somebody(workspace, {"consent_notes": True}) == "P08"
    assert read_people(workspace).free == "P09"
