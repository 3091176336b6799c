"""How much each tag is used across interviews, and which tags notes have that the codebook does not."""

from __future__ import annotations

from dataclasses import field

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.values import value


@value
class TagUse:
    """The notes that have a tag, in the order in which they were taken."""

    notes: tuple[LibraryNote, ...] = field(default=())

    @property
    def mentions(self) -> int:
        """How many notes."""
        return len(self.notes)

    @property
    def people(self) -> int:
        """Of how many distinct people."""
        return len({note.person for note in self.notes})

    @property
    def sessions(self) -> int:
        """In how many sessions."""
        return len({note.session for note in self.notes})


NO_USE = TagUse()


def uses(library: Library) -> dict[str, TagUse]:
    """The use of every tag that a note has, by its name."""
    found: dict[str, list[LibraryNote]] = {}
    for note in library.notes:
        for tag in note.tags:
            found.setdefault(tag, []).append(note)
    return {name: TagUse(tuple(notes)) for name, notes in found.items()}


def strays(codebook: Codebook, used: dict[str, TagUse]) -> list[str]:
    """Tags that notes have and the codebook does not, the most used first."""
    known = {tag.name for tag in codebook.tags}
    return sorted((name for name in used if name not in known), key=lambda name: (-used[name].mentions, name))


def examples(use: TagUse) -> list[LibraryNote]:
    """Notes that show what a tag means: word for word first, then starred, then the longer ones."""
    told = [note for note in use.notes if not note.bare]
    return sorted(told, key=lambda note: (not note.word_for_word, not note.starred, -len(note.text)))
