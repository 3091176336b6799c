"""What a person set for themselves, for all workspaces: `config.toml`, written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal, cast, get_args

from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.toml_file import TomlFile, read_toml

Role = Literal["moderator", "notes", "solo"]

VARIABLE = "INTERVIEW_TUI_CONFIG"
"""The environment variable that names another config file."""

_KNOWN = ("theme", "nudges", "role", "moderator", "note_taker", "semantic_model", "keys")


class ConfigError(InterviewError):
    """A mistake in the config file."""

    title = "The config file has a mistake"


@value(kw_only=True)
class Config:
    """The settings; `keys` holds a command's id and its keys. Empty text: nothing was set."""

    theme: str = ""
    nudges: bool = True
    role: Role | None = None
    moderator: str = ""
    note_taker: str = ""
    semantic_model: str = ""
    """The folder of a model2vec model that notes are compared with; empty: by their words."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each command's id in the file, for a complaint about a clash or an unknown command."""

    @property
    def author(self) -> str:
        """Who sits here, for what they write: a name of the settings, or the role."""
        return self.moderator or self.note_taker or "researcher"


def config_path(environ: Mapping[str, str]) -> Path:
    """Where the config file is: `$INTERVIEW_TUI_CONFIG`, else in the user's config folder."""
    if named := environ.get(VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_config_dir

    return Path(user_config_dir("interview-tui", appauthor=False)) / "config.toml"


def read_config(path: Path) -> Config:
    """The settings in a file, all defaults if there is none; raises ConfigError naming line and key."""
    file = read_toml(path, ConfigError)
    if file is None:
        return Config()
    file.refuse_unknown(file.data, _KNOWN)
    keys = _keys(file)
    return Config(
        theme=file.text(file.data, "theme"),
        nudges=file.truth("nudges", default=True),
        role=_role(file),
        moderator=file.text(file.data, "moderator"),
        note_taker=file.text(file.data, "note_taker"),
        semantic_model=file.text(file.data, "semantic_model"),
        keys=keys,
        lines={command: file.line_of(command, table="keys") for command in keys},
    )


def _role(file: TomlFile) -> Role | None:
    role = file.text(file.data, "role")
    if role and role not in get_args(Role):
        file.fail("role", f"choose one of {', '.join(get_args(Role))}")
    return cast("Role", role) if role else None


def _keys(file: TomlFile) -> dict[str, tuple[str, ...]]:
    values = file.table("keys")
    keys: dict[str, tuple[str, ...]] = {}
    for command in values:
        written = file.text(values, command, table="keys")
        names = tuple(name.strip() for name in written.split(","))
        if not all(names):
            file.fail(command, 'name one key or several, such as "ctrl+n,f6"', table="keys")
        keys[command] = names
    return keys
