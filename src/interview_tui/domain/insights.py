"""Insights: what a team learnt, one statement each, with the notes that speak for it and against it.

An insight is the target `insight:ULID` of the study's record. Its fields: `statement`, `next_step`, `owner`,
`decision`, `customers` (1 to 5, set by hand), `order`, `team:NAME` (one vote, 1 to 5) and
`evidence:SESSION/NOTE` (`for` or `against`). Of a note only its name is kept here, never its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from interview_tui.domain.events import FieldValue
from interview_tui.domain.study_record import DELETED, Change, StudyRecord
from interview_tui.domain.values import value

INSIGHT = "insight"
"""The kind of an insight's target: what stands before the colon."""

EVIDENCE = "evidence:"
TEAM = "team:"
"""How the names of the fields begin that hold a note's side, and somebody's vote."""

CUSTOMERS = "customers"
ORDER = "order"

Side = Literal["for", "against"]
Decision = Literal["", "act", "later", "no"]

DECISIONS: tuple[Decision, ...] = ("", "act", "later", "no")

LEAST, MOST = 1, 5
"""The ends of the scale on which importance is told."""

FEW, MANY = 3, 10
"""How many insights of a study are usual; fewer or more is worth a word and forbidden to nobody."""


@value(kw_only=True)
class Insight:
    """One statement as it stands; `evidence` are (`SESSION/NOTE`, side) in the order they were added.

    `by_hand` is the importance to customers that somebody set, `team` each one's vote by name.
    """

    id: str
    statement: str = ""
    evidence: tuple[tuple[str, Side], ...] = ()
    by_hand: int | None = None
    team: tuple[tuple[str, int], ...] = ()
    decision: Decision = ""
    next_step: str = ""
    owner: str = ""
    order: float = 0.0

    def side_of(self, note: str) -> Side | None:
        """On which side a note `SESSION/NOTE` stands; None: on neither."""
        return next((side for key, side in self.evidence if key == note), None)

    def vote_of(self, name: str) -> int | None:
        """Somebody's vote, whatever the case of their name."""
        return next((vote for who, vote in self.team if who.casefold() == name.casefold()), None)


# -- reading -------------------------------------------------------------------------------


def insights_of(record: StudyRecord) -> tuple[Insight, ...]:
    """Every insight, by `order`, then by age."""
    insights = (_insight(record, target) for target in record.targets(INSIGHT))
    return tuple(sorted(insights, key=lambda insight: (insight.order, insight.id)))


def _insight(record: StudyRecord, target: str) -> Insight:
    fields = record.fields(target)
    order = fields.get(ORDER)
    return Insight(
        id=target,
        statement=_text(fields, "statement"),
        evidence=_evidence(record, target, fields),
        by_hand=_grade(fields.get(CUSTOMERS)),
        team=tuple(
            (name.removeprefix(TEAM), vote)
            for name, told in sorted(fields.items())
            if name.startswith(TEAM) and (vote := _grade(told)) is not None
        ),
        decision=next((known for known in get_args(Decision) if known == fields.get("decision")), ""),
        next_step=_text(fields, "next_step"),
        owner=_text(fields, "owner"),
        order=float(order) if isinstance(order, int | float) else 0.0,
    )


def _evidence(
    record: StudyRecord, target: str, fields: Mapping[str, FieldValue]
) -> tuple[tuple[str, Side], ...]:
    sides: dict[str, Side] = {}
    for name, told in fields.items():
        side: Side | None = next((known for known in get_args(Side) if known == told), None)
        if name.startswith(EVIDENCE) and side is not None:
            sides[name] = side

    def since(name: str) -> tuple[tuple[int, str, str], str]:
        """When a piece of evidence was last put there; its name breaks a tie."""
        setting = record.setting(target, name)
        return (setting.stamp if setting else (0, "", ""), name)

    return tuple((name.removeprefix(EVIDENCE), sides[name]) for name in sorted(sides, key=since))


def _text(fields: Mapping[str, FieldValue], name: str) -> str:
    told = fields.get(name)
    return told if isinstance(told, str) else ""


def _grade(told: FieldValue) -> int | None:
    fits = isinstance(told, int) and not isinstance(told, bool) and LEAST <= told <= MOST
    return told if fits and isinstance(told, int) else None


# -- changing ------------------------------------------------------------------------------


def describe(
    target: str,
    *,
    statement: str | None = None,
    next_step: str | None = None,
    owner: str | None = None,
    decision: str | None = None,
) -> list[Change]:
    """Set what a person typed; None leaves a field as it is, an empty text takes it away.

    A `target` that is not known yet becomes an insight by it.
    """
    told = {"statement": statement, "next_step": next_step, "owner": owner, "decision": decision}
    return [Change(target, name, text.strip() or None) for name, text in told.items() if text is not None]


def put_evidence(target: str, notes: Iterable[str], side: Side | None) -> list[Change]:
    """Put notes `SESSION/NOTE` on a side; None takes them out."""
    return [Change(target, EVIDENCE + note, side) for note in notes]


def vote(insight: Insight, name: str, grade: int | None) -> list[Change]:
    """One vote on the importance to the team, 1 to 5; None takes it back.

    A name that voted before in other capitals is the same person. Raises ValueError for another grade.
    """
    known = next((who for who, _ in insight.team if who.casefold() == name.strip().casefold()), name.strip())
    return [Change(insight.id, TEAM + known, _checked(grade))]


def adjust_customers(target: str, grade: int | None) -> list[Change]:
    """Set the importance to customers by hand, 1 to 5; None lets the evidence say it again.

    Raises ValueError for another grade.
    """
    return [Change(target, CUSTOMERS, _checked(grade))]


def delete_insight(target: str) -> list[Change]:
    """Take an insight from the list; the notes stay where they are."""
    return [Change(target, DELETED, True)]


def move(insights: Iterable[Insight], target: str, by: int) -> list[Change]:
    """Move an insight among those that stand in this order; the ends hold it."""
    order = [insight.id for insight in insights]
    here = order.index(target)
    there = min(max(here + by, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    return [Change(each, ORDER, float(at)) for at, each in enumerate(order, start=1)] if here != there else []


def _checked(grade: int | None) -> int | None:
    if grade is not None and not LEAST <= grade <= MOST:
        raise ValueError(f"importance is told from {LEAST} to {MOST}")
    return grade
