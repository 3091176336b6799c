"""How long the commands without a screen take, against importing pydantic and TinyDB."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.programs import LIBRARIES, Command, interview_tui, make_session
from benchmarks.table import Figure, median
from benchmarks.terminal import clean_environment

from interview_tui.store.workspace import Workspace

SESSIONS = 10
NOTES = 60
"""A study of ordinary size: that many sessions with that many notes each."""

GOAL = 2.5


def measure(folder: Path, *, quick: bool = False) -> Iterator[Figure]:
    """`--help`, `list` and `show last` in turns with the floor."""
    workspace = Workspace(folder / "study")
    workspace.create()
    for _ in range(SESSIONS):
        make_session(workspace, NOTES)
    place = ("--workspace", workspace.path)
    commands: dict[str, Command] = {
        "floor": LIBRARIES,
        "--help": interview_tui("--help"),
        "list": interview_tui("list", *place),
        "show last": interview_tui("show", "last", *place),
    }
    took: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(5 if quick else 20):
        for name, command in commands.items():
            took[name].append(_milliseconds(command))
    for name in list(commands)[1:]:
        what = f"interview-tui {name}"
        yield Figure(what=what, figure=median(took[name]), floor=median(took["floor"]), goal=GOAL)


def _milliseconds(command: Command) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=clean_environment())
    return (time.perf_counter() - began) * 1000
