"""Finding one's way in a review: from note to note, to a place that is typed, from pane to pane."""

from __future__ import annotations

from textual import events, on

from interview_tui.domain.review import Jump, following, phase_edge, read_jump
from interview_tui.domain.session import Note
from interview_tui.domain.text import clock
from interview_tui.tui.review_asking import filter_card
from interview_tui.tui.review_entry import Entry
from interview_tui.tui.review_frame import ReviewFrame
from interview_tui.tui.review_panes import PANES, pane_at
from interview_tui.tui.review_typing import Typing
from interview_tui.tui.widgets.rows_pane import RowsPane
from interview_tui.tui.widgets.timeline import Timeline


class ReviewGoing(ReviewFrame):
    """What moves and shows, and changes nothing."""

    def answered(self, *, stays: bool) -> None:
        """A card took a key or a click in; it goes once it is done."""
        if not stays:
            self.card = None
        self._show()

    # -- going -----------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Choose another note; where a pane stands in the list's place, move that."""
        if self.covered:
            self.scroll(by)
        else:
            self.notes.choose_place(self.notes.place + by)
            self._chosen()

    def _chosen(self) -> None:
        self._sought = ""
        if not self.pane:
            self._scrolled = 0
        self._show()

    def action_phase(self, by: int) -> None:
        """The phase before, or the next."""
        self._to_place(phase_edge(self.notes.notes, self.notes.place, by), "there is no other phase that way")

    def action_question(self, by: int) -> None:
        """A note of another question."""
        chosen = self.notes.chosen
        question = chosen.question if chosen else None
        place = following(self.notes.notes, self.notes.place, by, lambda note: note.question != question)
        self._to_place(place, "there is no other question that way")

    def action_same_tag(self, by: int) -> None:
        """The next note that shares a tag with the chosen one."""
        chosen = self.notes.chosen
        tags = set(chosen.tags) if chosen else set()
        place = following(
            self.notes.notes, self.notes.place, by, lambda note: not tags.isdisjoint(note.tags), around=True
        )
        self._to_place(place, "no other note has this tag" if tags else "this note has no tag")

    def _to_place(self, place: int | None, otherwise: str) -> None:
        if place is None:
            self.say(otherwise)
        else:
            self.notes.choose_place(place)
            self._words = ("", "text")
            self._chosen()

    def action_go_to(self, typed: str) -> None:
        """A time, a phase, a question or a tag, as it is typed."""
        self.typing = Typing("go", Entry(typed))
        self._show()

    def _go(self, typed: str) -> None:
        tags = [tag.name for tag in self.review.codebook.tags]
        jump = read_jump(typed, self.review.header.guide, tags)
        if jump is None and typed.strip():
            self.say("That names no place: 12:30, 12 (minutes), q7, p2, a tag, or words of a question.")
            return
        self.typing = None
        self.pane = self.pane if self.has_class("-wide") else ""
        self._words = ("", "text")
        self._jump(jump)

    def _jump(self, jump: Jump | None) -> None:
        """Choose the note there, else the one nearest to its time."""
        notes, here = self.notes.notes, self.notes.place
        place: int | None = None
        if jump is None:
            pass
        elif jump.at_ms is not None:
            self.notes.choose_near(jump.at_ms)
        elif jump.tag is not None:
            tag = jump.tag
            self._to_place(
                following(notes, here, 1, lambda note: tag in note.tags, around=True), f"no {tag} here"
            )
            return
        else:
            place = next((at for at, note in enumerate(notes) if _is_at(note, jump)), None)
            self._to_place(place, "") if place is not None else self._near_start(jump)
        self._chosen()

    def _near_start(self, jump: Jump) -> None:
        """No note was taken there: the nearest in time, if anybody was there at all."""
        flow = self.review.session.flow
        spans = flow.phase_spans if jump.phase is not None else flow.question_spans
        number = jump.phase if jump.phase is not None else jump.question
        start = next((span.start_ms for span in spans if span.number == number), None)
        if start is None:
            self._words = ("the interview never came to that", "text strong")
            return
        self.notes.choose_near(start)
        self._words = (f"no note there; it began at {clock(start)}", "text strong")

    @on(RowsPane.Clicked, "#list")
    def _note_clicked(self, message: RowsPane.Clicked) -> None:
        if self.typing is None:
            self.notes.choose(message.action.removeprefix("note:"))
            self._chosen()

    @on(Timeline.Pointed)
    def _time_clicked(self, message: Timeline.Pointed) -> None:
        if self.typing is None:
            self.notes.choose_near(message.at_ms)
            self._chosen()

    @on(RowsPane.Clicked, "#entry")
    def _text_clicked(self, message: RowsPane.Clicked) -> None:
        if self.typing is not None:
            self.typing.entry.click(int(message.action.removeprefix("entry:")), message.x)
            self._show()

    @on(RowsPane.Clicked, "#pane")
    def _pane_clicked(self, message: RowsPane.Clicked) -> None:
        kind, _, rest = message.action.partition(":")
        if self.card is not None:
            self.answered(stays=self.card.click(message.action))
        elif kind == "panes" and (name := pane_at(message.x)):
            self.action_pane(name)
        elif kind == "question" and self.typing is None:
            self._jump(Jump(question=int(rest)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the selection, or the pane under it."""
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the selection, or the pane under it."""
        self._wheel(event, -3)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        if self.typing is not None or self.card is not None:
            return
        if self.has_class("-wide") and event.screen_x >= self.side.region.x:
            self.scroll(by)
        else:
            self.action_step(by)

    # -- panes and filters -----------------------------------------------------------------

    def action_next_pane(self, by: int = 1) -> None:
        """The pane after the one that is shown, and at last the notes alone."""
        order = ("", *PANES[1:]) if self.has_class("-wide") else ("", *PANES)
        here = order.index(self.pane) if self.pane in order else 0
        self.show_pane(order[(here + by) % len(order)])

    def action_pane(self, pane: str) -> None:
        """Show a pane; once more, and the talk shows its chart, any other goes."""
        alone = pane == "talk" and self.pane == "talk" and not self._chart_alone
        if self.pane == pane and not (alone and not self.has_class("-tall")):
            self.show_pane("")
        else:
            self.show_pane(pane, chart=alone)

    def action_scroll(self, by: int) -> None:
        """Move the pane."""
        self.scroll(by)

    def action_filter(self) -> None:
        """Which notes are shown?"""
        self.card = filter_card(self.review, self.notes, self._filtered)
        self._show()

    def _filtered(self) -> None:
        self._facts = None
        self._words = ("", "text")


def _is_at(note: Note, jump: Jump) -> bool:
    if jump.phase is not None:
        return note.phase == jump.phase
    return note.question == jump.question
