"""The fields of the get-ready screen; each answer is named after the session's field that keeps it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from interview_tui.domain.consent import CONSENT_HOW, HOW, consent_field
from interview_tui.domain.events import FieldValue
from interview_tui.domain.guide import Guide
from interview_tui.domain.participant import CONSENT_ITEMS, ConsentItem, Participant
from interview_tui.domain.people import session_fields
from interview_tui.domain.planned import day_words
from interview_tui.domain.readiness import ReadyItem, checklist
from interview_tui.domain.study import Segment
from interview_tui.tui.forms import YES_NO, Choice, Field, Option, TextField
from interview_tui.tui.ready_gate import Place
from interview_tui.tui.widgets.rows_pane import RowsPane
from interview_tui.tui.widgets.tick import Tick

_ROLES: tuple[Option, ...] = (("moderator", "moderator"), ("notes", "note-taker"), ("solo", "solo, both"))
_KINDS: tuple[Option, ...] = (
    ("paying", "paying"),
    ("trial", "trial"),
    ("former", "former"),
    ("prospect", "prospect"),
    ("", "not asked"),
)
_FEELINGS: tuple[Option, ...] = (("loves it", "loves it"), ("hates it", "hates it"), ("", "not asked"))
_CHANNELS: tuple[Option, ...] = (
    ("in person", "in person"),
    ("video", "video"),
    ("phone", "phone"),
    ("", "not set"),
)
_HOW: tuple[Option, ...] = tuple((how, how) for how in HOW)
CONSENT_LABELS: Mapping[ConsentItem, str] = {
    "notes": "take notes",
    "recording": "record",
    "quoting": "quote them",
    "follow_up": "ask again later",
}
"""What is asked, in the words that follow "may we"."""


def people_fields(told: Mapping[str, FieldValue], role: str) -> Iterator[Widget]:
    """Whom this is about, the screener, and who is at work."""
    yield Field("Participant", name_field(told, "participant", "a pseudonym, such as P07"))
    yield RowsPane(id="who")
    yield Field("Customer", Choice(_KINDS, "", id="customer_kind")).add_class("screener")
    yield Field("Feeling", Choice(_FEELINGS, "", id="feeling")).add_class("screener")
    yield Field("Segment", Choice((("", "not set"),), "", id="segment")).add_class("segment")
    yield Field("Channel", Choice(_CHANNELS, "", id="channel"))
    yield Field("Moderator", name_field(told, "moderator", "who asks"))
    yield Field("Note-taker", name_field(told, "note_taker", "who writes, if somebody else does"))
    yield Field("This screen", Choice(_ROLES, role, id="role"))


def consent_fields(heading: str) -> Iterator[Widget]:
    """The four answers, and how they were given."""
    yield Static(heading, classes="heading")
    yield RowsPane(id="asked")
    for item in CONSENT_ITEMS:
        yield Field(f"… {CONSENT_LABELS[item]}", Choice(YES_NO, None, id=consent_field(item)))
    yield Field("Answered", Choice(_HOW, HOW[0], id=CONSENT_HOW))


def ticks(items: Sequence[ReadyItem]) -> Iterator[Widget]:
    """The checklist; permission to record follows its answer."""
    yield Static("Checklist", classes="heading")
    for item in items:
        yield Tick(item, by_answer=item.id == "recording")


def to_check(
    guide: Guide, person: Participant, now: datetime, recording: FieldValue, note_taker: str, role: FieldValue
) -> list[ReadyItem]:
    """The checklist as the answers in the form make it."""
    return checklist(
        guide,
        person,
        scheduled=day_words(person.scheduled, now),
        recording=recording if isinstance(recording, bool) else None,
        note_taker=note_taker,
        writes=role != "moderator",
    )


def name_field(told: Mapping[str, FieldValue], name: str, placeholder: str) -> TextField:
    """A line for a name or a pseudonym, with what is known of it."""
    value = told.get(name)
    return TextField(
        value if isinstance(value, str) else "",
        placeholder=placeholder,
        replaceable=name == "participant",
        id=name,
    )


def fill_in(form: DOMNode, person: Participant, segments: Sequence[Segment], *, afresh: bool) -> None:
    """Put what is known of a participant into the fields; unless `afresh`, what somebody chose stands."""
    known = session_fields(person)
    for choice in form.query(Choice):
        name = str(choice.id)
        if name in ("guide", "role") or (choice.touched and not afresh):
            continue
        value = known.get(name, None if name.startswith("consent_") else "")
        choice.put(value, _options(name, value, segments))


def _options(name: str, value: FieldValue, segments: Sequence[Segment]) -> Sequence[Option] | None:
    """The options where they depend on the study or on what is known."""
    if name == "segment":
        names = [segment.name for segment in segments]
        if value and value not in names:
            names.append(str(value))
        return [*((found, found) for found in names), ("", "not set")]
    if name == CONSENT_HOW and value and value not in HOW:
        return [*_HOW, (value, str(value))]
    return None


def place_of(focused: Widget | None) -> Place:
    """Which keys apply where the focus is."""
    if isinstance(focused, Choice):
        special: Mapping[str, Place] = {"guide": "guide", "consent_notes": "answer"}
        return special.get(str(focused.id), "choice")
    return "tick" if isinstance(focused, Tick) else "text"


def told_by(form: DOMNode) -> dict[str, FieldValue]:
    """What stands in the fields, by the names of the session's fields."""
    told: dict[str, FieldValue] = {str(field.id): field.value.strip() for field in form.query(TextField)}
    told |= {str(choice.id): choice.value for choice in form.query(Choice)}
    told |= {str(tick.id): tick.value for tick in form.query(Tick)}
    return {name: value for name, value in told.items() if name not in ("guide", "role", "participant")}


def touched_in(form: DOMNode) -> bool:
    """Whether anything was answered or ticked by hand that is kept nowhere yet."""
    answers = [choice for choice in form.query(Choice) if choice.id not in ("guide", "role")]
    return any(field.touched for field in (*answers, *form.query(Tick)))


async def all_keys_taken(screen: Screen[Any]) -> None:
    """Wait until every field, and then the screen, has looked at the keys it was sent before this one."""
    fields = [*screen.query(TextField), *screen.query(Choice), *screen.query(Tick)]
    for widgets in (fields, [screen]):
        taken = [asyncio.Event() for _ in widgets]
        for widget, event in zip(widgets, taken, strict=True):
            widget.call_later(event.set)
        for event in taken:
            await event.wait()
