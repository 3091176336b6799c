"""What a chart draws, as plain values: nothing here needs the charts' library."""

from __future__ import annotations

from interview_tui.domain.values import value
from interview_tui.tui.rows import Ink

Ticks = tuple[tuple[float, str], ...]
"""Places on an axis, each with its words."""


@value
class Line:
    """A fine line through some points."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    ink: Ink


@value
class Marks:
    """One character at each of some points."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    char: str
    ink: Ink


@value
class Bars:
    """Bars from zero up, `width` wide on the x axis, each in an ink of its own."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    width: float
    inks: tuple[Ink, ...]


Part = Line | Marks | Bars


@value(kw_only=True)
class Drawing:
    """A chart: its axes, and its parts from back to front."""

    x_limits: tuple[float, float]
    y_limits: tuple[float, float]
    x_ticks: Ticks
    y_ticks: Ticks
    parts: tuple[Part, ...]


FRAME = 1
"""Cells that the frame takes on each side."""

MARGIN = 5
"""Cells left of the frame: room for `100%`."""


def column(x: float, limits: tuple[float, float], width: int) -> int:
    """The cell of a chart `width` cells wide in which a place on the x axis lies, as the chart draws it."""
    low, high = limits
    inner = width - MARGIN - 2 * FRAME
    return MARGIN + FRAME + int((x - low) / (high - low) * inner) if high > low else MARGIN + FRAME
