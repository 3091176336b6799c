"""How far two coders agree, tag by tag: given or not, over the notes that both decided about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from interview_tui.domain.coding import Codings
from interview_tui.domain.values import value

Ratings = Sequence[tuple[bool, bool]]
"""Whether the first and the second coder gave a tag, note by note."""

Coefficients = tuple[float, float]
"""Cohen's kappa and Krippendorff's alpha (nominal)."""

Measure = Callable[[Ratings], Coefficients]
"""Works the coefficients out; asked only where both are defined."""

KAPPA_BANDS = (
    (0.81, "almost perfect"),
    (0.61, "substantial"),
    (0.41, "moderate"),
    (0.21, "fair"),
    (0.0, "slight"),
)
"""Landis and Koch (1977), Biometrics 33, 159-174, table on page 165; below 0 is "poor"."""

ALPHA_BANDS = ((0.8, "reliable"), (0.667, "tentative"))
"""Krippendorff (2004), Content Analysis, 2nd ed., page 241; below that no conclusion should be drawn."""

NO_VARIATION = "no variation"
"""In the place of a coefficient that says nothing: a coder gave the tag always, or never."""


@value(kw_only=True)
class TagCounts:
    """How often both, one of two coders or neither gave a tag."""

    tag: str
    both: int = 0
    first_only: int = 0
    second_only: int = 0
    neither: int = 0

    @property
    def notes(self) -> int:
        """How many notes both decided about."""
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def agreed(self) -> float:
        """The share of notes that both judged alike, 0 to 1."""
        return (self.both + self.neither) / self.notes if self.notes else 0.0

    @property
    def prevalence(self) -> float:
        """The share of all judgements that gave the tag, 0 to 1."""
        given = 2 * self.both + self.first_only + self.second_only
        return given / (2 * self.notes) if self.notes else 0.0

    @property
    def given(self) -> bool:
        """Whether anybody gave it."""
        return self.both + self.first_only + self.second_only > 0

    @property
    def ratings(self) -> Ratings:
        """The judgements one by one."""
        return (
            [(True, True)] * self.both
            + [(True, False)] * self.first_only
            + [(False, True)] * self.second_only
            + [(False, False)] * self.neither
        )


@value(kw_only=True)
class TagAgreement:
    """A tag's counts and its coefficients; None where a coder did not vary, or where none were worked out."""

    counts: TagCounts
    kappa: float | None = None
    alpha: float | None = None


@value(kw_only=True)
class Disagreement:
    """A note that two coders tagged differently."""

    note: str
    first: frozenset[str]
    second: frozenset[str]

    @property
    def shared(self) -> frozenset[str]:
        """What both gave."""
        return self.first & self.second


@value(kw_only=True)
class Agreement:
    """Two coders over the notes that both decided about; `open` are the disagreements yet to be settled."""

    first: str
    second: str
    notes: int = 0
    alike: int = 0
    tags: tuple[TagAgreement, ...] = ()
    open: tuple[Disagreement, ...] = ()
    settled: int = 0
    measured: bool = False


def compare(
    codings: Codings, first: str, second: str, order: Iterable[str] = (), measure: Measure | None = None
) -> Agreement:
    """Compare two coders; tags as in `order`, then others by name. Without `measure` nothing but counts."""
    one, other = codings.decided(first), codings.decided(second)
    keys = [key for key in one if key in other]
    given = frozenset[str]().union(*(one[key] | other[key] for key in keys))
    tags = [tag for tag in order if tag in given]
    tags += sorted(given - set(tags), key=str.casefold)
    differ = [key for key in keys if one[key] != other[key]]
    return Agreement(
        first=first,
        second=second,
        notes=len(keys),
        alike=len(keys) - len(differ),
        tags=tuple(
            _agreement(_counts(tag, [(tag in one[key], tag in other[key]) for key in keys]), measure)
            for tag in tags
        ),
        open=tuple(
            Disagreement(note=key, first=one[key], second=other[key])
            for key in sorted(differ)
            if key not in codings.settled
        ),
        settled=sum(key in codings.settled for key in differ),
        measured=measure is not None,
    )


def _counts(tag: str, ratings: Ratings) -> TagCounts:
    return TagCounts(
        tag=tag,
        both=sum(one and other for one, other in ratings),
        first_only=sum(one and not other for one, other in ratings),
        second_only=sum(other and not one for one, other in ratings),
        neither=sum(not one and not other for one, other in ratings),
    )


def _agreement(counts: TagCounts, measure: Measure | None) -> TagAgreement:
    if measure is None or not counts.given or counts.prevalence == 1.0:
        return TagAgreement(counts=counts)
    kappa, alpha = measure(counts.ratings)
    return TagAgreement(counts=counts, kappa=kappa if _both_vary(counts) else None, alpha=alpha)


def _both_vary(counts: TagCounts) -> bool:
    """Whether each coder gave the tag sometimes and sometimes not; else kappa is 0 whatever they did."""
    first, second = counts.both + counts.first_only, counts.both + counts.second_only
    return 0 < first < counts.notes and 0 < second < counts.notes


def kappa_words(kappa: float | None) -> str:
    """What a kappa is called."""
    if kappa is None:
        return NO_VARIATION
    return next((words for least, words in KAPPA_BANDS if round(kappa, 2) >= least), "poor")


def alpha_words(alpha: float | None) -> str:
    """What an alpha allows."""
    if alpha is None:
        return NO_VARIATION
    return next((words for least, words in ALPHA_BANDS if round(alpha, 3) >= least), "not reliable")
