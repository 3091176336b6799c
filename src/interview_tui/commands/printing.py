"""Sentences on a terminal: folded between words, where the terminal itself would break them anywhere."""

from __future__ import annotations

import os
import sys
from typing import TextIO

_UNFOLDED = 1_000_000
_NARROWEST = 40


def say(*lines: str) -> None:
    """Print lines for a person."""
    for line in lines:
        print(folded(line, _width_of(sys.stdout)))


def complain(sentence: str) -> None:
    """Tell of a problem, or of what is worth a look, beside the output."""
    print(folded(f"interview-tui: {sentence}", _width_of(sys.stderr)), file=sys.stderr)


def folded(line: str, width: int) -> str:
    """A line on as many as it needs, each as far indented as the first."""
    from interview_tui.domain.text import fold

    text = line.lstrip(" ")
    indent = line[: len(line) - len(text)]
    return "\n".join(indent + part for part in fold(text.split(" "), width - len(indent))) or line


def _width_of(stream: TextIO) -> int:
    """The columns of a terminal; a file and a pipe take a line as it is."""
    try:
        number = stream.fileno()
        if os.isatty(number):
            return max(_NARROWEST, os.get_terminal_size(number).columns or _UNFOLDED)
    except (OSError, ValueError):
        pass
    return _UNFOLDED
