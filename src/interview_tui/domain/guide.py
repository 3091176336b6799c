"""The guide a moderator follows: phases with minutes, questions with probes, script and notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from interview_tui.domain.values import value

ItemKind = Literal["question", "probe", "script", "note", "consent"]

PHASE_TITLES = ("Get comfortable", "Dig in", "Turn it over to the customer", "Say goodbye")
"""The four phases of the method, in order."""

PHASE_MINUTES = (5.0, 15.0, 5.0, 5.0)
"""Minutes of the four phases; also the weights proposed for a guide that states no minutes."""


@dataclass(frozen=True, kw_only=True)
class GuideItem:
    """One line of a guide, in the order of its file; `line` counts from 1, `depth` from 0."""

    kind: ItemKind
    text: str
    line: int
    must_ask: bool = False
    depth: int = 0


@value(kw_only=True)
class Phase:
    """A timed part of a guide; `minutes` is its budget, stated by the author or assumed."""

    title: str
    minutes: float
    line: int
    items: tuple[GuideItem, ...] = ()
    minutes_assumed: bool = False


@value(kw_only=True)
class Question:
    """A question with what belongs to it: its probes, and the script and notes around it."""

    number: int
    phase: int
    item: GuideItem
    probes: tuple[GuideItem, ...] = ()
    notes: tuple[GuideItem, ...] = ()

    @property
    def text(self) -> str:
        """The question as its author typed it."""
        return self.item.text

    @property
    def must_ask(self) -> bool:
        """Whether the author marked it as one that has to be asked."""
        return self.item.must_ask


@dataclass(frozen=True, kw_only=True)
class Guide:
    """What the reader understood of a guide file; nothing of the file is dropped."""

    title: str
    phases: tuple[Phase, ...]
    objective: str = ""
    hypothesis: str = ""
    success_metric: str = ""
    assumed_minutes: bool = False

    @property
    def minutes_total(self) -> float:
        """The sum of all phase budgets, in minutes."""
        return sum(phase.minutes for phase in self.phases)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in order, numbered from 0; probes and notes go to the question before them."""
        found: list[Question] = []
        for number, phase in enumerate(self.phases):
            owner: tuple[GuideItem, list[GuideItem], list[GuideItem]] | None = None
            owners: list[tuple[GuideItem, list[GuideItem], list[GuideItem]]] = []
            for item in phase.items:
                if item.kind == "question":
                    owner = (item, [], [])
                    owners.append(owner)
                elif owner is not None and item.kind == "probe":
                    owner[1].append(item)
                elif owner is not None and item.kind == "note":
                    owner[2].append(item)
            for item, probes, notes in owners:
                found.append(
                    Question(
                        number=len(found),
                        phase=number,
                        item=item,
                        probes=tuple(probes),
                        notes=tuple(notes),
                    )
                )
        return tuple(found)

    def opening(self, phase: int) -> tuple[GuideItem, ...]:
        """What stands in a phase before its first question: script to read out, consent, notes."""
        before: list[GuideItem] = []
        for item in self.phases[phase].items:
            if item.kind == "question":
                break
            before.append(item)
        return tuple(before)
