"""What an insight weighs: who speaks for it and against it, two importances, and its rank among all.

*Importance to customers* is computed from people and not from mentions, as one who repeats a thing ten times
is still one: 1 + 4 × (people for − people against) ÷ people interviewed, never below 1. Nobody gives 1,
everybody 5. It only says how widespread a thing is. How often needs are mentioned is a doubtful stand-in for
how much they matter (a question of Griffin and Hauser 1993, The Voice of the Customer, Marketing Science
12(1), 1-27), so a person may set it by hand, and then that holds and is shown as adjusted.

*Importance to the team* is the mean of the votes, 1 to 5. The *score* is the product of both, 1 to 25, so
that what matters to one side only stands below what matters to both. Equal scores share a place, and
what no note speaks for has none: evidence comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from interview_tui.domain.insights import LEAST, MOST, Insight, Side
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.quoting import barred_in
from interview_tui.domain.values import value

FORMULA = "1 + 4 × (people for − people against) ÷ people interviewed, at least 1"

ENOUGH_PEOPLE = 2
"""What one person said is a story, not a pattern yet."""

APART = 3
"""Votes this far apart are worth talking over before anybody acts."""

_DIGITS = 1
"""Scores are compared as they are shown; a difference behind that is the arithmetic's."""

Field = Literal["both", "customers", "team", "neither"]
"""A quarter of the picture: to whom an insight matters."""

_MIDDLE = (LEAST + MOST) / 2


@value(kw_only=True)
class Evidence:
    """One note for or against; `may_be_quoted` False: they are its person's words, who did not allow it."""

    note: LibraryNote
    side: Side
    may_be_quoted: bool = True


@value(kw_only=True)
class Weighed:
    """An insight with the notes that a library has of it; on each side quotes come first.

    `missing` counts evidence whose note or session is no more (nothing else counts it), `people` all who
    were interviewed, `place` its rank from 1 (None: no `score`), `tied` whether others share it.
    """

    insight: Insight
    supporting: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()
    missing: int = 0
    people: int = 0
    place: int | None = None
    tied: bool = False

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All of it, for first."""
        return (*self.supporting, *self.against)

    @property
    def people_for(self) -> tuple[str, ...]:
        """Distinct people who speak for it."""
        return _people(self.supporting)

    @property
    def people_against(self) -> tuple[str, ...]:
        """Distinct people who speak against it; somebody may do both."""
        return _people(self.against)

    @property
    def segments_for(self) -> tuple[tuple[str, int], ...]:
        """Segments with their people who speak for it, most people first; "" is no segment."""
        return _segments(self.supporting)

    @property
    def segments_against(self) -> tuple[tuple[str, int], ...]:
        """The same for those who speak against it."""
        return _segments(self.against)

    @property
    def thin(self) -> bool:
        """Whether fewer than two people speak for it."""
        return len(self.people_for) < ENOUGH_PEOPLE

    @property
    def computed_customers(self) -> float:
        """What the evidence says of the importance to customers, 1 to 5."""
        return importance_to_customers(len(self.people_for), len(self.people_against), self.people)

    @property
    def adjusted(self) -> bool:
        """Whether a person set the importance to customers."""
        return self.insight.by_hand is not None

    @property
    def customers(self) -> float:
        """The importance to customers that counts, 1 to 5."""
        return self.computed_customers if self.insight.by_hand is None else float(self.insight.by_hand)

    @property
    def team(self) -> float | None:
        """The importance to the team: the mean of the votes, None without any."""
        votes = [vote for _, vote in self.insight.team]
        return sum(votes) / len(votes) if votes else None

    @property
    def spread(self) -> tuple[int, int] | None:
        """The lowest and the highest vote."""
        votes = [vote for _, vote in self.insight.team]
        return (min(votes), max(votes)) if votes else None

    @property
    def disputed(self) -> bool:
        """Whether the votes are far apart."""
        return self.spread is not None and self.spread[1] - self.spread[0] >= APART

    @property
    def score(self) -> float | None:
        """Importance to customers × importance to the team, 1 to 25.

        None while nobody voted, or while no note speaks for it: a vote alone ranks nothing.
        """
        if self.team is None or not self.supporting:
            return None
        return round(self.customers * self.team, _DIGITS)

    @property
    def standing(self) -> tuple[bool, bool, float]:
        """Where it stands among others, the smallest first; equal ones may change places."""
        return (not self.supporting, self.score is None, -(self.score or self.customers))

    @property
    def field(self) -> Field | None:
        """To whom it matters more than middling; None while nobody voted."""
        if self.team is None:
            return None
        of_customers, of_team = self.customers > _MIDDLE, self.team > _MIDDLE
        if of_customers:
            return "both" if of_team else "customers"
        return "team" if of_team else "neither"


def importance_to_customers(people_for: int, people_against: int, people: int) -> float:
    """The module's formula, 1 to 5; 1 where nobody was interviewed."""
    share = max(0, people_for - people_against) / people if people else 0.0
    return LEAST + (MOST - LEAST) * min(1.0, share)


def weigh(insight: Insight, library: Library) -> Weighed:
    """An insight with its notes, not ranked yet; who forbade quoting once is not quoted at all."""
    found = [
        Evidence(note=note, side=side, may_be_quoted=not barred_in(library, note))
        for key, side in insight.evidence
        if (note := library.notes_by_key.get(key)) is not None
    ]
    found.sort(key=lambda each: _for_reading(each.note))
    return Weighed(
        insight=insight,
        supporting=tuple(each for each in found if each.side == "for"),
        against=tuple(each for each in found if each.side == "against"),
        missing=len(insight.evidence) - len(found),
        people=len(library.people),
    )


def ranked(insights: Iterable[Insight], library: Library) -> tuple[Weighed, ...]:
    """All insights, highest score first, then by importance to customers; last those that no note speaks for.

    Equal ones keep the order in which they come and share a place: 1, 2, 2, 4.
    """
    weighed = [weigh(insight, library) for insight in insights]
    weighed.sort(key=lambda each: each.standing)
    return tuple(_placed(each, weighed) for each in weighed)


def _placed(each: Weighed, everything: Sequence[Weighed]) -> Weighed:
    if each.score is None:
        return each
    scores = [other.score for other in everything if other.score is not None]
    return Weighed(
        insight=each.insight,
        supporting=each.supporting,
        against=each.against,
        missing=each.missing,
        people=each.people,
        place=1 + sum(score > each.score for score in scores),
        tied=scores.count(each.score) > 1,
    )


def _for_reading(note: LibraryNote) -> tuple[bool, bool, str, int, str]:
    return (not note.word_for_word, not note.starred, note.session, note.at_ms, note.id)


def _people(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.note.person for each in evidence))


def _segments(evidence: tuple[Evidence, ...]) -> tuple[tuple[str, int], ...]:
    people: dict[str, set[str]] = {}
    for each in evidence:
        people.setdefault(each.note.segment, set()).add(each.note.person)
    counts = [(segment, len(those)) for segment, those in people.items()]
    return tuple(sorted(counts, key=lambda pair: (-pair[1], pair[0])))
