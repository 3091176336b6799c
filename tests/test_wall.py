"""The wall between the rooms, looked at from inside: what a running command really loads."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.sample import write_sample

SCREENS = {"textual", "rich", "interview_tui.tui"}
FILES = {"tinydb", "pydantic", "filelock", "platformdirs"}
DISK_AND_CLOCK = {"tempfile", "shutil", "glob", "sqlite3", "subprocess", "socket", "asyncio", "threading"}

RUN = """
import json, sys
from contextlib import redirect_stdout
from io import StringIO
from interview_tui.__main__ import main
sys.argv = ["interview-tui", *json.loads(sys.argv[1])]
try:
    with redirect_stdout(StringIO()):
        main()
except SystemExit as ended:
    print(json.dumps([ended.code, sorted(sys.modules)]))
"""

IMPORT = """
import importlib, json, sys
before = set(sys.modules)
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps([0, sorted(set(sys.modules) - before)]))
"""


def loaded(script: str, words: Sequence[str], folder: Path) -> set[str]:
    """The modules that a fresh Python has loaded after a script."""
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(list(words))],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    code, modules = json.loads(done.stdout)
    assert code == 0, done.stderr
    return set(modules)


def modules_of(room: str) -> list[str]:
    spec = find_spec(f"interview_tui.{room}")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    inside = pkgutil.walk_packages(spec.submodule_search_locations, f"interview_tui.{room}.")
    return [f"interview_tui.{room}", *(module.name for module in inside)]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    write_sample(tmp_path, practice=False)
    (tmp_path / "guides" / "clinics.md").write_text("- Tell me about your day.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ["--help"],
        ["--version"],
        ["start", "--help"],
        ["list"],
        ["list", "--json"],
        ["show", "last"],
        ["show", "last", "--json"],
        ["export", "last", "--format", "md"],
        ["export", "last", "--format", "json"],
        ["schema"],
        ["init", "--title", "Clinics"],
        ["participant", "list"],
        ["participant", "add", "--name", "Ada"],
        ["progress"],
        ["progress", "--json"],
        ["patterns"],
        ["patterns", "--by", "segment", "--json"],
        ["patterns", "--themes", "--csv"],
        ["saturation"],
        ["saturation", "--json"],
        ["insights"],
        ["insights", "--json"],
        ["insights", "--format", "md"],
        ["search", "front"],
        ["search", "front", "--json"],
        ["doctor"],
        ["demo", "--sample", "sample"],
        ["doctor", "--json"],
        ["guide", "list"],
        ["guide", "new", "visits"],
        ["guide", "show", "guides/clinics.md"],
        ["guide", "show", "guides/clinics.md", "--json"],
        ["guide", "check", "guides/clinics.md"],
        ["guide", "check", "guides/clinics.md", "--json"],
    ],
    ids=" ".join,
)
def test_a_command_without_a_screen_loads_no_screen(workspace: Path, command: list[str]) -> None:
    assert loaded(RUN, command, workspace) & SCREENS == set()


@pytest.mark.parametrize("command", [["--help"], ["--version"]], ids=" ".join)
def test_help_waits_for_no_library(workspace: Path, command: list[str]) -> None:
    assert loaded(RUN, command, workspace) & FILES == set()


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["show", "last"],
        ["show", "last", "--json"],
        ["export", "last", "--format", "md"],
        ["export", "last", "--format", "json"],
    ],
    ids=" ".join,
)
def test_reading_a_session_waits_for_no_schema_generation_no_database_and_no_lock(
    workspace: Path, command: list[str]
) -> None:
    assert loaded(RUN, command, workspace) & {"pydantic.type_adapter", "tinydb", "filelock"} == set()


def test_the_printed_schema_is_pydantic_s_own(workspace: Path) -> None:
    assert "pydantic.type_adapter" in loaded(RUN, ["schema"], workspace)


@pytest.mark.parametrize("room", ["domain", "guides"])
def test_the_rules_know_no_disk_no_clock_and_no_database(room: str, tmp_path: Path) -> None:
    new = loaded(IMPORT, modules_of(room), tmp_path)
    assert new & (SCREENS | FILES | DISK_AND_CLOCK) == set()
    above = {"domain": ("guides", "store", "interchange", "tui"), "guides": ("store", "interchange", "tui")}
    assert [
        name for name in sorted(new) if name.startswith(tuple(f"interview_tui.{r}" for r in above[room]))
    ] == []


@pytest.mark.parametrize("room", ["store", "interchange"])
def test_files_and_formats_know_no_screen(room: str, tmp_path: Path) -> None:
    assert loaded(IMPORT, modules_of(room), tmp_path) & SCREENS == set()


def test_a_live_screen_is_painted_before_the_database_is_loaded(tmp_path: Path) -> None:
    new = loaded(IMPORT, ["interview_tui.launch", "interview_tui.tui.app"], tmp_path)
    assert new & {"tinydb", "pydantic", "pyperclip"} == set()


def test_the_outline_needs_next_to_nothing(tmp_path: Path) -> None:
    new = loaded(IMPORT, ["interview_tui.boot"], tmp_path)
    assert sorted(name for name in new if name.startswith("interview_tui")) == [
        "interview_tui",
        "interview_tui.boot",
        "interview_tui.errors",
    ]
    assert new & (SCREENS | FILES | {"argparse", "json", "threading", "asyncio"}) == set()
