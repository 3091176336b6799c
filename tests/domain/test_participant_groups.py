"""The groups in which the participants are listed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.participant import Consent, Participant
from interview_tui.domain.participant_groups import grouped, in_order

TODAY = "2026-11-22"
NO = Consent(given=False, at_utc="")


def test_everybody_stands_where_a_person_looks_for_them() -> None:
    people = [
        Participant(pseudonym="P01", withdrawn_utc="2026-11-20T09:00:00+00:00"),
        Participant(pseudonym="P02"),
        Participant(pseudonym="P03", scheduled="2026-11-24T10:00"),
        Participant(pseudonym="P04"),
        Participant(pseudonym="P05", consent={"notes": NO}),
        Participant(pseudonym="P06", scheduled="2020-01-01T10:00"),
        Participant(pseudonym="P07", scheduled="2026-11-22T08:00"),
        Participant(pseudonym="P08", consent={"notes": NO}),
    ]
    told = grouped(people, {"P02": "2026-11-20T10:00", "P08": "2026-11-20T10:00"}, TODAY)
    assert [(group, [person.pseudonym for person in members]) for group, members in told] == [
        ("next", ["P07", "P03"]),
        ("no appointment", ["P04"]),
        ("missed", ["P06"]),
        ("interviewed", ["P02"]),
        ("refused notes", ["P05", "P08"]),
        ("withdrew", ["P01"]),
    ]


DAYS = st.sampled_from(["", "2026-11-20T10:00", "2026-11-22T10:00", "2026-11-24T10:00"])
PEOPLE = st.lists(st.tuples(DAYS, DAYS, st.sampled_from(["", "2026-11-21T09:00:00+00:00"]), st.booleans()))


@given(PEOPLE)
def test_nobody_is_lost_and_nobody_stands_twice(told: list[tuple[str, str, str, bool]]) -> None:
    people = [
        Participant(
            pseudonym=f"P{number:02}",
            scheduled=scheduled,
            withdrawn_utc=withdrawn,
            consent={"notes": NO} if refused else {},
        )
        for number, (scheduled, _, withdrawn, refused) in enumerate(told, start=1)
    ]
    seen = {person.pseudonym: day for person, (_, day, _, _) in zip(people, told, strict=True) if day}
    listed = [person.pseudonym for person in in_order(people, seen, TODAY)]
    assert sorted(listed) == sorted(person.pseudonym for person in people)
