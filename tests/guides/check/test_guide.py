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


CLOSED = "- What did I not ask?\n- Who else should I talk to?\n"


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
    assert (summary.errors, summary.warnings, summary.hints, summary.waived) == (1, 0, 1, 1)
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
        "Change first: 1 question that leads or pitches, 1 hint. 1 line meant as written.",
        "4 questions, with 2 probes; 25% are open.",
        "1 asks for a story: well done, that is where people tell most.",
        "2 must-asks, which fit the 10 minutes.",
        "1 word to read out per minute of interview.",
        "Missing before you say goodbye: “What did I not ask?” and “Who else should I talk to?”",
    )


@pytest.mark.parametrize(
    ("questions", "verdict"),
    [
        ("- How do you cook?\n" + CLOSED, "Nothing to change."),
        ("- How do you cook?\n  - How often?\n" + CLOSED, "Nothing to change."),
        ("- How often do you cook?\n" + CLOSED, "Nothing to change; 1 hint."),
        ("- How do you cook?\n", "No question to change."),
        ("- How often do you cook?\n", "No question to change; 1 hint."),
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


@pytest.mark.parametrize(
    "lacking",
    [
        "## Dig in (1 min)\n- How do you cook? !\n" + CLOSED,
        "## Dig in (1 min)\n> " + "So we read this out. " * 9 + "\n\n- How do you cook?\n" + CLOSED,
    ],
)
def test_where_the_guide_lacks_something_the_verdict_is_of_its_questions_alone(lacking: str) -> None:
    assert summary_lines(checked(lacking).summary)[0] == "No question to change."


@pytest.mark.parametrize(
    ("guide", "line"),
    [
        ("## Dig in (9 min)\n- How do you cook? !\n", "1 must-ask, which fits the 9 minutes."),
        ("## Dig in (1 min)\n- How do you cook? !\n", "1 must-ask needs about 2 minutes; the guide has 1."),
        ("- How do you cook?\n  - Why?\n", "1 question, with 1 probe; it is open."),
        ("- Do you cook?\n", "1 question."),
    ],
)
def test_one_of_a_thing_is_told_in_the_singular(guide: str, line: str) -> None:
    assert line in summary_lines(checked(guide).summary)


def test_hardly_anything_to_read_out_is_worth_no_line() -> None:
    summary = checked("## Dig in (30 min)\n> Thank you for coming.\n\n- How do you cook?\n").summary
    assert 0 < summary.script_words_per_minute < 0.5
    assert not any("read out" in line for line in summary_lines(summary))


# -- waivers that waive nothing ------------------------------------------------------------


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        ("ok: clsed", "there is no rule clsed; did you mean closed?"),
        ("OK: leding", "there is no rule leding; did you mean leading?"),
        ("ok: closed since they asked", "there is no rule closed since they asked; did you mean closed?"),
        ("ok: all", "there is no rule all; the rules are leading, pitch, "),
        ("ok", "“ok” names no rule; say which one is meant so: <!-- ok: closed -->"),
        ("ok:", "“ok” names no rule"),
    ],
)
def test_a_mistyped_waiver_is_told_with_its_line(waiver: str, message: str) -> None:
    report = checked(f"## Dig in (5 min)\n- How is it?\n- Do you cook? <!-- {waiver} -->\n")
    assert [(slip.line, slip.message.startswith(message)) for slip in report.slips] == [(3, True)]
    assert report.findings[1].severity == "warning"


@pytest.mark.parametrize("waiver", ["ok: closed", "ok: Closed, leading.", "ok: double-barrelled; jargon"])
def test_a_waiver_of_rules_that_there_are_is_no_slip(waiver: str) -> None:
    assert checked(f"- Do you cook? <!-- {waiver} -->\n").slips == ()


def test_a_waiver_is_never_a_note_and_a_note_is_never_a_waiver() -> None:
    guide = read_guide("- Do you cook? <!-- ok -->\n- Why? <!-- ok, now smile -->\n")
    assert [item.text for item in guide.phases[0].items if item.kind == "note"] == ["ok, now smile"]


def test_a_line_that_is_waived_only_in_part_does_not_count_as_meant() -> None:
    summary = checked("- Is the list useful? <!-- ok: closed -->\n").summary
    assert (summary.errors, summary.waived) == (1, 0)


@pytest.mark.parametrize("path", READY_MADE, ids=lambda path: path.stem)
def test_the_ready_made_guides_pass_their_own_check(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    report = check_guide(read_guide(source), source)
    assert [f for f in report.findings if f.severity in {"error", "warning"}] == []
    assert report.summary.missing_closers == ()
    assert report.summary.story_questions >= 2


@pytest.mark.parametrize(
    "last", ["Who else?", "And who else should we ask?", "Do you know anybody who has this too?"]
)
def test_the_short_closing_questions_are_closing_questions(last: str) -> None:
    summary = check_guide(read_guide(f"- What happened?\n- What else?\n- {last}\n")).summary
    assert summary.missing_closers == ()
