"""What the review's keys do to notes, each with the sentence that says what was done."""

from __future__ import annotations

from interview_tui.domain.codebook import QUOTE
from interview_tui.domain.corrections import Corrections
from interview_tui.domain.interview import Gesture
from interview_tui.domain.session import Note
from interview_tui.domain.text import clock
from interview_tui.tui.review_notes import ReviewNotes

STEP_MS = 10_000
"""How far one press moves a note in time."""


class ReviewActs:
    """Acts on the marked notes, else on the chosen one; every act is one step of undoing."""

    def __init__(self, corrections: Corrections, notes: ReviewNotes) -> None:
        self._corrections = corrections
        self._notes = notes

    def star(self) -> str:
        """Star, or take the stars away."""
        notes = self._notes.acted_on
        if not notes:
            return _NOTHING
        return _told("starred" if self._corrections.star(notes) else "star taken away", notes)

    def quote(self) -> str:
        """Mark as word for word, or not any more."""
        notes = self._notes.acted_on
        if not notes:
            return _NOTHING
        tagged = any(QUOTE in note.tags for note in notes)
        if self._corrections.quote(notes):
            return _told("word for word", notes)
        words = _told("not word for word", notes)
        return f"{words}, {QUOTE} taken off; u brings it back" if tagged else words

    def delete(self) -> str:
        """Delete; among the deleted ones, bring back."""
        notes = self._notes.acted_on
        if not notes:
            return _NOTHING
        if self._notes.only_removed:
            self._corrections.restore(notes)
            return _told("brought back", notes)
        self._corrections.delete(notes)
        return f"{_told('deleted', notes)}; u brings back"

    def earlier(self) -> str:
        """Ten seconds back."""
        return self._move(-STEP_MS)

    def later(self) -> str:
        """Ten seconds on."""
        return self._move(STEP_MS)

    def _move(self, by_ms: int) -> str:
        note = self._notes.chosen
        if note is None:
            return _NOTHING
        moved = self._corrections.move(note, note.at_ms + by_ms)
        now = self._corrections.session.note(note.id)
        return f"moved to {clock(now.at_ms)}" if moved and now else "there is no more time that way"

    def merge_on(self) -> str:
        """One note of the marked ones, or of the chosen one and the next."""
        return self._merge(1)

    def merge_back(self) -> str:
        """One note of the marked ones, or of the chosen one and the one before."""
        return self._merge(-1)

    def _merge(self, by: int) -> str:
        notes = self._notes.acted_on if self._notes.marked else self._with_neighbour(by)
        quotes = sum(note.word_for_word for note in notes)
        merged = self._corrections.merge(notes)
        if merged is None:
            return "mark two notes or more with space to merge them" if self._notes.marked else _NO_OTHER
        self._notes.marked.clear()
        self._notes.read()
        self._notes.choose(merged.id)
        words = f"{len(notes)} notes are one now"
        mixed = 0 < quotes < sum(not note.bare for note in notes)
        return f"{words}; all of it counts as word for word, w changes that" if mixed else words

    def _with_neighbour(self, by: int) -> list[Note]:
        notes, place = self._notes.notes, self._notes.place
        return [notes[place], notes[place + by]] if 0 <= place + by < len(notes) else []

    def undo(self) -> str:
        """Take the last step back, and look at what it was about."""
        return self._turned(self._corrections.undo(), "undone", "nothing to undo")

    def redo(self) -> str:
        """Do again what was undone last."""
        return self._turned(self._corrections.redo(), "done again", "nothing to do again")

    def _turned(self, gesture: Gesture | None, words: str, otherwise: str) -> str:
        if gesture is None:
            return otherwise
        self._notes.read()
        for note_id in self._corrections.notes_of(gesture):
            if self._notes.has(note_id):
                self._notes.choose(note_id)
                break
        return f"{words}: {gesture.label}"


_NOTHING = "there is no note here"
_NO_OTHER = "there is no note that way to merge with"


def _told(words: str, notes: list[Note]) -> str:
    return f"{clock(notes[0].at_ms)} {words}" if len(notes) == 1 else f"{len(notes)} notes {words}"
