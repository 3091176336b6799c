"""Participants in words and as JSON; who they are only where that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from interview_tui.domain.answers import scheduled_words
from interview_tui.domain.participant import CONSENT_ITEMS, Consent, Contact, Participant
from interview_tui.domain.referrals import referred, referrers
from interview_tui.domain.text import cells, visible

_HEADS = ("", "segment", "customer", "when", "sessions", "consent")
_CONTACT_HEADS = ("name", "e-mail", "phone")

People = Sequence[Participant]
SessionIds = Sequence[str]
"""The ids of somebody's sessions, newest first."""


def kind_words(person: Participant) -> str:
    """What kind of customer somebody is: `trial, loves it`; "" where nothing is known."""
    kind = "" if person.customer_kind == "unknown" else person.customer_kind
    return ", ".join(filter(None, (kind, person.feeling)))


def consent_words(consent: Mapping[Any, Consent], *, in_full: bool = False) -> str:
    """What was answered, in the order in which it is asked: `notes yes, recording no (spoken, 2026-11-20)`.

    How and when stand behind the answers that were given together, and only `in_full`.
    """
    runs: list[tuple[str, list[str]]] = []
    for item in CONSENT_ITEMS:
        if answer := consent.get(item):
            given = f"{item.replace('_', '-')} {'yes' if answer.given else 'no'}"
            how = ", ".join(filter(None, (answer.how, answer.at_utc[:10]))) if in_full else ""
            if not runs or runs[-1][0] != how:
                runs.append((how, []))
            runs[-1][1].append(given)
    return ", ".join(", ".join(given) + (f" ({how})" if how else "") for how, given in runs)


def table_lines(
    people: People, sessions: Mapping[str, int], contacts: Mapping[str, Contact] | None = None
) -> list[str]:
    """An aligned table with heads; `sessions` counts them, names only where `contacts` are given."""
    rows = [(*_HEADS, *(_CONTACT_HEADS if contacts is not None else ()))]
    for person in people:
        row = _cells_of(person, sessions.get(person.pseudonym, 0))
        known = (contacts or {}).get(person.pseudonym)
        who = (known.name, known.email, known.phone) if known else ("", "", "")
        rows.append((*row, *(who if contacts is not None else ())))
    table = [[visible(cell) or "–" for cell in row] for row in rows]
    table[0][0] = ""
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    return ["  ".join(_padded(row, widths)).rstrip() for row in table]


def _cells_of(person: Participant, sessions: int) -> tuple[str, ...]:
    when = scheduled_words(person.scheduled)
    if person.withdrawn_utc:
        when = f"withdrew {person.withdrawn_utc[:10]}"
    consent = consent_words(person.consent)
    return (person.pseudonym, person.segment, kind_words(person), when, str(sessions or ""), consent)


def _padded(row: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    for text, width in zip(row, widths, strict=True):
        yield text + " " * (width - cells(text))


def fact_lines(person: Participant, people: People, sessions: SessionIds) -> list[str]:
    """Everything that may be known of somebody, a fact a line; nothing is said of what is not known."""
    facts = facts_of(person, len(sessions))
    facts += [
        ("named by", " ← ".join(referrers(people, person.pseudonym))),
        ("named", ", ".join(referred(people, person.pseudonym))),
        ("sessions", ", ".join(sessions)),
    ]
    return _aligned(facts)


def facts_of(person: Participant, sessions: int = 0) -> list[tuple[str, str]]:
    """What was answered about somebody, by what it is called; an empty text where nothing was."""
    if person.withdrawn_utc:
        rest = "their sessions stay, under the pseudonym" if sessions else "nothing more is kept"
        return [
            ("withdrew", f"{person.withdrawn_utc[:10]}; {rest}"),
            ("segment", person.segment),
            ("customer", kind_words(person)),
        ]
    return [
        ("segment", person.segment),
        ("customer", kind_words(person)),
        ("channel", person.channel),
        ("when", scheduled_words(person.scheduled)),
        ("incentive", _incentive(person)),
        ("consent", consent_words(person.consent, in_full=True)),
        *person.attributes.items(),
    ]


def contact_lines(contact: Contact) -> list[str]:
    """Who somebody is."""
    return _aligned(contact_facts(contact))


def contact_facts(contact: Contact) -> list[tuple[str, str]]:
    """Who somebody is, by what it is called."""
    return [
        ("name", contact.name),
        ("e-mail", contact.email),
        ("phone", contact.phone),
        ("note", contact.note),
    ]


def contact_kinds(contact: Contact | None) -> str:
    """Which contact data there are, without a word of them."""
    if contact is None:
        return ""
    return ", ".join(kind for kind, said in contact_facts(contact) if said)


def _aligned(facts: Iterable[tuple[str, str]]) -> list[str]:
    told = [(visible(name), visible(said)) for name, said in facts if said]
    width = max((cells(name) for name, _ in told), default=0)
    return [f"{name}{' ' * (width - cells(name))}  {said}" for name, said in told]


def _incentive(person: Participant) -> str:
    given = {None: "", True: "given", False: "not given yet"}[person.incentive_given]
    return ", ".join(filter(None, (person.incentive, given)))


def participant_json(
    person: Participant, people: People, sessions: SessionIds, contact: Contact | None = None
) -> dict[str, Any]:
    """Somebody as a plain object; with contact data only where they are given."""
    told = asdict(person) | {
        "referrers": list(referrers(people, person.pseudonym)),
        "referred": list(referred(people, person.pseudonym)),
        "sessions": list(sessions),
    }
    if contact is not None:
        told["contact"] = {key: said for key, said in asdict(contact).items() if key != "pseudonym"}
    return told
