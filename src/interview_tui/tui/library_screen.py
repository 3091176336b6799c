"""What the library's places have in common: the strip of places, reading behind the frame, last words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from interview_tui.domain.study_record import Change, Step
from interview_tui.errors import InterviewError
from interview_tui.store.library.reading import Cancelled
from interview_tui.tui.help_in_place import HelpInPlace
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.last_word import last_word, last_word_rows
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_places import PLACES
from interview_tui.tui.places_row import place_at, places_row
from interview_tui.tui.reading_row import reading_row
from interview_tui.tui.rows import Row, wrap
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]
_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-tall")]


class LibraryScreen(HelpInPlace):
    """A place of the library. It says what it needs; whoever opened it acts on that.

    A place fills `compose_place`, `_show` (everything anew) and `library_read` (the desk has a library),
    names itself in `PLACE`, and binds its keys in its own `BINDINGS`.
    """

    @dataclass
    class GoTo(Message):
        """Another place of the library."""

        place: str

    @dataclass
    class NoteChosen(Message):
        """Show a note in its session, or with another `kind` the question or answer of the debrief.

        `text` is what that question or answer says, `at_ms` when it was asked or given.
        """

        session: str
        note: str
        kind: Literal["note", "debrief", "question"] = "note"
        text: str = ""
        at_ms: int = 0

    @dataclass
    class Left(Message):
        """Back to where the library was opened from."""

    @dataclass
    class LibraryRead(Message):
        """The library was read; `problem` says why it could not be."""

        problem: str = ""

    @dataclass
    class Refused(Message):
        """What was worked out in a thread came to nothing; `problem` says why, in a sentence."""

        problem: str

    @dataclass
    class Progress(Message):
        """So many sessions of so many were read."""

        done: int
        count: int

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, LibraryScreen.Progress)

    DEFAULT_CSS = """
    LibraryScreen { background: $background; }
    LibraryScreen #top { height: 1; background: $surface; }
    LibraryScreen #place { height: 1fr; padding: 1 1 0 1; }
    LibraryScreen #said { height: 1; padding: 0 1; }
    LibraryScreen.-said-2 #said { height: 2; }
    LibraryScreen.-said-3 #said { height: 3; }
    """
    PLACE: ClassVar[str]
    KEYS: ClassVar[Sequence[Key]] = ()
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(place.key, f"go_to('{place.name}')", place.name, show=False) for place in PLACES),
        Binding("escape,q", "leave", "back", show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("u", "undo", "undo", show=False),
    ]

    top = getters.query_one("#top", RowsPane)
    said = getters.query_one("#said", RowsPane)
    keys = getters.query_one("#keys", KeyBar)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__()
        self.desk = desk
        self.reading = False
        self._progress = (0, 0)
        self._last_word: tuple[str, str] = ("", "text")

    def compose(self) -> ComposeResult:
        """The places, this one, its last word, its keys."""
        yield Palette()
        yield RowsPane(id="top")
        with Container(id="place"):
            yield from self.compose_place()
        yield RowsPane(id="said")
        yield KeyBar(self.KEYS, id="keys")

    def compose_place(self) -> Iterable[Widget]:
        """What stands between the places and the keys."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the frame; what is not known yet is read behind it."""
        self.top.show(self._top_rows)
        self._show()
        if self.desk.library is not None:
            self.call_after_refresh(self.library_read)
        if self.desk.library is None or self.desk.stale:
            self.call_after_refresh(self.read_again)

    # -- reading ---------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read the library in the background; leaving the place breaks it off."""
        self.reading = True
        self._show_said()
        self._read()

    @work(thread=True, exclusive=True, group="library")
    def _read(self) -> None:
        worker = get_current_worker()

        def go_on(done: int, count: int) -> bool:
            """Tell how far the reading is, and whether to go on with it."""
            self.post_message(self.Progress(done, count))
            return not worker.is_cancelled

        try:
            self.desk.read(go_on)
        except Cancelled:
            return
        except InterviewError as error:
            self.post_message(self.LibraryRead(error.message))
        else:
            self.post_message(self.LibraryRead())

    @on(Progress)
    def _progressed(self, message: Progress) -> None:
        self._progress = (message.done, message.count)
        self._show_said()

    @on(LibraryRead)
    def _library_was_read(self, message: LibraryRead) -> None:
        self.reading = False
        if message.problem:
            self.say(message.problem, ink="bad")
        else:
            self._show_said()
        if self.desk.library is not None:
            self.library_read()

    def library_read(self) -> None:
        """The desk's library is there, or there anew."""
        self._show()

    # -- what cannot be read ---------------------------------------------------------------

    def run_worker(self, work: Any, *args: Any, **more: Any) -> Worker[Any]:
        """Run something behind the frame; a file that cannot be read is told, whoever wanted it."""
        return super().run_worker(self._guarded(work) if more.get("thread") else work, *args, **more)

    def _guarded(self, work: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            """Tell what could not be done, where that is foreseen."""
            try:
                return work()
            except InterviewError as error:
                self.post_message(self.Refused(error.message))
                return None

        return run

    @on(Refused)
    def _was_refused(self, message: Refused) -> None:
        self.say(message.problem, ink="bad")

    # -- changing the study's record -------------------------------------------------------

    def write(self, label: str, changes: Iterable[Change]) -> Step | None:
        """Change the study's record and say so; None where it could not be kept, and that is said too."""
        try:
            step = self.desk.write(label, changes)
        except InterviewError as error:
            self.say(error.message, ink="bad")
            return None
        self.say(label)
        return step

    def action_undo(self) -> None:
        """Take the last step back."""
        try:
            step = self.desk.undo()
        except InterviewError as error:
            self.say(error.message, ink="bad")
            return
        self.say(f"undone: {step.label}" if step else "nothing to undo")
        self._show()
        if self.desk.stale:
            self.read_again()

    # -- showing ---------------------------------------------------------------------------

    def say(self, words: str, *, ink: str = "text strong") -> None:
        """The last word, above the keys, until the next one."""
        self._last_word = (words, ink)
        self._show_said()

    def _show_said(self) -> None:
        done, count = self._progress
        library = self.desk.library
        word = last_word(self._last_word, library)
        rows = 1 if self.reading else len(wrap(word[0], max(2, self.size.width - 2)))
        self.set_class(rows == 2, "-said-2")
        self.set_class(rows > 2, "-said-3")
        if self.reading:
            self.said.show(lambda width, _height: [reading_row(done, count, width)])
        else:
            self.said.show(lambda width, height: last_word_rows(word, library, width)[:height])

    def on_resize(self) -> None:
        """The last word takes the rows that it needs at this width."""
        self._show_said()

    def _top_rows(self, width: int, _height: int) -> list[Row]:
        return [places_row(self.PLACE, width)]

    @on(RowsPane.Clicked, "#top")
    def _place_clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        place = place_at(self.PLACE, self.top.size.width, message.x)
        if place is not None:
            self.action_go_to(place.name)

    # -- keys ------------------------------------------------------------------------------

    def action_go_to(self, place: str) -> None:
        """Another place."""
        if place != self.PLACE:
            self.post_message(self.GoTo(place))

    def action_leave(self) -> None:
        """Back to where the library was opened from."""
        self.post_message(self.Left())
