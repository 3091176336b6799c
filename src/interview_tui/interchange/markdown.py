"""A session as a Markdown report that a person likes to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interview_tui.domain.header import SessionHeader
from interview_tui.domain.readiness import unticked
from interview_tui.domain.session import Session
from interview_tui.domain.text import clock
from interview_tui.interchange.markdown_text import escape, escape_line
from interview_tui.interchange.view import NoteRow, PhaseRow, QuestionRow, SessionView
from interview_tui.interchange.words import (
    NO_NOTES,
    NO_QUOTES,
    date,
    field_name,
    field_value,
    length,
    talk_words,
)

STAR = "★"


def session_markdown(header: SessionHeader, session: Session) -> str:
    """The report: who and when, the talk, each phase with its notes, the questions, the debrief."""
    view = SessionView(header, session)
    blocks = [*_head(view), *_phases(view), *_questions(view), *_debrief(view)]
    return "\n\n".join(blocks) + "\n"


def _head(view: SessionView) -> Iterator[str]:
    header = view.header
    yield f"# {escape_line(view.title)}"
    if view.notes_refused:
        yield f"**{NO_NOTES}**"
    if not view.may_be_quoted:
        yield f"**{NO_QUOTES}**"
    facts = [
        ("Participant", view.said("participant")),
        ("Date", date(header.created_utc)),
        ("Moderator", view.said("moderator")),
        ("Note-taker", view.said("note_taker")),
        ("Study", header.study),
        ("Segment", view.said("segment")),
        ("Customer", ", ".join(filter(None, (view.said("customer_kind"), view.said("feeling"))))),
        ("Consent", view.consent_words),
        ("Length", f"{length(view.duration_ms)} of {length(sum(p.budget_ms for p in view.phases))} planned"),
        ("State", "practice, not a real interview" if header.practice else ""),
        ("Left unticked", ", ".join(unticked(view.about))),
        ("Unfinished", "the interview was not brought to its end" if view.state == "unfinished" else ""),
    ]
    yield _list(f"**{name}:** {escape_line(value)}" for name, value in facts if value)
    yield " ".join(talk_words(view.talk, view.band))


def _phases(view: SessionView) -> Iterator[str]:
    for phase in view.phases:
        yield f"## {escape_line(phase.title)} ({_spent(phase)})"
        yield _notes(view.notes_of(phase.index)) or "No notes."
    if away := _notes(view.notes_of(None)):
        yield "## Notes away from the guide"
        yield away


def _spent(phase: PhaseRow) -> str:
    spent = f"{length(phase.spent_ms)} of {length(phase.budget_ms)}"
    return f"{spent}, {length(phase.overtime_ms)} over" if phase.overtime_ms else spent


def _notes(notes: Iterable[NoteRow]) -> str:
    return "\n".join(_note(note) for note in notes)


def _note(note: NoteRow) -> str:
    """One list item; a quote is a blockquote in it, so that nobody takes a summary for their words."""
    star = f"{STAR} " if note.starred else ""
    head = f"- {clock(note.at_ms)} {star}**{escape_line(', '.join(note.tags) or 'note')}**"
    if note.bare:
        body = " — *bare mark, without words*"
    elif note.word_for_word:
        body = f"\n  > {escape(note.text, '  > ')}"
    else:
        body = f" — {escape(note.text, '  ')}"
    others = [f"\n  - *written at the same time:* {escape(other, '    ')}" for other in note.others]
    return head + body + "".join(others)


def _questions(view: SessionView) -> Iterator[str]:
    asked = [question for question in view.questions if question.status == "asked"]
    missed = [question for question in view.questions if question.status != "asked"]
    yield f"## Questions asked: {len(asked)} of {len(view.questions)}"
    if asked:
        yield _list(f"{clock(q.asked_at_ms or 0)} {escape_line(q.text)}" for q in asked)
    if missed:
        yield "### Not asked"
        yield _list(_missed(question) for question in missed)


def _missed(question: QuestionRow) -> str:
    marks = [
        mark
        for mark, holds in (("must-ask", question.must_ask), ("skipped", question.status == "skipped"))
        if holds
    ]
    return escape_line(question.text) + (f" *({', '.join(marks)})*" if marks else "")


def _debrief(view: SessionView) -> Iterator[str]:
    if view.debrief:
        yield "## Debrief"
    for name, value in view.debrief.items():
        if text := field_value(value).strip():
            yield f"**{escape_line(field_name(name))}**"
            yield escape(text)


def _list(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)
