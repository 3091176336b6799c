"""The home screen's rows: the way on, the sessions so far, and what Enter does with the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from itertools import chain
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from interview_tui.domain.text import clock, visible
from interview_tui.domain.values import value
from interview_tui.tui.rows import Row, Span, between, clip, row, width_of, wrap

if TYPE_CHECKING:
    from interview_tui.store.summaries import SessionState, SessionSummary

_WELCOME = (
    "",
    "Welcome. An interview takes three steps:",
    "",
    "1  Choose a guide: ready-made ones are here, yours go",
    "   into guides/ as plain Markdown",
    "2  Get ready: who takes part, and may you take notes?",
    "3  Start the clock, listen, catch stories with one key",
    "   Afterwards v reviews it, l finds what repeats in all",
    "",
    "Enter starts your first one; p is practice, thrown away",
    "afterwards. Everything stays on this computer.",
)

_STATES: dict[SessionState, tuple[str, str]] = {
    "finished": ("✓ finished", "good"),
    "unfinished": ("‖ unfinished", "warn"),
    "running": ("● elsewhere", "accent"),
    "unreadable": ("✗ unreadable", "bad"),
}
_REFUSED = ("✗ refused", "bad")
_STATE_WIDTH = max(cell_len(words) for words, _ in _STATES.values()) + 2
_LEAST_GUIDE = 10
_LEAST_FOLDER = 8

_HELP = (
    ("enter", "go on with, start or show the chosen row"),
    ("↑ ↓ j k", "choose a row; home, end: the first, the last"),
    ("n", "start an interview: guide, participant, ready"),
    ("v", "review the chosen session: read, tag, correct"),
    ("l", "library: search all notes, patterns, themes, insights"),
    ("w", "participants: who takes part, who comes next"),
    ("g", "guides: what is asked, and how to ask it better"),
    ("p", "practice in a folder that is thrown away"),
    ("/", "find: a word of participant, guide, study, state or date; esc shows all"),
    ("r", "read the sessions again"),
    ("q", "quit; nothing is lost"),
)

ItemKind = Literal["resume", "start", "session", "words"]


@value
class Item:
    """One row of the home screen; only `words` cannot be chosen."""

    kind: ItemKind
    summary: SessionSummary | None = None
    words: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether the selection may stand here."""
        return self.kind != "words"

    @property
    def key(self) -> str:
        """What the item stays known by while more sessions are read."""
        return f"{self.kind} {self.summary.id if self.summary else self.words}"


def home_items(sessions: Sequence[SessionSummary], *, query: str = "", reading: bool = False) -> list[Item]:
    """Everything in the order of the screen; `sessions` come newest first."""
    if query.strip():
        return _found(sessions, query, reading=reading)
    offered = next((summary for summary in sessions if can_go_on(summary)), None)
    items = [] if offered is None else [Item("resume", offered)]
    items.append(Item("start"))
    if not sessions and not reading:
        return items + [Item("words", words=line) for line in _WELCOME]
    past = [Item("session", summary) for summary in sessions if summary is not offered]
    if past or reading:
        items += [Item("words"), Item("words", words=_heading("Past sessions", len(past), reading=reading))]
    return items + past


def can_go_on(summary: SessionSummary) -> bool:
    """Whether a session waits to be gone on with; one whose notes were refused does not."""
    return summary.state == "unfinished" and not summary.refused


def _found(sessions: Sequence[SessionSummary], query: str, *, reading: bool) -> list[Item]:
    words = query.casefold().split()
    found = [Item("session", summary) for summary in sessions if _fits(summary, words)]
    heading = _heading("Found", len(found), reading=reading) if found or reading else "No session fits"
    return [Item("words", words=heading), *found]


def _heading(title: str, count: int, *, reading: bool) -> str:
    return f"{title}, {count:,} so far, reading…" if reading else f"{title}: {count:,}"


def _fits(summary: SessionSummary, words: Sequence[str]) -> bool:
    told = f"{summary.id} {summary.participant} {summary.guide_title} {summary.study} {summary.state}"
    told = told.casefold()
    return all(word in told for word in words)


# -- rows ----------------------------------------------------------------------------------


def top_row(title: str, folder: str, width: int) -> Row:
    """The study and the workspace's folder, of which the end says most and stays."""
    left = clip([(visible(title) or "Interviews", "title")], width)
    room = width - width_of(left) - 2
    folder = visible(folder)
    if cell_len(folder) > room:
        folder = "…" + next((folder[at:] for at in range(len(folder)) if cell_len(folder[at:]) < room), "")
    return between(left, [(f"  {folder}", "faint")] if room >= _LEAST_FOLDER else [], width)


