"""The participants' file: what is kept, what is refused, and that two writers lose nothing."""

from __future__ import annotations

import errno
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.support import Faults, files_in
from tinydb import TinyDB

from interview_tui.domain.participant import Consent, Contact, Participant
from interview_tui.errors import InterviewError
from interview_tui.store import participants
from interview_tui.store.codec import PLAIN
from interview_tui.store.locks import SessionLock
from interview_tui.store.log_lines import frame
from interview_tui.store.participants import (
    Roster,
    RosterEditor,
    RosterError,
    edit_roster,
    read_roster,
)
from interview_tui.store.roster_rows import PARTICIPANTS, number_of, row_of
from interview_tui.store.workspace import Workspace

ADA = Contact(pseudonym="", name="Ada Lovelace", email="ada@example.org", phone="+44 20 7946 0018")


@pytest.fixture
def path(workspace: Workspace) -> Path:
    return workspace.participants_file


def add(path: Path, person: Participant | None = None, contact: Contact | None = None) -> Participant:
    with edit_roster(path) as editor:
        return editor.add(person or Participant(pseudonym=""), contact)


# -- keeping -------------------------------------------------------------------------------


def test_without_a_file_there_is_nobody_and_reading_makes_none(path: Path) -> None:
    assert read_roster(path) == Roster()
    assert not path.exists()


def test_everything_comes_back_as_it_was_given(path: Path) -> None:
    person = Participant(
        pseudonym="",
        segment="clinics",
        customer_kind="trial",
        feeling="loves it",
        channel="video",
        scheduled="2026-11-24T10:00",
        incentive="30 € voucher",
        incentive_given=False,
        attributes={"size": "12 people"},
        consent={"notes": Consent(given=True, at_utc="2026-11-20T09:00:00+00:00", how="signed form")},
    )
    added = add(path, person, ADA)
    roster = read_roster(path)
    assert added.pseudonym == "P01"
    assert roster.get("P01") == added
    assert roster.contacts == {
        "P01": Contact(pseudonym="P01", name=ADA.name, email=ADA.email, phone=ADA.phone)
    }


TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["N"]), max_size=40)
"""Without digits, of which enough are taken for a telephone number."""

KEYS = TEXT.map(lambda text: f"x {text}")
"""None that contact data go by."""


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(TEXT, TEXT, st.dictionaries(KEYS, TEXT, max_size=3)), max_size=4),
)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, people: list[tuple]) -> None:  # type: ignore[type-arg]
    path = tmp_path_factory.mktemp("roster") / "participants.json"
    with edit_roster(path) as editor:
        for segment, name, attributes in people:
            editor.add(
                Participant(pseudonym="", segment=segment, attributes=attributes),
                Contact(pseudonym="", name=f"Xenia {name}"),
            )
    roster = read_roster(path)
    assert [(person.segment, dict(person.attributes)) for person in roster.participants] == [
        (segment, attributes) for segment, _, attributes in people
    ]
    assert {number: contact.name for number, contact in roster.contacts.items()} == {
        f"P{at:02}": f"Xenia {name}" for at, (_, name, _) in enumerate(people, start=1)
    }


def test_it_is_one_plain_tinydb_file_for_its_owner_only(path: Path) -> None:
    add(path, contact=ADA)
    assert list(files_in(path.parent)) == ["participants.json"]
    assert path.stat().st_mode & 0o077 == 0
    with TinyDB(path) as db:
        assert db.tables() == {"meta", "participants", "contacts"}
        assert [row["name"] for row in db.table("contacts")] == ["Ada Lovelace"]
        assert [dict(row) for row in db.table("meta")] == [{"schema_version": 1}]


def test_they_come_in_the_order_of_their_numbers(path: Path) -> None:
    for pseudonym in ("P100", "P2", "p11"):
        add(path, Participant(pseudonym=pseudonym))
    assert [person.pseudonym for person in read_roster(path).participants] == ["P02", "P11", "P100"]


def test_what_a_contact_loses_is_in_no_byte_of_the_file(path: Path) -> None:
    with edit_roster(path) as editor:
        person = editor.add(Participant(pseudonym=""), ADA)
    with edit_roster(path) as editor:
        editor.replace(person, Contact(pseudonym="P01"))
    assert b"Lovelace" not in path.read_bytes()
    assert read_roster(path).contacts == {}


def test_an_edit_leaves_the_contact_alone_unless_one_is_given(path: Path) -> None:
    person = add(path, contact=ADA)
    with edit_roster(path) as editor:
        editor.replace(Participant(pseudonym=person.pseudonym, segment="clinics"))
    roster = read_roster(path)
    assert roster.participants[0].segment == "clinics"
    assert roster.contacts["P01"].name == "Ada Lovelace"


# -- pseudonyms ----------------------------------------------------------------------------


