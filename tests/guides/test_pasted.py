"""Guides from the clipboard: `tests/data/pasted` holds each text with what it should be taken for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.guide import Guide
from interview_tui.guides.decode import GuideError
from interview_tui.guides.document import as_markdown
from interview_tui.guides.pasted import clean, is_native, read_pasted
from interview_tui.guides.reader import read_guide
from interview_tui.guides.sheet import sheet_rows

FOLDER = Path(__file__).parents[1] / "data" / "pasted"
SAMPLES = sorted(path.stem for path in FOLDER.glob("*.txt"))
READY_MADE = Path(__file__).parents[2] / "guides"


def sample(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def told(guide: Guide, *, lines: bool = True) -> list[str]:
    """The title, then every line with what it was taken as."""
    rows = [(0, "title", guide.title)]
    for phase in guide.phases:
        assumed = " assumed" if phase.minutes_assumed else ""
        rows.append((phase.line, "phase", f"{phase.title} ({phase.minutes:g}{assumed})"))
        rows += [(item.line, item.kind, item.text + " !" * item.must_ask) for item in phase.items]
    return [f"{line if lines else ''}\t{kind}\t{text}" for line, kind, text in rows]


def items_of(guide: Guide) -> list[list[tuple[str, str, bool]]]:
    """What every phase holds; odd titles with two durations may lose a space between them."""
    return [[(item.kind, item.text, item.must_ask) for item in phase.items] for phase in guide.phases]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_pasted_text_is_taken_for_what_it_means(name: str) -> None:
    title, *expected = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    assert told(read_pasted(sample(name), name="Pasted").guide) == [f"0\ttitle\t{title}", *expected]


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_kept_of_a_pasted_text_is_a_guide_file_that_reads_the_same(name: str) -> None:
    pasted = read_pasted(sample(name), name="Pasted")
    assert told(read_guide(pasted.source), lines=False) == told(pasted.guide, lines=False)
    assert is_native(pasted.source, read_guide(pasted.source))


@pytest.mark.parametrize("name", ["word-glyphs", "sheet", "tabs"])
def test_line_breaks_of_other_systems_change_nothing(name: str) -> None:
    text = sample(name)
    assert read_pasted(text.replace("\n", "\r\n")) == read_pasted(text)


def test_a_paste_of_more_than_a_megabyte_is_refused() -> None:
    with pytest.raises(GuideError, match="larger than 1 MB"):
        read_pasted("What is new?\n" * 100_000)


def test_what_nobody_sees_is_taken_out() -> None:
    assert clean("War\u00adm\u200bup\u00a0(5\u202fmin)\ufeff\x0bWhy\u2028?") == "Warmup (5 min)\nWhy\n?"


@pytest.mark.parametrize("text", ["", "   \n", "Dear all,\nsee you on Monday.", "1\t2\t3\n4\t5\t6\n", '"'])
def test_a_text_that_asks_nothing_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(GuideError, match="No question was found in the pasted text"):
        read_pasted(text)


@pytest.mark.parametrize("path", [path for path in READY_MADE.glob("*.md") if path.stem != "README"], ids=str)
def test_a_guide_file_is_native_and_stays_what_it_is_when_it_is_pasted(path: Path) -> None:
    text = path.read_text("utf-8")
    guide = read_guide(text)
    assert is_native(text, guide)
    assert told(read_pasted(text).guide) == told(guide)


def test_a_document_is_not_native() -> None:
    text = "**Hello (5 min)**\n- Why?\n"
    assert not is_native(text, read_guide(text))
    text = "## Hello\nHow are things?\n"
    assert not is_native(text, read_guide(text))


@pytest.mark.parametrize(
    "text",
    [
        "Well, what did you do, and why?\nNo, really, what?\n",
        "What?\n\tWhy?\n\tHow?\n",
        "•\tWhat do you do?\n•\tWhy?\n",
        "One, two\nthree, four\n",
    ],
)
def test_prose_and_lists_are_no_spreadsheet(text: str) -> None:
    assert sheet_rows(text) == []


def test_a_quote_that_never_closes_takes_no_rows_with_it() -> None:
    text = 'Question\tProbe\n"What is new?\tWhy?\n' + "What else?\tHow so?\n" * 50
    rows = sheet_rows(text)
    assert len(rows) == 52
    assert rows[1].cells == ('"What is new?', "Why?")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=30)))
def test_no_line_of_a_document_is_added_or_removed(lines: list[str]) -> None:
    assert len(as_markdown(lines)) == len(lines)


PIECES = st.sampled_from(
    ["What did you do?", "Why?", "Warm-up", "INTRO", "(5 min)", "1. ", "•\t", "o\t", "\t", ",", '"', "\n",
     "\n\n", "Section 1", "Question", "Probe", " ", "Thanks.", "Tell me more", "\xa0", "- ", "|"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_pasted_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        pasted = read_pasted(text, name="Pasted")
    except GuideError:
        return
    assert items_of(read_guide(pasted.source)) == items_of(pasted.guide)
    last = len(clean(text).splitlines()) + 1
    assert all(1 <= item.line <= last for phase in pasted.guide.phases for item in phase.items)


def test_a_cell_that_was_folded_is_one_question_and_a_cell_of_several_is_several() -> None:
    text = (
        "Section\tQuestion\tProbes\n"
        'Hello\t"What happened\nthen?"\t"How did\nthat feel?\nWhy so?"\n'
        'Bye\t"What else?\na) at work\nwho knows?"\t\n'
    )
    assert items_of(read_pasted(text).guide) == [
        [
            ("question", "What happened then?", False),
            ("probe", "How did that feel?", False),
            ("probe", "Why so?", False),
        ],
        [
            ("question", "What else?", False),
            ("probe", "at work who knows?", False),
        ],
    ]
