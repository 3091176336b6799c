"""A session's state: a pure function of the set of its events.

Any order and any repeats give the same result (a property test holds it), so copies of a session
merge by union. Events are taken in one at a time, because the live screen cannot afford to start over.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview_tui.domain.codebook import QUOTE
from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue, FlowEvent, NoteAdded, NoteText, Undone
from interview_tui.domain.fields import Fields
from interview_tui.domain.flow import Flow, read_flow

SESSION = "session"
DEBRIEF = "debrief"
"""Targets of fields that belong to no note."""

FURTHER_TAG = "tag:"
"""How the names of a note's fields begin that say whether it has a further tag, besides its `tag`."""

TextEvent = NoteAdded | NoteText
_Place = tuple[int, tuple[int, str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:  # made by the hundred thousand, which takes a `value` three times as long
    """One note as it stands; `others` are texts written at the same time by somebody else.

    `tag` is the first of its `tags`, the one under which it was caught.
    """

    id: str
    at_ms: int
    text: str
    tag: str | None
    phase: int | None
    question: int | None
    starred: bool
    author: str
    word_for_word: bool
    tags: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """A mark that waits for its words."""
        return not self.text.strip()


class Session(Fields):
    """The state of one session, grown event by event."""

    def __init__(self, events: Iterable[AnyEvent] = ()) -> None:
        super().__init__()
        self._texts: dict[str, dict[str, TextEvent]] = {}
        self._further_tags: dict[str, list[str]] = {}
        self._flow_events: dict[str, FlowEvent] = {}
        self._flow: Flow | None = None
        self._notes: dict[str, Note] = {}
        self._places: dict[str, _Place] = {}
        self._order: list[_Place] = []
        self._by_tag: Counter[str | None] = Counter()
        self.last_ms = 0
        for event in events:
            self.apply(event)

    # -- taking events in ------------------------------------------------------------------

    def apply(self, event: AnyEvent) -> bool:
        """Take one event in; False if it was known already."""
        if not self._know(event):
            return False
        self.last_ms = max(self.last_ms, event.at_ms)
        match event:
            case NoteAdded():
                self._texts.setdefault(event.id, {})[event.id] = event
                self._refresh_note(event.id)
            case NoteText():
                self._texts.setdefault(event.note, {})[event.id] = event
                self._refresh_note(event.note)
            case FieldSet():
                self._take_field(event)
            case Undone():
                for target in self._undo_in(event):
                    self._forget(target)
            case _:
                self._flow_events[event.id] = event
                self._flow = None
        return True

    def _take_field(self, event: FieldSet) -> None:
        if event.name.startswith(FURTHER_TAG):
            further = self._further_tags.setdefault(event.target, [])
            if (name := event.name.removeprefix(FURTHER_TAG)) not in further:
                further.append(name)
                further.sort()
        self._touch(event.target)

    def _forget(self, event_id: str) -> None:
        match self._events.get(event_id):
            case NoteAdded():
                self._refresh_note(event_id)
            case NoteText() as text:
                self._refresh_note(text.note)
            case FieldSet() as field:
                self._touch(field.target)
            case _:
                self._flow = None

    def _touch(self, target: str) -> None:
        if target in self._texts:
            self._refresh_note(target)
        if target in self._flow_events:
            self._flow = None

    # -- reading it ------------------------------------------------------------------------

    def texts_seen(self, note_id: str) -> tuple[str, ...]:
        """The ids of the text events that a new text of this note replaces."""
        return tuple(event.id for event in self._heads(note_id))

    def text_of(self, event_id: str) -> str | None:
        """What a text event says; None for an event that says nothing."""
        event = self._events.get(event_id)
        return event.text if isinstance(event, NoteAdded | NoteText) else None

    def further_tags(self, note_id: str) -> frozenset[str]:
        """Every tag that a note ever had besides its first one."""
        return frozenset(self._further_tags.get(note_id, ()))

    @property
    def note_count(self) -> int:
        """How many notes stand."""
        return len(self._order)

    def tagged(self, tag: str | None) -> int:
        """How many notes that stand have a tag; None counts those without one."""
        return self._by_tag[tag]

    def note_at(self, index: int) -> Note:
        """The note at a place in the order of time; raises IndexError outside of it."""
        return self._notes[self._order[index][2]]

    def note(self, note_id: str) -> Note | None:
        """A note by its id, None if it was deleted or undone or never there."""
        return self._notes.get(note_id)

    def removed_notes(self) -> list[Note]:
        """Every note that was deleted and can be brought back, in the order of time."""
        found = [
            self._read_note(origin)
            for note_id in self._texts
            if isinstance(origin := self._events.get(note_id), NoteAdded)
            and self.stands(note_id)
            and self.field(note_id, "deleted")
        ]
        return sorted(found, key=lambda note: (note.at_ms, self._events[note.id].stamp))

    def index_of(self, note_id: str) -> int | None:
        """The note's place in the order of time."""
        place = self._places.get(note_id)
        return None if place is None else bisect_left(self._order, place)

    @property
    def notes(self) -> list[Note]:
        """Every note that stands, in the order of time."""
        return list(self.iter_notes())

    def iter_notes(self) -> Iterator[Note]:
        """Walk the notes in the order of time."""
        return (self._notes[place[2]] for place in self._order)

    @property
    def flow(self) -> Flow:
        """Phases, questions, turns and pauses up to the last event."""
        if self._flow is None:
            self._flow = read_flow(self._ordered_flow())
        return self._flow

    @property
    def finished(self) -> bool:
        """Whether the interview was brought to its end."""
        return self.flow.finished_at_ms is not None

    # -- how notes are made ----------------------------------------------------------------

    def _ordered_flow(self) -> list[tuple[int, FlowEvent]]:
        timed = [
            (self._at_ms(event.id, event.at_ms), event)
            for event in self._flow_events.values()
            if self.stands(event.id)
        ]
        return sorted(timed, key=lambda pair: (pair[0], pair[1].stamp))

    def _at_ms(self, target: str, at_ms: int) -> int:
        moved = self.field(target, "at_ms")
        return at_ms if (number := _number(moved)) is None else number

    def _heads(self, note_id: str) -> list[TextEvent]:
        standing = [event for event in self._texts.get(note_id, {}).values() if self.stands(event.id)]
        replaced = {seen for event in standing if isinstance(event, NoteText) for seen in event.seen}
        heads = [event for event in standing if event.id not in replaced]
        return sorted(heads, key=lambda event: event.stamp, reverse=True)

    def _refresh_note(self, note_id: str) -> None:
        note = self._build_note(note_id)
        place = None
        if note is not None:
            place = (note.at_ms, self._events[note_id].stamp, note_id)
        known = self._places.get(note_id)
        if known != place:
            self._move(note_id, known, place)
        before = self._notes.pop(note_id, None)
        if before is not None:
            self._by_tag[before.tag] -= 1
        if note is not None:
            self._notes[note_id] = note
            self._by_tag[note.tag] += 1

    def _move(self, note_id: str, known: _Place | None, place: _Place | None) -> None:
        if known is not None:
            del self._order[bisect_left(self._order, known)]
            del self._places[note_id]
        if place is not None:
            insort(self._order, place)
            self._places[note_id] = place

    def _build_note(self, note_id: str) -> Note | None:
        origin = self._events.get(note_id)
        if not isinstance(origin, NoteAdded) or not self.stands(note_id) or self.field(note_id, "deleted"):
            return None
        return self._read_note(origin)

    def _read_note(self, origin: NoteAdded) -> Note:
        note_id = origin.id
        heads = self._heads(note_id)
        text = heads[0].text if heads else origin.text
        tag = self.field(note_id, "tag", origin.tag)
        tags = self._tags_of(note_id, tag)
        return Note(
            id=note_id,
            at_ms=self._at_ms(note_id, origin.at_ms),
            text=text,
            tag=tag if isinstance(tag, str) else None,
            phase=_number(self.field(note_id, "phase", origin.phase)),
            question=_number(self.field(note_id, "question", origin.question)),
            starred=bool(self.field(note_id, "starred")),
            author=author if isinstance(author := self.field(note_id, "author"), str) else origin.author,
            word_for_word=QUOTE in tags or bool(self.field(note_id, "word_for_word")),
            tags=tags,
            others=tuple(event.text for event in heads[1:] if event.text != text),
        )

    def _tags_of(self, note_id: str, tag: FieldValue) -> tuple[str, ...]:
        first = [tag] if isinstance(tag, str) else []
        further = self._further_tags.get(note_id)
        if not further:
            return tuple(first)
        return (
            *first,
            *(name for name in further if name != tag and self.field(note_id, FURTHER_TAG + name) is True),
        )


def _number(value: FieldValue) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
