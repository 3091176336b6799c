"""What a change of the codebook would come to in the sessions of a workspace, before it is done."""

from __future__ import annotations

from typing import Literal

from interview_tui.domain.tag_moves import MoveCount
from interview_tui.domain.values import value

Hindrance = Literal["", "open elsewhere", "read-only", "cannot be read"]
"""Why a session would be left out."""


@value(kw_only=True)
class SessionEffect:
    """What changes in one session; `participant` is a pseudonym or ""."""

    session: str
    participant: str = ""
    count: MoveCount = MoveCount()
    hindrance: Hindrance = ""

    @property
    def person(self) -> str:
        """Whose notes they are: a pseudonym, or the session's id where nobody was named."""
        return self.participant or self.session

    @property
    def touched(self) -> bool:
        """Whether anything in it changes."""
        return bool(self.count.notes or self.count.removed or self.count.codings)


@value
class Effect:
    """What changes, session by session, in the order in which they were held."""

    sessions: tuple[SessionEffect, ...] = ()

    @property
    def ready(self) -> tuple[SessionEffect, ...]:
        """The sessions that change."""
        return tuple(held for held in self.sessions if held.touched and not held.hindrance)

    @property
    def left_out(self) -> tuple[SessionEffect, ...]:
        """The sessions that would have to be changed and cannot be now."""
        return tuple(held for held in self.sessions if held.touched and held.hindrance)

    @property
    def unreadable(self) -> tuple[SessionEffect, ...]:
        """Sessions of which nobody can tell."""
        return tuple(held for held in self.sessions if held.hindrance == "cannot be read")

    @property
    def notes(self) -> int:
        """How many notes change."""
        return sum(held.count.notes for held in self.ready)

    @property
    def both(self) -> int:
        """How many of the notes that change had the other tag too."""
        return sum(held.count.both for held in self.ready)

    @property
    def already(self) -> int:
        """How many notes have the new tag already, and no other reason to change."""
        return sum(held.count.already for held in self.sessions)

    @property
    def codings(self) -> int:
        """How many tags of a second coder move along."""
        return sum(held.count.codings for held in self.ready)

    @property
    def people(self) -> int:
        """How many distinct people the notes that change are of."""
        return len({held.person for held in self.ready if held.count.notes})


def notes_words(effect: Effect) -> str:
    """So many notes in so many sessions of so many people."""
    sessions = len(effect.ready)
    if not effect.notes:
        return "no note"
    return (
        f"{_many(effect.notes, 'note')} in {_many(sessions, 'session')} of {_many(effect.people, 'person')}"
    )


def _many(count: int, what: str) -> str:
    plural = "people" if what == "person" else f"{what}s"
    return f"{count:,} {what if count == 1 else plural}"
