"""How far two coders agree, tag by tag, and the disagreements to settle."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from interview_tui.domain.agreement import Agreement, Disagreement, Measure, compare
from interview_tui.domain.coding import NO_CODINGS, Codings, FieldChange, settle
from interview_tui.domain.quoting import barred_in
from interview_tui.domain.session import Session
from interview_tui.errors import InterviewError
from interview_tui.tui.agreement_rows import (
    NOTE,
    TAG,
    disagreement_rows,
    empty_rows,
    figure_rows,
    head_row,
    help_rows,
    open_rows,
    settled_words,
    tag_in_words,
)
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.note_writer import Kept, NoteWriter
from interview_tui.tui.rows import Row, row
from interview_tui.tui.stepping import PAGES, STEPS, Wheel, within
from interview_tui.tui.widgets.rows_pane import RowsPane

_KEYS = (
    Key("c", "code notes", "code"),
    Key("tab", "disagreements", "other_part"),
    Key("p", "other coders", "other_pair"),
    Key("esc", "patterns", "leave"),
)
_KEYS_ALONE = (Key("c", "code notes", "code"), Key("esc", "patterns", "leave"))


class AgreementScreen(Wheel, LibraryScreen):
    """Two coders side by side; what they disagree on is settled here, and becomes the note's own tags."""

    @dataclass
    class CodeChosen(Message):
        """Code notes."""

    @dataclass
    class Compared(Message):
        """Two coders were compared; `problem` says why the coefficients are missing."""

        codings: Codings
        agreement: Agreement | None = None
        problem: str = ""

    @dataclass
    class SettlementKept(Message):
        """A settlement is on the disk, or could not be kept."""

        kept: Kept

    PLACE = "patterns"
    KEYS = _KEYS_ALONE
    CSS_PATH = "agreement.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *STEPS,
        *PAGES,
        Binding("tab,d", "other_part", "figures or disagreements", show=False),
        Binding("c", "code", "code notes", show=False),
        Binding("p", "other_pair", "other coders", show=False),
        Binding("f", "settle('first')", "the first one's tags", show=False),
        Binding("s", "settle('second')", "the second one's tags", show=False),
        Binding("b", "settle('either')", "all that either gave", show=False),
        Binding("n", "settle('shared')", "only what both gave", show=False),
        Binding("enter", "open_note", "the note in its interview", show=False),
    ]

    head = getters.query_one("#head", RowsPane)
    body = getters.query_one("#body", RowsPane)
    foot = getters.query_one("#foot", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._codings: Codings = NO_CODINGS
        self._agreement: Agreement | None = None
        self._problem = ""
        self._known = False
        self._settling = False
        self._pair = 0
        self._places = {False: 0, True: 0}
        self._tops = {False: 0, True: 0}
        self._changed = False
        self._writer = NoteWriter(
            desk.workspace,
            lambda kept: self.post_message(self.SettlementKept(kept)),
            done=desk.settled,
            outdone=desk.outdone,
        )

    def compose_place(self) -> Iterable[Widget]:
        """Who is compared, the figures or the disagreements, and more about the chosen one."""
        yield RowsPane(id="head")
        yield RowsPane(id="body")
        yield RowsPane(id="foot")

    def on_unmount(self) -> None:
        """End the thread that writes."""
        self._writer.close()

    # -- comparing, in a thread ------------------------------------------------------------

    def library_read(self) -> None:
        """Read what the coders said, and compare."""
        library = self.desk.library
        if library is not None:
            self._compare([session.id for session in library.sessions], self._pair)

    @work(thread=True, exclusive=True, group="compare")
    def _compare(self, sessions: list[str], pair: int) -> None:
        from interview_tui.store.codings import read_codings

        worker = get_current_worker()
        codings = read_codings(self.desk.workspace, sessions, lambda: not worker.is_cancelled)
        if worker.is_cancelled:
            return
        pairs = pairs_of(codings)
        if not pairs:
            self.post_message(self.Compared(codings))
            return
        first, second = pairs[pair % len(pairs)]
        measure, problem = _measure()
        order = [tag.name for tag in self.desk.codebook.tags]
        self.post_message(self.Compared(codings, compare(codings, first, second, order, measure), problem))

    @on(Compared)
    def _was_compared(self, message: Compared) -> None:
        self._codings, self._agreement = message.codings, message.agreement
        self._problem, self._known = message.problem, True
        self._show()

    # -- choosing --------------------------------------------------------------------------

    @property
    def agreement(self) -> Agreement | None:
        """The two coders, if they have notes in common."""
        return self._agreement if self._agreement and self._agreement.notes else None

    @property
    def disagreement(self) -> Disagreement | None:
        """The chosen one; None where there is none, or none in view."""
        agreement, place = self.agreement, self._places[True]
        if agreement is None or not self._settling or place >= len(agreement.open):
            return None
        return agreement.open[place]

    def action_step(self, by: int) -> None:
        """Another tag or note."""
        if (agreement := self.agreement) is not None:
            count = len(agreement.open if self._settling else agreement.tags)
            self._places[self._settling] = within(self._places[self._settling] + by, count)
            self._show()

    def action_other_part(self) -> None:
        """The figures, or the disagreements."""
        if self.agreement is not None:
            self._settling = not self._settling
            self._show()

    def action_other_pair(self) -> None:
        """Another two of several coders."""
        if len(pairs_of(self._codings)) > 1:
            self._pair += 1
            self._places = {False: 0, True: 0}
            self.library_read()

    @on(RowsPane.Clicked, "#body")
    def _clicked(self, message: RowsPane.Clicked) -> None:
        message.stop()
        place = int(message.action.removeprefix(TAG).removeprefix(NOTE))
        if place == self._places[self._settling]:
            self.action_open_note()
        self._places[self._settling] = place
        self._show()

    # -- what can be done ------------------------------------------------------------------

    def action_code(self) -> None:
        """Code notes, as one of two people."""
        self.post_message(self.CodeChosen())

    def action_open_note(self) -> None:
        """The note in its interview; from the figures, the disagreements."""
        if not self._settling:
            self.action_other_part()
        elif (one := self.disagreement) is not None:
            session, _, note = one.note.partition("/")
            self._say_when_kept(self.NoteChosen(session, note))

    def action_settle(self, how: str) -> None:
        """Decide about the chosen note: its own tags from now on."""
        one = self.disagreement
        if one is None:
            return
        chosen = {
            "first": one.first,
            "second": one.second,
            "either": one.first | one.second,
            "shared": one.shared,
        }[how]
        order = [tag.name for tag in self.desk.codebook.tags]
        tags = sorted(chosen, key=lambda tag: (order.index(tag) if tag in order else len(order), tag))
        note_id = one.note.partition("/")[2]

        def changes(session: Session) -> list[FieldChange]:
            """What makes the note have these tags."""
            note = session.note(note_id)
            return settle(note, tags) if note else []

        self._changed = True
        self._writer.write(settled_words(tags), one.note, changes, self.desk.author)
        self._take_away(one)

    def _take_away(self, settled: Disagreement) -> None:
        """Out of the list at once: the next key means the next note."""
        if (agreement := self._agreement) is not None:
            still = tuple(one for one in agreement.open if one is not settled)
            self._agreement = replace(agreement, open=still, settled=agreement.settled + 1)
            self._show()

    @on(SettlementKept)
    def _settlement_was_kept(self, message: SettlementKept) -> None:
        kept = message.kept
        if kept.problem:
            self.say(kept.problem, ink="bad")
        elif kept.undone and not kept.note:
            super().action_undo()  # something else was done since, or nothing at all
        elif kept.undone:
            self.say(f"undone: {kept.label}")
        else:
            self.say(kept.label)
            return
        self.library_read()

    def action_undo(self) -> None:
        """Take the last settlement of this run back, or what was done in another place since."""
        self._changed = True
        self._writer.undo(self.desk.author)

    def action_go_to(self, place: str) -> None:
        """Another place, patterns among them; what was settled is read anew there."""
        self._say_when_kept(self.GoTo(place))

    def action_leave(self) -> None:
        """Back to the patterns."""
        self.action_go_to("patterns")

    def _say_when_kept(self, message: Message) -> None:
        """Go on once every settlement is on the disk: whoever follows reads it."""

        async def wait() -> None:
            """Wait for the writer beside the screen, then tell."""
            await asyncio.to_thread(self._writer.wait)
            if self._changed:
                self.desk.stale = True
            self.post_message(message)

        self.run_worker(wait(), exclusive=True, group="leave")

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        agreement = self.agreement
        if agreement is not None:
            self._places[True] = within(self._places[True], len(agreement.open))
        self.keys.use(self._keys_now())
        self.set_class(agreement is None or self._helping, "-whole")
        settling = self._settling
        self.head.show(
            lambda width, _: [head_row(agreement, settling=settling, width=width)] if agreement else []
        )
        self.body.show(self._body_rows)
        self.foot.show(self._foot_rows)

    def _keys_now(self) -> tuple[Key, ...]:
        agreement = self.agreement
        if agreement is None:
            return _KEYS_ALONE
        if not self._settling:
            return _KEYS if len(pairs_of(self._codings)) > 1 else (*_KEYS[:2], _KEYS[3])
        return (
            Key("f", f"{agreement.first}'s", "settle('first')"),
            Key("s", f"{agreement.second}'s", "settle('second')"),
            Key("b", "all", "settle('either')"),
            Key("n", "only shared", "settle('shared')"),
            Key("enter", "note", "open_note"),
            Key("tab", "figures", "other_part"),
        )

    def _body_rows(self, width: int, height: int) -> list[Row]:
        agreement, settling = self.agreement, self._settling
        if self._helping:
            return help_rows(width)[:height]
        if agreement is None:
            return empty_rows(self._codings, width)[:height] if self._known else [row(("comparing …", "dim"))]
        place, top = self._places[settling], self._tops[settling]
        library = self.desk.library
        if settling:
            notes = library.notes_by_key if library else {}
            self._tops[True], rows = open_rows(agreement, notes, place, top, width, height)
        else:
            self._tops[False], rows = figure_rows(agreement, place, top, width, height)
        return rows

    def _foot_rows(self, width: int, height: int) -> list[Row]:
        agreement, library = self.agreement, self.desk.library
        if agreement is None or library is None or self._helping:
            return []
        if (one := self.disagreement) is not None:
            note = library.notes_by_key.get(one.note)
            may = note is None or not barred_in(library, note)
            return disagreement_rows(one, note, width, may_be_quoted=may)[:height]
        if not self._settling and self._places[False] < len(agreement.tags):
            return tag_in_words(agreement.tags[self._places[False]], agreement, self._problem, width)[:height]
        return []


def pairs_of(codings: Codings) -> list[tuple[str, str]]:
    """Every two coders, those with most decisions first."""
    return list(combinations(codings.coders, 2))


def _measure() -> tuple[Measure | None, str]:
    """What works the coefficients out, or why nothing does."""
    from interview_tui.interchange.agreement import nltk_measure

    try:
        return nltk_measure(), ""
    except InterviewError as error:
        return None, error.message
