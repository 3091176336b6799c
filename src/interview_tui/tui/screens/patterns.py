"""Patterns: which tags and themes repeat, among whom, which come together, and the notes behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from interview_tui.domain.cooccurrence import RULES, Rule, Together, together
from interview_tui.domain.library import Library
from interview_tui.domain.patterns import (
    ORDERS,
    By,
    PatternTable,
    Subject,
    pattern_table,
    tag_subjects,
    theme_subjects,
)
from interview_tui.domain.themes import Theme, themes_of
from interview_tui.errors import InterviewError
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.pattern_rows import copied_note, empty_rows, tag_inks
from interview_tui.tui.pattern_views import NotesView, TableView, TogetherView, View
from interview_tui.tui.rows import Row, row
from interview_tui.tui.widgets.rows_pane import RowsPane


class PatternsScreen(LibraryScreen):
    """A table of tags or themes; below it what comes together, and the notes."""

    @dataclass
    class CodersChosen(Message):
        """Two coders, and how far they agree."""

    @dataclass
    class Counted(Message):
        """The library was counted; `together` only where it is looked at."""

        table: PatternTable
        names: dict[str, str]
        together: Together | None = None

    PLACE = "patterns"
    CSS_PATH = "patterns.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", "up", show=False),
        Binding("down,j", "move(1, 0)", "down", show=False),
        Binding("left,h", "move(0, -1)", "left", show=False),
        Binding("right", "move(0, 1)", "right", show=False),
        Binding("pageup", "move(-10, 0)", "page up", show=False),
        Binding("pagedown", "move(10, 0)", "page down", show=False),
        Binding("home", "move(0, -1_000_000)", "the whole row", show=False),
        Binding("end", "move(0, 1_000_000)", "last column", show=False),
        Binding("enter", "deeper", "notes", show=False),
        Binding("p", "other_columns", "participants or segments", show=False),
        Binding("t", "other_rows", "tags or themes", show=False),
        Binding("o", "order", "order", show=False),
        Binding("O", "order_by_column", "order by this column", show=False),
        Binding("space", "fold", "fold", show=False),
        Binding("x", "together", "what comes together", show=False),
        Binding("r", "rule", "another rule", show=False),
        Binding("a", "coders", "two coders", show=False),
        Binding("c", "copy", "copy", show=False),
    ]

    caption = getters.query_one("#caption", RowsPane)
    body = getters.query_one("#body", RowsPane)
    foot = getters.query_one("#foot", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._by: By = "participant"
        self._what = "tags"
        self._rule: Rule | None = None
        self._views: list[View] = []
        self._counted = False

    def compose_place(self) -> Iterable[Widget]:
        """What is counted, the figures, and what is behind the one at the cursor."""
        yield RowsPane(id="caption")
        with Container(id="figures"):
            yield RowsPane(id="body")
            yield RowsPane(id="foot")

    # -- counting, in a thread -------------------------------------------------------------

    def library_read(self) -> None:
        """Count anew; what is shown stays until then."""
        self._count()

    def _count(self) -> None:
        library = self.desk.library
        if library is None:
            return
        try:
            themes = themes_of(self.desk.record) if self._what == "themes" else ()
        except InterviewError as error:
            self.say(error.message, ink="bad")
            themes = ()
        self._count_in_thread(library, themes, self._what, self._by, self._rule)

    @work(thread=True, exclusive=True, group="count")
    def _count_in_thread(
        self, library: Library, themes: Iterable[Theme], what: str, by: By, rule: Rule | None
    ) -> None:
        subjects: tuple[Subject, ...] = (
            tag_subjects(library, self.desk.codebook) if what == "tags" else theme_subjects(library, themes)
        )
        self.post_message(
            self.Counted(
                pattern_table(library, subjects, by),
                {subject.id: subject.name for subject in subjects},
                together(subjects, rule) if rule else None,
            )
        )

    @on(Counted)
    def _was_counted(self, message: Counted) -> None:
        library = self.desk.library
        if library is None:
            return
        self._counted = True
        silent, inks = library.silent, tag_inks(self.desk.codebook)
        if not self._views:
            self._views = [TableView(message.table, self._what, inks, silent)]
        for view, above in zip(self._views, [None, *self._views], strict=False):
            match view:
                case TableView():
                    view.what = self._what
                    view.anew(message.table, inks, silent)
                case TogetherView() if message.together is not None:
                    view.anew(message.together, message.names, silent)
                case NotesView() if above is not None and (held := above.notes()) is not None:
                    view.anew(held)
        if message.together is not None and isinstance(self.view, TableView):
            self._views.append(TogetherView(message.together, message.names, silent))
        self._show()

    # -- going down and back ---------------------------------------------------------------

    @property
    def view(self) -> View | None:
        """What is shown: the last of the views that were opened."""
        return self._views[-1] if self._views else None

    def action_deeper(self) -> None:
        """The notes behind a figure; from a note, its interview."""
        view = self.view
        if isinstance(view, NotesView):
            if (note := view.note) is not None:
                self.post_message(self.NoteChosen(note.session, note.id))
        elif view is not None and (held := view.notes()) is not None:
            if held.notes:
                self._views.append(NotesView(held))
                self._show()
            else:
                self.say("no notes here")

    def action_leave(self) -> None:
        """Back to the view before, or out."""
        if len(self._views) > 1:
            if isinstance(self._views.pop(), TogetherView):
                self._rule = None
            self._show()
        else:
            super().action_leave()

    def action_together(self) -> None:
        """Which tags come together."""
        if isinstance(self.view, TableView) and self.view.table.mentions:
            self._rule = RULES[0]
            self._count()
        elif isinstance(self.view, TableView):
            self.say("There is nothing to come together yet.")

    def action_rule(self) -> None:
        """Another rule of what counts as together."""
        if isinstance(self.view, TogetherView):
            self._rule = RULES[(RULES.index(self._rule or RULES[0]) + 1) % len(RULES)]
            self._count()

    def action_coders(self) -> None:
        """Two coders, and how far they agree."""
        self.post_message(self.CodersChosen())

    def action_undo(self) -> None:
        """Take the last step on the study back, and count again: it may have been a theme's."""
        super().action_undo()
        self._count()

    # -- looking at it in another way ------------------------------------------------------

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        if (view := self.view) is not None:
            view.move(rows, columns)
            self._show_view()

    def action_other_columns(self) -> None:
        """By participants, or by segments."""
        if isinstance(self.view, TableView):
            self._by = "segment" if self._by == "participant" else "participant"
            self._count()

    def action_other_rows(self) -> None:
        """Tags, or themes."""
        if isinstance(self.view, TableView):
            self._what = "themes" if self._what == "tags" else "tags"
            self._count()

    def action_order(self) -> None:
        """The next order."""
        match self.view:
            case TableView() as table:
                at = ORDERS.index(table.order) + (table.order_column is None)
                table.reorder(ORDERS[at % len(ORDERS)])
            case TogetherView() as pairs:
                pairs.reorder()
        self._show_view()

    def action_order_by_column(self) -> None:
        """Most in the cursor's column first."""
        if isinstance(self.view, TableView):
            self.view.reorder(self.view.order, self.view.column)
            self._show_view()

    def action_fold(self) -> None:
        """Fold or unfold the tags below one."""
        if isinstance(self.view, TableView):
            self.view.fold()
            self._show_view()

    async def action_copy(self) -> None:
        """Copy the chosen note with its source."""
        from interview_tui.tui.clipboard import copy

        if isinstance(self.view, NotesView) and (note := self.view.note) is not None:
            sure = await copy(self.app, copied_note(self.view.held, note))
            words = "copied with its source" if sure else "sent to the terminal's clipboard with its source"
            refused = not self.view.held.may_be_quoted(note)
            self.say(f"{words}; it must not be quoted" if refused else words)

    # -- the mouse -------------------------------------------------------------------------

    @on(RowsPane.Clicked, "#body")
    def _clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        if (view := self.view) is not None:
            if view.point(message.action, self.body.size.width, message.x):
                self.action_deeper()
            self._show_view()

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(3, 0)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(-3, 0)

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        view = self.view
        self.keys.use(view.keys if view else ())
        self.set_class(isinstance(view, NotesView) or self._helping, "-whole")
        self.set_class(self._helping, "-helping")
        self._show_view()

    def _show_view(self) -> None:
        self.caption.show(lambda width, _: [view.caption(width)] if (view := self.view) else [])
        self.body.show(self._body_rows)
        self.foot.show(self._foot_rows)

    def _foot_rows(self, width: int, height: int) -> list[Row]:
        view = self.view
        if view is None or (isinstance(view, TableView) and not view.table.mentions):
            return []
        return view.foot(width, height)

    def _body_rows(self, width: int, height: int) -> list[Row]:
        view = self.view
        if view is not None and self._helping:
            return view.help(width)[:height]
        if view is None:
            return [] if self.desk.library is None else [row(("counting …", "dim"))]
        if isinstance(view, TableView) and self._counted and not view.table.mentions:
            return empty_rows(self._what, bool(self.desk.library and self.desk.library.sessions), width)
        return view.body(width, height)
