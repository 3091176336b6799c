from __future__ import annotations

import json

from interview_tui.guides.describe import guide_json, guide_text
from interview_tui.guides.reader import read_guide

GUIDE = read_guide(
    "---\ntitle: Slots\nobjective: Learn\n---\n"
    "## Hi (2.5 min)\n> Welcome.\n- Who are you? !\n  - Since when?\n"
    "## Bye\n*wait*\n- Who else\x1b[31m?\n"
)


def test_the_json_says_what_was_understood() -> None:
    told = json.loads(json.dumps(guide_json(GUIDE)))
    assert told["title"] == "Slots"
    assert told["assumed_minutes"] is True
    assert told["minutes_total"] == 7.5
    assert [(phase["title"], phase["minutes"], phase["assumed"]) for phase in told["phases"]] == [
        ("Hi", 2.5, False),
        ("Bye", 5, True),
    ]
    assert isinstance(told["phases"][1]["minutes"], int)
    assert told["phases"][0]["items"][1:] == [
        {"kind": "question", "text": "Who are you?", "line": 7, "must_ask": True, "depth": 0},
        {"kind": "probe", "text": "Since when?", "line": 8, "must_ask": False, "depth": 1},
    ]


def test_the_text_numbers_questions_and_says_which_minutes_were_assumed() -> None:
    assert guide_text(GUIDE).splitlines() == [
        "Slots",
        "7.5 minutes · 2 phases · 2 questions · 1 must-ask",
        "Minutes marked “assumed” are a proposal: the guide does not state them.",
        "Objective: Learn",
        "",
        "Hi (2.5 min)",
        "      “Welcome.”",
        "   1. Who are you? !",
        "      - Since when?",
        "",
        "Bye (5 min, assumed)",
        "      note: wait",
        "   2. Who else␛[31m?",
    ]
