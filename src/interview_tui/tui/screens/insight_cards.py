"""A question over the insights: how important is this, from 1 to 5, and who says so?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
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
    """Answers with a grade, or None when nothing was chosen.

    `voters` None: nobody is asked who says so. Else `name` is who it is unless another name is typed, "" is
    asked for, and `voters` are the names to choose from.
    """

    DEFAULT_CSS = f"""
    GradeCard .card {{ width: {_WIDTH}; }}
    GradeCard RowsPane {{ height: 12; max-height: 100%; }}
    GradeCard Field {{ margin: 0 0 1 0; }}
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,n", "rename", "another name", show=False),
        Binding("up", "known(-1)", "who voted before", show=False),
        Binding("down", "known(1)", "who voted before", show=False),
        Binding("escape", "drop", "leave it", show=False),
        *(Binding(f"{grade}", f"grade({grade})", f"{grade}", show=False) for grade in range(LEAST, MOST + 1)),
        Binding(_NONE, "grade(0)", "none", show=False),
    ]

    pane = getters.query_one(RowsPane)

    def __init__(
        self,
        title: str,
        about: str,
        words: Sequence[str],
        none: str,
        given: int | None,
        *,
        name: str = "",
        voters: Sequence[str] | None = None,
    ) -> None:
        super().__init__()
        self._title, self._about = title, about
        self._words, self._none = words, none
        self._given = given
        self._voter = name
        self._voters = voters
        self._waiting: int | None = None

    def compose(self) -> ComposeResult:
        """One card with the grades, and who says so."""
        yield Palette()
        with Vertical(classes="card"):
            yield RowsPane()
            if self._voters is not None:
                field = TextField(placeholder=self._voter or "your name", id="voter")
                field.suggester = SuggestFromList(self._voters, case_sensitive=False)
                yield Field("You are", field)

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
        return [*rows, BLANK, Row(clip([(self._hint, "dim")], width))][:height]

    @property
    def _hint(self) -> str:
        if self._voters is None:
            return "esc leaves it"
        if self.focused is None:
            return "esc leaves it; tab votes under another name"
        known = "; ↑ ↓ who voted before" if self._voters else ""
        return (
            f"enter takes the name{known}"
            if self._waiting is None
            else f"Whose vote is it? Then enter{known}"
        )

    # -- answers ---------------------------------------------------------------------------

    def action_grade(self, grade: int) -> None:
        """This is it; where nobody said who they are it waits for the name."""
        name = self._told
        if name or self._voters is None:
            self.dismiss(Answer(grade or None, name))
        else:
            self._waiting = grade
            self.action_rename()

    @property
    def _told(self) -> str:
        """Who was said to vote."""
        typed = " ".join(self.query_one(TextField).value.split()) if self._voters is not None else ""
        return typed or self._voter

    def action_drop(self) -> None:
        """Leave it as it is; from the name, back to the grades."""
        if self.focused is not None:
            self._waiting = None
            self.set_focus(None)
        else:
            self.dismiss(None)

    def action_rename(self) -> None:
        """To the name, and back."""
        if self._voters is not None:
            self.set_focus(None if self.focused else self.query_one(TextField))

    def action_known(self, by: int) -> None:
        """The next one of those who voted before."""
        if self._voters and self.focused is not None:
            field = self.query_one(TextField)
            here = self._voters.index(field.value) if field.value in self._voters else -1 if by > 0 else 0
            field.value = self._voters[(here + by) % len(self._voters)]
            field.cursor_position = len(field.value)

    @on(Input.Submitted)
    def _named(self) -> None:
        if self._waiting is not None and self._told:
            self.action_grade(self._waiting)
        elif self._waiting is None:
            self.set_focus(None)

    def on_descendant_focus(self) -> None:
        """The name is typed: other keys work."""
        self.pane.show(self._rows)

    def on_descendant_blur(self) -> None:
        """The grades again."""
        self.pane.show(self._rows)

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


def vote_card(insight: Insight, voter: str, voters: Sequence[str]) -> GradeCard:
    """How important is it to the team, under somebody's own name? `voters` voted before."""
    return GradeCard(
        "How important is this to the team?",
        insight.statement,
        _TEAM_WORDS,
        "take my vote back",
        insight.vote_of(voter),
        name=voter,
        voters=voters,
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
