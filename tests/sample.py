"""A small session on disk, for tests that only read it."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.guide import Guide
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.interview import Interview
from interview_tui.domain.session import Session
from interview_tui.guides.reader import read_guide
from interview_tui.store.session_file import create_session
from interview_tui.store.workspace import Workspace

SOURCE = """\
## Get comfortable (5 min)
- Tell me about your day. !
## Dig in (15 min)
- Tell me about the last cancellation. !
"""
SESSION_ID = "2026-11-21-2210-x7k2"


def write_sample(folder: Path, session_id: str = SESSION_ID, *, practice: bool = True) -> Path:
    """A finished interview of ten minutes with three notes; its file."""
    workspace = Workspace(folder)
    workspace.create()
    guide: Guide = read_guide(SOURCE, name="clinics.md")
    header = SessionHeader(
        id=session_id,
        created_utc="2026-11-21T22:10:05+00:00",
        app_version="0.1.0",
        guide=guide,
        guide_source=SOURCE,
        guide_name="clinics.md",
        codebook=DEFAULT_CODEBOOK.tags,
        study="Round 2",
        practice=practice,
    )
    file = create_session(workspace, header)
    _tell(guide, file.add)
    assert file.close(20)
    return file.path


def _tell(guide: Guide, keep: object) -> None:
    now = 0
    ids = count(1)
    interview = Interview(
        guide,
        Session(),
        device="laptop",
        author="Ada",
        now_ms=lambda: now,
        new_id=lambda: f"01J{next(ids):023}",
        keep=keep,  # type: ignore[arg-type]
    )
    interview.tell("session", "participant", "P07")
    interview.begin()
    now = 60_000
    interview.hand_over()
    interview.add_note("runs the front desk", "background", 61_000)
    now = 300_000
    interview.ask_and_next()
    interview.add_note('said "ok [laughs]" \x1b[31m 取り消し', "quote", 301_000)
    interview.add_note("", "story", 302_000)
    now = 600_000
    interview.finish()
