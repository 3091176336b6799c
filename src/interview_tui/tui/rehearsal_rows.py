"""The rows of the practice interview: what she says as captions, one hint, and the card before it."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.rehearsal_moment import Moment
from interview_tui.tui.rows import BLANK, Row, Span, paragraph, row, wrap
from interview_tui.tui.score_rows import with_air, without_blanks

_GUTTER: Span = ("▎ ", "script")
_HINT_ROWS = 2
_PAUSED_HINT = "The clock stands still: /pause lets it run again"


def caption_rows(moment: Moment, name: str, width: int, height: int, *, paused: bool = False) -> list[Row]:
    """The last of what was said, above the hint, which stays at the bottom."""
    hint = _hint_rows(_PAUSED_HINT if paused else moment.hint, width)[:_HINT_ROWS]
    room = max(1, height - max(1, len(hint)))
    captions = _captions(moment, name, max(2, width - 2), paused=paused)[-room:]
    return [*captions, *[BLANK] * (height - len(captions) - len(hint)), *hint]


def _hint_rows(hint: str, width: int) -> list[Row]:
    return paragraph(hint, width, "accent strong", first=(("› ", "accent strong"),)) if hint else []


def _captions(moment: Moment, name: str, width: int, *, paused: bool) -> list[Row]:
    if moment.place == "thinking" and not paused:
        return [row(_GUTTER, (f"{name}  ", "title"), ("…", "dim"))]
    if moment.place in ("reading", "thinking") or not moment.phrases:
        return [row(_GUTTER, (_silent(moment, name, paused=paused), "dim"))]
    ink = "text" if moment.place == "speaking" else "dim"
    lines = _folded(moment.phrases, f"{name}:", width, ink)
    return [row(_GUTTER, *line) for line in lines]


def _silent(moment: Moment, name: str, *, paused: bool) -> str:
    """What she does where nothing that she said is to be seen."""
    if paused:
        return f"{name} waits until the clock runs again"
    if moment.place == "over":
        return f"{name} was asked nothing"
    return f"{name} is listening" if moment.place == "reading" else f"{name} is waiting for your question"


def _folded(phrases: Sequence[tuple[str, bool]], label: str, width: int, ink: str) -> list[list[Span]]:
    """What was said runs on behind the name; what was seen has a line of its own."""
    lines: list[list[Span]] = []
    running = label
    for text, seen in (*phrases, ("", True)):
        if not seen:
            running = f"{running} {text}" if running else text
            continue
        lines += [[(line, ink)] for line in wrap(running, width) if running and running != label]
        lines += [[(line, "note")] for line in wrap(f"({text})", width) if text]
        running = "" if running != label else label
    if lines and lines[0][0][0].startswith(label):
        lines[0] = [(label, "title"), (lines[0][0][0].removeprefix(label), ink)]
    return lines


def card_rows(name: str, width: int, height: int) -> list[Row]:
    """What will happen, and the three things to try."""
    rows = [row(("A practice interview", "title")), BLANK]
    for words in (
        f"You ask, {name} answers. Her words stand as captions above the note line, for about five minutes.",
        "She is made up, and your notes are thrown away at the end.",
    ):
        rows += paragraph(words, width, "text")
    rows += [BLANK, row(("Three things to try", "title"))]
    for key, words in (
        ("space", "hand over the floor when she begins, take it back afterwards"),
        ("s space", "then a few words and enter: a story is caught"),
        ("F8 or ^N", "go on to the next question; then wait, and watch the dots"),
    ):
        rows += paragraph(words, width, "text", first=((f"{key:<9}", "accent strong"),))
    rows += [BLANK]
    rows += paragraph("If you do nothing, it goes on by itself.", width, "dim")
    return with_air(without_blanks(rows, height), height)
