"""Which sessions a change of the codebook would change, and which of them cannot be changed now."""

from __future__ import annotations

import os
from pathlib import Path

from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.codebook_effect import Effect, Hindrance, SessionEffect
from interview_tui.domain.consent import notes_refused
from interview_tui.domain.participant import as_pseudonym
from interview_tui.domain.session import SESSION, Session
from interview_tui.domain.tag_moves import count_moves
from interview_tui.errors import InterviewError
from interview_tui.store.library.reading import Cancelled, OnProgress, go_on
from interview_tui.store.session_record import SessionRecord, load_record
from interview_tui.store.workspace import Workspace


def survey(workspace: Workspace, move: Move, on_progress: OnProgress = go_on) -> Effect:
    """What a move would come to; writes nothing. Raises Cancelled as `on_progress` says."""
    paths = sorted(workspace.session_paths(), key=lambda path: path.stem)
    found = []
    for done, path in enumerate(paths):
        if not on_progress(done, len(paths)):
            raise Cancelled
        effect = effect_on(path, move)
        if effect is not None:
            found.append(effect)
    on_progress(len(paths), len(paths))
    return Effect(tuple(found))


def effect_on(path: Path, move: Move) -> SessionEffect | None:
    """What a move would come to in one session; None where nobody is to look at its notes."""
    try:
        record = load_record(path)
    except InterviewError:
        return SessionEffect(session=path.stem, hindrance="cannot be read")
    if record.header.practice:
        return None
    session = Session(record.events)
    about = session.fields(SESSION)
    if notes_refused(about):
        return None
    told = about.get("participant")
    participant = "" if told is None else str(told).strip()
    return SessionEffect(
        session=path.stem,
        participant=as_pseudonym(participant) or participant,
        count=count_moves(session, move),
        hindrance=_hindrance(record),
    )


def _hindrance(record: SessionRecord) -> Hindrance:
    if record.holder is not None:
        return "open elsewhere"
    path = record.path
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return "read-only"
    return ""
