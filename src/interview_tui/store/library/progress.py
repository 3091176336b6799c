"""How long reading many sessions takes, told on the way, and breaking it off."""

from __future__ import annotations

from collections.abc import Callable

OnProgress = Callable[[int, int], bool]
"""Is told how many sessions of how many are done, and answers whether to go on."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Whoever asked for a library needs it no more."""


def go_on(_done: int, _count: int) -> bool:
    """Never stop."""
    return True
