"""Saturation: does information repeat yet, among everybody and in each segment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from interview_tui.domain.heard import (
    LIMITS,
    Heard,
    HeardInterview,
    by_of,
    count_by,
    forget_rule,
    heard_by_segment,
    rule_of,
    set_rule,
)
from interview_tui.domain.saturation import By, Rule
from interview_tui.domain.study_record import StudyRecord
from interview_tui.domain.themes import themes_of
from interview_tui.errors import InterviewError
from interview_tui.tui.chart_pane import ChartPane
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.rows import Row
from interview_tui.tui.saturation_chart import FIGURES, bar_rows, columns_for, figure_rows, new_drawing
from interview_tui.tui.saturation_rows import (
    Part,
    empty_rows,
    help_rows,
    interview_rows,
    lines_of,
    most_rows,
    rule_row,
    segment_at,
    segment_row,
    verdict_rows,
)
from interview_tui.tui.stepping import Wheel, scrolled, within
from interview_tui.tui.widgets.fitted_pane import FittedPane
from interview_tui.tui.widgets.rows_pane import RowsPane

_HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (18, "-short"), (24, "-tall")]
_RULE_WORDS = {"base": "base {} interviews", "run": "runs of {}", "threshold": "at most {}% new information"}

_WITHOUT_BARS = frozenset(("tags", "themes", "keys"))
"""The keys that do something where no interview is counted."""


def _keys(by: By) -> tuple[Key, ...]:
    return (
        Key("← →", "interview", "step_interview(1)"),
        Key("enter", "open", "open"),
        Key("s", "segment", "step_segment(1)"),
        Key("t", "tags" if by == "themes" else "themes", "count_other"),
        Key("?", "keys", "help"),
    )


class SaturationScreen(Wheel, LibraryScreen):
    """Counts behind the frame; the rule's numbers are applied at once."""

    @dataclass
    class Counted(Message):
        """What came up was counted: everybody first, then each segment."""

        by: By
        parts: list[tuple[str | None, Heard]]
        rule: Rule
        problem: str = ""

    CSS_PATH = "saturation.tcss"
    WHEEL_ROWS = 1
    PLACE = "saturation"
    VERTICAL_BREAKPOINTS = _HEIGHTS
    KEYS = _keys("tags")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step_interview(-1)", "interview before", show=False),
        Binding("right,l", "step_interview(1)", "next interview", show=False),
        Binding("home", "step_interview(-1_000_000)", "first", show=False),
        Binding("end", "step_interview(1_000_000)", "last", show=False),
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("enter", "open", "open the note", show=False),
        Binding("s", "step_segment(1)", "next segment", show=False),
        Binding("S", "step_segment(-1)", "segment before", show=False),
        Binding("t", "count_other", "themes or tags", show=False),
        Binding("b", "set('base', 1)", "larger base", show=False),
        Binding("B", "set('base', -1)", "smaller base", show=False),
        Binding("r", "set('run', 1)", "longer runs", show=False),
        Binding("R", "set('run', -1)", "shorter runs", show=False),
        Binding("n", "set('threshold', 1)", "more new information", show=False),
        Binding("N", "set('threshold', -1)", "less new information", show=False),
        Binding("d", "published", "the published rule", show=False),
    ]

    verdict = getters.query_one("#verdict", FittedPane)
    segments = getters.query_one("#segments", RowsPane)
    chart = getters.query_one("#chart", ChartPane)
    figures = getters.query_one("#figures", RowsPane)
    rule = getters.query_one("#rule", RowsPane)
    new = getters.query_one("#new", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._by: By = "tags"
        self._heard: list[tuple[str | None, Heard]] = []
        self._rule = Rule()
        self._judged: tuple[Rule, list[Part]] | None = None
        self._part = 0
        self._interview: int | None = None
        self._line = 0
        self._top_line = 0

    def compose_place(self) -> Iterable[Widget]:
        """The verdict, segments, the bars with their figures, the rule, what was new in one interview."""
        yield FittedPane(id="verdict")
        yield RowsPane(id="segments")
        yield ChartPane(id="chart")
        yield RowsPane(id="figures")
        yield RowsPane(id="rule")
        yield RowsPane(id="new")

    # -- counting --------------------------------------------------------------------------

    def library_read(self) -> None:
        """Count behind the frame."""
        self._count()

    @work(thread=True, exclusive=True, group="count")
    def _count(self) -> None:
        library = self.desk.library
        if library is None:
            return
        record, problem = self._record_now()
        themes = themes_of(record)
        by: By = "tags" if problem else by_of(record, themes)
        segments = (None, *library.segments) if len(library.segments) > 1 else (None,)
        heard = heard_by_segment(library, by, themes, segments)
        self.post_message(self.Counted(by, list(zip(segments, heard, strict=True)), rule_of(record), problem))

    def _record_now(self) -> tuple[StudyRecord, str]:
        """The study's record; where it cannot be read an empty one, by which tags are counted, and why."""
        try:
            return self.desk.record, ""
        except InterviewError as error:
            return StudyRecord(), error.message

    @on(Counted)
    def _was_counted(self, message: Counted) -> None:
        chosen = self._heard[self._part][0] if self._heard else None
        self._by, self._heard, self._rule, self._judged = message.by, message.parts, message.rule, None
        if message.problem:
            self.say(message.problem, ink="bad")
        names = [segment for segment, _ in self._heard]
        self._part = names.index(chosen) if chosen in names else 0
        self._show()

    # -- what is chosen --------------------------------------------------------------------

    @property
    def parts(self) -> list[Part]:
        """Everybody and each segment, by the rule as it stands."""
        rule = self._rule
        if self._judged is None or self._judged[0] != rule:
            judged = [Part(segment, heard, heard.saturation(rule)) for segment, heard in self._heard]
            self._judged = (rule, judged)
        return self._judged[1]

    @property
    def interviews(self) -> tuple[HeardInterview, ...]:
        """Those of the chosen segment."""
        return self._heard[self._part][1].interviews if self._heard else ()

    @property
    def at(self) -> int:
        """The chosen interview, from 0; the last one that brought something new until one was chosen."""
        interviews = self.interviews
        if self._interview is not None:
            return min(self._interview, len(interviews) - 1)
        telling = [number for number, interview in enumerate(interviews) if interview.new]
        return telling[-1] if telling else max(0, len(interviews) - 1)

    def action_step_interview(self, by: int) -> None:
        """Another interview."""
        if self.interviews:
            self._choose(within(self.at + by, len(self.interviews)))

    def _choose(self, interview: int) -> None:
        self._interview, self._line, self._top_line = interview, 0, 0
        self._show()

    def action_step(self, by: int) -> None:
        """Another line of what was new."""
        count = len(self.interviews[self.at].new) if self.interviews else 0
        self._line = within(self._line + by, count)
        self._show()

    def action_step_segment(self, by: int) -> None:
        """Everybody, or another segment."""
        if len(self._heard) < 2:
            self.say("There is only one kind of people here." if self._heard else "")
            return
        self._choose_part((self._part + by) % len(self._heard))

    def _choose_part(self, part: int) -> None:
        self._part, self._interview, self._line, self._top_line = part, None, 0, 0
        self._show()

    def action_open(self) -> None:
        """The first note of what was new, in its session."""
        if not self.interviews:
            return
        interview = self.interviews[self.at]
        lines = lines_of(self._heard[self._part][1], interview)
        if not lines:
            self.say("Nothing was new in this interview.")
            return
        self.post_message(self.NoteChosen(interview.session.id, lines[self._line].note.id))

    # -- mouse -----------------------------------------------------------------------------

    @on(RowsPane.Clicked, "#figures")
    def _figure_clicked(self, message: RowsPane.Clicked) -> None:
        columns = columns_for(len(self.interviews), self.at, self.figures.size.width)
        at = columns.interview_at(message.x)
        if at is not None:
            self._choose(at)

    @on(RowsPane.Clicked, "#segments")
    def _segment_clicked(self, message: RowsPane.Clicked) -> None:
        part = segment_at(self.parts, self._part, self.segments.size.width, message.x)
        if part is not None:
            self._choose_part(part)

    @on(RowsPane.Clicked, "#new")
    def _line_clicked(self, message: RowsPane.Clicked) -> None:
        number = int(message.action.partition(":")[2])
        if number == self._line:
            self.action_open()
        self._line = number
        self._show()

    # -- the rule --------------------------------------------------------------------------

    def action_set(self, name: str, by: int) -> None:
        """One of the rule's numbers larger or smaller; the study remembers it."""
        record, problem = self._record_now()
        changes = set_rule(record, name, by)
        if problem:
            self.say(problem, ink="bad")
        elif not changes:
            low, high = LIMITS[name]
            self.say(f"It goes from {low} to {high}.")
        elif self.write(_RULE_WORDS[name].format(changes[0].value), changes):
            self._judge()

    def action_published(self) -> None:
        """The published numbers again."""
        if self.write("the published rule: 4, 2, 5%", forget_rule()):
            self._judge()

    def _judge(self) -> None:
        """Judge by the rule as the study has it now."""
        self._rule = rule_of(self._record_now()[0])
        self._show()

    def action_count_other(self) -> None:
        """Count tags instead of themes, or themes instead of tags."""
        other: By = "tags" if self._by == "themes" else "themes"
        if self.write(f"counting {other}", count_by(other)):
            self._interview, self._line, self._top_line = None, 0, 0
            self._count()

    def action_undo(self) -> None:
        """Take the last step back, and count again: it may have been about what is counted."""
        super().action_undo()
        self._count()

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        counted = bool(self._heard) and not self._helping
        bars = counted and bool(self.interviews)
        self.set_class(not bars, "-without-bars")
        self.set_class(len(self._heard) < 2 or not bars, "-one-segment")
        self.keys.use([key for key in _keys(self._by) if bars or key.label in _WITHOUT_BARS])
        self.new.show(self._new_rows)
        if not bars:
            self.chart.show(None)
            return
        parts, at = self.parts, self.at
        part = parts[self._part]
        self.verdict.fit(lambda width, screen: verdict_rows(part, self._by, width, most_rows(screen)))
        self.segments.show(lambda width, _: [segment_row(parts, self._part, width)])
        self.chart.show(lambda width, height: new_drawing(part.found, at, width, height))
        self.figures.show(
            lambda width, height: [
                *bar_rows(part.found, at, width, height - FIGURES),
                *figure_rows(part.found, at, width),
            ]
        )
        self.rule.show(lambda width, _: [rule_row(part.found.rule, self._by, width)])

    def _new_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if not self._heard:
            return []
        if not self.interviews:
            library = self.desk.library
            return empty_rows(self._by, len(library.sessions) if library else 0, width)[:height]
        at = self.at
        count = len(self.interviews[at].new)
        self._top_line = scrolled(self._top_line, self._line, count, height - 1)
        return interview_rows(self.parts[self._part], at, self._line, self._by, width, height, self._top_line)
