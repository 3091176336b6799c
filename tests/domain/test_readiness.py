"""The checklist: what is on it, in whose words, and what is known without a tick."""

from __future__ import annotations

import pytest

from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import Participant
from interview_tui.domain.readiness import (
    LABELS,
    ReadyItem,
    checklist,
    consent_question,
    introduction,
    ready_field,
    to_read_out,
    unticked,
)
from interview_tui.guides.reader import read_guide

PLAIN = read_guide("## Talk (20 min)\n- Tell me about your day.\n", name="plain.md")
TOLD = read_guide(
    "## Hello (5 min)\n"
    "> Thanks for coming. We have 25 minutes. Your words stay within our team.\n"
    "> There is no wrong answer here. Is it all right if we record?\n"
    "- Tell me about your day.\n"
    "## More (20 min)\n"
    "- What happened last?\n",
    name="told.md",
)


def items(
    person: Participant | None = None,
    *,
    scheduled: str = "",
    recording: bool | None = None,
    note_taker: str = "",
    writes: bool = False,
) -> dict[str, ReadyItem]:
    found = checklist(
        TOLD,
        person or Participant(pseudonym="P07"),
        scheduled=scheduled,
        recording=recording,
        note_taker=note_taker,
        writes=writes,
    )
    return {item.id: item for item in found}


def test_the_checklist_has_every_item_in_its_order() -> None:
    assert list(items()) == list(LABELS)


@pytest.mark.parametrize(
    ("channel", "label"),
    [("", "place or call link"), ("in person", "place"), ("video", "call link"), ("phone", "phone number")],
)
def test_the_place_is_named_after_the_channel(channel: str, label: str) -> None:
    person = Participant(pseudonym="P07", channel=channel)  # type: ignore[arg-type]
    assert items(person)["place"].label == label


@pytest.mark.parametrize(
    ("recording", "known", "words"),
    [
        (None, False, "not asked yet"),
        (True, True, "they said yes"),
        (False, True, "they said no: notes are enough"),
    ],
)
def test_permission_to_record_ticks_itself_once_it_was_asked(
    recording: bool | None, known: bool, words: str
) -> None:
    item = items(recording=recording)["recording"]
    assert (item.known, item.details) == (known, (words,))


@pytest.mark.parametrize(
    ("note_taker", "writes", "known", "words"),
    [
        ("Bo", False, None, "Bo"),
        ("Bo", True, None, "Bo"),
        ("", True, True, "you write here"),
        ("", False, None, "nobody is named"),
    ],
)
def test_who_writes_at_this_screen_is_there(
    note_taker: str, writes: bool, known: bool | None, words: str
) -> None:
    item = items(note_taker=note_taker, writes=writes)["note_taker"]
    assert (item.known, item.details) == (known, (words,))


def test_the_incentive_is_what_was_agreed() -> None:
    agreed = Participant(pseudonym="P07", incentive="50 € voucher")
    assert items(agreed)["incentive"].details == ("50 € voucher",)
    assert items(agreed)["incentive"].known is None
    assert items()["incentive"].details == ("nothing is agreed",)
    assert items(Participant(pseudonym="P07", incentive_given=True))["incentive"].known is True


def test_when_it_is_stands_at_the_place() -> None:
    assert items(scheduled="today 14:00")["place"].details == ("today 14:00",)


def test_the_introduction_speaks_with_the_guide_s_own_sentences() -> None:
    assert introduction(TOLD) == (
        "We have 25 minutes.",
        "Your words stay within our team.",
        "There is no wrong answer here.",
    )
    assert consent_question(TOLD) == "Is it all right if we record?"


def test_a_guide_without_such_sentences_gets_ours() -> None:
    assert introduction(PLAIN) == (
        "It takes about 20 minutes.",
        "Say how their words are used, and by whom.",
        "Honest feedback helps most; no answer is wrong.",
    )
    assert consent_question(PLAIN) == ""


def test_a_question_about_something_else_introduces_nothing() -> None:
    guide = read_guide(
        "## Hello (5 min)\n> Did anybody share the 30 minutes with you, anonymously?\n- Who are you?\n",
        name="odd.md",
    )
    assert introduction(guide) == introduction(
        read_guide("## Hello (5 min)\n- Who are you?\n", name="odd.md")
    )


def test_what_is_read_out_comes_from_the_opening_and_from_consent_anywhere() -> None:
    guide = read_guide(
        "## Hello (5 min)\n> Thanks.\n- Who are you?\n## End (5 min)\n> May we record the rest?\n- Why?\n",
        name="late.md",
    )
    assert [item.text for item in to_read_out(guide)] == ["Thanks.", "May we record the rest?"]


def test_a_guide_without_phases_has_nothing_to_read_out() -> None:
    assert to_read_out(type(PLAIN)(title="empty", phases=())) == []


def test_only_what_was_left_out_on_purpose_counts_as_unticked() -> None:
    fields: dict[str, FieldValue] = {
        ready_field("reminder"): False,
        ready_field("place"): True,
        "participant": "P07",
    }
    assert unticked(fields) == ["reminder sent"]
    assert unticked({}) == []
