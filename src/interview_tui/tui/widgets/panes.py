"""The two panes that take the keys of commands while nothing is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from interview_tui.tui.commands import pane_bindings
from interview_tui.tui.widgets.note_list import NoteList
from interview_tui.tui.widgets.rows_pane import RowsPane


class GuidePane(RowsPane, can_focus=True, inherit_bindings=False):
    """The timed guide."""

    BINDINGS: ClassVar[list[BindingType]] = [*pane_bindings()]


class NotesPane(NoteList, inherit_bindings=False):
    """The notes so far."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *pane_bindings(),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
