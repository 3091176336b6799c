"""A guide made from a guide: only the title changes, and what was meant is carried over."""

from __future__ import annotations

import pytest

from interview_tui.guides.check import check_guide
from interview_tui.guides.draft import drafted
from interview_tui.guides.reader import read_guide

CLINIC = """\
---
owner: Ada
duration: 45 min
---
# Clinic **guide** <!-- ask Bo first -->

## Hello (5 min)
Thanks for *coming*, see [the form](https://example.org/form).

- Are you at work today? <!-- ok: closed -->
  - Why?
<!-- private comment -->
## Bye (2 min)
1. Who else should I talk to?
"""


def test_of_a_heading_only_the_title_s_words_change() -> None:
    draft = drafted(CLINIC, "Round 2")
    assert draft.source == CLINIC.replace("# Clinic **guide**", "# Round 2")
    assert not draft.rewritten
    assert read_guide(draft.source).title == draft.guide.title == "Round 2"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Old\n===\n", "New: one\n===\n"),
        ("# Old #\n", "# New: one\n"),
        ("---\ntitle: Other\n---\n# Old\n", '---\ntitle: "New: one"\n---\n# New: one\n'),
        (
            "---\nobjective: Learn\ntitle: Old\n  and long\n---\n",
            '---\nobjective: Learn\ntitle: "New: one"\n---\n',
        ),
        ("\n---\ntitle: Old\n---\n", '\n---\ntitle: "New: one"\n---\n'),
        ("---\r\ntitle: Old\r\n---\r\n", '---\r\ntitle: "New: one"\r\n---\r\n'),
        ("", '---\ntitle: "New: one"\n---\n'),
    ],
)
def test_a_title_is_replaced_wherever_it_stands(before: str, after: str) -> None:
    rest = "## Hello (5 min)\n- How come? !\n\n## Bye (2 min)\n- What else?"
    draft = drafted(before + rest, "New: one")
    assert (draft.source, draft.rewritten) == (after + rest, False)


def test_a_title_that_said_the_length_leaves_its_minutes_behind() -> None:
    text = "# A 45 minute interview\n## Hello\n- How come?\n## Bye\n- What else?\n"
    draft = drafted(text, "Round 2")
    assert read_guide(draft.source).minutes_total == read_guide(text).minutes_total == 45
    assert "# Round 2\n" in draft.source


@pytest.mark.parametrize(
    "title", ["What now?", "- [x] *bold*", "Warm-up (5 min)", "a <!-- b -->", "## x", "`"]
)
def test_any_name_becomes_the_title_and_nothing_is_lost(title: str) -> None:
    draft = drafted(CLINIC, title)
    guide = read_guide(draft.source)
    assert guide.title == title
    assert [question.text for question in guide.questions] == [
        "Are you at work today?",
        "Who else should I talk to?",
    ]
    assert check_guide(guide, draft.source).findings[0].waived == ("closed",)
    assert "private comment" in draft.source


def test_a_text_that_is_written_anew_keeps_waivers_comments_and_front_matter() -> None:
    text = (
        "---\nowner: Ada\nobjective: Learn\n---\n## Hello (5 min)\n"
        "| Question | Probes |\n|---|---|\n| Do you cook? | Why? |\n\n"
        "- Is the café open? <!-- ok: closed, leading -->\n  <!-- smile -->\n  - Since when?\n"
        "## Bye (2 min)\n- Who else should I talk to?\n\n<!-- turn it off -->\n"
    )
    draft = drafted(text, "Cooks")
    assert draft.rewritten
    assert draft.source.startswith(
        "---\ntitle: Cooks\nobjective: Learn\nowner: Ada\n---\n\n## Hello (5 min)\n"
    )
    for kept in ("open? <!-- ok: closed, leading -->", "\n  <!-- smile -->\n", "\n  <!-- turn it off -->\n"):
        assert kept in draft.source
    assert drafted(draft.source, "Cooks").source == draft.source
