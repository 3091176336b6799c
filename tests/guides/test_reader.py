from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.guide import Guide
from interview_tui.guides.decode import GuideError
from interview_tui.guides.reader import read_guide

NATIVE = """\
---
title: Clinic scheduling, round 2
objective: Learn how clinics fill a cancelled slot today
hypothesis: "Nobody owns the waiting list"
success_metric: at least 6 of 10 name lost slots unprompted
date: 2024-05-01
---
## Get comfortable (5 min)
> Thanks for making the time. We have 30 minutes.
> Is it okay if I record this?
- Tell me about yourself. !
## Dig in (15 min)
- Tell me about the last time a patient cancelled. !
  - What did you do next?
  - Why? <!-- ok: closed -->
*Watch for: sighs, workarounds on paper*
- Who calls the next patient in [SYSTEM]?
"""


def kinds(guide: Guide) -> list[tuple[int, str]]:
    return [(item.line, item.kind) for phase in guide.phases for item in phase.items]


def test_the_native_form_is_read_line_by_line() -> None:
    guide = read_guide(NATIVE)
    assert kinds(guide) == [
        (6, "note"),
        (9, "script"),
        (10, "consent"),
        (11, "question"),
        (13, "question"),
        (14, "probe"),
        (15, "probe"),
        (16, "note"),
        (17, "question"),
    ]
    assert [(phase.title, phase.minutes, phase.line) for phase in guide.phases] == [
        ("Get comfortable", 5, 8),
        ("Dig in", 15, 12),
    ]
    assert not guide.assumed_minutes


def test_front_matter_says_what_the_study_wants_to_learn() -> None:
    guide = read_guide(NATIVE, name="clinic.md")
    assert guide.title == "Clinic scheduling, round 2"
    assert guide.objective == "Learn how clinics fill a cancelled slot today"
    assert guide.hypothesis == "Nobody owns the waiting list"
    assert guide.success_metric == "at least 6 of 10 name lost slots unprompted"


def test_an_exclamation_mark_makes_a_must_ask_and_leaves_the_text() -> None:
    must = [question.text for question in read_guide(NATIVE).questions if question.must_ask]
    assert must == ["Tell me about yourself.", "Tell me about the last time a patient cancelled."]


def test_a_broken_front_matter_becomes_notes() -> None:
    guide = read_guide("---\ntitle: Lost\nobjective: found\n\n## Talk (5 min)\n- What do you do?\n")
    assert kinds(guide) == [(2, "note"), (3, "note"), (6, "question")]
    assert guide.objective == ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Slots\n## Talk\n- What do you do?\n", "Slots"),
        ("---\ntitle: Front\n---\n# Slots\n## Talk\n- What do you do?\n", "Slots"),
        ("---\ntitle: Front\n---\n## Talk\n- What do you do?\n## Bye\n- Who else?\n", "Front"),
        ("## Talk\n- What do you do?\n## Bye\n- Who else?\n", "clinic.md"),
        ("- What do you do?\n", "clinic.md"),
    ],
)
def test_the_title_comes_from_the_heading_then_the_front_matter_then_the_file(text: str, title: str) -> None:
    assert read_guide(text, name="clinic.md").title == title


def test_what_stands_before_the_first_phase_belongs_to_it() -> None:
    guide = read_guide("# Slots\n*Bring water*\n## Talk\n- What do you do?\n## Bye\n- Who else?\n")
    assert kinds(guide)[0] == (2, "note")
    assert [item.line for item in guide.opening(0)] == [2]


def test_comments_become_notes_but_waivers_stay_out() -> None:
    guide = read_guide("## Talk\n- Did you? <!-- ok: closed -->\n<!-- wait\nlong -->\n- Why do you?\n")
    assert kinds(guide) == [(2, "question"), (3, "note"), (4, "note"), (5, "question")]
    assert guide.questions[0].text == "Did you?"


def test_a_comment_that_never_ends_swallows_one_line_only() -> None:
    guide = read_guide("## Talk\n<!-- oops\n- What do you do?\n")
    assert kinds(guide) == [(2, "note"), (3, "question")]


@pytest.mark.parametrize("text", ["", "# Shopping\n- milk\n- bread\n", "\x00", "---\n---\n", "<!-- -->"])
def test_a_text_without_a_question_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(GuideError, match=r"No question was found in list\.md; write each"):
        read_guide(text, name="list.md")


def test_lines_are_counted_the_same_whatever_ends_them() -> None:
    text = "# T\n## Talk\n- What do you do?\n## Bye\n- Who else?\n"
    assert kinds(read_guide(text.replace("\n", "\r\n"))) == kinds(read_guide(text))


@pytest.mark.parametrize(
    "line", ["- What? ", "**", "[", "<!--", "*a ", "_a ", "(5 min", "| a ", "# ", "x(", "> "]
)
def test_one_endless_line_or_very_many_are_read(line: str) -> None:
    repeats = 50_000 // len(line)
    for text in (line * repeats, f"{line}\n" * repeats):
        assert len(read_guide(f"- What do you do?\n{text}").phases) >= 1


@given(st.text())
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(GuideError):
        assert read_guide(text).questions


WORDS = st.from_regex(r"[a-z]{2,8}", fullmatch=True).filter(lambda word: word != "ok")
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
SHAPES = st.sampled_from(
    [
        "- {}?",
        "  - {}?",
        "\t* {}",
        "1. {}?",
        "a) {}",
        "{}",
        "{}.",
        "> {}",
        "# {}",
        "## {} (5 min)",
        "### {}",
        "**{}**",
        "**{} (10 min)**",
        "*{}*",
        "[{}]",
        "| {} | {} |",
        "|---|---|",
        "- [ ] {}?",
        "{}:",
        "- {}:",
        "Probes, {}:",
        "Q1: {}?",
        "<!-- {} -->",
        "{} <!-- {} -->",
        "`{}` [{}](https://example.org)",
        "---",
        "===",
        "```",
        "",
        "goal: {}",
        "{} & {}",
    ]
)


@st.composite
def odd_guides(draw: st.DrawFn) -> str:
    lines = draw(st.lists(SHAPES, max_size=25))
    return "\n".join(
        shape.replace("{}", draw(SENTENCES), 1).replace("{}", draw(SENTENCES)) for shape in lines
    )


def everything(guide: Guide) -> str:
    texts = [guide.title, guide.objective, guide.hypothesis, guide.success_metric]
    for phase in guide.phases:
        texts += [phase.title, *(item.text for item in phase.items)]
    return " ".join(texts)


def words_of(text: str) -> set[str]:
    """The words of two letters and more, but for the unit on a heading."""
    return set(re.findall(r"[a-z]{2,}", text.lower())) - {"min"}


@given(odd_guides())
def test_no_word_of_a_guide_is_dropped(text: str) -> None:
    guide = read_guide(f"{text}\n\n## Last one\n- What is left?\n")
    assert words_of(text.replace("](https://example.org)", "")) <= words_of(everything(guide))


def test_questions_that_stand_only_under_the_name_of_a_plan_are_the_interview() -> None:
    guide = read_guide("# Goals of the study\n\n## Last one\n- What is left?\n")
    assert [question.text for question in guide.questions] == ["What is left?"]


@given(odd_guides())
def test_items_stand_in_the_order_of_the_file(text: str) -> None:
    guide = read_guide(f"{text}\n\n## Last one\n- What is left?\n")
    lines = [line for line, _ in kinds(guide)]
    assert lines == sorted(lines)
    assert guide.minutes_total > 0
