"""A practice interview that plays itself: its script, and when each answer begins.

Everything is a function of the script and of what was done. An answer belongs to the question that
stands on the screen: the newcomer goes on to it, or the program does when she is waited for. Times are
milliseconds of the interview's running clock, which a pause stops.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import Literal

from interview_tui.domain.events import Asked, FloorTaken, NoteAdded, QuestionShown, Skipped, Speaker, Undone
from interview_tui.domain.session import Session
from interview_tui.domain.values import value

Act = Literal["asked", "floor", "note"]

READING_MS = 4_500
"""From "next" until the question was read aloud."""

THINKING_MS = 3_500
"""The silence behind a question: long enough for the wait coach to be seen counting."""

ANSWERING_MS = READING_MS + THINKING_MS

PATIENCE_MS = 12_000
"""The first answer begins by itself after this long, so that nobody is stuck who presses no key."""

PROGRAM = "demo"
"""Who signs what the program does in the moderator's place."""


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
    """When was done what; an act that was taken back has happened all the same.

    `shown` is which question stood from when on, whoever went on to it; None: none did. `passed` are the
    questions that are marked as asked or skipped by now. The rest is the newcomer's own.
    """

    floors: tuple[tuple[int, Speaker], ...] = ()
    asked: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    shown: tuple[tuple[int, int | None], ...] = ((0, 0),)
    passed: frozenset[int] = frozenset()

    def handed_over(self, since_ms: int = 0) -> list[int]:
        """When the floor went to the participant."""
        return [at_ms for at_ms, speaker in self.floors if speaker == "participant" and at_ms >= since_ms]

    def taken_back(self) -> list[int]:
        """When the floor went to the moderator, the opening apart."""
        return [at_ms for at_ms, speaker in self.floors[1:] if speaker == "moderator"]

    def speaker(self, now_ms: int) -> Speaker:
        """Who has the floor."""
        return next((speaker for at_ms, speaker in reversed(self.floors) if at_ms <= now_ms), "moderator")

    def standing(self, now_ms: int) -> tuple[int, int | None]:
        """The question on the screen, and since when."""
        return next((each for each in reversed(self.shown) if each[0] <= now_ms), self.shown[0])


@value(kw_only=True)
class Scene:
    """The answer to one question on the running clock: from when it may begin, and when it does.

    `moved_ms` is when somebody went on to its question; None where it stood already.
    """

    question: int
    answer: Answer
    ready_ms: int
    start_ms: int
    moved_ms: int | None

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
            case Asked() | Skipped() if event.author != PROGRAM:
                asked.append(at_ms)
            case NoteAdded():
                notes.append(at_ms)
            case _:
                pass
    return Acts(
        floors=tuple(floors),
        asked=tuple(asked),
        notes=tuple(notes),
        shown=tuple((flow.active_ms(0, at_ms), question) for at_ms, question in _shown(session)),
        passed=frozenset((*flow.asked, *flow.skipped)),
    )


def _shown(session: Session) -> list[tuple[int, int | None]]:
    """Which question stood when: taking a move back is a move back, and no change of what was."""
    moves: list[QuestionShown] = []
    undone: set[str] = set()
    found: list[tuple[int, int | None]] = []
    for event in session.events:
        if isinstance(event, QuestionShown):
            moves.append(event)
        elif isinstance(event, Undone):
            undone = undone | set(event.events) if event.undone else undone - set(event.events)
        else:
            continue
        now = next((move.question for move in reversed(moves) if move.id not in undone), None)
        if not found or found[-1][1] != now:
            found.append((event.at_ms, now))
    return found or [(0, 0)]


def scenes(script: Script, acts: Acts, now_ms: int) -> list[Scene]:
    """The answers that may have begun by now, in their order; the last may still be to come."""
    found: list[Scene] = []
    while (scene := _next_scene(script, acts, found)) is not None and scene.ready_ms <= now_ms:
        found.append(scene)
    return found


def _next_scene(script: Script, acts: Acts, before: list[Scene]) -> Scene | None:
    """The first question that stands for long enough to be answered, and was not answered before."""
    told = {scene.question for scene in before}
    ready_ms, moved_after_ms = (before[-1].end_ms, before[-1].start_ms) if before else (0, -1)
    ends = [at_ms for at_ms, _ in acts.shown[1:]]
    for number, ((at_ms, question), until_ms) in enumerate(zip_longest(acts.shown, ends)):
        if question is None or question in told or question >= len(script.answers):
            continue
        moved_ms = max(at_ms, ready_ms) if number and at_ms > moved_after_ms else None
        start_ms = _start(acts, ready_ms, moved_ms)
        if until_ms is None or start_ms <= until_ms:
            return Scene(
                question=question,
                answer=script.answers[question],
                ready_ms=ready_ms,
                start_ms=start_ms,
                moved_ms=moved_ms,
            )
    return None


def _start(acts: Acts, ready_ms: int, moved_ms: int | None) -> int:
    """An answer begins with the floor, some time behind its question, or when patience is at its end."""
    asked_ms = ready_ms + PATIENCE_MS if moved_ms is None else moved_ms + ANSWERING_MS
    floors = [max(at_ms, moved_ms or 0) for at_ms in acts.handed_over(ready_ms)[:1]]
    return min([asked_ms, *floors])
