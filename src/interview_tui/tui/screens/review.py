"""The review of one session: its timeline over its notes, and everything that can be put right in them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message

from interview_tui.domain.note_history import gathered, note_history
from interview_tui.domain.review import Filter, following
from interview_tui.domain.session import Note
from interview_tui.domain.text import clock
from interview_tui.store.session_file import SessionFile
from interview_tui.tui.review_acts import ReviewActs
from interview_tui.tui.review_asking import tags_card
from interview_tui.tui.review_cards import HistoryCard, TextsCard
from interview_tui.tui.review_entry import Entry
from interview_tui.tui.review_going import ReviewGoing
from interview_tui.tui.review_leaving import is_durable
from interview_tui.tui.review_session import EditDraft, ReviewSession
from interview_tui.tui.review_typing import Typing, split_place

_OF_THE_APP = frozenset({"ctrl+c", "ctrl+q", "ctrl+p"})
"""Keys that are never text, and work while something is typed."""


Q_WAITS_S = 0.25
"""How long `q` waits for the digit of a question before it leaves."""


class ReviewScreen(ReviewGoing):
    """One session to read and to put right; no part has the focus, the screen takes every key in order."""

    @dataclass
    class Left(Message):
        """The review is over and everything is saved; `changed` says whether anything was put right."""

        changed: bool

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("pageup", "step(-10)", "page up", show=False),
        Binding("pagedown", "step(10)", "page down", show=False),
        Binding("home", "step(-1_000_000)", "first", show=False),
        Binding("end", "step(1_000_000)", "last", show=False),
        Binding("left_square_bracket,left", "phase(-1)", "phase before", show=False),
        Binding("right_square_bracket,right", "phase(1)", "next phase", show=False),
        Binding("left_parenthesis", "question(-1)", "question before", show=False),
        Binding("right_parenthesis", "question(1)", "next question", show=False),
        Binding("n", "same_tag(1)", "next with this tag", show=False),
        Binding("N", "same_tag(-1)", "the one before with this tag", show=False),
        Binding("b", "bare", "next mark without words", show=False),
        Binding("g,colon", "go_to('')", "go to", show=False),
        *(Binding(digit, f"go_to('{digit}')", "go to a time", show=False) for digit in "0123456789"),
        Binding("p", "go_to('p')", "go to a phase", show=False),
        Binding("e,enter", "edit", "edit", show=False),
        Binding("s", "split", "split", show=False),
        Binding("t", "tags", "tags", show=False),
        Binding("asterisk", "do('star')", "star", show=False),
        Binding("w", "do('quote')", "word for word", show=False),
        Binding("d,delete", "do('delete')", "delete", show=False),
        Binding("comma", "do('earlier')", "earlier", show=False),
        Binding("full_stop", "do('later')", "later", show=False),
        Binding("m", "do('merge_on')", "merge with the next", show=False),
        Binding("M", "do('merge_back')", "merge with the one before", show=False),
        Binding("u", "do('undo')", "undo", show=False),
        Binding("U", "do('redo')", "redo", show=False),
        Binding("space", "mark", "mark", show=False),
        Binding("f", "filter", "filter", show=False),
        Binding("h", "history", "history", show=False),
        Binding("c", "texts", "choose a text", show=False),
        Binding("tab", "next_pane", "next pane", show=False),
        Binding("shift+tab", "next_pane(-1)", "pane before", show=False),
        Binding("y", "pane('talk')", "talk", show=False),
        Binding("o", "pane('questions')", "questions", show=False),
        Binding("i", "pane('debrief')", "debrief", show=False),
        Binding("shift+up", "scroll(-3)", "pane up", show=False),
        Binding("shift+down", "scroll(3)", "pane down", show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("escape", "back", "back", show=False),
        Binding("q", "leave", "back", show=False),
    ]

    def __init__(self, review: ReviewSession, note: str = "") -> None:
        super().__init__(review, note)
        self.acts = ReviewActs(review.corrections, self.notes)
        self._leaving = False
        self._q_waits = False
        """Whether a `q` was pressed just now that a digit would make the beginning of a place."""
        self._actions = {
            key: binding.action
            for binding in Binding.make_bindings(self.BINDINGS)
            for key in binding.key.split(",")
        }
        if review.only_read:
            self._words = (review.only_read, "warn")
        elif not review.session.finished:
            self._words = ("Not brought to its end; what is put right here stays when it is resumed.", "dim")

    def on_mount(self) -> None:
        """Show the session; what was being typed when the program was killed is there again."""
        draft = next((draft for draft in self.review.drafts.values() if not draft.left), None)
        note = self.review.session.note(draft.note) if draft else None
        if note is not None and draft is not None and self.review.file is not None:
            self.notes.choose(note.id)
            self.typing = Typing("edit", Entry(draft.text, draft.cursor), note)
            self.say("what you were typing is here again")

    # -- keys, in order --------------------------------------------------------------------

    @on(events.Key)
    async def _take_key(self, event: events.Key) -> None:
        """Every key in its order: to the card, to the line that is typed, or to what it is bound to.

        Textual would run the bindings behind a detour over the app, on which the next key overtakes them.
        """
        if event.key in _OF_THE_APP or (self._helping and not self._leaving):
            return
        action = self._actions.get(event.key)
        if self._leaving or self.card is not None or self.typing is not None:
            _use_up(event)
            self._take(event)
        elif action is not None:
            _use_up(event)
            await self.run_action(action)

    def action_press(self, key: str) -> None:
        """What a key of the bottom row does when it is clicked."""
        self._take(events.Key(key, key if len(key) == 1 else None))

    def _take(self, event: events.Key) -> None:
        if self._leaving:
            if self._q_waits and (event.character or "").isdecimal():
                self.workers.cancel_group(self, "leaving")
                self._leaving = self._q_waits = False
                self.action_go_to(f"q{event.character}")
            return
        if self.card is not None:
            self.answered(stays=self.card.take(event))
        elif self.typing is not None:
            self._type(event)

    def on_paste(self, event: events.Paste) -> None:
        """A paste belongs to what is typed."""
        event.stop()
        if self.typing is not None:
            self.typing.entry.insert(event.text)
            self._keep_draft()
            self._show()

    # -- typing ----------------------------------------------------------------------------

    def _type(self, event: events.Key) -> None:
        typing = self.typing
        assert typing is not None
        if event.key == "enter":
            self._enter(typing)
        elif event.key == "escape":
            self._put_aside(typing)
        elif event.key == "f2" and typing.purpose == "edit":
            self._split(typing)
        elif typing.entry.take(event):
            self._keep_draft()
            self._show()

    def _keep_draft(self, *, left: bool = False) -> None:
        """A kill takes no more of what is typed than an instant."""
        typing = self.typing
        if typing is None or typing.note is None or typing.purpose not in ("edit", "fill"):
            return
        entry = typing.entry
        if typing.changed:
            draft = EditDraft(note=typing.note.id, text=entry.text, cursor=entry.cursor, left=left)
            self.review.keep_draft(draft)
        else:
            self.review.drop_draft(typing.note.id)

    def _put_aside(self, typing: Typing) -> None:
        """Escape leaves the note as it was; what was typed comes back with the next edit of it."""
        self._keep_draft(left=True)
        self.typing = None
        self.say("as it was; e brings back what you typed" if typing.changed else "")

    def _enter(self, typing: Typing) -> None:
        if typing.purpose == "go":
            self._go(typing.entry.text)
        elif typing.purpose == "split":
            self._split(typing)
        elif typing.note is not None:
            self._keep_text(typing, typing.note)

    def _keep_text(self, typing: Typing, note: Note) -> None:
        text = typing.entry.text
        if not text.strip() and not note.bare:
            self.say("A note needs words: type some, or press esc to leave it as it was.", ink="warn")
            return
        changed = bool(text.strip()) and self.review.corrections.edit(note, text)
        self.review.drop_draft(note.id)
        self.typing = None
        self._changed(f"{clock(note.at_ms)} changed" if changed else "as it was")
        if typing.purpose == "fill" and changed:
            self.action_bare()

    def _split(self, typing: Typing) -> None:
        note, entry = typing.note, typing.entry
        assert note is not None
        second = self.review.corrections.split(note, entry.cursor, entry.text)
        if second is None:
            self.say("Move to a place between two words: both parts need some.", ink="warn")
            return
        if typing.purpose == "edit":
            self.review.drop_draft(note.id)
        self.typing = None
        self._session_changed()
        self.notes.choose(second.id)
        self.say("two notes now; u makes them one again")

    def action_edit(self) -> None:
        """Other words for the chosen note."""
        note = self._to_change()
        if note is not None:
            self._edit(note, "edit")

    def _edit(self, note: Note, purpose: str) -> None:
        draft = self.review.drafts.get(note.id)
        entry = Entry(draft.text, draft.cursor) if draft is not None else Entry(note.text)
        self.typing = Typing("fill" if purpose == "fill" else "edit", entry, note)
        self.say("what you had typed before" if draft is not None else "")

    def action_split(self) -> None:
        """Choose where to split."""
        note = self._to_change()
        if note is not None and note.bare:
            self.say("a mark without words cannot be split")
        elif note is not None:
            entry = Entry(note.text, split_place(note.text), typing=False)
            self.typing = Typing("split", entry, note)
            self.say("")

    def action_bare(self) -> None:
        """On to a mark without words, to fill it in."""
        notes, chosen = self.notes.notes, self.notes.chosen
        here = self.notes.place
        place = here if chosen and chosen.bare else following(notes, here, 1, _is_bare, around=True)
        if place is None:
            self.say("every mark has its words")
            return
        self.notes.choose_place(place)
        note = self._to_change()
        if note is not None:
            self._edit(note, "fill")

    # -- changing --------------------------------------------------------------------------

    def _may_change(self) -> bool:
        if self.review.file is None:
            self.say(self.review.only_read, ink="warn")
        return self.review.file is not None

    def _to_change(self) -> Note | None:
        """The chosen note if it may be changed; what is against it is said."""
        if not self._may_change():
            return None
        if self.notes.only_removed:
            self.say("d brings a deleted note back, then it can be changed")
            return None
        return self.notes.chosen

    def action_do(self, name: str) -> None:
        """Do something to the marked notes, or to the chosen one."""
        if not self._may_change():
            return
        if self.notes.only_removed and name not in ("delete", "undo", "redo"):
            self.say("d brings a deleted note back, then it can be changed")
            return
        act: Callable[[], str] = getattr(self.acts, name)
        self._changed(act())

    def _changed(self, words: str) -> None:
        self._session_changed()
        self.say(words)

    def action_mark(self) -> None:
        """Mark the chosen note for what is done to several, and go on to the next."""
        self.notes.toggle_mark()
        self.action_step(1)

    def action_tags(self) -> None:
        """Which tags have the marked notes, or the chosen one?"""
        notes = self.notes.acted_on
        if self._to_change() is not None and notes:
            self.card = tags_card(self.review, notes, lambda add, gone: self._retag(notes, add, gone))
            self._show()

    def _retag(self, notes: list[Note], add: list[str], gone: list[str]) -> None:
        changed = self.review.corrections.retag(notes, add, gone)
        self._changed(
            ", ".join([*(f"+ {tag}" for tag in add), *(f"− {tag}" for tag in gone)]) if changed else ""
        )

    def action_history(self) -> None:
        """What became of the chosen note?"""
        note = self.notes.chosen
        if note is not None:
            self.card = HistoryCard(
                gathered(note_history(self.review.session, note.id)),
                self._restore if self.review.file else None,
            )
            self._show()

    def _restore(self, note: Note) -> None:
        if self._may_change():
            self.review.corrections.take_back_to(note)
            self._changed("as it was then; u takes that back")

    def action_texts(self) -> None:
        """Which of the texts that were written at the same time is it?"""
        note = self._to_change()
        if note is not None and note.others:
            chosen = note
            self.card = TextsCard(chosen, lambda text: self._settle(chosen, text))
            self._show()
        elif note is not None:
            self.say("this note has one text")

    def _settle(self, note: Note, text: str) -> None:
        self.review.corrections.settle(note, text)
        self._changed("settled; the other texts are in its history")

    # -- out -------------------------------------------------------------------------------

    def action_back(self) -> None:
        """One step back: out of a pane, a filter, the marks, and then out of the review."""
        if self.pane:
            self.show_pane("")
        elif not self.notes.filter.empty or self.notes.only_removed:
            self.notes.show_only(Filter())
            self._filtered()
            self._show()
        elif self.notes.marked:
            self.notes.marked.clear()
            self._show()
        else:
            self.leave()

    def action_leave(self) -> None:
        """Back to where the review was opened from, unless it was the `q` of `q7`."""
        if not self._leaving:
            self._leaving = self._q_waits = True
            self.run_worker(self._leave_in_a_moment(), exclusive=True, group="leaving")

    async def _leave_in_a_moment(self) -> None:
        await asyncio.sleep(Q_WAITS_S)
        self._q_waits = False
        await self._close_and_leave(None)

    @property
    def open_file(self) -> SessionFile | None:
        """The file that has to be closed before this screen may go."""
        return self.review.file

    def leave(self, then: Callable[[], object] | None = None) -> None:
        """Leave once everything is durable; `then` comes instead of telling that the review is over."""
        if not self._leaving:
            self._leaving = True
            self.run_worker(self._close_and_leave(then), exclusive=True, group="leaving")

    async def _close_and_leave(self, then: Callable[[], object] | None) -> None:
        if not await is_durable(self.app, self.review):
            self._leaving = False
        elif then is not None:
            then()
        else:
            self.post_message(self.Left(self.review.changed))


def _use_up(event: events.Key) -> None:
    event.stop()
    event.prevent_default()


def _is_bare(note: Note) -> bool:
    return note.bare
