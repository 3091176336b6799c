"""The chart of one session's talk."""

from __future__ import annotations

import pytest
from tests.tui.stage import on_stage, settle
from tests.tui.support import lines_of
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from interview_tui.domain.bands import Band
from interview_tui.domain.talk import Turn
from interview_tui.domain.talk_course import TalkCourse
from interview_tui.tui.chart_values import Line, Marks
from interview_tui.tui.talk_chart import TalkChart, legend_row, minute_ticks, talk_drawing, titles_row
from interview_tui.tui.widgets.ink import Palette

MINUTE = 60_000
COURSE = TalkCourse(
    turns=(Turn("moderator", 0, 4 * MINUTE), Turn("participant", 4 * MINUTE, 30 * MINUTE)),
    phases=(("Get comfortable", 0), ("Dig in [deep]", 10 * MINUTE), ("Bye", 29 * MINUTE)),
    end_ms=30 * MINUTE,
    band=Band(0.2, 0.5),
)
SILENT = TalkCourse(turns=(), phases=(), end_ms=MINUTE, band=Band(0.2, 0.5))


class ChartScreen(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Palette()
        yield TalkChart()


def painted(chart: TalkChart) -> list[str]:
    return [line for pane in chart.walk_children(Widget) if not pane.children for line in lines_of(pane)]


@pytest.mark.parametrize("size", [(40, 10), (100, 15)])
async def test_the_chart_shows_phases_shares_and_minutes_at_both_sizes(size: tuple[int, int]) -> None:
    async with on_stage(ChartScreen(), size=size) as (stage, pilot):
        chart = stage.screen.query_one(TalkChart)
        chart.show_talk(COURSE)
        await settle(stage, pilot)
        await pilot.pause()
        words = "\n".join(painted(chart))
        assert "Get com" in words
        assert "100%" in words
        assert "0 min" in words
        assert "goal 20%" in words
        assert any("\u2800" < letter <= "\u28ff" for letter in words)


async def test_the_chart_takes_the_colours_of_another_theme() -> None:
    async with on_stage(ChartScreen(), size=(80, 15)) as (stage, pilot):
        chart = stage.screen.query_one(TalkChart)
        chart.show_talk(COURSE)
        await settle(stage, pilot)
        await pilot.pause()
        from interview_tui.tui.widgets.chart import Chart

        drawn = stage.screen.query_one(Chart)
        before = {dataset.line_style for dataset in drawn._datasets if hasattr(dataset, "line_style")}
        stage.theme = "textual-light"
        await pilot.pause()
        await pilot.pause()
        after = {dataset.line_style for dataset in drawn._datasets if hasattr(dataset, "line_style")}
        assert before
        assert before.isdisjoint(after)


async def test_a_session_without_the_floor_key_says_so_instead_of_drawing() -> None:
    async with on_stage(ChartScreen(), size=(80, 15)) as (stage, pilot):
        chart = stage.screen.query_one(TalkChart)
        chart.show_talk(COURSE)
        await settle(stage, pilot)
        chart.show_talk(SILENT)
        await settle(stage, pilot)
        assert "Nobody pressed the floor key" in "\n".join(painted(chart))
        assert not any(shown.display for shown in stage.screen.query("Chart"))


def test_titles_stand_above_their_beginning_and_short_phases_have_none() -> None:
    text = "".join(words for words, _ in titles_row(COURSE, 67).spans)
    assert text.index("Get comfortable") == 6
    assert text.index("Dig in [deep]") == 26
    assert "Bye" not in titles_row(COURSE, 40).spans[-1][0]


def test_the_goal_and_the_shares_are_drawn_within_the_frame() -> None:
    drawing = talk_drawing(COURSE, 60)
    goal = next(part for part in drawing.parts if isinstance(part, Marks) and part.char == "┄")
    assert set(goal.ys) == {20.0}
    recent = [part for part in drawing.parts if isinstance(part, Line)]
    assert (recent[0].ys[0], recent[-1].ys[-1]) == (100.0, 0.0)
    assert all(0 <= x <= 30 for part in drawing.parts for x in part.xs)


@pytest.mark.parametrize(
    ("minutes", "width", "told"),
    [
        (30, 33, ["0 min", "10", "20", "30"]),
        (0.5, 40, ["0 min"]),
        (90, 93, ["0 min", "10", "20", "30", "40", "50", "60", "70", "80", "90"]),
        (3, 1, ["0 min"]),
    ],
)
def test_ticks_are_whole_minutes_with_room_between(minutes: float, width: int, told: list[str]) -> None:
    assert [words for _, words in minute_ticks(minutes, width)] == told


def test_the_legend_is_shorter_where_there_is_little_room() -> None:
    assert any("your last" in words for words, _ in legend_row(COURSE, 80).spans)
    assert not any("your last" in words for words, _ in legend_row(COURSE, 38).spans)


async def test_a_chart_bears_a_terminal_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_stage(ChartScreen(), size=(80, 15)) as (stage, pilot):
        chart = stage.screen.query_one(TalkChart)
        chart.show_talk(COURSE)
        await settle(stage, pilot)
        await pilot.resize_terminal(60, 12)
        await settle(stage, pilot)
        assert "100%" in stage.export_screenshot()


async def test_a_chart_follows_the_size_of_the_terminal() -> None:
    async with on_stage(ChartScreen(), size=(60, 12)) as (stage, pilot):
        chart = stage.screen.query_one(TalkChart)
        chart.show_talk(COURSE)
        await settle(stage, pilot)
        await pilot.resize_terminal(100, 15)
        for _ in range(3):
            await settle(stage, pilot)
        frames = [len(line.rstrip()) for line in painted(chart) if "━" in line]
        assert frames == [95, 95]  # all of the canvas, which the figures' five cells are left of
