"""The search place's way to the index: one hold on it to find with, another to bring it up to date.

So a letter that is typed while ten thousand sessions are read finds what was read so far. Everything here
runs in threads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Lock, RLock

from interview_tui.domain.library import LibraryNote
from interview_tui.domain.participant import Participant
from interview_tui.domain.search import Hit, SearchResult
from interview_tui.domain.search_completion import FILTERS, Values
from interview_tui.errors import InterviewError
from interview_tui.store.library.index import IndexChanges, LibraryIndex, open_index
from interview_tui.store.library.index_file import index_path
from interview_tui.store.library.progress import OnProgress
from interview_tui.store.library.rows import library_rows
from interview_tui.store.library.stamps import stamps_in
from interview_tui.store.people import read_roster_if_any
from interview_tui.store.session_record import load_record
from interview_tui.tui.library_desk import LibraryDesk

Wanted = Callable[[], bool]
"""Whether an answer is still waited for."""


_TURN_S = 0.0005
"""How long reading may keep Python from a key that was typed; with Python's own 5 ms a letter takes twice as
long to be seen (3,000 sessions being read: 123 ms at worst, 58 ms with this)."""

_reading = Lock()


class SearchDesk:
    """Finds, and keeps what is found in up to date; for several threads."""

    def __init__(self, desk: LibraryDesk) -> None:
        self._desk = desk
        self._lock = RLock()
        self._finder: LibraryIndex | None = None
        self._finder_file = 0
        self._seen: dict[str, str] | None = None

    @property
    def problem(self) -> str:
        """A sentence where the index cannot be kept on the disk; "" where it can."""
        return self._finder.problem if self._finder else ""

    def refresh(self, on_progress: OnProgress) -> IndexChanges:
        """Take in what was changed since; raises Cancelled as `on_progress` says, and StoreError."""
        with _letters_first():
            self._seen = stamps_in(self._desk.workspace.sessions)
            return self._refresh(on_progress)

    def is_outdated(self) -> bool:
        """Whether sessions were written since the last refresh began; for the price of listing a folder."""
        try:
            return self._seen is not None and self._seen != stamps_in(self._desk.workspace.sessions)
        except InterviewError:
            return False  # the next refresh says why

    def _refresh(self, on_progress: OnProgress) -> IndexChanges:
        with self._lock:
            finder = self._open()
        if finder.problem:  # there is none on the disk that another hold would see
            return finder.refresh(on_progress)
        with open_index(self._desk.workspace) as index:
            changes = index.refresh(on_progress)
            lost = bool(index.problem)
        with self._lock:
            if lost or self._file_number() != self._finder_file:
                self._close()
                finder = self._open()
        return finder.refresh(on_progress) if lost else changes

    def find(self, typed: str, limit: int, wanted: Wanted) -> SearchResult | None:
        """The first hits of what was typed; None if nobody waits for them any more."""
        with self._lock:
            return self._open().search(typed, limit) if wanted() else None

    def values(self) -> Values:
        """What filters can ask for, as it is spelt where that is known."""
        study = self._desk.study
        people: tuple[Participant, ...] = ()
        with suppress(InterviewError):
            people = read_roster_if_any(self._desk.workspace).participants
        spelt: Mapping[str, list[str]] = {
            "tag": [tag.name for tag in study.codebook.tags],
            "participant": [person.pseudonym for person in people if not person.withdrawn_utc],
            "segment": [segment.name for segment in study.segments],
        }
        with self._lock:
            index = self._open()
            return {name: [*spelt.get(name, ()), *index.values(name)] for name in FILTERS}

    def around(self, hit: Hit, count: int = 2) -> tuple[list[LibraryNote], list[LibraryNote]]:
        """Notes before and after a hit in its session; none if it cannot be read."""
        try:
            read = library_rows(load_record(self._desk.workspace.session_path(hit.session)))
        except InterviewError:
            return [], []
        notes = read[1] if read else []
        at = next((place for place, note in enumerate(notes) if note.id == hit.note), None)
        if at is None:
            return [], []
        return notes[max(0, at - count) : at], notes[at + 1 : at + 1 + count]

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            self._close()

    def _open(self) -> LibraryIndex:
        if self._finder is None:
            self._finder = open_index(self._desk.workspace)
            self._finder_file = self._file_number()
        return self._finder

    def _close(self) -> None:
        if self._finder is not None:
            self._finder.close()
            self._finder = None

    def _file_number(self) -> int:
        """Tells a file from another one of the same name."""
        try:
            return index_path(self._desk.workspace).stat().st_ino
        except OSError:
            return 0


@contextmanager
def _letters_first() -> Iterator[None]:
    """Read in short turns, one reader at a time, so that typing is hardly held up."""
    with _reading:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(min(usual, _TURN_S))
        try:
            yield
        finally:
            sys.setswitchinterval(usual)
