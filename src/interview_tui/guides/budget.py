"""The minutes proposed for phases whose author stated none."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.guide import PHASE_MINUTES

DEFAULT_TOTAL = 30.0
"""Minutes assumed for a guide that states no length: the upper end of what participants give."""

_UNTIMED_AMONG_TIMED = 5.0


def propose_minutes(stated: Sequence[float | None], total: float | None) -> list[float]:
    """Minutes for every phase: stated ones as they are, the others proposed in whole minutes.

    Nothing stated: four phases share the total by 5/15/5/5; with another number the first and the last
    get a sixth each and those between share the rest; one phase gets all, two get half each. Something
    stated: the others share what is left of the total, or get five minutes each if no total is known.
    """
    missing = [at for at, minutes in enumerate(stated) if minutes is None]
    if not missing:
        return [minutes or 0.0 for minutes in stated]
    if len(missing) == len(stated):
        return _shares(total or DEFAULT_TOTAL, _weights(len(stated)))
    left = total - sum(minutes or 0.0 for minutes in stated) if total else None
    shares = (
        [_UNTIMED_AMONG_TIMED] * len(missing)
        if left is None
        else _shares(max(left, float(len(missing))), [1.0] * len(missing))
    )
    proposed = dict(zip(missing, shares, strict=True))
    return [proposed[at] if minutes is None else minutes for at, minutes in enumerate(stated)]


def _weights(count: int) -> list[float]:
    if count == len(PHASE_MINUTES):
        return list(PHASE_MINUTES)
    if count <= 2:
        return [1.0] * count
    return [1.0, *[4.0 / (count - 2)] * (count - 2), 1.0]


def _shares(total: float, weights: Sequence[float]) -> list[float]:
    """The total in whole minutes by weight, none below one minute, the largest remainders rounded up."""
    exact = [total * weight / sum(weights) for weight in weights]
    shares = [max(1.0, float(int(part))) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: (-(exact[at] % 1), at))
    for at in by_remainder[: max(0, round(total - sum(shares)))]:
        shares[at] += 1
    while sum(shares) > total and max(shares) > 1:
        shares[shares.index(max(shares))] -= 1
    return shares
