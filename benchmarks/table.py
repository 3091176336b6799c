"""Measured figures as rows of one Markdown table."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

HEADER = ("what", "figure", "floor", "ratio", "goal", "")


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of the measurements do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def median(values: Sequence[float]) -> float:
    """The middle measurement: an outlier of a busy machine does not move it."""
    return statistics.median(values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row: a figure, the floor it stands on, and the goal for the figure or for their ratio.

    Without a goal the row is for information only.
    """

    what: str
    figure: float
    unit: str = "ms"
    floor: float | None = None
    goal: float | None = None
    goal_is: Literal["at most", "at least"] = "at most"
    digits: int = 1

    @property
    def ratio(self) -> float | None:
        """How many times the floor the figure is."""
        return self.figure / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        judged = self.figure if self.ratio is None else self.ratio
        return judged <= self.goal if self.goal_is == "at most" else judged >= self.goal

    def cells(self) -> tuple[str, ...]:
        """The row's cells as text."""
        floor = "–" if self.floor is None else f"{self.floor:,.{self.digits}f} {self.unit}".strip()
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        verdict = {None: "", True: "met", False: "missed"}[self.met]
        return (
            self.what,
            f"{self.figure:,.{self.digits}f} {self.unit}".strip(),
            floor,
            ratio,
            self._goal(),
            verdict,
        )

    def _goal(self) -> str:
        if self.goal is None:
            return "–"
        sign = "≤" if self.goal_is == "at most" else "≥"
        return f"{sign} {self.goal:g}" + (f" {self.unit}".rstrip() if self.ratio is None else " ×")


def table(figures: Iterable[Figure]) -> str:
    """The figures as Markdown that is also aligned for reading in a terminal."""
    rows = [HEADER, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    lines = ["| " + " | ".join(_padded(row, widths)) + " |" for row in rows]
    lines.insert(
        1,
        "|"
        + "|".join(
            "-" * (width + 1) + ":" if 0 < n < 5 else "-" * (width + 2) for n, width in enumerate(widths)
        )
        + "|",
    )
    return "\n".join(lines)


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.rjust(width) if 0 < column < len(row) - 1 else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
