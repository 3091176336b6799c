"""The rows of tables, notes and disagreements keep within their width, whatever people are called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.counted import note, session

from interview_tui.domain.agreement import compare
from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook, Tag
from interview_tui.domain.coding import Coding, Codings
from interview_tui.domain.patterns import PatternTable
from interview_tui.tui.agreement_rows import disagreement_rows, figure_rows, head_row, open_rows
from interview_tui.tui.coding_rows import coded_note_rows, coder_row, tag_clicked, tag_rows
from interview_tui.tui.grid_rows import Figure, Grid, GridRow, Spot, column_at, grid_rows, in_view
from interview_tui.tui.pattern_rows import NoteList, in_none_words, note_rows, one_note, preview_rows
from interview_tui.tui.rows import Row, width_of

names = st.text(st.sampled_from("ab [/]數據👩‍💻é\x1b\n\u202e"), max_size=30)
widths = st.integers(40, 140)


def fits(rows: list[Row], width: int) -> bool:
    return all(width_of(row.spans) <= width for row in rows)


def a_grid(tags: list[str], columns: list[str], counts: list[int]) -> Grid:
    def figure(at: int, column: int) -> Figure:
        count = counts[(at * 7 + column) % len(counts)]
        return Figure(text=f"{count}" if count else "", count=count)

    return Grid(
        corner="",
        fixed=("people", "mentions"),
        columns=tuple(columns),
        rows=tuple(GridRow(name=tag, fixed=("1", "2")) for tag in tags),
        figure=figure,
        most=max(counts),
    )


grids = st.builds(
    a_grid,
    st.lists(names, max_size=12),
    st.lists(names, max_size=12),
    st.lists(st.integers(0, 999), min_size=1, max_size=9),
)


@given(grids, widths, st.integers(3, 30), st.integers(-9, 99), st.integers(-9, 99))
def test_a_table_keeps_within_its_pane_and_its_cursor_in_view(
    grid: Grid, width: int, height: int, row: int, column: int
) -> None:
    spot = in_view(grid, Spot(row=row, column=column), width, height)
    rows = grid_rows(grid, spot, width, height)
    assert len(rows) <= height
    assert fits(rows, width)
    assert -1 <= spot.column < max(1, len(grid.columns))
    if grid.rows:
        assert any(str(one.action) == f"row:{spot.row}" for one in rows)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_column_can_be_clicked_where_it_is_shown(width: int) -> None:
    grid = a_grid(["pain", "goal"], [f"P{number:02}" for number in range(1, 40)], [1, 20, 0])
    spot = in_view(grid, Spot(column=30), width, 10)
    head = "".join(text for text, _ in grid_rows(grid, spot, width, 10)[0].spans)
    assert column_at(grid, spot, width, head.index("P31")) == 30
    assert column_at(grid, spot, width, 3) == -1


HELD = session(0, "P01", "a segment with a long name")


@given(st.lists(names, min_size=1, max_size=8), widths, st.integers(2, 30), st.data())
def test_notes_keep_within_their_pane_and_the_chosen_one_is_in_view(
    texts: list[str], width: int, height: int, data: st.DataObject
) -> None:
    notes = tuple(replace(note(HELD, at, "pain", text=text), starred=True) for at, text in enumerate(texts))
    held = NoteList(title="t", notes=notes, silent=frozenset({HELD.person}))
    place = data.draw(st.integers(0, len(notes) - 1))
    top, rows = note_rows(held, place, data.draw(st.integers(0, len(notes) - 1)), width, height)
    assert 0 <= top <= place
    assert len(rows) <= height
    assert fits(rows, width)
    assert f"quote:{place}" in [row.action for row in rows]
    assert fits(preview_rows("words", held, width, height), max(width, 48))


def test_what_must_not_be_quoted_says_so_however_narrow_it_is() -> None:
    quote = replace(note(HELD, 1, text="words"), word_for_word=True)
    held = NoteList(title="t", notes=(quote,), silent=frozenset({HELD.person}))
    for rows in (one_note(held, 0, 40, chosen=True), preview_rows("w", held, 60, 3)):
        assert "not to be quoted" in "".join(text for row in rows for text, _ in row.spans)


@pytest.mark.parametrize(
    ("left_out", "bare", "said"),
    [(152, 2, "150 notes and 2 bare marks in none"), (1, 0, "1 note in none"), (1, 1, "1 bare mark in none")],
)
def test_bare_marks_are_counted_apart_as_on_the_themes_board(left_out: int, bare: int, said: str) -> None:
    table = PatternTable(by="segment", columns=(), rows=(), left_out=left_out, left_out_bare=bare)
    assert in_none_words(table) == said


def coded(tags: list[frozenset[str]]) -> dict[str, Coding]:
    return {f"{HELD.id}/n{at}": Coding(tags=given, decided=True) for at, given in enumerate(tags)}


sets = st.lists(st.frozensets(names.filter(bool), max_size=3), min_size=6, max_size=6)


@given(sets, sets, names, names, widths, st.integers(3, 20))
def test_the_agreement_keeps_within_its_pane(
    first: list[frozenset[str]], second: list[frozenset[str]], one: str, other: str, width: int, height: int
) -> None:
    one, other = f"A{one}", f"B{other}"
    codings = Codings(by_coder={one: coded(first), other: coded(second)})
    found = compare(codings, one, other, (), lambda _: (-0.123, 1.0))
    assert fits(figure_rows(found, 0, 0, width, height)[1], width)
    notes = {f"{HELD.id}/n{at}": note(HELD, at, text="x" * 200) for at in range(5)}
    assert fits(open_rows(found, notes, 0, 0, width, height)[1], width)
    assert fits([head_row(found, settling=True, width=width)], width)
    for gap in found.open:
        assert fits(disagreement_rows(gap, notes.get(gap.note), width, may_be_quoted=False), width)


@given(names, names, widths, st.integers(3, 20))
def test_a_coder_s_screen_keeps_within_its_pane(text: str, name: str, width: int, height: int) -> None:
    one = replace(note(HELD, 1, text=text or "x"), phase=name, question=name)
    assert fits(coded_note_rows(one, 0, 9, 3, width, done=True), width)
    assert fits([coder_row(f"A{name}", 1, 9, 1, width)], width)
    book = Codebook((*DEFAULT_CODEBOOK.tags, Tag(key="z", name=f"n{name}", colour="red")))
    assert fits(tag_rows(book, frozenset({"story"}), width, height, done=False), width)


@pytest.mark.parametrize(("width", "height"), [(60, 6), (80, 8), (120, 20)])
def test_every_tag_is_shown_once_and_can_be_clicked(width: int, height: int) -> None:
    rows = tag_rows(DEFAULT_CODEBOOK, frozenset(), width, height, done=False)
    assert len(rows) <= height
    clicked = []
    for row in rows[:-1]:
        line = "".join(text for text, _ in row.spans)
        clicked += [
            tag_clicked(str(row.action), DEFAULT_CODEBOOK, x)
            for x, letter in enumerate(line)
            if letter == "○"
        ]
    assert sorted(clicked) == sorted(tag.name for tag in DEFAULT_CODEBOOK.tags)
