"""A short play of two answers, and somebody who takes part in it on a stepped clock."""

from __future__ import annotations

from itertools import count

from interview_tui.domain.events import Speaker
from interview_tui.domain.interview import Interview
from interview_tui.domain.rehearsal import Answer, Phrase, Script
from interview_tui.domain.rehearsal_stand_in import stand_in
from interview_tui.domain.rehearsal_text import read_answer
from interview_tui.domain.session import Session
from interview_tui.guides.reader import read_guide

LOOK_MS = 250

GUIDE = read_guide(
    "## Get comfortable (1 min)\n- Who are you?\n## Dig in (3 min)\n- What happened?\n", name="g.md"
)


def answer(text: str, *, before: str = "", story: str = "", words: frozenset[str] = frozenset()) -> Answer:
    phrases, hints, length_ms = read_answer(text)
    return Answer(phrases=phrases, hints=hints, length_ms=length_ms, before=before, story=story, words=words)


def ten_seconds(text: str) -> Answer:
    """An answer of one phrase that takes ten seconds."""
    return Answer(phrases=(Phrase(text=text, start_ms=0, end_ms=10_000),), length_ms=10_000)


SCRIPT = Script(
    name="Ines",
    answers=(
        ten_seconds("a b c d e f g h i j"),
        answer(
            "It was on Tuesday.\n> note: a story\nThe chair stayed empty for a long, long time.",
            story="the empty chair",
            words=frozenset({"chair"}),
        ),
    ),
    tags=("story", "quote"),
    wait="say nothing",
    hand_over="press space",
    take_back="take it back",
    closing="that was all",
)


class Newcomer:
    """Does things at the times they are told."""

    def __init__(self) -> None:
        self.now_ms = 0
        ids = count(1)
        self.session = Session()
        self.interview = Interview(
            GUIDE,
            self.session,
            device="desk",
            author="Ada",
            now_ms=lambda: self.now_ms,
            new_id=lambda: f"01J{next(ids):023}",
            keep=lambda _: None,
        )
        self.interview.begin()

    def at(self, seconds: float) -> Newcomer:
        """Wait until then; the program goes on by itself meanwhile, as it does on the screen."""
        until_ms = round(seconds * 1000)
        while self.now_ms < until_ms:
            self.now_ms = min(self.now_ms + LOOK_MS, until_ms)
            stand_in(SCRIPT, self.interview, self.session.flow.active_ms(0, self.now_ms))
        self.now_ms = until_ms
        return self

    def asks(self) -> Newcomer:
        self.interview.ask_and_next()
        return self

    def gives(self, speaker: Speaker) -> Newcomer:
        self.interview.give_floor(speaker)
        return self

    def notes(self, text: str, tag: str | None) -> Newcomer:
        self.interview.add_note(text, tag, self.now_ms)
        return self

    def pauses(self) -> Newcomer:
        self.interview.toggle_pause()
        return self
