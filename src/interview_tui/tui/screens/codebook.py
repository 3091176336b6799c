"""The codebook across the study: what each tag means, how it is used, and changing it everywhere at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from interview_tui.domain.change_record import KeptChange, changes_of, unfinished
from interview_tui.domain.codebook_changes import merge, nest, remove
from interview_tui.domain.tag_use import uses
from interview_tui.errors import InterviewError
from interview_tui.tui.codebook_choices import (
    MOST_NOTES,
    TOP,
    example_choices,
    merge_choices,
    note_choices,
    parent_choices,
)
from interview_tui.tui.codebook_doing import ChangingScreen
from interview_tui.tui.codebook_rows import (
    CodebookView,
    Item,
    detail_rows,
    head_row,
    help_rows,
    item_row,
    list_items,
    waiting_rows,
)
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.rows import Row
from interview_tui.tui.screens.name_tag import NameTag
from interview_tui.tui.screens.pick_row import PickRow
from interview_tui.tui.screens.tag_form import TagForm
from interview_tui.tui.stepping import PAGES, STEPS, Wheel, scrolled, stepped
from interview_tui.tui.widgets.rows_pane import RowsPane

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-medium"), (34, "-tall")]
_KEYS = (
    Key("enter", "edit", "edit"),
    Key("r", "rename", "rename"),
    Key("m", "merge", "merge"),
    Key("n", "nest", "nest"),
    Key("a", "add", "add"),
    Key("?", "keys", "help"),
)
_KEYS_OF_A_STRAY = (
    Key("a", "take in", "add"),
    Key("r", "rename", "rename"),
    Key("m", "merge", "merge"),
    Key("o", "notes", "open_note"),
    Key("?", "keys", "help"),
    Key("esc", "back", "leave"),
)
_KEYS_TO_FINISH = (
    Key("f", "finish", "finish"),
    Key("u", "take back", "undo"),
    Key("?", "keys", "help"),
    Key("esc", "back", "leave"),
)


class CodebookScreen(Wheel, ChangingScreen):
    """The tags with their notes; a change shows its effect first, and `u` undoes it as one step."""

    @dataclass
    class Counted(Message):
        """What every tag is used was counted; `problem` says what could not be read."""

        view: CodebookView
        broken: KeptChange | None
        left: list[KeptChange]
        problem: str = ""

    CSS_PATH = "codebook.tcss"
    PLACE = "codebook"
    KEYS = _KEYS
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *LibraryScreen.BINDINGS,
        Binding("enter,e", "edit", "edit", show=False),
        Binding("r", "rename", "rename", show=False),
        Binding("m", "merge", "merge", show=False),
        Binding("n", "nest", "nest", show=False),
        Binding("a", "add", "add", show=False),
        Binding("x,delete", "remove", "remove", show=False),
        Binding("o", "open_note", "its notes", show=False),
        Binding("f", "finish", "finish", show=False),
        Binding("g", "read_again", "read again", show=False),
        *STEPS,
        *PAGES,
    ]

    waiting = getters.query_one("#waiting", RowsPane)
    tags = getters.query_one("#tags", RowsPane)
    detail = getters.query_one("#detail", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._view = CodebookView(codebook=desk.codebook, counted=False)
        self._items: list[Item] = []
        self._scrolled_to = 0

    def compose_place(self) -> Iterable[Widget]:
        """What waits, the tags, and the chosen one beside or below them."""
        yield RowsPane(id="waiting")
        with Container(id="sides"):
            yield RowsPane(id="tags")
            yield RowsPane(id="detail")

    # -- reading ---------------------------------------------------------------------------

    def library_read(self) -> None:
        """The notes are there, or there anew: so are perhaps the study file and what waits."""
        self._counting = True
        self._count()

    @work(thread=True, exclusive=True, group="count")
    def _count(self) -> None:
        problem = ""
        broken, left = self._broken, self._left
        try:
            self.desk.read_study()
            broken, left = self._hand.interrupted(), unfinished(changes_of(self.desk.record))
        except InterviewError as error:
            problem = error.message
        library = self.desk.library
        view = CodebookView(
            codebook=self.desk.codebook,
            used=uses(library.notes) if library else {},
            silent=library.silent if library else frozenset(),
        )
        if not get_current_worker().is_cancelled:
            self.post_message(self.Counted(view, broken, left, problem))

    @on(Counted)
    def _counted(self, message: Counted) -> None:
        self._counting = False
        self._view, self._broken, self._left = message.view, message.broken, message.left
        if message.problem:
            self.say(message.problem, ink="bad")
        self._show()

    def action_read_again(self) -> None:
        """Read the sessions and the study file anew."""
        self.read_again()

    # -- choosing --------------------------------------------------------------------------

    @property
    def chosen(self) -> Item | None:
        """Which tag the keys act on."""
        return next((item for item in self._items if item.name and item.name == self._chosen), None)

    def action_step(self, by: int) -> None:
        """Choose another tag."""
        names = [item.name for item in self._items if item.name]
        if names:
            self._choose(stepped(names, self._chosen, by))

    def _choose(self, name: str) -> None:
        self._chosen = name
        self._show()

    @on(RowsPane.Clicked, "#tags")
    def _tag_clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        self._choose(message.action)

    # -- changes of one tag ----------------------------------------------------------------

    def _changeable(self) -> Item | None:
        return self.chosen if self._may_change() else None

    def action_edit(self) -> None:
        """Its letter, colour, description and example; one that only notes have is taken in."""
        item = self._changeable()
        if item is None:
            return
        if item.tag is None:
            self.action_add()
        else:
            self.app.push_screen(
                TagForm(self.desk.codebook, item.tag, example_choices(self._view, item)), self._do
            )

    def action_add(self) -> None:
        """A new tag, or one that only notes have."""
        if self._may_change():
            item = self.chosen
            name = item.name if item is not None and item.tag is None else ""
            notes = example_choices(self._view, item) if item is not None and name else ()
            self.app.push_screen(TagForm(self.desk.codebook, None, notes, name=name), self._do)

    def action_rename(self) -> None:
        """Another name, in every note that has it."""
        if item := self._changeable():
            self.app.push_screen(NameTag(self.desk.codebook, item.name), self._ask)

    def action_merge(self) -> None:
        """Bring its notes under another tag."""
        item = self._changeable()
        if item is None:
            return
        options = merge_choices(self._view, item)
        words = "Its notes come under the other one, which keeps its name, letter and colour."
        self.app.push_screen(
            PickRow(f"Merge {item.name} into which tag?", words, options),
            lambda target: self._ask_if(target, lambda: merge(self.desk.codebook, item.name, target or "")),
        )

    def action_nest(self) -> None:
        """Put it below another tag, or at the top again."""
        item = self._changeable()
        if item is None:
            return
        if item.tag is None:
            self.say(f"{item.name} is not in the codebook yet; a takes it in.")
            return
        options = parent_choices(self._view, item)
        words = "No note changes: it becomes a kind of the tag that you choose."
        self.app.push_screen(
            PickRow(f"Put {item.name} below which tag?", words, options),
            lambda parent: self._do_if(
                parent, lambda: nest(self.desk.codebook, item.name, (parent or "").strip(TOP))
            ),
        )

    def action_remove(self) -> None:
        """Let go of a tag that no note has."""
        item = self._changeable()
        if item is None:
            return
        count = self._view.use_of(item.name).mentions
        if count:
            notes = "1 note has" if count == 1 else f"{count:,} notes have"
            self.say(f"{notes} {item.name}: merge it into another tag with m, then it is gone.", ink="warn")
        else:
            self._do_if(item.name, lambda: remove(self.desk.codebook, item.name))

    def action_open_note(self) -> None:
        """Its notes, each to be opened in its session."""
        item = self.chosen
        notes = self._view.use_of(item.name).notes if item else ()
        if item is None or not notes:
            self.say("No note has this tag yet.")
            return
        options = note_choices(notes[:MOST_NOTES])
        more = f"The first {MOST_NOTES:,} of {len(notes):,}; search finds any." if notes[MOST_NOTES:] else ""
        self.app.push_screen(PickRow(f"Notes under {item.name}", more, options), self._open)

    def _open(self, key: str | None) -> None:
        if key is not None:
            session, _, note = key.rpartition("/")
            self.post_message(self.NoteChosen(session, note))

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        self._items = list_items(self._view)
        if self.chosen is None:
            self._chosen = next((item.name for item in self._items if item.name), "")
        item = self.chosen
        busy = bool(self._broken or self._left)
        self.set_class(busy and not self._helping, "-waiting")
        self.set_class(self._helping, "-helping")
        self.waiting.show(lambda width, _: waiting_rows(self._broken, self._left, width))
        self.tags.show(self._tag_rows)
        self.detail.show(lambda width, height: detail_rows(item, self._view, width, height))
        stray = item is not None and item.tag is None
        self.keys.use(_KEYS_TO_FINISH if self._broken else _KEYS_OF_A_STRAY if stray else _KEYS)

    def _tag_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        place = next((at for at, item in enumerate(self._items) if item.name == self._chosen), 0)
        rows = [head_row(width)]
        self._scrolled_to = scrolled(self._scrolled_to, place, len(self._items), height - 1)
        for at, item in enumerate(self._items[self._scrolled_to : self._scrolled_to + height - 1]):
            rows.append(item_row(item, self._view, width, chosen=at + self._scrolled_to == place))
        return rows
