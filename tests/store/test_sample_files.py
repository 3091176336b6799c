from __future__ import annotations

import re
from pathlib import Path

import pytest

from interview_tui.store.sample_files import SampleError, read_people, read_sessions, sample_folder

SESSIONS = read_sessions(sample_folder() / "sessions")
PEOPLE = read_people(sample_folder() / "participants.toml")

PERSON = '[[participant]]\npseudonym = "P01"\nchannel = "video"\n'
SESSION = """\
id = "2026-11-02-0930-k4rm"
unticked = ["reminder"]
course = "0:10 end"

[consent]
notes = true
"""


def test_eight_interviews_and_two_that_are_planned() -> None:
    interviewed = {session.participant for session in SESSIONS}
    assert len(SESSIONS) == len(interviewed) == 8
    planned = [each.participant for each in PEOPLE if each.participant.pseudonym not in interviewed]
    assert [person.pseudonym for person in planned] == ["P09", "P10"]
    assert all(person.scheduled for person in planned)


def test_everybody_was_named_by_somebody_before_them_or_by_nobody() -> None:
    known: set[str] = set()
    chain = 0
    for each in PEOPLE:
        assert not each.participant.referred_by or each.participant.referred_by in known
        chain += bool(each.participant.referred_by)
        known.add(each.participant.pseudonym)
    assert chain >= 6


def test_nobody_in_it_can_be_reached() -> None:
    for each in PEOPLE:
        assert not each.contact.email or each.contact.email.endswith("@example.org")
        assert not each.contact.phone or re.search(r"00 ?01|7946|000 107", each.contact.phone)


def test_no_interview_says_who_somebody_is() -> None:
    told = " ".join(path.read_text("utf-8") for path in (sample_folder() / "sessions").glob("*.toml"))
    for each in PEOPLE:
        assert each.contact.name not in told


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("channel", "chanel", 'line 3, key "chanel"'),
        ('"video"', '"pigeon"', 'line 3, key "channel"'),
        ("participant]]", "people]]", "nothing is called that here"),
    ],
)
def test_a_mistake_about_somebody_is_told_with_its_line(
    before: str, after: str, where: str, tmp_path: Path
) -> None:
    path = tmp_path / "participants.toml"
    path.write_text(PERSON.replace(before, after), "utf-8")
    with pytest.raises(SampleError) as told:
        read_people(path)
    assert where in told.value.message


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("id =", "ident =", 'line 1, key "ident"'),
        ('"reminder"', '"umbrella"', 'line 2, key "unticked"'),
        ("0:10 end", "0:10 sing", 'line 3, key "course"'),
        ("notes = true", "note = true", 'line 6, key "note"'),
    ],
)
def test_a_mistake_in_an_interview_is_told_with_its_line(
    before: str, after: str, where: str, tmp_path: Path
) -> None:
    (tmp_path / "p01.toml").write_text(SESSION.replace(before, after), "utf-8")
    with pytest.raises(SampleError) as told:
        read_sessions(tmp_path)
    assert where in told.value.message


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SampleError, match="missing"):
        read_people(tmp_path / "participants.toml")
