"""Changing the codebook from its place: a question first where notes change, and one step back for it all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from interview_tui.domain.change_record import KeptChange, changes_of, last_done
from interview_tui.domain.codebook_changes import CodebookChange, CodebookRefused
from interview_tui.errors import InterviewError
from interview_tui.interchange.tidy import tidy_tables
from interview_tui.store.codebook_changes import CodebookWork, Outcome
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.screens.codebook_change import Act, CodebookChangeScreen


class ChangingScreen(LibraryScreen):
    """A place from which the codebook is changed; `_chosen` names the tag that the keys act on."""

    @dataclass
    class Worked(Message):
        """A change that moves no note was done, or why it was not."""

        outcome: Outcome | None
        problem: str = ""

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._chosen = ""
        self._next = ""
        self._counting = True
        self._broken: KeptChange | None = None
        self._left: list[KeptChange] = []

    @property
    def _hand(self) -> CodebookWork:
        return CodebookWork(self.desk.workspace, author=self.desk.author, tidy=tidy_tables)

    def _may_change(self) -> bool:
        if self._broken is not None:
            self.say("Finish with f what was interrupted, or take it back with u.", ink="warn")
        elif self.reading or self._counting:
            self.say("The sessions are being read; a moment.")
        return not (self._broken or self.reading or self._counting)

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
            """Say what came of it, unless it was never begun."""
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


def _told(outcome: Outcome) -> str:
    words = outcome.label if outcome.done else f"undone: {outcome.label}"
    if outcome.sessions:
        words += f" · {outcome.sessions:,} session{'' if outcome.sessions == 1 else 's'}"
    if outcome.left:
        return f"{words} · {len(outcome.left):,} left out: f tries again"
    return f"{words} · u undoes it" if outcome.done else words
