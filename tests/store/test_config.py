"""The config file, and the sentence a mistake in it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.store.config import VARIABLE, Config, ConfigError, config_path, read_config

WHOLE = """\
theme = "nord"
nudges = false
role = "solo"
moderator = "Ada"
note_taker = "Grace"

[keys]
floor = "ctrl+t, f2"
"note.save" = "enter"
"""


def config_file(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == Config()


def test_a_whole_config_is_read(tmp_path: Path) -> None:
    config = read_config(config_file(tmp_path, WHOLE))
    assert (config.theme, config.nudges, config.role) == ("nord", False, "solo")
    assert (config.moderator, config.note_taker) == ("Ada", "Grace")
    assert config.keys == {"floor": ("ctrl+t", "f2"), "note.save": ("enter",)}


def test_each_command_keeps_its_line_for_a_later_complaint(tmp_path: Path) -> None:
    assert read_config(config_file(tmp_path, WHOLE)).lines == {"floor": 8, "note.save": 9}


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("theme = nord", 'config.toml, line 1, key "theme"', "not valid TOML"),
        ('theme = "a"\nnudge = true', 'config.toml, line 2, key "nudge"', 'did you mean "nudges"?'),
        ('nudges = "no"', 'config.toml, line 1, key "nudges"', "true or false"),
        ('role = "boss"', 'config.toml, line 1, key "role"', "choose one of moderator, notes, solo"),
        ('[keys]\nundo = ["ctrl+z"]', 'config.toml, line 2, key "undo"', "text in quotes"),
        ('[keys]\nundo = "ctrl+z,,f2"', 'config.toml, line 2, key "undo"', "name one key or several"),
        ('keys = "ctrl+z"', 'config.toml, line 1, key "keys"', "[keys]"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(tmp_path: Path, text: str, where: str, what: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(config_file(tmp_path, text))
    assert caught.value.message.startswith(where)
    assert what in caught.value.message


def test_the_environment_names_another_file() -> None:
    assert config_path({VARIABLE: "/somewhere/mine.toml"}) == Path("/somewhere/mine.toml")


def test_without_a_name_the_file_is_in_the_users_config_folder() -> None:
    path = config_path({})
    assert path.is_absolute()
    assert path.parts[-2:] == ("interview-tui", "config.toml")
