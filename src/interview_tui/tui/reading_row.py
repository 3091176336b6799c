"""The row that says how far the reading of the sessions is, and how to break it off."""

from __future__ import annotations

from interview_tui.tui.rows import Row, Span, bar, clip, width_of

_LEAST_BAR, _MOST_BAR = 8, 40
_ENDS = ("   esc breaks off; it goes on next time", "   esc breaks off", "")
_BEGINNINGS = ("reading {done:,} of {count:,} sessions  ", "{done:,} of {count:,}  ")


def reading_row(done: int, count: int, width: int) -> Row:
    """A bar with its figures, and as many words beside it as there is room for; 0 of 0 has just begun."""
    if not count:
        return Row(clip([("reading …", "dim")], width))
    share = min(1.0, done / count)
    percent: Span = (f" {int(share * 100):>3} %", "strong")
    for end in _ENDS:
        for beginning in _BEGINNINGS:
            left: Span = (beginning.format(done=done, count=count), "dim")
            right: Span = (end, "dim")
            room = width - width_of([left, percent, right])
            if room >= _LEAST_BAR:
                return Row((left, *bar(share, min(room, _MOST_BAR), "accent"), percent, right))
    return Row(clip([percent], width))
