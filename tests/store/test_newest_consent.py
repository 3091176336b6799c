"""A no to being quoted that comes after the interview holds everywhere, and so does a yes after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.people import FINISHED, KILLED, OTHER, write_people

from interview_tui.domain.consent import CONSENT_AT, QUOTING_AT, consent_field, newest_quoting
from interview_tui.domain.participant import Consent, Participant
from interview_tui.domain.session import SESSION, Session
from interview_tui.interchange.tidy import tidy_tables
from interview_tui.store.newest_consent import Spread, spread_quoting, spread_words, take_newest_quoting
from interview_tui.store.participants import edit_roster, read_roster
from interview_tui.store.people import keep_learnt, take_in
from interview_tui.store.session_file import open_session, read_session
from interview_tui.store.workspace import Workspace

QUOTING = consent_field("quoting")
FIRST, LATER, LAST = (f"2026-11-{day}T10:00:00+00:00" for day in (21, 22, 23))
NO, YES = Consent(given=False, at_utc=LATER, how="e-mail"), Consent(given=True, at_utc=LAST, how="e-mail")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Zoë, P07, has a finished and a killed session; P08 has another."""
    workspace = Workspace(tmp_path)
    workspace.create()
    write_people(workspace)
    return workspace


def answer(workspace: Workspace, consent: Consent) -> Participant:
    with edit_roster(workspace.participants_file) as editor:
        known = editor.roster.get("P07")
        assert known is not None
        return editor.replace(Participant(pseudonym="P07", consent={**known.consent, "quoting": consent}))


def told(workspace: Workspace, session: str) -> object:
    return Session(read_session(workspace.session_path(session)).events).field(SESSION, QUOTING)


def count(workspace: Workspace) -> int:
    return len(read_session(workspace.session_path(FINISHED)).events)


def test_a_no_reaches_each_session_of_this_person_once_and_a_yes_takes_it_back(workspace: Workspace) -> None:
    person = answer(workspace, NO)
    spread = spread_quoting(workspace, person, tidy=tidy_tables)
    assert (spread.given, sorted(spread.changed), spread.left) == (False, [FINISHED, KILLED], ())
    assert (told(workspace, FINISHED), told(workspace, KILLED), told(workspace, OTHER)) == (
        False,
        False,
        None,
    )
    before = count(workspace)
    assert spread_quoting(workspace, person, tidy=tidy_tables) == Spread(given=False)
    assert count(workspace) == before
    assert sorted(spread_quoting(workspace, answer(workspace, YES), tidy=tidy_tables).changed) == [
        FINISHED,
        KILLED,
    ]
    assert told(workspace, FINISHED) is True


def test_what_is_open_elsewhere_is_left_and_told_and_takes_it_in_itself(workspace: Workspace) -> None:
    file = open_session(workspace.session_path(FINISHED), tidy=tidy_tables)
    spread = spread_quoting(workspace, answer(workspace, NO), tidy=tidy_tables)
    assert (spread.changed, spread.left) == ((KILLED,), (FINISHED,))
    assert spread_words(spread) == (
        f"1 session held before is not to be quoted any more. {FINISHED} cannot be written now; the answer "
        f"goes in there when it is reviewed, or when the participant is edited again."
    )
    assert take_newest_quoting(file, workspace)
    assert take_newest_quoting(file, workspace) == []
    assert file.close(10)
    assert told(workspace, FINISHED) is False


def test_another_answer_in_the_next_interview_holds_for_the_one_before(workspace: Workspace) -> None:
    answer(workspace, Consent(given=True, at_utc=FIRST))
    keep_learnt(workspace, {"participant": "P07", QUOTING: False, CONSENT_AT: LATER}, tidy_tables)
    assert told(workspace, FINISHED) is False
    shown = read_roster(workspace.participants_file).get("P07")
    fields: dict[str, bool | str] = {"participant": "P07", QUOTING: True, CONSENT_AT: LAST}
    assert take_in(workspace, fields, shown, exactly=True, tidy=tidy_tables) == "P07"
    assert told(workspace, FINISHED) is True


def test_an_older_answer_of_an_interview_does_not_overrule_a_newer_one(workspace: Workspace) -> None:
    answer(workspace, NO)
    keep_learnt(workspace, {"participant": "P07", QUOTING: True, CONSENT_AT: FIRST})
    person = read_roster(workspace.participants_file).get("P07")
    assert person is not None
    assert person.consent["quoting"] == NO


@pytest.mark.parametrize(
    ("fields", "consent", "changes"),
    [
        ({}, None, False),
        ({QUOTING: True}, None, False),
        ({}, YES, False),
        ({}, NO, True),
        ({QUOTING: True}, NO, True),
        ({QUOTING: False}, NO, False),
        ({QUOTING: False}, YES, True),
        ({QUOTING: True, CONSENT_AT: FIRST}, NO, True),
        ({QUOTING: True, CONSENT_AT: LAST}, NO, False),
        ({QUOTING: True, CONSENT_AT: FIRST, QUOTING_AT: LAST}, NO, False),
    ],
)
def test_the_later_answer_holds(
    fields: dict[str, bool | str], consent: Consent | None, changes: bool
) -> None:
    assert bool(newest_quoting(fields, consent)) is changes
