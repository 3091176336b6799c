"""The chain of referrals as a tree: who named whom, told by pseudonyms alone, everybody once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from interview_tui.domain.participant import Participant, as_pseudonym
from interview_tui.domain.participant_groups import Group, grouped
from interview_tui.domain.values import value

State = Group | Literal["not among the participants"]
"""How far it has come with somebody."""


@value(kw_only=True)
class Branch:
    """One person's place in the tree, after whoever named them.

    `rails` say for each level above whether a line goes on there, and `last` whether nobody follows on this
    one. `circle` is the pseudonym of who named them according to a file in which the chain bites its tail.
    """

    pseudonym: str
    state: State
    segment: str = ""
    named: int = 0
    rails: tuple[bool, ...] = ()
    last: bool = True
    circle: str = ""

    @property
    def depth(self) -> int:
        """How many people led to them."""
        return len(self.rails)


@value
class ReferralTree:
    """Those who named somebody or were named, each before whom they named; then those who stand alone."""

    branches: tuple[Branch, ...] = ()
    alone: tuple[Branch, ...] = ()

    @property
    def everybody(self) -> tuple[Branch, ...]:
        """All of them in the order of the screen."""
        return (*self.branches, *self.alone)

    @property
    def longest(self) -> int:
        """People in the longest chain; 0 where nobody was named."""
        return max((branch.depth + 1 for branch in self.branches), default=0)


def referral_tree(
    people: Sequence[Participant], last_seen: Mapping[str, str] | None = None, today: str = ""
) -> ReferralTree:
    """Who named whom; `last_seen` and `today` are as `planned` takes them.

    Whoever is only named as a referrer has a place as well, and a circle begins with its first participant.
    """
    chart = _Chart(people, grouped(people, last_seen or {}, today))
    branches: list[Branch] = []
    for root in chart.roots():
        branches += chart.walk(root)
    chained = [branch for branch in branches if branch.depth or branch.named or branch.circle]
    lonely = [branch for branch in branches if not (branch.depth or branch.named or branch.circle)]
    return ReferralTree(tuple(chained), tuple(lonely))


class _Chart:
    """The participants with whom they named; who was walked to is walked to no more."""

    def __init__(
        self, people: Sequence[Participant], groups: Iterable[tuple[Group, list[Participant]]]
    ) -> None:
        self._people = {person.pseudonym: person for person in people}
        self._states = {person.pseudonym: group for group, members in groups for person in members}
        self._named: dict[str, list[str]] = {}
        for person in people:
            if referrer := _referrer(person):
                self._named.setdefault(referrer, []).append(person.pseudonym)
        self._placed: set[str] = set()

    def roots(self) -> Iterable[str]:
        """Whom nobody named, strangers who named somebody, then the first of each circle."""
        for pseudonym, person in self._people.items():
            referrer = _referrer(person)
            if not referrer:
                yield pseudonym
            elif referrer not in self._people and referrer not in self._placed:
                yield referrer
        for pseudonym in self._people:
            if pseudonym not in self._placed:
                yield pseudonym

    def walk(self, root: str) -> Iterable[Branch]:
        """Somebody and all whom they led to, depth first."""
        waiting: list[tuple[str, tuple[bool, ...], bool]] = [(root, (), True)]
        self._placed.add(root)
        while waiting:
            pseudonym, rails, last = waiting.pop()
            below = [other for other in self._named.get(pseudonym, ()) if other not in self._placed]
            self._placed.update(below)
            yield self._branch(pseudonym, rails, len(below), last=last)
            inner = (*rails, not last)
            waiting += [(other, inner, at == 0) for at, other in enumerate(reversed(below))]

    def _branch(self, pseudonym: str, rails: tuple[bool, ...], named: int, *, last: bool) -> Branch:
        person = self._people.get(pseudonym)
        return Branch(
            pseudonym=pseudonym,
            state=self._states.get(pseudonym, "not among the participants"),
            segment=person.segment if person else "",
            named=named,
            rails=rails,
            last=last,
            circle=_referrer(person) if person and not rails else "",
        )


def _referrer(person: Participant) -> str:
    """Who named somebody, as pseudonyms are written; a text that is none stays as it is."""
    return as_pseudonym(person.referred_by) or person.referred_by.strip()
