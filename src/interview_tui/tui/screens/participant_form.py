"""The form for one participant: what may be known of them, what they allow, and who they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from interview_tui.domain.participant import Contact, Participant
from interview_tui.domain.study import Study
from interview_tui.errors import InterviewError
from interview_tui.store.workspace import Workspace
from interview_tui.tui.forms import FORM_BINDINGS, Choice
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.participant_fields import (
    Told,
    contact_fields,
    contact_from,
    filled_in,
    open_fields,
    told_by,
    with_changes,
)
from interview_tui.tui.rows import Row, paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-medium"), (34, "-tall")]
_KEYS = (
    Key("F8 ^N", "save", "save"),
    Key("enter", "next", "next_field"),
    Key("F4", "who it is", "show_contact"),
    Key("esc", "back", "back"),
    Key("←→", "choose", "choose_next"),
)
_NOT_SAVED = "What you changed is not saved: F8 saves it, the same key once more leaves without it."


class ParticipantForm(Screen[str | None]):
    """Answers with the pseudonym that was saved, or None; `person` None: somebody new."""

    @dataclass
    class Saved(Message):
        """It is durable; `words` say what became of their sessions."""

        pseudonym: str
        words: str = ""

    @dataclass
    class Refused(Message):
        """It was not saved, and why."""

        sentence: str

    CSS_PATH = "participant_form.tcss"
    AUTO_FOCUS = "#segment"
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *FORM_BINDINGS,
        Binding("ctrl+n,f8", "save", "save", show=False),
        Binding("f4", "show_contact", "who it is", show=False),
        Binding("escape", "back", "back", show=False),
    ]

    form = getters.query_one("#form", VerticalScroll)
    problem = getters.query_one("#problem", RowsPane)

    def __init__(
        self,
        workspace: Workspace,
        study: Study,
        person: Participant | None,
        contact: Contact,
        *,
        open_contact: bool = False,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._study = study
        self._new = person is None
        self._person = person or Participant(pseudonym="")
        self._contact = contact
        self._hiding = not (self._new or open_contact)
        self._before: Told = {}
        self._warned = False
        self._saving = False
        self.words = ""
        """What became of the participant's sessions when it was saved."""

    def compose(self) -> ComposeResult:
        """One column of fields; who it is stands last, and hidden unless it is new."""
        yield Palette()
        yield RowsPane(id="top")
        with VerticalScroll(id="form", can_focus=False):
            yield from open_fields(self._person, self._study.segments)
            yield from contact_fields(self._contact)
            yield Static("hidden, because others may see this screen: F4 shows it", id="hidden")
        yield RowsPane(id="problem")
        yield KeyBar(_KEYS, id="keys")

    def on_mount(self) -> None:
        """Show what is known."""
        self.set_class(self._hiding, "-hiding")
        self._before = told_by(self.form)
        self.query_one("#top", RowsPane).show(lambda _width, _height: [self._top_row()])

    def _top_row(self) -> Row:
        name = "A new participant" if self._new else self._person.pseudonym
        words = "  gets the next pseudonym" if self._new else "  what is known, and what they allow"
        return row((name, "title"), (words, "dim"))

    # -- keys ------------------------------------------------------------------------------

    @on(Input.Submitted)
    @on(Choice.Done)
    def action_next_field(self) -> None:
        """On to the next field; from the last one it is saved."""
        fields = [widget for widget in self.focus_chain if widget.id in self._before]
        if self.focused is not None and fields and self.focused is fields[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_choose_next(self) -> None:
        """The next option of the choice that has the focus."""
        if isinstance(self.focused, Choice):
            self.focused.action_step(1)

    def action_show_contact(self) -> None:
        """Show who it is, or hide it again."""
        self._hiding = not self._hiding
        self.set_class(self._hiding, "-hiding")
        self.call_after_refresh(
            (self.query_one("#segment") if self._hiding else self.query_one("#name")).focus
        )

    def action_back(self) -> None:
        """Back without saving; changes are asked about once."""
        if not self.holds_back():
            self.dismiss(None)

    def holds_back(self) -> bool:
        """Whether leaving would lose changes; that is said once."""
        if told_by(self.form) == self._before or self._warned:
            return False
        self._warned = True
        self._tell(_NOT_SAVED)
        return True

    @on(Input.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        self._warned = False
        self._tell("")

    # -- saving ----------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save in the background; what is wrong is told and nothing is lost."""
        if self._saving:
            return
        now = datetime.now(UTC).isoformat(timespec="seconds")
        told = told_by(self.form)
        try:
            person = filled_in(
                self._person, told, self._study.segments, today=datetime.now().date(), now_utc=now
            )
        except ValueError as error:
            self._tell(str(error))
            return
        contact = contact_from(told, person.pseudonym)
        self._saving = True
        self.run_worker(lambda: self._keep(person, contact), thread=True)

    def _keep(self, person: Participant, contact: Contact) -> None:
        from interview_tui.store.participants import edit_roster
        from interview_tui.store.session_files import pseudonyms_given

        try:
            self._workspace.create()
            taken = pseudonyms_given(self._workspace) if self._new else ()
            with edit_roster(self._workspace.participants_file) as editor:
                known = editor.roster.get(person.pseudonym)
                if known is None:
                    kept = editor.add(person, contact, taken=taken)
                else:
                    kept = editor.replace(with_changes(known, self._person, person), contact)
        except InterviewError as error:
            self.post_message(self.Refused(error.message))
        else:
            self.post_message(self.Saved(kept.pseudonym, self._bring_to_sessions(kept)))

    def _bring_to_sessions(self, kept: Participant) -> str:
        """Their answer on being quoted holds in the sessions held before, too; what to say of it."""
        if "quoting" not in kept.consent:
            return ""
        from interview_tui.interchange.tidy import tidy_tables
        from interview_tui.store.newest_consent import spread_quoting, spread_words

        try:
            return spread_words(spread_quoting(self._workspace, kept, tidy=tidy_tables))
        except InterviewError as error:
            return error.message

    @on(Saved)
    def _done(self, message: Saved) -> None:
        self.words = message.words
        self.dismiss(message.pseudonym)

    @on(Refused)
    def _not_done(self, message: Refused) -> None:
        self._saving = False
        self._tell(message.sentence)

    def _tell(self, sentence: str) -> None:
        self.set_class(bool(sentence), "-problem")
        first = (("! ", "warn strong"),)
        self.problem.show(
            lambda width, height: paragraph(sentence, width, "warn", first=first)[:height] if sentence else []
        )
