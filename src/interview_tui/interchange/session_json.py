"""A session as JSON, for other programs; text is kept exactly as typed."""

from __future__ import annotations

from interview_tui.domain.header import SessionHeader
from interview_tui.domain.session import Session
from interview_tui.interchange.view import NoteRow, Row, SessionView, row


def session_json(header: SessionHeader, session: Session) -> Row:
    """Everything a session came to, as values that any JSON writer takes."""
    view = SessionView(header, session)
    return {
        "session": _session(view),
        "phases": [row(phase) for phase in view.phases],
        "questions": [row(question) for question in view.questions],
        "notes": [_note(note) for note in view.notes],
        "turns": [row(turn) for turn in view.turns],
        "talk": {
            **row(view.talk),
            "by_phase": [{"phase": title, **row(talk)} for title, talk in view.talk_by_phase],
        },
        "debrief": dict(view.debrief),
    }


def _session(view: SessionView) -> Row:
    """The fixed keys first; whatever else was set about the session follows them."""
    header = view.header
    fixed: Row = {
        "id": header.id,
        "created_utc": header.created_utc,
        "participant": view.said("participant"),
        "moderator": view.said("moderator"),
        "note_taker": view.said("note_taker"),
        "guide": header.guide.title,
        "study": header.study,
        "state": view.state,
        "duration_ms": view.duration_ms,
        "practice": header.practice,
    }
    return {**fixed, **{name: value for name, value in view.about.items() if name not in fixed}}


def _note(note: NoteRow) -> Row:
    """A note; the texts of others are only there where there are some."""
    found: Row = {**row(note), "tags": list(note.tags)}
    if note.others:
        found["others"] = list(note.others)
    else:
        del found["others"]
    return found
