"""The review's cards, which take keys one by one: tags, filter, a note's history, texts of the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

from rich.cells import cell_len
from textual import events

from interview_tui.domain.note_history import Moment
from interview_tui.domain.session import Note
from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.tui.key_bar import Key
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row
from interview_tui.tui.stepping import scrolled

_STEPS = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 8, "pageup": -8, "home": -10_000, "end": 10_000}


_LABEL_WIDTH = 28
"""The widest column of labels; a longer one pushes its words on."""


class Card(Protocol):
    """Something that is shown in the pane's place until it is answered."""

    @property
    def keys(self) -> Sequence[Key]:
        """What the bottom row offers meanwhile."""

    def take(self, event: events.Key) -> bool:
        """Take a key in; False once the card is done."""

    def click(self, action: str) -> bool:
        """Take the action of a clicked row in; False once the card is done."""

    def rows(self, width: int, height: int) -> list[Row]:
        """What it shows."""


@value(kw_only=True)
class Item:
    """A line of a checklist; `letter` toggles it at once, `group` is told above the first of its kind."""

    name: str
    label: str
    letter: str = ""
    ink: str = "text"
    words: str = ""
    group: str = ""


class Checklist:
    """Lines that are on, off or, for several notes at once, mixed (None)."""

    def __init__(
        self,
        title: str,
        items: Sequence[Item],
        state: dict[str, bool | None],
        *,
        keys: Sequence[Key],
        on_toggle: Callable[[str], None] | None = None,
        on_done: Callable[[], None] | None = None,
        about: str = "",
    ) -> None:
        self.state = state
        self._keys = keys
        self._title = title
        self._items = items
        self._on_toggle = on_toggle
        self._on_done = on_done
        self._about = about
        self._place = 0
        self._top = 0

    @property
    def keys(self) -> Sequence[Key]:
        """What the bottom row offers meanwhile."""
        return self._keys

    def take(self, event: events.Key) -> bool:
        """A line's letter or space toggles, 0 takes all away, enter is done, escape leaves."""
        letters = {item.letter: item for item in self._items if item.letter}
        if event.character in letters:
            self._toggle(letters[event.character])
        elif event.key in _STEPS:
            self._place = min(max(self._place + _STEPS[event.key], 0), len(self._items) - 1)
        elif event.key == "space" and self._items:
            self._toggle(self._items[self._place])
        elif event.key == "0":
            self._clear()
        elif event.key == "enter":
            if self._on_done is not None:
                self._on_done()
            return False
        return event.key != "escape"

    def click(self, action: str) -> bool:
        """A click toggles."""
        self._toggle(self._items[int(action)])
        return True

    def _clear(self) -> None:
        self.state = dict.fromkeys(self.state, False)
        if self._on_toggle is not None:
            self._on_toggle("")

    def _toggle(self, item: Item) -> None:
        self._place = self._items.index(item)
        self.state[item.name] = not self.state.get(item.name)
        if self._on_toggle is not None:
            self._on_toggle(item.name)

    def rows(self, width: int, height: int) -> list[Row]:
        """The title, what it is about, and the lines around the chosen one."""
        about = [row(*clip([(visible(self._about), "dim")], width))] if self._about else []
        lines: list[Row] = []
        at = 0
        for place, item in enumerate(self._items):
            if item.group and (place == 0 or self._items[place - 1].group != item.group):
                lines.append(row((item.group, "dim")))
            if place == self._place:
                at = len(lines)
            lines.append(self._line(item, place, width))
        room = max(1, height - 2 - len(about))
        self._top = scrolled(self._top, at, len(lines), room)
        below = self._top + room < len(lines)
        more = f"{'↑' if self._top else ' '}{'↓' if below else ' '}" if len(lines) > room else ""
        head = between([(self._title, "title")], [(more, "accent")], width)
        return [head, *about, BLANK, *lines[self._top : self._top + room]]

    def _line(self, item: Item, place: int, width: int) -> Row:
        state = self.state.get(item.name)
        room = min(_LABEL_WIDTH, max(cell_len(visible(other.label)) for other in self._items))
        gap = " " * max(2, room + 2 - cell_len(visible(item.label)))
        mark = "◐" if state is None and item.name in self.state else "●" if state else "○"
        spans: list[Span] = [
            ("▸" if place == self._place else " ", "accent strong"),
            (f"{item.letter or ' '} ", "accent strong"),
            (f"{mark} ", "strong" if state else "dim"),
            (visible(item.label), f"{item.ink}{' strong' if state else ''}"),
            (f"{gap}{visible(item.words)}" if item.words else "", "faint"),
        ]
        return Row(clip(spans, width), str(place))


