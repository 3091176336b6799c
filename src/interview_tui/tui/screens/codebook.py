"""The codebook across the study: what each tag means, how it is used, and changing it everywhere at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from interview_tui.domain.change_record import KeptChange, changes_of, last_done, unfinished
from interview_tui.domain.codebook_changes import CodebookChange, CodebookRefused, merge, nest, remove
from interview_tui.domain.codebook_tree import names_below, tree
from interview_tui.domain.tag_use import examples, strays, uses
from interview_tui.errors import InterviewError
from interview_tui.interchange.tidy import tidy_tables
from interview_tui.store.codebook_changes import CodebookWork, Outcome
from interview_tui.tui.codebook_rows import (
    CodebookView,
    Item,
    detail_rows,
    fitted,
    head_row,
    help_rows,
    item_row,
    list_items,
    waiting_rows,
)
from interview_tui.tui.home_rows import scrolled
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.rows import Row
from interview_tui.tui.screens.codebook_change import Act, CodebookChangeScreen
from interview_tui.tui.screens.name_tag import NameTag
from interview_tui.tui.screens.pick_row import Choosable, PickRow
from interview_tui.tui.screens.tag_form import TagForm
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
_TOP = "\n"
"""The answer for no parent: no tag has such a name."""


class CodebookScreen(LibraryScreen):
    """The tags with their notes; a change shows its effect first, and `u` undoes it as one step."""

    @dataclass
    class Worked(Message):
        """A change that moves no note was done, or why it was not."""

        outcome: Outcome | None
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
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("pageup", "step(-10)", "page up", show=False),
        Binding("pagedown", "step(10)", "page down", show=False),
        Binding("home", "step(-1_000_000)", "first", show=False),
        Binding("end", "step(1_000_000)", "last", show=False),
    ]

    waiting = getters.query_one("#waiting", RowsPane)
    tags = getters.query_one("#tags", RowsPane)
    detail = getters.query_one("#detail", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._view = CodebookView(codebook=desk.codebook)
        self._items: list[Item] = []
        self._chosen = ""
        self._next = ""
        self._scrolled_to = 0
        self._broken: KeptChange | None = None
        self._left: list[KeptChange] = []

    def compose_place(self) -> Iterable[Widget]:
        """What waits, the tags, and the chosen one beside or below them."""
        yield RowsPane(id="waiting")
        with Container(id="sides"):
            yield RowsPane(id="tags")
            yield RowsPane(id="detail")

    @property
    def _hand(self) -> CodebookWork:
        return CodebookWork(self.desk.workspace, author=self.desk.author, tidy=tidy_tables)

    # -- reading ---------------------------------------------------------------------------

    def library_read(self) -> None:
        """The notes are there, or there anew: so are perhaps the study file and what waits."""
        try:
            self.desk.read_study()
            self._broken = self._hand.interrupted()
            self._left = unfinished(changes_of(self.desk.record))
        except InterviewError as error:
            self.say(error.message, ink="bad")
        library = self.desk.library
        self._view = CodebookView(
            codebook=self.desk.codebook,
            used=uses(library) if library else {},
            sessions=library.sessions_by_id if library else {},
        )
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
            here = names.index(self._chosen) if self._chosen in names else 0
            self._choose(names[min(max(here + by, 0), len(names) - 1)])

    def _choose(self, name: str) -> None:
        self._chosen = name
        self._show()

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the selection."""
        self.action_step(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the selection."""
        self.action_step(-3)

    @on(RowsPane.Clicked, "#tags")
    def _tag_clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        self._choose(message.action)

    # -- changes of one tag ----------------------------------------------------------------

    def action_edit(self) -> None:
        """Its letter, colour, description and example; one that only notes have is taken in."""
        item = self._changeable()
        if item is None:
            return
        if item.tag is None:
            self.action_add()
        else:
            self.app.push_screen(TagForm(self.desk.codebook, item.tag, self._quotable(item)), self._do)

    def action_add(self) -> None:
        """A new tag, or one that only notes have."""
        if self._may_change():
            item = self.chosen
            name = item.name if item is not None and item.tag is None else ""
            notes = self._quotable(item) if item is not None and name else ()
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
        others = [tag.name for tag, _ in tree(self.desk.codebook)]
        others += strays(self.desk.codebook, dict(self._view.used)) if item.tag is None else []
        options = [self._option(name) for name in others if name != item.name]
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
        below = {item.name, *names_below(self.desk.codebook, item.name)}
        options = [self._option(tag.name) for tag, _ in tree(self.desk.codebook) if tag.name not in below]
        if item.tag.parent:
            top = Choosable(answer=_TOP, spans=(("at the top again", "dim"),), letter="0")
            options.insert(0, top)
        words = "No note changes: it becomes a kind of the tag that you choose."
        self.app.push_screen(
            PickRow(f"Put {item.name} below which tag?", words, options),
            lambda parent: self._do_if(
                parent, lambda: nest(self.desk.codebook, item.name, (parent or "").strip(_TOP))
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

    def _option(self, name: str) -> Choosable:
        tag = self.desk.codebook.by_name(name)
        tag = tag if tag is not None and tag.name == name else None
        count = self._view.use_of(name).mentions
        notes = f"{count:,} note{'' if count == 1 else 's'}" if count else "no note"
        ink = f"tag-{tag.colour}" if tag else "dim"
        return Choosable(
            answer=name,
            letter=tag.key if tag else "",
            spans=(
                fitted(name, ink, 22),
                (f"{notes:>10}   ", "dim"),
                (tag.description if tag else "only in notes", "faint"),
            ),
        )

    def _quotable(self, item: Item) -> list[Choosable]:
        """The notes of a tag as examples; of those who allow no quoting it is said."""
        return [
            Choosable(
                answer=note.text.strip(),
                spans=((f"{note.person[:8]:<9}", "dim"), (note.text.strip(), "text")),
                refused="" if self._view.may_be_quoted(note) else f"{note.person} does not allow quoting.",
            )
            for note in examples(self._view.use_of(item.name))
        ]

    def action_open_note(self) -> None:
        """Its notes, each to be opened in its session."""
        item = self.chosen
        notes = self._view.use_of(item.name).notes if item else ()
        if item is None or not notes:
            self.say("No note has this tag yet.")
            return
        options = [
            Choosable(
                answer=note.key,
                spans=((f"{note.person[:8]:<9}", "dim"), (note.text.strip() or "(a bare mark)", "text")),
            )
            for note in notes
        ]
        self.app.push_screen(PickRow(f"Notes under {item.name}", "", options), self._open)

    def _open(self, key: str | None) -> None:
        if key is not None:
            session, _, note = key.rpartition("/")
            self.post_message(self.NoteChosen(session, note))

    # -- doing it --------------------------------------------------------------------------

    def _changeable(self) -> Item | None:
        return self.chosen if self._may_change() else None

    def _may_change(self) -> bool:
        if self._broken is not None:
            self.say("Finish with f what was interrupted, or take it back with u.", ink="warn")
        elif self.reading or self.desk.library is None:
            self.say("The sessions are being read; a moment.")
        return self._broken is None and not self.reading and self.desk.library is not None

    def _ask_if(self, answer: str | None, make: Callable[[], CodebookChange]) -> None:
        if answer is not None and (change := self._made(make)):
            self._ask(change)

    def _do_if(self, answer: str | None, make: Callable[[], CodebookChange]) -> None:
        if answer is not None and (change := self._made(make)):
            self._do(change)

    def _made(self, make: Callable[[], CodebookChange]) -> CodebookChange | None:
        try:
            return make()
        except CodebookRefused as error:
            self.say(error.message, ink="warn")
            return None

    def _ask(self, change: CodebookChange | None) -> None:
        """Show what it would change, and do it if that is wanted."""
        if change is not None:
            self._next = change.move.new if change.move else ""
            screen = CodebookChangeScreen(self.desk.workspace, self._hand, change.label, change=change)
            self._push(screen)

    @work(thread=True, group="change")
    def _do_now(self, change: CodebookChange) -> None:
        try:
            self.post_message(self.Worked(self._hand.do(change, ())))
        except InterviewError as error:
            self.post_message(self.Worked(None, error.message))

    def _do(self, change: CodebookChange | None) -> None:
        """Do at once what changes no note."""
        if change is not None:
            known = {tag.name for tag in change.before.tags}
            self._next = next((tag.name for tag in change.after.tags if tag.name not in known), "")
            self._do_now(change)

    @on(Worked)
    def _worked(self, message: Worked) -> None:
        self._done(message.outcome, message.problem)

    def action_finish(self) -> None:
        """Go on with what was interrupted, or with the sessions that were left out."""
        found = self._broken or (self._left[0] if self._left else None)
        if found is None:
            self.say("Every change came to its end.")
            return
        self._run(f"finish {found.label}", lambda on_progress: self._hand.finish(found, on_progress))

    def action_undo(self) -> None:
        """Take the last change back as one step, whenever it was made."""
        try:
            last = self._broken or last_done(changes_of(self.desk.record))
        except InterviewError as error:
            self.say(error.message, ink="bad")
            return
        if last is None:
            self.say("nothing to undo")
        else:
            self._next = last.move.old if last.move else ""
            self._run(f"undo {last.label}", lambda on_progress: self._hand.take_back(last, on_progress))

    def _run(self, label: str, act: Act) -> None:
        screen = CodebookChangeScreen(self.desk.workspace, self._hand, label, act=act)
        self._push(screen)

    def _push(self, screen: CodebookChangeScreen) -> None:
        def done(outcome: Outcome | None) -> None:
            if screen.began:
                self._done(outcome, screen.problem)

        self.app.push_screen(screen, done)

    def _done(self, outcome: Outcome | None, problem: str) -> None:
        """Say what was done, and read what it changed."""
        if outcome is None:
            self.say(problem or "nothing was changed", ink="bad" if problem else "text strong")
        else:
            self.say(_told(outcome))
            self._chosen = self._next or self._chosen
        self._next = ""
        self.read_again()

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        self._items = list_items(self._view)
        if self.chosen is None:
            self._chosen = next((item.name for item in self._items if item.name), "")
        item = self.chosen
        busy = bool(self._broken or self._left)
        self.set_class(busy and not self._helping, "-waiting")
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


def _told(outcome: Outcome) -> str:
    words = outcome.label if outcome.done else f"undone: {outcome.label}"
    if outcome.sessions:
        words += f" · {outcome.sessions:,} session{'' if outcome.sessions == 1 else 's'}"
    if outcome.left:
        return f"{words} · {len(outcome.left):,} left out: f tries again"
    return f"{words} · u undoes it" if outcome.done else words
