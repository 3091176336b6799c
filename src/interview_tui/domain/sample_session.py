"""A sample interview: what stands in its file, performed on the session's clock like any other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from random import Random

from interview_tui.domain.events import AnyEvent, FieldValue
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.ids import ulid
from interview_tui.domain.interview import Interview
from interview_tui.domain.participant import Consent, ConsentItem, Contact, Participant
from interview_tui.domain.sample_course import Step, perform
from interview_tui.domain.session import DEBRIEF, SESSION, Session
from interview_tui.domain.values import value

_DEVICE = "sample"
_ENTROPY_BYTES = 10

_ANSWER_MS = 20_000
"""How long an answer of the debrief takes."""


@value(kw_only=True)
class SamplePerson:
    """A participant with how to reach them."""

    participant: Participant
    contact: Contact


@value(kw_only=True)
class SampleSession:
    """One interview: `fields` are the session's beside those of its participant, `author` signs it."""

    id: str
    start_utc: str
    participant: str
    guide: str
    author: str
    fields: Mapping[str, FieldValue]
    consent: Mapping[ConsentItem, Consent]
    debrief: Mapping[str, FieldValue]
    steps: tuple[Step, ...]


def events_of(
    sample: SampleSession, header: SessionHeader, fields: Mapping[str, FieldValue]
) -> list[AnyEvent]:
    """The events that an interview leaves: the same ones each time."""
    events: list[AnyEvent] = []
    now_ms = 0
    start_ms = round(datetime.fromisoformat(sample.start_utc).timestamp() * 1000)
    random = Random(sample.id)
    interview = Interview(
        header.guide,
        Session(),
        device=_DEVICE,
        author=sample.author,
        now_ms=lambda: now_ms,
        new_id=lambda: ulid(start_ms + now_ms, random.randbytes(_ENTROPY_BYTES)),
        keep=events.append,
    )
    for name, told in fields.items():
        interview.tell(SESSION, name, told)
    interview.begin()
    for step in sample.steps:
        now_ms = step.at_ms
        perform(step, interview)
    for name, told in sample.debrief.items():
        now_ms += _ANSWER_MS
        interview.tell(DEBRIEF, name, told)
    return events
