"""Everything that happens in a session, as immutable events.

What the screens show is a pure function of the *set* of these events (see `session.py`), so undo is
one more event, the history of a note is free, and two copies of a session merge by union.
"""

from __future__ import annotations

from typing import Literal

from interview_tui.domain.values import value

Speaker = Literal["moderator", "participant", "silence"]
FieldValue = str | int | float | bool | None


@value(kw_only=True)
class Event:
    """What every event carries.

    `id` is a ULID, `device` names the machine and run that wrote it, `counter` is a Lamport clock,
    `at_ms` is milliseconds on the session's own monotonic clock, `author` is a name or a role.
    """

    id: str
    device: str
    counter: int
    at_ms: int
    author: str

    @property
    def stamp(self) -> tuple[int, str, str]:
        """The order in which later writers win: (counter, device, id)."""
        return (self.counter, self.device, self.id)


@value(kw_only=True)
class NoteAdded(Event):
    """A new note; its id is this event's id and `at_ms` is the time of its first key.

    An empty text is a bare mark. `phase` and `question` count from 0.
    """

    text: str
    tag: str | None = None
    phase: int | None = None
    question: int | None = None
    kind: Literal["note_added"] = "note_added"


@value(kw_only=True)
class NoteText(Event):
    """A note's new text; `seen` holds the ids of the text events that its writer had before them."""

    note: str
    text: str
    seen: tuple[str, ...] = ()
    kind: Literal["note_text"] = "note_text"


@value(kw_only=True)
class FieldSet(Event):
    """One field of a note, a floor event, the debrief or the session; the last writer wins."""

    target: str
    name: str
    value: FieldValue
    kind: Literal["field_set"] = "field_set"


@value(kw_only=True)
class Undone(Event):
    """The named events count as never having happened (`undone` true) or as having happened again."""

    events: tuple[str, ...]
    undone: bool = True
    kind: Literal["undone"] = "undone"


@value(kw_only=True)
class PhaseEntered(Event):
    """The moderator moved to a phase, counted from 0."""

    phase: int
    kind: Literal["phase_entered"] = "phase_entered"


@value(kw_only=True)
class QuestionShown(Event):
    """A question became the current one; None: a side path away from the guide."""

    question: int | None
    kind: Literal["question_shown"] = "question_shown"


@value(kw_only=True)
class Asked(Event):
    """The moderator asked a question, counted from 0 over the whole guide."""

    question: int
    kind: Literal["asked"] = "asked"


@value(kw_only=True)
class Skipped(Event):
    """The moderator left a question out on purpose."""

    question: int
    kind: Literal["skipped"] = "skipped"


@value(kw_only=True)
class FloorTaken(Event):
    """Somebody started to speak, or everybody fell silent; a turn lasts until the next of these."""

    speaker: Speaker
    kind: Literal["floor_taken"] = "floor_taken"


@value(kw_only=True)
class Paused(Event):
    """The interview's clock was stopped; no turn runs while it is."""

    kind: Literal["paused"] = "paused"


@value(kw_only=True)
class Resumed(Event):
    """The interview's clock runs again."""

    kind: Literal["resumed"] = "resumed"


@value(kw_only=True)
class Led(Event):
    """The moderator asked a leading question, and is reminded to ask why."""

    question: int | None = None
    kind: Literal["led"] = "led"


@value(kw_only=True)
class WhyAsked(Event):
    """One more rung of the five whys on a question."""

    question: int | None = None
    kind: Literal["why_asked"] = "why_asked"


@value(kw_only=True)
class Nudged(Event):
    """The program showed a nudge, named by its rule."""

    rule: str
    kind: Literal["nudged"] = "nudged"


@value(kw_only=True)
class Opened(Event):
    """The session was opened again after a stop or a crash; the time away is a gap and no talk.

    `utc` is the wall clock (ISO 8601) and `away_ms` the time since the session was last seen.
    """

    utc: str
    away_ms: int = 0
    kind: Literal["opened"] = "opened"


@value(kw_only=True)
class Finished(Event):
    """The interview is over; its clock stands still from here unless it is opened again."""

    kind: Literal["finished"] = "finished"


FlowEvent = (
    PhaseEntered
    | QuestionShown
    | Asked
    | Skipped
    | FloorTaken
    | Paused
    | Resumed
    | Led
    | WhyAsked
    | Nudged
    | Opened
    | Finished
)
"""What makes the course of an interview."""

AnyEvent = NoteAdded | NoteText | FieldSet | Undone | FlowEvent
