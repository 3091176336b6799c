"""Whether information repeats: new themes per interview, against a published rule.

Guest, Namey and Chen (2020), "A simple method to assess and report thematic saturation in qualitative
research", PLoS ONE 15(5): e0232076. The *base* is the themes of the first interviews (four, here). A *run*
is so many interviews in a row (two); runs overlap, the first one begins right after the base. A run's *new
information* is the themes that came up in it for the first time, divided by those of the base; once that
is at most the threshold (5 %), information repeats.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from interview_tui.domain.values import value

By = Literal["themes", "tags"]

Verdict = Literal["too_little", "too_few", "keep_going", "close", "tags_repeat", "repeats"]
"""`too_little`: too little was grouped to say anything. `tags_repeat`: which says little about themes."""

SPEAKS_FROM = 6
"""The rule's first run ends here; with less nothing is said, whatever the rule was set to."""

ASKS_FROM = 20
"""Interviews without repetition from which on to ask whether these are the right people (to 30 of them)."""

SURE_FROM = 30
"""From here on the question is put with more weight."""

CLOSE_FACTOR = 2
"""Up to twice the threshold is "close": our own word, not the paper's."""

NOTES_PART, INTERVIEWS_PART = 3, 2
"""A third of the notes and half of the interviews are to be grouped before a verdict: our own measure.

The paper counts the themes of interviews that were coded whole; a first theme always looks like repetition.
"""


@value(kw_only=True)
class Rule:
    """The rule's three numbers: interviews, interviews, per cent."""

    base: int = 4
    run: int = 2
    threshold: int = 5

    @property
    def speaks_from(self) -> int:
        """With so many interviews there is a verdict."""
        return max(SPEAKS_FROM, self.base + self.run)


@value(kw_only=True)
class Grouped:
    """How many notes are in a theme (or have a tag), and how many interviews have such a note.

    `of_notes` counts notes with words, and marks without any where they are grouped.
    """

    notes: int = 0
    of_notes: int = 0
    interviews: int = 0
    of_interviews: int = 0

    @property
    def enough_notes(self) -> bool:
        """Whether at least a third of the notes is grouped."""
        return self.notes * NOTES_PART >= self.of_notes

    @property
    def enough_interviews(self) -> bool:
        """Whether at least half of the interviews are grouped."""
        return self.interviews * INTERVIEWS_PART >= self.of_interviews


@value(kw_only=True)
class Run:
    """Interviews in a row, counted from 1, `new` themes in them, and those of the base."""

    first: int
    last: int
    new: int
    base: int

    @property
    def share(self) -> float | None:
        """The new information, 0 to more than 1; None where the base has no theme to compare with."""
        return self.new / self.base if self.base else None

    def within(self, percent: int) -> bool:
        """Whether the new information is at most so many per cent; exact, without rounding."""
        return bool(self.base) and self.new * 100 <= percent * self.base


@value(kw_only=True)
class Saturation:
    """What the rule says of some interviews, given by the number of new themes (or tags) in each."""

    rule: Rule
    new: tuple[int, ...]
    runs: tuple[Run, ...]
    by: By = "themes"
    grouped: Grouped = Grouped()

    @property
    def totals(self) -> tuple[int, ...]:
        """Themes up to each interview."""
        return tuple(accumulate(self.new))

    @property
    def base(self) -> int:
        """Themes of the base."""
        return sum(self.new[: self.rule.base])

    @property
    def missing(self) -> int:
        """Interviews until there is a verdict."""
        return max(0, self.rule.speaks_from - len(self.new))

    @property
    def last_run(self) -> Run | None:
        """The run that the verdict is about: the newest one."""
        return self.runs[-1] if self.runs else None

    @property
    def reached(self) -> Run | None:
        """The first run in which information repeated."""
        return next((run for run in self.runs if run.within(self.rule.threshold)), None)

    @property
    def too_little(self) -> bool:
        """Whether there are interviews enough, of which too little is grouped to say anything."""
        grouped = self.grouped
        enough = grouped.enough_notes and grouped.enough_interviews
        return grouped.of_interviews >= self.rule.speaks_from and not enough

    @property
    def verdict(self) -> Verdict:
        """What to do, by the newest run."""
        last = self.last_run
        if self.too_little:
            return "too_little"
        if self.missing or last is None:
            return "too_few"
        if last.within(self.rule.threshold):
            return "repeats" if self.by == "themes" else "tags_repeat"
        return "close" if last.within(self.rule.threshold * CLOSE_FACTOR) else "keep_going"

    @property
    def asks_about_people(self) -> bool:
        """So many interviews, and information never repeated: are these the right people?"""
        return len(self.new) >= ASKS_FROM and not self.too_little and self.reached is None


def saturation_of(
    new: Sequence[int], rule: Rule, *, by: By = "themes", grouped: Grouped | None = None
) -> Saturation:
    """What the rule says of interviews in the order held, by the number of new themes (or tags) in each.

    Without `grouped` everything was grouped.
    """
    base = sum(new[: rule.base])
    runs = [
        Run(first=start + 1, last=start + rule.run, new=sum(new[start : start + rule.run]), base=base)
        for start in range(rule.base, len(new) - rule.run + 1)
    ]
    return Saturation(
        rule=rule, new=tuple(new), runs=tuple(runs), by=by, grouped=Grouped() if grouped is None else grouped
    )
