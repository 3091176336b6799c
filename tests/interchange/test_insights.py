"""Insights in words, as Markdown and JSON: the figures agree, and nobody is quoted who forbade it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.insights import a_library

from interview_tui.domain.insight_rank import Weighed, ranked, weigh
from interview_tui.domain.insights import Insight, Side
from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.interchange.insights import (
    how_many,
    insights_json,
    insights_markdown,
    insights_text,
    quoted,
    warnings,
)

LIBRARY = a_library(silent=("P03",))


def an_insight(statement: str = "Calls are lost", **about: object) -> Insight:
    sides: tuple[tuple[str, Side], ...] = (
        ("s0/n0", "for"),
        ("s0/n2", "for"),
        ("s2/n2", "for"),
        ("s1/n2", "against"),
        ("gone/n1", "for"),
    )
    told: dict[str, object] = {
        "id": "insight:1",
        "statement": statement,
        "evidence": sides,
        "team": (("ada", 5), ("bea", 2)),
        "decision": "act",
        "next_step": "ask two",
        "owner": "bea",
    }
    return Insight(**(told | about))  # type: ignore[arg-type]


def board(*insights: Insight) -> tuple[Weighed, ...]:
    return ranked(insights or [an_insight()], LIBRARY)


def test_in_plain_words_each_insight_has_its_figures_and_its_warnings() -> None:
    assert insights_text(board()).splitlines() == [
        "1 insight: 3 to 10 are usual.",
        "1  Calls are lost",
        "    score 7.0: customers 2.0 × team 3.5; 2 of 4 people for, 1 against; act",
        "    ! The team is far apart: worth talking over.",
        "    ! 1 of its notes is there no more and not counted.",
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 insight: 3 to 10 are usual"),
        (3, "3 insights"),
        (10, "10 insights"),
        (11, "11 insights: 3 to 10 are easier to act on"),
    ],
)
def test_few_and_many_are_said_kindly(count: int, words: str) -> None:
    assert how_many(count) == words


def test_the_report_has_the_quotes_the_counts_and_who_is_for_and_against() -> None:
    text = insights_markdown(board(), "Clinics")
    assert text.startswith("# Insights: Clinics\n\n1 insight: 3 to 10 are usual. Score = ")
    assert "## 1\\. Calls are lost" in text
    assert "- **Team:** ada 5, bea 2 (from 2 to 5)" in text
    assert "- **Decision:** act\n- **Next step:** ask two\n- **Owner:** bea" in text
    assert "### For: 2 people (shops 2)" in text
    assert (
        "- **P01 · shops · 2026-11-01**\n  > P01 said 2\n"
        "- **P03 · shops · 2026-11-03** — *not to be quoted*\n"
        "- **P01 · shops · 2026-11-01** — P01 said 0"
    ) in text
    assert "### Against: 1 person (riders 1)\n\n- **P02 · riders · 2026-11-02**\n  > P02 said 2" in text


def test_who_forbade_quoting_is_counted_and_left_out_of_every_export() -> None:
    text = insights_markdown(board())
    assert "P03 said" not in text
    assert "- **P03 · shops · 2026-11-03** — *not to be quoted*" in text
    assert "*1 quote is left out and counted: the person does not allow quoting.*" in text
    rows = insights_json(board())
    assert "P03 said" not in json.dumps(rows)
    assert [(row["participant"], row["may_be_quoted"], row["text"]) for row in rows[0]["evidence"]] == [
        ("P01", True, "P01 said 2"),
        ("P03", False, None),
        ("P01", True, "P01 said 0"),
        ("P02", True, "P02 said 2"),
    ]
    assert rows[0]["people_for"] == 2
    own = insights_markdown(board(an_insight(evidence=(("s2/n0", "for"),))))
    assert "— P03 said 0" in own, "what a note-taker wrote in their own words is no quote"
    assert "left out" not in own


def test_what_has_no_rank_yet_says_so_in_its_heading() -> None:
    assert "## Not ranked yet: Calls are lost\n" in insights_markdown(board(an_insight(team=())))
    voted = insights_markdown(board(an_insight(evidence=())))
    assert "## Not ranked yet: Calls are lost\n\n- **Weight:** no note for it yet: " in voted


def test_for_programs_every_figure_has_a_name() -> None:
    (row,) = insights_json(board(an_insight(by_hand=4)))
    assert {
        name: row[name] for name in ("rank", "tied", "score", "customers", "team", "people", "missing")
    } == {
        "rank": 1,
        "tied": False,
        "score": 14.0,
        "customers": 4.0,
        "team": 3.5,
        "people": 4,
        "missing": 1,
    }
    assert (row["adjusted"], row["customers_from_evidence"], row["votes"]) == (
        True,
        2.0,
        {"ada": 5, "bea": 2},
    )
    assert (row["segments_for"], row["segments_against"]) == ({"shops": 2}, {"riders": 1})
    assert json.loads(json.dumps(row)) == row


def test_what_is_missing_is_null_and_said() -> None:
    bare = Insight(id="insight:2", statement="Nobody knows")
    (row,) = insights_json(board(bare))
    assert (row["rank"], row["score"], row["team"], row["evidence"]) == (None, None, None, [])
    assert row["warnings"] == ["No note speaks for it yet."]
    assert "–  Nobody knows\n    no vote yet: customers 1.0; 0 of 4 people for" in insights_text(board(bare))
    assert insights_json(()) == []


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ((), "No note speaks for it yet."),
        ((("s0/n0", "for"), ("s0/n1", "for")), "Only one person speaks for it: a story, not a pattern yet."),
        (
            (("s0/n0", "for"), ("s1/n0", "for"), ("s2/n0", "against"), ("s3/n0", "against")),
            "As many people speak against it as for it, or more.",
        ),
    ],
)
def test_what_is_worth_a_second_look_is_said(evidence: tuple[tuple[str, Side], ...], words: str) -> None:
    assert list(warnings(weigh(Insight(id="i", evidence=evidence), LIBRARY))) == [words]


def test_enough_people_and_one_mind_need_no_warning() -> None:
    fine = Insight(id="i", evidence=(("s0/n0", "for"), ("s1/n0", "for")), team=(("a", 4), ("b", 5)))
    assert list(warnings(weigh(fine, LIBRARY))) == []


def test_a_copied_note_says_where_it_comes_from_and_whether_it_may_be_used() -> None:
    quote, silent, note, _ = weigh(an_insight(), LIBRARY).evidence
    assert quoted(quote) == "“P01 said 2” — P01, shops, 2026-11-01"
    assert quoted(note) == "P01 said 0 — P01, shops, 2026-11-01"
    assert quoted(silent).endswith("(not to be quoted)")


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_that_somebody_typed_breaks_a_report(statement: str, said: str) -> None:
    held = LibrarySession(id="s", participant="P01", segment=said)
    note = LibraryNote(session="s", id="n", at_ms=0, text=said, participant="P01", segment=said)
    library = Library((held,), (note,))
    each = Insight(id="i", statement=statement, evidence=(("s/n", "for"),), owner=said)
    text = insights_markdown(ranked([each], library), statement)
    assert next(line for line in text.splitlines() if line.startswith("## ")).startswith("## Not ranked")
    assert len([line for line in text.splitlines() if line.startswith("#")]) == 3
    assert len(insights_text(ranked([each], library)).splitlines()) == 4
