from __future__ import annotations

import pytest

from interview_tui.domain.rehearsal import Hint
from interview_tui.domain.rehearsal_text import (
    BREATH_MS,
    CHARACTER_MS,
    PAUSE_MS,
    SEEN_MS,
    read_answer,
)


def test_a_line_is_a_breath_and_an_empty_line_a_longer_pause() -> None:
    phrases, _, length_ms = read_answer("one\ntwo\n\nthree")
    one, two, three = phrases
    assert (one.start_ms, one.end_ms) == (0, 3 * CHARACTER_MS)
    assert two.start_ms - one.end_ms == BREATH_MS
    assert three.start_ms - two.end_ms == BREATH_MS + PAUSE_MS
    assert length_ms == three.end_ms


def test_what_stands_between_stars_is_seen_and_not_said() -> None:
    phrases, _, length_ms = read_answer("*sighs*\nwell")
    assert [(phrase.text, phrase.seen) for phrase in phrases] == [("sighs", True), ("well", False)]
    assert length_ms == SEEN_MS + BREATH_MS + 4 * CHARACTER_MS


def test_a_hint_has_the_time_of_the_line_behind_it_and_takes_none_itself() -> None:
    phrases, hints, _ = read_answer("one\n> note: Write it down: s, space\ntwo")
    assert hints == (Hint(text="Write it down: s, space", at_ms=phrases[1].start_ms, until="note"),)
    assert phrases[1].start_ms == phrases[0].end_ms + BREATH_MS


@pytest.mark.parametrize("text", ["> note: only a hint", "", "\n\n"])
def test_an_answer_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="at least one line"):
        read_answer(text)


@pytest.mark.parametrize("line", ["> sing: a song", "> note", "> note:", ">"])
def test_a_hint_that_waits_for_nothing_known_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(ValueError, match="or `> asked: …`"):
        read_answer(f"one\n{line}")
