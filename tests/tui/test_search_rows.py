"""The rows of a search: what is marked, what fits, and what is taken along."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.library import LibraryNote, left_out_words
from interview_tui.domain.search import Hit, SearchResult
from interview_tui.domain.search_completion import Completion
from interview_tui.tui.rows import Row, width_of
from interview_tui.tui.search_rows import (
    MARKED,
    Around,
    copied_text,
    detail_rows,
    found_words,
    help_rows,
    hint_row,
    hit_rows,
    marked,
    start_rows,
)


def hit(text: str = "the wrong part came", **told: Any) -> Hit:
    shown: dict[str, Any] = {
        "session": "2026-11-02-0930-k4rm",
        "note": "n1",
        "kind": "note",
        "at_ms": 418_000,
        "participant": "P01",
        "segment": "one-person workshop",
        "tags": ("challenge",),
        "phase": "Dig in",
        "question": "What was the hardest part of that?",
        "created_utc": "2026-11-02T08:31:10+00:00",
        "text": text,
        **told,
    }
    return Hit(**shown)


def words(row: Row) -> str:
    return "".join(text for text, _ in row.spans)


def told(rows: list[Row]) -> str:
    return " ".join(" ".join(map(words, rows)).split())


def in_marks(rows: list[Row]) -> list[str]:
    return [text for row in rows for text, ink in row.spans if MARKED in ink and text.strip(" ★")]


def test_the_words_that_were_looked_for_are_marked_in_the_list_and_in_the_text() -> None:
    found = hit(marks=((4, 9), (10, 14)))
    assert in_marks(hit_rows(found, DEFAULT_CODEBOOK, 60, both=False, chosen=True)) == ["wrong", "part"]
    assert in_marks(detail_rows(found, Around(), DEFAULT_CODEBOOK, 40, 20)) == ["wrong", "part"]


def test_marks_move_along_with_quotation_marks_and_line_breaks() -> None:
    text = "first  words and then some more, at last the needle"
    at = text.index("needle")
    found = hit(text, marks=((at, at + 6),), word_for_word=True)
    assert in_marks(detail_rows(found, Around(), DEFAULT_CODEBOOK, 22, 20)) == ["needle"]


def test_a_mark_far_behind_is_brought_into_view() -> None:
    text = f"{'a long way to go ' * 10}to the needle at last"
    at = text.index("needle")
    (row,) = hit_rows(hit(text, marks=((at, at + 6),)), DEFAULT_CODEBOOK, 60, both=False, chosen=False)
    assert "needle" in words(row)
    assert "…" in words(row)
    assert words(row).endswith("at last")


def test_a_hit_says_who_when_where_and_what_it_is() -> None:
    line = told(hit_rows(hit(starred=True), DEFAULT_CODEBOOK, 100, both=True, chosen=False))
    assert line == ("★ the wrong part came challenge P01 2026-11-02 06:58 one-person workshop, Dig in")


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ({"kind": "debrief", "about": "takeaway 1", "tags": ()}, "takeaway 1"),
        ({"kind": "question", "about": "asked", "tags": ()}, "question asked"),
        ({"tags": ()}, "–"),
        ({"tags": ("challenge", "quote")}, "challenge +1"),
    ],
)
def test_what_is_no_plain_note_says_what_it_is(shown: dict[str, Any], kind: str) -> None:
    assert kind in told(hit_rows(hit(**shown), DEFAULT_CODEBOOK, 100, both=True, chosen=False))


def test_words_of_who_does_not_allow_quoting_are_marked_wherever_they_stand() -> None:
    barred = hit(word_for_word=True, may_be_quoted=False)
    assert "not to be quoted" in told(hit_rows(barred, DEFAULT_CODEBOOK, 80, both=False, chosen=False))
    assert "not to be quoted" in told(detail_rows(barred, Around(), DEFAULT_CODEBOOK, 40, 6))
    assert "[not to be quoted]" in copied_text(barred)
    assert "not to be quoted" not in told(
        hit_rows(hit(may_be_quoted=False), DEFAULT_CODEBOOK, 80, both=False, chosen=False)
    )


def test_a_copy_tells_where_it_comes_from() -> None:
    assert copied_text(hit(word_for_word=True)) == (
        "“the wrong part came” (P01, one-person workshop, Dig in, 2026-11-02, 06:58, 2026-11-02-0930-k4rm)"
    )


def test_a_mark_without_words_is_shown_as_one() -> None:
    bare = hit("", marks=())
    assert "· · ·" in told(hit_rows(bare, DEFAULT_CODEBOOK, 60, both=False, chosen=False))
    assert "a mark without words yet" in told(detail_rows(bare, Around(), DEFAULT_CODEBOOK, 40, 20))


def test_the_detail_has_the_question_and_the_neighbours_where_there_is_room() -> None:
    around = Around(
        (LibraryNote(session="s", id="b", at_ms=400_000, text="before it"),),
        (LibraryNote(session="s", id="c", at_ms=430_000, text="after it", word_for_word=True),),
    )
    full = told(detail_rows(hit(), around, DEFAULT_CODEBOOK, 44, 30))
    assert (
        "What was the hardest part of that? Just before 06:40 before it Just after 07:10 “after it”" in full
    )
    low = detail_rows(hit(), around, DEFAULT_CODEBOOK, 44, 3)
    assert len(low) == 3
    assert "the wrong part came" in told(low)


@pytest.mark.parametrize(
    ("typed", "result", "words_"),
    [
        ("  ", None, ""),
        ("x", None, "searching …"),
        ("x", SearchResult(), "type on …"),
        ("no xy", SearchResult(), "nothing found"),
        ("x", SearchResult(count=1200, by="best"), "1,200 found, best first"),
        ("x", SearchResult(count=2000, more=True, by="newest"), "2,000+ found, newest first"),
    ],
)
def test_how_much_was_found(typed: str, result: SearchResult | None, words_: str) -> None:
    assert found_words(typed, result) == words_


def test_the_first_thing_that_tab_takes_is_always_in_view() -> None:
    offered = [Completion(name, 0, name) for name in ("challenge", "background", "workaround")]
    assert "tab challenge  …" in words(hint_row("9 found, best first", offered, 40))
    assert words(hint_row("9 found", offered, 60)).endswith("tab challenge  background  workaround")


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "1 session cannot"), (3, "3 sessions cannot")])
def test_what_is_left_out_is_told(count: int, said: str) -> None:
    assert left_out_words(count).startswith(said)
    assert bool(left_out_words(count)) == bool(count)


_TEXT = st.text(alphabet="ab ßé日本🙂\x1b\n“”[]/", max_size=60)


@given(_TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_marking_keeps_the_text_whatever_the_marks_are(text: str, marks: list[tuple[int, int]]) -> None:
    assert "".join(part for part, _ in marked(text, sorted(marks), "text")) == text


@given(_TEXT, st.integers(20, 90), st.booleans(), st.booleans(), st.data())
def test_no_row_is_wider_than_the_pane(
    text: str, width: int, quote: bool, both: bool, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = hit(text, marks=((start, end),) if end > start else (), word_for_word=quote, may_be_quoted=False)
    rows = hit_rows(found, DEFAULT_CODEBOOK, width, both=both, chosen=True)
    rows += detail_rows(found, Around(), DEFAULT_CODEBOOK, width, 12)
    rows += [*start_rows(width), *help_rows(width)]
    assert all(width_of(row.spans) <= width for row in rows)
