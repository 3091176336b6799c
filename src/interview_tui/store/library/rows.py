"""A session that was read as the rows of the library and of its index."""

from __future__ import annotations

from typing import TypeGuard

from interview_tui.domain.consent import consent_field, notes_refused
from interview_tui.domain.guide import Guide
from interview_tui.domain.library import LibraryNote, LibrarySession
from interview_tui.domain.participant import as_pseudonym
from interview_tui.domain.session import DEBRIEF, SESSION, Note, Session
from interview_tui.domain.values import value
from interview_tui.store.session_record import SessionRecord

_MS_PER_MINUTE = 60_000


@value(kw_only=True)
class FurtherText:
    """What is found besides notes: a question and what became of it, or which answer of the debrief."""

    kind: str
    about: str
    text: str
    at_ms: int = 0
    phase: str = ""
    author: str = ""


def library_rows(record: SessionRecord) -> tuple[LibrarySession, list[LibraryNote]] | None:
    """An interview and its notes; None for practice, and where the participant allows no notes."""
    session = Session(record.events)
    held = held_session(record, session)
    if held is None:
        return None
    guide = record.header.guide
    return held, [_note(held, guide, note) for note in session.iter_notes()]


def held_session(record: SessionRecord, session: Session) -> LibrarySession | None:
    """An interview; None for practice, and where the participant allows no notes."""
    if record.header.practice:
        return None
    about = session.fields(SESSION)
    if notes_refused(about):
        return None

    def told(name: str) -> str:
        """What the session says of itself, as text."""
        value = about.get(name)
        return "" if value is None else str(value).strip()

    flow = session.flow
    return LibrarySession(
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


def _note(held: LibrarySession, guide: Guide, note: Note) -> LibraryNote:
    phase, question = place_of(note, guide)
    return LibraryNote(
        session=held.id,
        id=note.id,
        at_ms=note.at_ms,
        text=note.text,
        tags=note.tags,
        phase=phase,
        question=question,
        starred=note.starred,
        word_for_word=note.word_for_word,
        author=note.author,
        participant=held.participant,
        segment=held.segment,
        created_utc=held.created_utc,
    )


def place_of(note: Note, guide: Guide) -> tuple[str, str]:
    """A note's phase by its title and its question by its text, "" away from the guide."""
    phases, questions = guide.phases, guide.questions
    return (
        phases[note.phase].title if _within(note.phase, len(phases)) else "",
        questions[note.question].text if _within(note.question, len(questions)) else "",
    )


def further_texts(guide: Guide, session: Session) -> list[FurtherText]:
    """The questions of the guide, and what was answered at the debrief."""
    return [*_questions(guide, session), *_answers(session)]


def _questions(guide: Guide, session: Session) -> list[FurtherText]:
    asked, skipped = session.flow.asked, session.flow.skipped
    return [
        FurtherText(
            kind="question",
            about="asked"
            if question.number in asked
            else "skipped"
            if question.number in skipped
            else "open",
            text=question.text,
            at_ms=asked.get(question.number, skipped.get(question.number, 0)),
            phase=guide.phases[question.phase].title,
        )
        for question in guide.questions
    ]


def _answers(session: Session) -> list[FurtherText]:
    """The answers of the debrief that have words."""
    found: list[FurtherText] = []
    for name, said in session.fields(DEBRIEF).items():
        setting = session.setting(DEBRIEF, name)
        if setting is not None and isinstance(said, str) and said.strip():
            about = name.replace("_", " ")
            found.append(
                FurtherText(
                    kind="debrief", about=about, text=said, at_ms=setting.at_ms, author=setting.author
                )
            )
    return found


def _within(number: int | None, count: int) -> TypeGuard[int]:
    return number is not None and 0 <= number < count
