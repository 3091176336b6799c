"""Whose words must not be quoted: one rule for every list, every export and every copy.

Words that are a participant's own (a quote, or a note taken word for word) are not to be quoted where their
person did not allow it in any of their interviews. What a note-taker wrote in their own words may stay.
"""

from __future__ import annotations

from interview_tui.domain.library import Library, LibraryNote

NOT_TO_BE_QUOTED = "not to be quoted"
"""What stands beside such words wherever they are shown."""


def is_barred(*, word_for_word: bool, may_be_quoted: bool) -> bool:
    """The rule itself, for one text and what its person said."""
    return word_for_word and not may_be_quoted


def barred_in(library: Library, note: LibraryNote) -> bool:
    """Whether the words of a note must not be quoted; who forbade it once is not quoted at all."""
    return is_barred(word_for_word=note.word_for_word, may_be_quoted=note.person not in library.silent)


def barred_words(count: int) -> str:
    """What an export says of the words that it leaves out; "" where it has all of them."""
    if not count:
        return ""
    words = "1 quote is" if count == 1 else f"{count:,} quotes are"
    who = "the person does" if count == 1 else "their people do"
    return f"{words} left out and counted: {who} not allow quoting."
