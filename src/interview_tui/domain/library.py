"""What all the sessions of a workspace hold, as researchers look at it: interviews and their notes.

Practice, and interviews whose participant allows no notes, are not part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from interview_tui.domain.values import value


@value(kw_only=True)
class LibrarySession:
    """One interview; `minutes` without pauses, `created_utc` ISO 8601, `participant` a pseudonym or ""."""

    id: str
    created_utc: str = ""
    participant: str = ""
    segment: str = ""
    study: str = ""
    guide: str = ""
    moderator: str = ""
    minutes: float = 0.0
    finished: bool = False
    may_be_quoted: bool = True

    @property
    def person(self) -> str:
        """Who was interviewed: a pseudonym, or the session's own id where nobody was named."""
        return self.participant or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryNote:  # made by the hundred thousand, which takes a `value` three times as long
    """One note with where it was taken; `phase` is a title and `question` a text, "" away from the guide.

    `tags` has the first tag first.
    """

    session: str
    id: str
    at_ms: int
    text: str
    tags: tuple[str, ...] = ()
    phase: str = ""
    question: str = ""
    starred: bool = False
    word_for_word: bool = False
    author: str = ""
    participant: str = ""
    segment: str = ""
    created_utc: str = ""

    @property
    def key(self) -> str:
        """Its name in a study: `SESSION/NOTE`."""
        return f"{self.session}/{self.id}"

    @property
    def person(self) -> str:
        """Whose note it is: a pseudonym, or the session's id where nobody was named."""
        return self.participant or self.session

    @property
    def bare(self) -> bool:
        """A mark that waits for its words."""
        return not self.text.strip()


def left_out_words(count: int) -> str:
    """How many sessions could not be read, and who says why; "" where all could."""
    if not count:
        return ""
    told = "1 session cannot be read and is" if count == 1 else f"{count:,} sessions cannot be read and are"
    return f"{told} left out: interview-tui doctor says why."


class Library:
    """Interviews in the order in which they were held, and their notes in that order and by time.

    `unreadable` names the sessions that no figure can count, because they could not be read.
    """

    def __init__(
        self,
        sessions: tuple[LibrarySession, ...] = (),
        notes: tuple[LibraryNote, ...] = (),
        unreadable: tuple[str, ...] = (),
    ) -> None:
        self.sessions = sessions
        self.notes = notes
        self.unreadable = unreadable

    @cached_property
    def notes_by_key(self) -> dict[str, LibraryNote]:
        """Every note by its `key`."""
        return {note.key: note for note in self.notes}

    @cached_property
    def sessions_by_id(self) -> dict[str, LibrarySession]:
        """Every interview by its id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody who was interviewed, in the order of their first interview."""
        return tuple(dict.fromkeys(session.person for session in self.sessions))

    @cached_property
    def silent(self) -> frozenset[str]:
        """Everybody who did not allow quoting in one of their interviews."""
        return frozenset(session.person for session in self.sessions if not session.may_be_quoted)

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """Every segment in the order of its first interview; "" where an interview has none."""
        return tuple(dict.fromkeys(session.segment for session in self.sessions))