def test_numbers_of_sessions_and_of_the_withdrawn_are_not_given_again(path: Path) -> None:
    add(path, Participant(pseudonym="P04", withdrawn_utc="2026-11-20T09:00:00+00:00"))
    assert add(path).pseudonym == "P05"
    with edit_roster(path) as editor:
        assert editor.add(Participant(pseudonym=""), taken=["P11", "Ada", "p2"]).pseudonym == "P12"


STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 12), st.lists(st.integers(1, 12), max_size=2)))


@given(STEPS)
def test_no_number_is_ever_given_twice(steps: list[tuple[bool, int, list[int]]]) -> None:
    editor = RosterEditor({})
    given_out: list[str] = []
    for adds, place, sessions in steps:
        taken = [f"P{number:02}" for number in sessions]
        if adds or not given_out:
            new = editor.add(Participant(pseudonym=""), taken=taken).pseudonym
            assert new not in given_out
            assert new not in taken
            given_out.append(new)
        else:
            number = number_of(given_out[place % len(given_out)])
            row = row_of(Participant(pseudonym=f"P{number:02}", withdrawn_utc="2026-11-20T09:00:00+00:00"))
            editor.put_row(PARTICIPANTS, number, row)
    assert len(editor.roster.participants) == len(given_out)


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Participant(pseudonym="P01"), "There is a P01 already"),
        (Participant(pseudonym="Ada"), "'Ada' is no pseudonym"),
        (Participant(pseudonym="", referred_by="P09"), "There is no P09 who could have named P03"),
        (Participant(pseudonym="P05", referred_by="P05"), "P05 cannot have named P05"),
        (Participant(pseudonym="", channel="fax"), "the channel of P03 is not right"),  # type: ignore[arg-type]
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    path: Path, person: Participant, words: str
) -> None:
    add(path)
    add(path, Participant(pseudonym="", referred_by="P01"))
    before = path.read_bytes()
    with pytest.raises(RosterError, match=words), edit_roster(path) as editor:
        editor.add(person)
    assert files_in(path.parent) == {"participants.json": before}


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Participant(pseudonym="P09"), "There is no P09"),
        (Participant(pseudonym=""), "There is no such participant"),
        (Participant(pseudonym="P02"), "P02 withdrew"),
        (Participant(pseudonym="P01", referred_by="P03"), "P03 cannot have named P01: P01 led to P03"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(path: Path, person: Participant, words: str) -> None:
    add(path)
    add(path, Participant(pseudonym="", withdrawn_utc="2026-11-20T09:00:00+00:00"))
    add(path, Participant(pseudonym="", referred_by="P01"))
    with pytest.raises(RosterError, match=words), edit_roster(path) as editor:
        editor.replace(person)


# -- finding -------------------------------------------------------------------------------


@pytest.fixture
def roster() -> Roster:
    contacts = [
        Contact(pseudonym="P01", name="Ada Lovelace", email="ada@example.org"),
        Contact(pseudonym="P02", name="Sam Lee"),
        Contact(pseudonym="P03", name="Sam Lee"),
    ]
    return Roster(
        tuple(Participant(pseudonym=f"P{number:02}") for number in range(1, 5)),
        {contact.pseudonym: contact for contact in contacts},
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("P02", "P02"),
        ("p2", "P02"),
        ("P09", None),
        ("ada  LOVELACE", "P01"),
        ("Ada@Example.org", "P01"),
        ("Ada", None),
        ("Sam Lee", None),
        ("", None),
    ],
)
def test_a_pseudonym_or_what_only_one_is_called_finds_them(
    roster: Roster, text: str, meant: str | None
) -> None:
    found = roster.find(text)
    assert (found and found.pseudonym) == meant


