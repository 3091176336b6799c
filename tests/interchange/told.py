"""An interview told as gestures, for the tests of the formats."""

from __future__ import annotations

from itertools import count

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.events import AnyEvent
from interview_tui.domain.guide import Guide, GuideItem, Phase
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.interview import Interview
from interview_tui.domain.session import Session

MINUTE = 60_000


class Script:
    """An interview whose clock is set by hand, with every event it left."""

    def __init__(self, header: SessionHeader) -> None:
        self.header = header
        self.events: list[AnyEvent] = []
        self.session = Session()
        self.now_ms = 0
        ids = count(1)
        self.interview = Interview(
            header.guide,
            self.session,
            device="laptop",
            author="Ada",
            now_ms=lambda: self.now_ms,
            new_id=lambda: f"e{next(ids):03}",
            keep=self.events.append,
        )

    def at(self, seconds: float) -> Interview:
        """The interview with its clock at a time."""
        self.now_ms = round(seconds * 1000)
        return self.interview

    def note(self, seconds: float, text: str, tag: str | None = None, *, starred: bool = False) -> str:
        """A note taken at a time; its id."""
        note = self.at(seconds).add_note(text, tag, self.now_ms)
        assert note is not None
        if starred:
            self.interview.set_note(note.id, "starred", True, "star")
        return note.id


def _question(text: str, line: int, *, must_ask: bool = False) -> GuideItem:
    return GuideItem(kind="question", text=text, line=line, must_ask=must_ask)


def header_with(title: str = "Clinic scheduling", *, practice: bool = False) -> SessionHeader:
    phases = (
        Phase(title="Get comfortable", minutes=2, line=1, items=(_question("Tell me about your day.", 2),)),
        Phase(
            title="Dig in",
            minutes=10,
            line=4,
            items=(
                _question("Tell me about the last cancellation.", 5, must_ask=True),
                _question("Who else was there?", 6, must_ask=True),
                _question("Where do you write it down?", 7),
            ),
        ),
    )
    return SessionHeader(
        id="2026-11-21-2210-x7k2",
        created_utc="2026-11-21T22:10:05+00:00",
        app_version="0.1.0",
        guide=Guide(title=title, phases=phases),
        guide_source="",
        guide_name="clinics.md",
        codebook=DEFAULT_CODEBOOK.tags,
        study="Round 2",
        practice=practice,
    )
