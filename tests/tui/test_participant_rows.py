"""What is told of a participant where there is little room."""

from __future__ import annotations

import pytest

from interview_tui.domain.participant import Participant
from interview_tui.tui.participant_rows import Overview, detail_rows


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (Participant(pseudonym="P01", channel="video"), "channel video"),
        (Participant(pseudonym="P01", channel="video", customer_kind="paying"), "customer paying, video"),
    ],
)
def test_a_way_to_talk_is_not_called_a_kind_of_customer(person: Participant, told: str) -> None:
    rows = detail_rows(person, Overview(people=(person,)), 58, 6, contact_shown=False)
    words = " ".join("".join(text for text, _ in row.spans) for row in rows)
    assert told in " ".join(words.split())
