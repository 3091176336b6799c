"""The row above a place's keys: what was said last, and beside it that sessions could not be read."""

from __future__ import annotations

from interview_tui.domain.library import Library, left_out_words
from interview_tui.tui.rows import Row, between, paragraph, width_of, wrap

Word = tuple[str, str]
"""What is said, and its ink."""

_GAP = 3


def last_word(said: Word, library: Library | None) -> Word:
    """What was said last; where nothing was, that figures leave sessions out, if they do."""
    if said[0] or library is None:
        return said
    return (left_out_words(len(library.unreadable)), "warn")


def last_word_rows(word: Word, library: Library | None, width: int) -> list[Row]:
    """The word on as many rows as it needs, and how many sessions are left out where that finds room."""
    text, ink = word
    count = 0 if library is None else len(library.unreadable)
    beside = [(f"{count:,} session{'' if count == 1 else 's'} left out", "warn")]
    left = [(wrap(text, max(2, width))[0], ink)]
    told = not text or text == left_out_words(count)
    if count and not told and width_of([(text, ink)]) + _GAP + width_of(beside) <= width:
        return [between(left, beside, width)]
    return paragraph(text, width, ink)
