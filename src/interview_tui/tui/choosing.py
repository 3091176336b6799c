"""Which of some names is chosen after a step, and after one of them went."""

from __future__ import annotations

from collections.abc import Sequence


def stepped(names: Sequence[str], here: str, by: int) -> str:
    """The name so many places on, not beyond the ends; "" where there are none."""
    if not names:
        return ""
    at = names.index(here) if here in names else 0
    return names[min(max(at + by, 0), len(names) - 1)]


def neighbour(names: Sequence[str], gone: str) -> str:
    """What is chosen after one was taken away: the next one, or the new last; "" where none is left."""
    at = names.index(gone)
    rest = [name for name in names if name != gone]
    return rest[min(at, len(rest) - 1)] if rest else ""
