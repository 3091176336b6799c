"""How long a note takes until it is durable, against one bare append and sync on the same disk.

    python -m benchmarks.store

Both are measured in turns in one run, so that a busy or a slow disk weighs on both alike.
The goal: p99 at most three times the floor's, at any length of the session.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from interview_tui.domain.events import NoteAdded
from interview_tui.domain.guide import Guide
from interview_tui.domain.header import SessionHeader
from interview_tui.store import disk
from interview_tui.store.codec import PLAIN
from interview_tui.store.log_lines import frame
from interview_tui.store.rows import event_to_row
from interview_tui.store.session_file import SessionFile, create_session
from interview_tui.store.workspace import Workspace

LENGTHS = (100, 1_000, 5_000)
ROUNDS = 1_000
GOAL = 3.0
TEXT = "They keep the cancelled slots on a paper list next to the phone, and call from the top. " * 2


@dataclass(frozen=True, slots=True)
class Spread:
    """A median and a 99th percentile, in milliseconds."""

    p50: float
    p99: float

    @classmethod
    def of(cls, seconds: list[float]) -> Spread:
        """The spread of many measurements."""
        ordered = sorted(seconds)
        return cls(ordered[len(ordered) // 2] * 1000, ordered[len(ordered) * 99 // 100] * 1000)


@dataclass(frozen=True, slots=True)
class Result:
    """One length of session: until a note is durable, the floor, and what the screen itself pays."""

    length: int
    note: Spread
    floor: Spread
    put: Spread

    def __str__(self) -> str:
        return (
            f"{self.length:>6} notes | durable note p50 {self.note.p50:6.2f} p99 {self.note.p99:6.2f} ms | "
            f"bare append p50 {self.floor.p50:6.2f} p99 {self.floor.p99:6.2f} ms | "
            f"ratio p50 {self.note.p50 / self.floor.p50:4.2f} p99 {self.note.p99 / self.floor.p99:4.2f} | "
            f"the screen pays p50 {self.put.p50 * 1000:3.0f} p99 {self.put.p99 * 1000:3.0f} µs"
        )


def a_note(number: int) -> NoteAdded:
    """A note of ordinary length."""
    return NoteAdded(
        id=f"01J{number:023d}", device="bench", counter=number, at_ms=number, author="ada", text=TEXT
    )


def measure(folder: Path, length: int, rounds: int = ROUNDS) -> Result:
    """Notes one at a time on a session that holds `length` already, in turns with bare appends."""
    session = _session(folder, length)
    line = frame([("events", 1, event_to_row(a_note(1)))], PLAIN)
    descriptor = disk.open_for_writing(folder / "bare.log")
    notes, floor, puts = [], [], []
    for number in range(rounds):
        floor.append(_timed(partial(_append, descriptor, line, number * len(line))))
        began = time.perf_counter()
        session.add(a_note(length + number))
        puts.append(time.perf_counter() - began)
        session.saver.flush()
        notes.append(time.perf_counter() - began)
    os.close(descriptor)
    session.close()
    return Result(length, Spread.of(notes), Spread.of(floor), Spread.of(puts))


def _session(folder: Path, length: int) -> SessionFile:
    workspace = Workspace(folder)
    workspace.create()
    header = SessionHeader(
        id=f"bench-{length}",
        created_utc="2026-11-21T22:10:00+00:00",
        app_version="0",
        guide=Guide(title="", phases=()),
        guide_source="",
        guide_name="",
        codebook=(),
    )
    session = create_session(workspace, header)
    for number in range(length):
        session.add(a_note(number))
    session.saver.flush()
    return session


def _append(descriptor: int, line: bytes, offset: int) -> None:
    disk.write_at(descriptor, line, offset)
    disk.sync_file(descriptor)


def _timed(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def main() -> int:
    """Measure every length; 1 if the goal is missed."""
    results = []
    for length in LENGTHS:
        with tempfile.TemporaryDirectory(prefix="interview-tui-bench-", dir=Path.cwd()) as folder:
            results.append(measure(Path(folder), length))
            print(results[-1])
    missed = [result for result in results if result.note.p99 > GOAL * result.floor.p99]
    print(f"goal, p99 at most {GOAL:g} times the bare append: {'missed' if missed else 'met'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
