"""The step before the clock: guide, people, permission, and what to say first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import next_pseudonym
from interview_tui.errors import InterviewError
from interview_tui.store.guide_files import guide_paths, load_guide
from interview_tui.store.workspace import Workspace
from interview_tui.tui.forms import FORM_BINDINGS, YES_NO, Choice, Field, Option, TextField
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.live_session import Role, SessionPlan
from interview_tui.tui.ready_rows import (
    NO_NOTES_NO_SESSION,
    guide_fact_rows,
    problem_rows,
    reminder_rows,
    top_row,
)
from interview_tui.tui.rows import Row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_ROLES: tuple[Option, ...] = (("moderator", "moderator"), ("notes", "note-taker"), ("solo", "solo, both"))

_RECENT_SESSIONS = 200
"""Pseudonyms count up, so that the newest sessions tell which is free, however many there are."""

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-medium"), (30, "-tall")]

_KEYS = (
    Key("F8 ^N", "start the clock", "start"),
    Key("enter", "next", "next_field"),
    Key("←→", "choose", "choose_next"),
    Key("esc", "back", "cancel"),
)


class ReadyScreen(Screen[None]):
    """Fills in a plan; all of it is optional but a guide that can be read."""

    @dataclass
    class Started(Message):
        """Start the clock with this plan."""

        plan: SessionPlan

    @dataclass
    class Cancelled(Message):
        """Back without an interview."""

    @dataclass
    class ParticipantsRead(Message):
        """The participants of the sessions so far."""

        participants: Sequence[str]

    CSS_PATH = "ready.tcss"
    AUTO_FOCUS = "#participant"
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *FORM_BINDINGS,
        Binding("ctrl+n,f8", "start", "start the clock", show=False),
        Binding("escape", "cancel", "back", show=False),
    ]

    top_pane = getters.query_one("#top", RowsPane)
    facts_pane = getters.query_one("#facts", RowsPane)
    problem_pane = getters.query_one("#problem", RowsPane)
    reminder_pane = getters.query_one("#reminder", RowsPane)
    guide_choice = getters.query_one("#guide", Choice)
    participant = getters.query_one("#participant", TextField)
    moderator = getters.query_one("#moderator", TextField)
    note_taker = getters.query_one("#note_taker", TextField)
    role = getters.query_one("#role", Choice)
    notes_allowed = getters.query_one("#consent_notes", Choice)
    recording_allowed = getters.query_one("#consent_recording", Choice)

    def __init__(self, plan: SessionPlan, workspace: Workspace) -> None:
        super().__init__()
        self._plan = self._original = plan
        self._workspace = workspace
        self._guides = guide_paths(workspace)
        if all(path.name != plan.guide_name for path in self._guides):
            self._guides.insert(0, Path(plan.guide_name))
        self._planned = next(at for at, path in enumerate(self._guides) if path.name == plan.guide_name)
        self._guide_problem = ""

    def compose(self) -> ComposeResult:
        """One column of fields, with what to say below them."""
        told = self._plan.people
        yield Palette()
        yield RowsPane(id="top")
        with VerticalScroll(id="form", can_focus=False):
            options = [(at, path.stem) for at, path in enumerate(self._guides)]
            yield Field("Guide", Choice(options, self._planned, id="guide"))
            yield RowsPane(id="facts")
            yield Field("Participant", _name_field(told, "participant", "a pseudonym, such as P07"))
            yield Field("Moderator", _name_field(told, "moderator", "who asks"))
            yield Field("Note-taker", _name_field(told, "note_taker", "who writes, if somebody else does"))
            yield Field("This screen", Choice(_ROLES, self._plan.role, id="role"))
            yield Field("May take notes", _consent(told, "consent_notes"))
            yield Field("May record", _consent(told, "consent_recording"))
            yield RowsPane(id="problem")
            yield RowsPane(id="reminder")
        yield KeyBar(_KEYS, id="keys")

    def on_mount(self) -> None:
        """Show the plan, and look for the next free pseudonym in the background."""
        self.top_pane.show(self._top_rows)
        self._show_plan()
        if not self.participant.value:
            self.call_after_refresh(self.run_worker, self._read_participants, thread=True)

    def _read_participants(self) -> None:
        from interview_tui.store.summaries import summarise

        worker = get_current_worker()
        participants: list[str] = []
        with suppress(InterviewError):  # the field stays empty, and can be filled in by hand
            for path in self._workspace.session_paths()[:_RECENT_SESSIONS]:
                if worker.is_cancelled:
                    return
                participants.append(summarise(path).participant)
            self.post_message(self.ParticipantsRead(participants))

    @on(ParticipantsRead)
    def _propose_participant(self, message: ParticipantsRead) -> None:
        self.participant.propose(next_pseudonym(message.participants))

    # -- the plan --------------------------------------------------------------------------

    @on(Choice.Changed, "#guide")
    def _guide_chosen(self) -> None:
        path = self._guides[cast("int", self.guide_choice.value)]
        self._guide_problem = ""
        if path.name == self._original.guide_name:
            self._plan = self._original
        else:
            self._load(path)
        self._show_plan()

    def _load(self, path: Path) -> None:
        try:
            file = load_guide(path)
        except InterviewError as error:
            self._guide_problem = error.message
        else:
            self._plan = replace(self._plan, guide=file.guide, guide_source=file.source, guide_name=path.name)

    @on(Choice.Changed, "#consent_notes")
    def _permission_changed(self) -> None:
        self._show_plan()

    @property
    def problem(self) -> str:
        """Why the clock cannot start, in one sentence; empty if it can."""
        refused = self.notes_allowed.value is False
        return self._guide_problem or (NO_NOTES_NO_SESSION if refused else "")

    def filled_in(self) -> SessionPlan:
        """The plan with everything that stands in the fields."""
        people: dict[str, FieldValue] = {
            "participant": self.participant.value.strip(),
            "moderator": self.moderator.value.strip(),
            "note_taker": self.note_taker.value.strip(),
            "consent_notes": self.notes_allowed.value,
            "consent_recording": self.recording_allowed.value,
        }
        role = cast("Role", self.role.value)
        return replace(self._plan, role=role, people={**self._plan.people, **people})

    # -- keys ------------------------------------------------------------------------------

    def action_start(self) -> None:
        """Start the clock, unless something speaks against it."""
        if not self.problem:
            self.post_message(self.Started(self.filled_in()))
        else:
            (self.guide_choice if self._guide_problem else self.notes_allowed).focus()

    def action_cancel(self) -> None:
        """Back without an interview."""
        self.post_message(self.Cancelled())

    @on(Input.Submitted)
    @on(Choice.Done)
    def action_next_field(self) -> None:
        """On to the next field; from the last one the clock starts."""
        if self.focused is self.recording_allowed:
            self.action_start()
        else:
            self.focus_next()

    def action_choose_next(self) -> None:
        """The next option of the choice that has the focus."""
        if isinstance(self.focused, Choice):
            self.focused.action_step(1)

    # -- showing ---------------------------------------------------------------------------

    def _show_plan(self) -> None:
        guide, unread = self._plan.guide, bool(self._guide_problem)
        self.facts_pane.show(lambda width, _: [] if unread else guide_fact_rows(guide, width))
        self.problem_pane.show(lambda width, _: problem_rows(self.problem, width))
        self.reminder_pane.show(lambda width, height: reminder_rows(guide, width, height))
        self.set_class(bool(self.problem), "-problem")

    def _top_rows(self, width: int, _height: int) -> list[Row]:
        return [top_row(self._plan.study.title, width, practice=self._plan.practice)]


def _name_field(told: Mapping[str, FieldValue], name: str, placeholder: str) -> TextField:
    value = told.get(name)
    return TextField(
        value if isinstance(value, str) else "",
        placeholder=placeholder,
        replaceable=name == "participant",
        id=name,
    )


def _consent(told: Mapping[str, FieldValue], name: str) -> Choice:
    return Choice(YES_NO, told.get(name), id=name)
