"""The one table of commands: ids, keys and typed names, and a user's own keys."""

from __future__ import annotations

from collections import Counter

import pytest

from interview_tui.tui.commands import (
    BY_ID,
    BY_TYPED,
    COMMANDS,
    HOTKEYS,
    all_labels,
    check_keymap,
    completions,
    key_label,
    line_bindings,
    pane_bindings,
)

SAFE = {*(f"ctrl+{letter}" for letter in "fglnrt"), *(f"f{number}" for number in (2, 3, 4, 5, 8, 9))}
"""Keys that no common terminal, multiplexer or text field takes for itself."""

PANE_ONLY = {"up", "down", "other_pane", "to_line"}
"""Moving about in a pane needs no typed way: who types is in the line."""


def keys_of(keys: str) -> list[str]:
    return [key for key in keys.split(",") if key]


def test_ids_labels_and_typed_names_are_one_commands_each() -> None:
    for values in ([c.id for c in COMMANDS], [c.typed for c in COMMANDS if c.typed]):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_no_key_belongs_to_two_commands_of_a_place() -> None:
    line = [key for command in COMMANDS for key in keys_of(command.line_keys)] + list(HOTKEYS)
    pane = [key for command in COMMANDS for key in keys_of(command.pane_keys)]
    for keys in (line, pane):
        assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_key_that_works_while_typing_is_safe_in_a_terminal() -> None:
    keys = {key for command in COMMANDS for key in keys_of(command.line_keys)} | set(HOTKEYS)
    assert keys - SAFE == {"ctrl+q"}


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.line_keys], ids=lambda c: c.id)
def test_what_works_while_typing_has_a_typed_way_too(command: object) -> None:
    assert BY_TYPED.get(getattr(command, "typed", "")) is command


def test_everything_but_moving_about_can_be_typed() -> None:
    assert {command.id for command in COMMANDS if not command.typed} == PANE_ONLY


def test_every_command_says_what_it_does() -> None:
    assert all(command.help and command.label for command in COMMANDS)


def test_every_binding_has_an_id_so_that_it_can_be_rebound() -> None:
    bindings = [*line_bindings(), *pane_bindings()]
    ids = [binding.id for binding in bindings]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert {binding.id for binding in line_bindings()} >= {c.id for c in COMMANDS if c.line_keys}


@pytest.mark.parametrize(
    ("typed", "first"),
    [("next", "next"), ("ne", "next"), ("PAU", "pause"), ("phase-o", "phase_on"), ("ago", "floor_earlier")],
)
def test_the_beginning_of_a_name_finds_its_command(typed: str, first: str) -> None:
    assert completions(typed)[0] is BY_ID[first]


def test_an_empty_word_offers_every_typed_command_and_a_wrong_one_none() -> None:
    assert len(completions("")) == len(BY_TYPED)
    assert completions("nonsense") == []


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        ("ctrl+t,f9", "^T"),
        ("f9", "F9"),
        ("space", "space"),
        ("full_stop", "."),
        ("delete", "del"),
        ("n", "n"),
    ],
)
def test_keys_are_named_as_people_read_them(keys: str, label: str) -> None:
    assert key_label(keys) == label


def test_labels_follow_the_users_own_keys() -> None:
    assert key_label("ctrl+t,f9", {"floor": "f6"}, "floor") == "F6"
    assert all_labels("ctrl+t,f9", {}, "floor") == "^T F9"


# -- a user's keymap -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "usable"),
    [
        ({}, {}),
        ({"floor": "f6"}, {"floor": "f6"}),
        ({"floor": "f6, f7"}, {"floor": "f6,f7"}),
        ({"pane.next": "x"}, {"pane.next": "x"}),
        ({"floor": "ctrl+n", "next": "ctrl+t"}, {"floor": "ctrl+n", "next": "ctrl+t"}),
        ({"tag1": "f6"}, {"tag1": "f6"}),
    ],
)
def test_a_keymap_without_mistakes_is_taken_whole(wanted: dict[str, str], usable: dict[str, str]) -> None:
    assert check_keymap(wanted) == (usable, [])


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        ({"flor": "f6"}, "'flor'"),
        ({"floor": "ctrl+n"}, "'next'"),
        ({"floor": "f2"}, "'tag1'"),
        ({"pane.led": "n"}, "'pane.next'"),
        ({"up": "k"}, "'up'"),
        ({"led": "a"}, "'led'"),
        ({"next": "ctrl+n,space"}, "'next'"),
    ],
)
def test_a_mistake_in_a_keymap_is_told_and_left_out(wanted: dict[str, str], named: str) -> None:
    usable, sentences = check_keymap(wanted)
    assert usable == {}
    assert len(sentences) == 1
    assert named in sentences[0]
    assert sentences[0].endswith(".")
