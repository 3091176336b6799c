"""A participant: a pseudonym with what may be known to everybody who works with the sessions.

Who the person is (name, e-mail, telephone) is a `Contact`, kept apart: no session, export or index has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Literal

from interview_tui.domain.values import value

CustomerKind = Literal["unknown", "paying", "trial", "former", "prospect"]
Feeling = Literal["", "loves it", "hates it"]
Channel = Literal["", "in person", "video", "phone"]
ConsentItem = Literal["notes", "recording", "quoting", "follow_up"]

CONSENT_ITEMS: tuple[ConsentItem, ...] = ("notes", "recording", "quoting", "follow_up")
"""What is asked before an interview, in this order; only notes are needed for one."""

_PSEUDONYM = re.compile(r"[Pp](\d{1,6})")


@value(kw_only=True)
class Consent:
    """One answer: `given` yes or no, `at_utc` ISO 8601, `how` in a word or two ("spoken", "signed form")."""

    given: bool
    at_utc: str
    how: str = "spoken"


@value(kw_only=True)
class Participant:
    """Somebody who was or will be interviewed.

    `scheduled` is a local date and time (ISO 8601 to the minute, "" where none is set), `referred_by` the
    pseudonym of who named them, and a `withdrawn_utc` means that nothing else is known any more.
    """

    pseudonym: str
    segment: str = ""
    customer_kind: CustomerKind = "unknown"
    feeling: Feeling = ""
    referred_by: str = ""
    channel: Channel = ""
    scheduled: str = ""
    incentive: str = ""
    incentive_given: bool | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    consent: Mapping[ConsentItem, Consent] = field(default_factory=dict)
    withdrawn_utc: str = ""


@value(kw_only=True)
class Contact:
    """How to reach a participant; personal data that stays in the participants' file."""

    pseudonym: str
    name: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""


def next_pseudonym(taken: Iterable[str]) -> str:
    """The first free one of P01, P02 … after the highest that was ever given."""
    numbers = [int(found[1]) for name in taken if (found := _PSEUDONYM.fullmatch(name.strip()))]
    return f"P{max(numbers, default=0) + 1:02}"


def as_pseudonym(text: str) -> str:
    """The pseudonym that somebody typed, as it is written here ("p7" is P07); "" if it is none, as P0."""
    found = _PSEUDONYM.fullmatch(text.strip())
    return f"P{int(found[1]):02}" if found and int(found[1]) else ""
