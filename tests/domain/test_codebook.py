"""The codebook and what may stand in one."""

from __future__ import annotations

import pytest

from interview_tui.domain.codebook import COLOURS, DEFAULT_CODEBOOK, Codebook, Tag, problems


def tag(key: str = "s", name: str = "story", colour: str = "teal") -> Tag:
    return Tag(key=key, name=name, colour=colour)


def test_the_default_codebook_obeys_its_own_rules() -> None:
    assert problems(DEFAULT_CODEBOOK.tags) == []


def test_the_default_letters_are_the_thirteen_of_the_method() -> None:
    assert "".join(tag.key for tag in DEFAULT_CODEBOOK.tags) == "sqcgwbdkpxvfr"


def test_a_tag_is_found_by_its_letter_and_by_its_name_in_any_case() -> None:
    story = tag()
    codebook = Codebook((story, tag("q", "quote")))
    assert codebook.by_key("s") is story
    assert codebook.by_name("STORY") is story


def test_a_letter_or_name_that_nobody_has_finds_nothing() -> None:
    assert DEFAULT_CODEBOOK.by_key("z") is None
    assert DEFAULT_CODEBOOK.by_name("zebra") is None


@pytest.mark.parametrize(("name", "expected"), [("quote", True), ("Quote", True), ("story", False)])
def test_only_a_tag_named_quote_is_word_for_word(name: str, expected: bool) -> None:
    assert tag(name=name).word_for_word is expected


@pytest.mark.parametrize("letter", list("aeiouy"))
def test_a_letter_that_can_be_a_word_is_no_key(letter: str) -> None:
    (problem,) = problems([tag(letter)])
    assert problem.field == "key"
    assert "consonant" in problem.sentence


@pytest.mark.parametrize("key", ["", "S", "st", "1", " ", "ß!", "\x1b"])
def test_a_key_is_one_lower_case_letter(key: str) -> None:
    assert [(p.tag_index, p.field) for p in problems([tag(key)])] == [(0, "key")]


@pytest.mark.parametrize("key", ["z", "ж", "ñ"])
def test_a_lower_case_letter_of_any_script_is_a_key(key: str) -> None:
    assert problems([tag(key)]) == []


@pytest.mark.parametrize(
    ("second", "field", "words"),
    [
        (tag("s", "other"), "key", "already belongs to 'story'"),
        (tag("t", "Story"), "name", "two tags are named"),
        (tag("t", "  "), "name", "no name"),
        (tag("t", "other", "mauve"), "colour", ", ".join(COLOURS)),
    ],
)
def test_the_second_tag_of_a_pair_is_the_one_that_is_told(second: Tag, field: str, words: str) -> None:
    (problem,) = problems([tag(), second])
    assert (problem.tag_index, problem.field) == (1, field)
    assert words in problem.sentence


def test_every_mistake_is_told_and_not_only_the_first() -> None:
    assert [p.field for p in problems([tag("A", "", "mauve")])] == ["key", "name", "colour"]
