"""The codebook's rows keep to their room, whatever people call their tags."""

from __future__ import annotations

import pytest
from tests.domain.test_tag_use import a_note

from interview_tui.domain.change_record import KeptChange
from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.codebook_effect import Effect, SessionEffect
from interview_tui.domain.tag_moves import MoveCount
from interview_tui.domain.tag_use import uses
from interview_tui.tui.codebook_rows import (
    CodebookView,
    detail_rows,
    head_row,
    help_rows,
    item_row,
    list_items,
    waiting_rows,
)
from interview_tui.tui.effect_rows import effect_rows, session_rows
from interview_tui.tui.rows import Row, width_of

LONG = "取り消し " * 9
BOOK = Codebook(
    (
        Tag(
            key="p",
            name="取り消し " * 9,
            colour="red",
            description="what [hurts]\x1b[31m " * 9,
            example="e" * 300,
        ),
        Tag(key="g", name="goal", colour="teal", parent=LONG),
    )
)
VIEW = CodebookView(
    codebook=BOOK,
    used=uses(
        [
            a_note(1, "goal", text="word " * 40, word_for_word=True),
            a_note(2, "old"),
            a_note(3, "goal", person="P03", session="t", word_for_word=True),
            a_note(4, "goal", person="P03", session="t"),
        ]
    ),
    silent=frozenset({"P03"}),
)
WIDTHS = (20, 58, 78, 118)


def words(rows: list[Row]) -> str:
    return " ".join("".join(text for text, _ in row.spans) for row in rows)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_row_is_wider_than_its_pane(width: int) -> None:
    items = list_items(VIEW)
    rows = [head_row(width), *help_rows(width)]
    rows += [item_row(item, VIEW, width, chosen=chosen) for item in items for chosen in (True, False)]
    for item in items:
        rows += detail_rows(item, VIEW, width, 30)
    assert max(width_of(row.spans) for row in rows) <= width


@pytest.mark.parametrize("height", [1, 3, 8])
def test_the_details_keep_to_their_height(height: int) -> None:
    assert all(len(detail_rows(item, VIEW, 40, height)) <= height for item in list_items(VIEW))


def test_what_must_not_be_quoted_is_marked_and_what_is_word_for_word_is_quoted() -> None:
    told = words(detail_rows(list_items(VIEW)[1], VIEW, 100, 30))
    assert "“word word" in told
    assert told.count("not to be quoted") == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            KeptChange(id="change:a", label="rename a to b"),
            "rename a to b. Nothing is lost. f finishes",
        ),
        (KeptChange(id="change:a", label="rename a to b", done=False), "undo rename a to b."),
    ],
)
def test_what_was_interrupted_is_told_with_its_keys(change: KeptChange, expected: str) -> None:
    assert expected in words(waiting_rows(change, [], 200))


def test_sessions_that_wait_are_counted_once() -> None:
    waiting = [KeptChange(id=f"change:{name}", label=f"rename {name}", left=("s", "t")) for name in "ab"]
    assert "2 sessions were left out of rename a: f tries again." in words(waiting_rows(None, waiting, 100))
    assert waiting_rows(None, [], 100) == []


# -- the effect ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effect", "move", "expected"),
    [
        (Effect(), Move("a", "b"), "No note has to change"),
        (
            Effect((SessionEffect(session="s", count=MoveCount(notes=2, both=1, codings=1)),)),
            Move("quote", "b"),
            "2 notes in 1 session of 1 person come under b. 1 of them had both tags, and b is kept once. "
            "1 tag of second coders moves along. They stay word for word",
        ),
        (
            Effect(
                (
                    SessionEffect(session="s", count=MoveCount(notes=1)),
                    SessionEffect(session="t", count=MoveCount(already=2)),
                    SessionEffect(session="u", count=MoveCount(notes=1), hindrance="read-only"),
                    SessionEffect(session="v", hindrance="cannot be read"),
                )
            ),
            Move("a", "quote"),
            "1 note in 1 session of 1 person comes under quote. "
            "2 other notes had quote before; then all are one. "
            "They count as word for word from then on, as every note under quote does. "
            "! 1 session cannot be changed now and will be offered again. "
            "! 1 session cannot be read and stays as before.",
        ),
    ],
)
def test_the_effect_is_told_in_words(effect: Effect, move: Move, expected: str) -> None:
    assert expected in words(effect_rows(effect, move, 500))


def test_sessions_that_need_a_person_stand_first() -> None:
    effect = Effect(
        (
            SessionEffect(session="fine", participant="P01", count=MoveCount(notes=1, codings=2)),
            SessionEffect(session="other", count=MoveCount(already=1)),
            SessionEffect(session="busy", count=MoveCount(removed=1), hindrance="open elsewhere"),
        )
    )
    told = [" ".join(words([row]).split()) for row in session_rows(effect, 100)]
    assert told == ["busy – a removed note open elsewhere", "fine P01 1 note, 2 codings"]


def test_no_tag_is_called_unused_before_its_notes_were_read() -> None:
    view = CodebookView(codebook=BOOK, counted=False)
    item = list_items(view)[0]
    assert words([item_row(item, view, 60, chosen=True)]).count("…") >= 3
    assert "being read" in words(detail_rows(item, view, 60, 9))