def item_row(item: Item, width: int, *, chosen: bool, zone: tzinfo | None = None) -> Row:
    """One row, marked with an arrow where it is chosen; times are in `zone`, else in local time."""
    mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
    spans = clip([mark, *_item_spans(item, width - 2, zone)], width)
    if not chosen:
        return Row(spans)
    fill: Span = (" " * (width - width_of(spans)), "")
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, fill)))


def _item_spans(item: Item, width: int, zone: tzinfo | None) -> list[Span]:
    summary = item.summary
    if item.kind == "start":
        return [("Start an interview", "strong")]
    if summary is None:
        return [(visible(item.words), "dim")]
    if item.kind == "resume":
        return _resume_spans(summary)
    if summary.state == "unreadable":
        words, ink = _STATES["unreadable"]
        return [(f"{visible(summary.id)}  ", "text"), (words, ink), (f"  {visible(summary.problem)}", "dim")]
    return _session_spans(summary, width, zone)


def _resume_spans(summary: SessionSummary) -> list[Span]:
    told = [visible(summary.id), visible(summary.participant), f"{int(summary.minutes)} min in"]
    return [
        ("Resume ", "warn strong"),
        (", ".join(part for part in (*told, _notes(summary)) if part), "strong"),
        (f"  {visible(summary.guide_title)}", "dim"),
    ]


def _session_spans(summary: SessionSummary, width: int, zone: tzinfo | None) -> list[Span]:
    words, ink = _REFUSED if summary.refused else _STATES[summary.state]
    with_time = width >= 70
    spans = [
        _column(moment(summary.created_utc, zone, with_time=with_time), "text", 18 if with_time else 12),
        _column(summary.participant or "–", "strong", 8),
        (f"{int(summary.minutes):>4} min ", "text"),
        (f"{_notes(summary):>10}  ", "text"),
        _column(words, ink, _STATE_WIDTH),
    ]
    if width - width_of(spans) >= _LEAST_GUIDE:
        told = "open elsewhere, " if summary.open_elsewhere and summary.state == "finished" else ""
        told += "practice, " if summary.practice else ""
        spans.append((f"{told}{visible(summary.guide_title)}", "dim"))
    return spans


def _notes(summary: SessionSummary) -> str:
    return f"{summary.notes:,} note{'' if summary.notes == 1 else 's'}"


def _column(text: str, ink: str, width: int) -> Span:
    (cut, _), *_ = clip([(visible(text), ink)], width - 1) or [("", ink)]
    return (cut + " " * (width - cell_len(cut)), ink)


def moment(utc: str, zone: tzinfo | None = None, *, with_time: bool = True) -> str:
    """A UTC time (ISO 8601) as a date, and a time, of a zone; "–" for a text that is none."""
    try:
        local = datetime.fromisoformat(utc).astimezone(zone)
    except (ValueError, OverflowError):
        return "–"
    return f"{local:%Y-%m-%d %H:%M}" if with_time else f"{local:%Y-%m-%d}"


# -- what Enter does -----------------------------------------------------------------------


def detail_rows(item: Item | None, width: int, height: int) -> list[Row]:
    """What Enter does with the chosen item, and what its row had no room for."""
    told = [] if item is None else _detail(item)
    lines = list(chain.from_iterable(wrap(text, width) for text in told))
    if len(lines) > height:
        lines = [*lines[: height - 1], f"{lines[height - 1][: width - 1]}…"]
    return [Row(((line, "dim"),)) for line in lines]


def _detail(item: Item) -> list[str]:
    summary = item.summary
    if summary is None:
        return ["Enter: choose a guide and get ready. The clock starts when you say so."]
    if summary.state == "unreadable":
        return [summary.problem]
    told = ", ".join(text for text in (summary.guide_title, summary.study, summary.id) if text)
    if summary.refused:
        forget = f"interview-tui participant forget {summary.participant or 'P07'} --sessions"
        return [f"They do not allow notes: `{forget}` removes it. Enter shows it.", told]
    if summary.state == "unfinished":
        at = clock(round(summary.minutes * 60_000))
        return [f"Enter goes on at {at}; the time away is no talk.", told]
    if summary.state == "running" or summary.open_elsewhere:
        return ["Open in another window: Enter shows it, read-only.", told]
    return ["Enter shows its summary; v reviews it: read, tag, correct.", told]


def help_rows(width: int, _height: int) -> list[Row]:
    """Every key of the screen."""
    rows = [row(("Keys", "title"), ("   Any key brings the list back.", "dim"))]
    for key, words in _HELP:
        first, *more = wrap(words, width - 12)
        rows.append(row((f"  {key:<10}", "accent strong"), (first, "text")))
        rows += [row((" " * 12, ""), (line, "text")) for line in more]
    return rows
