"""Whose words must not be quoted, by one rule for every place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.domain.insights import a_library

from interview_tui.domain.library import Library
from interview_tui.domain.quoting import barred_in, barred_words, is_barred


@pytest.mark.parametrize("word_for_word", [True, False])
@pytest.mark.parametrize("may_be_quoted", [True, False])
def test_only_a_person_s_own_words_are_barred_and_only_by_their_no(
    word_for_word: bool, may_be_quoted: bool
) -> None:
    barred = is_barred(word_for_word=word_for_word, may_be_quoted=may_be_quoted)
    assert barred == (word_for_word and not may_be_quoted)


def test_a_no_in_one_interview_counts_in_all_of_theirs() -> None:
    known = a_library(("P01", "P01", "P02"))
    library = Library((known.sessions[0], replace(known.sessions[1], may_be_quoted=False)), known.notes)
    assert {note.key for note in library.notes if barred_in(library, note)} == {"s0/n2", "s1/n2"}


def test_what_is_left_out_is_counted() -> None:
    assert barred_words(0) == ""
    assert barred_words(1).startswith("1 quote is left out")
    assert barred_words(1200).startswith("1,200 quotes are left out")
