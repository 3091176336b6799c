"""What the themes' place shows and what its keys act on, as plain values without a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.similarity import Like
from interview_tui.domain.suggestions import Group, untagged
from interview_tui.domain.terms import without_accents
from interview_tui.domain.themes import Held, Theme, grouped_notes, held_by
from interview_tui.tui.stepping import stepped

UNGROUPED, UNTAGGED, GROUPS, LIKE = "ungrouped", "untagged", "groups", "like"
"""What can be looked at besides a theme: notes in none, notes without a tag, suggestions, notes like one."""


class Board:
    """Themes beside the notes of one of them, or of the notes that are in none; `look` says which."""

    def __init__(self) -> None:
        self.library = Library()
        self.themes: tuple[Theme, ...] = ()
        self.held: Mapping[str, Held] = {}
        self.groups: tuple[Group, ...] = ()
        self.group_at = 0
        self.likes: tuple[Like, ...] = ()
        self.like_of = ""
        self.look = UNGROUPED
        self.note = ""
        self.marked: set[str] = set()
        self.unticked: set[str] = set()
        self.filter = ""
        self.notes: tuple[LibraryNote, ...] = ()
        self.places: dict[str, int] = {}
        """Where in `notes` each of them stands, by its key."""
        self.ungrouped: tuple[LibraryNote, ...] = ()
        self.untagged: tuple[LibraryNote, ...] = ()
        self.bare = 0
        """Marks in no theme that have no words yet: nothing can be put together by them."""
        self._before_likes = (UNGROUPED, "")
        self._gone = ""

    # -- filling it ------------------------------------------------------------------------

    def fill(self, library: Library, themes: tuple[Theme, ...], groups: tuple[Group, ...]) -> None:
        """Take in what there is now; what is chosen stays so, also once it is there again."""
        self.library, self.themes, self.groups = library, themes, groups
        self.held = {theme.id: held_by(theme, library) for theme in themes}
        grouped = grouped_notes(themes)
        loose = [note for note in library.notes if note.key not in grouped]
        self.ungrouped = tuple(note for note in loose if not note.bare)
        self.bare = len(loose) - len(self.ungrouped)
        self.untagged = tuple(untagged(library.notes))
        if self.look == UNGROUPED and self._gone in self.looks:
            self.look, self._gone = self._gone, ""
        elif self.look not in self.looks and self.look != LIKE:
            self.look, self._gone = UNGROUPED, self.look
        self.marked &= library.notes_by_key.keys()
        self.group_at = max(0, min(self.group_at, len(groups) - 1))
        self.refresh()

    def refresh(self) -> None:
        """Gather the notes of what is looked at; the chosen one, or the one in its place, stays chosen."""
        place = self.places.get(self.note, 0)
        found = self._looked_at()
        self.notes = (
            tuple(note for note in found if passes(note, self.filter)) if self.filter else tuple(found)
        )
        self.places = {note.key: at for at, note in enumerate(self.notes)}
        if self.note not in self.places:
            self.note = self.notes[min(place, len(self.notes) - 1)].key if self.notes else ""

    def _looked_at(self) -> Sequence[LibraryNote]:
        known = self.library.notes_by_key
        if self.look == UNGROUPED:
            return self.ungrouped
        if self.look == UNTAGGED:
            return self.untagged
        if self.look == LIKE:
            return [known[like.key] for like in self.likes if like.key in known]
        if self.look == GROUPS:
            return [known[key] for key in self.group.notes] if self.group else []
        return self.held[self.look].notes

    # -- what there is to look at ----------------------------------------------------------

    @property
    def looks(self) -> tuple[str, ...]:
        """What stands in the list on the left, in its order."""
        return (UNGROUPED, UNTAGGED, GROUPS, *(theme.id for theme in self.themes))

    @property
    def place(self) -> str:
        """Where that list stands: among notes like one, where they were asked for."""
        return self._before_likes[0] if self.look == LIKE else self.look

    @property
    def theme(self) -> Theme | None:
        """The theme that is looked at."""
        return next((theme for theme in self.themes if theme.id == self.look), None)

    @property
    def group(self) -> Group | None:
        """The suggested group that is under review."""
        return self.groups[self.group_at] if self.groups else None

    @property
    def chosen(self) -> LibraryNote | None:
        """The note that the keys act on."""
        return self.notes[self.places[self.note]] if self.note in self.places else None

    @property
    def acted_on(self) -> tuple[str, ...]:
        """The notes that a key acts on: the ticked ones of a group, the marked ones in view, else one."""
        if self.look == GROUPS:
            return tuple(note.key for note in self.notes if note.key not in self.unticked)
        marked = tuple(sorted(self.marked & self.places.keys(), key=self.places.__getitem__))
        return marked or ((self.note,) if self.note else ())

    def lettered(self, letter: str) -> Theme | None:
        """The theme on a capital letter; those behind Z have none."""
        at = ascii_uppercase.find(letter) if len(letter) == 1 else -1
        return self.themes[at] if 0 <= at < len(self.themes) else None

    # -- moving ----------------------------------------------------------------------------

    def look_at(self, look: str) -> None:
        """Look at something else."""
        if look != self.look:
            self.look, self.note, self._gone = look, "", ""
            self.unticked = set()
            self.refresh()

    def step_look(self, by: int) -> None:
        """Look at what stands so many places below."""
        self.look_at(stepped(self.looks, self.place, by))

    def step_note(self, by: int) -> None:
        """Choose the note so many places on."""
        if self.notes:
            at = self.places.get(self.note, 0) + by
            self.note = self.notes[min(max(at, 0), len(self.notes) - 1)].key

    def step_group(self, by: int) -> None:
        """Review another group."""
        at = max(0, min(self.group_at + by, len(self.groups) - 1))
        if at != self.group_at:
            self.group_at, self.unticked, self.note = at, set(), ""
            self.refresh()

    def show_likes(self, note: str, likes: tuple[Like, ...]) -> None:
        """Look at the notes like one; `leave_likes` comes back."""
        if self.look != LIKE:
            self._before_likes = (self.look, self.note)
        self.look, self.like_of, self.likes, self.note = LIKE, note, likes, ""
        self.marked.clear()
        self.refresh()

    def leave_likes(self) -> None:
        """Back to what was looked at before."""
        look, note = self._before_likes
        self.look = look if look in self.looks else UNGROUPED
        self.note = note
        self.marked.clear()
        self.refresh()

    def toggle_mark(self) -> None:
        """Mark the chosen note, or not any more, and go to the next; in a group it is ticked or not."""
        chosen = self.unticked if self.look == GROUPS else self.marked
        if self.note:
            chosen.symmetric_difference_update({self.note})
            self.step_note(1)

    def toggle_all(self) -> None:
        """Mark every note in view; none of them where all are."""
        keys = self.places.keys()
        chosen = self.unticked if self.look == GROUPS else self.marked
        if keys <= chosen:
            chosen.difference_update(keys)
        else:
            chosen.update(keys)


def passes(note: LibraryNote, query: str) -> bool:
    """Whether a note has every word of a filter; `tag:`, `segment:` and `participant:` mean those alone."""
    return all(_has(note, word) for word in _folded(query).split())


def _has(note: LibraryNote, word: str) -> bool:
    name, colon, wanted = word.partition(":")
    if colon and name == "tag":
        return any(_folded(tag).startswith(wanted) for tag in note.tags) if wanted else True
    if colon and name == "segment":
        return _folded(note.segment).startswith(wanted)
    if colon and name == "participant":
        return _folded(note.participant).startswith(wanted)
    return word in _folded(note.text)


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else without_accents(text.casefold())
