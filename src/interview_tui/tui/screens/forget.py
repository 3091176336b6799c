"""Forgetting somebody who withdrew: what will go, a second look, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen

from interview_tui.errors import InterviewError
from interview_tui.interchange.withdrawal import outcome_lines, prospect_lines, sessions_words
from interview_tui.store.withdrawal import Outcome, Prospect, prospect, withdraw
from interview_tui.store.workspace import Workspace
from interview_tui.tui.rows import Row, paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_WIDTH, _FRAME = 76, 8
"""Cells of the card, and how many of them its frame takes where it has to scroll."""

Step = Literal["looking", "sessions", "sure", "working", "told"]


class ForgetScreen(ModalScreen[None]):
    """Two steps and an answer: their sessions, then the word that makes it so."""

    @dataclass
    class Looked(Message):
        """What there is of them was read."""

        found: Prospect

    @dataclass
    class Finished(Message):
        """They are forgotten."""

        outcome: Outcome

    @dataclass
    class Stopped(Message):
        """It cannot be done, or not to its end."""

        sentence: str

    DEFAULT_CSS = """
    ForgetScreen VerticalScroll { width: 76; max-width: 96%; height: auto; max-height: 90%; }
    ForgetScreen RowsPane { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("d", "sessions(True)", "Delete the sessions too"),
        ("k", "sessions(False)", "Keep the sessions"),
        ("F", "forget", "Forget"),
        ("escape,enter,q", "leave", "Leave"),
    ]

    def __init__(self, workspace: Workspace, pseudonym: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._pseudonym = pseudonym
        self._step: Step = "looking"
        self._found: Prospect | None = None
        self._with_sessions = False
        self._lines: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """One card."""
        yield Palette()
        with VerticalScroll(classes="card"):
            yield RowsPane()

    def on_mount(self) -> None:
        """Look what there is of them, in the background."""
        self._show()
        self.run_worker(self._look, thread=True)

    # -- the work --------------------------------------------------------------------------

    def _look(self) -> None:
        try:
            self.post_message(self.Looked(prospect(self._workspace, self._pseudonym)))
        except InterviewError as error:
            self.post_message(self.Stopped(error.message))

    def _forget(self) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            outcome = withdraw(
                self._workspace, self._pseudonym, with_sessions=self._with_sessions, now_utc=now
            )
        except InterviewError as error:
            self.post_message(self.Stopped(error.message))
        else:
            self.post_message(self.Finished(outcome))

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        found = self._found = message.found
        if found.nothing_left:
            self._tell([f"{found.pseudonym} is forgotten already; nothing of theirs is left."])
        else:
            self._go("sessions" if found.sessions and not found.begun else "sure")

    @on(Finished)
    def _finished(self, message: Finished) -> None:
        self._tell(outcome_lines(message.outcome, self._workspace.path))

    @on(Stopped)
    def _stopped(self, message: Stopped) -> None:
        self._tell([message.sentence])

    # -- keys ------------------------------------------------------------------------------

    def action_sessions(self, with_sessions: bool) -> None:
        """Their sessions go too, or stay under the pseudonym."""
        if self._step == "sessions":
            self._with_sessions = with_sessions
            if self._found is not None and self._found.withdrew and not with_sessions:
                self._tell(["Nothing was removed. Their sessions stay, as before."])
            else:
                self._go("sure")

    def action_forget(self) -> None:
        """Do it."""
        if self._step == "sure":
            self._go("working")
            self.run_worker(self._forget, thread=True)

    def action_leave(self) -> None:
        """Back; nothing was done unless it says so."""
        if self._step != "working":
            self.dismiss(None)

    # -- showing ---------------------------------------------------------------------------

    def _tell(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._go("told")

    def _go(self, step: Step) -> None:
        self._step = step
        self._show()

    def _show(self) -> None:
        pane = self.query_one(RowsPane)
        narrowest = max(20, min(_WIDTH, self.app.size.width - 2) - _FRAME)
        pane.styles.height = len(self._rows(narrowest))
        pane.show(lambda width, _height: self._rows(width))

    def _rows(self, width: int) -> list[Row]:
        rows = [row((f"Forget {self._pseudonym}", "title")), Row()]
        if self._step == "looking":
            return [*rows, row(("Looking what there is of them…", "dim"))]
        if self._step == "working":
            return [*rows, row(("Removing, and searching every file…", "dim"))]
        if self._step == "told" or self._found is None:
            rows += [line for text in self._lines for line in _indented(text, width)]
            return [*rows, Row(), _key("enter", "back", width)]
        for text in prospect_lines(self._found):
            rows += paragraph(text, width, "text")
        return [*rows, Row(), *self._questions(self._found, width)]

    def _questions(self, found: Prospect, width: int) -> list[Row]:
        leave = _key("esc", "leave everything as it is", width)
        if self._step == "sessions":
            words = sessions_words(found)
            return [
                *paragraph(f"Their {words}:", width, "strong"),
                _key("d", "delete, too", width),
                _key("k", "keep under the pseudonym", width),
                leave,
            ]
        fate = ""
        if found.sessions and not found.begun:
            fate = f", and {sessions_words(found)} {'deleted' if self._with_sessions else 'kept'}"
        return [_key("F", f"forget {found.pseudonym} for good{fate}", width), leave]


def _indented(text: str, width: int) -> list[Row]:
    """A line of text, each of its rows as far indented as the first."""
    told = text.lstrip(" ")
    return paragraph(told, width, "text", first=((" " * (len(text) - len(told)), ""),))


def _key(key: str, words: str, width: int) -> Row:
    rows = paragraph(words, width, "text", first=((f"{key:<6}", "accent strong"),))
    return rows[0]
