"""A session as rows that every format is made from: one reading, many files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cached_property
from typing import Any, Literal

from interview_tui.domain.bands import Band, band_for
from interview_tui.domain.consent import (
    CONSENT_AT,
    CONSENT_HOW,
    QUOTING_AT,
    QUOTING_HOW,
    consent_field,
    notes_refused,
)
from interview_tui.domain.events import FieldValue
from interview_tui.domain.flow import Span
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.participant import CONSENT_ITEMS
from interview_tui.domain.session import DEBRIEF, SESSION, Note, Session
from interview_tui.domain.talk import TalkMetrics, Turn, clip, measure
from interview_tui.domain.values import value
from interview_tui.interchange.words import date

QuestionStatus = Literal["asked", "skipped", "open"]
State = Literal["finished", "unfinished"]

_MINUTE_MS = 60_000


@value(kw_only=True)
class PhaseRow:
    """A phase of the guide and the time that went into it; `index` counts from 0."""

    index: int
    title: str
    budget_ms: int
    spent_ms: int
    overtime_ms: int


@value(kw_only=True)
class QuestionRow:
    """A question of the guide and what became of it; `number` counts from 1, as people do."""

    number: int
    text: str
    phase: str
    line: int
    must_ask: bool
    status: QuestionStatus
    asked_at_ms: int | None
    spent_ms: int


@value(kw_only=True)
class NoteRow:
    """A note with its phase's title and its question's text, None away from the guide.

    `tag` is the first of its `tags`.
    """

    id: str
    at_ms: int
    tag: str | None
    tags: tuple[str, ...]
    text: str
    phase: str | None
    question: str | None
    starred: bool
    author: str
    bare: bool
    word_for_word: bool
    others: tuple[str, ...]


class SessionView:
    """What a session's header and events come to; a running turn or phase ends at the last event."""

    def __init__(self, header: SessionHeader, session: Session) -> None:
        self.header = header
        self.session = session
        self.flow = session.flow
        self.end_ms = self.flow.stop_ms(session.last_ms)

    @property
    def title(self) -> str:
        """The guide's title, or the name of its file where it has none."""
        return self.header.guide.title.strip() or self.header.guide_name or "Interview"

    @property
    def state(self) -> State:
        """Whether the interview was brought to its end."""
        return "finished" if self.session.finished else "unfinished"

    @cached_property
    def duration_ms(self) -> int:
        """How long the interview's clock ran, pauses apart."""
        return self.flow.active_ms(0, self.end_ms)

    @cached_property
    def about(self) -> dict[str, FieldValue]:
        """What was set about the session: participant, moderator, consent and the like."""
        return self.session.fields(SESSION)

    @property
    def band(self) -> Band:
        """The band of the whole session that the study set, or the default one."""
        return band_for(None, len(self.phases), self.header.bands)

    @cached_property
    def debrief(self) -> dict[str, FieldValue]:
        """The answers given at the debrief, by field."""
        return self.session.fields(DEBRIEF)

    def said(self, name: str) -> str:
        """One field of the session as text, empty where nothing was set."""
        value = self.about.get(name)
        return "" if value is None else str(value)

    @property
    def notes_refused(self) -> bool:
        """Whether nothing of this may be used, because its participant does not allow notes."""
        return notes_refused(self.about)

    @property
    def may_be_quoted(self) -> bool:
        """Whether their words may be used word for word; only a no forbids it."""
        return self.about.get(consent_field("quoting")) is not False

    @property
    def consent_words(self) -> str:
        """What was asked and answered, and when and how; empty where nothing was."""
        given = [
            f"{item.replace('_', '-')} {'yes' if told else 'no'}"
            for item in CONSENT_ITEMS
            if isinstance(told := self.about.get(consent_field(item)), bool)
        ]
        when = [text for text in (self.said(CONSENT_HOW), date(self.said(CONSENT_AT))) if text]
        if self.said(QUOTING_AT) > self.said(CONSENT_AT):
            when.append(f"quoting: {self.said(QUOTING_HOW)}, {date(self.said(QUOTING_AT))}")
        return ", ".join(given) + (f" ({'; '.join(when)})" if given and when else "")

    @cached_property
    def turns(self) -> Sequence[Turn]:
        """Every turn, the running one cut at the end."""
        return self.flow.turns_until(self.end_ms)

    @cached_property
    def talk(self) -> TalkMetrics:
        """The talk of the whole session."""
        return measure(self.turns)

    @cached_property
    def talk_by_phase(self) -> list[tuple[str, TalkMetrics]]:
        """The talk in each phase of the guide, however often it was visited."""
        return [
            (phase.title, measure(self._turns_in([s for s in self.flow.phase_spans if s.number == number])))
            for number, phase in enumerate(self.header.guide.phases)
        ]

    @cached_property
    def phases(self) -> list[PhaseRow]:
        """The guide's phases in order."""
        spent = self.flow.spent_ms(self.flow.phase_spans, self.end_ms)
        return [
            PhaseRow(
                index=index,
                title=phase.title,
                budget_ms=(budget_ms := round(phase.minutes * _MINUTE_MS)),
                spent_ms=(spent_ms := spent.get(index, 0)),
                overtime_ms=max(0, spent_ms - budget_ms),
            )
            for index, phase in enumerate(self.header.guide.phases)
        ]

    @cached_property
    def questions(self) -> list[QuestionRow]:
        """The guide's questions in order."""
        spent = self.flow.spent_ms(self.flow.question_spans, self.end_ms)
        return [
            QuestionRow(
                number=question.number + 1,
                text=question.text,
                phase=self.header.guide.phases[question.phase].title,
                line=question.item.line,
                must_ask=question.must_ask,
                status=self._status(question.number),
                asked_at_ms=self.flow.asked.get(question.number),
                spent_ms=spent.get(question.number, 0),
            )
            for question in self.header.guide.questions
        ]

    @cached_property
    def notes(self) -> list[NoteRow]:
        """Every note in the order of time."""
        return [self._note_row(note) for note in self.session.iter_notes()]

    def notes_of(self, phase: int | None) -> list[NoteRow]:
        """The notes of a phase, counted from 0; None: those that belong to no phase of the guide."""
        return [
            self._note_row(note)
            for note in self.session.iter_notes()
            if (note.phase if self._phase_title(note.phase) is not None else None) == phase
        ]

    def _note_row(self, note: Note) -> NoteRow:
        return NoteRow(
            id=note.id,
            at_ms=note.at_ms,
            tag=note.tag,
            tags=note.tags,
            text=note.text,
            phase=self._phase_title(note.phase),
            question=self._question_text(note.question),
            starred=note.starred,
            author=note.author,
            bare=note.bare,
            word_for_word=note.word_for_word,
            others=note.others,
        )

    def _status(self, question: int) -> QuestionStatus:
        if question in self.flow.asked:
            return "asked"
        return "skipped" if question in self.flow.skipped else "open"

    def _phase_title(self, phase: int | None) -> str | None:
        phases = self.header.guide.phases
        return phases[phase].title if phase is not None and 0 <= phase < len(phases) else None

    def _question_text(self, question: int | None) -> str | None:
        questions = self.header.guide.questions
        return questions[question].text if question is not None and 0 <= question < len(questions) else None

    def _turns_in(self, spans: Sequence[Span]) -> list[Turn]:
        return [turn for span in spans for turn in clip(self.turns, span.start_ms, span.end_ms)]


Row = dict[str, Any]


def row(value: PhaseRow | QuestionRow | NoteRow | Turn | TalkMetrics) -> Row:
    """A row as a plain dict, its fields in their order."""
    return asdict(value)