class HistoryCard:
    """What became of a note, the newest first; enter makes it what it was at a moment."""

    def __init__(self, moments: Sequence[Moment], on_restore: Callable[[Note], None] | None) -> None:
        """Without `on_restore` it is only read."""
        restore = (Key("enter", "as it was then", "press('enter')"),) if on_restore else ()
        self.keys: Sequence[Key] = (
            *restore,
            Key("↓↑", "moments", "press('down')"),
            Key("esc", "back", "back"),
        )
        self._moments = list(reversed(moments))
        self._on_restore = on_restore
        self._place = 0

    def take(self, event: events.Key) -> bool:
        """Move, make the note what it was, or leave."""
        if event.key in _STEPS:
            self._place = min(max(self._place + _STEPS[event.key], 0), len(self._moments) - 1)
        elif event.key in ("enter", "r"):
            after = self._moments[self._place].after if self._moments else None
            if after is not None and self._on_restore is not None:
                self._on_restore(after)
                return False
        return event.key not in ("escape", "h", "q")

    def click(self, action: str) -> bool:
        """A click chooses a moment."""
        self._place = int(action)
        return True

    def rows(self, width: int, height: int) -> list[Row]:
        """Who did what and when, and what stood there before."""
        head = [row(("What became of this note", "title")), BLANK]
        blocks = [self._block(place, width) for place in range(len(self._moments))]
        room = max(1, height - len(head))
        first = 0
        while sum(map(len, blocks[first : self._place + 1])) > room and first < self._place:
            first += 1
        return [*head, *(line for block in blocks[first:] for line in block)][:height]

    def _block(self, place: int, width: int) -> list[Row]:
        moment = self._moments[place]
        chosen = place == self._place
        head: list[Span] = [
            ("▸ " if chosen else "  ", "accent strong"),
            (_when(moment.at_unix_ms), "strong" if chosen else "dim"),
            (f"  {visible(moment.author) or 'somebody'}", "accent"),
        ]
        rows = [Row(clip(head, width), str(place))]
        rows += paragraph(
            visible(", ".join(moment.words)), width, "text", first=(("    ", ""),), action=str(place)
        )
        before, after = moment.before, moment.after
        if before is not None and before.text.strip() and (after is None or after.text != before.text):
            rows += paragraph(
                f"before: {before.text}", width, "dim", first=(("    ", ""),), action=str(place)
            )
        return [*rows, BLANK]


def _when(at_unix_ms: int | None) -> str:
    """A moment by the clock on the wall."""
    if at_unix_ms is None:
        return "at some time"
    try:
        return f"{datetime.fromtimestamp(at_unix_ms / 1000, UTC).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return "at some time"


class TextsCard:
    """Texts that were written for one note at the same time: which one is it?"""

    keys = (
        Key("1–9", "this one", "press('enter')"),
        Key("enter", "the chosen one", "press('enter')"),
        Key("esc", "leave them", "back"),
    )

    def __init__(self, note: Note, on_settle: Callable[[str], None]) -> None:
        texts = list(dict.fromkeys(text for text in (note.text, *note.others) if text.strip()))
        self._texts = [*texts, " ".join(texts)] if len(texts) > 1 else texts
        self._on_settle = on_settle
        self._place = 0

    def take(self, event: events.Key) -> bool:
        """A number answers, the arrows and enter do, escape leaves them as they are."""
        if event.key in _STEPS:
            self._place = min(max(self._place + _STEPS[event.key], 0), len(self._texts) - 1)
        elif event.key.isdecimal() and 1 <= int(event.key) <= len(self._texts):
            return self.click(str(int(event.key) - 1))
        elif event.key == "enter" and self._texts:
            return self.click(str(self._place))
        return event.key not in ("escape", "c", "q")

    def click(self, action: str) -> bool:
        """A click answers."""
        self._on_settle(self._texts[int(action)])
        return False

    def rows(self, width: int, height: int) -> list[Row]:
        """Each text with its number; the last one is all of them."""
        words = "Written at the same time: which text is it? The others stay in its history."
        rows = [*paragraph(words, width, "title"), BLANK]
        for place, text in enumerate(self._texts):
            whole = place == len(self._texts) - 1 and place > 0
            first: list[Span] = [
                ("▸" if place == self._place else " ", "accent strong"),
                (f"{place + 1}  ", "accent strong"),
                ("all: " if whole else "", "dim"),
            ]
            rows += [*paragraph(text, width, "text", first=first, action=str(place)), BLANK]
        return rows[:height]
