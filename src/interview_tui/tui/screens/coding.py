"""One of two coders at work: the notes one after the other, with nobody else's tags in sight."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events, getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import get_current_worker

from interview_tui.domain.coding import (
    NO_CODINGS,
    UNDECIDED,
    Coding,
    Codings,
    FieldChange,
    Scope,
    coder_name,
    coding_of,
    decide,
    no_tag,
    notes_to_code,
    toggle,
)
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.text import visible
from interview_tui.tui.coding_rows import (
    SAMPLES,
    TAG_ROW,
    coded_note_rows,
    coder_row,
    coding_help,
    introduction_rows,
    scope_options,
    tag_clicked,
    tag_rows,
)
from interview_tui.tui.forms import FORM_BINDINGS, Choice, Field, Form, TextField
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.note_writer import Kept, NoteWriter
from interview_tui.tui.rows import Row
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS_BEFORE = (Key("enter", "begin", "enter"), Key("esc", "back", "leave"))
_KEYS = (
    Key("letter", "tag", "help"),
    Key("enter", "these are all", "enter"),
    Key("0", "no tag", "no_tag"),
    Key("← →", "other notes", "step(1)"),
    Key("u", "undo", "undo"),
    Key("esc", "done", "leave"),
)
_MANY = 15
"""Tags that take more rows than most codebooks."""

HELD_OVER_S = 0.8
"""An `enter` so soon after the form's own was held down there: it decides nothing."""

_NO_TAG_YET = "Nothing is chosen: 0 for no tag, a letter for a tag."
_ALL_DECIDED = "That was the last open note; esc shows how far you agree."


