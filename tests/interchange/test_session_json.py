"""The JSON of a session: its exact shape, its figures, and text as typed."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.interchange.told import Script, header_with

from interview_tui.interchange.session_json import session_json

TALK_KEYS = [
    "moderator_ms",
    "participant_ms",
    "silence_ms",
    "moderator_share",
    "longest_monologue_ms",
    "longest_story_ms",
    "switches_per_minute",
    "median_wait_ms",
]


def exported(script: Script) -> dict[str, Any]:
    return session_json(script.header, script.session)


def test_the_session_is_named_with_who_when_and_how_long(script: Script) -> None:
    assert exported(script)["session"] == {
        "id": "2026-11-21-2210-x7k2",
        "created_utc": "2026-11-21T22:10:05+00:00",
        "participant": "P07",
        "moderator": "Ada",
        "note_taker": "",
        "guide": "Clinic scheduling",
        "study": "Round 2",
        "state": "finished",
        "duration_ms": 420_000,
        "practice": False,
        "consent": True,
    }


def test_phases_carry_budget_time_and_overtime(script: Script) -> None:
    assert exported(script)["phases"] == [
        {
            "index": 0,
            "title": "Get comfortable",
            "budget_ms": 120_000,
            "spent_ms": 180_000,
            "overtime_ms": 60_000,
        },
        {"index": 1, "title": "Dig in", "budget_ms": 600_000, "spent_ms": 240_000, "overtime_ms": 0},
    ]


def test_questions_carry_what_became_of_them(script: Script) -> None:
    questions = exported(script)["questions"]
    assert [(q["number"], q["status"], q["asked_at_ms"], q["spent_ms"]) for q in questions] == [
        (1, "asked", 180_000, 180_000),
        (2, "asked", 300_000, 120_000),
        (3, "skipped", None, 120_000),
        (4, "open", None, 0),
    ]
    assert questions[1] == {
        "number": 2,
        "text": "Tell me about the last cancellation.",
        "phase": "Dig in",
        "line": 5,
        "must_ask": True,
        "status": "asked",
        "asked_at_ms": 300_000,
        "spent_ms": 120_000,
    }


def test_notes_stand_in_the_order_of_time_with_phase_title_and_question_text(script: Script) -> None:
    notes = exported(script)["notes"]
    assert [note["at_ms"] for note in notes] == [30_000, 200_000, 260_000]
    assert {key: notes[0][key] for key in notes[0] if key != "id"} == {
        "at_ms": 30_000,
        "tag": "background",
        "tags": ["background"],
        "text": "runs the front desk",
        "phase": "Get comfortable",
        "question": "Tell me about your day.",
        "starred": False,
        "author": "Ada",
        "bare": False,
        "word_for_word": False,
    }


def test_every_tag_of_a_note_is_told_the_first_one_first(script: Script) -> None:
    note = script.session.notes[0]
    script.interview.set_note(note.id, "tag:story", True, "tags")
    told = exported(script)["notes"][0]
    assert (told["tag"], told["tags"]) == ("background", ["background", "story"])


def test_a_quote_is_word_for_word_and_a_mark_is_bare(script: Script) -> None:
    _, quote, mark = exported(script)["notes"]
    assert (quote["word_for_word"], quote["starred"], quote["bare"]) == (True, True, False)
    assert (mark["text"], mark["bare"]) == ("", True)
    assert mark["word_for_word"] is False


def test_turns_and_talk_say_who_spoke_overall_and_in_each_phase(script: Script) -> None:
    found = exported(script)
    assert found["turns"][0] == {"speaker": "moderator", "start_ms": 0, "end_ms": 20_000}
    assert list(found["talk"]) == [*TALK_KEYS, "by_phase"]
    assert found["talk"]["moderator_ms"] == 35_000
    assert [(talk["phase"], talk["moderator_ms"]) for talk in found["talk"]["by_phase"]] == [
        ("Get comfortable", 20_000),
        ("Dig in", 15_000),
    ]
    assert all(list(talk) == ["phase", *TALK_KEYS] for talk in found["talk"]["by_phase"])


def test_the_debrief_keeps_its_fields_and_their_kinds(script: Script) -> None:
    assert exported(script)["debrief"] == {
        "incentive_given": True,
        "takeaways": "They lose a slot a day\nand nobody counts",
    }


def test_a_session_in_progress_counts_up_to_its_last_event() -> None:
    script = Script(header_with())
    script.at(0).begin()
    script.note(90, "still talking")
    found = exported(script)
    assert (found["session"]["state"], found["session"]["duration_ms"]) == ("unfinished", 90_000)
    assert found["turns"] == [{"speaker": "moderator", "start_ms": 0, "end_ms": 90_000}]


def test_a_session_in_which_nothing_happened_has_every_key() -> None:
    found = exported(Script(header_with()))
    assert list(found) == ["session", "phases", "questions", "notes", "turns", "talk", "debrief"]
    assert found["talk"]["moderator_share"] is None


@given(st.text(min_size=1))
def test_text_comes_back_from_json_exactly_as_typed(text: str) -> None:
    script = Script(header_with())
    script.note(1, text, "story")
    assert json.loads(json.dumps(exported(script)))["notes"][0]["text"] == text
