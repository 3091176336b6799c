"""The commands about participants: what they say, what they refuse, and that they name nobody unasked."""

from __future__ import annotations

import builtins
import json
import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.store.people import FINISHED, OTHER, SECRETS, WORDS, left_of, write_people, write_session
from tests.store.support import files_in

from interview_tui.__main__ import main
from interview_tui.domain.participant import Participant
from interview_tui.store.participants import edit_roster, read_roster
from interview_tui.store.session_file import open_session
from interview_tui.store.workspace import Workspace

STUDY = """\
title = "Clinics"
"""


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An empty workspace around the current folder, without a terminal."""
    workspace = Workspace(tmp_path / "work")
    workspace.create()
    monkeypatch.chdir(workspace.path)
    monkeypatch.setattr(os, "isatty", lambda _: False)
    return workspace


@pytest.fixture
def people(workspace: Workspace) -> Workspace:
    write_people(workspace)
    return workspace


class Said:
    """Runs commands, and has what they said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["interview-tui", "participant", *arguments])
            with pytest.raises(SystemExit) as ended:
                main()
        assert isinstance(ended.value.code, int)
        out, err = self._capsys.readouterr()
        return ended.value.code, out, err

    def well(self, *arguments: str) -> str:
        code, out, err = self(*arguments)
        assert (code, err) == (0, "")
        return out

    def json(self, *arguments: str) -> Any:
        return json.loads(self.well(*arguments, "--json"))

    def refused(self, *arguments: str) -> str:
        code, out, err = self(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("interview-tui: ")
        assert err.count("\n") == 1
        return err


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(capsys)


def known(workspace: Workspace, pseudonym: str) -> Participant:
    found = read_roster(workspace.participants_file).get(pseudonym)
    assert found is not None
    return found


# -- add -----------------------------------------------------------------------------------

EVERYTHING = [
    *("--name", "Zoë Lovelace", "--email", "zoe@example.org", "--phone", "+44 20 7946 0018"),
    *("--contact-note", "mornings only", "--segment", "clinics", "--kind", "trial", "--feeling", "loves"),
    *("--channel", "in person", "--when", "2026-11-24 9:30", "--incentive", "30 € voucher"),
    *("--incentive-given", "no", "--set", "role=nurse", "--set", "size = 12 = a dozen"),
    *("--consent", "notes=yes", "--consent", "follow-up=no", "--consent-how", "signed form"),
]


def test_add_says_the_pseudonym_and_what_was_kept_and_not_who_it_is(said: Said) -> None:
    out = said.well("add", *EVERYTHING)
    assert out.splitlines()[0] == "P01"
    for words in (
        "clinics",
        "trial, loves it",
        "in person",
        "2026-11-24 09:30",
        "30 € voucher, not given yet",
    ):
        assert words in out
    for words in ("notes yes, follow-up no (signed form, 20", "nurse", "12 = a dozen"):
        assert words in out
    assert "name, e-mail, phone, note" in out
    assert not [secret for secret in SECRETS if secret in out]


def test_what_was_added_is_in_the_file(workspace: Workspace, said: Said) -> None:
    said.well("add", *EVERYTHING)
    person = known(workspace, "P01")
    assert (person.segment, person.customer_kind, person.feeling) == ("clinics", "trial", "loves it")
    assert (person.scheduled, person.incentive_given) == ("2026-11-24T09:30", False)
    assert person.attributes == {"role": "nurse", "size": "12 = a dozen"}
    assert {item: (told.given, told.how) for item, told in person.consent.items()} == {
        "notes": (True, "signed form"),
        "follow_up": (False, "signed form"),
    }
    contact = read_roster(workspace.participants_file).contacts["P01"]
    assert (contact.name, contact.note) == ("Zoë Lovelace", "mornings only")


def test_a_bare_add_gives_the_next_pseudonym_above_those_of_sessions(
    workspace: Workspace, said: Said
) -> None:
    write_session(workspace, FINISHED, "P05", WORDS[0])
    assert said.well("add") == "P08\n"  # P07 is who named P05
    assert said.well("add", "--referred-by", "p8") == "P09\n  named by  P08\n"


def test_tomorrow_is_a_day(workspace: Workspace, said: Said) -> None:
    said.well("add", "--when", "tomorrow 10:00")
    day = date.fromisoformat(known(workspace, "P01").scheduled[:10])
    assert day in (date.today() + timedelta(days=1), date.today() + timedelta(days=2))


def test_somebody_can_be_named_by_name(people: Workspace, said: Said) -> None:
    said.well("add", "--referred-by", "sam lee")
    assert known(people, "P09").referred_by == "P08"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--referred-by", "P44"], "There is no P44 who could have named P01"),
        (["--referred-by", "Bob"], "is no pseudonym; say who named them like  --referred-by P03"),
        (
            ["--when", "soon"],
            "'soon' is no date and time; write it like 2026-11-24 10:00, or tomorrow 10:00.",
        ),
        (["--when", "2026-11-24"], "is no date and time"),
        (["--when", "2026-02-30 10:00"], "is no date and time"),
        (["--set", "nurse"], "'nurse' is no attribute; write it like  role=nurse"),
        (["--set", "=nurse"], "is no attribute"),
        (["--set", "phone=4711"], "phone belongs to the contact data"),
        (["--consent", "notes"], "'notes' is no answer; write yes or no"),
        (["--consent", "photos=yes"], "'photos' is nothing that is asked; use notes, recording, quoting or"),
        (["--consent", "notes=yes", "--consent", "notes=no"], "consent to notes is answered twice"),
        (["--set", "tel=+49 170 1234567"], "the attribute tel has a telephone number"),
        (["--referred-by", "P0"], "is no pseudonym"),
        (["--consent-how", "spoken"], "add what for:  --consent notes=yes"),
        (
            ["--name", "Zoë Lovelace", "--set", "boss=zoë lovelace"],
            "the attribute boss has the participant's name",
        ),
        (
            ["--phone", "4711-0815", "--incentive", "47110815"],
            "the incentive has the participant's telephone",
        ),
        (["--segment", "zoe@example.org"], "the segment has an e-mail address"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_makes_no_sense_is_refused_in_one_sentence_and_makes_no_file(
    workspace: Workspace, said: Said, arguments: list[str], words: str
) -> None:
    assert words in said.refused("add", *arguments)
    assert files_in(workspace.path) == {}


@pytest.mark.parametrize(
    "arguments", [["add", "--kind", "rich"], ["add", "--channel", "fax"], ["show"], ["forget"], ["ad"]]
)
def test_a_misspelt_command_gets_its_usage(said: Said, arguments: list[str]) -> None:
    code, out, err = said(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: interview-tui participant")


@pytest.mark.parametrize(
    ("segment", "kept", "hint"),
    [
        ("Clinics", "clinics", ""),
        ("clinic", "clinic", "did you mean clinics?"),
        ("zebras", "zebras", "it has clinics, practices."),
    ],
)
def test_a_segment_that_the_study_does_not_name_is_kept_with_a_hint(
    workspace: Workspace, said: Said, segment: str, kept: str, hint: str
) -> None:
    segments = '[[segment]]\nname = "clinics"\n[[segment]]\nname = "practices"\n'
    workspace.study_file.write_text(segments, encoding="utf-8")
    code, _, err = said("add", "--segment", segment)
    assert code == 0
    assert known(workspace, "P01").segment == kept
    assert err == (
        f"interview-tui: {segment} is kept, but it is no segment of study.toml; {hint}\n" if hint else ""
    )


# -- edit ----------------------------------------------------------------------------------


def test_edit_changes_what_is_said_and_nothing_else(workspace: Workspace, said: Said) -> None:
    said.well("add", *EVERYTHING)
    before = known(workspace, "P01")
    out = said.well("edit", "p1", "--segment", "practices", "--set", "role=", "--consent", "follow-up=")
    after = known(workspace, "P01")
    assert "practices" in out
    assert after.attributes == {"size": "12 = a dozen"}
    assert list(after.consent) == ["notes"]
    assert after.consent["notes"] == before.consent["notes"]
    assert (after.scheduled, after.incentive, after.feeling) == (
        before.scheduled,
        before.incentive,
        before.feeling,
    )
    assert read_roster(workspace.participants_file).contacts["P01"].email == "zoe@example.org"


@pytest.mark.parametrize(
    ("option", "field", "rest"),
    [
        ("--segment", "segment", ""),
        ("--feeling", "feeling", ""),
        ("--channel", "channel", ""),
        ("--when", "scheduled", ""),
        ("--incentive", "incentive", ""),
        ("--incentive-given", "incentive_given", None),
    ],
)
def test_an_empty_answer_takes_the_old_one_away(
    workspace: Workspace, said: Said, option: str, field: str, rest: object
) -> None:
    said.well("add", *EVERYTHING)
    said.well("edit", "P01", option, "")
    assert getattr(known(workspace, "P01"), field) == rest


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["P99", "--segment", "x"], "There is no participant P99"),
        (["Sam", "--segment", "x"], "There is no participant Sam"),
        (["P02", "--referred-by", "P08"], "P08 cannot have named P02: P02 led to P08"),
        (["P07", "--set", "seat=Lovelace, Zoë"], "the attribute seat has the participant's name"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(
    people: Workspace, said: Said, arguments: list[str], words: str
) -> None:
    before = people.participants_file.read_bytes()
    assert words in said.refused("edit", *arguments)
    assert people.participants_file.read_bytes() == before


def test_somebody_who_is_only_in_a_session_can_be_shown_and_taken_in(
    workspace: Workspace, said: Said
) -> None:
    write_session(workspace, OTHER, "P05", "a list")
    assert said.well("show", "p5").split() == ["P05", "sessions", OTHER]
    said.well("edit", "P05", "--segment", "labs")
    assert known(workspace, "P05").segment == "labs"


def test_who_is_nobody_makes_no_file(workspace: Workspace, said: Said) -> None:
    said.refused("edit", "P99", "--segment", "x")
    assert files_in(workspace.path) == {}


# -- list and show -------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["list"]])
def test_the_list_has_planned_ones_first_and_those_who_withdrew_last(
    people: Workspace, said: Said, arguments: list[str]
) -> None:
    said.well("add", "--when", "2026-12-02 10:00")
    said.well("add", "--when", "2026-12-01 10:00", "--consent", "notes=yes")
    said.well("forget", "P02", "--yes")
    lines = said.well(*arguments).splitlines()
    assert [line.split()[0] for line in lines] == ["segment", "P10", "P09", "P07", "P08", "P02"]
    assert "2026-12-01 10:00" in lines[1]
    assert lines[1].endswith("notes yes")
    assert "withdrew 20" in lines[5]
    assert lines[3].split()[-2:] == ["2", "–"]


def test_the_list_names_those_who_are_only_in_sessions(workspace: Workspace, said: Said) -> None:
    write_session(workspace, OTHER, "P05", "a list")
    out = said.well("list")
    assert "No participants in" in out
    assert "Only in sessions so far: P05" in out


@pytest.mark.parametrize(
    "command", [["list"], ["list", "--json"], ["show", "P07"], ["show", "P07", "--json"], ["show", "P08"]]
)
def test_nobody_is_named_unasked(people: Workspace, said: Said, command: list[str]) -> None:
    out = said.well(*command)
    assert not [secret for secret in (*SECRETS, "Sam", "Lee") if secret in out]


@pytest.mark.parametrize(
    "command", [["list"], ["list", "--json"], ["show", "p7"], ["show", "zoe@example.org"]]
)
def test_who_it_is_can_be_asked_for(people: Workspace, said: Said, command: list[str]) -> None:
    assert "Zoë Lovelace" in said.well(*command, "--contacts")


def test_show_tells_the_chain_of_referrals_and_the_sessions(people: Workspace, said: Said) -> None:
    lines = {line.split("  ")[0]: line for line in said.well("show", "P08").splitlines()}
    assert lines["named by"].endswith("P07 ← P02")
    assert lines["sessions"].endswith(OTHER)
    assert said.well("show", "P02").splitlines()[-1].split() == ["named", "P07"]


def test_the_json_has_a_fixed_shape(people: Workspace, said: Said) -> None:
    keys = {"pseudonym", "segment", "customer_kind", "feeling", "referred_by", "channel", "scheduled"}
    keys |= {"incentive", "incentive_given", "attributes", "consent", "withdrawn_utc"}
    keys |= {"referrers", "referred", "sessions"}
    told = said.json("list")
    assert [set(row) for row in told] == [keys] * 3
    assert said.json("show", "P07") == told[1]
    assert (told[1]["sessions"][1], told[1]["referrers"], told[1]["referred"]) == (FINISHED, ["P02"], ["P08"])
    contact = said.json("show", "P07", "--contacts")["contact"]
    assert set(contact) == {"name", "email", "phone", "note"}


def test_no_typed_text_commands_the_terminal(said: Said) -> None:
    said("add", "--segment", "a\x1b[31mb", "--name", "x\x1b[2J", "--set", "k\x07=v\x1b]0;t\x07")
    for command in (
        ["list", "--contacts"],
        ["show", "P01", "--contacts"],
        ["edit", "P01", "--incentive", "\x1b"],
    ):
        out = said.well(*command)
        assert "\x1b" not in out
        assert "\x07" not in out


@pytest.mark.parametrize("command", [["list"], ["show", "P07"]])
def test_a_damaged_file_is_told_and_left_alone(workspace: Workspace, said: Said, command: list[str]) -> None:
    workspace.participants_file.write_bytes(b"no json")
    assert "is not a file of participants any more" in said.refused(*command)
    assert workspace.participants_file.read_bytes() == b"no json"


def test_looking_writes_nothing(people: Workspace, said: Said) -> None:
    before = {path: path.stat().st_mtime_ns for path in people.path.rglob("*")}
    said.well("list", "--contacts")
    said.well("show", "P07")
    assert {path: path.stat().st_mtime_ns for path in people.path.rglob("*")} == before


# -- forget --------------------------------------------------------------------------------


def test_forget_says_what_it_did_and_names_nobody(people: Workspace, said: Said) -> None:
    out = said.well("forget", "p7", "--sessions", "--yes")
    for words in (
        "P07 will be forgotten: name and contact data, answers, schedule and incentive are removed.",
        "2 sessions and 3 exports were deleted",
        "Every file of the workspace was searched: no name, e-mail or telephone number is left.",
        "Copies outside of the workspace",
    ):
        assert words in out
    assert not [secret for secret in SECRETS if secret in out]
    assert left_of(people, (*SECRETS, *WORDS)) == []


def test_forget_by_name_with_sessions_kept(people: Workspace, said: Said) -> None:
    out = said.well("forget", "Zoë Lovelace", "--keep-sessions", "--yes")
    assert "2 sessions stay under the pseudonym, as asked." in out
    assert left_of(people, SECRETS) == []
    assert left_of(people, WORDS) == list(WORDS)


def test_forget_says_where_something_still_stands(people: Workspace, said: Said) -> None:
    (people.guides / "list.md").write_text("Zoë Lovelace, P07", encoding="utf-8")
    (people.path / "who.txt").write_text("zoë", encoding="utf-8")
    (people.sessions / "2026-11-24-1000-zzzz.json").write_bytes(b"\x00")
    out = said.well("forget", "P07", "--sessions", "--yes")
    assert "Still there; look, and remove it by hand:\n  guides/list.md (name)" in out
    assert "Perhaps, a word of the name stands there:\n  who.txt (part of the name)" in out
    assert "Tell of P07 or of a deleted session:\n  guides/list.md" in out
    assert "nobody can tell whose they are:\n  sessions/2026-11-24-1000-zzzz.json" in out
    assert "no name, e-mail or telephone number is left" not in out


def test_what_was_kept_can_go_later_and_nothing_is_promised_twice(people: Workspace, said: Said) -> None:
    said.well("forget", "P07", "--keep-sessions", "--yes")
    log = people.withdrawals_file.read_bytes()
    assert "their sessions stay, under the pseudonym" in said.well("show", "P07")
    kept = said.well("forget", "P07", "--keep-sessions", "--yes")
    assert "already; their sessions were kept and are still there." in kept
    assert kept.endswith("Nothing was removed. Their sessions stay, as before.\n")
    assert people.withdrawals_file.read_bytes() == log
    gone = said.well("forget", "P07", "--sessions", "--yes")
    assert "will be forgotten" not in gone
    assert "P07 had withdrawn before; now their sessions are gone too." in gone
    assert "2 sessions and 3 exports were deleted" in gone
    assert left_of(people, (*SECRETS, *WORDS)) == []


def test_forget_says_with_which_participant_a_name_stands(people: Workspace, said: Said) -> None:
    with edit_roster(people.participants_file) as editor:
        editor.put_row(
            "participants", 9, {"pseudonym": "P09", "attributes": {"boss": "ZOE LOVELACE", "team": "a"}}
        )
        editor.put_row("contacts", 9, {"pseudonym": "P09", "name": "Al", "note": "ask Zoë Lovelace"})
    out = said.well("forget", "P07", "--sessions", "--yes")
    assert (
        "  participants.json (name)\n    P09, the attribute boss\n    P09, the note on how to reach them\n"
        in out
    )


def test_to_forget_twice_is_no_mistake(people: Workspace, said: Said) -> None:
    said.well("forget", "P07", "--sessions", "--yes")
    log = people.withdrawals_file.read_bytes()
    assert said.well("forget", "P07") == "P07 is forgotten already; nothing of theirs is left.\n"
    assert people.withdrawals_file.read_bytes() == log


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["P07"],
            "say whether their 2 sessions and 3 exports go too (--sessions or --keep-sessions) and that",
        ),
        (["P07", "--sessions"], "say that you mean it (--yes)"),
        (
            ["P07", "--yes"],
            "say whether their 2 sessions and 3 exports go too (--sessions or --keep-sessions).",
        ),
        (["P02"], "say that you mean it (--yes)."),
        (["P99", "--yes"], "There is no P99 and no session of theirs"),
        (["Bob", "--yes"], "There is no participant Bob; say who by a pseudonym"),
        (["", "--yes"], "Nobody is named; say who is to be forgotten by a pseudonym"),
    ],
)
def test_where_nobody_can_be_asked_everything_has_to_be_said(
    people: Workspace, said: Said, arguments: list[str], words: str
) -> None:
    before = files_in(people.path)
    assert words in said.refused("forget", *arguments)
    assert files_in(people.path) == before


