"""The step before the clock: who takes part, what they allow, and whether everything is there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from interview_tui.domain.clock import Clock
from interview_tui.domain.consent import CONSENT_AT
from interview_tui.domain.events import FieldValue
from interview_tui.domain.people import session_fields
from interview_tui.domain.readiness import ReadyItem, consent_question
from interview_tui.errors import InterviewError
from interview_tui.store.clock import SystemClock
from interview_tui.store.people import People, read_people
from interview_tui.store.workspace import Workspace
from interview_tui.tui.forms import FORM_BINDINGS, Choice, Field, Form, TextField
from interview_tui.tui.key_bar import KeyBar
from interview_tui.tui.keys_ahead import KeysAhead
from interview_tui.tui.live_session import Role, SessionPlan
from interview_tui.tui.ready_form import (
    all_keys_taken,
    consent_fields,
    fill_in,
    people_fields,
    place_of,
    ticks,
    to_check,
    told_by,
    touched_in,
)
from interview_tui.tui.ready_gate import NOT_KEPT, Gate, gate, patient, ready_keys
from interview_tui.tui.ready_guides import GuideShelf
from interview_tui.tui.ready_people import WhoTakesPart
from interview_tui.tui.ready_rows import next_rows, question_row, top_row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane
from interview_tui.tui.widgets.tick import Tick

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-medium"), (30, "-tall")]
_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (110, "-wide")]


class ReadyScreen(KeysAhead):
    """Fills in a plan; the clock starts only once consent to notes is recorded."""

    @dataclass
    class Started(Message):
        """Start the clock with this plan."""

        plan: SessionPlan

    @dataclass
    class Refused(Message):
        """They do not allow notes: no session, and their answer is to be kept."""

        plan: SessionPlan

    @dataclass
    class GuidesChosen(Message):
        """Look at the guides, from the chosen one on."""

        path: Path

    @dataclass
    class Cancelled(Message):
        """Back without an interview."""

    @dataclass
    class PeopleRead(Message):
        """The participants, or why they could not be read."""

        people: People
        problem: str = ""

    CSS_PATH = "ready.tcss"
    AUTO_FOCUS = "#participant"
    VERTICAL_BREAKPOINTS = _HEIGHTS
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        *FORM_BINDINGS,
        # With priority the focus has moved before the next key looks for it.
        Binding("ctrl+n,f8", "start", "start the clock", show=False, priority=True),
        Binding("f2", "next_planned", "next planned", show=False, priority=True),
        Binding("f3", "guides", "guides", show=False),
        Binding("enter", "next_field", "next field", show=False, priority=True),
        Binding("escape", "cancel", "back", show=False),
    ]

    form = getters.query_one("#form", Form)
    guide_choice = getters.query_one("#guide", Choice)
    participant = getters.query_one("#participant", TextField)
    note_taker = getters.query_one("#note_taker", TextField)
    role = getters.query_one("#role", Choice)
    notes_allowed = getters.query_one("#consent_notes", Choice)
    recording_allowed = getters.query_one("#consent_recording", Choice)
    key_bar = getters.query_one("#keys", KeyBar)

    def __init__(self, plan: SessionPlan, workspace: Workspace, clock: Clock | None = None) -> None:
        super().__init__()
        self._shelf = GuideShelf(plan, workspace)
        self._workspace = workspace
        self._clock = clock or SystemClock()
        self._who = WhoTakesPart(practice=plan.practice)
        self._answered_at = self._stopped = ""
        self._pressed = self._start_waits = self._is_starting = self._warned = False

    def compose(self) -> ComposeResult:
        """One column of fields with the guide beside it; the next step and the keys below."""
        yield Palette()
        yield RowsPane(id="top")
        with Horizontal(id="card"):
            with Form(id="form"):
                yield Field("Guide", Choice(self._shelf.options, self._shelf.place, id="guide")).add_class(
                    "first"
                )
                yield RowsPane(id="facts")
                yield from people_fields(self._plan.people, self._plan.role)
                yield from consent_fields("Consent: ask whether you may …")
                yield from ticks(self._checklist(None, "", self._plan.role))
            yield RowsPane(id="aside")
        yield RowsPane(id="next")
        yield KeyBar((), id="keys")

    def on_mount(self) -> None:
        """Show the plan, and look for the participants in the background."""
        title, practice = self._plan.study.title, self._plan.practice
        self._pane("top").show(lambda width, _: [top_row(title, width, practice=practice)])
        fill_in(self.form, self._who.person, self._plan.study.segments, afresh=False)
        self._understand_participant()
        if self._who.people is None:
            self.call_after_refresh(self.run_worker, self._read_people, thread=True)
        else:
            self._propose()

    def _pane(self, name: str) -> RowsPane:
        return self.query_one(f"#{name}", RowsPane)

    # -- the participant -------------------------------------------------------------------

    def _read_people(self) -> None:
        worker = get_current_worker()
        try:
            people = read_people(self._workspace, lambda: worker.is_cancelled)
        except InterviewError as error:
            self.post_message(self.PeopleRead(People(), error.message))
        else:
            self.post_message(self.PeopleRead(people))

    @on(PeopleRead)
    def _people_read(self, message: PeopleRead) -> None:
        self._who.take(message.people, message.problem)
        if not self._stopped:
            self._propose()
        self._understand(afresh=bool(self._stopped))
        if self._start_waits:
            self._start()

    def _propose(self) -> None:
        if proposal := self._who.proposal(self._today):
            self.participant.propose(proposal)

    def action_next_planned(self) -> None:
        """Take the next of those who are planned, from the last on to the first again."""
        if others := self._who.others_planned(self._today):
            self.participant.value = others[0]
        else:
            self.app.notify("Nobody else is planned; type a pseudonym, or take the one that is proposed.")

    @on(Input.Changed, "#participant")
    def _understand_participant(self) -> None:
        self._stopped = ""
        self._understand(afresh=False)

    def _understand(self, *, afresh: bool) -> None:
        before = self._who.understand(self.participant.value.strip())
        person = self._who.person
        if person != before:
            afresh = afresh or (person.pseudonym != before.pseudonym and bool(before.pseudonym))
            fill_in(self.form, person, self._plan.study.segments, afresh=afresh)
            self._answered_at = "" if afresh else self._answered_at
        self._show()

    @on(Input.Blurred, "#participant")
    def _participant_left(self) -> None:
        """A name was good for finding its pseudonym; what stays on the screen is the pseudonym."""
        if self._who.person.pseudonym:
            self.participant.value = self._who.person.pseudonym
        self._show()

    # -- the plan --------------------------------------------------------------------------

    @property
    def _plan(self) -> SessionPlan:
        return self._shelf.plan

    @on(Choice.Changed, "#guide")
    def _guide_chosen(self) -> None:
        self._shelf.choose(cast("int", self.guide_choice.value))
        self._show()

    def take_guide(self, path: Path) -> None:
        """Use a guide that was chosen, made or changed on another screen."""
        self._shelf.take(path)
        self._show_shelf()

    def read_guide_again(self) -> None:
        """The guide may have been changed on another screen."""
        self._shelf.read_again()
        self._show_shelf()

    def _show_shelf(self) -> None:
        self.guide_choice.put(self._shelf.place, self._shelf.options)
        self._show()

    @on(Choice.Changed)
    def _answered(self, message: Choice.Changed) -> None:
        if str(message.choice.id).startswith("consent_"):
            self._answered_at = self._clock.utc().isoformat(timespec="seconds")
        self._show()

    @on(Tick.Pressed)
    def _ticked(self, message: Tick.Pressed) -> None:
        if message.tick.by_answer and not message.tick.value:
            self.set_focus(self.recording_allowed)
        self._show()

    @property
    def gate(self) -> Gate:
        """What stands before the clock."""
        return gate(
            guide_problem=self._shelf.problem,
            participant_problem=self._who.problem,
            notes=self.notes_allowed.value,
            practice=self._plan.practice,
            answering=self.notes_allowed.has_focus,
            stopped=self._stopped,
        )

    def filled_in(self) -> SessionPlan:
        """The plan with everything that stands in the fields, and nothing of anybody chosen before."""
        people: dict[str, FieldValue] = {**session_fields(self._who.person), **told_by(self.form)}
        people["participant"] = self._who.person.pseudonym
        if self._answered_at:
            people[CONSENT_AT] = self._answered_at
        return replace(self._plan, role=cast("Role", self.role.value), people=people)

    def _checklist(self, recording: FieldValue, note_taker: str, role: FieldValue) -> list[ReadyItem]:
        person = self._who.person
        return to_check(self._plan.guide, person, self._now, recording, note_taker, role)

    # -- keys ------------------------------------------------------------------------------

    async def action_start(self) -> None:
        """Start the clock, or say and show what stands before it."""
        await all_keys_taken(self)
        self._start()

    def _start(self) -> None:
        if self._is_starting:
            return
        self._pressed, self._start_waits, self._stopped = True, self._who.people is None, ""
        found = self.gate
        if found.state == "guide":
            self.set_focus(self.guide_choice)
        elif found.state == "participant":
            self.set_focus(self.participant)
        elif found.state == "ask":
            self.set_focus(self.notes_allowed)
        elif not self._start_waits:
            plan = self.filled_in()
            self.drop_keys()
            self._is_starting = True
            self.set_focus(None)  # what is typed from here on belongs to the interview
            then = self.Started if found.state == "open" else self.Refused
            self.run_worker(self._take_in(plan, then), group="start")
        self._show()

    async def _take_in(self, plan: SessionPlan, then: type[Started | Refused]) -> None:
        """Write down who it is and what they said, which tells whether they still may take part."""
        try:
            pseudonym = await asyncio.to_thread(self._who.take_in, self._workspace, plan.people)
        except InterviewError as error:
            self.stop(error.message)
        else:
            self.post_message(then(replace(plan, people={**plan.people, "participant": pseudonym})))

    def stop(self, sentence: str) -> None:
        """The clock could not start: say why, and look at the participants again."""
        self._is_starting, self._stopped = False, sentence
        self.drop_keys()
        self.set_focus(self.participant)
        if not self._plan.practice:
            self.run_worker(self._read_people, thread=True)
        self._show()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """While the clock is about to start, every key belongs to the interview."""
        return action == "start" or not self._is_starting

    def action_guides(self) -> None:
        """Look at the guide with its check, change it, or choose another; what is filled in stays."""
        self.post_message(self.GuidesChosen(self._shelf.path))

    def action_cancel(self) -> None:
        """Back without an interview."""
        if not self.holds_back():
            self.post_message(self.Cancelled())

    def holds_back(self) -> bool:
        """Whether leaving would lose answers; that is said once."""
        self._warned = touched_in(self.form) and not self._warned
        self._show_next()
        return self._warned

    async def action_next_field(self) -> None:
        """On to the next field, ticking what has the focus; from the last one the clock starts."""
        if isinstance(self.focused, Tick):
            self.focused.press(ticked=True)
        if self.focused is self.query(Tick).last():
            await self.action_start()
        else:
            self.focus_next()

    def action_choose_next(self) -> None:
        """The next option of the choice that has the focus."""
        if isinstance(self.focused, Choice):
            self.focused.action_step(1)

    def action_tick(self) -> None:
        """Tick what has the focus."""
        if isinstance(self.focused, Tick):
            self.focused.action_press()

    def on_descendant_focus(self) -> None:
        """Other keys apply where the focus is now."""
        self._show_next()
        self._show_keys()

    # -- showing ---------------------------------------------------------------------------

    @property
    def _now(self) -> datetime:
        return self._clock.utc().astimezone()

    @property
    def _today(self) -> str:
        return f"{self._now:%Y-%m-%d}"

    def _show(self) -> None:
        self._warned = False
        self._pane("facts").show(self._shelf.fact_rows)
        self._pane("aside").show(self._shelf.rows)
        self._pane("who").show(lambda width, _: self._who.rows(self._now, width))
        question = consent_question(self._plan.guide)
        self._pane("asked").show(lambda width, _: [question_row(question, width)])
        self.set_class(not question, "-no-question")
        person = self._who.person
        self.set_class(person.customer_kind != "unknown", "-screened")
        self.set_class(not self._plan.study.segments and not person.segment, "-no-segments")
        note_taker = self.note_taker.value.strip()
        items = self._checklist(self.recording_allowed.value, note_taker, self.role.value)
        for tick, item in zip(self.query(Tick), items, strict=True):
            tick.put(item)
        self._show_next()
        self._show_keys()

    def _show_next(self) -> None:
        half_typed = bool(self.participant.value) and self.participant.has_focus and not self._pressed
        found = NOT_KEPT if self._warned else patient(self.gate) if half_typed else self.gate
        unticked = sum(1 for tick in self.query(Tick) if not tick.value)
        self.set_class(found.problem, "-problem")
        self._pane("next").show(
            lambda width, _: next_rows(found, unticked, width, pressed=self._pressed or self._warned)
        )

    def _show_keys(self) -> None:
        planned = bool(self._who.others_planned(self._today))
        self.key_bar.use(ready_keys(self.gate, place_of(self.focused), planned=planned))
