"""A session that was read as the rows of the library."""

from __future__ import annotations

from typing import TypeGuard

from interview_tui.domain.consent import consent_field, notes_refused
from interview_tui.domain.guide import Guide
from interview_tui.domain.library import LibraryNote, LibrarySession
from interview_tui.domain.participant import as_pseudonym
from interview_tui.domain.session import SESSION, Note, Session
from interview_tui.store.session_record import SessionRecord

_MS_PER_MINUTE = 60_000


def library_rows(record: SessionRecord) -> tuple[LibrarySession, list[LibraryNote]] | None:
    """An interview and its notes; None for practice, and where the participant allows no notes."""
    if record.header.practice:
        return None
    session = Session(record.events)
    about = session.fields(SESSION)
    if notes_refused(about):
        return None

    def told(name: str) -> str:
        value = about.get(name)
        return "" if value is None else str(value).strip()

    flow = session.flow
    held = LibrarySession(
        id=record.path.stem,
        created_utc=record.header.created_utc,
        participant=as_pseudonym(told("participant")) or told("participant"),
        segment=told("segment"),
        study=record.header.study,
        guide=record.header.guide.title or record.header.guide_name,
        moderator=told("moderator"),
        minutes=flow.active_ms(0, flow.stop_ms(session.last_ms)) / _MS_PER_MINUTE,
        finished=session.finished,
        may_be_quoted=about.get(consent_field("quoting")) is not False,
    )
    return held, [_note(held, record.header.guide, note) for note in session.iter_notes()]


def _note(held: LibrarySession, guide: Guide, note: Note) -> LibraryNote:
    phases, questions = guide.phases, guide.questions
    return LibraryNote(
        session=held.id,
        id=note.id,
        at_ms=note.at_ms,
        text=note.text,
        tags=note.tags,
        phase=phases[note.phase].title if _within(note.phase, len(phases)) else "",
        question=questions[note.question].text if _within(note.question, len(questions)) else "",
        starred=note.starred,
        word_for_word=note.word_for_word,
        author=note.author,
        participant=held.participant,
        segment=held.segment,
        created_utc=held.created_utc,
    )


def _within(number: int | None, count: int) -> TypeGuard[int]:
    return number is not None and 0 <= number < count
