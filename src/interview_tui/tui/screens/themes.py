"""The themes' board: notes put together by a person, and what the notes suggest for review."""

from __future__ import annotations

from string import ascii_uppercase
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal

from interview_tui.domain.suggestions import dismissed_groups, still_offered
from interview_tui.domain.themes import grouped_notes, themes_of
from interview_tui.errors import InterviewError
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.rows import Row, paragraph
from interview_tui.tui.screens.put_into import Into
from interview_tui.tui.screens.type_line import TypeLine
from interview_tui.tui.stepping import PAGES, STEPS, Wheel
from interview_tui.tui.theme_board import GROUPS, LIKE, UNTAGGED, Board
from interview_tui.tui.theme_doing import Doing
from interview_tui.tui.theme_rows import (
    OFFER_KEYS,
    Offers,
    board_rows,
    detail_rows,
    help_rows,
    notes_rows,
    offers_by_key,
)
from interview_tui.tui.widgets.rows_pane import RowsPane

_LIST_KEYS = (
    Key("enter", "notes", "enter"),
    Key("n", "new", "new"),
    Key("e", "rename", "rename"),
    Key("d", "describe", "describe"),
    Key("g", "merge", "gather"),
    Key("?", "keys", "help"),
)
_NOTE_KEYS = (
    Key("space", "mark", "mark"),
    Key("p", "put into", "put"),
    Key("s", "like this", "like"),
    Key("f", "filter", "filter"),
    Key("enter", "open", "enter"),
    Key("?", "keys", "help"),
)
_LIKE_KEYS = (
    Key(".", "same theme", "same"),
    *_NOTE_KEYS[:3],
    Key("enter", "open", "enter"),
    Key("esc", "back", "leave"),
)
_THEME_KEYS = (
    Key("space", "mark", "mark"),
    Key("x", "take out", "remove"),
    Key("m", "move", "move"),
    Key("s", "like this", "like"),
    Key("enter", "open", "enter"),
    Key("?", "keys", "help"),
)
_GROUP_KEYS = (
    Key("y", "keep", "keep"),
    Key("x", "dismiss", "remove"),
    Key("space", "tick", "mark"),
    Key("]", "next group", "group(1)"),
    Key("enter", "open", "enter"),
    Key("?", "keys", "help"),
)
_TAG_KEYS = (
    Key("a b c", "take a tag", "offered('a')"),
    Key("t", "another", "tag"),
    Key("s", "like this", "like"),
    Key("enter", "open", "enter"),
    Key("?", "keys", "help"),
)


