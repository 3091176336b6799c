"""A question over the live screen: what do they allow now?"""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from interview_tui.domain.consent import answered_anew, consent_field
from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import CONSENT_ITEMS
from interview_tui.domain.session import SESSION
from interview_tui.tui.live_session import LiveSession
from interview_tui.tui.ready_form import CONSENT_LABELS
from interview_tui.tui.rows import BLANK, Row, Span, paragraph, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_ANSWERS: tuple[tuple[FieldValue, str], ...] = ((True, "yes"), (False, "no"), (None, "not asked"))
_STEPS = {"down": 1, "tab": 1, "j": 1, "up": -1, "shift+tab": -1, "k": -1}
_GIVEN: dict[str, FieldValue] = {"y": True, "n": False}
_HEIGHT = 14
"""Rows of the card with its frame, when it says what a no to notes means."""


class ConsentScreen(ModalScreen[bool]):
    """Changes the answers in the session, spoken just now; answers whether any of them changed.

    It takes its keys one by one and without a focus, so that none of them overtakes another.
    """

    DEFAULT_CSS = "ConsentScreen RowsPane { width: 62; max-width: 100%; max-height: 100%; }"
    AUTO_FOCUS = ""

    def __init__(self, live: LiveSession) -> None:
        super().__init__()
        self._live = live
        self._place = 0
        self._told = {
            consent_field(item): live.session.field(SESSION, consent_field(item)) for item in CONSENT_ITEMS
        }

    def compose(self) -> ComposeResult:
        """One card."""
        yield Palette()
        yield RowsPane(classes="card")

    def on_mount(self) -> None:
        """Show the answers as they are."""
        self.query_one(RowsPane).styles.height = _HEIGHT
        self._show()

    def _show(self) -> None:
        who = self._live.told("participant")
        self.query_one(RowsPane).show(lambda width, _: consent_rows(self._told, self._place, who, width))

    def on_key(self, event: events.Key) -> None:
        """Answer, keep or leave; what is typed behind that belongs to the screen below."""
        event.stop()
        event.prevent_default()
        if not self.is_current:
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key in _STEPS:
            self._place = (self._place + _STEPS[event.key]) % len(CONSENT_ITEMS)
        elif event.key in _GIVEN:
            self._told[consent_field(CONSENT_ITEMS[self._place])] = _GIVEN[event.key]
        elif event.key == "enter":
            self.dismiss(self._keep())
        elif event.key == "escape":
            self.dismiss(False)
        self._show()

    def _keep(self) -> bool:
        now = self._live.clock.utc().isoformat(timespec="seconds")
        changed = answered_anew(self._live.session.fields(SESSION), self._told, now)
        for name, value in changed.items():
            self._live.interview.tell(SESSION, name, value)
        return bool(changed)

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        """A click chooses the question."""
        self._place = int(message.action)
        self._show()


def consent_rows(told: dict[str, FieldValue], place: int, who: str, width: int) -> list[Row]:
    """The questions with their answers, what a no to notes means, and the keys."""
    rows = [row(("What do they allow?", "title")), BLANK]
    for at, item in enumerate(CONSENT_ITEMS):
        rows.append(_question(CONSENT_LABELS[item], told[consent_field(item)], at, chosen=at == place))
    rows.append(BLANK)
    if told[consent_field("notes")] is False:
        forget = f"interview-tui participant forget {who or 'P07'} --sessions"
        words = f"Write no more and finish. Afterwards  {forget}  removes what was written."
        rows += [*paragraph(words, width, "text", first=(("! ", "warn strong"),)), BLANK]
    keys = (("y n", "answer"), ("↓↑", "choose"), ("enter", "keep"), ("esc", "as it was"))
    return [*rows, Row(tuple(span for shown, label in keys for span in _key(shown, label)))]


def _question(label: str, given: FieldValue, at: int, *, chosen: bool) -> Row:
    spans: list[Span] = [
        ("▸ " if chosen else "  ", "accent strong"),
        (f"{label:<18}", "strong" if chosen else ""),
    ]
    for value, words in _ANSWERS:
        mark = "●" if value is given else "○"
        spans.append((f"{mark} {words}   ", "strong" if value is given else "dim"))
    return Row(tuple(spans), str(at))


def _key(shown: str, label: str) -> tuple[Span, ...]:
    return ((shown, "accent strong"), (f" {label}   ", "dim"))
