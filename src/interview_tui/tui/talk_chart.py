"""The moderator's share of the talk over the time of one session, as a chart with its phases."""

from __future__ import annotations

from itertools import groupby, pairwise

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical

from interview_tui.domain.talk_course import TalkCourse, shares_over_time
from interview_tui.tui.chart_pane import ChartPane
from interview_tui.tui.chart_values import FRAME, MARGIN, Drawing, Line, Marks, Ticks, column
from interview_tui.tui.rows import Row, Span, clip, row, width_of
from interview_tui.tui.widgets.rows_pane import RowsPane

_MINUTE_MS = 60_000
_ROWS_DRAWN = 120
"""More marks in a column than a chart has rows, so that a dashed line has no gaps."""


class TalkChart(Vertical):
    """A chart of a `TalkCourse`; give it room for at least 40 × 8 cells."""

    DEFAULT_CSS = """
    TalkChart { height: 1fr; }
    TalkChart RowsPane { height: 1; }
    """
    titles = getters.query_one(".chart-titles", RowsPane)
    chart = getters.query_one(ChartPane)
    legend = getters.query_one(".chart-legend", RowsPane)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._course: TalkCourse | None = None

    def compose(self) -> ComposeResult:
        """The phases' titles above the chart, what its lines mean below."""
        yield RowsPane(classes="chart-titles")
        yield ChartPane()
        yield RowsPane(classes="chart-legend")

    def on_mount(self) -> None:
        """Show what was given before."""
        self._show_course()

    def show_talk(self, course: TalkCourse) -> None:
        """Show the talk of a session from now on."""
        self._course = course
        if self.is_mounted:
            self._show_course()

    def _show_course(self) -> None:
        course = self._course
        if course is None:
            return
        if not _was_spoken(course):
            self.titles.show(lambda width, _: [row(*clip([(_NO_TALK, "dim")], width))])
            self.legend.show(lambda _width, _height: [])
            self.chart.show(None)
            return
        self.titles.show(lambda width, _: [titles_row(course, width)])
        self.legend.show(lambda width, _: [legend_row(course, width)])
        self.chart.show(lambda width, _: talk_drawing(course, width))


_NO_TALK = "Nobody pressed the floor key: who spoke is not known."


def _was_spoken(course: TalkCourse) -> bool:
    return course.end_ms > 0 and any(turn.speaker != "silence" for turn in course.turns)


def talk_drawing(course: TalkCourse, width: int) -> Drawing:
    """The chart of a course for a width in cells: minutes across, per cent of the talk up."""
    end = course.end_ms / _MINUTE_MS
    limits = (0.0, end)
    inner = max(1, width - MARGIN - 2 * FRAME)
    points = shares_over_time(course.turns, course.end_ms, 2 * inner)
    across = [end * (cell + 0.5) / inner for cell in range(inner)]
    marks: list[Line | Marks] = []
    for _, start_ms in course.phases[1:]:
        rows = tuple(100 * number / _ROWS_DRAWN for number in range(_ROWS_DRAWN + 1))
        marks.append(Marks((start_ms / _MINUTE_MS,) * len(rows), rows, "┊", "faint"))
    goal = round(course.band.goal * 100)
    marks.append(Marks(tuple(across), (float(goal),) * inner, "┄", "good"))
    so_far = [(point.at_ms / _MINUTE_MS, point.so_far * 100) for point in points if point.so_far is not None]
    marks.append(Marks(tuple(x for x, _ in so_far), tuple(y for _, y in so_far), "─", "dim"))
    recent = [(point.at_ms / _MINUTE_MS, point.recent) for point in points]
    for known, stretch in groupby(recent, key=lambda point: point[1] is not None):
        if known:
            pairs = [(x, (y or 0.0) * 100) for x, y in stretch]
            marks.append(Line(tuple(x for x, _ in pairs), tuple(y for _, y in pairs), "moderator"))
    return Drawing(
        x_limits=limits,
        y_limits=(0.0, 100.0),
        x_ticks=minute_ticks(end, inner),
        y_ticks=((0.0, "0%"), (50.0, "50%"), (100.0, "100%")),
        parts=tuple(marks),
    )


def minute_ticks(minutes: float, width: int) -> Ticks:
    """Whole minutes along an axis, ten cells apart or more; the first says the unit."""
    steps = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240)
    step = next((step for step in steps if minutes / step <= max(1, width // 10)), 480)
    return tuple((float(at), f"{at}" if at else "0 min") for at in range(0, int(minutes) + 1, step))


def titles_row(course: TalkCourse, width: int) -> Row:
    """The phases' titles, each above where it began; a phase that was too short for its title has none."""
    end = course.end_ms / _MINUTE_MS
    starts = [column(at / _MINUTE_MS, (0.0, end), width) for _, at in course.phases]
    spans: list[Span] = []
    for (title, _), (start, following) in zip(course.phases, pairwise([*starts, width]), strict=True):
        spans.append((" " * (start - width_of(spans)), ""))
        words = clip([(title, "dim")], following - start - 1)
        if width_of(words) >= min(4, len(title)):
            spans += words
    return row(*clip(spans, width))


def legend_row(course: TalkCourse, width: int) -> Row:
    """What the lines are, in as many words as fit."""
    goal = f"{round(course.band.goal * 100)}%"
    long: list[Span] = [
        (" " * MARGIN, ""),
        ("⠒⠒ ", "moderator"),
        ("your last 3 min   ", "dim"),
        ("── ", "dim"),
        ("so far   ", "dim"),
        ("┄┄ ", "good"),
        (f"goal {goal}", "dim"),
    ]
    if width_of(long) <= width:
        return row(*long)
    short = [("⠒⠒ ", "moderator"), ("3 min  ── so far  ", "dim"), ("┄┄ ", "good"), (f"goal {goal}", "dim")]
    return row(*clip(short, width))
