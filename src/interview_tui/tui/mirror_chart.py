"""One measure of the mirror over interviews: a chart, and a sparkline where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from interview_tui.domain.mirror import Measure
from interview_tui.tui.chart_values import FRAME, MARGIN, Drawing, Line, Marks, Part, Ticks

_STEPS = "▁▂▃▄▅▆▇█"
_UNKNOWN = "·"
_HEADROOM = 1.1


def spark(values: Sequence[float | None], highest: float, width: int) -> str:
    """The newest values as small bars from zero up, as many as fit; a dot where there is none."""
    return "".join(_spark_of(one, highest) for one in values[-width:]) if width > 0 else ""


def _spark_of(figure: float | None, highest: float) -> str:
    if figure is None:
        return _UNKNOWN
    share = min(1.0, max(0.0, figure / highest)) if highest > 0 else 0.0
    return _STEPS[round(share * (len(_STEPS) - 1))]


def highest_of(measure: Measure) -> float:
    """The top of a measure's scale: its figures and its aim are below."""
    known = [one for one in measure.values if one is not None]
    return max([*known, measure.aim, measure.aim + measure.span / 2, 0.01])


def measure_drawing(measure: Measure, chosen: int, width: int) -> Drawing:
    """The chart: one place an interview, the aim as a dashed line, the chosen interview as a diamond."""
    count = len(measure.values)
    inner = max(1, width - MARGIN - 2 * FRAME)
    highest = highest_of(measure) * _HEADROOM
    across = tuple(0.5 + count * (cell + 0.5) / inner for cell in range(inner))
    parts: list[Part] = []
    if measure.aim > 0:
        parts.append(Marks(across, (measure.aim,) * inner, "┄", "good"))
    points = list(enumerate(measure.values, start=1))
    for known, stretch in groupby(points, key=lambda point: point[1] is not None):
        if known:
            pairs = [(float(at), figure or 0.0) for at, figure in stretch]
            parts.append(Line(tuple(x for x, _ in pairs), tuple(y for _, y in pairs), "moderator"))
    dots = [(float(at), figure) for at, figure in points if figure is not None]
    parts.append(Marks(tuple(x for x, _ in dots), tuple(y for _, y in dots), "•", "moderator"))
    here = [(x, y) for x, y in dots if x == chosen + 1]
    parts.append(Marks(tuple(x for x, _ in here), tuple(y for _, y in here), "◆", "text strong"))
    return Drawing(
        x_limits=(0.5, count + 0.5),
        y_limits=(0.0, highest),
        x_ticks=_number_ticks(count, inner),
        y_ticks=_figure_ticks(measure),
        parts=tuple(parts),
    )


def _number_ticks(count: int, inner: int) -> Ticks:
    steps = (1, 2, 5, 10, 20, 50, 100, 200, 500)
    step = next((step for step in steps if count / step <= max(1, inner // 5)), 1000)
    return tuple((float(at), str(at)) for at in range(step, count + 1, step))


def _figure_ticks(measure: Measure) -> Ticks:
    at = sorted({0.0, measure.aim, highest_of(measure)})
    top = at[-1]
    kept = [one for one in at if one in (0.0, top) or top * 0.25 < one < top * 0.75]
    return tuple((one, _short(measure, one)) for one in kept)


def _short(measure: Measure, figure: float) -> str:
    """A figure in at most four cells."""
    match measure.kind:
        case "share":
            return f"{figure * 100:.0f}%"
        case "led" | "missed":
            return f"{figure:.0f}"
        case _:
            seconds = round(figure / 1000)
            return f"{seconds}s" if seconds < 100 else f"{seconds // 60}m"
