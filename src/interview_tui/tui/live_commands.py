"""What each command of the live screen does: the gesture it makes, and what it says about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from interview_tui.domain.interview import STEP_BACK_MS
from interview_tui.domain.session import Note
from interview_tui.domain.text import clock
from interview_tui.tui.commands import COMMANDS, Command
from interview_tui.tui.live_session import LiveSession


class LiveView(Protocol):
    """What the commands need of the screen."""

    @property
    def in_notes(self) -> bool:
        """Whether the list of notes has the focus."""

    @property
    def in_line(self) -> bool:
        """Whether the note line has the focus."""

    @property
    def line_in_use(self) -> bool:
        """Whether a note is being typed."""

    def chosen_note(self) -> Note | None:
        """The selected note, else the last."""

    def step_notes(self, by: int) -> None:
        """Select another note."""

    def refresh_notes(self, note_id: str) -> None:
        """A note changed, came or went."""

    def edit_in_line(self, note: Note) -> None:
        """Put a note into the note line."""

    def move_line_earlier(self, by_ms: int) -> None:
        """Move the time of the note being typed back."""

    def pick_tag(self, note: Note | None) -> None:
        """Ask for a tag: for a note, or for the line (None)."""

    def say(self, words: str) -> None:
        """Tell something for a moment."""

    def go(self, place: str) -> None:
        """Move on: line, other pane, consent, help, debrief, leave."""

    def toggle_nudges(self) -> bool:
        """Turn the nudges off or on; True when they are on now."""


class LiveCommands:
    """Runs commands by id; every one of them can be run from a key, a click, the palette or `/…`."""

    def __init__(self, live: LiveSession, view: LiveView) -> None:
        self.live = live
        self.interview = live.interview
        self.view = view
        self._run: dict[str, Callable[[], None]] = {
            "floor": self._floor,
            "silence": lambda: self.interview.give_floor("silence"),
            "floor_earlier": self._floor_earlier,
            "next": self.interview.ask_and_next,
            "skip": self.interview.skip_and_next,
            "led": self.interview.led,
            "why": self._why,
            "up": lambda: self._step(-1),
            "down": lambda: self._step(1),
            "back": self._back,
            "phase_back": lambda: self.interview.step_phase(-1),
            "phase_on": lambda: self.interview.step_phase(1),
            "pause": self._pause,
            "retag": self._retag,
            "earlier": self._earlier,
            "edit": self._edit,
            "star": self._star,
            "delete": self._delete,
            "undo": self._undo,
            "nudges": self._nudges,
            "consent": lambda: self.view.go("consent"),
            "other_pane": lambda: self.view.go("other pane"),
            "to_line": lambda: self.view.go("line"),
            "help": lambda: self.view.go("help"),
            "finish": lambda: self.view.go("debrief"),
            "leave": lambda: self.view.go("leave"),
        }

    def run(self, command_id: str) -> None:
        """Run one command."""
        self._run[command_id]()

    def available(self) -> list[Command]:
        """The commands that can be run now, in the order of their table."""
        hidden = {"up", "down", "to_line", "other_pane"}
        if not self.live.session.note_count:
            hidden |= {"retag", "earlier", "edit", "star", "delete"}
        if not self.interview.can_undo:
            hidden.add("undo")
        if self.live.session.flow.floor is None:
            hidden.add("floor_earlier")
        return [command for command in COMMANDS if command.id not in hidden]

    # -- the course ------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        if self.view.in_notes:
            self.view.step_notes(by)
        else:
            self.interview.step(by)

    def _back(self) -> None:
        if not self.interview.back():
            self.view.say("No question before this one to go back to")

    def _pause(self) -> None:
        paused = self.interview.toggle_pause()
        self.view.say("The clock is stopped" if paused else "The clock runs")

    def _why(self) -> None:
        self.interview.why()

    def _floor(self) -> None:
        self.interview.hand_over()

    def _floor_earlier(self) -> None:
        ago_ms = self.interview.floor_earlier()
        if ago_ms is None:
            self.view.say("The floor has not changed hands yet")
        else:
            self.view.say(f"The floor changed hands {ago_ms // 1000} s ago")

    def _nudges(self) -> None:
        self.view.say("Nudges are on" if self.view.toggle_nudges() else "Nudges are off")

    def _undo(self) -> None:
        before = {note.id for note in self.live.session.iter_notes()}
        label = self.interview.undo()
        if label is None:
            self.view.say("Nothing to undo")
            return
        after = {note.id for note in self.live.session.iter_notes()}
        self.view.refresh_notes(next(iter(before ^ after), ""))
        self.view.say(f"Undone: {label}")

    # -- notes -----------------------------------------------------------------------------

    def _note(self) -> Note | None:
        note = self.view.chosen_note()
        if note is None:
            self.view.say("There is no note yet")
        return note

    def _retag(self) -> None:
        if self.view.in_line and self.view.line_in_use:
            self.view.pick_tag(None)
        elif (note := self._note()) is not None:
            self.view.pick_tag(note)

    def retag(self, note: Note, tag: str | None) -> None:
        """Give a note another tag."""
        self.interview.set_note(note.id, "tag", tag, "tag")
        self.view.refresh_notes(note.id)

    def _earlier(self) -> None:
        if self.view.in_line and self.view.line_in_use:
            self.view.move_line_earlier(STEP_BACK_MS)
        elif (note := self._note()) is not None:
            self.interview.note_earlier(note)
            self.view.refresh_notes(note.id)
            moved = self.live.session.note(note.id)
            if moved is not None:
                self.view.say(f"The note is at {clock(moved.at_ms)} now")

    def _edit(self) -> None:
        if (note := self._note()) is not None:
            self.view.edit_in_line(note)

    def _star(self) -> None:
        if (note := self._note()) is not None:
            self.interview.set_note(note.id, "starred", not note.starred, "star")
            self.view.refresh_notes(note.id)

    def _delete(self) -> None:
        if (note := self._note()) is not None:
            self.interview.set_note(note.id, "deleted", True, "removed note")
            self.view.refresh_notes(note.id)
            self.view.say("Note removed: u or /undo brings it back")
