"""What people do in an interview, each gesture as the events it leaves; no screen, no disk, no clock.

A gesture is undone as a whole, however many events it left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from interview_tui.domain.events import (
    AnyEvent,
    Asked,
    FieldSet,
    FieldValue,
    Finished,
    FloorTaken,
    Led,
    NoteAdded,
    NoteText,
    Nudged,
    Opened,
    Paused,
    PhaseEntered,
    QuestionShown,
    Resumed,
    Skipped,
    Speaker,
    Undone,
    WhyAsked,
)
from interview_tui.domain.guide import Guide, Question
from interview_tui.domain.session import Note, Session
from interview_tui.domain.values import value

SETTLED_MS = 5_000
"""A question shown for less than this was walked past, not visited: `back` does not return to it."""

STEP_BACK_MS = 10_000
"""How far one press moves a note or a switch of the floor back: a typical delay before a person reacts."""

MakeEvent = TypeVar("MakeEvent", bound=Any)


@value
class Gesture:
    """Something a person did, in words for "undone: …", and the events that it left."""

    label: str
    events: tuple[str, ...]


class Interview:
    """The acts of moderator and note-taker on one session."""

    def __init__(
        self,
        guide: Guide,
        session: Session,
        *,
        device: str,
        author: str,
        now_ms: Callable[[], int],
        new_id: Callable[[], str],
        keep: Callable[[AnyEvent], None],
    ) -> None:
        self.guide = guide
        self.session = session
        self.device = device
        self.author = author
        self.now_ms = now_ms
        self._new_id = new_id
        self._keep = keep
        self._gestures: list[Gesture] = []
        self.waiting_since_ms: int | None = None

    # -- the mechanism ---------------------------------------------------------------------

    def _leave(
        self, make: Callable[..., AnyEvent], *, at_ms: int | None = None, **fields: object
    ) -> AnyEvent:
        event = make(
            id=self._new_id(),
            device=self.device,
            counter=self.session.counter + 1,
            at_ms=self.now_ms() if at_ms is None else at_ms,
            author=self.author,
            **fields,
        )
        self.session.apply(event)
        self._keep(event)
        return event

    def _did(self, label: str, *events: AnyEvent) -> None:
        self._gestures.append(Gesture(label, tuple(event.id for event in events)))

    @property
    def can_undo(self) -> bool:
        """Whether a gesture of this run is left to take back."""
        return bool(self._gestures)

    def undo(self) -> str | None:
        """Take the last gesture of this run back; its label, or None when there is none left."""
        if not self._gestures:
            return None
        gesture = self._gestures.pop()
        self._leave(Undone, events=gesture.events)
        self.waiting_since_ms = None
        return gesture.label

    # -- the course of the interview -------------------------------------------------------

    def begin(self) -> None:
        """Enter the first phase and show its first question; the moderator opens the talk."""
        self._leave(PhaseEntered, phase=0)
        self._leave(QuestionShown, question=self._first_open(0))
        self._leave(FloorTaken, speaker="moderator")

    def reopen(self, utc: str, away_ms: int) -> None:
        """Go on after a stop or a crash; `away_ms` is the gap, which counts as no talk."""
        self._leave(Opened, utc=utc, away_ms=away_ms)

    def finish(self) -> None:
        """Bring the interview to its end."""
        if not self.session.finished:
            self._leave(Finished)

    def toggle_pause(self) -> bool:
        """Stop or restart the clock; True when it stands now."""
        paused = self.session.flow.paused_since_ms is not None
        self._did("clock", self._leave(Resumed if paused else Paused))
        return not paused

    @property
    def current(self) -> Question | None:
        """The question on the screen; None on a side path."""
        number = self.session.flow.question
        return None if number is None else self.guide.questions[number]

    def ask_and_next(self) -> None:
        """Mark the current question asked and show the next open one."""
        self._leave_current("asked", Asked)
        self.waiting_since_ms = self.now_ms()

    def skip_and_next(self) -> None:
        """Mark the current question skipped and show the next open one."""
        self._leave_current("skipped", Skipped)

    def _leave_current(self, label: str, make: type[Asked | Skipped]) -> None:
        events: list[AnyEvent] = []
        flow = self.session.flow
        phase, question = flow.phase, flow.question
        if question is not None:
            events.append(self._leave(make, question=question))
            phase = self.guide.questions[question].phase
        following = self._first_open(phase, after=question)
        if following is None and phase + 1 < len(self.guide.phases):
            events.append(self._leave(PhaseEntered, phase=phase + 1))
            following = self._first_open(phase + 1)
        elif following is None:
            following = next((q.number for q in self.guide.questions if self._open(q.number)), None)
            if following is not None and self.guide.questions[following].phase != phase:
                events.append(self._leave(PhaseEntered, phase=self.guide.questions[following].phase))
        events.append(self._leave(QuestionShown, question=following))
        self._did(label, *events)

    def _open(self, question: int) -> bool:
        flow = self.session.flow
        return question not in flow.asked and question not in flow.skipped

    def _first_open(self, phase: int, after: int | None = None) -> int | None:
        numbers = [q.number for q in self.guide.questions if q.phase == phase and self._open(q.number)]
        later = [number for number in numbers if after is None or number > after]
        return next(iter(later or numbers), None)

    def show(self, question: int) -> None:
        """Jump to a question, entering its phase where it is another."""
        if question == self.session.flow.question:
            return
        events: list[AnyEvent] = []
        phase = self.guide.questions[question].phase
        if phase != self.session.flow.phase:
            events.append(self._leave(PhaseEntered, phase=phase))
        events.append(self._leave(QuestionShown, question=question))
        self._did("jump", *events)

    def step(self, by: int) -> None:
        """Show the question `by` places on (or back); at either end nothing moves."""
        if not self.guide.questions:
            return
        flow = self.session.flow
        last = len(self.guide.questions) - 1
        if flow.question is None:
            in_phase = [q.number for q in self.guide.questions if q.phase <= flow.phase]
            here = in_phase[-1] + (1 if by < 0 else 0) if in_phase else -1
        else:
            here = flow.question
        self.show(min(max(here + by, 0), last))

    def back(self) -> bool:
        """Return from a side path to the question that was visited before; False if there is none."""
        flow = self.session.flow
        for span in reversed(flow.question_spans[:-1]):
            end = flow.last_ms if span.end_ms is None else span.end_ms
            if span.number is not None and span.number != flow.question and end - span.start_ms >= SETTLED_MS:
                self.show(span.number)
                return True
        return False

    def step_phase(self, by: int) -> None:
        """Enter the phase `by` places on (or back); at either end nothing moves."""
        phase = min(max(self.session.flow.phase + by, 0), len(self.guide.phases) - 1)
        if phase != self.session.flow.phase:
            self.enter_phase(phase)

    def enter_phase(self, phase: int) -> None:
        """Enter a phase and show its first open question."""
        entered = self._leave(PhaseEntered, phase=phase)
        shown = self._leave(QuestionShown, question=self._first_open(phase))
        self._did("phase", entered, shown)

    def led(self) -> None:
        """Mark that the moderator asked a leading question."""
        self._did("I led", self._leave(Led, question=self.session.flow.question))

    def why(self) -> int:
        """One more why on the current question; how many it makes."""
        question = self.session.flow.question
        self._did("why", self._leave(WhyAsked, question=question))
        return self.session.flow.whys_on(question)

    def nudged(self, rule: str) -> None:
        """Record that a nudge was shown."""
        self._leave(Nudged, rule=rule)

    # -- the floor -------------------------------------------------------------------------

    def hand_over(self) -> Speaker:
        """Give the floor to the other one, from silence to the participant; who has it now."""
        speaker: Speaker = "participant"
        if self.session.flow.speaker == "participant":
            speaker = "moderator"
        self.give_floor(speaker)
        return speaker

    def give_floor(self, speaker: Speaker) -> None:
        """Give the floor to somebody, or to silence."""
        if speaker == self.session.flow.speaker:
            return
        self._did("floor", self._leave(FloorTaken, speaker=speaker))
        if speaker == "participant":
            self.waiting_since_ms = None
        elif speaker == "silence":
            self.waiting_since_ms = self.now_ms()

    def floor_earlier(self, by_ms: int = STEP_BACK_MS) -> int | None:
        """Move the last switch of the floor back; how long ago it is now (ms), None without one."""
        flow = self.session.flow
        if flow.floor is None or flow.floor_since_ms != flow.floor_at_ms:
            return None  # a pause lies between: what was before it stays as it was
        since_pause = flow.pauses[-1][1] if flow.pauses else 0
        earliest = max(since_pause, flow.turns[-1].start_ms if flow.turns else 0)
        at_ms = max(earliest, flow.floor_at_ms - by_ms)
        self._did("floor time", self._leave(FieldSet, target=flow.floor.id, name="at_ms", value=at_ms))
        return self.now_ms() - at_ms

    # -- notes -----------------------------------------------------------------------------

    def add_note(self, text: str, tag: str | None, at_ms: int) -> Note | None:
        """Save a note that began at `at_ms`, in the phase and question of then; no text is a bare mark."""
        flow = self.session.flow
        phase, question = flow.phase_at(at_ms), flow.question_at(at_ms)
        event = self._leave(NoteAdded, at_ms=at_ms, text=text, tag=tag, phase=phase, question=question)
        self._did("note", event)
        self.waiting_since_ms = None
        return self.session.note(event.id)

    def edit_note(self, note_id: str, text: str) -> None:
        """Give a note another text; the one before stays in its history."""
        seen = self.session.texts_seen(note_id)
        self._did("edit", self._leave(NoteText, note=note_id, text=text, seen=seen))

    def set_note(self, note_id: str, name: str, value: FieldValue, label: str) -> None:
        """Set one field of a note: tag, starred, at_ms or deleted."""
        self._did(label, self._leave(FieldSet, target=note_id, name=name, value=value))

    def note_earlier(self, note: Note, by_ms: int = STEP_BACK_MS) -> None:
        """Move a note back in time, not beyond the start."""
        self.set_note(note.id, "at_ms", max(0, note.at_ms - by_ms), "note time")

    def tell(self, target: str, name: str, value: FieldValue) -> None:
        """Set a field of the session or the debrief, unless it has that value already."""
        if self.session.field(target, name) != value:
            self._leave(FieldSet, target=target, name=name, value=value)
