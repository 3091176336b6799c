"""What the options of a command line say about a participant."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from interview_tui.commands.printing import complain
from interview_tui.domain.answers import (
    attribute_from,
    consent_item_from,
    scheduled_from,
    segment_from,
    segment_hint,
)
from interview_tui.domain.participant import Consent, ConsentItem, Contact, Participant, as_pseudonym
from interview_tui.domain.study import Segment
from interview_tui.store.participants import Roster, RosterError

_FEELINGS = {"loves": "loves it", "hates": "hates it", "": ""}
_YES_NO = {"yes": True, "no": False, "": None}
_CONTACT = {"name": "name", "email": "email", "phone": "phone", "contact_note": "note"}


def changed(
    person: Participant,
    contact: Contact,
    parsed: argparse.Namespace,
    roster: Roster,
    segments: Sequence[Segment],
) -> tuple[Participant, Contact]:
    """Somebody with the answers that were given; raises RosterError with a sentence for one that is wrong."""
    try:
        answers = dict(_answers(parsed, roster, segments))
        answers["attributes"] = _attributes(person, parsed.set)
        answers["consent"] = _consent(person, parsed.consent, parsed.consent_how)
    except ValueError as error:
        raise RosterError(str(error)) from error
    who = {field: getattr(parsed, name) for name, field in _CONTACT.items()}
    who = {field: said.strip() for field, said in who.items() if said is not None}
    return replace(person, **answers), replace(contact, **who)


def hint(person: Participant, segments: Sequence[Segment]) -> None:
    """Say so if the segment is none of the study's."""
    if sentence := segment_hint(person.segment, segments):
        complain(sentence)


def _answers(
    parsed: argparse.Namespace, roster: Roster, segments: Sequence[Segment]
) -> Iterator[tuple[str, Any]]:
    if parsed.segment is not None:
        yield "segment", segment_from(parsed.segment, segments)
    if parsed.kind is not None:
        yield "customer_kind", parsed.kind
    if parsed.feeling is not None:
        yield "feeling", _FEELINGS[parsed.feeling]
    if parsed.channel is not None:
        yield "channel", parsed.channel
    if parsed.referred_by is not None:
        yield "referred_by", _referrer(parsed.referred_by, roster)
    if parsed.when is not None:
        yield "scheduled", scheduled_from(parsed.when, datetime.now().date())
    if parsed.incentive is not None:
        yield "incentive", parsed.incentive.strip()
    if parsed.incentive_given is not None:
        yield "incentive_given", _YES_NO[parsed.incentive_given]


def _referrer(text: str, roster: Roster) -> str:
    found = roster.find(text)
    if found is None and text.strip() and not as_pseudonym(text):
        raise ValueError(f"{text!r} is no pseudonym; say who named them like  --referred-by P03")
    return found.pseudonym if found else as_pseudonym(text)


def _attributes(person: Participant, said: Sequence[str]) -> dict[str, str]:
    attributes = {**person.attributes, **dict(map(attribute_from, said))}
    return {key: told for key, told in attributes.items() if told}


def _consent(person: Participant, said: Sequence[str], how: str | None) -> dict[ConsentItem, Consent]:
    if how is not None and not said:
        raise ValueError("--consent-how says how consent was given; add what for:  --consent notes=yes")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    consent = dict(person.consent)
    answered = set()
    for text in said:
        name, equals, word = text.partition("=")
        item = consent_item_from(name)
        if not equals or word not in _YES_NO:
            raise ValueError(f"{text!r} is no answer; write yes or no, like  --consent notes=yes")
        if item in answered:
            raise ValueError(f"consent to {name.strip()} is answered twice; say it one time.")
        answered.add(item)
        consent.pop(item, None)
        given = _YES_NO[word]
        if given is not None:
            consent[item] = Consent(given=given, at_utc=now, how=how or "spoken")
    return consent
