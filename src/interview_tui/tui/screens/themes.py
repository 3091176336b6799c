"""The themes' board: notes put together by a person, and what the notes suggest for review."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from string import ascii_uppercase
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal

from interview_tui.domain.study_record import Change
from interview_tui.domain.suggestions import DISMISSED, dismiss_group, dismissed_groups, still_offered
from interview_tui.domain.themes import (
    THEME,
    Theme,
    delete_theme,
    describe_theme,
    grouped_notes,
    merge_themes,
    move_notes,
    new_theme,
    put_in,
    rename_theme,
    reorder_theme,
    split_theme,
    take_out,
    themes_of,
)
from interview_tui.errors import InterviewError
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.rows import Row, paragraph
from interview_tui.tui.screens.put_into import Into, PutInto
from interview_tui.tui.screens.type_line import TypeLine
from interview_tui.tui.theme_board import GROUPS, LIKE, UNTAGGED, Board
from interview_tui.tui.theme_rows import (
    OFFER_KEYS,
    Offers,
    board_rows,
    detail_rows,
    help_rows,
    notes_rows,
    offers_by_key,
)
from interview_tui.tui.theme_thinking import Thinking
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
_THEME_KEYS = (*_NOTE_KEYS[:1], Key("x", "take out", "remove"), Key("m", "move", "move"), *_NOTE_KEYS[2:])
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


class ThemesScreen(Thinking):
    """Themes at the left, notes at the right; what is done is kept at once and can be undone."""

    CSS_PATH = "themes.tcss"
    PLACE = "themes"
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
        Binding("n", "new", "new theme", show=False),
        Binding("e", "rename", "rename", show=False),
        Binding("d", "describe", "describe", show=False),
        Binding("g", "gather", "merge", show=False),
        Binding("less_than_sign", "reorder(-1)", "up the board", show=False),
        Binding("greater_than_sign", "reorder(1)", "down the board", show=False),
        Binding("y", "keep", "keep", show=False),
        Binding("right_square_bracket", "group(1)", "next group", show=False),
        Binding("left_square_bracket", "group(-1)", "group before", show=False),
        *(Binding(key, f"offered('{key}')", "take a tag", show=False) for key in OFFER_KEYS),
        Binding("t", "tag", "another tag", show=False),
        Binding("f", "filter", "filter", show=False),
        Binding("r", "read_again", "read again", show=False),
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("pageup", "step(-10)", "page up", show=False),
        Binding("pagedown", "step(10)", "page down", show=False),
        Binding("home", "step(-1_000_000)", "first", show=False),
        Binding("end", "step(1_000_000)", "last", show=False),
    ]

    board_pane = getters.query_one("#board", RowsPane)
    notes_pane = getters.query_one("#notes", RowsPane)
    detail = getters.query_one("#detail", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self.board = Board()
        self._inside = False
        self._problem = ""

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

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the selection."""
        self.action_step(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the selection."""
        self.action_step(-1)

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

    # -- notes into themes -----------------------------------------------------------------

    def action_put(self) -> None:
        """Ask into which theme."""
        if self._acting and self.board.acted_on:
            self._ask(self._words("Put"), self._put)

    def action_move(self) -> None:
        """Ask to which theme; into a new one the notes are split off."""
        source = self.board.theme
        if source is None or not self._inside:
            self.action_put()
        elif self.board.acted_on:
            self._ask(self._words("Move"), lambda into: self._move(source, into), leave=source)

    def _words(self, verb: str) -> str:
        count = len(self.board.acted_on)
        return f"{verb} {count} note{'' if count == 1 else 's'} into which theme?"

    @property
    def _acting(self) -> bool:
        """Whether keys that act on notes mean any: on the list, only those that were marked."""
        return self._inside or bool(self.board.marked) or self.board.look == GROUPS

    def _ask(
        self, title: str, then: Callable[[Into], object], *, leave: Theme | None = None, proposed: str = ""
    ) -> None:
        themes = [theme for theme in self.board.themes if leave is None or theme.id != leave.id]

        def answered(into: Into | None) -> None:
            if into is not None:
                then(into)

        self.app.push_screen(PutInto(title, themes, proposed=proposed), answered)

    def _put(self, into: Into) -> None:
        notes = self.board.acted_on if self._acting else ()
        if not notes:
            self.say("Choose notes first: enter goes to them, space marks several.")
            return
        target = into.theme or self.desk.pen.new_target(THEME)
        changes = (
            put_in(target, notes) if into.theme else new_theme(self.board.themes, target, into.name, notes)
        )
        if self._do(f"put {_notes(notes)} into {into.name}", changes):
            self._unmark()

    def _move(self, source: Theme, into: Into) -> None:
        notes, themes = self.board.acted_on, self.board.themes
        if into.theme:
            changes = move_notes(source.id, into.theme, notes)
        else:
            target = self.desk.pen.new_target(THEME)
            changes = split_theme(themes, source.id, target, into.name, notes)
        if self._do(f"moved {_notes(notes)} to {into.name}", changes):
            self._unmark()

    def action_remove(self) -> None:
        """Take notes out of their theme, delete a theme, or dismiss a suggested group."""
        theme, group = self.board.theme, self.board.group
        if self.board.look == GROUPS and group is not None:
            target = self.desk.pen.new_target(DISMISSED)
            self._do("dismissed a group", dismiss_group(target, group.notes))
        elif theme is not None and self._inside and (notes := self.board.acted_on):
            if self._do(f"took {_notes(notes)} out of {theme.name}", take_out(theme.id, notes)):
                self._unmark()
        elif theme is not None and not self._inside:
            self._do(f"deleted {theme.name}; u brings it back", delete_theme(theme.id))

    def action_keep(self) -> None:
        """Keep what is ticked of a suggested group as a theme."""
        group = self.board.group
        if self.board.look == GROUPS and group is not None:
            if self.board.acted_on:
                self._ask(self._words("Keep"), self._put, proposed=" ".join(group.words[:3]))
            else:
                self.say("Nothing is ticked; space ticks a note, x dismisses the group.")

    # -- themes ----------------------------------------------------------------------------

    def action_new(self) -> None:
        """A new theme, with the marked notes in it."""
        if not self._problem and self.desk.library is not None:
            self.app.push_screen(TypeLine("A new theme", "Name"), self._made)

    def _made(self, name: str | None) -> None:
        if name:
            target = self.desk.pen.new_target(THEME)
            notes = tuple(sorted(self.board.marked))
            if self._do(f"made {name}", new_theme(self.board.themes, target, name, notes)):
                self.board.look_at(target)
                self._unmark()

    def action_rename(self) -> None:
        """Another name."""
        if (theme := self.board.theme) is not None:

            def named(name: str | None) -> None:
                if name:
                    self._do(f"renamed to {name}", rename_theme(theme.id, name))

            self.app.push_screen(TypeLine("Rename the theme", "Name", theme.name), named)

    def action_describe(self) -> None:
        """What belongs into it."""
        if (theme := self.board.theme) is not None:

            def described(words: str | None) -> None:
                if words is not None:
                    self._do(f"described {theme.name}", describe_theme(theme.id, words))

            question = TypeLine(
                f"What belongs into {theme.name}?", "It is", theme.description, may_be_empty=True
            )
            self.app.push_screen(question, described)

    def action_gather(self) -> None:
        """Merge another theme into this one."""
        theme = self.board.theme
        others = [other for other in self.board.themes if theme is None or other.id != theme.id]
        if theme is None or not others:
            self.say("Choose a theme first; another one is then merged into it.")
            return

        def gathered(other: Into | None) -> None:
            if other is not None:
                merged = [each for each in others if each.id == other.theme]
                self._do(f"merged {other.name} into {theme.name}", merge_themes(theme, merged))

        question = PutInto(f"Merge which theme into {theme.name}?", others, new=False)
        self.app.push_screen(question, gathered)

    def action_reorder(self, by: int) -> None:
        """Move a theme up or down the board; its letter changes with its place."""
        if (theme := self.board.theme) is not None:
            self._do(f"moved {theme.name}", reorder_theme(self.board.themes, theme.id, by))

    def _do(self, label: str, changes: Iterable[Change]) -> bool:
        """Keep changes as one step; False where they could not be kept, which is said."""
        step = self.write(label, changes)
        if step is not None and step.events:
            self.did("study")
        elif step is not None:
            self.say("That is so already.")
        self._show()
        return step is not None

    def _unmark(self) -> None:
        self.board.marked.clear()
        self._paint()

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
        return _THEME_KEYS[:6] if self.board.theme else _NOTE_KEYS

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


def _notes(notes: Iterable[str]) -> str:
    count = len(tuple(notes))
    return f"{count} note{'' if count == 1 else 's'}"
