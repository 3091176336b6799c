"""What people do to a session's notes afterwards, each gesture as the events it leaves.

The interview's clock stands still meanwhile: every event has the session's last moment, so that nothing
here lengthens the interview or its talk. A gesture is undone and done again as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from interview_tui.domain.codebook import QUOTE
from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue, NoteAdded, NoteText, Undone
from interview_tui.domain.interview import Gesture
from interview_tui.domain.session import FURTHER_TAG, Note, Session

SPLIT_FROM = "split_from"
"""The field of a note that was split off: the id of the note that it was part of."""

MERGED_INTO = "merged_into"
"""The field of a note that was merged away: the id of the note that has its words now."""

_BEHIND_MS = 100
"""How far behind its first part the second part of a split note stands, so that their order lasts."""

MakeEvent = TypeVar("MakeEvent", bound=Any)


class Corrections:
    """One person's corrections to a session; `at_ms` is where its clock stands."""

    def __init__(
        self,
        session: Session,
        *,
        device: str,
        author: str,
        at_ms: int,
        new_id: Callable[[], str],
        keep: Callable[[AnyEvent], None],
    ) -> None:
        self.session = session
        self.device = device
        self.author = author
        self.at_ms = at_ms
        self._new_id = new_id
        self._keep = keep
        self._under_way: list[str] = []
        self._done: list[Gesture] = []
        self._undone: list[Gesture] = []
        self._note_of: dict[str, str] = {}
        self._quote_tags: dict[str, tuple[str, ...]] = {}
        """The tags that notes had before they were marked as not word for word any more."""
        self.count = 0

    # -- the mechanism ---------------------------------------------------------------------

    def _write(self, make: Callable[..., AnyEvent], *, at_ms: int | None = None, **fields: object) -> str:
        event = make(
            id=self._new_id(),
            device=self.device,
            counter=self.session.counter + 1,
            at_ms=self.at_ms if at_ms is None else at_ms,
            author=self.author,
            **fields,
        )
        self.session.apply(event)
        self._keep(event)
        self.count += 1
        self._under_way.append(event.id)
        self._note_of[event.id] = str(fields.get("note") or fields.get("target") or event.id)
        return event.id

    def notes_of(self, gesture: Gesture) -> list[str]:
        """The ids of the notes that a gesture was about, each once."""
        return list(dict.fromkeys(self._note_of[event] for event in gesture.events))

    def _set(self, target: str, name: str, value: FieldValue) -> None:
        self._write(FieldSet, target=target, name=name, value=value)

    def _did(self, label: str) -> bool:
        """Close a gesture; False if it left nothing."""
        events, self._under_way = tuple(self._under_way), []
        if events:
            self._done.append(Gesture(label, events))
            self._undone.clear()
        return bool(events)

    def undo(self) -> Gesture | None:
        """Take the last gesture back; None when there is none left."""
        return self._turn(self._done, self._undone, undone=True)

    def redo(self) -> Gesture | None:
        """Do again what was undone last, unless something else was done since."""
        return self._turn(self._undone, self._done, undone=False)

    def _turn(self, source: list[Gesture], goal: list[Gesture], *, undone: bool) -> Gesture | None:
        if not source:
            return None
        gesture = source.pop()
        self._write(Undone, events=gesture.events, undone=undone)
        self._under_way.clear()
        goal.append(gesture)
        return gesture

    # -- one note --------------------------------------------------------------------------

    def edit(self, note: Note, text: str) -> bool:
        """Give a note another text; what was written beside it at the same time stays beside it."""
        if text != note.text:
            self._replace(note, text, only_shown=True)
        return self._did("edit" if note.text.strip() else "words for a mark")

    def settle(self, note: Note, text: str) -> bool:
        """Choose the text of a note that has several; the others go into its history."""
        if note.others:
            self._replace(note, text, only_shown=False)
        return self._did("one text of several")

    def _replace(self, note: Note, text: str, *, only_shown: bool) -> None:
        seen = self._shown_text(note) if only_shown else self.session.texts_seen(note.id)
        self._write(NoteText, note=note.id, text=text, seen=seen)

    def split(self, note: Note, at: int, text: str | None = None) -> Note | None:
        """Make two notes of one, before the character `at`; the second, or None where a part is empty.

        Both have its tags, star, phase and author; the time is the first one's, and a moment later.
        `text` is what the note is to say instead, before it is split.
        """
        first, second = split_text(note.text if text is None else text, at)
        if not first or not second:
            return None
        self._replace(note, first, only_shown=True)
        new = self._write(
            NoteAdded,
            at_ms=self._behind(note),
            text=second,
            tag=note.tag,
            phase=note.phase,
            question=note.question,
        )
        self._set(new, SPLIT_FROM, note.id)
        if note.author != self.author:
            self._set(new, "author", note.author)
        for tag in note.tags[1:]:
            self._set(new, FURTHER_TAG + tag, True)
        if note.starred:
            self._set(new, "starred", True)
        if note.word_for_word and QUOTE not in note.tags:
            self._set(new, "word_for_word", True)
        self._did("split")
        return self.session.note(new)

    def _behind(self, note: Note) -> int:
        """A time right behind a note, before the next one, and within the interview."""
        index = self.session.index_of(note.id)
        assert index is not None, "only notes that stand are split"
        latest = max(note.at_ms, self.at_ms)
        if index + 1 < self.session.note_count:
            latest = min(latest, (note.at_ms + self.session.note_at(index + 1).at_ms) // 2)
        return min(note.at_ms + _BEHIND_MS, latest)

    def move(self, note: Note, at_ms: int) -> bool:
        """Give a note another time in the interview; phase and question go along if they were that time's."""
        at_ms = min(max(at_ms, 0), max(self.at_ms, note.at_ms))
        flow = self.session.flow
        if at_ms != note.at_ms:
            self._set(note.id, "at_ms", at_ms)
            if note.phase == flow.phase_at(note.at_ms) != flow.phase_at(at_ms):
                self._set(note.id, "phase", flow.phase_at(at_ms))
            if note.question == flow.question_at(note.at_ms) != flow.question_at(at_ms):
                self._set(note.id, "question", flow.question_at(at_ms))
        return self._did("note time")

    def take_back_to(self, note: Note) -> bool:
        """Make a note what it was once: text, tags, star, quote, time; there again if it was deleted."""
        if self.session.field(note.id, "deleted"):
            self._set(note.id, "deleted", False)
        now = self.session.note(note.id)
        if now is not None:
            if now.text != note.text:
                self._replace(now, note.text, only_shown=True)
            self._take_tags(now, note.tags)
            self._take_flags(now, note)
        return self._did("back to what it was")

    def _take_flags(self, now: Note, wanted: Note) -> None:
        if now.starred != wanted.starred:
            self._set(now.id, "starred", wanted.starred)
        if now.at_ms != wanted.at_ms:
            self._set(now.id, "at_ms", wanted.at_ms)
        if now.phase != wanted.phase:
            self._set(now.id, "phase", wanted.phase)
        if now.question != wanted.question:
            self._set(now.id, "question", wanted.question)
        after = self.session.note(now.id)
        if after is not None and after.word_for_word != wanted.word_for_word:
            self._set(now.id, "word_for_word", wanted.word_for_word)

    # -- one or several --------------------------------------------------------------------

    def retag(self, notes: Iterable[Note], add: Sequence[str] = (), remove: Iterable[str] = ()) -> bool:
        """Add and remove tags; what was a note's first tag stays the first unless it is removed."""
        gone = set(remove)
        for note in notes:
            kept = [tag for tag in note.tags if tag not in gone]
            self._take_tags(note, [*kept, *(tag for tag in add if tag not in kept)])
        return self._did("tags")

    def _take_tags(self, note: Note, tags: Sequence[str]) -> None:
        """Set the fields that differ; the first of `tags` becomes the first."""
        first = tags[0] if tags else None
        if first != note.tag:
            self._set(note.id, "tag", first)
        wanted = set(tags[1:])
        known = set(note.tags) | self.session.further_tags(note.id)
        for tag in sorted(wanted | known):
            if bool(self.session.field(note.id, FURTHER_TAG + tag)) != (tag in wanted):
                self._set(note.id, FURTHER_TAG + tag, tag in wanted)

    def star(self, notes: Sequence[Note]) -> bool:
        """Star the notes, or none of them if all have a star; whether they have one now."""
        starred = not all(note.starred for note in notes)
        for note in notes:
            if note.starred != starred:
                self._set(note.id, "starred", starred)
        self._did("star")
        return starred

    def quote(self, notes: Sequence[Note]) -> bool:
        """Mark the notes as word for word, or none of them if all are; whether they are now.

        A tag that says so goes along when the mark does, and comes back with it.
        """
        quoted = not all(note.word_for_word for note in notes)
        for note in notes:
            if note.word_for_word == quoted:
                continue
            if not quoted and QUOTE in note.tags:
                self._quote_tags[note.id] = note.tags
                self._take_tags(note, [tag for tag in note.tags if tag != QUOTE])
            elif quoted and (before := self._quote_tags.pop(note.id, ())):
                kept = [tag for tag in before if tag == QUOTE or tag in note.tags]
                self._take_tags(note, [*kept, *(tag for tag in note.tags if tag not in kept)])
                continue
            if bool(self.session.field(note.id, "word_for_word")) != quoted:
                self._set(note.id, "word_for_word", quoted)
        self._did("quote")
        return quoted

    def merge(self, notes: Sequence[Note]) -> Note | None:
        """Make one note of several: the earliest, with the words and tags of all; None for fewer than two.

        A star or a quote's mark on one of them is on the whole. Texts that others wrote beside stay beside.
        """
        if len(notes) < 2:
            return None
        order = self.session.index_of
        first, *rest = sorted(notes, key=lambda note: order(note.id) or 0)
        for other in dict.fromkeys(text for note in rest for text in note.others):
            self._write(NoteText, note=first.id, text=other, seen=())
        text = " ".join(note.text.strip() for note in (first, *rest) if not note.bare)
        if text != first.text:
            self._replace(first, text, only_shown=True)
        self._take_tags(first, list(dict.fromkeys(tag for note in (first, *rest) for tag in note.tags)))
        if any(note.starred for note in rest) and not first.starred:
            self._set(first.id, "starred", True)
        now = self.session.note(first.id)
        if any(note.word_for_word for note in rest) and now is not None and not now.word_for_word:
            self._set(first.id, "word_for_word", True)
        for note in rest:
            self._set(note.id, MERGED_INTO, first.id)
            self._set(note.id, "deleted", True)
        self._did("merge")
        return self.session.note(first.id)

    def _shown_text(self, note: Note) -> tuple[str, ...]:
        """The event that gave a note the text which it showed; several if they say the same."""
        return tuple(
            event_id
            for event_id in self.session.texts_seen(note.id)
            if self.session.text_of(event_id) == note.text
        )

    def delete(self, notes: Iterable[Note]) -> bool:
        """Take notes out; they can be brought back at any time."""
        for note in notes:
            self._set(note.id, "deleted", True)
        return self._did("deleted")

    def restore(self, notes: Iterable[Note]) -> bool:
        """Bring deleted notes back."""
        for note in notes:
            self._set(note.id, "deleted", False)
        return self._did("brought back")


def split_text(text: str, at: int) -> tuple[str, str]:
    """A text in two before the character `at`, without the space around the cut."""
    return text[:at].rstrip(), text[at:].lstrip()
