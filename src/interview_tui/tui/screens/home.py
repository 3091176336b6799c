"""The home screen: go on with what was left, start an interview, or look at a past one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from interview_tui.domain.participant import Participant
from interview_tui.domain.study import Study
from interview_tui.errors import InterviewError
from interview_tui.store.workspace import Workspace
from interview_tui.tui.forms import TextField
from interview_tui.tui.help_in_place import HelpInPlace
from interview_tui.tui.home_reading import batches, how_to_begin
from interview_tui.tui.home_rows import (
    Item,
    can_go_on,
    detail_rows,
    help_rows,
    home_items,
    item_row,
    top_row,
)
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.rows import Row, row, wrap
from interview_tui.tui.stepping import STEPS, Wheel, choosable, first_choice, scrolled, stepped
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.progress_pane import ProgressPane
from interview_tui.tui.widgets.rows_pane import RowsPane

if TYPE_CHECKING:
    from interview_tui.store.summaries import SessionSummary

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-tall")]

_KEYS = (
    Key("enter", "open", "open"),
    Key("n", "new", "new"),
    Key("v", "review", "review"),
    Key("l", "library", "library"),
    Key("w", "who", "participants"),
    Key("?", "help", "help"),
)
_FIRST_KEYS = (
    Key("enter", "open", "open"),
    Key("p", "practice", "practice"),
    Key("w", "who", "participants"),
    Key("g", "guides", "guides"),
    Key("?", "help", "help"),
    Key("q", "quit", "quit"),
)
"""While there is no session yet: nothing to find, and practice is what helps."""

_FINDING_KEYS = (
    Key("enter", "open", "open"),
    Key("↑", "up", "step(-1)"),
    Key("↓", "down", "step(1)"),
    Key("esc", "show all", "show_all"),
)


class HomeScreen(Wheel, HelpInPlace):
    """Shows a workspace's sessions and says what was chosen; whoever opened it acts on that."""

    @dataclass
    class StartChosen(Message):
        """Start an interview."""

    @dataclass
    class PracticeChosen(Message):
        """Start a practice interview in a throw-away workspace."""

    @dataclass
    class ResumeChosen(Message):
        """Go on with an unfinished session."""

        path: Path

    @dataclass
    class ShowChosen(Message):
        """Show a finished session, or one that is open elsewhere, read-only."""

        path: Path

    @dataclass
    class ReviewChosen(Message):
        """Read, tag and correct a session."""

        path: Path

    @dataclass
    class LibraryChosen(Message):
        """Look across all sessions, at a place of the library."""

        place: str = "search"

    @dataclass
    class ParticipantsChosen(Message):
        """Look at the study's participants."""

    @dataclass
    class GuidesChosen(Message):
        """Look at the guides."""

    @dataclass
    class QuitChosen(Message):
        """Leave the program."""

    @dataclass
    class ParticipantsRead(Message):
        """The participants were read; `init` begins a study where there is none, `problem` ended it early."""

        participants: Sequence[Participant] = ()
        init: str = ""
        problem: str = ""

    @dataclass
    class SessionsRead(Message):
        """Some sessions more were read, in the run of this number; `problem` ended it early."""

        run: int
        summaries: Sequence[SessionSummary] = ()
        done: bool = False
        problem: str = ""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", show=False),
        Binding("n", "new", "new", show=False),
        Binding("p", "practice", "practice", show=False),
        Binding("w", "participants", "participants", show=False),
        Binding("g", "guides", "guides", show=False),
        Binding("v", "review", "review", show=False),
        Binding("l", "library", "library", show=False),
        Binding("slash,ctrl+f", "find", "find", show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("r", "read_again", "read again", show=False),
        Binding("q", "quit", "quit", show=False),
        Binding("escape", "show_all", "show all", show=False),
        *STEPS,
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
    ]

    top = getters.query_one("#top", RowsPane)
    progress = getters.query_one("#progress", ProgressPane)
    rows = getters.query_one("#rows", RowsPane)
    detail = getters.query_one("#detail", RowsPane)
    keys = getters.query_one("#keys", KeyBar)
    query_field = getters.query_one("#find", TextField)

    def __init__(
        self, workspace: Workspace, study: Study, *, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._study = study
        self._now = now
        self._roster_problem = ""
        self._sessions: list[SessionSummary] = []
        self._items: list[Item] = home_items((), reading=True)
        self._place = 0
        self._scrolled_to = 0
        self._moved = False
        self._run = self._shown_run = 0
        self._reading = True
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Title, progress, list, what Enter does, keys; and the field to find with, when asked for."""
        yield Palette()
        yield RowsPane(id="top")
        yield ProgressPane(self._study, self._now, id="progress")
        yield TextField(placeholder="a word of participant, guide, study, state or date", id="find")
        yield RowsPane(id="rows")
        yield RowsPane(id="detail")
        yield KeyBar(_KEYS, id="keys")

    def on_mount(self) -> None:
        """Show the way on."""
        self.top.show(self._top_rows)
        self.progress.show_progress()
        self._show()

    def on_screen_resume(self) -> None:
        """Read the sessions once the screen stands: also after an interview, which changed them."""
        self.call_after_refresh(self.action_read_again)

    # -- reading ---------------------------------------------------------------------------

    def action_read_again(self) -> None:
        """Read the sessions in the background; what is known stays in view until then."""
        self._run += 1
        self._reading = True
        run = self._run
        self.run_worker(lambda: self._read(run), thread=True, exclusive=True, group="sessions")

    def _read(self, run: int) -> None:
        from interview_tui.store.summaries import summarise

        worker = get_current_worker()
        self.post_message(self._read_participants())
        try:
            for paths in batches(self._workspace.session_paths()):
                batch: list[SessionSummary] = []
                for path in paths:
                    if worker.is_cancelled:
                        return
                    batch.append(summarise(path))
                self.post_message(self.SessionsRead(run, batch))
        except InterviewError as error:
            self.post_message(self.SessionsRead(run, done=True, problem=error.message))
        else:
            self.post_message(self.SessionsRead(run, done=True))

    def _read_participants(self) -> ParticipantsRead:
        from interview_tui.store.people import read_roster_if_any

        init = how_to_begin(self._workspace)
        try:
            return self.ParticipantsRead(read_roster_if_any(self._workspace).participants, init)
        except InterviewError as error:
            return self.ParticipantsRead((), init, error.message)

    @on(ParticipantsRead)
    def _participants_read(self, message: ParticipantsRead) -> None:
        self._roster_problem = message.problem
        self.progress.know_participants(message.participants, init=message.init)
        self._show()

    @on(SessionsRead)
    def _sessions_read(self, message: SessionsRead) -> None:
        if message.run != self._run:
            return
        first = self._shown_run != message.run
        self._sessions = [*([] if first else self._sessions), *message.summaries]
        self._shown_run = message.run
        self._reading = not message.done
        self._problem = message.problem
        # Only the first batch may put the selection on a session to resume: later ones would move it
        # under the person's hands.
        self._take_items("" if first and not self._moved else self._chosen_key())
        self.progress.know_sessions(self._sessions)
        self._show_keys()

    # -- choosing --------------------------------------------------------------------------

    @property
    def chosen(self) -> Item | None:
        """The item that Enter would act on."""
        item = self._items[self._place] if self._place < len(self._items) else None
        return item if item is not None and item.can_be_chosen else None

    def _chosen_key(self) -> str:
        return "" if self.chosen is None else self.chosen.key

    def _take_items(self, keep: str) -> None:
        self._items = home_items(self._sessions, query=self.query_field.value, reading=self._reading)
        self._place = first_choice(self._items, keep)
        self._show()

    def action_step(self, by: int) -> None:
        """Choose another row."""
        self._moved = True
        self._place = stepped(choosable(self._items), self._place, by)
        self._show()

    def action_page(self, pages: int) -> None:
        """Choose a row a screenful away."""
        self.action_step(pages * max(1, self.rows.size.height - 1))

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        """The first click chooses and the second opens: a click that only woke the window opens nothing."""
        place = int(message.action)
        if place == self._place:
            self.action_open()
        else:
            self._moved = True
            self._place = place
            self._show()

    def action_open(self) -> None:
        """Act on the chosen row."""
        item = self.chosen
        if item is None or (item.summary is not None and item.summary.state == "unreadable"):
            return
        if item.summary is None:
            self.post_message(self.StartChosen())
        elif can_go_on(item.summary):
            self.post_message(self.ResumeChosen(item.summary.path))
        else:
            self.post_message(self.ShowChosen(item.summary.path))

    def action_new(self) -> None:
        """Start an interview, wherever the selection stands."""
        self.post_message(self.StartChosen())

    def action_practice(self) -> None:
        """Practise."""
        self.post_message(self.PracticeChosen())

    def action_participants(self) -> None:
        """Who takes part."""
        self.post_message(self.ParticipantsChosen())

    def action_guides(self) -> None:
        """What is asked."""
        self.post_message(self.GuidesChosen())

    def action_review(self) -> None:
        """Read, tag and correct the chosen session, or the newest where none is chosen."""
        item = self.chosen
        held = [item.summary] if item is not None and item.summary is not None else self._sessions
        readable = [summary for summary in held if summary.state != "unreadable"]
        if readable:
            self.post_message(self.ReviewChosen(readable[0].path))

    def action_library(self) -> None:
        """Look across all sessions."""
        self.post_message(self.LibraryChosen())

    def action_quit(self) -> None:
        """Leave the program."""
        self.post_message(self.QuitChosen())

    # -- finding ---------------------------------------------------------------------------

    def action_find(self) -> None:
        """Filter the list by what is typed next."""
        self.add_class("-finding")
        self.keys.use(_FINDING_KEYS)
        self.query_field.focus()

    def action_show_all(self) -> None:
        """Stop finding."""
        self.remove_class("-finding")
        self._show_keys()
        self.set_focus(None)
        self.query_field.value = ""

    @on(Input.Changed)
    def _query_changed(self) -> None:
        self._take_items(self._chosen_key())

    @on(Input.Submitted)
    def _query_submitted(self) -> None:
        self.action_open()

    # -- showing ---------------------------------------------------------------------------

    def _show_keys(self) -> None:
        if not self.has_class("-finding"):
            self.keys.use(_KEYS if self._sessions or self._reading else _FIRST_KEYS)

    def _show(self) -> None:
        self.set_class(self._helping, "-helping")
        self.rows.show(help_rows if self._helping else self._list_rows)
        self.detail.show(self._detail_rows)

    def _top_rows(self, width: int, _height: int) -> list[Row]:
        return [top_row(self._study.title, str(self._workspace.path), width)]

    def _list_rows(self, width: int, height: int) -> list[Row]:
        self._scrolled_to = scrolled(self._scrolled_to, self._place, len(self._items), height)
        rows = []
        for place in range(self._scrolled_to, min(self._scrolled_to + height, len(self._items))):
            item = self._items[place]
            spans = item_row(item, width, chosen=place == self._place and item.can_be_chosen).spans
            rows.append(Row(spans, str(place) if item.can_be_chosen else None))
        return rows

    def _detail_rows(self, width: int, height: int) -> list[Row]:
        if problem := self._problem or self._roster_problem:
            return [row((line, "warn")) for line in wrap(problem, width)[:height]]
        return [] if self._helping else detail_rows(self.chosen, width, height)
