"""What the themes' place does to the board: each act asks what it needs, and is kept as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from interview_tui.domain.study_record import Change
from interview_tui.domain.suggestions import DISMISSED, dismiss_group
from interview_tui.domain.themes import (
    THEME,
    Theme,
    delete_theme,
    describe_theme,
    merge_themes,
    move_notes,
    new_theme,
    put_in,
    rename_theme,
    reorder_theme,
    split_theme,
    take_out,
    theme_named,
    themes_with,
)
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.screens.put_into import Into, PutInto
from interview_tui.tui.screens.type_line import TypeLine
from interview_tui.tui.theme_board import GROUPS, LIKE
from interview_tui.tui.theme_thinking import Thinking


class Doing(Thinking):
    """The part of the themes' place that changes themes; `_inside`: the keys go to the notes."""

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._inside = False
        self._problem = ""

    # -- notes into themes -----------------------------------------------------------------

    def action_put(self) -> None:
        """Ask into which theme."""
        if self._acting and self.board.acted_on:
            self._ask(self._words("Put"), self._put)

    def action_same(self) -> None:
        """Put notes into the theme of the note that they are like; with it into a new one, if it has none."""
        notes, of = self.board.acted_on, self.board.like_of
        if self.board.look != LIKE or not notes:
            return
        themes = themes_with(self.board.themes, of)
        theme = next((theme for theme in themes if theme.id == self.board.place), next(iter(themes), None))
        if theme is not None:
            self._put(Into(theme.id, theme.name))
        else:
            self._ask(self._words("Put"), lambda into: self._put(into, (of, *notes)))

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
            """Go on with a theme, if one was chosen."""
            if into is not None:
                then(into)

        self.app.push_screen(PutInto(title, themes, proposed=proposed), answered)

    def _put(self, into: Into, notes: tuple[str, ...] = ()) -> None:
        notes = notes or (self.board.acted_on if self._acting else ())
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
        known = theme_named(self.board.themes, name) if name else None
        if known is not None and (notes := tuple(sorted(self.board.marked))):
            self._put(Into(known.id, known.name), notes)
        elif known is not None:
            self.board.look_at(known.id)
            self.say(f"There is a theme {known.name} already: here it is.")
            self._paint()
        elif name:
            target = self.desk.pen.new_target(THEME)
            notes = tuple(sorted(self.board.marked))
            if self._do(f"made {name}", new_theme(self.board.themes, target, name, notes)):
                self.board.look_at(target)
                self._unmark()

    def action_rename(self) -> None:
        """Another name."""
        if (theme := self.board.theme) is not None:

            def named(name: str | None) -> None:
                """Rename it, if a name was typed that no other theme has."""
                other = theme_named([each for each in self.board.themes if each.id != theme.id], name or "")
                if other is not None:
                    self.say(f"There is a theme {other.name} already; g merges one into the other.")
                elif name:
                    self._do(f"renamed to {name}", rename_theme(theme.id, name))

            self.app.push_screen(TypeLine("Rename the theme", "Name", theme.name), named)

    def action_describe(self) -> None:
        """What belongs into it."""
        if (theme := self.board.theme) is not None:

            def described(words: str | None) -> None:
                """Keep what was typed, also where that is nothing."""
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
            """Merge the other one, if one was chosen."""
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


def _notes(notes: Iterable[str]) -> str:
    count = len(tuple(notes))
    return f"{count} note{'' if count == 1 else 's'}"
