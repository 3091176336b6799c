"""Tidy tables: one row a note, a turn, a phase, a question, a debrief answer, for pandas and the like."""

from __future__ import annotations

from collections.abc import Iterable

from interview_tui.domain.events import AnyEvent
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.session import Session
from interview_tui.interchange.view import NoteRow, Row, SessionView, row


def tidy_tables(header: SessionHeader, events: Iterable[AnyEvent]) -> dict[str, list[Row]]:
    """The tables by name; every row of a table has the same columns."""
    view = SessionView(header, Session(events))
    return {
        "notes": [_note(note) for note in view.notes],
        "turns": [{**row(turn), "length_ms": turn.length_ms} for turn in view.turns],
        "phases": [{**row(phase), **_talk(view, phase.index)} for phase in view.phases],
        "questions": [row(question) for question in view.questions],
        "debrief": [{"field": name, "value": value} for name, value in view.debrief.items()],
    }


def _note(note: NoteRow) -> Row:
    return {**row(note), "tags": list(note.tags), "others": list(note.others)}


def _talk(view: SessionView, phase: int) -> Row:
    """The talk of a phase, whose columns stand beside its times."""
    return row(view.talk_by_phase[phase][1])
