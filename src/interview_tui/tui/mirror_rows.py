"""The rows of the interviewer's mirror: kind words, the figures, and one interview's figure."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.mirror import RECENT, Measure, Mirror, Trend
from interview_tui.domain.mirror_words import (
    TREND_WORDS,
    aim_words,
    figure_words,
    led_words,
    name_of,
    to_try,
    went_well,
)
from interview_tui.domain.text import visible
from interview_tui.tui.mirror_chart import highest_of, spark
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row, width_of

_NAME, _FIGURE, _AIM = 20, 9, 14
_ROOM_FOR_AIMS = 76
_HEADS = {"share": "Your share of the talk", "wait": "Patience and questions", "overtime": "Over time"}
_TREND_MARK: dict[Trend, str] = {"better": "↗", "steady": "→", "worse": "↘", "new": " "}
_TREND_INK: dict[Trend, str] = {"better": "good", "steady": "dim", "worse": "warn", "new": "dim"}

_HELP = (
    ("↑ ↓ k j", "what to look at"),
    ("← → h l", "an interview; home and end the first and the last"),
    ("enter", "that interview"),
    ("m M", "another moderator"),
    ("1–8", "the other places"),
    ("esc q", "back"),
)
_ABOUT = (
    "Each figure is the mean of your last five interviews, then of all before. ↗ is nearer to the aim. "
    "Over time is counted against the guide's minutes. Practice and what is not over yet are left out. "
    "Three seconds of silence: Rowe (1986). The shares' goals are the study's bands."
)


def head_row(name: str, mirror: Mirror, others: int, width: int) -> Row:
    """Whose interviews these are, and over which time."""
    held = mirror.interviews
    days = " – ".join(dict.fromkeys((held[0].created_utc[:10], held[-1].created_utc[:10]))) if held else ""
    count = f"{len(held)} interview{'' if len(held) == 1 else 's'}"
    right: list[Span] = [("m", "accent strong"), (" another moderator", "dim")] if others else []
    left = [(visible(name) or "nobody named", "title"), (f"   {count}   {days}", "dim")]
    return between(left, right if width >= 60 else [], width, action="moderator" if others else None)


def kind_rows(mirror: Mirror, width: int) -> list[Row]:
    """What went well first, then one thing to try, then what comes with more interviews."""
    rows: list[Row] = []
    for text, mark, ink in (
        (went_well(mirror), "✓ ", "good strong"),
        (to_try(mirror), "→ ", "accent strong"),
    ):
        if text:
            rows += paragraph(text, width, "text", first=((mark, ink),))
    for text in (led_words(mirror), later_words(len(mirror.interviews))):
        if text:
            rows += paragraph(text, width, "dim", first=(("  ", ""),))
    return rows


def later_words(held: int) -> str:
    """What will be seen once there are more interviews; empty from six on."""
    if held == 1:
        return "This is one interview. From the second on you see it change."
    if held <= RECENT:
        return f"From {RECENT + 1} interviews on, the last {RECENT} stand beside those before."
    return ""


# -- the figures ---------------------------------------------------------------------------


def table_rows(mirror: Mirror, chosen: int, width: int) -> list[tuple[Row, int | None]]:
    """The measures under their heads, each with its place among those known; None for what is no measure."""
    rows: list[tuple[Row, int | None]] = []
    for at, measure in enumerate(mirror.known):
        if (head := _HEADS.get(measure.kind)) and not _has_head(mirror.known[:at], measure.kind):
            if rows:
                rows.append((BLANK, None))
            rows.append((_head(head, width, first=not rows, compare=len(mirror.interviews) > RECENT), None))
        rows.append((_measure_row(measure, at, width, chosen=at == chosen), at))
    return rows


def _has_head(before: Sequence[Measure], kind: str) -> bool:
    return any(measure.kind == kind for measure in before)


def _head(words: str, width: int, *, first: bool, compare: bool) -> Row:
    """A head of some measures; the first one names the columns too."""
    spans: list[Span] = [(f"{words:<{_NAME + 2}}", "title")]
    if first:
        over = width_of(spans) - _NAME - 2
        spans.append((f"{f'last {RECENT}' if compare else 'mean':>{_FIGURE - over}}", "dim"))
        spans.append((f"{'before' if compare else '':>{_FIGURE}}", "dim"))
        if width >= _ROOM_FOR_AIMS:
            spans.append((f"    {'aim':<{_AIM}}", "dim"))
    return row(*clip(spans, width))


def _measure_row(measure: Measure, at: int, width: int, *, chosen: bool) -> Row:
    trend = measure.trend
    spans: list[Span] = [
        ("▸ " if chosen else "  ", "accent strong"),
        (f"{name_of(measure):<{_NAME}}", "text"),
        (f"{figure_words(measure, measure.recent):>{_FIGURE}}", "strong"),
        (f"{figure_words(measure, measure.before) if measure.before is not None else '':>{_FIGURE}}", "dim"),
        (f" {_TREND_MARK[trend]}", _TREND_INK[trend]),
    ]
    if width >= _ROOM_FOR_AIMS:
        spans.append((f"  {aim_words(measure):<{_AIM}}", "dim"))
    room = width - width_of(spans) - 2
    spans += [("  ", ""), (spark(measure.values, highest_of(measure), min(room, 30)), "moderator")]
    if chosen:
        spans.append((" " * max(0, width - width_of(spans)), ""))
        spans = [(text, f"{ink} selected".strip()) for text, ink in spans]
    return row(*clip(spans, width), action=f"measure:{at}")


def interview_row(mirror: Mirror, measure: Measure, at: int, width: int) -> Row:
    """The chosen measure in the chosen interview."""
    held = mirror.interviews[at]
    trend = TREND_WORDS[measure.trend]
    spans: list[Span] = [
        (f"{at + 1}  {held.created_utc[:10]}", "title"),
        (f"  {name_of(measure)} ", "dim"),
        (figure_words(measure, measure.values[at]), "strong"),
        (f"   aim: {aim_words(measure)}", "dim"),
    ]
    if trend and width_of(spans) + len(trend) + 2 <= width:
        spans.append((f"; {trend}", "dim"))
    return row(*clip(spans, width))


# -- nothing to show, and help -------------------------------------------------------------


def empty_rows(name: str, width: int) -> list[Row]:
    """What will be seen here once an interview was held."""
    who = f"{visible(name)} has" if name else "You have"
    words = (
        f"{who} not finished an interview yet. After the first one you see here who did the talking "
        "in each phase, how long you wait, whether you led and asked why, what ran over and which "
        "must-asks were missed; after some more, how that changes. Only for you: nobody is graded."
    )
    return [row(("The interviewer's mirror", "title")), BLANK, *paragraph(words, width, "text")]


def help_rows(width: int) -> list[Row]:
    """All keys of the place, and what its figures are."""
    rows = [row(("Keys of this place", "title"), ("   any key closes this", "dim"))]
    rows += [Row(clip([(f" {key:<10}", "accent strong"), (words, "text")], width)) for key, words in _HELP]
    return [*rows, BLANK, *paragraph(_ABOUT, width, "dim")]
