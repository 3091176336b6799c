"""The debrief, right after the interview: takeaways, bare marks, referral, incentive, success metric."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from interview_tui.domain.session import DEBRIEF, Note
from interview_tui.domain.text import clock, visible
from interview_tui.tui.forms import FORM_BINDINGS, Choice, Form, Option, TextField
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.live_session import LiveSession
from interview_tui.tui.widgets.ink import Palette

TAKEAWAYS = 5

_MARK = "mark-"
_INCENTIVE: tuple[Option, ...] = ((True, "given"), (False, "not given"), (None, "not asked"))
_METRIC: tuple[Option, ...] = ((True, "met"), (False, "not met"), (None, "cannot tell"))


class DebriefScreen(Screen[None]):
    """A form whose every field is optional and is kept as it is typed."""

    @dataclass
    class Done(Message):
        """The debrief is over."""

    @dataclass
    class BackToInterview(Message):
        """The interview was not over after all."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+n,f8,ctrl+q", "done", "Done"),
        ("escape", "back", "Back to the interview"),
        *FORM_BINDINGS,
    ]

    def __init__(self, live: LiveSession) -> None:
        super().__init__()
        self.live = live
        self._drafts = dict(live.file.drafts) if live.file else {}

    # -- the form --------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """One scrolling column of fields, keys below."""
        yield Palette()
        with Form():
            yield Static("Debrief", classes="title")
            yield Static("While it is fresh. Everything is optional and saved as you type.", classes="words")
            yield from self._takeaways()
            yield from self._marks()
            yield from self._answers()
        yield KeyBar(
            (
                Key("↓↑", "fields", "app.focus_next"),
                Key("^N", "done", "done"),
                Key("esc", "back to the interview", "back"),
            )
        )

    def _takeaways(self) -> Iterator[Widget]:
        yield Static("Biggest takeaways", classes="heading")
        for number in range(1, TAKEAWAYS + 1):
            yield self._text(f"takeaway_{number}", f"{number}")

    def _marks(self) -> Iterator[Widget]:
        bare = [note for note in self.live.session.iter_notes() if note.bare]
        if bare:
            words = "1 mark without words" if len(bare) == 1 else f"{len(bare)} marks without words"
            yield Static(f"{words}: what was it?", classes="heading")
        for note in bare:
            yield Static(self._about(note), markup=False, classes="words")
            yield self._field(f"{_MARK}{note.id}", "", "a few words")

    def _about(self, note: Note) -> str:
        question = ""
        if note.question is not None:
            question = f"   at “{self.live.header.guide.questions[note.question].text}”"
        return visible(f"{clock(note.at_ms)}  {note.tag or 'no tag'}{question}")

    def _answers(self) -> Iterator[Widget]:
        metric = self.live.success_metric
        yield Static("Who else should we talk to?", classes="heading")
        yield self._text("referral", "a name or a role, and how to reach them")
        yield Static("Incentive", classes="heading")
        yield self._choice("incentive_given", _INCENTIVE)
        heading = f"Success metric: {metric}" if metric else "Success metric"
        yield Static(visible(heading), markup=False, classes="heading")
        yield self._choice("success_metric_met", _METRIC)

    def _text(self, name: str, placeholder: str) -> TextField:
        value = self.live.session.field(DEBRIEF, name, "")
        return self._field(name, value if isinstance(value, str) else "", placeholder)

    def _field(self, name: str, value: str, placeholder: str) -> TextField:
        draft = self._drafts.get(f"debrief {name}", {}).get("text")
        text = draft if isinstance(draft, str) else value
        return TextField(text, placeholder=placeholder, id=name)

    def _choice(self, name: str, options: tuple[Option, ...]) -> Choice:
        return Choice(options, self.live.session.field(DEBRIEF, name), id=name)

    def on_mount(self) -> None:
        """Begin at the first takeaway, with the heading in view."""
        self.set_focus(self.query(Input).first(), scroll_visible=False)

    # -- keeping it ------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.live.draft(f"debrief {event.input.id}", {"text": event.value})

    @on(Input.Blurred)
    def _left_field(self, event: Input.Blurred) -> None:
        self._keep(event.input)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self._keep(event.input)
        self.focus_next()

    @on(Choice.Done)
    def _answered(self) -> None:
        self.focus_next()

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        self.live.interview.tell(DEBRIEF, str(event.choice.id), event.choice.value)

    def _keep(self, field: Input) -> None:
        """A field that was left is an answer; its draft has done its duty."""
        name, text = str(field.id), field.value
        interview = self.live.interview
        if name.startswith(_MARK):
            note = self.live.session.note(name.removeprefix(_MARK))
            if note is not None and text.strip() and note.text != text:
                interview.edit_note(note.id, text)
        elif text.strip() or self.live.session.field(DEBRIEF, name):
            interview.tell(DEBRIEF, name, text)
        self.live.draft(f"debrief {name}", None)

    def action_done(self) -> None:
        """Keep every field and go on."""
        for field in self.query(Input):
            self._keep(field)
        self.post_message(self.Done())

    def action_back(self) -> None:
        """Keep every field and return to the interview."""
        for field in self.query(Input):
            self._keep(field)
        self.post_message(self.BackToInterview())
