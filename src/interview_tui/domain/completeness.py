"""How much of what there is to hear has been heard: Chao2, from how often each theme came up."""

from __future__ import annotations

from collections.abc import Iterable

from interview_tui.domain.values import value

MUCH_HEARD = 0.75
"""With less of what there is, much is still missing: our own word, no published number."""


@value(kw_only=True)
class Completeness:
    """Themes observed, of about how many; `once` and `twice` count those of one and of two interviews."""

    interviews: int
    observed: int
    once: int
    twice: int

    @property
    def estimated(self) -> float:
        """About how many themes there are, a lower bound.

        Chao2 in its bias-corrected form, S + (m-1)/m · Q1(Q1-1) / (2(Q2+1)), for S themes in m interviews
        of which Q1 came up in one and Q2 in two. Chao (1987), Biometrics 43, 783-791; the form with
        (m-1)/m as in the user's guide of EstimateS (Colwell), which defines it where Q2 is 0 as well.
        """
        if not self.interviews:
            return 0.0
        unseen = self.once * (self.once - 1) / (2 * (self.twice + 1))
        return self.observed + unseen * (self.interviews - 1) / self.interviews

    @property
    def share(self) -> float | None:
        """The part of them that was heard, 0 to 1; None where nothing was."""
        return self.observed / self.estimated if self.estimated else None

    @property
    def much_is_missing(self) -> bool:
        """Whether new ones are to be expected: nothing came up twice, or too little was heard."""
        share = self.share
        return share is not None and (self.once == self.observed or share < MUCH_HEARD)


def completeness(incidence: Iterable[int], interviews: int) -> Completeness:
    """The completeness of themes, each given by the number of interviews in which it came up."""
    counts = [count for count in incidence if count]
    return Completeness(
        interviews=interviews,
        observed=len(counts),
        once=sum(count == 1 for count in counts),
        twice=sum(count == 2 for count in counts),
    )
