"""Sentences on a terminal: folded between words, where the terminal itself would break them anywhere."""

from __future__ import annotations

import sys

from interview_tui.commands.width import terminal_width


def say(*lines: str) -> None:
    """Print lines for a person."""
    for line in lines:
        print(folded(line, terminal_width(sys.stdout)))


def complain(sentence: str) -> None:
    """Tell of a problem, or of what is worth a look, beside the output."""
    print(folded(f"interview-tui: {sentence}", terminal_width(sys.stderr)), file=sys.stderr)


def complain_of_unreadable(count: int) -> None:
    """Tell that sessions could not be read, which lowers every figure; nothing where all could."""
    from interview_tui.domain.library import left_out_words

    if words := left_out_words(count):
        complain(words)


def folded(line: str, width: int | None) -> str:
    """A line on as many as it needs, each as far indented as the first; None: a file takes it as it is."""
    if width is None:
        return line
    from interview_tui.domain.text import fold

    text = line.lstrip(" ")
    indent = line[: len(line) - len(text)]
    return "\n".join(indent + part for part in fold(text.split(" "), width - len(indent))) or line
