"""A whole guide: every question and probe, what is waived, and the summary."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from interview_tui.guides.check import Report, check_guide, summary_lines
from interview_tui.guides.reader import read_guide

READY_MADE = sorted(
    path for path in (Path(__file__).parents[3] / "guides").glob("*.md") if path.name != "README.md"
)


def checked(text: str) -> Report:
    source = dedent(text)
    return check_guide(read_guide(source), source)


GUIDE = """\
    ## Dig in (10 min)
    > We have ten minutes, and nothing to sell.
    - Do you use a list? !
      - How do you keep it?
    - Is the list useful?
    - Tell me about the last time you lost it. !
      - When was that?
    - Are you hired? <!-- ok: closed -->
    """


def test_there_is_a_finding_for_each_question_and_probe_in_the_file_s_order() -> None:
    assert [(f.line, f.kind, f.labels[0], f.severity) for f in checked(GUIDE).findings] == [
        (3, "question", "closed", "hint"),
        (4, "probe", "open", None),
        (5, "question", "closed", "error"),
        (6, "question", "open", None),
        (7, "probe", "factual", "hint"),
        (8, "question", "closed", None),
    ]


def test_a_closed_question_that_a_probe_opens_is_a_hint() -> None:
    opened = checked("- Do you cook?\n  - What do you cook?\n").findings[0]
    assert (opened.severity, opened.message) == ("hint", "Closed, but what follows opens it.")
    assert checked("- Do you cook?\n  - Do you bake?\n").findings[0].severity == "warning"
    assert checked("- Do you cook?\n- What do you cook?\n").findings[0].severity == "warning"


def test_a_waived_rule_is_silent_and_keeps_its_label() -> None:
    waived = checked(GUIDE).findings[-1]
    assert waived.labels == ("closed",)
    assert (waived.severity, waived.message, waived.suggestion) == (None, "", "")
    assert waived.waived == ("closed",)


def test_a_waiver_silences_only_what_it_names() -> None:
    finding = checked("- Is the list useful? <!-- ok: closed -->\n").findings[0]
    assert (finding.severity, finding.waived) == ("error", ("closed",))
    assert checked("- Is the list useful? <!-- ok: closed, leading -->\n").findings[0].severity is None


def test_the_summary_counts_what_good_practice_asks_for() -> None:
    summary = checked(GUIDE).summary
    assert (summary.questions, summary.probes, summary.story_questions) == (4, 2, 1)
    assert (summary.errors, summary.warnings, summary.hints, summary.waived) == (1, 0, 2, 1)
    assert summary.open_share == 0.25
    assert (summary.must_asks, summary.must_asks_fit, summary.minutes) == (2, True, 10.0)
    assert summary.script_words_per_minute == pytest.approx(0.8)
    assert summary.missing_closers == ("“What did I not ask?”", "“Who else should I talk to?”")


@pytest.mark.parametrize(
    "closing",
    [
        "- What did I not ask?\n- Who else should I talk to?\n",
        "- Anything we haven't covered?\n- Do you know anyone else we could speak with?\n",
        "- What should I have asked?\n- Which colleagues could you introduce me to?\n",
    ],
)
def test_closing_questions_are_known_in_their_many_words(closing: str) -> None:
    assert checked(closing).summary.missing_closers == ()


def test_must_asks_beyond_the_minutes_are_told() -> None:
    many = "## Dig in (5 min)\n" + "".join(f"- How do you do part {n}? !\n" for n in range(4))
    summary = checked(many).summary
    assert summary.must_asks_fit is False
    assert "4 must-asks need about 8 minutes; the guide has 5." in summary_lines(summary)


def test_the_summary_is_calm_and_begins_with_what_matters_most() -> None:
    assert summary_lines(checked(GUIDE).summary) == (
        "Change first: 1 question that leads or pitches, 2 hints. 1 line meant as written.",
        "4 questions, with 2 probes; 25% are open.",
        "1 asks for a story: well done, that is where people tell most.",
        "2 must-asks, which fit the 10 minutes.",
        "1 word to read out per minute of interview.",
        "Missing before you say goodbye: “What did I not ask?” and “Who else should I talk to?”",
    )


@pytest.mark.parametrize(
    ("questions", "verdict"),
    [
        ("- How do you cook?\n", "Nothing to change."),
        ("- How often do you cook?\n", "Nothing to change; 1 hint."),
        ("- Do you cook?\n- How often?\n", "1 to look at again, 1 hint."),
        (
            "- Don't you love it?\n- Do you cook?\n",
            "Change first: 1 question that leads or pitches, 1 to look at again.",
        ),
        ("- Don't you love it?\n- Would you buy it?\n", "Change first: 2 questions that lead or pitch."),
    ],
)
def test_the_verdict_is_one_line(questions: str, verdict: str) -> None:
    assert summary_lines(checked(questions).summary)[0] == verdict


@pytest.mark.parametrize("path", READY_MADE, ids=lambda path: path.stem)
def test_the_ready_made_guides_pass_their_own_check(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    report = check_guide(read_guide(source), source)
    assert [f for f in report.findings if f.severity in {"error", "warning"}] == []
    assert report.summary.missing_closers == ()
    assert report.summary.story_questions >= 2
