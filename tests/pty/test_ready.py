"""Getting ready in the real program: consent opens the way, a refusal ends it, and no name gets through."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pty.terminal import Terminal, run

from interview_tui.domain.participant import Consent, Contact, Participant
from interview_tui.domain.session import SESSION, Session
from interview_tui.store.participants import edit_roster, read_roster
from interview_tui.store.session_file import read_session
from interview_tui.store.workspace import Workspace

pytestmark = pytest.mark.pty

EARLIER = "2026-11-01T09:00:00+00:00"
NAME = "Ada Lovelace"
START = b"\x1b[19~"  # F8
NEXT_PLANNED = b"\x1bOQ"  # F2


def add(workspace: Path, *people: Participant, name: str = "") -> None:
    """Take people in; the first of them has the name."""
    with edit_roster(Workspace(workspace).participants_file) as editor:
        for person in people:
            editor.add(person, Contact(pseudonym=person.pseudonym, name=name) if name else None)
            name = ""


def the_session(workspace: Path) -> Session:
    (path,) = Workspace(workspace).session_paths()
    return Session(read_session(path).events)


def person(workspace: Path, pseudonym: str) -> Participant | None:
    return read_roster(Workspace(workspace).participants_file).get(pseudonym)


def test_consent_starts_the_clock_and_goes_to_the_session_and_to_the_participant(workspace: Path) -> None:
    add(workspace, Participant(pseudonym="P01"), Participant(pseudonym="P02"))
    with Terminal(workspace, "start") as terminal:
        terminal.wait_for("next planned", "may you take notes?")
        terminal.send(NEXT_PLANNED)
        terminal.wait_for("P02")
        terminal.send(START)
        terminal.wait_for("! Ask them")
        terminal.send("y")
        terminal.wait_for("F8 starts the clock")
        terminal.send(START)
        terminal.wait_for("P02", "saved", "type a note")
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
    about = the_session(workspace).fields(SESSION)
    assert (about["participant"], about["consent_notes"], about["consent_how"]) == ("P02", True, "spoken")
    assert about["ready_reminder"] is False
    found = person(workspace, "P02")
    assert found is not None
    assert found.consent["notes"].given is True


def test_keys_that_follow_each_other_at_once_find_their_fields(workspace: Path) -> None:
    with Terminal(workspace, "start") as terminal:
        terminal.wait_for("P01", "may you take notes?")
        terminal.send(START + b"y\x1b[By" + START + b"s lost slot")
        terminal.wait_for("P01", "story  lost slot", "● REC ok")
        terminal.send("\r/leave\r")
        assert terminal.wait_for_end() == 0
    session = the_session(workspace)
    about = session.fields(SESSION)
    assert (about["consent_notes"], about["consent_recording"]) == (True, True)
    assert [(note.tag, note.text) for note in session.notes] == [("story", "lost slot")]


def test_a_refusal_is_kept_and_nothing_of_a_session_is(workspace: Path) -> None:
    with Terminal(workspace, "start", "--participant", "p7") as terminal:
        terminal.wait_for("P07", "may you take notes?")
        terminal.send(START)
        terminal.wait_for("! Ask them")
        terminal.send("n")
        terminal.wait_for("refused: no session")
        terminal.send(START)
        assert terminal.wait_for_end() == 0
        assert "P07 refused notes: no session was started" in terminal.text
        assert terminal.given_back
    assert Workspace(workspace).session_paths() == []
    found = person(workspace, "P07")
    assert found is not None
    assert found.consent["notes"].given is False


@pytest.mark.parametrize(
    ("participant", "asked", "code", "sentence"),
    [
        (Participant(pseudonym="P07", withdrawn_utc=EARLIER), "P7", 1, "P07 withdrew"),
        (
            Participant(pseudonym="P07", consent={"notes": Consent(given=False, at_utc=EARLIER)}),
            "P07",
            1,
            "P07 said no to notes; leave out --now to ask again",
        ),
        (Participant(pseudonym="P07"), "Grace", 2, "participant add --name"),
    ],
    ids=["withdrawn", "refused", "unknown"],
)
def test_who_cannot_be_interviewed_at_once_is_refused_in_one_sentence(
    workspace: Path, participant: Participant, asked: str, code: int, sentence: str
) -> None:
    add(workspace, participant)
    with Terminal(workspace, "start", "--now", "--participant", asked, size=(200, 30)) as terminal:
        assert terminal.wait_for_end() == code
        assert sentence in terminal.text
        assert "Traceback" not in terminal.text
        assert terminal.given_back
    assert Workspace(workspace).session_paths() == []


def test_a_name_finds_its_participant_and_reaches_no_session_and_no_export(workspace: Path) -> None:
    add(workspace, Participant(pseudonym="P03"), name=NAME)
    with Terminal(workspace, "start", "--now", "--participant", NAME.lower()) as terminal:
        terminal.wait_for("P03", "type a note")
        terminal.send("s lost slot\r")
        terminal.wait_for("lost slot", "✓ saved")
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
    exports = [run(workspace, "export", "last", "--format", name).stdout for name in ("md", "json")]
    shown = run(workspace, "show", "last").stdout
    kept = [path.read_bytes() for path in workspace.rglob("*") if path.is_file()]
    with_name = [data for data in kept if b"lovelace" in data.lower()]
    assert with_name == [Workspace(workspace).participants_file.read_bytes()]
    assert all("P03" in text and "lovelace" not in text.casefold() for text in (*exports, shown))


def test_at_once_says_that_consent_was_taken_as_given_and_resume_is_refused_after_a_no(
    workspace: Path,
) -> None:
    with Terminal(workspace, "start", "--now", "--participant", "P07") as terminal:
        terminal.wait_for("Consent to notes: taken as given (--now)")
        terminal.send("/consent\r")
        terminal.wait_for("What do they allow?")
        terminal.send("n\r")
        terminal.wait_without("What do they allow?")
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
    with Terminal(workspace, "resume", size=(200, 30)) as terminal:
        assert terminal.wait_for_end() == 1
        assert "P07 does not allow notes" in terminal.text
        assert terminal.given_back
