"""What a review shows: time above, notes below, and beside them whatever belongs to the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message

from interview_tui.tui.help_in_place import HelpInPlace
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.review_cards import Card
from interview_tui.tui.review_notes import ReviewNotes, list_rows
from interview_tui.tui.review_panes import (
    debrief_pane,
    note_pane,
    pane_head,
    questions_pane,
    sought_row,
    talk_pane,
)
from interview_tui.tui.review_rows import (
    chips_row,
    empty_rows,
    help_in_view,
    help_rows,
    list_keys,
    timeline_facts,
    top_row,
)
from interview_tui.tui.review_session import ReviewSession
from interview_tui.tui.review_typing import Typing
from interview_tui.tui.rows import BLANK, Row, paragraph
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane
from interview_tui.tui.widgets.timeline import Timeline, TimelineFacts

_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]
_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-middle"), (34, "-tall")]
_HELP_STEPS = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 8, "pageup": -8}
_PANE_KEYS = (
    Key("↓↑", "scroll", "scroll(1)"),
    Key("tab", "more", "next_pane"),
    Key("esc", "back to the notes", "back"),
)


class ReviewFrame(HelpInPlace):
    """The review's panes and what stands in them; what its keys do is the screen's."""

    class Saved(Message):
        """What is saved changed."""

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, ReviewFrame.Saved)

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    top = getters.query_one("#top", RowsPane)
    timeline = getters.query_one("#timeline", Timeline)
    chips = getters.query_one("#chips", RowsPane)
    notes_pane = getters.query_one("#list", RowsPane)
    side = getters.query_one("#side", Vertical)
    side_pane = getters.query_one("#pane", RowsPane)
    entry_pane = getters.query_one("#entry", RowsPane)
    said = getters.query_one("#said", RowsPane)
    keys = getters.query_one("#keys", KeyBar)

    def __init__(self, review: ReviewSession, note: str = "") -> None:
        super().__init__()
        self.review = review
        self.notes = ReviewNotes(review.session)
        self.notes.choose(note)
        self.typing: Typing | None = None
        self.card: Card | None = None
        self.pane = ""
        """Which pane was asked for; without one the list stands alone, or beside the chosen note."""
        self._chart_alone = False
        self._help_top = self._help_hidden = 0
        """The first row of the help that is shown, and how many do not fit."""
        self._scrolled = 0
        self._sought = ""
        self._to_sought = False
        self._facts: TimelineFacts | None = None
        self._words: tuple[str, str] = ("", "text")

    def compose(self) -> ComposeResult:
        """Time, notes, what belongs to the chosen one, what is typed, the last word, keys."""
        yield Palette()
        yield RowsPane(id="top")
        yield Timeline(id="timeline")
        yield RowsPane(id="chips")
        with Container(id="sides"):
            yield RowsPane(id="list")
            with Vertical(id="side"):
                yield RowsPane(id="pane")
        yield RowsPane(id="entry")
        yield RowsPane(id="said")
        yield KeyBar((), id="keys")

    def on_mount(self) -> None:
        """Show the session, and how its saving goes."""
        if self.review.file is not None:
            self.review.file.saver.on_change = self._tell_saved
        self._show()

    def _tell_saved(self) -> None:
        self.post_message(self.Saved())

    @on(Saved)
    def _saving_changed(self) -> None:
        self._show_top()

    def seek(self, pane: str, text: str, at_ms: int) -> None:
        """Begin at a question or an answer of the debrief, beside the note nearest to it in time."""
        self.notes.choose_near(at_ms)
        self.pane, self._sought = pane, sought_row(self.review, pane, text)
        self._to_sought = bool(self._sought)

    # -- showing ---------------------------------------------------------------------------

    @property
    def covered(self) -> bool:
        """Whether something stands in the list's place, because there is no room beside it."""
        return bool(self.card or self.pane) and not self.has_class("-wide")

    def say(self, words: str, *, ink: str = "text strong") -> None:
        """The last word, above the keys."""
        self._words = (words, ink)
        self._show()

    def _session_changed(self) -> None:
        """Take the session as it is now into every pane."""
        self.notes.read()
        self._facts = None

    def _show(self) -> None:
        """Show everything anew; what did not change is not painted."""
        self.set_class(bool(self.card or self.pane), "-covered")
        self.set_class(self.typing is not None, "-typing")
        self.set_class(self.pane == "talk" and self.card is None, "-talk")
        self.set_class(self.pane == "talk" and self.card is None and self._chart_alone, "-chart")
        self._show_top()
        self._show_time()
        self.notes_pane.show(self._list_rows)
        self.side_pane.show(self._side_rows)
        typing = self.typing
        self.entry_pane.show(lambda width, height: typing.rows(width, height) if typing else [])
        words, ink = self._words
        self.set_class(cell_len(words) > self.size.width - 2, "-long")
        self.said.show(lambda width, height: paragraph(words, width, ink)[:height])
        self.keys.use(self._keys_now())

    def _show_top(self) -> None:
        file = self.review.file
        status = file.saver.status() if file is not None else None
        self.top.show(lambda width, _height: [top_row(self.review, status, width)])

    def _show_time(self) -> None:
        if self._facts is None:
            self._facts = timeline_facts(self.review, self.notes)
        chosen = self.notes.chosen
        self.timeline.put(self._facts, chosen.at_ms if chosen else None)
        self.chips.show(lambda width, _height: [chips_row(self.review, self.notes, width)])

    def _list_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return self._help_rows(width, height)
        if not self.notes.notes:
            return empty_rows(self.review, self.notes, width)[:height]
        return list_rows(self.notes, self.review.header.guide, self.review.codebook, width, height)

    def _side_rows(self, width: int, height: int) -> list[Row]:
        if self.card is not None:
            return self.card.rows(width, height)
        pane = self.pane or "note"
        if self._helping and not self.has_class("-wide"):
            return self._help_rows(width, height)
        rows = self._pane_rows(pane, width)
        room = max(1, height - 2)
        last = max(0, len(rows) - room)
        if self._to_sought and height > 2:
            self._to_sought = False
            at = next((at for at, each in enumerate(rows) if each.action == self._sought), 0)
            self._scrolled = max(0, at - room // 3)
        self._scrolled = min(self._scrolled, last)
        more = f"{'↑' if self._scrolled else ' '}{'↓' if self._scrolled < last else ' '}" if last else ""
        return [pane_head(pane, width, more), BLANK, *rows[self._scrolled : self._scrolled + room]]

    def _pane_rows(self, pane: str, width: int) -> Sequence[Row]:
        if pane == "talk":
            return [] if self._chart_alone else talk_pane(self.review, width)
        if pane == "questions":
            return questions_pane(self.review, self.notes.chosen, width, self._sought)
        if pane == "debrief":
            return debrief_pane(self.review, width, self._sought)
        return note_pane(self.review, self.notes.chosen, width)

    def _keys_now(self) -> Sequence[Key]:
        if self.typing is not None:
            return self.typing.keys
        if self.card is not None:
            return self.card.keys
        return _PANE_KEYS if self.covered else list_keys(self.review, self.notes)

    # -- help ------------------------------------------------------------------------------

    def action_help(self) -> None:
        """All keys, from the first on."""
        self._help_top = 0
        super().action_help()

    def on_key(self, event: events.Key) -> None:
        """The arrows move the help where it is longer than the screen, any other key closes it."""
        by = _HELP_STEPS.get(event.key, 0)
        if self._helping and by and self._help_hidden:
            event.stop()
            event.prevent_default()  # which would close it
            self._help_top = min(max(0, self._help_top + by), self._help_hidden)
            self._show()

    def _help_rows(self, width: int, height: int) -> list[Row]:
        rows = help_rows(width)
        self._help_hidden = max(0, len(rows) - height)
        return help_in_view(rows, width, height, self._help_top)

    # -- panes -----------------------------------------------------------------------------

    def show_pane(self, pane: str, *, chart: bool = False) -> None:
        """Show another pane, "" for the notes alone."""
        self.pane, self._scrolled, self._chart_alone = pane, 0, chart
        if pane == "talk":
            self._draw_chart()
        self._show()

    def scroll(self, by: int) -> None:
        """Move the pane by rows."""
        self._scrolled = max(0, self._scrolled + by)
        self._show()

    def _draw_chart(self) -> None:
        """The share of the talk over time, imported when it is asked for."""
        from interview_tui.domain.talk_course import course_of
        from interview_tui.tui.talk_chart import TalkChart

        header = self.review.header
        if not self.query(TalkChart):
            chart = TalkChart(id="chart")
            chart.show_talk(
                course_of(header.guide, self.review.session.flow, header.bands, self.review.end_ms)
            )
            self.side.mount(chart)
