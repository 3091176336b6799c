"""What of a session goes into the index, as plain values that another process can hand over."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from interview_tui.domain.folding import fold
from interview_tui.domain.guide import Guide
from interview_tui.domain.session import Note, Session
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.library.rows import FurtherText, further_texts, held_session, place_of
from interview_tui.store.session_record import load_record

NOTE, DEBRIEF, QUESTION = 0, 1, 2
KINDS = ("note", "debrief", "question")
STARRED, WORD_FOR_WORD = 1, 2

SHIFT = 20
"""An entry's number is its session's times 2^20 and its own: newer sessions have higher ones."""

MOST_ENTRIES = 1 << SHIFT

Entry = tuple[int, str, int, str, str, str, str, str, int, str, str | None]
"""kind, note, at_ms, tags (JSON), phase, question, about, author, flags, text, and the text as it is
folded unless it is all ASCII and only its case was folded."""


@value(kw_only=True)
class Indexed:
    """What one session comes to; `about` is its LibrarySession as JSON, "" where it has no part in it."""

    name: str
    about: str = ""
    created: int = 0
    entries: tuple[Entry, ...] = ()
    problem: str = ""


def indexed(path: Path) -> Indexed:
    """Read one session for the index; never raises for what the file holds."""
    try:
        record = load_record(path)
    except InterviewError as error:
        return Indexed(name=path.stem, problem=error.message)
    session = Session(record.events)
    held = held_session(record, session)
    if held is None:
        return Indexed(name=path.stem)
    guide = record.header.guide
    further = map(_further_entry, reversed(further_texts(guide, session)))
    notes = (_note_entry(note, guide) for note in session.iter_notes())
    return Indexed(
        name=path.stem,
        about=json.dumps(asdict(held), ensure_ascii=False),
        created=_epoch(held.created_utc),
        entries=(*further, *notes),
    )


def _note_entry(note: Note, guide: Guide) -> Entry:
    phase, question = place_of(note, guide)
    tags = json.dumps(note.tags, ensure_ascii=False) if note.tags else "[]"
    flags = note.starred * STARRED | note.word_for_word * WORD_FOR_WORD
    text = note.text
    return NOTE, note.id, note.at_ms, tags, phase, question, "", note.author, flags, text, _folded(text)


def _further_entry(one: FurtherText) -> Entry:
    kind, text = KINDS.index(one.kind), one.text
    return kind, "", one.at_ms, "[]", one.phase, "", one.about, one.author, 0, text, _folded(text)


def _folded(text: str) -> str | None:
    folded = fold(text)
    return None if text.isascii() and folded == text.lower() else folded


def _epoch(utc: str) -> int:
    """Seconds since 1970; 0 for what is no time."""
    try:
        return int(datetime.fromisoformat(utc).timestamp())
    except (ValueError, OverflowError):
        return 0
