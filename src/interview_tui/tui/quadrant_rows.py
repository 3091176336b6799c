"""A picture of all insights: how much each matters to customers, and how much to the team."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.insight_rank import Weighed
from interview_tui.domain.insights import LEAST, MOST
from interview_tui.interchange.insights import place_words
from interview_tui.tui.rows import Row, Span, between, clip, row

_LEFT = 3
"""Cells of the scale at the left side."""

_LONGEST = 5
"""Cells of a rank with its `+` and the margins."""

_LEAST_WIDTH, _LEAST_HEIGHT = 24, 8
_FREE = "faint"
_MIDDLE = (LEAST + MOST) / 2
_CORNERS = (" team alone", "both ", " neither", "customers alone ")

_Cells = dict[tuple[int, int], tuple[str, str]]


def quadrant_rows(insights: Sequence[Weighed], chosen: str, width: int, height: int) -> list[Row]:
    """Customers to the right, the team upwards, each insight as its rank; empty where there is no room.

    Where several fall on one spot the chosen one is shown, else the highest, with a `+` behind it.
    """
    if width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        return []
    across, down = width - _LEFT, height - 2
    cells = _frame(across, down)
    voted = [each for each in insights if each.team is not None]
    spots: dict[tuple[int, int], list[Weighed]] = {}
    for each in sorted(voted, key=lambda each: (each.insight.id != chosen, each.place or 0)):
        spot = _spot_of(each.customers, each.team or LEAST, across, down)
        spots.setdefault(spot, []).append(each)
    for spot, there in spots.items():
        words = place_words(there[0]).removesuffix("=") + ("+" if len(there) > 1 else "")
        _put(cells, spot, words, "selected strong" if there[0].insight.id == chosen else "strong")
    rows = [_line(cells, y, across, down) for y in range(down)]
    waiting = len(insights) - len(voted)
    words = f"{waiting} without a vote" if waiting else ""
    left, right = [(f"{LEAST}  customers →", "dim")], [(words, "faint"), (f"  {MOST}", "dim")]
    ends = between(left, right, across)
    return [row(("↑ team", "dim")), *rows, Row(clip([(" " * _LEFT, ""), *ends.spans], width))]


def _frame(across: int, down: int) -> _Cells:
    """The lines through the middle, and what each quarter means."""
    x_middle, y_middle = _spot_of(_MIDDLE, _MIDDLE, across, down)
    cells = {(x, y): (" ", _FREE) for x in range(across) for y in range(down)}
    cells |= {(x, y_middle): ("┄", _FREE) for x in range(across)}
    cells |= {(x_middle, y): ("┊", _FREE) for y in range(down)}
    for words, x, y in (
        (_CORNERS[0], 0, 0),
        (_CORNERS[1], across - len(_CORNERS[1]), 0),
        (_CORNERS[2], 0, down - 1),
        (_CORNERS[3], across - len(_CORNERS[3]), down - 1),
    ):
        cells |= {(x + at, y): (letter, _FREE) for at, letter in enumerate(words)}
    return cells


def _spot_of(customers: float, team: float, across: int, down: int) -> tuple[int, int]:
    shares = [(importance - LEAST) / (MOST - LEAST) for importance in (customers, team)]
    return 1 + round(shares[0] * (across - _LONGEST)), down - 1 - round(shares[1] * (down - 1))


def _put(cells: _Cells, spot: tuple[int, int], words: str, ink: str) -> None:
    x, y = spot
    cells |= {(x + at, y): (letter, ink) for at, letter in enumerate(words)}


def _line(cells: _Cells, y: int, across: int, down: int) -> Row:
    scale = {0: f"{MOST}", down - 1: f"{LEAST}"}.get(y, "")
    spans: list[Span] = [(f"{scale:>{_LEFT - 1}} ", "dim")]
    for x in range(across):
        letter, ink = cells[(x, y)]
        if spans[-1][1] == ink:
            spans[-1] = (spans[-1][0] + letter, ink)
        else:
            spans.append((letter, ink))
    return Row(tuple(spans))
