"""The guide preview's rows: what each line was taken as, its mark, and what is said beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.text import visible
from interview_tui.guides.check import check_guide
from interview_tui.guides.reader import read_guide
from interview_tui.tui.guide_check_rows import (
    PreviewLine,
    detail_rows,
    mark_of,
    next_finding,
    page,
    place_of,
    preview_lines,
    problem_rows,
    selected,
    verdict_span,
)
from interview_tui.tui.guides_rows import GuideName, chooser_row, help_rows, list_rows
from interview_tui.tui.rows import Row, width_of

SOURCE = """\
---
title: Slots [v2]
---
## Get comfortable (5 min)
> Thanks for making the time.
- Is it all right if we take notes?
- Tell me about the last time a patient cancelled. !
  - Why?
- Don't you hate it when patients cancel on you without a word, and leave a hole in the day?
- Do you keep a list? <!-- ok: closed -->
*Watch for: sighs*
## Say goodbye
- Who else should I talk to? !
"""
GUIDE = read_guide(SOURCE)
REPORT = check_guide(GUIDE, SOURCE)
LINES = preview_lines(GUIDE, REPORT)
WIDTHS = [24, 40, 58, 62, 78, 120]


def words(rows: list[Row] | tuple[Row, ...]) -> str:
    return "\n".join("".join(text for text, _ in row.spans).rstrip() for row in rows)


def line(number: int) -> PreviewLine:
    return next(found for found in LINES if found.line == number)


def test_every_line_says_what_it_was_taken_as() -> None:
    assert [(found.line, found.kind, found.name) for found in LINES] == [
        (0, "guide", "10 min (assumed), 4 questions, 2 must-ask"),
        (4, "phase", "5 min"),
        (5, "script", "script"),
        (6, "consent", "consent"),
        (7, "question", "1. must"),
        (8, "probe", "probe"),
        (9, "question", "2."),
        (10, "question", "3."),
        (11, "note", "note"),
        (12, "phase", "5 min, assumed"),
        (13, "question", "4. must"),
    ]


def test_the_page_reads_like_the_guide() -> None:
    assert words(page(LINES, 62).rows) == (
        "Slots [v2]\n"
        "10 min (assumed), 4 questions, 2 must-ask\n"
        "\n"
        "   4 Get comfortable                                     5 min\n"
        "   5 script    Thanks for making the time.\n"
        "   6 consent   Is it all right if we take notes?\n"
        "   7 1. must   Tell me about the last time a patient\n"
        "               cancelled.                              ✓ story\n"
        "   8 probe       Why?\n"
        "   9 2.        Don't you hate it when patients cancel on you\n"
        "               without a word, and leave a hole in the day?\n"
        "                                                     ✗ leading\n"
        "  10 3.        Do you keep a list?          – closed, meant so\n"
        "  11 note      Watch for: sighs\n"
        "\n"
        "  12 Say goodbye                                5 min, assumed\n"
        "  13 4. must   Who else should I talk to?"
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_all_rows_fit(width: int) -> None:
    made = page(LINES, width)
    assert all(width_of(row.spans) <= width for row in made.rows)
    for found in LINES:
        assert all(width_of(row.spans) <= width for row in detail_rows(found, REPORT, width, 9))
    assert all(width_of(row.spans) <= max(width, 34) for row in help_rows(width))


def test_each_line_has_its_own_rows_and_a_click_on_any_of_them_means_it() -> None:
    made = page(LINES, 62)
    for place in range(len(LINES)):
        assert {made.rows[at].action for at in made.rows_of(place)} == {f"line:{place}"}
    assert all(before < after for before, after in pairwise(made.starts))


def test_a_mark_is_a_sign_and_a_word_and_never_colour_alone() -> None:
    marks = {found.line: mark for found in LINES if (mark := mark_of(found))}
    assert {number: text for number, (text, _) in marks.items()} == {
        7: "✓ story",
        9: "✗ leading",
        10: "– closed, meant so",
    }


def test_praise_gives_way_where_there_is_no_room_and_a_finding_does_not() -> None:
    narrow = words(page(LINES, 24).rows)
    assert "story" not in narrow
    assert "✗ leading" in narrow


def test_the_next_finding_is_found_around_the_end() -> None:
    at = LINES.index(line(9))
    assert [next_finding(LINES, place, 1) for place in (0, at - 1, at, len(LINES) - 1)] == [at] * 4
    assert [next_finding(LINES, place, -1) for place in (0, at, at + 1)] == [at] * 3
    fine = [found for found in LINES if not found.is_found]
    assert next_finding(fine, 2, 1) == 2


def test_a_fact_that_a_probe_asks_for_is_worth_no_mark() -> None:
    source = "## Hi (5 min)\n- What happened last week?\n  - How many were you?\n"
    guide = read_guide(source)
    report = check_guide(guide, source)
    assert report.findings[1].severity == "hint"
    assert not any(found.is_found for found in preview_lines(guide, report))


# -- beside the page -----------------------------------------------------------------------


def test_the_guide_as_a_whole_has_its_summary_beside_it() -> None:
    told = words(detail_rows(LINES[0], REPORT, 60, 20))
    assert told.startswith("· ")
    assert "open" in told


def test_a_finding_says_where_what_and_how_to_ask_instead() -> None:
    where, *rest = words(detail_rows(line(9), REPORT, 60, 20)).splitlines()
    assert where == "Line 9: question 2  ✗ leading"
    assert rest[0].startswith("Leading: ")
    assert "The guide" in rest


def test_where_there_is_little_room_the_suggestion_stays() -> None:
    finding = line(9).finding
    assert finding is not None
    assert finding.suggestion
    told = " ".join(words(detail_rows(line(9), REPORT, 40, 5)).split())
    assert told.endswith(finding.suggestion)
    assert "The guide" not in told


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (4, "Line 4: a phase, 5 min"),
        (5, "Line 5: taken as script"),
        (7, "Asks for what really happened"),
        (13, "it opens or closes the talk"),
    ],
)
def test_a_line_without_a_finding_says_what_it_is(number: int, said: str) -> None:
    assert said in words(detail_rows(line(number), REPORT, 80, 4))


def test_the_verdict_is_told_in_a_sign_and_two_words() -> None:
    assert verdict_span(REPORT)[0] == "✗ 1 error"
    fine = "- Tell me about the last time.\n"
    assert verdict_span(check_guide(read_guide(fine), fine))[0] == "✓ no warnings"


def test_a_broken_file_is_told_in_a_sentence_with_what_is_shown_meanwhile() -> None:
    assert problem_rows("", 60, 2) == []
    told = words(problem_rows("x.md is empty; write a question.", 100, 2))
    assert (
        told == "! x.md is empty; write a question. Until then this is the last version that could be read."
    )
    (short,) = problem_rows("x.md is empty; write a question.", 30, 1)
    assert words([short]) == "! x.md is empty; write a …"
    assert width_of(short.spans) <= 30


# -- staying in place ----------------------------------------------------------------------


def test_a_waiver_that_waives_nothing_is_marked_and_told() -> None:
    source = "## Talk (5 min)\n- Do you cook?  <!-- ok: clsed -->\n- How do you cook? <!-- ok -->\n"
    guide = read_guide(source)
    report = check_guide(guide, source)
    lines = preview_lines(guide, report)
    assert [found.is_found for found in lines] == [False, False, True, True]
    assert [mark_of(found) for found in lines[2:]] == [
        ("! closed", "warn strong"),
        ("! waiver", "warn strong"),
    ]
    assert "The waiver: there is no rule clsed; did you mean closed?" in words(
        detail_rows(lines[2], report, 80, 20)
    )
    assert "Line 2: there is no rule clsed" in words(detail_rows(lines[0], report, 80, 20))


def test_one_question_is_told_in_the_singular() -> None:
    guide = read_guide("## Talk (5 min)\n- How do you cook? !\n")
    (whole, *_) = preview_lines(guide, check_guide(guide))
    assert whole.name == "5 min, 1 question, 1 must-ask"


def test_a_line_that_moved_is_followed_by_its_words() -> None:
    moved = read_guide(SOURCE.replace("> Thanks", "> Hello.\n\n> Thanks"))
    lines = preview_lines(moved, check_guide(moved))
    assert lines[place_of(lines, line(9))].line == 11


def test_a_line_that_was_reworded_is_followed_by_its_number() -> None:
    changed = read_guide(SOURCE.replace("Do you keep a list?", "What do you write down?"))
    lines = preview_lines(changed, check_guide(changed))
    assert lines[place_of(lines, line(10))].line == 10


def test_a_selected_row_is_filled_to_its_end() -> None:
    made = selected(page(LINES, 40).rows[0], 40)
    assert width_of(made.spans) == 40
    assert all("selected" in ink for _, ink in made.spans)


# -- which guide ---------------------------------------------------------------------------

NAMES = [GuideName("mine", False), GuideName("取り消し" * 9, False), GuideName("other", True)]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_names_of_guides_fit(width: int) -> None:
    assert all(width_of(row.spans) <= width for row in list_rows(NAMES, 1, width, 20))
    assert all(width_of(chooser_row(NAMES, at, width).spans) <= width for at in range(3))


def test_the_list_says_whose_a_guide_is_and_which_is_shown() -> None:
    assert words(list_rows(NAMES[::2], 1, 20, 20)) == "Yours\n  mine\n\nReady-made\n▸ other"
    assert words([chooser_row(NAMES, 2, 60)]) == "‹ other ›  3 of 3, ready-made"
    assert words([chooser_row([], 0, 60)]) == ""


def test_a_long_list_keeps_the_shown_guide_in_view() -> None:
    many = [GuideName(f"guide {at}", False) for at in range(60)]
    assert "▸ guide 50" in words(list_rows(many, 50, 20, 9))
    assert len(list_rows(many, 50, 20, 9)) == 9


@given(st.text(max_size=60))
def test_whatever_a_person_wrote_is_shown_harmless(text: str) -> None:
    odd = PreviewLine(line=1, kind="note", text=text, name="note")
    shown = "".join(span for row in page([odd], 50).rows for span, _ in row.spans)
    assert shown == visible(shown)
