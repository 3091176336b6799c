"""Interviews in a workspace, written by the program's own gestures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.store.support import a_header

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.events import AnyEvent, FieldValue
from interview_tui.domain.interview import Interview
from interview_tui.domain.session import Session
from interview_tui.domain.values import value
from interview_tui.guides.reader import read_guide
from interview_tui.store.session_file import SessionFile, create_session, open_session
from interview_tui.store.workspace import Workspace

GUIDE = """\
## Get comfortable (5 min)
- Tell me about your day. !
## Dig in (15 min)
- Tell me about the last cancellation. !
- What did you do about it?
"""


@value
class Said:
    """One note: its text, tag, further tag and star."""

    text: str
    tag: str | None = None
    further: str = ""
    starred: bool = False


def hold(
    workspace: Workspace,
    session_id: str,
    *notes: Said | str,
    participant: str = "P07",
    segment: str = "clinics",
    takeaway: str = "",
    practice: bool = False,
    created_utc: str = "2026-11-21T22:10:05+00:00",
    **fields: bool,
) -> Path:
    """A finished interview with notes in its second phase, whose first question was skipped; its file."""
    guide = read_guide(GUIDE, name="clinics.md")
    header = replace(
        a_header(session_id, practice=practice),
        guide=guide,
        created_utc=created_utc,
        codebook=DEFAULT_CODEBOOK.tags,
    )
    file = create_session(workspace, header)
    now, ids = 0, count(1)
    interview = Interview(
        guide,
        Session(),
        device="laptop",
        author="Ada",
        now_ms=lambda: now,
        new_id=lambda: f"01J{next(ids):023}",
        keep=lambda event: _keep(file, event),
    )
    told: dict[str, FieldValue] = {"participant": participant, "segment": segment, **fields}
    for name, said in told.items():
        interview.tell("session", name, said)
    interview.begin()
    interview.skip_and_next()
    interview.ask_and_next()
    for number, note in enumerate(notes):
        now = 60_000 + number * 1000
        _write(interview, note if isinstance(note, Said) else Said(note), now)
    now = 600_000
    interview.finish()
    if takeaway:
        interview.tell("debrief", "takeaway_1", takeaway)
    assert file.close(20)
    return file.path


def _keep(file: SessionFile, event: AnyEvent) -> None:
    file.add(event)


def _write(interview: Interview, said: Said, now: int) -> None:
    note = interview.add_note(said.text, said.tag, now)
    assert note is not None
    if said.further:
        interview.set_note(note.id, f"tag:{said.further}", True, "tag")
    if said.starred:
        interview.set_note(note.id, "starred", True, "star")


def change(path: Path, act: Callable[[Interview], None]) -> None:
    """Do something more in an interview."""
    file = open_session(path)
    session = Session(file.events)
    ids = count(session.counter + 1000)
    act(
        Interview(
            file.header.guide,
            session,
            device="other",
            author="Ada",
            now_ms=lambda: session.last_ms,
            new_id=lambda: f"01K{next(ids):023}",
            keep=lambda event: _keep(file, event),
        )
    )
    assert file.close(20)
