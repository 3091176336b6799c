"""Finding notes among those that are loaded, by words: what a person picks from while they type."""

from __future__ import annotations

from collections.abc import Iterable

from interview_tui.domain.library import LibraryNote
from interview_tui.domain.personal import folded
from interview_tui.domain.values import value

_FILTERS = frozenset({"tag", "participant", "segment", "phase"})


@value
class Found:
    """The first notes that have all of the words, and how many have them."""

    notes: tuple[LibraryNote, ...] = ()
    count: int = 0


class NoteFinder:
    """Notes with words, folded once: quotes first, then starred ones, then others, oldest first."""

    def __init__(self, notes: Iterable[LibraryNote]) -> None:
        self._notes = sorted((note for note in notes if not note.bare), key=_for_picking)
        self._told = [_told(note) for note in self._notes]

    def find(self, text: str, limit: int) -> Found:
        """The notes that have every word of a text, in the text, tags, phase or person; all for none.

        A filter of the search, such as `tag:pain`, counts as its word.
        """
        words = [_without_filter(word) for word in folded(text).split()]
        found = [
            note
            for note, told in zip(self._notes, self._told, strict=True)
            if all(word in told for word in words)
        ]
        return Found(tuple(found[:limit]), len(found))


def _without_filter(word: str) -> str:
    name, colon, rest = word.partition(":")
    return rest if colon and name in _FILTERS else word


def _told(note: LibraryNote) -> str:
    return folded(" ".join((note.text, *note.tags, note.person, note.segment, note.phase)))


def _for_picking(note: LibraryNote) -> tuple[bool, bool, str, int, str]:
    return (not note.word_for_word, not note.starred, note.session, note.at_ms, note.id)
