"""How much each tag is used across interviews, and which tags notes have that the codebook does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import nsmallest

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.values import value

EXAMPLES = 50
"""How many notes of a tag are kept at hand to show what it means."""


@value(kw_only=True)
class TagUse:
    """The notes that have a tag, of how many distinct people and in how many sessions.

    `notes` stand in the order in which they were taken, `examples` with the most telling first.
    """

    notes: tuple[LibraryNote, ...] = ()
    people: int = 0
    sessions: int = 0
    examples: tuple[LibraryNote, ...] = ()

    @property
    def mentions(self) -> int:
        """How many notes."""
        return len(self.notes)


NO_USE = TagUse()


def uses(notes: Iterable[LibraryNote]) -> dict[str, TagUse]:
    """The use of every tag that a note has, by its name."""
    found: dict[str, list[LibraryNote]] = {}
    for note in notes:
        for tag in note.tags:
            found.setdefault(tag, []).append(note)
    return {name: _use_of(with_tag) for name, with_tag in found.items()}


def _use_of(notes: list[LibraryNote]) -> TagUse:
    told = (note for note in notes if not note.bare)
    return TagUse(
        notes=tuple(notes),
        people=len({note.person for note in notes}),
        sessions=len({note.session for note in notes}),
        examples=tuple(nsmallest(EXAMPLES, told, key=_how_telling)),
    )


def _how_telling(note: LibraryNote) -> tuple[bool, bool, int]:
    """Word for word first, then starred, then the longer ones."""
    return (not note.word_for_word, not note.starred, -len(note.text))


def strays(codebook: Codebook, used: Mapping[str, TagUse]) -> list[str]:
    """Tags that notes have and the codebook does not, the most used first."""
    known = {tag.name for tag in codebook.tags}
    return sorted((name for name in used if name not in known), key=lambda name: (-used[name].mentions, name))
