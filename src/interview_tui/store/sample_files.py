"""The sample study that comes with the program: its people and its interviews, read from their files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import (
    CONSENT_ITEMS,
    Channel,
    Consent,
    ConsentItem,
    Contact,
    CustomerKind,
    Feeling,
    Participant,
)
from interview_tui.domain.readiness import LABELS, ready_field
from interview_tui.domain.sample_course import Step, read_course
from interview_tui.domain.sample_session import SamplePerson, SampleSession
from interview_tui.errors import InterviewError
from interview_tui.store.toml_file import Table, TomlFile, read_toml

_CONTACT = ("name", "email", "phone")
_PERSON = (
    "pseudonym",
    "segment",
    "customer_kind",
    "feeling",
    "referred_by",
    "channel",
    "scheduled",
    "incentive",
)
_CHOICES = {"customer_kind": CustomerKind, "feeling": Feeling, "channel": Channel}
_SESSION = ("id", "start_utc", "participant", "guide", "role", "moderator", "note_taker")
_ROLES = ("moderator", "note_taker", "role")


class SampleError(InterviewError):
    """A mistake in a file of the sample study."""

    title = "The sample study has a mistake"


def sample_folder() -> Path:
    """The folder of the sample study that comes with the program."""
    return Path(__file__).resolve().parents[1] / "data" / "sample"


def read_people(path: Path) -> list[SamplePerson]:
    """The participants in a file, in its order; raises SampleError naming file, line and key."""
    file = _read(path)
    file.refuse_unknown(file.data, ("participant",))
    return [_person(file, values, number) for number, values in enumerate(file.tables("participant"))]


def _person(file: TomlFile, values: Table, number: int) -> SamplePerson:
    known = (*_PERSON, *_CONTACT, "incentive_given", "town")
    file.refuse_unknown(values, known, table="participant", number=number)
    told = {
        key: file.text(values, key, table="participant", number=number)
        for key in (*_PERSON, *_CONTACT, "town")
    }
    for key, choices in _CHOICES.items():
        if told[key] and told[key] not in get_args(choices):
            file.fail(
                key, f"choose one of {', '.join(get_args(choices))}", table="participant", number=number
            )
    given = values.get("incentive_given")
    participant = Participant(
        pseudonym=told["pseudonym"],
        segment=told["segment"],
        customer_kind=cast("CustomerKind", told["customer_kind"] or "unknown"),
        feeling=cast("Feeling", told["feeling"]),
        referred_by=told["referred_by"],
        channel=cast("Channel", told["channel"]),
        scheduled=told["scheduled"],
        incentive=told["incentive"],
        incentive_given=given if isinstance(given, bool) else None,
        attributes={"town": told["town"]} if told["town"] else {},
    )
    contact = Contact(pseudonym=told["pseudonym"], **{key: told[key] for key in _CONTACT})
    return SamplePerson(participant=participant, contact=contact)


def read_sessions(folder: Path) -> list[SampleSession]:
    """The interviews in a folder, in the order of their names; raises SampleError as `read_people` does."""
    return [_session(_read(path)) for path in sorted(folder.glob("*.toml"))]


def _session(file: TomlFile) -> SampleSession:
    file.refuse_unknown(file.data, (*_SESSION, "consent", "unticked", "course", "debrief"))
    told = {key: file.text(file.data, key) for key in _SESSION}
    people: dict[str, FieldValue] = {name: told[name] for name in _ROLES if told[name]}
    return SampleSession(
        id=told["id"],
        start_utc=told["start_utc"],
        participant=told["participant"],
        guide=told["guide"],
        author=told["note_taker" if told["role"] == "notes" else "moderator"],
        fields={**people, **_checklist(file)},
        consent=_consent(file, told["start_utc"]),
        debrief=_debrief(file),
        steps=_steps(file),
    )


def _checklist(file: TomlFile) -> dict[str, FieldValue]:
    """Everything was ready, but for what the file says."""
    unticked = file.data.get("unticked", [])
    if not isinstance(unticked, list) or not set(unticked) <= set(LABELS):
        file.fail("unticked", f"write a list of these: {', '.join(LABELS)}")
    return {ready_field(item): item not in unticked for item in LABELS}


def _consent(file: TomlFile, at_utc: str) -> dict[ConsentItem, Consent]:
    values = file.table("consent")
    file.refuse_unknown(values, (*CONSENT_ITEMS, "how"), table="consent")
    how = file.text(values, "how", "spoken", table="consent")
    given = {item: values[item] for item in CONSENT_ITEMS if item in values}
    return {item: Consent(given=answer is True, at_utc=at_utc, how=how) for item, answer in given.items()}


def _debrief(file: TomlFile) -> Mapping[str, FieldValue]:
    values = file.table("debrief")
    return {key: answer for key, answer in values.items() if isinstance(answer, str | bool)}


def _steps(file: TomlFile) -> tuple[Step, ...]:
    try:
        return tuple(read_course(file.text(file.data, "course"), DEFAULT_CODEBOOK))
    except ValueError as problem:
        file.fail("course", str(problem))


def _read(path: Path) -> TomlFile:
    file = read_toml(path, SampleError)
    if file is None:
        raise SampleError(f"{path} is missing; install interview-tui again.")
    return file
