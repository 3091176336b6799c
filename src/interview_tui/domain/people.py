"""What a session keeps of its participant, as fields of its own, and what goes back to the participant.

A session has the pseudonym, what is known of the person as a customer, and what they allowed: nothing that
says who they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast, get_args

from interview_tui.domain.consent import CONSENT_AT, CONSENT_HOW, HOW, Fields, consent_field
from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import (
    CONSENT_ITEMS,
    Channel,
    Consent,
    ConsentItem,
    CustomerKind,
    Feeling,
    Participant,
)


def answers(fields: Fields) -> dict[ConsentItem, bool]:
    """What was allowed and what was not, as far as it was asked."""
    found = {item: fields.get(consent_field(item)) for item in CONSENT_ITEMS}
    return {item: given for item, given in found.items() if isinstance(given, bool)}


def session_fields(person: Participant) -> dict[str, FieldValue]:
    """What a session takes over from its participant; what is not known is left out."""
    fields: dict[str, FieldValue] = {
        "participant": person.pseudonym,
        "segment": person.segment,
        "customer_kind": "" if person.customer_kind == "unknown" else person.customer_kind,
        "feeling": person.feeling,
        "channel": person.channel,
        "referred_by": person.referred_by,
    }
    for item, consent in person.consent.items():
        fields[consent_field(item)] = consent.given
    first = next((person.consent[item] for item in CONSENT_ITEMS if item in person.consent), None)
    if first is not None:
        fields |= {CONSENT_AT: first.at_utc, CONSENT_HOW: first.how}
    return {name: told for name, told in fields.items() if told not in ("", None)}


def with_session_fields(person: Participant, fields: Fields) -> Participant:
    """A participant with what a session learnt about them; an answer that did not change keeps its date."""
    return replace(
        person,
        segment=_text(fields, "segment") or person.segment,
        customer_kind=cast(
            "CustomerKind", _one_of(fields, "customer_kind", CustomerKind, person.customer_kind)
        ),
        feeling=cast("Feeling", _one_of(fields, "feeling", Feeling, person.feeling)),
        channel=cast("Channel", _one_of(fields, "channel", Channel, person.channel)),
        consent=_consent(person, fields),
    )


def _consent(person: Participant, fields: Fields) -> dict[ConsentItem, Consent]:
    consent = dict(person.consent)
    for item, given in answers(fields).items():
        known = consent.get(item)
        at_utc, how = _text(fields, CONSENT_AT), _text(fields, CONSENT_HOW)
        later = known is not None and bool(at_utc) and known.at_utc > at_utc  # told elsewhere meanwhile
        if known is None or (known.given is not given and not later):
            consent[item] = Consent(given=given, at_utc=at_utc, how=how or HOW[0])
    return consent


def overruled_refusal(known: Participant, shown: Participant, fields: Fields) -> str:
    """What the fields allow against a no that is known by now and was not shown; empty if nothing."""
    for item, given in answers(fields).items():
        no, seen = known.consent.get(item), shown.consent.get(item)
        if given and no is not None and not no.given and (seen is None or seen.given):
            return item.replace("_", "-")
    return ""


def refused_notes(person: Participant) -> bool:
    """Whether their last word on notes was no."""
    notes = person.consent.get("notes")
    return notes is not None and not notes.given


def why_no_interview(person: Participant) -> str:
    """Why somebody cannot be chosen, in one sentence; empty if they can."""
    if person.withdrawn_utc:
        return f"{person.pseudonym} withdrew and cannot be interviewed; choose somebody else."
    return ""


def _text(fields: Fields, name: str) -> str:
    told = fields.get(name)
    return told if isinstance(told, str) else ""


def _one_of(fields: Fields, name: str, known: object, otherwise: str) -> str:
    told = _text(fields, name)
    return told if told and told in get_args(known) else otherwise
