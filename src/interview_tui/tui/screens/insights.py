"""The insights: what was learnt, ranked, with the notes that prove it and those that speak against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message

from interview_tui.domain.insight_rank import Evidence, Weighed, ranked
from interview_tui.domain.insights import (
    DECISIONS,
    Side,
    adjust_customers,
    delete_insight,
    describe,
    insights_of,
    move,
    put_evidence,
    vote,
)
from interview_tui.domain.study_record import Change
from interview_tui.errors import InterviewError
from interview_tui.tui.insight_rows import detail_rows, help_rows, list_rows, welcome_rows
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.quadrant_rows import quadrant_rows
from interview_tui.tui.rows import Row, paragraph
from interview_tui.tui.screens.insight_cards import Answer, GradeCard, customers_card, vote_card
from interview_tui.tui.stepping import PAGES, STEPS, Wheel, neighbour, scrolled, stepped
from interview_tui.tui.widgets.rows_pane import RowsPane

_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-tall"), (34, "-roomy")]
_KEYS = (
    Key("n", "new", "new"),
    Key("a", "evidence", "add_evidence"),
    Key("v", "vote", "vote"),
    Key("d", "decide", "decide"),
    Key("enter", "notes", "open"),
    Key("?", "keys", "help"),
)
_KEYS_INSIDE = (
    Key("enter", "open", "open"),
    Key("space", "for/against", "turn"),
    Key("x", "take out", "delete"),
    Key("y", "copy", "copy"),
    Key("a", "add", "add_evidence"),
    Key("esc", "back", "leave"),
)
_KEYS_OF_NONE = (Key("n", "new", "new"), Key("?", "keys", "help"), Key("esc", "back", "leave"))
EXPORT_NAME = "insights.md"


class InsightsScreen(Wheel, LibraryScreen):
    """Insights in the order of their rank; what is done to them is kept at once and can be undone."""

    @dataclass
    class Written(Message):
        """The report was written, or why it was not."""

        sentence: str
        well: bool

    CSS_PATH = "insights.tcss"
    PLACE = "insights"
    KEYS = _KEYS
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = _HEIGHTS
    WHEEL_ROWS = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        *LibraryScreen.BINDINGS,
        Binding("n", "new", "new", show=False),
        Binding("e", "edit", "edit", show=False),
        Binding("a", "add_evidence", "add evidence", show=False),
        Binding("v", "vote", "vote", show=False),
        Binding("c", "customers", "customers", show=False),
        Binding("d", "decide", "decide", show=False),
        Binding("w", "write", "write", show=False),
        Binding("r", "read_again", "read again", show=False),
        Binding("y", "copy", "copy", show=False),
        Binding("space", "turn", "for or against", show=False),
        Binding("delete,x", "delete", "remove", show=False),
        Binding("enter,right,l", "open", "open", show=False),
        Binding("left,h", "outside", "back to the list", show=False),
        Binding("J", "move(1)", "down", show=False),
        Binding("K", "move(-1)", "up", show=False),
        *STEPS,
        *PAGES,
    ]

    list_pane = getters.query_one("#list", RowsPane)
    picture = getters.query_one("#picture", RowsPane)
    detail = getters.query_one("#detail", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._insights: tuple[Weighed, ...] = ()
        self._chosen = ""
        self._note = ""
        self._inside = False
        self._problem = ""
        self._tops = {"list": 0, "detail": 0}

    def compose_place(self) -> ComposeResult:
        """The list with the picture, and the chosen one beside or below it."""
        with Container(id="sides"):
            with Container(id="left"):
                yield RowsPane(id="list")
                yield RowsPane(id="picture")
            yield RowsPane(id="detail")

    # -- choosing --------------------------------------------------------------------------

    @property
    def chosen(self) -> Weighed | None:
        """The insight that the keys act on."""
        return next((each for each in self._insights if each.insight.id == self._chosen), None)

    @property
    def chosen_note(self) -> Evidence | None:
        """The piece of evidence that the keys act on, among the notes."""
        evidence = self.chosen.evidence if self.chosen and self._inside else ()
        return next((one for one in evidence if one.note.key == self._note), None)

    def action_step(self, by: int) -> None:
        """Choose another insight, or another note among its notes."""
        if self._inside and self.chosen is not None:
            self._note = stepped([one.note.key for one in self.chosen.evidence], self._note, by)
        else:
            self._chosen = stepped([each.insight.id for each in self._insights], self._chosen, by)
        self._paint()

    @on(RowsPane.Clicked, "#list")
    def _insight_clicked(self, message: RowsPane.Clicked) -> None:
        self._chosen, self._inside = message.action, False
        self._paint()

    @on(RowsPane.Clicked, "#detail")
    def _note_clicked(self, message: RowsPane.Clicked) -> None:
        again = self._inside and self._note == message.action
        self._inside, self._note = True, message.action
        self._paint()
        if again:
            self.action_open()

    def action_open(self) -> None:
        """Among the notes of an insight; there: the chosen note in its session."""
        if (one := self.chosen_note) is not None:
            self.post_message(self.NoteChosen(one.note.session, one.note.id))
        elif self.chosen is not None and self.chosen.evidence:
            self._inside = True
            self.action_step(0)
        elif self.chosen is not None:
            self.action_add_evidence()

    def action_outside(self) -> None:
        """From the notes back to the list."""
        self._inside = False
        self._paint()

    def action_leave(self) -> None:
        """From the notes back to the list, from there out."""
        if self._inside:
            self.action_outside()
        else:
            super().action_leave()

    # -- what can be done ------------------------------------------------------------------

    def _do(self, label: str, changes: Iterable[Change]) -> bool:
        """Keep some changes as one step; False where they could not be kept, which is said."""
        kept = self.write(label, changes) is not None
        self._show()
        return kept

    def action_new(self) -> None:
        """A new insight, by its statement."""
        if not self._problem and self.desk.library is not None:
            self._open_form(None)

    def action_edit(self) -> None:
        """Change what was typed."""
        if self.chosen is not None:
            self._open_form(self.chosen)

    def _open_form(self, each: Weighed | None) -> None:
        from interview_tui.tui.screens.insight_form import InsightForm

        self.app.push_screen(InsightForm(self.desk, each.insight if each else None), self._described)

    def _described(self, target: str | None) -> None:
        if target:
            new = target not in {each.insight.id for each in self._insights}
            self._chosen, self._inside = target, False
            self._show()
            self.say("Kept. a adds the notes that speak for it." if new else "Kept.")

    def action_add_evidence(self) -> None:
        """Look for notes that speak for it or against it."""
        from interview_tui.tui.screens.pick_evidence import PickEvidence

        if self.chosen is not None and self.desk.library is not None:
            self.app.push_screen(PickEvidence(self.desk, self._chosen), lambda _: self._picked())

    def _picked(self) -> None:
        self._show()
        if (each := self.chosen) is not None and each.evidence:
            notes = f"{len(each.supporting)} note{'' if len(each.supporting) == 1 else 's'} for it"
            self.say(f"{notes}, {len(each.against)} against it.")

    def action_turn(self) -> None:
        """The chosen note speaks for the other side."""
        if (one := self.chosen_note) is not None:
            side: Side = "against" if one.side == "for" else "for"
            self._do(f"a note now speaks {side} it", put_evidence(self._chosen, [one.note.key], side))

    def action_delete(self) -> None:
        """Remove the insight, or take the chosen note out of it."""
        each, one = self.chosen, self.chosen_note
        if each is None:
            return
        if one is not None:
            self._note = neighbour([other.note.key for other in each.evidence], self._note)
            self._do("took a note out", put_evidence(self._chosen, [one.note.key], None))
        elif not self._inside:
            self._chosen = neighbour([other.insight.id for other in self._insights], self._chosen)
            self._do("removed an insight; u brings it back", delete_insight(each.insight.id))

    def action_decide(self) -> None:
        """The next decision: act, later, no, open."""
        if (each := self.chosen) is not None:
            decision = DECISIONS[(DECISIONS.index(each.insight.decision) + 1) % len(DECISIONS)]
            self._do(f"decided: {decision or 'nothing yet'}", describe(self._chosen, decision=decision))

    def action_vote(self) -> None:
        """Ask how important it is to the team, and who says so."""
        if (each := self.chosen) is not None:
            known = dict.fromkeys(who for other in self._insights for who, _ in other.insight.team)
            card = vote_card(each.insight, self.desk.voter, tuple(known))
            self.app.push_screen(card, self._voted)

    def _voted(self, answer: Answer | None) -> None:
        if answer is not None and (each := self.chosen) is not None:
            self.desk.voter = answer.name
            words = f"{answer.name} voted {answer.grade}" if answer.grade else f"{answer.name}: no vote"
            self._do(words, vote(each.insight, answer.name, answer.grade))

    def action_customers(self) -> None:
        """Ask how important it is to customers."""
        if (each := self.chosen) is not None:
            card: GradeCard = customers_card(each)
            self.app.push_screen(card, self._adjusted)

    def _adjusted(self, answer: Answer | None) -> None:
        if answer is not None and self.chosen is not None:
            words = (
                f"customers: {answer.grade} by hand" if answer.grade else "customers: as the evidence says"
            )
            self._do(words, adjust_customers(self._chosen, answer.grade))

    def action_move(self, by: int) -> None:
        """Among equals a person says which comes first."""
        each = self.chosen
        if each is None or self._inside:
            return
        here = self._insights.index(each)
        there = here + by
        if 0 <= there < len(self._insights) and _equal(each, self._insights[there]):
            order = [other.insight for other in self._insights]
            self._do("moved", move(order, self._chosen, by))
        else:
            self.say("Only insights of the same score change places: the rank says the rest.")

    async def action_copy(self) -> None:
        """Copy the chosen note with where it comes from."""
        from interview_tui.interchange.insights import quoted
        from interview_tui.tui.clipboard import copy

        if (one := self.chosen_note) is not None:
            sure = await copy(self.app, quoted(one))
            silent = "" if one.may_be_quoted else " It is not to be quoted."
            self.say(
                f"{'Copied' if sure else 'Sent to the clipboard'}: the note of {one.note.person}.{silent}"
            )

    # -- reading and writing ---------------------------------------------------------------

    def action_read_again(self) -> None:
        """Read notes and votes again: others may work on the same study."""
        self.read_again()

    def action_write(self) -> None:
        """Write the report into the folder for exports."""
        if self._insights:
            insights = self._insights
            self.run_worker(lambda: self._write(insights), thread=True, exclusive=True, group="write")

    def _write(self, insights: tuple[Weighed, ...]) -> None:
        from interview_tui.interchange.insights import insights_markdown
        from interview_tui.interchange.names import names_warning
        from interview_tui.store.exports import write_export

        path = self.desk.workspace.path / "exports" / EXPORT_NAME
        again = ", over the one before" if path.exists() else ""
        text = insights_markdown(insights, self.desk.study.title)
        try:
            write_export(path, text, into_new_folder=True)
        except InterviewError as error:
            self.post_message(self.Written(error.message, well=False))
        else:
            warning = names_warning(self.desk.workspace, text, parts=True)
            words = f"Wrote exports/{EXPORT_NAME}{again}."
            self.post_message(self.Written(f"{words} {warning}".strip(), well=not warning))

    @on(Written)
    def _was_written(self, message: Written) -> None:
        self.say(message.sentence, ink="text strong" if message.well else "warn")

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        self._weigh()
        ids = [each.insight.id for each in self._insights]
        if self._chosen not in ids:
            self._chosen, self._inside = (ids[0] if ids else ""), False
        self._paint()

    def _weigh(self) -> None:
        self._problem = ""
        if self.desk.library is None:
            return
        try:
            self._insights = ranked(insights_of(self.desk.record), self.desk.library)
        except InterviewError as error:
            self._insights, self._problem = (), error.message

    def _paint(self) -> None:
        each = self.chosen
        notes = [one.note.key for one in each.evidence] if each else []
        self._inside = self._inside and bool(notes)
        if self._inside and self._note not in notes:
            self._note = notes[0]
        self.set_class(self._inside and not self._helping, "-inside")
        self.set_class(each is None or (self._helping and not self.has_class("-wide")), "-nothing")
        self.list_pane.show(self._list_rows)
        self.picture.show(lambda width, height: quadrant_rows(self._insights, self._chosen, width, height))
        self.detail.show(self._detail_rows)
        self.keys.use(_KEYS_INSIDE if self._inside else _KEYS if each else _KEYS_OF_NONE)

    def _list_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if self._problem:
            return paragraph(self._problem, width, "text", first=(("! ", "warn strong"),))[:height]
        if not self._insights:
            return welcome_rows(width, reading=self.desk.library is None)[:height]
        chosen = self._chosen
        rows, place = list_rows(self._insights, chosen, width, height)
        return self._window("list", rows, place, height)

    def _detail_rows(self, width: int, height: int) -> list[Row]:
        each = self.chosen
        if each is None:
            return []
        rows, place = detail_rows(each, width, self._note if self._inside else "")
        return self._window("detail", rows, place + 1 if place else 0, height)

    def _window(self, name: str, rows: list[Row], place: int, height: int) -> list[Row]:
        top = self._tops[name] = scrolled(self._tops[name], place, len(rows), height)
        return rows[top : top + height]

    def on_resize(self) -> None:
        """Other panes stand at another size."""
        self._paint()


def _equal(one: Weighed, other: Weighed) -> bool:
    return one.standing == other.standing