def test_a_session_that_is_open_stops_it_before_anything_is_removed(people: Workspace, said: Said) -> None:
    running = open_session(people.sessions / f"{FINISHED}.json")
    try:
        code, _, err = said("forget", "P07", "--sessions", "--yes")
    finally:
        running.close(10)
    assert code == 2
    assert f"{FINISHED} is being written by process" in err
    assert left_of(people, SECRETS) == list(SECRETS)
    assert people.participants_file.exists()


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A person whose answers are in this list; what they were asked comes to its end."""
    answers: list[str] = []
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        if not answers:
            raise EOFError
        return answers.pop(0)

    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(builtins, "input", answer)
    yield answers
    assert asked


@pytest.mark.parametrize(
    ("answers", "left"),
    [(["yes", "yes"], []), (["no", "YES"], list(WORDS)), (["what?", "y", "maybe", "y"], [])],
)
def test_a_person_is_asked_twice(
    people: Workspace, said: Said, at_a_terminal: list[str], answers: list[str], left: list[str]
) -> None:
    at_a_terminal += answers
    assert said("forget", "P07")[0] == 0
    assert left_of(people, SECRETS) == []
    assert left_of(people, WORDS) == left


@pytest.mark.parametrize("answers", [["yes", "no"], ["no", "n"], ["yes"], []])
def test_without_a_yes_nothing_is_removed(
    people: Workspace, said: Said, at_a_terminal: list[str], answers: list[str]
) -> None:
    before = files_in(people.path)
    at_a_terminal += answers
    code, out, _ = said("forget", "P07")
    assert (code, out.splitlines()[-1]) == (1, "Nothing was removed.")
    assert files_in(people.path) == before


@pytest.mark.parametrize("answers", [[], ["yes"]])
def test_breaking_off_is_told_and_removes_nothing(
    people: Workspace, said: Said, monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    def answer(_: str) -> str:
        if not answers:
            raise KeyboardInterrupt
        return answers.pop(0)

    before = files_in(people.path)
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(builtins, "input", answer)
    code, out, _ = said("forget", "P07")
    assert (code, out[-len("\n\nNothing was removed.\n") :]) == (130, "\n\nNothing was removed.\n")
    assert files_in(people.path) == before


def test_an_interrupted_withdrawal_is_told_and_goes_on_without_asking_about_sessions(
    people: Workspace, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("interview_tui.store.withdrawal.erase_cache", fail)
        code, _, err = said("forget", "P07", "--sessions", "--yes")
    assert code == 2
    assert "The withdrawal of P07 is not finished because the disk is full" in err
    assert "finish it with  interview-tui participant forget P07" in said.well("list")
    assert "The withdrawal of P07 was interrupted; it goes on from there." in said.well(
        "forget", "P07", "--yes"
    )
    assert left_of(people, (*SECRETS, *WORDS)) == []
