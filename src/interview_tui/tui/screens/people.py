"""The people place: what the people of a segment have in common, and who named whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from interview_tui.domain.personas import Persona
from interview_tui.errors import InterviewError
from interview_tui.interchange.names import names_warning
from interview_tui.interchange.personas import NO_SEGMENT, persona_markdown, referrals_markdown
from interview_tui.store.exports import write_export
from interview_tui.store.library.progress import Cancelled
from interview_tui.tui.clipboard import copy
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.people_reading import gather
from interview_tui.tui.people_rows import (
    Item,
    Laid,
    PeopleFacts,
    View,
    head_row,
    help_rows,
    laid_out,
    member_rows,
    members_line,
    painted,
    person_rows,
    persona_items,
    source_rows,
    tree_head,
    tree_items,
)
from interview_tui.tui.rows import BLANK, Row, row
from interview_tui.tui.stepping import PAGES, STEPS, Wheel, choosable, first_choice, scrolled, stepped
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (
    Key("enter", "open", "open"),
    Key("← →", "segment", "segment(1)"),
    Key("r", "referrals", "switch"),
    Key("x", "export", "export"),
    Key("?", "help", "help"),
)
_TREE_KEYS = (
    Key("enter", "open", "open"),
    Key("r", "personas", "switch"),
    Key("x", "export", "export"),
    Key("c", "copy", "copy"),
    Key("?", "help", "help"),
)
_NOBODY = (
    "Nobody was interviewed yet, and no participant is written down.",
    "",
    "At home, w adds participants and n starts an interview. Notes tagged goal, challenge, workaround and "
    "the like become a sheet of what the people of a segment have in common.",
)
_NO_CHAIN = "Nobody yet. At the end of an interview, ask who else to talk to; w at home writes them down."


class PeopleScreen(Wheel, LibraryScreen):
    """Persona sheets by segment, and the chain of referrals; pseudonyms alone."""

    @dataclass
    class Gathered(Message):
        """What there is to show was put together."""

        facts: PeopleFacts

    PLACE = "people"
    KEYS = _KEYS
    CSS_PATH = "people.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", show=False),
        Binding("left,left_square_bracket,h", "segment(-1)", "segment before", show=False),
        Binding("right,right_square_bracket,l", "segment(1)", "next segment", show=False),
        Binding("r,tab", "switch", "personas or referrals", show=False),
        Binding("space", "unfold", "all notes", show=False),
        Binding("x", "export", "export", show=False),
        Binding("c", "copy", "copy", show=False),
        *STEPS,
        *PAGES,
    ]

    head = getters.query_one("#head", RowsPane)
    sheet = getters.query_one("#sheet", RowsPane)
    side = getters.query_one("#side", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._facts: PeopleFacts | None = None
        self._view: View = "personas"
        self._segment = 0
        self._chosen: dict[str, str] = {}
        self._unfolded: frozenset[str] = frozenset()
        self._items: list[Item] = []
        self._laid: tuple[int, list[Laid]] | None = None
        self._scrolled_to = 0

    def compose_place(self) -> Iterable[Widget]:
        """Which segment, its sheet, and who they are."""
        yield RowsPane(id="head")
        with Container(id="sides"):
            yield RowsPane(id="sheet")
            yield RowsPane(id="side")

    # -- gathering -------------------------------------------------------------------------

    def library_read(self) -> None:
        """Put together what the library and the participants say."""
        self._gather()

    @work(thread=True, exclusive=True, group="people")
    def _gather(self) -> None:
        worker = get_current_worker()
        try:
            facts = gather(self.desk, lambda: not worker.is_cancelled)
        except Cancelled:
            return
        except InterviewError as error:
            self.post_message(self.Gathered(PeopleFacts(problem=error.message)))
        else:
            self.post_message(self.Gathered(facts))

    @on(Gathered)
    def _gathered(self, message: Gathered) -> None:
        self._facts = message.facts
        self._segment = min(self._segment, max(0, len(message.facts.personas) - 1))
        if message.facts.problem:
            self.say(message.facts.problem, ink="bad")
        self._show()

    # -- choosing --------------------------------------------------------------------------

    @property
    def persona(self) -> Persona | None:
        """The sheet that is shown."""
        personas = self._facts.personas if self._facts else ()
        return personas[self._segment] if personas else None

    @property
    def chosen(self) -> Item | None:
        """What the keys act on."""
        return self._items[self._place] if self._items and self._items[self._place].can_be_chosen else None

    @property
    def _place(self) -> int:
        return first_choice(self._items, self._chosen.get(self._where, ""))

    @property
    def _where(self) -> str:
        """What a choice belongs to: each sheet remembers its own."""
        return f"{self._view} {self._segment if self._view == 'personas' else ''}"

    def action_step(self, by: int) -> None:
        """Choose another note or person."""
        if places := choosable(self._items):
            self._choose(self._items[stepped(places, self._place, by)].key)

    def _choose(self, key: str) -> None:
        self._chosen[self._where] = key
        self._show_sheet()

    @on(RowsPane.Clicked, "#sheet")
    def _clicked(self, message: RowsPane.Clicked) -> None:
        """The first click chooses and the second opens."""
        item = self._items[int(message.action)]
        if self.chosen is item:
            self.action_open()
        else:
            self._choose(item.key)

    def action_segment(self, by: int) -> None:
        """Another segment."""
        count = len(self._facts.personas) if self._facts else 0
        if count and self._view == "personas":
            self._segment = (self._segment + by) % count
            self._scrolled_to = 0
            self._show()

    def action_switch(self) -> None:
        """From the personas to the referrals and back."""
        self._view = "referrals" if self._view == "personas" else "personas"
        self._scrolled_to = 0
        self.keys.use(_KEYS if self._view == "personas" else _TREE_KEYS)
        self._show()

    def action_unfold(self) -> None:
        """All notes of the heading that the choice stands under, or a few of them again."""
        item = self.chosen
        if item is None or item.branch is not None:
            return
        name, _, _ = item.key.partition("/")
        self._unfolded = self._unfolded ^ {name}
        self._show()
        if item.key not in [each.key for each in self._items]:
            self._choose(next((each.key for each in self._items if each.key.startswith(f"{name}/")), ""))

    def action_open(self) -> None:
        """The chosen note in its session, or the newest session of who was chosen."""
        item = self.chosen
        if item is None:
            return
        if item.line is not None:
            self.post_message(self.NoteChosen(item.line.note.session, item.line.note.id))
        elif item.branch is None:
            self.action_unfold()
        elif self._facts and item.key in self._facts.newest:
            self.post_message(self.NoteChosen(self._facts.newest[item.key], ""))
        else:
            self.say(f"There is no interview with {item.key} to open.")

    # -- taking it along -------------------------------------------------------------------

    def _text(self) -> tuple[str, str, str]:
        """What is shown as Markdown, the name of its file, and what it is in words."""
        facts, title = self._facts or PeopleFacts(), self.desk.study.title
        if self._view == "referrals":
            return referrals_markdown(facts.tree, facts.answers, title), "referrals.md", "who named whom"
        persona = self.persona or Persona(segment="")
        name = persona.segment or NO_SEGMENT
        return persona_markdown(persona, title), f"persona-{_slug(name)}.md", f"the sheet of {name}"

    def action_export(self) -> None:
        """Write what is shown into the workspace's exports."""
        text, name, words = self._text()
        self._export(text, name, f"Wrote {words} to")

    async def action_copy(self) -> None:
        """Copy what is shown; where no clipboard confirms it, leave it in a file as well."""
        text, name, words = self._text()
        if await copy(self.app, text):
            self._told(f"Copied {words}.", text)
        else:
            self._export(text, name, f"Sent {words} to the terminal; also in")

    def _export(self, text: str, name: str, words: str) -> None:
        path = self.desk.workspace.path / "exports" / name
        try:
            write_export(path, text, into_new_folder=True, workspace=self.desk.workspace)
        except InterviewError as error:
            self.say(error.message, ink="bad")
        else:
            self._told(f"{words} exports/{name}", text)

    def _told(self, words: str, text: str) -> None:
        warning = names_warning(self.desk.workspace, text, parts=True)
        self.say(f"{words}  {warning}".strip(), ink="warn strong" if warning else "text strong")

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        self._laid = None
        facts = self._facts
        if facts is None:
            self._items = []
        elif self._view == "referrals":
            self._items = tree_items(facts.tree) or [Item(words=_NO_CHAIN)]
        elif self.persona is None:
            self._items = [Item(words=line) for line in _NOBODY]
        else:
            self._items = persona_items(self.persona, self._unfolded)
        self._show_sheet()

    def _show_sheet(self) -> None:
        self.head.show(self._head_rows)
        self.sheet.show(self._sheet_rows)
        self.side.show(self._side_rows)

    def _head_rows(self, width: int, _height: int) -> list[Row]:
        facts, persona = self._facts, self.persona
        if facts is None:
            return [row(("Reading…", "dim"))]
        if self._view == "referrals":
            return [tree_head(facts, width)]
        if persona is None:
            return []
        return [head_row(persona, self._segment, len(facts.personas), width)]

    def _sheet_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, laid_out(self._items, self._facts or PeopleFacts(), width - 1))
        laid, here = self._laid[1], self._place
        places = [at for at, (_, place) in enumerate(laid) if place == here] or [0]
        rows = range(places[0], places[-1] + 1)
        # What stands above the first that can be chosen would else never come back into view.
        above = rows.start if rows.start <= 2 else 1
        self._scrolled_to = scrolled(self._scrolled_to, rows, len(laid), height, above=above)
        shown = laid[self._scrolled_to : self._scrolled_to + height]
        return [
            painted(
                each,
                width,
                chosen=place == here and self._items[place].can_be_chosen,
                first=at == places[0],
                action=str(place) if self._items[place].can_be_chosen else None,
            )
            for at, (each, place) in enumerate(shown, start=self._scrolled_to)
        ]

    def _side_rows(self, width: int, height: int) -> list[Row]:
        facts, persona, item = self._facts, self.persona, self.chosen
        if facts is None or self._helping:
            return []
        if self._view == "referrals":
            rows = person_rows(item.branch, facts, width, height) if item and item.branch else []
            return rows[:height]
        source = source_rows(item.line, self.desk.codebook, width, height) if item and item.line else []
        if persona is None:
            return []
        if not self.has_class("-wide"):
            return [members_line(persona, width), *source][:height]
        below = [BLANK, row(("The chosen note", "title")), *source] if source else []
        return [*member_rows(persona, width, height - len(below)), *below][:height]


def _slug(name: str) -> str:
    """A name as a file's: letters and digits of any script, dashes between."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:60] or "segment"
