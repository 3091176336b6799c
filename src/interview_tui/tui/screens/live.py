"""The live screen: timed guide, quick-tag notes and talk ratio during an interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from interview_tui.domain.session import Note
from interview_tui.tui.commands import line_bindings
from interview_tui.tui.facts import guide_facts, talk_facts
from interview_tui.tui.guide_rows import guide_rows
from interview_tui.tui.hint_rows import FooterKey, completion_rows, footer_row, legend_rows
from interview_tui.tui.live_cards import CARDS, ask_for_tag
from interview_tui.tui.live_commands import LiveCommands
from interview_tui.tui.live_session import LINE_DRAFT, LiveSession
from interview_tui.tui.nudging import Nudger
from interview_tui.tui.rows import Row, row
from interview_tui.tui.talk_rows import talk_rows
from interview_tui.tui.top_rows import top_row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.note_line import NoteLine
from interview_tui.tui.widgets.panes import GuidePane, NotesPane
from interview_tui.tui.widgets.rows_pane import RowsPane

TYPING_MS = 250
"""Somebody types when the last letter is no longer ago than this."""

SAID_FOR_S = 3.0
"""How long a message about a command stays in the footer."""

HOT_TAGS = ("story", "quote", "challenge")
"""The commonest tags, on the three direct keys; a codebook without them lends its first three."""

_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]


class LiveScreen(Screen[None]):
    """Panes show, the interview decides; this screen passes keys to gestures and gestures to panes."""

    @dataclass
    class Left(Message):
        """The interview is left: for the `debrief`, or to be resumed later (`leave`)."""

        place: str

    @dataclass
    class ConsentChanged(Message):
        """The participant allows something else than before."""

    CSS_PATH = "live.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*line_bindings()]
    HORIZONTAL_BREAKPOINTS = _WIDTHS

    guide_pane = getters.query_one("#guide", GuidePane)
    notes_pane = getters.query_one("#notes", NotesPane)
    note_line = getters.query_one("#line", NoteLine)
    talk_pane = getters.query_one("#talk", RowsPane)
    top = getters.query_one("#top", RowsPane)
    hints = getters.query_one("#hints", RowsPane)
    footer = getters.query_one("#footer", RowsPane)

    def __init__(self, live: LiveSession, *, nudges: bool = True, width: int = 120) -> None:
        # The class of the width is there from the start, or everything would be laid out twice.
        width_class = next(name for least, name in reversed(_WIDTHS) if width >= least)
        super().__init__(classes=f"-{live.role} {width_class}")
        self.live = live
        self.interview = live.interview
        self.commands = LiveCommands(live, self)
        self.nudger = Nudger(live, enabled=nudges)
        self._is_left = False
        self._last_key_ms = -TYPING_MS
        self._panes_are_due = False
        self._said = ""
        self._last_pane = "notes" if live.role == "notes" else "guide"
        self._line_state: tuple[str | bool, bool] = (False, False)
        self._draft_waits = False
        self._footer_keys: list[FooterKey] = []

    def compose(self) -> ComposeResult:
        """Seven flat widgets: layout costs per widget."""
        yield Palette()
        yield RowsPane(id="top")
        yield GuidePane(id="guide")
        yield NotesPane(self.live.session, self.live.codebook, id="notes")
        yield RowsPane(id="talk")
        yield NoteLine(self.live.codebook, self.live.now_ms, id="line")
        yield RowsPane(id="hints")
        yield RowsPane(id="footer")

    def on_mount(self) -> None:
        """Start where the role's hands are, with the draft of a crashed session in the line."""
        draft = self.live.file.drafts.get(LINE_DRAFT) if self.live.file else None
        if draft:
            self._load_draft(draft)
        self.set_focus(self.guide_pane if self.live.role == "moderator" else self.note_line)
        self._tick()
        self.refresh_hints()

    def _load_draft(self, draft: dict[str, object]) -> None:
        tag = self.live.codebook.by_name(str(draft.get("tag") or ""))
        first, editing = draft.get("at_ms"), draft.get("editing")
        self.note_line.load(
            str(draft.get("text", "")),
            tag,
            first if isinstance(first, int) else None,
            str(editing) if editing is not None and self.live.session.note(str(editing)) else None,
        )

    # -- showing ---------------------------------------------------------------------------

    def _tick(self) -> None:
        """Once a second, on the second of the session's clock, until the screen is left."""
        if self._is_left:
            return
        self.live.beat()
        if self.live.now_ms() - self._last_key_ms < TYPING_MS:
            # A frame of its own could make the next letter wait for the one after it (Textual paints 60
            # a second); right behind a letter it is in nobody's way.
            self._panes_are_due = True
            self.set_timer(TYPING_MS / 1000, self._refresh_due_panes)
        else:
            self.refresh_panes()
        self.set_timer((1000 - self.live.now_ms() % 1000) / 1000 + 0.005, self._tick)

    def _refresh_due_panes(self) -> None:
        if self._panes_are_due and not self._is_left:
            self.refresh_panes()

    def refresh_all(self) -> None:
        """Every pane."""
        self.refresh_panes()
        self.refresh_hints()

    def refresh_panes(self) -> None:
        """The panes that the clock or a gesture changes; each repaints only the rows that differ."""
        self._panes_are_due = False
        now_ms = self.live.now_ms()
        guide = guide_facts(self.interview, now_ms)
        talk = talk_facts(self.interview, self.live.header.bands, now_ms)
        nudge = self.nudger.current(guide, now_ms)
        words = nudge.words if nudge else ""
        self.guide_pane.show(lambda width, height: guide_rows(guide, width, height))
        self.talk_pane.show(lambda width, height: talk_rows(talk, width, height, words))
        self.top.show(lambda width, _: [top_row(self.live, guide, width)])

    def refresh_hints(self) -> None:
        """The rows below the note line and the footer, which change with what is typed and focused."""
        self.hints.show(self._hint_rows)
        self.footer.show(self._footer_rows)

    def _hint_rows(self, width: int, height: int) -> list[Row]:
        editor = self.note_line.editor
        if editor.is_command:
            return completion_rows(editor.text[1:], width, height)
        if editor.empty or not self.in_line:
            return legend_rows(self.live.codebook, self.live.session, width, height)
        return []

    def _footer_rows(self, width: int, _height: int) -> list[Row]:
        if self._said:
            self._footer_keys = []
            return [row((f" {self._said}", "text strong"))]
        place = "guide" if self.focused is self.guide_pane else "notes" if self.in_notes else "empty"
        if place == "empty" and self.line_in_use:
            place = "typing"
        shown, self._footer_keys = footer_row(place, width, self._keymap())
        return [Row(shown.spans, "footer")]

    def _keymap(self) -> Mapping[str, str]:
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        return keymap

    def say(self, words: str, seconds: float = SAID_FOR_S) -> None:
        """Tell something in the footer for a moment."""
        self._said = words
        self.footer.show(self._footer_rows)
        self.set_timer(seconds, lambda: self._unsay(words))

    def _unsay(self, words: str) -> None:
        if self._said == words:
            self._said = ""
            self.footer.show(self._footer_rows)

    # -- what the commands ask -------------------------------------------------------------

    @property
    def in_notes(self) -> bool:
        """Whether the list of notes has the focus."""
        return self.focused is self.notes_pane

    @property
    def in_line(self) -> bool:
        """Whether the note line has the focus."""
        return self.focused is self.note_line

    @property
    def line_in_use(self) -> bool:
        """Whether a note is being typed."""
        return not self.note_line.editor.empty

    def chosen_note(self) -> Note | None:
        """The selected note, else the last."""
        session, chosen = self.live.session, self.notes_pane.selected
        note = session.note(chosen) if chosen and self.in_notes else None
        if note is None and session.note_count:
            note = session.note_at(session.note_count - 1)
        return note

    def step_notes(self, by: int) -> None:
        """Select another note."""
        self.notes_pane.step(by)

    def refresh_notes(self, note_id: str) -> None:
        """A note changed, came or went."""
        self.notes_pane.changed(note_id)

    def toggle_nudges(self) -> bool:
        """Turn the nudges off or on."""
        return self.nudger.toggle()

    def move_line_earlier(self, by_ms: int) -> None:
        """Move the time of the note being typed back."""
        self.note_line.move_earlier(by_ms)

    def edit_in_line(self, note: Note) -> None:
        """Put a note into the line; the draft that stood there comes back afterwards."""
        tag = self.live.codebook.by_name(note.tag) if note.tag else None
        self.note_line.edit(note.id, note.text, tag, note.at_ms)
        self.note_line.focus()

    def pick_tag(self, note: Note | None) -> None:
        """Ask for a tag: for a note, or for the line (None)."""
        ask_for_tag(self, note)

    def go(self, place: str) -> None:
        """Move on: to the line, the other pane, consent, the help, the debrief, or away."""
        if place == "line":
            self.set_focus(self.note_line)
        elif place == "other pane":
            self.set_focus(self.notes_pane if self.focused is self.guide_pane else self.guide_pane)
        elif place in CARDS:
            CARDS[place](self)
        else:
            self._leave_line()
            self._is_left = True
            self.post_message(self.Left(place))

    def retire(self) -> None:
        """The session closes: keep the draft as it stands, and stop the clock's ticks."""
        if not self._is_left:
            self._keep_draft()
            self._is_left = True

    def stay(self) -> None:
        """The session stays open after all: tick on."""
        self._is_left = False
        self._tick()

    def _leave_line(self) -> None:
        """A half-typed note is a note: it is saved before the screen goes."""
        while (entry := self.note_line.take()) is not None:
            self._enter(entry)
        self.live.draft(LINE_DRAFT, None)

    # -- keys and clicks -------------------------------------------------------------------

    def action_do(self, command_id: str) -> None:
        """Run a command and show what it changed."""
        self.commands.run(command_id)
        if self.is_attached and self.is_current:
            self.refresh_all()

    def action_hot_tag(self, number: int) -> None:
        """Tag the note being typed, or start one, with one of the commonest tags."""
        tags = [tag for name in HOT_TAGS if (tag := self.live.codebook.by_name(name))]
        tags += [tag for tag in self.live.codebook.tags if tag not in tags]
        if number < len(tags):
            self.note_line.focus()
            self.note_line.choose_tag(tags[number])

    def on_key(self, event: events.Key) -> None:
        """In the panes a capital tag letter drops a bare mark; keys typed ahead go to the line."""
        if self.take_late_key(event):
            return
        character = event.character or ""
        if character == "/":
            event.stop()
            event.prevent_default()
            self.set_focus(self.note_line)
            self.note_line.on_key(event)
            return
        if not character.isupper():
            return
        tag = self.live.codebook.by_key(character.lower())
        if tag is not None:
            event.stop()
            event.prevent_default()
            self._add("", tag.name, self.live.now_ms())

    def take_late_key(self, event: events.Key) -> bool:
        """Type a key into the line if it came before the focus did; the line has handled any other."""
        if self.in_line:
            self.note_line.on_key(event)
        return self.in_line

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        kind, _, rest = message.action.partition(":")
        if kind == "show":
            self.interview.show(int(rest))
        elif kind == "phase":
            self.interview.enter_phase(int(rest))
        elif kind == "floor":
            self.commands.run("floor")
        elif kind == "footer":
            self._click_footer(message.x)
            return
        self.refresh_all()

    def _click_footer(self, x: int) -> None:
        for key in self._footer_keys:
            if key.start <= x < key.end and key.command:
                self.action_do(key.command)
                return

    def on_descendant_focus(self) -> None:
        """Other keys apply where the focus is now."""
        if self.focused in (self.guide_pane, self.notes_pane):
            self._last_pane = "notes" if self.in_notes else "guide"
            if self.in_notes and self.notes_pane.selected is None:
                self.notes_pane.step(0)
        self.refresh_hints()

    # -- the note line ---------------------------------------------------------------------

    @on(NoteLine.Changed)
    def _line_changed(self, message: NoteLine.Changed) -> None:
        self._last_key_ms = self.live.now_ms()
        self._refresh_due_panes()
        state = (self.note_line.editor.is_command and message.text, self.line_in_use)
        if state != self._line_state:
            self._line_state = state
            self.refresh_hints()
        if not self._draft_waits:
            # The letter is painted first; its way to the disk begins right after.
            self._draft_waits = True
            self.call_after_refresh(self._keep_draft)

    def _keep_draft(self) -> None:
        self._draft_waits = False
        line = self.note_line
        if not self._is_left:
            self.live.draft(LINE_DRAFT, line.draft())

    @on(NoteLine.Floor)
    def _line_floor(self) -> None:
        self.action_do("floor")

    @on(NoteLine.Left)
    def _line_left(self) -> None:
        self.set_focus(self.notes_pane if self._last_pane == "notes" else self.guide_pane)

    @on(NoteLine.Overflowed)
    def _line_overflowed(self, message: NoteLine.Overflowed) -> None:
        self._add(message.text, None, self.live.now_ms())
        self.say(f"The paste of {len(message.text):,} characters is a note of its own")

    @on(NoteLine.Commanded)
    def _line_commanded(self, message: NoteLine.Commanded) -> None:
        self.action_do(message.command_id)

    @on(NoteLine.Entered)
    def _line_entered(self, message: NoteLine.Entered) -> None:
        self._enter(message)
        self.note_line.show_change()

    def _enter(self, entry: NoteLine.Entered) -> None:
        note = self.live.session.note(entry.editing) if entry.editing else None
        if note is None:
            self._add(entry.text, entry.tag, entry.at_ms)
            return
        if entry.text != note.text:
            self.interview.edit_note(note.id, entry.text)
        if entry.tag != note.tag:
            self.interview.set_note(note.id, "tag", entry.tag, "tag")
        if entry.at_ms != note.at_ms:
            self.interview.set_note(note.id, "at_ms", entry.at_ms, "note time")
        self.notes_pane.changed(note.id)

    def _add(self, text: str, tag: str | None, at_ms: int) -> None:
        note = self.interview.add_note(text, tag, at_ms)
        if note is not None:
            self.notes_pane.changed(note.id)
        self.refresh_all()
