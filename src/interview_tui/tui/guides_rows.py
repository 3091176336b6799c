"""The rows around the guide preview: which guides there are, which one is shown, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, row, wrap

_HELP = (
    ("enter", "get ready with this guide"),
    ("e", "edit it in your editor, at this line; what you save shows here at once"),
    ("n N", "the next line that the check has something to say about, the one before"),
    ("↑ ↓ j k", "a line up or down; page up, page down, home and end too"),
    ("← → h l", "the guide before, the next guide"),
    ("c +", "a new guide from a template"),
    ("p", "paste a guide from a document or a spreadsheet; pasting right here works too"),
    ("esc q", "back"),
)


@value
class GuideName:
    """A guide of the list."""

    name: str
    ready_made: bool


def top_row(right: Sequence[Span], words: str, width: int) -> Row:
    """Where this is, and what the check says of the guide."""
    return between([("Guides", "title"), (f"  {visible(words)}", "dim")], [("  ", ""), *right], width)


def chooser_row(guides: Sequence[GuideName], index: int, width: int) -> Row:
    """The guide that is shown, between the arrows that lead to the others."""
    if not 0 <= index < len(guides):
        return BLANK
    guide = guides[index]
    end = f" ›  {index + 1} of {len(guides)}{', ready-made' if guide.ready_made else ', yours'}"
    name = clip([(visible(guide.name), "strong")], max(4, width - 2 - len(end)))
    return Row(clip([("‹ ", "accent strong"), *name, (" ›", "accent strong"), (end[2:], "dim")], width))


def list_rows(guides: Sequence[GuideName], index: int, width: int, height: int) -> list[Row]:
    """All guides, yours and the ready-made ones, the one that is shown in view."""
    rows: list[Row] = []
    at = 0
    for place, guide in enumerate(guides):
        if place == 0 or guide.ready_made != guides[place - 1].ready_made:
            rows += [BLANK] if rows else []
            rows.append(row(("Ready-made" if guide.ready_made else "Yours", "dim")))
        at = len(rows) if place == index else at
        rows.append(_list_row(guide, place, width, chosen=place == index))
    top = max(0, min(at - height // 2, len(rows) - height))
    return rows[top : top + height]


def _list_row(guide: GuideName, place: int, width: int, *, chosen: bool) -> Row:
    mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
    spans = clip([mark, (visible(guide.name), "strong" if chosen else "text")], width)
    return Row(spans, f"guide:{place}")


def help_rows(width: int) -> list[Row]:
    """Every key of the screen."""
    rows = [row(("Keys", "title")), BLANK]
    for key, words in _HELP:
        first, *more = wrap(words, max(20, width - 12))
        rows.append(row((f"  {key:<10}", "accent strong"), (first, "text")))
        rows += [row((" " * 12, ""), (line, "text")) for line in more]
    return [*rows, BLANK, row(("  Any key brings the guide back.", "dim"))]


def problem_only_rows(sentence: str, width: int) -> list[Row]:
    """Why there is nothing to show."""
    lines = wrap(visible(sentence), max(2, width - 2))
    return [row(("! " if not at else "  ", "warn strong"), (line, "warn")) for at, line in enumerate(lines)]
