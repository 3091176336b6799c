"""The participants: who comes next, what is known of each, and what can be done about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message

from interview_tui.domain.participant import Contact, Participant
from interview_tui.domain.study import Study
from interview_tui.errors import InterviewError
from interview_tui.store.participants import read_roster
from interview_tui.store.workspace import Workspace
from interview_tui.tui.help_in_place import HelpInPlace
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.participant_rows import (
    Item,
    Overview,
    detail_rows,
    head_row,
    help_rows,
    item_row,
    list_items,
    top_row,
)
from interview_tui.tui.rows import Row, paragraph
from interview_tui.tui.stepping import PAGES, STEPS, Wheel, scrolled, stepped
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-medium"), (34, "-tall")]
_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (110, "-wide")]
_KEYS = (
    Key("s", "ready", "get_ready"),
    Key("a", "add", "add"),
    Key("enter", "edit", "edit"),
    Key("c", "who", "show_contact"),
    Key("f", "forget", "forget"),
    Key("esc", "home", "leave"),
)
_KEYS_WITHOUT_A_FILE = (Key("r", "read again", "read_again"), Key("esc", "home", "leave"))
_KEYS_OF_NOBODY = (Key("a", "add", "add"), Key("esc", "home", "leave"))


class ParticipantsScreen(Wheel, HelpInPlace):
    """Shows pseudonyms; a name and how to reach somebody only for as long as it is asked for."""

    @dataclass
    class GetReady(Message):
        """Get ready for an interview with this participant."""

        pseudonym: str

    @dataclass
    class Left(Message):
        """Back home."""

    @dataclass
    class PeopleRead(Message):
        """The participants were read; `problem` says why they could not be."""

        overview: Overview
        problem: str = ""

    CSS_PATH = "participants.tcss"
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = _HEIGHTS
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "get_ready", "get ready", show=False),
        Binding("a", "add", "add", show=False),
        Binding("enter,e", "edit", "edit", show=False),
        Binding("c", "show_contact", "contact data", show=False),
        Binding("f", "forget", "forget", show=False),
        Binding("r", "read_again", "read again", show=False),
        Binding("space", "more", "more", show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("escape,q", "leave", "home", show=False),
        *STEPS,
        *PAGES,
    ]

    top = getters.query_one("#top", RowsPane)
    people = getters.query_one("#people", RowsPane)
    detail = getters.query_one("#detail", RowsPane)
    said = getters.query_one("#said", RowsPane)
    keys = getters.query_one("#keys", KeyBar)

    def __init__(self, workspace: Workspace, study: Study) -> None:
        super().__init__()
        self._workspace = workspace
        self._study = study
        self._overview = Overview()
        self._items: list[Item] = []
        self._chosen = ""
        self._scrolled_to = 0
        self._contact_shown = False
        self._sentence = ""
        self._problem = ""
        self._part = 0
        self._reading = True

    def compose(self) -> ComposeResult:
        """The list, the chosen one beside or below it, the last word, keys."""
        yield Palette()
        yield RowsPane(id="top")
        with Container(id="sides"):
            yield RowsPane(id="people")
            yield RowsPane(id="detail")
        yield RowsPane(id="said")
        yield KeyBar(_KEYS, id="keys")

    def on_mount(self) -> None:
        """Show the frame; the participants are read behind it."""
        self._show()

    def on_screen_resume(self) -> None:
        """Read anew: also after somebody was added or changed."""
        self.call_after_refresh(self.action_read_again)

    # -- reading ---------------------------------------------------------------------------

    def action_read_again(self) -> None:
        """Read the participants and their sessions in the background; who is chosen stays so until then."""
        self._reading = True
        self.run_worker(self._read, thread=True, exclusive=True, group="people")

    def _read(self) -> None:
        try:
            overview = read_overview(self._workspace)
        except InterviewError as error:
            self.post_message(self.PeopleRead(Overview(), error.message))
        else:
            self.post_message(self.PeopleRead(overview))

    @on(PeopleRead)
    def _people_read(self, message: PeopleRead) -> None:
        self._overview = message.overview
        self._reading = False
        self._problem = message.problem
        self._show()

    # -- choosing --------------------------------------------------------------------------

    @property
    def chosen(self) -> Participant | None:
        """Whom the keys act on."""
        return next((item.person for item in self._items if _is(item, self._chosen)), None)

    def choose(self, pseudonym: str) -> None:
        """Choose somebody; the contact data of the one before are hidden again."""
        if pseudonym != self._chosen:
            self._contact_shown = False
            self._part = 0
        self._chosen = pseudonym
        self._say("")

    def action_step(self, by: int) -> None:
        """Choose another one."""
        order = [item.person.pseudonym for item in self._items if item.person]
        if order:
            self.choose(stepped(order, self._chosen, by))

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        self.choose(message.action)

    # -- what can be done ------------------------------------------------------------------

    def action_get_ready(self) -> None:
        """An interview with the chosen one."""
        if self.chosen is not None and self._is_there(self.chosen):
            self.post_message(self.GetReady(self.chosen.pseudonym))

    def action_show_contact(self) -> None:
        """Show who it is, or hide it again."""
        if self._chosen not in self._overview.contacts:
            self._say(
                f"There are no contact data of {self._chosen}; enter adds them." if self._chosen else ""
            )
            return
        self._contact_shown = not self._contact_shown
        self._say("")

    def action_add(self) -> None:
        """Take somebody in."""
        self._open_form(None)

    def action_edit(self) -> None:
        """Change what is known of the chosen one."""
        if self.chosen is not None and self._is_there(self.chosen):
            self._open_form(self.chosen)

    def _open_form(self, person: Participant | None) -> None:
        from interview_tui.tui.screens.participant_form import ParticipantForm

        contact = self._overview.contacts.get(person.pseudonym) if person else None
        form = ParticipantForm(
            self._workspace,
            self._study,
            person,
            contact or Contact(pseudonym=""),
            open_contact=self._contact_shown,
        )
        self.app.push_screen(form, lambda pseudonym: self._saved(pseudonym, form.words))

    def _saved(self, pseudonym: str | None, words: str) -> None:
        if pseudonym:
            self._reading = True  # somebody new is in the list only when it was read again
            self.choose(pseudonym)
            self._say(f"{pseudonym} is saved. {words}".rstrip())

    def action_forget(self) -> None:
        """Forget the chosen one, who withdrew; asks first."""
        from interview_tui.tui.screens.forget import ForgetScreen

        if self._chosen:
            self._contact_shown = False
            self.app.push_screen(ForgetScreen(self._workspace, self._chosen))

    def action_more(self) -> None:
        """The next part of what is known of the chosen one."""
        self._part += 1
        self._show()

    def action_leave(self) -> None:
        """Back home."""
        self.post_message(self.Left())

    def _is_there(self, person: Participant) -> bool:
        if person.withdrawn_utc:
            self._say(f"{person.pseudonym} withdrew; nothing is kept of them any more.")
        return not person.withdrawn_utc

    # -- showing ---------------------------------------------------------------------------

    def _say(self, sentence: str) -> None:
        self._sentence = sentence
        self._show()

    def _show(self) -> None:
        now = datetime.now()
        self._items = list_items(self._overview, now, reading=self._reading)
        everybody = [item.person.pseudonym for item in self._items if item.person]
        if self._chosen not in everybody and not self._reading:
            self._chosen = everybody[0] if everybody else ""
        shown, title = self._contact_shown, self._study.title
        self.top.show(lambda width, _: [top_row(title, width, contact_shown=shown)])
        self.people.show(lambda width, height: self._list_rows(width, height, now))
        self.detail.show(
            lambda width, height: detail_rows(
                self.chosen, self._overview, width, height, contact_shown=shown, part=self._part
            )
        )
        self.set_class(bool(self._sentence), "-said")
        self.said.show(lambda width, height: paragraph(self._sentence, width, "text strong")[:height])
        nobody = _KEYS_WITHOUT_A_FILE if self._problem else _KEYS_OF_NOBODY
        self.keys.use(_KEYS if everybody else nobody)

    def _list_rows(self, width: int, height: int, now: datetime) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if self._problem:
            return paragraph(self._problem, width, "text", first=(("! ", "warn strong"),))[:height]
        place = next((at for at, item in enumerate(self._items) if _is(item, self._chosen)), 0)
        rows = [head_row(width)] if self._overview.people else []
        height -= len(rows)
        self._scrolled_to = scrolled(self._scrolled_to, place, len(self._items), height)
        for at, item in enumerate(self._items[self._scrolled_to : self._scrolled_to + height]):
            chosen = at + self._scrolled_to == place and item.person is not None
            spans = item_row(item, self._overview, now, width, chosen=chosen).spans
            rows.append(Row(spans, item.person.pseudonym if item.person else None))
        return rows


def _is(item: Item, pseudonym: str) -> bool:
    return item.person is not None and item.person.pseudonym == pseudonym


def read_overview(workspace: Workspace) -> Overview:
    """The participants with their sessions, and those who are only in sessions; raises StoreError."""
    from interview_tui.store.session_files import sessions_by_pseudonym
    from interview_tui.store.summaries import last_seen

    roster = read_roster(workspace.participants_file)
    sessions = sessions_by_pseudonym(workspace)
    known = {person.pseudonym for person in roster.participants}
    strangers = [Participant(pseudonym=who) for who in sorted(sessions) if who and who not in known]
    return Overview(
        people=(*roster.participants, *strangers),
        contacts=roster.contacts,
        sessions={who: tuple(held) for who, held in sessions.items()},
        last_seen=last_seen(chain.from_iterable(sessions.values())),
        unfinished=roster.unfinished,
    )
