"""How wide the terminal is that a command prints to."""

from __future__ import annotations

import os
import sys
from typing import TextIO

_NARROWEST = 40


def terminal_width(stream: TextIO | None = None) -> int | None:
    """The columns of the terminal behind a stream; None where it is a file or a pipe."""
    try:
        number = (stream or sys.stdout).fileno()
        return max(_NARROWEST, os.get_terminal_size(number).columns) if os.isatty(number) else None
    except (OSError, ValueError):
        return None
