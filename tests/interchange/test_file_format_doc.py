"""The published file format names everything that is in a file."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from tests.interchange.told import Script

from interview_tui.domain.bands import DEFAULT_BANDS, PARTS
from interview_tui.domain.codebook import COLOURS
from interview_tui.domain.events import AnyEvent, Event
from interview_tui.domain.header import SessionHeader
from interview_tui.interchange.session_json import session_json
from interview_tui.interchange.tidy import tidy_tables
from interview_tui.store.config import read_config
from interview_tui.store.study import read_study

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")
LINES = PAGE.splitlines()


def example(heading: str) -> str:
    """The TOML example of a section."""
    return PAGE.split(f"## `{heading}`")[1].split("```toml\n")[1].split("```")[0]


@pytest.mark.parametrize("event", get_args(AnyEvent), ids=lambda event: event.__name__)
def test_every_kind_of_event_has_a_row_with_its_own_fields(event: type[Event]) -> None:
    kind = next(field.default for field in fields(event) if field.name == "kind")
    row = next(line for line in LINES if line.startswith("| `") and f"`{kind}`" in line.split(" | ")[0])
    own = {field.name for field in fields(event)} - {field.name for field in fields(Event)} - {"kind"}
    assert {name for name in own if f"`{name}`" not in row} == set()


@pytest.mark.parametrize("owner", [Event, SessionHeader])
def test_every_common_field_is_explained(owner: type[Event] | type[SessionHeader]) -> None:
    assert {field.name for field in fields(owner) if f"`{field.name}`" not in PAGE} == set()


def test_every_tidy_column_is_explained(script: Script) -> None:
    for name, rows in tidy_tables(script.header, script.events).items():
        assert any(line.startswith(f"| `{name}` |") for line in LINES)
        assert {column for column in rows[0] if f"`{column}`" not in PAGE} == set()


def test_every_key_of_the_json_is_explained(script: Script) -> None:
    found = session_json(script.header, script.session)
    keys = {*found, *found["session"]} - {"consent"}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()


def test_the_example_study_is_one_and_states_the_default_bands(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text(example("study.toml"), encoding="utf-8")
    study = read_study(tmp_path / "study.toml")
    assert [tag.name for tag in study.codebook.tags] == ["story"]
    assert study.bands == DEFAULT_BANDS
    assert list(study.bands) == list(PARTS)
    assert " ".join(COLOURS) in PAGE


def test_the_example_config_is_one(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(example("config.toml"), encoding="utf-8")
    assert read_config(tmp_path / "config.toml").keys == {"floor": ("ctrl+t", "f6")}
