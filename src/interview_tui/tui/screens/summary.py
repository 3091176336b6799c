"""The one-screen summary after the debrief, and the read-only view of a session."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen

from interview_tui.domain.header import SessionHeader
from interview_tui.domain.session import Session
from interview_tui.errors import InterviewError
from interview_tui.interchange.files import export_text
from interview_tui.interchange.names import names_warning
from interview_tui.interchange.summary import session_summary
from interview_tui.store.exports import write_export
from interview_tui.store.workspace import Workspace
from interview_tui.tui.clipboard import copy
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.rows import Row, clip, paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (
    Key("c", "copy", "copy"),
    Key("x", "export", "export('md')"),
    Key("j", "as JSON", "export('json')"),
    Key("enter", "done", "done"),
)

_FRAME = 4
"""Cells beside the last word."""


class SummaryScreen(Screen[None]):
    """Shows a session's summary; copies and exports it. `notices` are told above it."""

    @dataclass
    class Done(Message):
        """The summary was read."""

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("c", "copy", "Copy"),
        ("x", "export('md')", "Export"),
        ("j", "export('json')", "Export as JSON"),
        ("enter,escape,q,ctrl+q", "done", "Done"),
        ("down", "scroll_by(1)", "Down"),
        ("up", "scroll_by(-1)", "Up"),
        ("pagedown,space", "scroll_by(10)", "Page down"),
        ("pageup", "scroll_by(-10)", "Page up"),
    ]

    body = getters.query_one("#summary", RowsPane)
    said = getters.query_one("#said", RowsPane)

    def __init__(
        self, header: SessionHeader, session: Session, exports: Path, notices: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self._header = header
        self._session = session
        self._exports = exports
        self._notices = notices
        self.text = session_summary(header, session)

    def compose(self) -> ComposeResult:
        """The summary in a scrolling page, keys below."""
        yield Palette()
        with VerticalScroll(can_focus=False):
            yield RowsPane(id="summary")
        yield RowsPane(id="said")
        yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Fill the page."""
        rows = [row((notice, "warn")) for notice in self._notices]
        rows += [Row()] if rows else []
        rows += [row((line, "text" if at else "title")) for at, line in enumerate(self.text.splitlines())]
        self.body.styles.height = len(rows)
        self.body.show(lambda _width, _height: rows)

    def _say(self, words: str, warning: str = "") -> None:
        self.set_class(bool(warning), "-warned")
        told = paragraph(warning, self.size.width - _FRAME, "warn", first=(("! ", "warn strong"),))
        self.said.show(
            lambda width, _height: [Row(clip([(words, "text strong")], width)), *(told if warning else ())]
        )

    def _warning(self, text: str) -> str:
        """Whose name is about to leave with a text."""
        return names_warning(Workspace(self._exports.parent), text)

    # -- keys ------------------------------------------------------------------------------

    async def action_copy(self) -> None:
        """Copy the summary; where no clipboard confirms it, leave it in a file as well."""
        lines = len(self.text.splitlines())
        if await copy(self.app, self.text):
            self._say(f"Copied the summary, {lines} lines", self._warning(self.text))
            return
        self._write(
            f"{self._header.id}-summary.txt", self.text + "\n", "Summary sent to the terminal; also in"
        )

    def action_export(self, format_name: str) -> None:
        """Write the whole session beside the workspace's sessions."""
        text = export_text(self._header, self._session, format_name)
        self._write(f"{self._header.id}.{format_name}", text, "Wrote")

    def _write(self, name: str, text: str, words: str) -> None:
        path = self._exports / name
        try:
            write_export(path, text, into_new_folder=True)
        except InterviewError as error:
            self._say(error.message)
        else:
            self._say(f"{words} {_short(path)}", self._warning(text))

    def action_scroll_by(self, lines: int) -> None:
        """Move the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done())


def _short(path: Path) -> str:
    """A path as a person in this folder would write it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
