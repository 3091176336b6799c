"""Notes that move from one tag to another: what is set, and that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue, NoteAdded, Undone
from interview_tui.domain.session import FURTHER_TAG, Session
from interview_tui.domain.tag_moves import MoveCount, count_moves, fields_to_move

NAMES = ("pain", "goal", "quote", "a:b")


class Book:
    """A session that is written event by event."""

    def __init__(self) -> None:
        self.session = Session()
        self._number = 0

    def leave(self, make: Callable[..., AnyEvent], **fields: object) -> str:
        self._number += 1
        event = make(
            id=f"{self._number:026d}",
            device="d",
            counter=self._number,
            at_ms=self._number,
            author="a",
            **fields,
        )
        self.session.apply(event)
        return event.id

    def note(self, *tags: str, text: str = "said") -> str:
        first = tags[0] if tags else None
        note = self.leave(NoteAdded, text=text, tag=first)
        for tag in tags[1:]:
            self.set(note, FURTHER_TAG + tag, True)
        return note

    def set(self, target: str, name: str, value: FieldValue) -> str:
        return self.leave(FieldSet, target=target, name=name, value=value)

    def move(self, old: str, new: str) -> list[str]:
        return [
            self.set(moved.target, moved.name, moved.value)
            for moved in fields_to_move(self.session, Move(old, new))
        ]

    @property
    def told(self) -> list[tuple[str, tuple[str, ...], bool]]:
        return [(note.id, note.tags, note.word_for_word) for note in self.session.notes]

    def tags(self, note: str) -> tuple[str, ...]:
        found = self.session.note(note)
        assert found is not None
        return found.tags


def test_a_first_tag_stays_the_first_and_a_further_one_a_further_one() -> None:
    book = Book()
    first, further, other = book.note("pain", "goal"), book.note("goal", "pain"), book.note("goal")
    book.move("pain", "ache")
    assert [book.tags(note) for note in (first, further, other)] == [
        ("ache", "goal"),
        ("goal", "ache"),
        ("goal",),
    ]
    assert fields_to_move(book.session, Move("pain", "ache")) == []


def test_a_note_with_both_tags_has_the_new_one_once() -> None:
    book = Book()
    notes = [book.note("pain", "goal"), book.note("goal", "pain"), book.note("x", "goal", "pain")]
    assert count_moves(book.session, Move("pain", "goal")) == MoveCount(notes=3, both=3)
    book.move("pain", "goal")
    assert [book.tags(note) for note in notes] == [("goal",), ("goal",), ("x", "goal")]
    book.set(notes[0], "tag", "story")
    assert book.tags(notes[0]) == ("story",)


def test_what_was_word_for_word_stays_so_under_another_name() -> None:
    book = Book()
    note = book.note("quote")
    book.move("quote", "verbatim")
    assert book.told == [(note, ("verbatim",), True)]


def test_a_removed_note_moves_along_should_it_be_brought_back() -> None:
    book = Book()
    note = book.note("pain")
    deletion = book.set(note, "deleted", True)
    assert count_moves(book.session, Move("pain", "ache")) == MoveCount(removed=1)
    book.move("pain", "ache")
    book.leave(Undone, events=(deletion,))
    assert book.tags(note) == ("ache",)


def test_a_coder_s_tags_move_along_and_nobody_else_s() -> None:
    book = Book()
    note = book.note("x")
    for name, value in (
        ("code:ada:pain", True),
        ("code:bo:pain", False),
        ("code:bo:a:b", True),
        ("code:pain", True),
    ):
        book.set(note, name, value)
    assert count_moves(book.session, Move("pain", "ache")).codings == 1
    book.move("pain", "ache")
    book.move("a:b", "c")
    fields = book.session.fields(note)
    assert {name: fields[name] for name in fields if name.startswith("code:")} == {
        "code:ada:ache": True,
        "code:bo:pain": False,
        "code:bo:c": True,
        "code:pain": True,
    }


NOTES = st.lists(st.lists(st.sampled_from(NAMES), max_size=3, unique=True), max_size=5)


def a_book(notes: Iterable[list[str]]) -> Book:
    book = Book()
    for tags in notes:
        book.note(*tags)
    return book


@given(NOTES, st.sampled_from(NAMES))
def test_a_new_name_and_back_gives_the_same_notes(notes: list[list[str]], old: str) -> None:
    book = a_book(notes)
    before = [(note, sorted(tags), word) for note, tags, word in book.told]
    book.move(old, "new name")
    assert all(old not in tags for _, tags, _ in book.told)
    book.move("new name", old)
    assert [(note, sorted(tags), word) for note, tags, word in book.told] == before


@given(NOTES, st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from((*NAMES, "new"))), max_size=4))
def test_moves_that_are_undone_in_reverse_leave_the_notes_as_they_were(
    notes: list[list[str]], moves: list[tuple[str, str]]
) -> None:
    book = a_book(notes)
    steps = []
    for old, new in moves:
        if old != new:
            steps.append((book.told, book.move(old, new)))
    for before, events in reversed(steps):
        book.leave(Undone, events=tuple(events))
        assert book.told == before


@given(NOTES, st.sampled_from(NAMES), st.randoms())
def test_the_order_in_which_the_events_arrive_does_not_matter(
    notes: list[list[str]], old: str, random: object
) -> None:
    book = a_book(notes)
    book.move(old, "goal" if old != "goal" else "pain")
    events = book.session.events
    random.shuffle(events)  # type: ignore[attr-defined]
    assert Session(events).notes == book.session.notes


@given(NOTES, st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_no_note_has_a_tag_twice_and_none_loses_another(notes: list[list[str]], old: str, new: str) -> None:
    if old == new:
        return
    book = a_book(notes)
    book.move(old, new)
    for (_, tags, _), before in zip(book.told, notes, strict=True):
        assert sorted(tags) == sorted({new if tag == old else tag for tag in before})
