"""The fields of a participant's form, and what they say once they are filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args

from textual.containers import Container
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Static

from interview_tui.domain.answers import (
    WHEN_EXAMPLE,
    attribute_from,
    scheduled_from,
    scheduled_words,
    segment_from,
)
from interview_tui.domain.consent import HOW
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
    as_pseudonym,
)
from interview_tui.domain.study import Segment
from interview_tui.tui.forms import YES_NO, Choice, Field, Option, TextField

_GIVEN: tuple[Option, ...] = ((True, "given"), (False, "not yet"), (None, "none agreed"))
_CONSENT = "consent_"
_CONTACT = ("name", "email", "phone", "note")

Told = Mapping[str, FieldValue]
"""What stands in the fields, by their names."""


def open_fields(person: Participant, segments: Sequence[Segment]) -> Iterator[Widget]:
    """What everybody may know."""
    names = ", ".join(segment.name for segment in segments)
    first = person.consent.get("notes") or next(iter(person.consent.values()), None)
    how = first.how if first else HOW[0]
    yield Field(
        "Segment", TextField(person.segment, placeholder=names or "whom they stand for", id="segment")
    )
    yield Field("Customer", _choice("customer_kind", _kinds(), person.customer_kind))
    yield Field("Feeling", _choice("feeling", _literals(Feeling, "not known"), person.feeling))
    yield Field("Channel", _choice("channel", _literals(Channel, "not set"), person.channel))
    when = scheduled_words(person.scheduled)
    yield Field("When", TextField(when, placeholder=f"{WHEN_EXAMPLE}, or tomorrow 10:00", id="scheduled"))
    yield Field(
        "Named by", TextField(person.referred_by, placeholder="a pseudonym, such as P03", id="referred_by")
    )
    yield Field("Incentive", TextField(person.incentive, placeholder="what was agreed", id="incentive"))
    yield Field("Given", _choice("incentive_given", _GIVEN, _given_shown(person)))
    attributes = _attributes_text(person)
    yield Field("Attributes", TextField(attributes, placeholder="role=nurse; size=12", id="attributes"))
    yield Static("Consent", classes="heading")
    for item in CONSENT_ITEMS:
        answer = person.consent.get(item)
        label = item.replace("_", "-").capitalize()
        yield Field(label, _choice(f"{_CONSENT}{item}", YES_NO, answer.given if answer else None))
    ways = HOW if how in HOW else (*HOW, how)
    yield Field("Answered", _choice("consent_how", tuple((way, way) for way in ways), how))


def _given_shown(person: Participant) -> bool | None:
    """What was agreed and not said to be given was not given yet."""
    return False if person.incentive and person.incentive_given is None else person.incentive_given


def contact_fields(contact: Contact) -> Iterator[Widget]:
    """Who it is."""
    yield Static("Who it is: kept apart from every session", classes="heading")
    with Container(id="contact"):
        yield Field("Name", TextField(contact.name, id="name"))
        yield Field("E-mail", TextField(contact.email, id="email"))
        yield Field("Phone", TextField(contact.phone, id="phone"))
        yield Field("Note", TextField(contact.note, placeholder="how to reach them best", id="note"))


def _choice(name: str, options: Sequence[Option], value: FieldValue) -> Choice:
    return Choice(options, value, id=name)


def _kinds() -> tuple[Option, ...]:
    kinds = [kind for kind in get_args(CustomerKind) if kind != "unknown"]
    return (*((kind, kind) for kind in kinds), ("unknown", "not known"))


def _literals(form: object, nothing: str) -> tuple[Option, ...]:
    return (*((name, name) for name in get_args(form) if name), ("", nothing))


# -- what they say -------------------------------------------------------------------------


def told_by(form: DOMNode) -> dict[str, FieldValue]:
    """What stands in the fields."""
    told: dict[str, FieldValue] = {str(field.id): field.value.strip() for field in form.query(TextField)}
    return told | {str(choice.id): choice.value for choice in form.query(Choice)}


def filled_in(
    person: Participant, told: Told, segments: Sequence[Segment], *, today: date, now_utc: str
) -> Participant:
    """A participant with the answers of a form; raises ValueError with a sentence for one that is wrong."""
    answers: dict[str, Any] = {
        name: told[name] for name in ("customer_kind", "feeling", "channel", "incentive", "incentive_given")
    }
    if answers["incentive_given"] is _given_shown(person):
        answers["incentive_given"] = person.incentive_given
    return replace(
        person,
        **answers,
        segment=segment_from(str(told["segment"]), segments),
        scheduled=_scheduled(person, str(told["scheduled"]), today),
        referred_by=_referrer(str(told["referred_by"])),
        attributes=_attributes(person, str(told["attributes"])),
        consent=_consents(person, told, now_utc),
    )


def with_changes(known: Participant, before: Participant, after: Participant) -> Participant:
    """A participant with what a form changed, and with what was learnt elsewhere while it was open."""
    changes = {
        field.name: getattr(after, field.name)
        for field in fields(after)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    return replace(known, **changes)


def contact_from(told: Told, pseudonym: str) -> Contact:
    """Who it is, as the form says."""
    name, email, phone, note = (str(told[field]) for field in _CONTACT)
    return Contact(pseudonym=pseudonym, name=name, email=email, phone=phone, note=note)


def _referrer(text: str) -> str:
    if text and not as_pseudonym(text):
        raise ValueError("Who named them is a pseudonym, such as P03; add that person first.")
    return as_pseudonym(text)


def _scheduled(person: Participant, text: str, today: date) -> str:
    untouched = text == scheduled_words(person.scheduled).strip()
    return person.scheduled if untouched else scheduled_from(text, today)


def _attributes_text(person: Participant) -> str:
    return "; ".join(f"{key}={said}" for key, said in person.attributes.items())


def _attributes(person: Participant, text: str) -> dict[str, str]:
    if text == _attributes_text(person).strip():
        return dict(person.attributes)  # a text of theirs may have the signs that stand between two
    pairs = (attribute_from(part) for part in text.split(";") if part.strip())
    return {key: said for key, said in pairs if said}


def _consents(person: Participant, told: Told, now_utc: str) -> dict[ConsentItem, Consent]:
    """The answers; one that did not change keeps its date and how it was given."""
    how = str(told["consent_how"])
    consent: dict[ConsentItem, Consent] = {}
    for item in CONSENT_ITEMS:
        given, known = told[f"{_CONSENT}{item}"], person.consent.get(item)
        if known is not None and known.given is given:
            consent[item] = known
        elif isinstance(given, bool):
            consent[item] = Consent(given=given, at_utc=now_utc, how=how)
    return consent
