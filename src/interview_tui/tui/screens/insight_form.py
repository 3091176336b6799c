"""The form for one insight: its statement, what was decided, the next step and who takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from interview_tui.domain.insights import DECISIONS, INSIGHT, Insight, describe
from interview_tui.errors import InterviewError
from interview_tui.tui.forms import FORM_BINDINGS, Choice, Field, Form, TextField
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.rows import paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (
    Key("F8 ^N", "save", "save"),
    Key("enter", "next", "next_field"),
    Key("esc", "back", "back"),
)
_DECISIONS = (("", "open"), ("act", "act"), ("later", "later"), ("no", "no"))
_HINT = (
    "One sentence that says who does or lacks what, and why it matters: "
    "“Small shops lose bookings because nobody hears the phone while a machine runs.”"
)
_NOT_SAVED = "What you typed is not saved: F8 saves it, the same key once more leaves without it."
_NOTHING = "An insight needs a statement: one sentence that says what you learnt."

_TYPED_BEFORE = "You typed this before and did not save it: F8 saves it, esc lets it go."
_DRAFT_S = 0.3
"""So much of what is typed a crash may take, in seconds."""

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-roomy")]


class InsightForm(Screen[str | None]):
    """Answers with the target that was kept, or None; `insight` None: a new one."""

    @dataclass
    class Looked(Message):
        """Whether a participant's name stands in what was typed."""

        warning: str

    CSS_PATH = "insight_form.tcss"
    AUTO_FOCUS = "#statement"
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *FORM_BINDINGS,
        Binding("ctrl+n,f8", "save", "save", show=False),
        Binding("escape", "back", "back", show=False),
    ]

    problem = getters.query_one("#problem", RowsPane)

    def __init__(self, desk: LibraryDesk, insight: Insight | None) -> None:
        super().__init__()
        self._desk = desk
        self._insight = insight
        self._before: dict[str, str] = {}
        self._begun: dict[str, str] = {}
        self._waiting: Timer | None = None
        self._looked_at: dict[str, str] | None = None
        self._warned = False

    def compose(self) -> ComposeResult:
        """One column of fields, and what makes a good statement."""
        known = self._insight or _from_draft(self._desk.draft)
        yield Palette()
        yield RowsPane(id="top")
        with Form(id="form"):
            yield Field("Statement", TextField(known.statement, id="statement"))
            yield Field("Decision", Choice(_DECISIONS, known.decision, id="decision"))
            yield Field("Next step", TextField(known.next_step, id="next_step"))
            yield Field("Owner", TextField(known.owner, placeholder="who takes it", id="owner"))
            yield Static(_HINT, id="hint", markup=False)
        yield RowsPane(id="problem")
        yield KeyBar(_KEYS, id="keys")

    def on_mount(self) -> None:
        """Say what this is."""
        self._begun = self._before = self._told()
        if self._insight is None:
            self._before = dict.fromkeys(self._begun, "")
            if self._begun != self._before:
                self._tell(_TYPED_BEFORE)
        words = "A new insight" if self._insight is None else "An insight"
        self.query_one("#top", RowsPane).show(lambda _width, _height: [row((words, "title"))])

    def _told(self) -> dict[str, str]:
        told = {field.id or "": field.value.strip() for field in self.query(TextField)}
        return told | {"decision": str(self.query_one(Choice).value or "")}

    # -- keys ------------------------------------------------------------------------------

    @on(Input.Submitted)
    @on(Choice.Done)
    def action_next_field(self) -> None:
        """On to the next field; from the last one it is saved."""
        if self.focused is not None and self.focused.id == "owner":
            self.action_save()
        else:
            self.focus_next()

    def action_back(self) -> None:
        """Back without saving; changes are asked about once."""
        if not self.holds_back():
            self._let_draft_go()
            self.dismiss(None)

    def holds_back(self) -> bool:
        """Whether leaving would lose what was typed; that is said once."""
        if self._told() == self._before or self._warned:
            return False
        self._warned = True
        self._tell(_NOT_SAVED)
        return True

    @on(Input.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        if (told := self._told()) == self._begun:
            return  # a field that was filled in tells so as well
        self._begun = {}
        self._warned = False
        self._tell("")
        if self._insight is None:
            self._desk.draft = told if any(told.values()) else {}
            self._waiting = self._waiting or self.set_timer(_DRAFT_S, self._keep_draft)

    # -- what is not saved yet -------------------------------------------------------------

    def _keep_draft(self) -> None:
        self._waiting = None
        self.run_worker(self._desk.keep_draft, thread=True, group="draft")

    def _let_draft_go(self) -> None:
        """What was saved, or left on purpose, is offered no more."""
        if self._insight is None:
            self._desk.draft = {}
            self._desk.keep_draft()

    # -- saving ----------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save it, after one look whether it gives a participant away; what is wrong is told here."""
        told = self._told()
        if not told["statement"]:
            self._tell(_NOTHING)
        elif told in (self._looked_at, self._before):
            self._keep(told)
        else:
            self._looked_at = told
            self.run_worker(lambda: self._look(told), thread=True, exclusive=True)

    def _look(self, told: dict[str, str]) -> None:
        from interview_tui.interchange.names import names_warning

        warning = names_warning(self._desk.workspace, "\n".join(told.values()), parts=True)
        self.post_message(self.Looked(warning))

    @on(Looked)
    def _was_looked_at(self, message: Looked) -> None:
        told = self._told()
        if told != self._looked_at:
            return  # typed on meanwhile: the next save looks again
        if message.warning:
            self._tell(f"{message.warning} Write the pseudonym instead, or save once more to keep it so.")
        else:
            self._keep(told)

    def _keep(self, told: dict[str, str]) -> None:
        try:
            target = self._insight.id if self._insight else self._desk.pen.new_target(INSIGHT)
            label = "changed an insight" if self._insight else "wrote an insight"
            self._desk.write(label, describe(target, **told))
        except InterviewError as error:
            self._tell(error.message)
        else:
            self._let_draft_go()
            self.dismiss(target)

    def _tell(self, sentence: str) -> None:
        self.set_class(bool(sentence), "-problem")
        first = (("! ", "warn strong"),)
        self.problem.show(
            lambda width, height: paragraph(sentence, width, "warn", first=first)[:height] if sentence else []
        )


def _from_draft(draft: Mapping[str, str]) -> Insight:
    """What was typed of a new insight, as one; without an id it is none yet."""
    return Insight(
        id="",
        statement=draft.get("statement", ""),
        decision=next((known for known in DECISIONS if known == draft.get("decision")), ""),
        next_step=draft.get("next_step", ""),
        owner=draft.get("owner", ""),
    )
