"""How wide the terminal is that a command prints to."""

from __future__ import annotations

import os

_NARROWEST = 40


def terminal_width() -> int | None:
    """The columns of the terminal; None where the output goes to a file or a pipe."""
    if not os.isatty(1):
        return None
    try:
        return max(_NARROWEST, os.get_terminal_size(1).columns)
    except OSError:
        return None
