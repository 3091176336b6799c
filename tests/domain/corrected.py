"""An interview of a few notes, and somebody who puts them right afterwards."""

from __future__ import annotations

from itertools import count

from interview_tui.domain.corrections import Corrections
from interview_tui.domain.events import AnyEvent, Finished, NoteAdded, NoteText, PhaseEntered, QuestionShown
from interview_tui.domain.session import Note, Session

END_MS = 600_000

TOLD: tuple[tuple[int, str, str | None], ...] = (
    (10_000, "five people at the stands", "background"),
    (60_000, "The clock runs on my stand.", "quote"),
    (61_000, "", "story"),
    (200_000, "they lost a slot, nobody came; the chair stayed empty", "story"),
    (400_000, "six logins", None),
)
"""Time, text and tag of each note."""


def events() -> list[AnyEvent]:
    """Two phases with a question each, and the notes."""
    found: list[AnyEvent] = []

    def head(at_ms: int) -> dict[str, object]:
        number = len(found) + 1
        return {
            "id": f"01J{number:023}",
            "device": "desk",
            "counter": number,
            "at_ms": at_ms,
            "author": "Ada",
        }

    found.append(PhaseEntered(**head(0), phase=0))  # type: ignore[arg-type]
    found.append(QuestionShown(**head(0), question=0))  # type: ignore[arg-type]
    found.append(PhaseEntered(**head(100_000), phase=1))  # type: ignore[arg-type]
    found.append(QuestionShown(**head(100_000), question=1))  # type: ignore[arg-type]
    for at_ms, text, tag in TOLD:
        phase = 0 if at_ms < 100_000 else 1
        note = NoteAdded(**head(at_ms), text=text, tag=tag, phase=phase, question=phase)  # type: ignore[arg-type]
        found.append(note)
    found.append(Finished(**head(END_MS)))  # type: ignore[arg-type]
    return found


class Reviewer:
    """Corrections with every event that they leave."""

    def __init__(
        self, author: str = "Grace", told: list[AnyEvent] | None = None, device: str = "mac"
    ) -> None:
        self.events = events() if told is None else list(told)
        self.session = Session(self.events)
        ids = count(len(self.events) + 1)
        self.corrections = Corrections(
            self.session,
            device=device,
            author=author,
            at_ms=self.session.last_ms,
            new_id=lambda: f"01K{device:>3.3}{next(ids):020}".replace(" ", "0"),
            keep=self.events.append,
        )

    @property
    def notes(self) -> list[Note]:
        return self.session.notes

    def written_beside(self, note: Note, text: str) -> None:
        """Somebody else had another text for a note at the same time."""
        event = NoteText(
            id=f"01Z{len(self.events):023}",
            device="other",
            counter=note_counter(self.session, note),
            at_ms=note.at_ms,
            author="Tom",
            note=note.id,
            text=text,
            seen=(),
        )
        self.events.append(event)
        self.session.apply(event)


def note_counter(session: Session, note: Note) -> int:
    """The Lamport counter under which a note was caught."""
    return next(event.counter for event in session.events if event.id == note.id)
