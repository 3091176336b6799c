"""A workspace in which somebody took part, with everything that an interview may leave behind."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

from tests.store.support import a_header, a_note

from interview_tui.domain.events import FieldSet
from interview_tui.domain.participant import Contact, Participant
from interview_tui.store.disk import make_folder, replace_file
from interview_tui.store.participants import edit_roster
from interview_tui.store.session_file import create_session
from interview_tui.store.workspace import Workspace

ZOE = Contact(
    pseudonym="P07",
    name="Zoë Lovelace",
    email="zoe@example.org",
    phone="+44 20 7946 0018",
    note="mornings only",
)
SECRETS = ("Zoë", "Lovelace", "zoe@example.org", "7946", "mornings only")
"""What nobody may read anywhere after Zoë withdrew."""

WORDS = ("a paper list by the phone", "half a sentence", "the killed one")
"""What stands in the notes of her sessions."""

FINISHED, KILLED, OTHER = "2026-11-21-2210-x7k2", "2026-11-22-0900-b3m9", "2026-11-23-1000-q4r5"

_NUMBERS = count(1)


def write_session(
    workspace: Workspace, session_id: str, participant: str, text: str, *, killed: bool = False
) -> Path:
    """A session with one note and half a line in the making; a killed one leaves its log and its lock."""
    file = create_session(workspace, a_header(session_id, practice=False))
    for name, said in (("participant", participant), ("referred_by", "P07" if participant != "P07" else "")):
        file.add(_field(name, said))
    file.add(a_note(next(_NUMBERS), text))
    file.draft("note line", {"text": f"{text}, and"})
    assert file.saver.flush(10)
    if killed:
        left = {path: path.read_bytes() for path in workspace.sessions.glob(f"{session_id}.*")}
    assert file.close(10)
    if killed:
        file.path.unlink()
        for path, content in left.items():
            path.write_bytes(content)
    return file.path


def _field(name: str, said: str) -> FieldSet:
    number = next(_NUMBERS)
    return FieldSet(
        id=f"01J{number:023d}",
        device="laptop",
        counter=number,
        at_ms=number,
        author="ada",
        target="session",
        name=name,
        value=said,
    )


def write_people(workspace: Workspace) -> None:
    """Zoë is P07 and named P08; she has one finished session, one killed, and left traces of all kinds."""
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P02"))
        editor.add(
            Participant(
                pseudonym="P07",
                segment="clinics",
                customer_kind="trial",
                referred_by="P02",
                scheduled="2026-11-21T22:10",
                incentive="30 € voucher",
                attributes={"desk": "by the window"},
            ),
            ZOE,
        )
        editor.add(Participant(pseudonym="P08", referred_by="P07"), Contact(pseudonym="", name="Sam Lee"))
    write_session(workspace, FINISHED, "P07", f"{WORDS[0]}, {WORDS[1]}")
    write_session(workspace, KILLED, "p7", WORDS[2], killed=True)
    write_session(workspace, OTHER, "P08", "another list")
    _write_leftovers(workspace)


def _write_leftovers(workspace: Workspace) -> None:
    for path, text in {
        workspace.sessions / f"{FINISHED}.json.damaged": WORDS[0],
        workspace.sessions / f"{FINISHED}.log.damaged": WORDS[1],
        workspace.sessions / f"{FINISHED}.json.tmp": WORDS[0],
        workspace.sessions / f"{KILLED}.log.damaged": WORDS[2],
        workspace.path / "exports" / f"{FINISHED}.md": WORDS[0],
        workspace.path / "exports" / f"{FINISHED}.md.tmp": WORDS[0],
        workspace.path / "exports" / f"{KILLED}-summary.txt": WORDS[2],
        workspace.path / "exports" / f"{OTHER}.json": "another list",
        workspace.cache / "index.sqlite": WORDS[0],
        workspace.cache / "fault.txt": "KeyError: 'Zoë Lovelace'",
        workspace.participants_file.with_name("participants.json.damaged"): ZOE.name,
        workspace.participants_file.with_name("participants.log.damaged"): json.dumps(ZOE.email),
        workspace.participants_file.with_name("participants.json.tmp"): ZOE.phone,
    }.items():
        make_folder(path.parent)
        replace_file(path, text.encode())


def everything(workspace: Workspace) -> bytes:
    """Every byte of every file, and their names, without differences of case."""
    files = [path for path in sorted(workspace.path.rglob("*")) if path.is_file()]
    return b"\n".join(part for path in files for part in (path.name.encode(), path.read_bytes())).lower()


def left_of(workspace: Workspace, words: tuple[str, ...]) -> list[str]:
    """Which of the words still stand somewhere, plain or escaped."""
    told = everything(workspace)
    return [
        word
        for word in words
        if word.lower().encode() in told or json.dumps(word.lower())[1:-1].encode() in told
    ]
