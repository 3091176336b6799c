"""A practice interview that plays itself: its script, and when each answer begins.

Everything is a function of the script and of what the newcomer did. Times are milliseconds of the
interview's running clock, which a pause stops.
"""

from __future__ import annotations

from typing import Literal

from interview_tui.domain.events import Asked, FloorTaken, NoteAdded, Skipped, Speaker
from interview_tui.domain.session import Session
from interview_tui.domain.values import value

Act = Literal["asked", "floor", "note"]

READING_MS = 4_500
"""From "next" until the question was read aloud."""

THINKING_MS = 3_500
"""The silence behind a question: long enough for the wait coach to be seen counting."""

ANSWERING_MS = READING_MS + THINKING_MS

PATIENCE_MS = 12_000
"""The answer begins by itself after this long, so that nobody is stuck who presses no key."""


@value(kw_only=True)
class Phrase:
    """A breath of speech, or what is `seen` and not said; times count from the answer's first word."""

    text: str
    start_ms: int
    end_ms: int
    seen: bool = False


@value(kw_only=True)
class Hint:
    """A line for the newcomer, from a moment of the answer on, until the act it asks for was done."""

    text: str
    at_ms: int
    until: Act


@value(kw_only=True)
class Answer:
    """What is said to one question; `before` is told ahead of it, `story` names the story in it.

    `words` are what a note about the story is known by, whatever its tag.
    """

    phrases: tuple[Phrase, ...]
    length_ms: int
    hints: tuple[Hint, ...] = ()
    before: str = ""
    story: str = ""
    words: frozenset[str] = frozenset()


@value(kw_only=True)
class Script:
    """The whole play: who answers, one answer to each question, the tags to try, and standing hints.

    `wait` is told behind "next", `hand_over` when an answer begins, `take_back` when it is over.
    """

    name: str
    answers: tuple[Answer, ...]
    tags: tuple[str, ...]
    wait: str
    hand_over: str
    take_back: str
    closing: str


@value(kw_only=True)
class Acts:
    """When the newcomer did what; an act that was taken back has happened all the same."""

    floors: tuple[tuple[int, Speaker], ...] = ()
    asked: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()

    def handed_over(self, since_ms: int = 0) -> list[int]:
        """When the floor went to the participant."""
        return [at_ms for at_ms, speaker in self.floors if speaker == "participant" and at_ms >= since_ms]

    def taken_back(self) -> list[int]:
        """When the floor went to the moderator, the opening apart."""
        return [at_ms for at_ms, speaker in self.floors[1:] if speaker == "moderator"]

    def speaker(self, now_ms: int) -> Speaker:
        """Who has the floor."""
        return next((speaker for at_ms, speaker in reversed(self.floors) if at_ms <= now_ms), "moderator")


@value(kw_only=True)
class Scene:
    """One answer on the running clock: from when it may begin, and when it does."""

    answer: Answer
    ready_ms: int
    start_ms: int
    asked: bool

    @property
    def end_ms(self) -> int:
        """When its last word is said."""
        return self.start_ms + self.answer.length_ms


def acts_of(session: Session) -> Acts:
    """What was done so far, on the running clock."""
    flow = session.flow
    floors: list[tuple[int, Speaker]] = []
    asked: list[int] = []
    notes: list[int] = []
    for event in sorted(session.events, key=lambda event: event.at_ms):
        at_ms = flow.active_ms(0, event.at_ms)
        match event:
            case FloorTaken():
                floors.append((at_ms, event.speaker))
            case Asked() | Skipped():
                asked.append(at_ms)
            case NoteAdded():
                notes.append(at_ms)
            case _:
                pass
    return Acts(floors=tuple(floors), asked=tuple(asked), notes=tuple(notes))


def scenes(script: Script, acts: Acts, now_ms: int) -> list[Scene]:
    """The answers that may have begun by now, in order; the last may still be to come."""
    found: list[Scene] = []
    ready_ms = 0
    for answer in script.answers:
        if ready_ms > now_ms:
            break
        scene = _scene(answer, acts, ready_ms)
        found.append(scene)
        ready_ms = scene.end_ms
    return found


def _scene(answer: Answer, acts: Acts, ready_ms: int) -> Scene:
    """An answer begins with the floor, some time behind its question, or when patience is at its end."""
    asked = [at_ms for at_ms in acts.asked if at_ms >= ready_ms]
    cues = [ready_ms + PATIENCE_MS, *acts.handed_over(ready_ms)[:1], *(at + ANSWERING_MS for at in asked[:1])]
    start_ms = min(cues)
    return Scene(
        answer=answer, ready_ms=ready_ms, start_ms=start_ms, asked=bool(asked) and asked[0] <= start_ms
    )
