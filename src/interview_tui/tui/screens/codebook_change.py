"""A change of the codebook: what it would come to, a yes, and how far it is; never left by halves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from interview_tui.domain.codebook_changes import CodebookChange
from interview_tui.domain.codebook_effect import Effect
from interview_tui.errors import InterviewError
from interview_tui.store.codebook_changes import CodebookWork, Outcome
from interview_tui.store.codebook_survey import survey
from interview_tui.store.library.reading import Cancelled, OnProgress
from interview_tui.store.workspace import Workspace
from interview_tui.tui.effect_rows import effect_rows, session_rows
from interview_tui.tui.rows import BLANK, Row, Span, bar, clip, paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_WIDTH, _FRAME = 76, 4

Step = Literal["looking", "sure", "working", "taking back", "told"]
Act = Callable[[OnProgress], "Outcome | None"]
"""Does the work, telling how far it is; raises InterviewError, or Cancelled once everything is as it was."""


class _Closing(Exception):  # noqa: N818 - nothing went wrong
    """The program ends."""


class CodebookChangeScreen(ModalScreen[Outcome | None]):
    """Answers with what was done, or None where everything is as it was.

    With a `change` that moves notes, its effect is shown first; with an `act` alone it is done at once.
    """

    @dataclass
    class Looked(Message):
        """What the change would come to is known."""

        effect: Effect

    @dataclass
    class Progress(Message):
        """So many sessions of so many."""

        done: int
        count: int

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, CodebookChangeScreen.Progress)

    @dataclass
    class Finished(Message):
        """It is done, or, without an outcome, taken back."""

        outcome: Outcome | None

    @dataclass
    class Stopped(Message):
        """It cannot be done, or not to its end."""

        sentence: str

    DEFAULT_CSS = "CodebookChangeScreen RowsPane { width: 76; max-width: 100%; max-height: 100%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "go_on", "do it", show=False),
        Binding("escape,q,n", "leave", "leave it", show=False),
        Binding("up,k", "scroll(-1)", "up", show=False),
        Binding("down,j", "scroll(1)", "down", show=False),
        Binding("pageup", "scroll(-10)", "page up", show=False),
        Binding("pagedown", "scroll(10)", "page down", show=False),
        Binding("home", "scroll(-1_000_000)", "first", show=False),
        Binding("end", "scroll(1_000_000)", "last", show=False),
    ]

    def __init__(
        self,
        workspace: Workspace,
        work: CodebookWork,
        label: str,
        *,
        change: CodebookChange | None = None,
        act: Act | None = None,
        can_break_off: bool = False,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._codebook_work = work
        self._label = label
        self._change = change
        self._act = act
        self._can_break_off = can_break_off or change is not None
        self._effect = Effect()
        self._step: Step = "looking"
        self._progress = (0, 0)
        self.problem = ""
        """Why it could not be done, or not to its end."""
        self._scrolled_to = 0
        self._broken_off = False
        self.began = False
        """Whether anything was written, be it taken back since."""

    def compose(self) -> ComposeResult:
        """One card."""
        yield Palette()
        yield RowsPane(classes="card")

    def on_mount(self) -> None:
        """Look at the sessions first, or begin."""
        if self._act is None:
            self._show()
            self._look()
        else:
            self._begin(self._act)

    def on_resize(self) -> None:
        """As many rows as there is room for."""
        self._show()

    # -- the work --------------------------------------------------------------------------

    @work(thread=True)
    def _look(self) -> None:
        move = self._change.move if self._change else None
        try:
            effect = survey(self._workspace, move, self._told_how_far) if move else Effect()
        except (Cancelled, _Closing):
            return
        except InterviewError as error:
            self.post_message(self.Stopped(error.message))
        else:
            self.post_message(self.Looked(effect))

    def _told_how_far(self, done: int, count: int) -> bool:
        if get_current_worker().is_cancelled:
            raise _Closing  # what is begun waits for the next opening, and nobody for what is begun
        self.post_message(self.Progress(done, count))
        return not self._broken_off

    def _begin(self, act: Act) -> None:
        self._act = act
        self._progress = (0, 0)
        self.began = True
        self._go("working")
        self._do()

    @work(thread=True)
    def _do(self) -> None:
        assert self._act is not None
        try:
            outcome = self._act(self._told_how_far)
        except _Closing:
            return
        except Cancelled:
            self.post_message(self.Finished(None))
        except InterviewError as error:
            self.post_message(self.Stopped(error.message))
        else:
            self.post_message(self.Finished(outcome))

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        self._effect = message.effect
        self._go("sure")

    @on(Progress)
    def _progressed(self, message: Progress) -> None:
        self._progress = (message.done, message.count)
        self._show()

    @on(Finished)
    def _finished(self, message: Finished) -> None:
        self.dismiss(message.outcome)

    @on(Stopped)
    def _stopped(self, message: Stopped) -> None:
        self.problem = message.sentence
        self._go("told")

    # -- keys ------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Do it."""
        if self._step == "told":
            self.dismiss(None)
        elif self._step == "sure" and self._change is not None:
            change, effect = self._change, self._effect
            sessions = [held.session for held in effect.sessions if held.touched]
            self._begin(lambda on_progress: self._codebook_work.do(change, sessions, on_progress))

    def action_leave(self) -> None:
        """Leave everything as it is; what is being done is taken back first."""
        if self._step == "working":
            if self._can_break_off:
                self._broken_off = True
                self._go("taking back")
        elif self._step != "taking back":
            self._broken_off = True
            self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Further sessions."""
        self._scrolled_to += by
        self._show()

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls the sessions."""
        self.action_scroll(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls the sessions."""
        self.action_scroll(-3)

    @on(RowsPane.Clicked)
    async def _clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        await self.run_action(message.action)

    # -- showing ---------------------------------------------------------------------------

    def _go(self, step: Step) -> None:
        self._step = step
        self._show()

    def _show(self) -> None:
        pane = self.query_one(RowsPane)
        room = self.app.size
        width = max(20, min(_WIDTH, room.width) - _FRAME)
        rows = len(self._head(width)) + len(self._list(width)) + 2 + len(self._foot())
        pane.styles.height = max(8, min(rows + 2, room.height))
        pane.show(self._rows)

    def _rows(self, width: int, height: int) -> list[Row]:
        head, foot, sessions = self._head(width), self._foot(), self._list(width)
        room = max(1, height - len(head) - len(foot) - 2)
        self._scrolled_to = min(max(self._scrolled_to, 0), max(0, len(sessions) - room))
        shown = sessions[self._scrolled_to : self._scrolled_to + room]
        more = len(sessions) - self._scrolled_to - len(shown)
        rows = [*head, BLANK, *shown] if sessions else head
        if more > 0:
            rows = [*rows[:-1], row((f"… and {more + 1:,} more sessions: ↑↓ scroll", "faint"))]
        return [*rows, *[BLANK] * (height - len(rows) - len(foot)), *foot]

    def _head(self, width: int) -> list[Row]:
        title = Row(clip([(f"{self._label[:1].upper()}{self._label[1:]}", "title")], width))
        done, count = self._progress
        far = f"{done:,} of {count:,} sessions" if count else "…"
        if self._step == "looking":
            return [title, BLANK, row((f"Looking what it would change: {far}", "dim"))]
        if self._step == "working":
            return [title, BLANK, row((far, "text")), Row(bar(done / max(1, count), width, "accent"))]
        if self._step == "taking back":
            words = f"Taking back what was done: {far}"
            return [title, BLANK, row((words, "text")), Row(bar(done / max(1, count), width, "accent"))]
        if self._step == "told" or self._change is None or self._change.move is None:
            return [title, BLANK, *paragraph(self.problem, width, "text", first=(("! ", "warn strong"),))]
        return [title, BLANK, *effect_rows(self._effect, self._change.move, width)]

    def _list(self, width: int) -> list[Row]:
        return session_rows(self._effect, width) if self._step == "sure" else []

    def _foot(self) -> list[Row]:
        if self._step == "sure":
            return [_key("y", "do it", "go_on"), _key("esc", "leave everything as it is", "leave")]
        if self._step == "told":
            return [_key("enter", "back", "go_on")]
        if self._step == "working" and not self._can_break_off:
            return []
        words = "take back what was done" if self._step == "working" else "leave everything as it is"
        return [] if self._step == "taking back" else [_key("esc", words, "leave")]


def _key(key: str, words: str, action: str) -> Row:
    spans: tuple[Span, ...] = ((f"{key:<6}", "accent strong"), (words, "dim"))
    return Row(spans, action)
