"""The part of the search place that keeps what is found in up to date, also while other programs write."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from interview_tui.domain.library import left_out_words
from interview_tui.domain.search_completion import Values
from interview_tui.errors import InterviewError
from interview_tui.store.library.progress import Cancelled
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.search_desk import SearchDesk

LOOK_S = 3.0
"""Seconds between two looks at the sessions' folder: what another program wrote is found soon after."""

_WORTH_TELLING = 20
"""Sessions to be read before it is told how far their reading is; fewer are read at once."""


class SearchReading(LibraryScreen):
    """Has an index and refreshes it; `_search` and `_values_read` are what follows."""

    @dataclass
    class Refreshed(Message):
        """What was changed since is in the index; `problem` says why it could not be read.

        `asked` says that a person wanted it, who is told then also that nothing was changed.
        """

        changed: bool
        problem: str = ""
        asked: bool = False

    @dataclass
    class ValuesRead(Message):
        """What filters can ask for."""

        values: Values

    class Written(Message):
        """Sessions are not as they were when they were read."""

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._search_desk = SearchDesk(desk)
        self._grew = False
        """Whether a reading took something in since it was last searched, be it broken off behind that."""

    def on_mount(self) -> None:
        """Show the frame; the index is brought up to date behind it, and looked after from then on."""
        self.top.show(self._top_rows)
        self._show()
        self.set_interval(LOOK_S, self._look)

    def on_screen_resume(self) -> None:
        """What was changed meanwhile, perhaps in a session that was opened from here, is found at once."""
        self.call_after_refresh(self.read_again)

    def on_unmount(self) -> None:
        """Let go of the index."""
        self._search_desk.close()

    def _search(self) -> None:
        """Find again what is looked for."""
        raise NotImplementedError

    # -- looking whether anybody wrote -----------------------------------------------------

    def _look(self) -> None:
        if self.is_current and not self.reading:
            self._look_behind()

    @work(thread=True, exclusive=True, group="look")
    def _look_behind(self) -> None:
        if self._search_desk.is_outdated() and not get_current_worker().is_cancelled:
            self.post_message(self.Written())

    @on(Written)
    def _was_written(self) -> None:
        if not self.reading:
            self._refresh_index()

    # -- reading ---------------------------------------------------------------------------

    def read_again(self) -> None:
        """Take in what was changed; what is known is found meanwhile, and leaving breaks it off."""
        self._refresh_index()
        self._search()

    def action_read_again(self) -> None:
        """Take in what was changed, because somebody asks for it."""
        self._refresh_index(asked=True)

    @work(thread=True, exclusive=True, group="library")
    def _refresh_index(self, *, asked: bool = False) -> None:
        worker = get_current_worker()
        telling, begun = False, -1

        def go_on(done: int, count: int) -> bool:
            nonlocal telling, begun
            begun = done if begun < 0 else begun
            self._grew = self._grew or done > begun
            telling = telling or count - done >= _WORTH_TELLING
            if telling and done < count and not worker.is_cancelled:
                self.post_message(self.Progress(done, count))
            return not worker.is_cancelled

        try:
            self.post_message(self.ValuesRead(self._search_desk.values()))
            changes = self._search_desk.refresh(go_on)
            values = self._search_desk.values()
        except Cancelled:
            return
        except InterviewError as error:
            self.post_message(self.Refreshed(changed=False, problem=error.message))
        else:
            self.post_message(self.ValuesRead(values))
            left_out = len(changes.unreadable)
            changed = bool(changes.read - left_out or changes.gone)
            problem = left_out_words(left_out) or self._search_desk.problem
            self.post_message(self.Refreshed(changed, problem, asked))

    @on(LibraryScreen.Progress)
    def _index_grew(self) -> None:
        self.reading = True
        self._search()

    @on(Refreshed)
    def _refreshed(self, message: Refreshed) -> None:
        changed = message.changed or self._grew or self.reading
        self.reading = self._grew = False
        if message.problem:
            self.say(message.problem, ink="warn")
        elif message.asked:
            self.say("read again: something was changed" if changed else "nothing was changed")
        else:
            self._show_said()
        if changed:
            self.desk.library = None  # the other places read it anew
            self._search()
