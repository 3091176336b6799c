"""The insights' rows keep to their room, mark the chosen one, and tell nothing by colour alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.domain.insights import a_library

from interview_tui.domain.insight_rank import Weighed, ranked
from interview_tui.domain.insights import Insight
from interview_tui.tui.evidence_rows import note_row, side_of_all, whole_rows
from interview_tui.tui.insight_rows import detail_rows, help_rows, list_rows, note_place, note_text
from interview_tui.tui.quadrant_rows import quadrant_rows
from interview_tui.tui.rows import Row, width_of

LIBRARY = a_library()
WIDTHS = pytest.mark.parametrize("width", [118, 78, 58, 40, 20, 6])


def text_of(rows: list[Row]) -> list[str]:
    return ["".join(text for text, _ in each.spans) for each in rows]


def an_insight(name: str, by_hand: int, *votes: int, words: str = "電話 [calls] are lost " * 4) -> Insight:
    return Insight(
        id=name,
        statement=words,
        by_hand=by_hand,
        team=tuple((f"somebody {at}", vote) for at, vote in enumerate(votes)),
        evidence=(("s0/n2", "for"), ("s1/n0", "against"), ("gone/n", "for")),
    )


def board(*insights: Insight) -> tuple[Weighed, ...]:
    return ranked(insights, LIBRARY)


@WIDTHS
@pytest.mark.parametrize("height", [30, 8])
def test_the_list_keeps_to_its_width(width: int, height: int) -> None:
    rows, place = list_rows(board(an_insight("a", 5, 5), an_insight("b", 1)), "b", width, height)
    assert all(width_of(each.spans) <= width for each in rows)
    assert rows[place].action == "b"
    if width >= 40:
        assert text_of([rows[place]])[0].startswith("▸")


@WIDTHS
def test_the_details_keep_to_their_width_and_show_the_chosen_note(width: int) -> None:
    (each,) = board(an_insight("a", 5, 1, 5))
    rows, place = detail_rows(each, width, "s1/n0")
    if width >= 40:
        assert all(width_of(each.spans) <= width for each in rows)
    assert rows[place].action == "s1/n0"
    assert text_of([rows[place]])[0].startswith("▸ P02")


def test_a_short_list_has_one_row_an_insight_and_a_tall_one_two() -> None:
    insights = board(*(an_insight(f"{at}", 3, 3) for at in range(4)))
    assert len(list_rows(insights, "0", 78, 9)[0]) == 5
    assert len(list_rows(insights, "0", 78, 12)[0]) == 9


def test_an_adjusted_importance_and_a_tie_have_signs() -> None:
    rows, _ = list_rows(board(an_insight("a", 3, 3), an_insight("b", 3, 3)), "a", 78, 20)
    assert "1=" in text_of(rows)[1]
    assert "3.0*" in text_of(rows)[2]


def test_what_speaks_against_it_stays_in_view_beside_many_notes_for_it() -> None:
    sides = [(note.key, "for") for note in LIBRARY.notes[:9]]
    insight = Insight(id="a", evidence=(*sides, ("s3/n2", "against")))  # type: ignore[arg-type]
    (each,) = board(insight)
    told = text_of(detail_rows(each, 60)[0])
    assert "  … 6 more: enter" in told
    assert told.index("  … 6 more: enter") < next(at for at, line in enumerate(told) if "P04 said 2" in line)
    assert len(told) < 22
    assert "more: enter" not in "".join(text_of(detail_rows(each, 60, "s0/n0")[0]))
    (alone,) = board(Insight(id="a", evidence=tuple(sides)))  # type: ignore[arg-type]
    assert "more: enter" not in "".join(text_of(detail_rows(alone, 60)[0]))


@pytest.mark.parametrize(("width", "height"), [(60, 15), (24, 8), (80, 40)])
def test_the_picture_fills_its_room_with_each_rank_at_its_spot(width: int, height: int) -> None:
    rows = quadrant_rows(board(an_insight("a", 5, 5), an_insight("b", 1, 1)), "a", width, height)
    lines = text_of(list(rows))
    assert len(lines) == height
    assert all(width_of(each.spans) <= width for each in rows)
    (first,) = [line for line in lines[1:-1] if "1" in line[3:]]
    (second,) = [line for line in lines[1:-1] if "2" in line[3:]]
    assert lines.index(first) == 1
    assert lines.index(second) == height - 2
    assert first.index("1", 3) > width * 0.75
    assert second.index("2", 3) <= 5


def test_the_picture_tells_of_several_on_one_spot_and_of_those_without_a_vote() -> None:
    insights = board(an_insight("a", 3, 3), an_insight("b", 3, 3), an_insight("c", 3))
    lines = text_of(list(quadrant_rows(insights, "b", 60, 15)))
    assert [line for line in lines if "1+" in line] != []
    assert "1 without a vote" in lines[-1]


def test_there_is_no_picture_where_there_is_no_room() -> None:
    assert quadrant_rows(board(an_insight("a", 3, 3)), "a", 20, 15) == []
    assert quadrant_rows(board(an_insight("a", 3, 3)), "a", 60, 7) == []


@WIDTHS
def test_a_note_that_is_offered_stands_on_one_row(width: int) -> None:
    note = LIBRARY.notes[2]
    for insight in (an_insight("a", 3), Insight(id="b")):
        made = note_row(note, insight, width, chosen=True, may_be_quoted=False)
        assert width_of(made.spans) <= max(width, 20)
    shown = note_row(note, an_insight("a", 3), 78, chosen=False, may_be_quoted=True)
    assert "✓ for" in text_of([shown])[0]


@pytest.mark.parametrize("width", [118, 78, 58])
def test_who_said_what_is_offered_stands_in_a_column(width: int) -> None:
    rows = text_of(
        [
            note_row(note, Insight(id="b"), width, chosen=False, may_be_quoted=free)
            for note in (LIBRARY.notes[2], replace(LIBRARY.notes[0], tags=("challenge", "referral")))
            for free in (True, False)
        ]
    )
    assert len({line.index(LIBRARY.notes[0].participant, 22) for line in rows}) == 1
    assert ["not to be quoted" in line for line in rows] == [False, True, False, True]


def test_a_quote_wears_quotation_marks_and_a_bare_mark_says_so() -> None:
    note = LIBRARY.notes[2]
    assert note_text(note) == "“P01 said 2”"
    assert note_place(note) == "P01 · shops · quote"
    bare = type(note)(session="s", id="n", at_ms=0, text=" ")
    assert note_text(bare) == "a mark without words"
    assert note_place(bare) == "s"


def test_a_note_that_may_not_be_quoted_says_so_in_words() -> None:
    assert "not to be quoted" in text_of(whole_rows(LIBRARY.notes[2], 78, may_be_quoted=False))[0]
    assert whole_rows(None, 78, may_be_quoted=True) == []


def test_some_notes_are_on_a_side_only_if_all_are() -> None:
    insight = an_insight("a", 3)
    assert side_of_all(insight, ["s0/n2"]) == "for"
    assert side_of_all(insight, ["s0/n2", "s1/n0"]) is None
    assert side_of_all(insight, ["s0/n2", "s0/n0"]) is None


@pytest.mark.parametrize("width", [118, 58])
def test_the_help_fits_the_smallest_screen(width: int) -> None:
    rows = help_rows(width)
    assert all(width_of(each.spans) <= width for each in rows)
    assert len(rows) <= 16
