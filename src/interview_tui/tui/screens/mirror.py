"""The interviewer's mirror: how somebody held their own interviews, and how that changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from interview_tui.domain.how_held import HowHeld
from interview_tui.domain.mirror import Measure, Mirror, mirror_of, moderators_of, same_name
from interview_tui.store.library.held import read_how_held
from interview_tui.store.library.reading import Cancelled
from interview_tui.tui.chart_pane import ChartPane
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.mirror_chart import measure_drawing
from interview_tui.tui.mirror_rows import (
    empty_rows,
    head_row,
    help_rows,
    interview_row,
    kind_rows,
    table_rows,
)
from interview_tui.tui.rows import Row
from interview_tui.tui.stepping import Wheel, scrolled, within
from interview_tui.tui.widgets.fitted_pane import FittedPane
from interview_tui.tui.widgets.rows_pane import RowsPane

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-tall"), (38, "-high")]


class MirrorScreen(Wheel, LibraryScreen):
    """Shows one moderator's figures; nothing of what participants said."""

    @dataclass
    class HeldRead(Message):
        """A moderator's interviews were read."""

        name: str
        interviews: list[HowHeld]

    CSS_PATH = "mirror.tcss"
    WHEEL_ROWS = 1
    PLACE = "mirror"
    VERTICAL_BREAKPOINTS = _HEIGHTS
    KEYS = (
        Key("↑ ↓", "figure", "step(1)"),
        Key("← →", "interview", "step_interview(1)"),
        Key("enter", "open", "open"),
        Key("m", "other", "step_moderator(1)"),
        Key("?", "keys", "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("left,h", "step_interview(-1)", "interview before", show=False),
        Binding("right,l", "step_interview(1)", "next interview", show=False),
        Binding("home", "step_interview(-1_000_000)", "first", show=False),
        Binding("end", "step_interview(1_000_000)", "last", show=False),
        Binding("enter", "open", "open the interview", show=False),
        Binding("m", "step_moderator(1)", "next moderator", show=False),
        Binding("M", "step_moderator(-1)", "moderator before", show=False),
    ]

    head = getters.query_one("#head", RowsPane)
    kind = getters.query_one("#kind", FittedPane)
    table = getters.query_one("#table", RowsPane)
    chart = getters.query_one("#chart", ChartPane)
    figure = getters.query_one("#figure", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._moderators: tuple[str, ...] = ()
        self._name: str | None = None
        self._mirror: Mirror | None = None
        self._measure = 0
        self._interview: int | None = None
        self._top_row = 0

    def compose_place(self) -> Iterable[Widget]:
        """Whose mirror it is, kind words, the figures, the chosen one over time."""
        yield RowsPane(id="head")
        yield FittedPane(id="kind")
        yield RowsPane(id="table")
        yield ChartPane(id="chart")
        yield RowsPane(id="figure")

    # -- reading ---------------------------------------------------------------------------

    def library_read(self) -> None:
        """Know who held interviews, and read those of the chosen one."""
        library = self.desk.library
        if library is None:
            return
        self._moderators = moderators_of(one.moderator for one in library.sessions if one.finished)
        if self._name is None or self._name not in self._moderators:
            mine = same_name(self.desk.config.moderator)
            first = self._moderators[0] if self._moderators else self.desk.config.moderator
            self._name = next((name for name in self._moderators if same_name(name) == mine), first)
        self._read_held()

    def _read_held(self) -> None:
        library, name = self.desk.library, self._name or ""
        if library is None:
            return
        mine = [
            one.id for one in library.sessions if one.finished and same_name(one.moderator) == same_name(name)
        ]
        self.reading = True
        self._progress = (0, len(mine))
        self._show_said()
        self._read_interviews(name, mine)

    @work(thread=True, exclusive=True, group="held")
    def _read_interviews(self, name: str, sessions: list[str]) -> None:
        worker = get_current_worker()

        def go_on(done: int, count: int) -> bool:
            """Tell how far the reading is, and whether to go on with it."""
            self.post_message(self.Progress(done, count))
            return not worker.is_cancelled

        try:
            interviews = read_how_held(self.desk.workspace, sessions, go_on)
        except Cancelled:
            return
        self.post_message(self.HeldRead(name, interviews))

    @on(HeldRead)
    def _was_read(self, message: HeldRead) -> None:
        if message.name != self._name:
            return
        self.reading = False
        self._mirror = mirror_of(message.interviews)
        self._show_said()
        self._show()

    # -- what is chosen --------------------------------------------------------------------

    @property
    def measure(self) -> Measure | None:
        """The chosen figure."""
        known = self._mirror.known if self._mirror else ()
        return known[min(self._measure, len(known) - 1)] if known else None

    @property
    def at(self) -> int:
        """The chosen interview, from 0; the last one until one was chosen."""
        last = len(self._mirror.interviews) - 1 if self._mirror else 0
        return last if self._interview is None else min(self._interview, last)

    def action_step(self, by: int) -> None:
        """Another figure."""
        known = self._mirror.known if self._mirror else ()
        self._measure = within(self._measure + by, len(known))
        self._show()

    def action_step_interview(self, by: int) -> None:
        """Another interview."""
        if self._mirror and self._mirror.interviews:
            self._interview = within(self.at + by, len(self._mirror.interviews))
            self._show()

    def action_open(self) -> None:
        """The chosen interview, to see how it came to that."""
        if self._mirror and self._mirror.interviews:
            self.post_message(self.NoteChosen(self._mirror.interviews[self.at].session, ""))

    def action_step_moderator(self, by: int) -> None:
        """Another moderator's interviews."""
        if len(self._moderators) < 2:
            self.say("Nobody else held an interview here.")
            return
        here = self._moderators.index(self._name) if self._name in self._moderators else 0
        self._name = self._moderators[(here + by) % len(self._moderators)]
        self._interview, self._measure, self._top_row = None, 0, 0
        self.say("")
        self._read_held()

    @on(RowsPane.Clicked, "#table")
    def _figure_clicked(self, message: RowsPane.Clicked) -> None:
        self._measure = int(message.action.partition(":")[2])
        self._show()

    @on(RowsPane.Clicked, "#head")
    def _head_clicked(self) -> None:
        self.action_step_moderator(1)

    # -- showing ---------------------------------------------------------------------------

    def _show_keys(self) -> None:
        """The keys that do something: nothing is chosen or opened where there is nothing."""
        held = bool(self._mirror and self._mirror.interviews)
        others = len(self._moderators) > 1
        self.keys.use(
            [key for key in self.KEYS if key.shown == "?" or (others if key.shown == "m" else held)]
        )

    def _show(self) -> None:
        mirror, measure = self._mirror, self.measure
        seen = mirror is not None and measure is not None and not self._helping
        self.set_class(not seen, "-nothing-yet")
        self._show_keys()
        self.table.show(self._table_rows)
        if mirror is None or measure is None or not seen:
            self.chart.show(None)
            return
        name, at, others = self._name or "", self.at, len(self._moderators) - 1
        self.head.show(lambda width, _: [head_row(name, mirror, others, width)])
        self.kind.fit(lambda width, _: kind_rows(mirror, width))
        self.chart.show(lambda width, _: measure_drawing(measure, at, width))
        self.figure.show(lambda width, _: [interview_row(mirror, measure, at, width)])

    def _table_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if self._mirror is None:
            return []
        if self.measure is None:
            return empty_rows(self._name or "", width)[:height]
        rows = table_rows(self._mirror, min(self._measure, len(self._mirror.known) - 1), width)
        place = next((at for at, (_, number) in enumerate(rows) if number == self._measure), 0)
        self._top_row = scrolled(self._top_row, place, len(rows), height)
        return [one for one, _ in rows[self._top_row : self._top_row + height]]
