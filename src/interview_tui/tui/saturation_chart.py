"""New themes per interview: bars, and the figures that stand below them in the same columns."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.saturation import Saturation
from interview_tui.domain.values import value
from interview_tui.tui.chart_values import FRAME, MARGIN, Bars, Drawing, Marks, Part, Ticks
from interview_tui.tui.rows import Row, Span, row

_NARROWEST, _WIDEST = 4, 9
"""Cells that an interview takes: room for three digits, and no bar as wide as a door."""

_GAP = 2.3
"""Cells between bars, and a bit more, or a bar's edge would reach into the next cell."""

FIGURES = 3
"""Rows of figures below the bars."""

_BESIDE = 5
"""Cells at the right that say how many interviews are there which have no column."""

_EIGHTHS = " ▁▂▃▄▅▆▇█"

_ROWS_DRAWN = 120
_HEADROOM = 0.45
"""Of a row: the highest bar does not touch the frame, and ends in the row of its figure."""


@value
class Columns:
    """Which interviews have a column: `count` from `first` on (from 0), `cells` wide each."""

    first: int
    count: int
    cells: int

    def interview_at(self, x: int) -> int | None:
        """The interview whose column holds a cell of the pane."""
        at = (x - MARGIN - FRAME) // self.cells
        return self.first + at if 0 <= at < self.count else None


def columns_for(interviews: int, chosen: int, width: int) -> Columns:
    """The columns that fit a width; where not all of them do, the chosen one is among them."""
    inner = max(_NARROWEST, width - MARGIN - 2 * FRAME)
    cells = min(_WIDEST, max(_NARROWEST, inner // max(1, interviews)))
    if interviews * cells > inner:
        inner -= _BESIDE
    count = min(interviews, max(1, inner // cells))
    first = min(max(0, chosen - count // 2), interviews - count)
    return Columns(first, count, cells)


def new_drawing(found: Saturation, chosen: int, width: int, height: int) -> Drawing:
    """The bars: those of the base dim, the chosen one in the text's colour; a line where the base ends."""
    columns = columns_for(len(found.new), chosen, width)
    shown = range(columns.first, columns.first + columns.count)
    highest = max(1, *found.new, 1) * (1 + _HEADROOM / max(1, height - 2 * FRAME))
    parts: list[Part] = []
    border = (found.rule.base - columns.first) * columns.cells
    if 0 < found.rule.base - columns.first < columns.count:
        ys = tuple(highest * number / _ROWS_DRAWN for number in range(_ROWS_DRAWN + 1))
        parts.append(Marks((border - 0.5,) * len(ys), ys, "┊", "faint"))
    parts.append(
        Bars(
            xs=tuple(columns.cells * (at - columns.first + 0.5) for at in shown),
            ys=tuple(float(found.new[at]) for at in shown),
            width=columns.cells - _GAP,
            inks=tuple(_bar_ink(at, chosen, found.rule.base) for at in shown),
        )
    )
    inner = max(1, width - MARGIN - 2 * FRAME)
    ticks = count_ticks(max(1, *found.new, 1))
    return Drawing(
        x_limits=(0.0, float(inner)), y_limits=(0.0, highest), x_ticks=(), y_ticks=ticks, parts=tuple(parts)
    )


def count_ticks(highest: int) -> Ticks:
    """Nothing, about the half, and the highest count."""
    return tuple((float(at), str(at)) for at in sorted({0, highest // 2 if highest > 2 else 0, highest}))


def _bar_ink(at: int, chosen: int, base: int) -> str:
    if at == chosen:
        return "text"
    return "dim" if at < base else "accent"


def bar_rows(found: Saturation, chosen: int, width: int, height: int) -> list[Row]:
    """The bars in text, `height` rows of them, where there is no room for a chart; none without height."""
    columns = columns_for(len(found.new), chosen, width)
    shown = range(columns.first, columns.first + columns.count)
    highest = max(1, *found.new, 1)
    rows: list[Row] = []
    for below in reversed(range(max(0, height))):
        spans: list[Span] = [(" " * (MARGIN + FRAME), "")]
        for at in shown:
            eighths = -(-found.new[at] * height * 8 // highest) - below * 8  # what is new is never no bar
            sign = _EIGHTHS[min(8, max(0, eighths))]
            wide = columns.cells // 2 + 1
            cell = (sign * min(2, wide)).rjust(wide).ljust(columns.cells)
            spans.append((cell, _bar_ink(at, chosen, found.rule.base)))
        rows.append(row(*spans, action="interview"))
    return rows


def figure_rows(found: Saturation, chosen: int, width: int) -> list[Row]:
    """The interviews' numbers with how many there are beside them, what was new, and how much up to each."""
    columns = columns_for(len(found.new), chosen, width)
    shown = range(columns.first, columns.first + columns.count)
    totals = found.totals
    return [
        _figures(
            f"← {columns.first}" if columns.first else "",
            [str(at + 1) for at in shown],
            columns,
            chosen,
            "dim",
            f"{behind} →" if (behind := len(found.new) - columns.first - columns.count) else "",
        ),
        _figures("new", [str(found.new[at]) for at in shown], columns, chosen, "strong"),
        _figures("all", [str(totals[at]) for at in shown], columns, chosen, "dim"),
    ]


def _figures(
    name: str, words: Sequence[str], columns: Columns, chosen: int, ink: str, behind: str = ""
) -> Row:
    spans: list[Span] = [(f"{name:<{MARGIN + FRAME}}", "dim")]
    for at, text in enumerate(words, start=columns.first):
        cell = text.rjust(columns.cells // 2 + 1).ljust(columns.cells)  # units below units
        spans.append((cell, f"{ink} selected" if at == chosen else ink))
    return row(*spans, (f"{behind:>{_BESIDE}}" if behind else "", ink), action="interview")