class ThemesScreen(Wheel, Doing):
    """Themes at the left, notes at the right; what is done is kept at once and can be undone."""

    CSS_PATH = "themes.tcss"
    PLACE = "themes"
    WHEEL_ROWS = 1
    KEYS = _LIST_KEYS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *LibraryScreen.BINDINGS,
        Binding("enter", "enter", "into", show=False),
        Binding("tab", "side", "other side", show=False),
        Binding("right", "inside(True)", "notes", show=False),
        Binding("left", "inside(False)", "list", show=False),
        Binding("space", "mark", "mark", show=False),
        Binding("asterisk", "mark_all", "mark all", show=False),
        Binding("p", "put", "put into", show=False),
        Binding("m", "move", "move", show=False),
        Binding("x,delete", "remove", "take out", show=False),
        Binding("s", "like", "like this", show=False),
        Binding("full_stop", "same", "same theme", show=False),
        Binding("n", "new", "new theme", show=False),
        Binding("e", "rename", "rename", show=False),
        Binding("d", "describe", "describe", show=False),
        Binding("g", "gather", "merge", show=False),
        Binding("less_than_sign,shift+up", "reorder(-1)", "up the board", show=False),
        Binding("greater_than_sign,shift+down", "reorder(1)", "down the board", show=False),
        Binding("y", "keep", "keep", show=False),
        Binding("right_square_bracket,plus", "group(1)", "next group", show=False),
        Binding("left_square_bracket,minus", "group(-1)", "group before", show=False),
        *(Binding(key, f"offered('{key}')", "take a tag", show=False) for key in OFFER_KEYS),
        Binding("t", "tag", "another tag", show=False),
        Binding("f", "filter", "filter", show=False),
        Binding("r", "read_again", "read again", show=False),
        *STEPS,
        *PAGES,
    ]

    board_pane = getters.query_one("#board", RowsPane)
    notes_pane = getters.query_one("#notes", RowsPane)
    detail = getters.query_one("#detail", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self.board = Board()

    def compose_place(self) -> ComposeResult:
        """The list, and beside it the notes over the chosen one in full."""
        with Horizontal(id="sides"):
            yield RowsPane(id="board")
            with Container(id="right"):
                yield RowsPane(id="notes")
                yield RowsPane(id="detail")

    # -- choosing --------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Another row of the side that the keys go to."""
        if self._inside:
            self.board.step_note(by)
        else:
            self.board.step_look(by)
        self._paint()

    def action_inside(self, inside: bool) -> None:
        """To the notes, or back to the list."""
        self._inside = inside
        self._paint()

    def action_side(self) -> None:
        """The other side."""
        self.action_inside(not self._inside)

    def action_enter(self) -> None:
        """From the list to the notes; there the chosen note in its session."""
        note = self.board.chosen
        if not self._inside:
            self.action_inside(True)
        elif note is not None:
            self.post_message(self.NoteChosen(note.session, note.id))

    def action_leave(self) -> None:
        """From notes like one to where they were asked for, from notes to the list, from there out."""
        if self.board.look == LIKE:
            self.board.leave_likes()
            self._paint()
        elif self.board.filter:
            self._filtered("")
        elif self._inside:
            self.action_inside(False)
        else:
            super().action_leave()

    def action_mark(self) -> None:
        """Mark the chosen note or unmark it."""
        if self._inside:
            self.board.toggle_mark()
            self._paint()

    def action_mark_all(self) -> None:
        """Mark all in view, or none."""
        self._inside = True
        self.board.toggle_all()
        self._paint()

    def action_group(self, by: int) -> None:
        """Another suggested group."""
        if self.board.look == GROUPS:
            self.board.step_group(by)
            self._paint()

    @on(RowsPane.Clicked, "#board")
    def _look_clicked(self, message: RowsPane.Clicked) -> None:
        self.board.look_at(message.action)
        self.action_inside(False)

    @on(RowsPane.Clicked, "#notes")
    def _note_clicked(self, message: RowsPane.Clicked) -> None:
        again = self._inside and self.board.note == message.action
        self.board.note = message.action
        self.action_inside(True)
        if again:
            self.action_enter()

    def on_key(self, event: events.Key) -> None:
        """A capital letter puts notes into its theme; any key closes the help."""
        letter = event.character or ""
        if not self._helping and len(letter) == 1 and letter in ascii_uppercase:
            event.stop()
            event.prevent_default()
            theme = self.board.lettered(letter)
            if theme is not None:
                self._put(Into(theme.id, theme.name))
            else:
                self.say(f"No theme has the letter {letter} yet; p makes one.")
            return
        super().on_key(event)

    # -- looking for notes -----------------------------------------------------------------

    def action_filter(self) -> None:
        """Ask which notes to show."""
        words = "words, tag:story, segment:labs, participant:P07; empty shows all"
        question = TypeLine("Show which notes?", "Filter", self.board.filter, words=words, may_be_empty=True)
        self.app.push_screen(question, lambda typed: self._filtered(typed) if typed is not None else None)

    def _filtered(self, typed: str) -> None:
        self.board.filter = typed
        self.board.refresh()
        self._paint()

    def action_read_again(self) -> None:
        """Read notes and themes again: others may work on the same study."""
        self.read_again()

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        self._problem = ""
        if self.desk.library is not None:
            try:
                record = self.desk.record
                themes = themes_of(record)
                notes, grouped = self.desk.library.notes_by_key, grouped_notes(themes)
                groups = still_offered(self.groups_thought, notes, grouped, dismissed_groups(record))
                self.board.fill(self.desk.library, themes, groups)
            except InterviewError as error:
                self._problem = error.message
        self._paint()

    def _paint(self) -> None:
        self.set_class(self._inside, "-inside")
        self.set_class(self._helping, "-help")
        offers = self.offers_for(self.board.chosen if self.board.look == UNTAGGED else None)
        self.board_pane.show(self._board_rows)
        self.notes_pane.show(lambda width, height: self._notes_rows(width, height, offers))
        self.detail.show(lambda width, height: self._detail_rows(width, height, offers))
        self.keys.use(self._keys_now())

    def _keys_now(self) -> tuple[Key, ...]:
        if self.board.look == GROUPS and self.board.group is not None:
            return _GROUP_KEYS
        if not self._inside:
            return (
                _LIST_KEYS
                if self.board.theme
                else (_LIST_KEYS[0], _LIST_KEYS[1], _NOTE_KEYS[3], _LIST_KEYS[5])
            )
        if self.board.look == UNTAGGED:
            return _TAG_KEYS
        if self.board.look == LIKE:
            return _LIKE_KEYS
        return _THEME_KEYS if self.board.theme else _NOTE_KEYS

    def _board_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if self._problem:
            return paragraph(self._problem, width, "text", first=(("! ", "warn strong"),))[:height]
        if self.desk.library is None:
            return paragraph("Reading the notes …", width, "dim")
        return board_rows(self.board, width, height, active=not self._inside, thinking=self.thinking)

    def _notes_rows(self, width: int, height: int, offers: Offers) -> list[Row]:
        if self._problem or self.desk.library is None:
            return []
        return notes_rows(self.board, self.desk.codebook, width, height, active=self._inside, offers=offers)

    def _detail_rows(self, width: int, height: int, offers: Offers) -> list[Row]:
        tagging = self.board.look == UNTAGGED
        return detail_rows(
            self.board.chosen,
            self.board.library,
            self.board.themes,
            self.desk.codebook,
            width,
            height,
            offers.tags,
            tagging=tagging,
        )

    def offered_tags(self) -> dict[str, str]:
        """The tags that a key would give the chosen note."""
        if self.board.look != UNTAGGED or self.board.chosen is None:
            return {}
        return dict(offers_by_key(self.offers_for(self.board.chosen).tags))
