"""Consent as the fields of a session: what was asked, how, and when it was answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from interview_tui.domain.events import FieldValue

if TYPE_CHECKING:
    from interview_tui.domain.participant import Consent, ConsentItem  # starting at once does without it

_TO_THE_SECOND = len("2026-11-21T22:10:00")

Fields = Mapping[str, FieldValue]
"""Fields of a session by their names."""

CONSENT_AT = "consent_at_utc"
CONSENT_HOW = "consent_how"
QUOTING_AT = "consent_quoting_at_utc"
QUOTING_HOW = "consent_quoting_how"
"""When and how being quoted was answered once more, after the interview."""

HOW = ("spoken", "signed form", "e-mail")
"""The ways in which consent is given."""

HOW_AT_ONCE = "spoken, started at once"
"""How consent was given when the clock was started without asking here: by the moderator's word."""


def consent_field(item: ConsentItem) -> str:
    """The session's field that holds one answer."""
    return f"consent_{item}"


def notes_refused(fields: Fields) -> bool:
    """Whether a session's participant does not allow notes, or does so no more."""
    return fields.get(consent_field("notes")) is False


def at_once(known: Fields) -> dict[str, FieldValue]:
    """The fields of a session whose moderator says that notes were allowed just now, unless that is known."""
    if known.get(consent_field("notes")) is True:
        return dict(known)
    return {**known, consent_field("notes"): True, CONSENT_HOW: HOW_AT_ONCE, CONSENT_AT: None}


def dated(fields: Fields, at_utc: str) -> dict[str, FieldValue]:
    """The fields with the moment of the answers, where there are any and none was kept with them."""
    answered = any(isinstance(told, bool) for name, told in fields.items() if name.startswith("consent_"))
    return {**fields, CONSENT_AT: at_utc} if answered and not fields.get(CONSENT_AT) else dict(fields)


def answered_anew(before: Fields, told: Fields, at_utc: str) -> dict[str, FieldValue]:
    """The fields that answers change which were spoken just now; nothing where they are as before."""
    changed = {name: told[name] for name in told if told[name] != before.get(name)}
    return {**changed, CONSENT_HOW: HOW[0], CONSENT_AT: at_utc} if changed else {}


def newest_quoting(fields: Fields, answer: Consent | None) -> dict[str, FieldValue]:
    """What a participant's answer on being quoted changes in a session; nothing where that is the later one.

    Only a no forbids it, so that a yes changes nothing where nobody asked.
    """
    item = consent_field("quoting")
    if answer is None or (fields.get(item) is not False) == answer.given:
        return {}
    latest = max(str(fields.get(name) or "")[:_TO_THE_SECOND] for name in (CONSENT_AT, QUOTING_AT))
    if latest and answer.at_utc and latest > answer.at_utc[:_TO_THE_SECOND]:
        return {}
    return {item: answer.given, QUOTING_AT: answer.at_utc, QUOTING_HOW: answer.how}
