"""Rows of styled text, made from plain values: what the panes are built of, testable without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, chop_cells, set_cell_size

from interview_tui.domain.text import visible
from interview_tui.domain.values import value

Ink = str
"""Names of styles, separated by spaces; the style sheet says how each looks."""

Span = tuple[str, Ink]


@value
class Row:
    """One row of a pane: spans of text with their inks, and what a click on the row does."""

    spans: tuple[Span, ...] = ()
    action: str | None = None


BLANK = Row()


def row(*spans: Span, action: str | None = None) -> Row:
    """A row of spans."""
    return Row(spans, action)


def width_of(spans: Sequence[Span]) -> int:
    """Cells that some spans take."""
    return sum(cell_len(text) for text, _ in spans)


def between(left: Sequence[Span], right: Sequence[Span], width: int, action: str | None = None) -> Row:
    """A row with one part at the left edge and the other at the right; the left part gives way."""
    room = max(0, width - width_of(right))
    left = clip(left, room)
    gap = room - width_of(left)
    return Row((*left, (" " * gap, ""), *right), action)


def clip(spans: Sequence[Span], width: int) -> tuple[Span, ...]:
    """Spans cut to a width, with an ellipsis where something is lost."""
    if width_of(spans) <= width:
        return tuple(spans)
    if width <= 0:
        return ()
    kept: list[Span] = []
    room = width - 1
    for text, ink in spans:
        length = cell_len(text)
        if length > room:
            kept.append((set_cell_size(text, room).rstrip() + "…", ink))
            break
        kept.append((text, ink))
        room -= length
    return tuple(kept)


@lru_cache(maxsize=2048)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """A text folded at words to lines of at most `width` cells; control characters are shown harmless."""
    text = visible(text)
    if width < 2 or cell_len(text) <= width:
        return (text,)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = chop_cells(word, width) or [""]
        lines.extend(full)
    lines.append(line)
    return tuple(lines)


def paragraph(
    text: str, width: int, ink: Ink, *, first: Sequence[Span] = (), action: str | None = None
) -> list[Row]:
    """A wrapped text behind a prefix; the following lines are indented by the prefix's width."""
    indent = width_of(first)
    lines = wrap(text, max(2, width - indent))
    rows = [Row((*first, (lines[0], ink)), action)]
    rows += [Row(((" " * indent, ""), (line, ink)), action) for line in lines[1:]]
    return rows


def bar(share: float, width: int, ink: Ink, rest: Ink = "faint") -> tuple[Span, ...]:
    """A horizontal bar, exact to half a cell."""
    halves = round(max(0.0, min(1.0, share)) * width * 2)
    full, half = divmod(halves, 2)
    return (("━" * full + "╸" * half, ink), ("─" * (width - full - half), rest))
