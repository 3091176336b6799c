"""A question over the insights: how important is this, from 1 to 5, and who says so?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from interview_tui.domain.insight_rank import Weighed
from interview_tui.domain.insights import LEAST, MOST, Insight
from interview_tui.domain.values import value
from interview_tui.tui.forms import Field, TextField
from interview_tui.tui.rows import BLANK, Row, clip, paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_WIDTH = 58
_NONE = "0"
_TEAM_WORDS = (
    "not worth our time",
    "nice to have",
    "we should, some day",
    "we want this soon",
    "this decides what we do next",
)
_CUSTOMER_WORDS = (
    "hardly matters to them",
    "a small nuisance",
    "noticed every week",
    "costs them time or money",
    "they cannot go on like this",
)


@value
class Answer:
    """A grade from 1 to 5, or None for none, and the name of who gave it."""

    grade: int | None
    name: str = ""


class GradeCard(ModalScreen[Answer | None]):
    """Answers with a grade, or None when nothing was chosen; `name` "": nobody is asked who says so."""

    DEFAULT_CSS = f"""
    GradeCard .card {{ width: {_WIDTH}; }}
    GradeCard RowsPane {{ height: 12; max-height: 100%; }}
    GradeCard Field {{ margin: 0 0 1 0; }}
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,n", "rename", "another name", show=False),
        Binding("escape", "drop", "leave it", show=False),
        *(Binding(f"{grade}", f"grade({grade})", f"{grade}", show=False) for grade in range(LEAST, MOST + 1)),
        Binding(_NONE, "grade(0)", "none", show=False),
    ]

    pane = getters.query_one(RowsPane)

    def __init__(
        self, title: str, about: str, words: Sequence[str], none: str, given: int | None, name: str = ""
    ) -> None:
        super().__init__()
        self._title, self._about = title, about
        self._words, self._none = words, none
        self._given = given
        self._name = name

    def compose(self) -> ComposeResult:
        """One card with the grades, and who says so."""
        yield Palette()
        with Vertical(classes="card"):
            yield RowsPane()
            if self._name:
                yield Field("You are", TextField(self._name, id="voter"))

    def on_mount(self) -> None:
        """Show the grades."""
        self.pane.show(self._rows)

    def _rows(self, width: int, height: int) -> list[Row]:
        rows = [row((self._title, "title")), *paragraph(self._about, width, "text")[:2], BLANK]
        for grade, words in enumerate(self._words, start=LEAST):
            given = grade == self._given
            mark = ("▸" if given else " ", "accent strong")
            spans = [mark, (f"{grade}  ", "accent strong"), (words, "strong" if given else "text")]
            rows.append(Row(clip(spans, width), f"{grade}"))
        rows.append(row((" 0  ", "accent strong"), (self._none, "dim"), action=_NONE))
        hint = "esc leaves it; tab votes under another name" if self._name else "esc leaves it"
        return [*rows, BLANK, Row(clip([(hint, "dim")], width))][:height]

    # -- answers ---------------------------------------------------------------------------

    def action_grade(self, grade: int) -> None:
        """This is it."""
        name = " ".join(self.query_one(TextField).value.split()) if self._name else ""
        if name or not self._name:
            self.dismiss(Answer(grade or None, name))
        else:
            self.action_rename()

    def action_drop(self) -> None:
        """Leave it as it is; from the name, back to the grades."""
        if self.focused is not None:
            self.set_focus(None)
        else:
            self.dismiss(None)

    def action_rename(self) -> None:
        """To the name, and back."""
        if self._name:
            self.set_focus(None if self.focused else self.query_one(TextField))

    @on(Input.Submitted)
    def _named(self) -> None:
        self.set_focus(None)

    def on_key(self, event: events.Key) -> None:
        """What is typed behind the answer belongs to the screen below."""
        if not self.is_current:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        if self.is_current:
            self.action_grade(int(message.action))


def vote_card(insight: Insight, voter: str) -> GradeCard:
    """How important is it to the team, under somebody's own name?"""
    return GradeCard(
        "How important is this to the team?",
        insight.statement,
        _TEAM_WORDS,
        "take my vote back",
        insight.vote_of(voter),
        voter,
    )


def customers_card(each: Weighed) -> GradeCard:
    """How important is it to customers, as a person sees it?"""
    return GradeCard(
        "How important is this to customers?",
        each.insight.statement,
        _CUSTOMER_WORDS,
        f"as the evidence says: {each.computed_customers:.1f}",
        each.insight.by_hand,
    )
