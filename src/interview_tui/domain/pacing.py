"""Whether the interview still ends on time: phase budgets, overtime and the must-ask questions left."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.values import value

WAIT_CAP_S = 10
"""The wait coach counts no further: a longer silence needs no praise."""

FIVE_WHYS = 5


@value(kw_only=True)
class PhasePace:
    """One phase's clock, in milliseconds; `left_ms` is negative in overtime.

    `squeezed_ms` is what of the phase may still be used if the whole interview is to end on time.
    """

    budget_ms: int
    spent_ms: int
    squeezed_ms: int

    @property
    def left_ms(self) -> int:
        """The rest of the phase's own budget; negative in overtime."""
        return self.budget_ms - self.spent_ms

    @property
    def overtime_ms(self) -> int:
        """How far the phase ran over its budget, or 0."""
        return max(0, -self.left_ms)


@value(kw_only=True)
class Pace:
    """The interview's clock, in milliseconds; `left_ms` is negative when it should be over.

    `must_ask_needs_ms` is what the must-ask questions left take at the typical pace, None when no
    pace is known.
    """

    phases: tuple[PhasePace, ...]
    elapsed_ms: int
    left_ms: int
    must_ask_left: int
    must_ask_needs_ms: int | None

    @property
    def spare_ms(self) -> int:
        """Time given back by phases that were left early, free for any of the rest."""
        return max(0, self.left_ms - sum(phase.squeezed_ms for phase in self.phases))

    @property
    def must_asks_fit(self) -> bool | None:
        """Whether the must-ask questions left fit the time left; None when no pace is known."""
        if self.must_ask_needs_ms is None:
            return None
        return self.must_ask_needs_ms <= max(0, self.left_ms)


def pace(
    budgets_ms: Sequence[int],
    spent_ms: Sequence[int],
    current: int,
    must_ask_left: int,
    typical_question_ms: int | None,
) -> Pace:
    """The pace in phase `current`, from each phase's budget and the time spent in it so far.

    Phases before the current one count as done: the time they left unused is given back, their
    overtime is taken from the rest in proportion to what each has left. Going back to an earlier
    phase makes the later ones open again, with what they have left.
    """
    left_ms = sum(budgets_ms) - sum(spent_ms)
    open_ms = [
        max(0, budget - spent) if number >= current else 0
        for number, (budget, spent) in enumerate(zip(budgets_ms, spent_ms, strict=True))
    ]
    squeezed = _squeeze(open_ms, max(0, left_ms))
    phases = tuple(
        PhasePace(budget_ms=budget, spent_ms=spent, squeezed_ms=usable)
        for budget, spent, usable in zip(budgets_ms, spent_ms, squeezed, strict=True)
    )
    return Pace(
        phases=phases,
        elapsed_ms=sum(spent_ms),
        left_ms=left_ms,
        must_ask_left=must_ask_left,
        must_ask_needs_ms=_needs(must_ask_left, typical_question_ms),
    )


def typical_question_ms(
    asked_spent_ms: Sequence[int], budgets_ms: Sequence[int], question_count: int
) -> int | None:
    """The mean time of the questions asked so far, else the guide's budget shared by its questions."""
    if asked_spent_ms:
        return sum(asked_spent_ms) // len(asked_spent_ms)
    return sum(budgets_ms) // question_count if question_count else None


def wait_seconds(asked_at_ms: int, first_sound_ms: int | None, now_ms: int) -> int:
    """Whole seconds of silence after a question, until the first sound or else now; at most ten."""
    until_ms = now_ms if first_sound_ms is None else first_sound_ms
    return min(WAIT_CAP_S, max(0, until_ms - asked_at_ms) // 1000)


def whys_left(asked: int) -> int:
    """How many of the five whys are still to ask on a question."""
    return max(0, FIVE_WHYS - asked)


def _squeeze(open_ms: Sequence[int], available_ms: int) -> list[int]:
    wanted_ms = sum(open_ms)
    if wanted_ms <= available_ms:
        return list(open_ms)
    return [remaining * available_ms // wanted_ms for remaining in open_ms]


def _needs(must_ask_left: int, typical_ms: int | None) -> int | None:
    if must_ask_left == 0:
        return 0
    return None if typical_ms is None else must_ask_left * typical_ms
