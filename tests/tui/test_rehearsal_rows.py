from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from interview_tui.domain.rehearsal_moment import Moment
from interview_tui.domain.rehearsal_score import Score
from interview_tui.tui.rehearsal_rows import caption_rows, card_rows
from interview_tui.tui.rows import BLANK, Row
from interview_tui.tui.score_rows import score_rows

SPEAKING = Moment(place="speaking", phrases=(("one two three", False), ("sighs", True), ("four", False)))
LONG = Moment(place="speaking", phrases=((" ".join(f"word{at}" for at in range(60)), False),))
SCORE = Score(
    tags_used=("story",),
    tags_left=("quote", "challenge"),
    notes=3,
    listened=0.72,
    stories_caught=("the crown",),
    stories_missed=("the bread", "the figure"),
    wait_ms=2_000,
    answers=8,
    finished=6,
    handed_over=5,
)
SIZES = ((58, 18), (76, 22), (76, 38))


def text(row: Row) -> str:
    return "".join(span for span, _ in row.spans)


def texts(rows: list[Row]) -> list[str]:
    return [text(row) for row in rows]


def test_what_was_seen_has_a_line_of_its_own() -> None:
    assert texts(caption_rows(SPEAKING, "Ines", 40, 4)) == [
        "▎ Ines: one two three",
        "▎ (sighs)",
        "▎ four",
        "",
    ]


def test_captions_scroll_up_and_leave_the_last_rows_to_the_hint() -> None:
    rows = texts(caption_rows(replace(LONG, hint="press space"), "Ines", 40, 4))
    assert len(rows) == 4
    assert rows[3] == "› press space"
    assert rows[2].endswith("word59")
    assert all(row.startswith("▎ ") for row in rows[:3])


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (Moment(place="asking"), "▎ Ines is waiting for your question"),
        (Moment(place="reading"), "▎ Ines is listening"),
        (Moment(place="thinking"), "▎ Ines  …"),
    ],
)
def test_before_an_answer_the_strip_says_what_she_does(moment: Moment, words: str) -> None:
    assert texts(caption_rows(moment, "Ines", 40, 4))[0] == words


@pytest.mark.parametrize("height", [4, 5, 6])
@pytest.mark.parametrize("width", [40, 44, 58])
def test_a_strip_is_always_as_high_as_its_pane_and_no_wider(width: int, height: int) -> None:
    for moment in (SPEAKING, LONG, replace(LONG, hint="a hint " * 20), Moment(place="asking", hint="x")):
        rows = caption_rows(moment, "Ines", width, height)
        assert len(rows) == height
        assert max(cell_len(text(row)) for row in rows) <= width


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_card_fits(width: int, height: int) -> None:
    rows = card_rows("Ines", width, height)
    assert len(rows) <= height
    assert max(cell_len(text(row)) for row in rows) <= width
    assert texts(rows)[-1] == "If you do nothing, it goes on by itself."


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_score_fits_and_keeps_every_figure_and_every_tip(width: int, height: int) -> None:
    rows = score_rows(SCORE, width, height)
    told = " ".join(texts(rows))
    assert len(rows) <= height
    assert max(cell_len(text(row)) for row in rows) <= width
    for words in ("72 % of the talk", "1 of 3 caught", "1 of 3 tags", "2 s from F8", "Catch the bread"):
        assert words in told


def test_where_there_is_room_the_score_says_what_was_missed() -> None:
    told = " ".join(texts(score_rows(SCORE, 76, 38)))
    for words in ("missed: the bread and the figure", "still to try: quote, challenge", "6 of 8 answers"):
        assert words in told


def test_a_score_without_room_is_short_but_whole() -> None:
    rows = score_rows(SCORE, 58, 12)
    assert [row for row in rows[:5] if row == BLANK] == []
    assert len(rows) <= 13


def test_good_and_open_are_told_apart_by_a_mark_and_not_by_colour_alone() -> None:
    good = replace(
        SCORE,
        tags_left=(),
        stories_missed=(),
        wait_ms=8_000,
        finished=8,
        listened=0.9,
    )
    assert sum("✓" in row for row in texts(score_rows(good, 76, 38))) == 4
    assert sum("✓" in row for row in texts(score_rows(SCORE, 76, 38))) == 1


def test_a_floor_that_stayed_is_told_without_a_figure() -> None:
    told = " ".join(texts(score_rows(replace(SCORE, handed_over=0, listened=0.0), 76, 38)))
    assert "The floor stayed with you" in told
    assert "0 %" not in told