# -- what can go wrong ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no json", "is not a file of participants any more"),
        (b"[]", "is not a file of participants any more"),
        (b"", "is not a file of participants any more"),
        (b'{"meta": {"1": {"schema_version": 99}}}', "newer version"),
        (
            b'{"participants": {"1": {"pseudonym": "P01", "segment": 7}}}',
            r"the segment of P01 is not right \(write text in quotes\)",
        ),
        (
            b'{"participants": {"1": {"pseudonym": "P01", "channel": "fax"}}}',
            r'the channel of P01 is not right \(write "", "in person", "video" or "phone"\)',
        ),
        (
            b'{"participants": {"1": {"pseudonym": "P01", "consent": {"notes": 3}}}}',
            r"the consent.notes of P01 is not right \(write names and values in braces\)",
        ),
        (
            b'{"participants": {"1": {"pseudonym": "P01", "consent": {"fax": {}}}}}',
            r'the consent.fax of P01 is not right \(write "notes", "recording", "quoting" or',
        ),
        (
            b'{"participants": {"1": {"pseudonym": "P01", "consent": {"notes": {"given": "perhaps"}}}}}',
            r"the consent.notes.given of P01 is not right \(write true or false\)",
        ),
        (
            b'{"participants": {"1": {"pseudonym": "Ada"}}}',
            "document 1 of participants is not where 'Ada' belongs",
        ),
        (
            b'{"participants": {"3": {"pseudonym": "P07"}}}',
            "document 3 of participants is not where 'P07' belongs",
        ),
        (
            b'{"participants": {"7": {"pseudonym": "P7"}}}',
            "document 7 of participants is not where 'P7' belongs",
        ),
        (
            b'{"participants": {"7": {"pseudonym": "\\u001b[2J", "segment": 1}}}',
            "the segment of ␛\\[2J is not right",
        ),
        (b'{"contacts": {"x": {"pseudonym": "P07"}}}', "document x of contacts is not where 'P07' belongs"),
        (b'{"contacts": {"1": {"name": "Ada"}}}', "the pseudonym of somebody is not right"),
    ],
)
def test_what_cannot_be_understood_is_told_and_left_alone(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(RosterError, match=words):
        read_roster(path)
    with pytest.raises(RosterError, match=words):
        add(path)
    assert files_in(path.parent) == {"participants.json": content}


def test_a_log_without_its_file_is_not_taken_for_everybody(path: Path) -> None:
    add(path)
    path.with_suffix(".log").write_bytes(frame([("participants", 2, {"pseudonym": "P02"})], PLAIN))
    assert [person.pseudonym for person in read_roster(path).participants] == ["P01", "P02"]
    path.write_bytes(b"")
    with pytest.raises(RosterError, match="is not a file of participants any more"):
        read_roster(path)


def test_fields_and_tables_of_others_stay_in_the_file(path: Path) -> None:
    path.write_text(
        json.dumps({"participants": {"1": {"pseudonym": "P01", "shoe": 44}}, "extra": {"1": {"a": 1}}}),
        encoding="utf-8",
    )
    add(path)
    kept = json.loads(path.read_bytes())
    assert kept["participants"]["1"]["shoe"] == 44
    assert kept["extra"] == {"1": {"a": 1}}


def test_a_name_that_stood_there_before_it_was_known_stops_no_other_answer(path: Path) -> None:
    add(path, Participant(pseudonym="", attributes={"boss": "Ada Lovelace"}))
    add(path, Participant(pseudonym=""), ADA)
    with edit_roster(path) as editor:
        editor.replace(Participant(pseudonym="P01", attributes={"boss": "Ada Lovelace"}, segment="clinics"))
    with pytest.raises(RosterError, match="the attribute team has P02's name"), edit_roster(path) as editor:
        editor.replace(Participant(pseudonym="P01", attributes={"team": "Ada Lovelace"}))
    assert [person.segment for person in read_roster(path).participants] == ["clinics", ""]


def test_an_error_in_the_block_changes_nothing(path: Path) -> None:
    add(path)
    before = files_in(path.parent)
    with pytest.raises(RosterError), edit_roster(path) as editor:
        editor.add(editor.add(Participant(pseudonym="")))
    assert files_in(path.parent) == before


def test_a_disk_that_refuses_is_told_and_the_old_file_stays(path: Path, faults: Faults) -> None:
    add(path)
    before = path.read_bytes()
    faults.start("replace_file", errno.ENOSPC)
    with pytest.raises(RosterError, match=r"participants\.json was not changed because the disk is full"):
        add(path, contact=ADA)
    faults.stop()
    assert files_in(path.parent) == {"participants.json": before}
    assert add(path).pseudonym == "P02"


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(participants, "PATIENCE_S", 0.0)


@pytest.fixture
def held(path: Path) -> Iterator[SessionLock]:
    lock = SessionLock(path)
    lock.acquire()
    yield lock
    lock.release()


def test_another_writer_is_named(path: Path, no_patience: None, held: SessionLock) -> None:
    with pytest.raises(InterviewError, match=r"participants\.json is being changed by process \d+ on "):
        add(path)


def test_a_writer_waits_for_another_one(path: Path) -> None:
    lock = SessionLock(path)
    lock.acquire()
    timer = threading.Timer(0.4, lock.release)
    timer.start()
    assert add(path).pseudonym == "P01"
    timer.join()


def test_reading_waits_for_nobody(path: Path) -> None:
    add(path)
    with edit_roster(path) as editor:
        editor.add(Participant(pseudonym=""))
        assert len(read_roster(path).participants) == 1


def test_two_writers_lose_nothing(path: Path) -> None:
    threads = [threading.Thread(target=lambda: [add(path) for _ in range(5)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [person.pseudonym for person in read_roster(path).participants] == [
        f"P{number:02}" for number in range(1, 21)
    ]
