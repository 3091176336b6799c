"""What the course of an interview was: phases, questions, turns and pauses, read from its events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from interview_tui.domain.events import (
    Asked,
    Finished,
    FloorTaken,
    FlowEvent,
    Led,
    Nudged,
    Opened,
    Paused,
    PhaseEntered,
    QuestionShown,
    Resumed,
    Skipped,
    Speaker,
    WhyAsked,
)
from interview_tui.domain.talk import Turn
from interview_tui.domain.values import value

ClockEvent = FloorTaken | Paused | Resumed | Opened | Finished


@value
class Span:
    """A stretch of session time in which one phase or one question was current; `end_ms` None: still."""

    number: int | None
    start_ms: int
    end_ms: int | None = None


@dataclass(slots=True)
class Flow:
    """The course of a session up to its last event; times in milliseconds of the session's clock."""

    phase_spans: list[Span] = field(default_factory=list)
    question_spans: list[Span] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    pauses: list[tuple[int, int]] = field(default_factory=list)
    asked: dict[int, int] = field(default_factory=dict)
    skipped: dict[int, int] = field(default_factory=dict)
    led: list[tuple[int, int | None]] = field(default_factory=list)
    whys: list[tuple[int, int | None]] = field(default_factory=list)
    nudges: list[tuple[str, int]] = field(default_factory=list)
    floor: FloorTaken | None = None
    floor_at_ms: int = 0
    floor_since_ms: int = 0
    speaker: Speaker | None = None
    paused_since_ms: int | None = None
    finished_at_ms: int | None = None
    last_ms: int = 0

    @property
    def phase(self) -> int:
        """The current phase, counted from 0."""
        return self.phase_spans[-1].number or 0 if self.phase_spans else 0

    @property
    def question(self) -> int | None:
        """The current question, counted from 0 over the guide; None on a side path."""
        return self.question_spans[-1].number if self.question_spans else None

    def phase_at(self, at_ms: int) -> int:
        """The phase that was current at a moment."""
        return _number_at(self.phase_spans, at_ms) or 0

    def question_at(self, at_ms: int) -> int | None:
        """The question that was current at a moment."""
        return _number_at(self.question_spans, at_ms)

    def turns_until(self, now_ms: int) -> list[Turn]:
        """Every turn, the running one ending now."""
        if self.speaker is None or self.paused_since_ms is not None or self.finished_at_ms is not None:
            return self.turns
        return [*self.turns, Turn(self.speaker, self.floor_since_ms, max(now_ms, self.floor_since_ms))]

    def active_ms(self, start_ms: int, end_ms: int) -> int:
        """Milliseconds between two moments in which the interview's clock was not paused."""
        pauses = self.pauses
        if self.paused_since_ms is not None:
            pauses = [*pauses, (self.paused_since_ms, max(end_ms, self.paused_since_ms))]
        stopped = sum(max(0, min(end, end_ms) - max(start, start_ms)) for start, end in pauses)
        return max(0, end_ms - start_ms - stopped)

    def stop_ms(self, now_ms: int) -> int:
        """Now, or the moment the interview was finished."""
        return now_ms if self.finished_at_ms is None else self.finished_at_ms

    def spent_ms(self, spans: Iterable[Span], now_ms: int) -> dict[int, int]:
        """Active milliseconds spent per phase or question number."""
        spent: dict[int, int] = {}
        stop = self.stop_ms(now_ms)
        for span in spans:
            if span.number is not None:
                end = stop if span.end_ms is None else span.end_ms
                spent[span.number] = spent.get(span.number, 0) + self.active_ms(span.start_ms, end)
        return spent

    def whys_on(self, question: int | None) -> int:
        """How many whys were asked on a question since it was last shown."""
        since = self.question_spans[-1].start_ms if self.question_spans else 0
        return sum(1 for at, asked_on in self.whys if asked_on == question and at >= since)


def _number_at(spans: Sequence[Span], at_ms: int) -> int | None:
    begun = [span for span in spans if span.start_ms <= at_ms]
    return begun[-1].number if begun else spans[0].number if spans else None


def read_flow(ordered: Sequence[tuple[int, FlowEvent]]) -> Flow:
    """The flow of events given as (effective time in ms, event) in their order."""
    flow = Flow()
    for at_ms, event in ordered:
        flow.last_ms = max(flow.last_ms, at_ms)
        _take(flow, at_ms, event)
    return flow


def _take(flow: Flow, at_ms: int, event: FlowEvent) -> None:
    match event:
        case PhaseEntered():
            _next_span(flow.phase_spans, event.phase, at_ms)
        case QuestionShown():
            _next_span(flow.question_spans, event.question, at_ms)
        case Asked():
            flow.asked.setdefault(event.question, at_ms)
            flow.skipped.pop(event.question, None)
        case Skipped() if event.question not in flow.asked:
            flow.skipped[event.question] = at_ms
        case Led():
            flow.led.append((at_ms, event.question))
        case WhyAsked():
            flow.whys.append((at_ms, event.question))
        case Nudged():
            flow.nudges.append((event.rule, at_ms))
        case FloorTaken() | Paused() | Resumed() | Opened() | Finished():
            _take_clock(flow, at_ms, event)
        case _:
            pass


def _take_clock(flow: Flow, at_ms: int, event: ClockEvent) -> None:
    """What starts and stops turns and pauses."""
    match event:
        case FloorTaken():
            _close_turn(flow, at_ms)
            flow.floor, flow.speaker = event, event.speaker
            flow.floor_at_ms = flow.floor_since_ms = at_ms
        case Paused() if flow.paused_since_ms is None:
            _close_turn(flow, at_ms)
            flow.paused_since_ms = at_ms
        case Resumed():
            _end_pause(flow, at_ms)
            flow.floor_since_ms = at_ms
        case Opened():
            _close_turn(flow, at_ms)
            _end_pause(flow, at_ms)
            flow.finished_at_ms = flow.speaker = flow.floor = None
        case Finished() if flow.finished_at_ms is None:
            _close_turn(flow, at_ms)
            flow.finished_at_ms = at_ms
        case _:
            pass


def _close_turn(flow: Flow, at_ms: int) -> None:
    running = flow.paused_since_ms is None and flow.finished_at_ms is None
    if flow.speaker is not None and running and at_ms > flow.floor_since_ms:
        flow.turns.append(Turn(flow.speaker, flow.floor_since_ms, at_ms))


def _end_pause(flow: Flow, at_ms: int) -> None:
    since = flow.paused_since_ms if flow.paused_since_ms is not None else flow.finished_at_ms
    if since is not None:
        flow.pauses.append((since, at_ms))
    flow.paused_since_ms = None


def _next_span(spans: list[Span], number: int | None, at_ms: int) -> None:
    if spans and spans[-1].end_ms is None:
        spans[-1] = Span(spans[-1].number, spans[-1].start_ms, at_ms)
    spans.append(Span(number, at_ms))
