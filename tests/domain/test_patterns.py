"""Counting tags and themes: mentions, distinct people, parents, orders."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.counted import TAGS, libraries, library, note, renamed, session

from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.library import Library
from interview_tui.domain.patterns import (
    ORDERS,
    By,
    PatternTable,
    for_reading,
    ordered_rows,
    pattern_table,
    shade,
    tag_subjects,
    theme_subjects,
)
from interview_tui.domain.themes import Theme

BYS: tuple[By, ...] = ("participant", "segment")


def book(**parents: str) -> Codebook:
    """A codebook of these tags, each below another or below none ("")."""
    return Codebook(
        tuple(Tag(key="b", name=name, colour="red", parent=parent) for name, parent in parents.items())
    )


NESTED = book(pain="", queue="pain", till="queue", goal="")


def table(known: Library, codebook: Codebook = NESTED, by: By = "participant") -> PatternTable:
    return pattern_table(known, tag_subjects(known, codebook), by)


def counts(found: PatternTable) -> dict[str, tuple[int, int]]:
    return {row.name: (row.total.people, row.total.mentions) for row in found.rows}


FIRST, AGAIN, OTHER = session(0, "P01", "shops"), session(1, "P01", "shops"), session(2, "P02", "homes")
KNOWN = library(
    [
        (FIRST, note(FIRST, 1, "pain")),
        (FIRST, note(FIRST, 2, "pain", "queue")),
        (AGAIN, note(AGAIN, 1, "queue")),
        (OTHER, note(OTHER, 1, "till", "goal")),
        (OTHER, note(OTHER, 2)),
    ]
)


def test_a_person_who_is_interviewed_twice_counts_once() -> None:
    found = counts(table(KNOWN, book(pain="", queue="", till="", goal="")))
    assert found == {"pain": (1, 2), "queue": (1, 2), "till": (1, 1), "goal": (1, 1)}


def test_a_parent_counts_the_notes_below_it_each_once() -> None:
    assert counts(table(KNOWN)) == {"pain": (2, 4), "queue": (2, 3), "till": (1, 1), "goal": (1, 1)}


def test_rows_stand_below_their_parents() -> None:
    assert [(row.name, row.depth, row.children) for row in table(KNOWN).rows] == [
        ("pain", 0, 1),
        ("queue", 1, 1),
        ("till", 2, 0),
        ("goal", 0, 0),
    ]


def test_segments_count_the_people_in_them() -> None:
    found = table(KNOWN, by="segment")
    assert [(column.id, column.people) for column in found.columns] == [("shops", 1), ("homes", 1)]
    pain = found.row("pain")
    assert pain is not None
    assert [(pain.cell(name).people, pain.cell(name).mentions) for name in ("shops", "homes", "?")] == [
        (1, 3),
        (1, 1),
        (0, 0),
    ]


def test_notes_without_a_tag_are_told_apart() -> None:
    assert (table(KNOWN).left_out, table(KNOWN).left_out_bare) == (1, 0)


def test_tags_that_only_notes_have_follow_the_codebook_whatever_their_capitals() -> None:
    known = library(
        [(FIRST, note(FIRST, 1, "Goal")), (FIRST, note(FIRST, 2, "Odd")), (FIRST, note(FIRST, 3, "odd"))]
    )
    assert counts(table(known, book(goal=""))) == {"goal": (1, 1), "Odd": (1, 2)}


@pytest.mark.parametrize("parents", [{"pain": "pain"}, {"pain": "goal", "goal": "pain"}, {"pain": "nobody"}])
def test_a_parent_that_cannot_be_is_no_parent(parents: dict[str, str]) -> None:
    found = table(KNOWN, book(**{"pain": "", "goal": "", **parents}))
    assert len(found.rows) == 4
    assert any(row.depth == 0 for row in found.rows)


def test_themes_count_the_notes_that_are_still_there() -> None:
    theme = Theme(id="theme:1", name="Waiting", notes=("s0/n1", "s2/n1", "s2/gone", "s0/n1"))
    found = pattern_table(KNOWN, theme_subjects(KNOWN, [theme]), "participant")
    assert counts(found) == {"Waiting": (2, 2)}


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("people", ["pain", "queue", "till", "goal"]),
        ("name", ["goal", "pain", "queue", "till"]),
        ("codebook", ["pain", "queue", "till", "goal"]),
    ],
)
def test_siblings_are_ordered_and_stay_with_their_parent(order: str, names: list[str]) -> None:
    assert [row.name for row in ordered_rows(table(KNOWN), order)] == names  # type: ignore[arg-type]


def test_a_column_can_order_the_rows() -> None:
    assert [
        row.name for row in ordered_rows(table(KNOWN, book(pain="", goal="")), "people", column="P02")
    ] == [
        "goal",
        "till",
        "pain",
        "queue",
    ]


def test_a_folded_row_hides_all_below_it() -> None:
    rows = ordered_rows(table(KNOWN), "codebook", folded=frozenset({"pain"}))
    assert [row.name for row in rows] == ["pain", "goal"]


def test_quotes_come_first_then_starred_notes_then_the_oldest() -> None:
    plain, starred = note(OTHER, 1), replace(note(OTHER, 2), starred=True)
    quote, older = replace(note(OTHER, 3), word_for_word=True), note(FIRST, 1)
    assert for_reading([plain, starred, older, quote]) == (quote, starred, older, plain)


@pytest.mark.parametrize(
    ("count", "most", "dark"), [(0, 9, 0), (1, 9, 1), (3, 9, 2), (5, 9, 3), (9, 9, 4), (1, 1, 3), (3, 0, 0)]
)
def test_a_shade_grows_with_the_count(count: int, most: int, dark: int) -> None:
    assert shade(count, most) == dark


# -- laws ----------------------------------------------------------------------------------

parents = st.fixed_dictionaries({tag: st.sampled_from(("", *TAGS)) for tag in TAGS})


@given(libraries(), parents, st.sampled_from(BYS))
def test_the_cells_of_a_row_add_up_to_its_mentions(known: Library, above: dict[str, str], by: By) -> None:
    for row in table(known, book(**above), by).rows:
        assert sum(cell.mentions for cell in row.cells.values()) == row.total.mentions


@given(libraries(), parents, st.sampled_from(BYS))
def test_there_are_no_more_people_than_interviews_or_mentions(
    known: Library, above: dict[str, str], by: By
) -> None:
    found = table(known, book(**above), by)
    for row in found.rows:
        interviews = {one.session for one in row.total.notes}
        assert row.total.people <= min(len(interviews), row.total.mentions)
        assert row.total.people <= found.people


@given(libraries(), parents)
def test_a_parent_has_at_least_what_each_child_has(known: Library, above: dict[str, str]) -> None:
    found = table(known, book(**above))
    for row in found.rows:
        if (parent := found.row(row.parent)) is not None:
            assert {one.key for one in row.total.notes} <= {one.key for one in parent.total.notes}


@given(libraries(), parents, st.sampled_from(BYS))
def test_other_pseudonyms_change_no_count(known: Library, above: dict[str, str], by: By) -> None:
    assert counts(table(known, book(**above), by)) == counts(table(renamed(known), book(**above), by))


@given(libraries(), parents, st.sampled_from(ORDERS))
def test_every_order_shows_every_row_once(known: Library, above: dict[str, str], order: str) -> None:
    found = table(known, book(**above))
    shown = ordered_rows(found, order)  # type: ignore[arg-type]
    assert sorted(row.id for row in shown) == sorted(row.id for row in found.rows)


def test_many_people_and_tags_are_counted_at_once() -> None:
    tags = [f"tag {number}" for number in range(60)]
    notes = []
    for number in range(300):
        held = session(number % 27, f"P{number:03}", f"segment {number % 7}")
        held = replace(held, id=f"s{number}")
        notes += [(held, note(held, at, tags[(number + at) % 60])) for at in range(40)]
    known = library(notes)
    found = pattern_table(known, tag_subjects(known, Codebook(())), "participant")
    assert (len(found.columns), len(found.rows)) == (300, 60)
    assert sum(row.total.mentions for row in found.rows) == 12_000
