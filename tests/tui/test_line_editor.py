"""The note line's grammar: one line that never has a wrong mode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.tui.line_editor import LONGEST, LineEditor, Submission

QUOTE = DEFAULT_CODEBOOK.by_name("quote")


def after(keys: str) -> tuple[LineEditor, int]:
    """A line after some typed characters, "⌫" being Backspace; and how often the floor changed hands."""
    editor = LineEditor(DEFAULT_CODEBOOK)
    floors = 0
    for character in keys:
        if character == "⌫":
            editor.backspace()
        elif editor.type(character) == "floor":
            floors += 1
    return editor, floors


def entered(keys: str) -> Submission:
    return after(keys)[0].submit()


@pytest.mark.parametrize(
    ("keys", "submission"),
    [
        ("s we lost it", Submission("note", "we lost it", "story")),
        ("q so slow", Submission("note", "so slow", "quote")),
        ("p a list", Submission("note", "a list", "possible solution")),
        ("so slow", Submission("note", "so slow")),
        ("ss", Submission("note", "ss")),
        ("s.", Submission("note", "s.")),
        ("sq ", Submission("note", "sq ")),
        ("S big", Submission("note", "S big")),
        ("a list", Submission("note", "a list")),
        ("y not", Submission("note", "y not")),
        ("7 of 10", Submission("note", "7 of 10")),
        ("é", Submission("note", "é")),
        ("s", Submission("mark", tag="story")),
        ("q ", Submission("mark", tag="quote")),
        ("q   ", Submission("mark", tag="quote")),
        ("", Submission("nothing")),
        ("/next", Submission("command", "next")),
        ("/next week", Submission("command", "next week")),
        ("//next", Submission("note", "/next")),
        ("and/or", Submission("note", "and/or")),
        ("s /next", Submission("note", "/next", "story")),
    ],
)
def test_enter_makes_of_the_line_what_its_first_keys_said(keys: str, submission: Submission) -> None:
    assert entered(keys) == submission


@pytest.mark.parametrize("tag", DEFAULT_CODEBOOK.tags, ids=lambda tag: tag.key)
def test_every_tag_letter_starts_a_note_marks_and_is_a_letter(tag: object) -> None:
    key, name = getattr(tag, "key", ""), getattr(tag, "name", "")
    assert entered(f"{key} words") == Submission("note", "words", name)
    assert entered(key) == Submission("mark", tag=name)
    assert entered(f"{key}words") == Submission("note", f"{key}words")


@pytest.mark.parametrize(
    ("keys", "text", "pending", "tag"),
    [
        ("s", "", "story", None),
        ("s ", "", None, "story"),
        ("s ⌫", "", "story", None),
        ("s ⌫⌫", "", None, None),
        ("s ⌫o", "so", None, None),
        ("s ⌫ x", "x", None, "story"),
        ("s lost⌫⌫⌫⌫⌫", "", "story", None),
        ("s⌫", "", None, None),
        ("so⌫", "s", None, None),
        ("so⌫ late", "s late", None, None),
        ("so⌫⌫s ", "", None, "story"),
        ("⌫", "", None, None),
    ],
)
def test_a_letter_waits_for_its_space_and_backspace_gives_it_back(
    keys: str, text: str, pending: str | None, tag: str | None
) -> None:
    editor, _ = after(keys)
    assert editor.text == text
    assert (editor.pending.name if editor.pending else None) == pending
    assert (editor.tag.name if editor.tag else None) == tag


def test_backspace_at_the_start_of_a_tagged_note_with_words_keeps_the_words() -> None:
    editor, _ = after("s lost")
    editor.move_to(0)
    editor.backspace()
    assert (editor.text, editor.tag) == ("slost", None)


@pytest.mark.parametrize(("keys", "floors"), [(" ", 1), ("   ", 3), (" s x", 1), ("x ", 0), ("s  ", 0)])
def test_only_a_space_on_the_empty_line_hands_the_floor_over(keys: str, floors: int) -> None:
    assert after(keys)[1] == floors


printable = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=40)
"""What a terminal sends as typed characters."""

telling = st.text(st.sampled_from("sqcgwbdkpxvfr aeiy /é,"), max_size=12)
"""Short lines of the characters that mean something."""


@given(printable | telling)
def test_no_typed_character_is_swallowed(keys: str) -> None:
    editor, floors = after(keys)
    submission = editor.submit()
    tag = DEFAULT_CODEBOOK.by_name(submission.tag or "")
    letter = f"{tag.key} " if tag else ""
    slash = "/" if submission.kind == "command" or keys.lstrip(" ").startswith("//") else ""
    told = " " * floors + letter + slash + submission.text
    assert told.rstrip(" ") == keys.rstrip(" ") or (told, keys) == (f"{keys} ", keys)


@given(printable | telling, st.integers(1, 40))
def test_typing_on_after_backspace_is_typing_without_the_mistake(keys: str, count: int) -> None:
    assert entered(f"é{keys}" + "z" * count + "⌫" * count) == entered(f"é{keys}")


@given(printable)
def test_a_hot_tag_in_mid_line_keeps_every_character(keys: str) -> None:
    editor, _ = after(keys)
    before = editor.pending.key if editor.pending else editor.text
    editor.choose_tag(QUOTE)
    assert editor.text == before
    assert editor.tag is QUOTE


# -- pastes and editing --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "pasted", "submission"),
    [
        ("", "one\ntwo", Submission("note", "one\ntwo")),
        ("", "one\r\ntwo\rthree", Submission("note", "one\ntwo\nthree")),
        ("", "\n\none", Submission("note", "one")),
        ("", "s is a letter", Submission("note", "s is a letter")),
        ("", "/next", Submission("note", "/next")),
        ("s", "low", Submission("note", "slow")),
        ("s ", "lost\nagain", Submission("note", "lost\nagain", "story")),
        ("he said ", "/next", Submission("note", "he said /next")),
    ],
)
def test_a_paste_is_text_and_never_a_command(typed: str, pasted: str, submission: Submission) -> None:
    editor, _ = after(typed)
    assert editor.paste(pasted) == ""
    assert editor.submit() == submission


def test_a_paste_that_the_line_cannot_hold_comes_back_whole() -> None:
    editor, _ = after("note: ")
    huge = "x" * (LONGEST + 1)
    assert editor.paste(huge) == huge
    assert editor.text == "note: "


@given(printable, st.lists(st.sampled_from(["left", "right", "home", "end", "word left", "word right"])))
def test_moving_the_cursor_changes_no_text(keys: str, moves: list[str]) -> None:
    editor, _ = after(f"é{keys}")
    text = editor.text
    for move in moves:
        places = {
            "left": editor.cursor - 1,
            "right": editor.cursor + 1,
            "home": 0,
            "end": len(text),
            "word left": editor.word_left(),
            "word right": editor.word_right(),
        }
        editor.move_to(places[move])
        assert 0 <= editor.cursor <= len(text)
    assert editor.text == text


@given(printable, st.integers(0, 45), st.integers(0, 45))
def test_what_was_cut_out_can_be_put_back(keys: str, start: int, end: int) -> None:
    editor, _ = after(f"é{keys}")
    text = editor.text
    editor.kill(start, end)
    if start < min(end, len(text)):
        editor.yank()
    assert editor.text == text
