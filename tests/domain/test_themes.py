"""Themes: what is put in is in, until it is taken out or undone; merging loses no note."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.domain.study_record import Change, StudyPen, StudyRecord
from interview_tui.domain.themes import (
    NAMELESS,
    Theme,
    delete_theme,
    describe_theme,
    grouped_notes,
    held_by,
    merge_themes,
    move_notes,
    new_theme,
    put_in,
    rename_theme,
    reorder_theme,
    split_theme,
    take_out,
    theme_named,
    themes_of,
    themes_with,
)

NOTES = [f"s{n % 3}/n{n}" for n in range(8)]
some_notes = st.lists(st.sampled_from(NOTES), unique=True)


class Desk:
    """A study's record with a pen, as the board uses it."""

    def __init__(self) -> None:
        ids = count()
        self.pen = StudyPen(
            StudyRecord(), device="d", author="ada", now_ms=lambda: 0, new_id=lambda: f"{next(ids):026}"
        )

    def do(self, changes: Iterable[Change]) -> None:
        self.pen.write("did", changes)

    def make(self, name: str, notes: Iterable[str] = ()) -> str:
        target = self.pen.new_target("theme")
        self.do(new_theme(self.themes, target, name, notes))
        return target

    @property
    def themes(self) -> tuple[Theme, ...]:
        return themes_of(self.pen.record)

    def notes_of(self, target: str) -> set[str]:
        return next(set(theme.notes) for theme in self.themes if theme.id == target)

    @property
    def names(self) -> list[str]:
        return [theme.name for theme in self.themes]


@given(some_notes, some_notes, some_notes)
def test_what_is_put_in_is_in_and_what_is_taken_out_is_not(
    first: list[str], put: list[str], out: list[str]
) -> None:
    desk = Desk()
    target = desk.make("Waiting", first)
    desk.do(put_in(target, put))
    assert desk.notes_of(target) == {*first, *put}
    desk.do(take_out(target, out))
    assert desk.notes_of(target) == {*first, *put} - {*out}


@given(some_notes, some_notes, some_notes)
def test_each_act_is_undone_as_one(here: list[str], there: list[str], moved: list[str]) -> None:
    desk = Desk()
    one, two = desk.make("One", here), desk.make("Two", there)
    for changes in (
        put_in(one, moved),
        take_out(one, moved),
        move_notes(one, two, moved),
        merge_themes(desk.themes[0], desk.themes[1:]),
        delete_theme(one),
        split_theme(desk.themes, one, desk.pen.new_target("theme"), "Three", moved),
        reorder_theme(desk.themes, two, -1),
    ):
        before = desk.themes
        step = desk.pen.write("act", changes)
        if step.events:
            desk.pen.undo()
        assert desk.themes == before


@given(st.lists(some_notes, min_size=2, max_size=4))
def test_merging_keeps_every_note_and_every_description(groups: list[list[str]]) -> None:
    desk = Desk()
    for number, notes in enumerate(groups):
        desk.do(describe_theme(desk.make(f"theme {number}", notes), f"about {number}"))
    desk.do(merge_themes(desk.themes[0], desk.themes))
    (left,) = desk.themes
    assert set(left.notes) == {note for notes in groups for note in notes}
    assert left.description == "; ".join(f"about {number}" for number in range(len(groups)))


@given(some_notes, some_notes)
def test_a_split_loses_no_note_and_stands_right_behind(notes: list[str], chosen: list[str]) -> None:
    desk = Desk()
    source = desk.make("One", notes)
    desk.make("Two")
    split = [note for note in chosen if note in notes]
    target = desk.pen.new_target("theme")
    desk.do(split_theme(desk.themes, source, target, "Half", split))
    assert desk.names == ["One", "Half", "Two"]
    assert desk.notes_of(source) | desk.notes_of(target) == set(notes)
    assert desk.notes_of(source).isdisjoint(desk.notes_of(target))


@given(st.integers(0, 4), st.integers(-9, 9))
def test_reordering_moves_one_and_keeps_the_others_in_their_order(which: int, by: int) -> None:
    desk = Desk()
    targets = [desk.make(str(number)) for number in range(5)]
    desk.do(reorder_theme(desk.themes, targets[which], by))
    assert desk.names.index(str(which)) == min(max(which + by, 0), 4)
    assert [name for name in desk.names if name != str(which)] == [
        str(number) for number in range(5) if number != which
    ]


def test_a_note_may_be_in_several_themes_and_moving_into_the_same_changes_nothing() -> None:
    desk = Desk()
    one, two = desk.make("One", ["s/1"]), desk.make("Two", ["s/1"])
    assert themes_with(desk.themes, "s/1") == desk.themes
    assert grouped_notes(desk.themes) == {"s/1"}
    assert move_notes(one, one, ["s/1"]) == []
    desk.do(move_notes(one, two, ["s/1"]))
    assert (desk.notes_of(one), desk.notes_of(two)) == (set(), {"s/1"})


def test_a_theme_is_found_by_its_name_whatever_its_case_and_spaces() -> None:
    desk = Desk()
    target = desk.make(" Lost  time ")
    assert theme_named(desk.themes, "lost time") == desk.themes[0]
    assert theme_named(desk.themes, "lost") is None
    desk.do(rename_theme(target, ""))
    assert desk.names == [NAMELESS]
    desk.do(describe_theme(target, "  "))
    assert desk.themes[0].description == ""


def test_quotes_stand_first_people_are_counted_once_and_what_is_gone_is_counted_nowhere() -> None:
    notes = (
        LibraryNote(session="a", id="1", at_ms=1, text="x", participant="P01", segment="labs"),
        LibraryNote(session="a", id="2", at_ms=2, text="x", participant="P01", segment="labs", starred=True),
        LibraryNote(session="b", id="3", at_ms=3, text="x", participant="P01", word_for_word=True),
        LibraryNote(session="c", id="4", at_ms=4, text="x"),
    )
    library = Library((LibrarySession(id="a"), LibrarySession(id="b"), LibrarySession(id="c")), notes)
    held = held_by(Theme(id="theme:1", name="x", notes=("a/1", "a/2", "b/3", "c/4", "gone/5")), library)
    assert [note.id for note in held.notes] == ["3", "2", "1", "4"]
    assert (held.people, held.sessions, held.segments, held.quotes, held.missing) == (2, 3, ("labs",), 1, 1)
