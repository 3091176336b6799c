"""Who named whom: the chain of referrals through the participants, told by pseudonyms alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from interview_tui.domain.participant import Participant


def referrers(participants: Iterable[Participant], pseudonym: str) -> tuple[str, ...]:
    """Who led to a participant, nearest first; a loop in a file that was edited by hand ends it."""
    named_by = _named_by(participants)
    found: list[str] = []
    at = named_by.get(pseudonym, "")
    while at and at != pseudonym and at not in found:
        found.append(at)
        at = named_by.get(at, "")
    return tuple(found)


def referred(participants: Iterable[Participant], pseudonym: str) -> tuple[str, ...]:
    """Whom a participant named, in the order of the participants."""
    return tuple(other.pseudonym for other in participants if other.referred_by == pseudonym)


def closes_a_circle(participants: Iterable[Participant], pseudonym: str, referrer: str) -> bool:
    """Whether somebody would have led to themselves if `referrer` had named them."""
    return referrer == pseudonym or pseudonym in referrers(participants, referrer)


def _named_by(participants: Iterable[Participant]) -> Mapping[str, str]:
    return {person.pseudonym: person.referred_by for person in participants}