class CodingScreen(LibraryScreen, inherit_bindings=False):
    """Asks who codes which notes, then shows them; every answer is kept in the note's session at once."""

    @dataclass
    class Done(Message):
        """To the agreement."""

    @dataclass
    class CodingsRead(Message):
        """What was coded so far."""

        codings: Codings

    @dataclass
    class AnswerKept(Message):
        """An answer is on the disk, or could not be kept."""

        kept: Kept

    PLACE = "patterns"
    KEYS = _KEYS_BEFORE
    CSS_PATH = "coding.tcss"
    AUTO_FOCUS = "#coder"
    BINDINGS: ClassVar[list[BindingType]] = [
        *FORM_BINDINGS,
        Binding("enter", "enter", "begin, or these are its tags", show=False),
        Binding("left", "step(-1)", "note before", show=False),
        Binding("right", "step(1)", "next note", show=False),
        Binding("0", "no_tag", "no tag", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("escape", "leave", "to the agreement", show=False),
    ]

    note_pane = getters.query_one("#note", RowsPane)
    tags_pane = getters.query_one("#tags", RowsPane)
    words = getters.query_one("#words", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self.coder = ""
        self._codings: Codings = NO_CODINGS
        self._mine: dict[str, Coding] = {}
        self._notes: list[LibraryNote] = []
        self._place = 0
        self._problem = ""
        self._asked_for = ""
        self._held_until = 0.0
        self._unsaved = 0
        self._writer = NoteWriter(desk.workspace, lambda kept: self.post_message(self.AnswerKept(kept)))

    def compose_place(self) -> Iterable[Widget]:
        """The questions, then the note above the tags."""
        with Form(id="setup"):
            yield Field("Who codes", TextField(placeholder="a name, a pair of letters", id="coder"))
            yield Field("Notes of", Choice([("all", "all interviews")], "all", id="scope"))
            yield Field("How many", Choice(SAMPLES, 0, id="sample"))
            yield RowsPane(id="words")
        with Container(id="coding"):
            yield RowsPane(id="note")
            yield RowsPane(id="tags")

    def on_unmount(self) -> None:
        """End the thread that writes."""
        self._writer.close()

    # -- before ----------------------------------------------------------------------------

    def library_read(self) -> None:
        """Offer what there is to code, and read what was coded."""
        library = self.desk.library
        if library is not None:
            scope = self.query_one("#scope", Choice)
            scope.put(scope.value, scope_options(library))
            self._read_codings([session.id for session in library.sessions])

    @work(thread=True, exclusive=True, group="codings")
    def _read_codings(self, sessions: list[str]) -> None:
        from interview_tui.store.codings import read_codings

        worker = get_current_worker()
        codings = read_codings(self.desk.workspace, sessions, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self.CodingsRead(codings))

    @on(CodingsRead)
    def _codings_were_read(self, message: CodingsRead) -> None:
        self._codings = message.codings
        coders = message.codings.coders
        field = self.query_one("#coder", TextField)
        field.suggester = SuggestFromList(coders, case_sensitive=False)
        if coders:
            field.placeholder = f"{visible(coders[0])} again?"
        self._show()

    @on(Input.Submitted)
    @on(Choice.Done)
    def action_enter(self) -> None:
        """Begin; later: these are the note's tags."""
        if not self.coder:
            self._begin()
        elif time.monotonic() < self._held_until:
            self._hold()
        elif self.note is not None and not (self._coding.tags or self._coding.decided):
            self.say(_NO_TAG_YET, ink="warn")
        elif self.note is not None:
            self._answer("decided", decide(self.coder), Coding(tags=self._coding.tags, decided=True))
            self._to_next_open()

    def _hold(self) -> None:
        """A key that is held down comes again and again: none of that is an answer."""
        self._held_until = time.monotonic() + HELD_OVER_S

    def _begin(self) -> None:
        library = self.desk.library
        name = coder_name(self.query_one("#coder", TextField).value, self._codings.by_coder)
        if library is None or (problem := self._problem_of(name)):
            self._problem = problem if library else "Still reading…"
            self._show()
            return
        others = [
            key for coder in self._codings.coders if coder != name for key in self._codings.decided(coder)
        ]
        notes = notes_to_code(library, self._scope, others)
        if not notes:
            self._problem = "There are no notes with words there; choose other interviews."
            self._show()
            return
        self.coder, self._notes, self._place, self._problem = name, notes, len(notes) - 1, ""
        self._mine = dict(self._codings.by_coder.get(name, {}))
        self.set_focus(None)
        self._hold()
        self._to_next_open()

    def _problem_of(self, name: str) -> str:
        """What is to be said before somebody codes under a name; a new one is asked about once."""
        coders = self._codings.coders
        if not name:
            who = f": {' or '.join(map(visible, coders))} again, or a new name." if coders else ": a name."
            return f"Say who codes{who}"
        if coders and name not in coders and name != self._asked_for:
            self._asked_for = name
            told = ", ".join(map(visible, coders))
            new = visible(name)
            return f"Nobody named {new} coded so far ({told} did). Enter again: {new} is new."
        return ""

    @property
    def _scope(self) -> Scope:
        kind, _, name = str(self.query_one("#scope", Choice).value).partition(":")
        sample = self.query_one("#sample", Choice).value
        return Scope(
            session=name if kind == "session" else "",
            segment=name if kind == "segment" else None,
            sample=sample if isinstance(sample, int) else 0,
        )

    # -- coding ----------------------------------------------------------------------------

    @property
    def note(self) -> LibraryNote | None:
        """The note in view; None before the first."""
        return self._notes[self._place] if self._place < len(self._notes) else None

    @property
    def _coding(self) -> Coding:
        return UNDECIDED if self.note is None else self._mine.get(self.note.key, UNDECIDED)

    def on_key(self, event: events.Key) -> None:
        """A tag's letter gives it to the note, or takes it back."""
        if not self.coder or self._helping:
            return
        tag = self.desk.codebook.by_key((event.character or "").lower())
        if tag is not None:
            event.stop()
            event.prevent_default()
            self._toggle(tag.name)

    def _toggle(self, tag: str) -> None:
        before = self._coding
        label = f"{'not ' if tag in before.tags else ''}{tag}"
        self._answer(
            label, toggle(self.coder, tag, before), Coding(tags=before.tags ^ {tag}, decided=before.decided)
        )

    def action_no_tag(self) -> None:
        """Decide that it has no tag, and go on."""
        if self.note is not None:
            self._answer("no tag", no_tag(self.coder, self._coding), Coding(decided=True))
            self._to_next_open()

    def _answer(self, label: str, changes: list[FieldChange], coding: Coding) -> None:
        self._held_until = 0.0
        if self.note is not None:
            self._mine[self.note.key] = coding
            self._unsaved += 1
            self._writer.write(label, self.note.key, lambda _: changes, self.coder)
            self.say("")
            self._show()

    @on(AnswerKept)
    def _answer_was_kept(self, message: AnswerKept) -> None:
        kept = message.kept
        self._unsaved -= 1
        if kept.problem:
            self.say(kept.problem, ink="bad")
            self._read_again_one(kept.note)
        elif kept.undone:
            self.say(f"undone: {kept.label}" if kept.note else "nothing to undo")
        if kept.session is not None and kept.undone:
            self._mine[kept.note] = coding_of(kept.session, kept.note.partition("/")[2], self.coder)
            self._place = next((at for at, n in enumerate(self._notes) if n.key == kept.note), self._place)
        self._show()

    def _read_again_one(self, key: str) -> None:
        """What is on the disk is what counts: show that."""
        from interview_tui.store.codings import read_codings

        held = read_codings(self.desk.workspace, [key.partition("/")[0]]).by_coder.get(self.coder, {})
        self._mine[key] = held.get(key, UNDECIDED)

    def action_undo(self) -> None:
        """Take the last answer back."""
        if self.coder:
            self._unsaved += 1
            self._writer.undo(self.coder)

    def action_step(self, by: int) -> None:
        """Another note, decided or not."""
        self._held_until = 0.0
        if self._notes:
            self._place = min(max(0, self._place + by), len(self._notes) - 1)
            self.say("")
            self._show()

    def _to_next_open(self) -> None:
        order = [*range(self._place + 1, len(self._notes)), *range(self._place + 1)]
        is_open = (at for at in order if not self._mine.get(self._notes[at].key, UNDECIDED).decided)
        following = next(is_open, None)
        if following is None:
            self.say(_ALL_DECIDED, ink="good strong")
        else:
            self._place = following
        self._show()

    @on(RowsPane.Clicked, "#tags")
    def _tag_clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        if message.action == TAG_ROW:
            self.action_no_tag()
        elif self.note is not None:
            self._toggle(tag_clicked(message.action, self.desk.codebook, message.x))
            self._show()

    def action_leave(self) -> None:
        """To the agreement; what waits is written first."""
        self.run_worker(self._leave(), exclusive=True, group="leave")

    async def _leave(self) -> None:
        await asyncio.to_thread(self._writer.wait)
        self.post_message(self.Done())

    # -- showing ---------------------------------------------------------------------------

    def _top_rows(self, width: int, _height: int) -> list[Row]:
        decided = sum(self._mine.get(note.key, UNDECIDED).decided for note in self._notes)
        return [coder_row(self.coder, decided, len(self._notes), self._unsaved, width)]

    def _show(self) -> None:
        self.set_class(bool(self.coder), "-coding")
        self.set_class(len(self.desk.codebook.tags) > _MANY, "-many")
        self.keys.use(_KEYS if self.coder else _KEYS_BEFORE)
        self.top.show(self._top_rows)
        self.words.show(lambda width, height: introduction_rows(self._codings, self._problem, width)[:height])
        self.note_pane.show(self._note_rows)
        self.tags_pane.show(self._tag_rows)

    def _note_rows(self, width: int, height: int) -> list[Row]:
        note = self.note
        if self._helping:
            return coding_help(width)[:height]
        if note is None:
            return []
        decided = sum(self._mine.get(one.key, UNDECIDED).decided for one in self._notes)
        done = self._coding.decided
        return coded_note_rows(note, self._place, len(self._notes), decided, width, done=done)[:height]

    def _tag_rows(self, width: int, height: int) -> list[Row]:
        coding = self._coding
        return tag_rows(self.desk.codebook, coding.tags, width, height, done=coding.decided)[:height]
