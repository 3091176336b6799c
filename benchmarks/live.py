"""How quick the live screen is, against the smallest Textual app with a bare Input.

Both are started and typed at in turns in one run, so that a busy machine weighs on both alike.
"""

from __future__ import annotations

import random
import string
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.programs import BARE_INPUT, Command, first_question, interview_tui, make_session
from benchmarks.table import Figure, median, percentile
from benchmarks.terminal import Rows, Terminal

from interview_tui.store.workspace import Workspace

PROMPT = "type a note"
FLOOR_PROMPT = "type here"
CLEAR = "\x15"
"""Ctrl+U empties a stock Input."""

MANY_NOTES = 10_000
WORD = 5
LETTERS_A_NOTE = 25
GAP_S = (0.03, 0.09)
"""Between two keys, by chance, so that they meet the clock's tick at any moment."""

STARTED_S = 0.6
"""No output for so long means that the program has started: nothing is emulated while it starts."""


@dataclass(frozen=True, slots=True)
class Program:
    """A command line, and the words that are all on the screen once it is painted."""

    command: Command
    painted: tuple[str, ...]
    takes_notes: bool = True

    def is_painted(self, rows: Rows) -> bool:
        """Whether everything that is waited for stands on the screen."""
        screen = "\n".join(rows)
        return all(words in screen for words in self.painted)

    def start(self) -> Terminal:
        """Start it and wait until it has come to rest."""
        terminal = Terminal(self.command)
        terminal.wait_for(self.is_painted, quiet_s=STARTED_S)
        return terminal


@dataclass(slots=True)
class Starts:
    """Milliseconds to the first glyph and to the full painting, and peak MB, a start each."""

    glyph: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def add(self, program: Program) -> None:
        """Start it once more."""
        with Terminal(program.command) as terminal:
            glyph, painted = terminal.wait_for(_any_glyph, program.is_painted, quiet_s=STARTED_S)
            self.glyph.append((glyph - terminal.began) * 1000)
            self.painted.append((painted - terminal.began) * 1000)
            self.memory.append(terminal.peak_memory_mb())


def _any_glyph(rows: Rows) -> bool:
    return any(row.strip() for row in rows)


# -- typing ------------------------------------------------------------------------------------


class Typist:
    """Types random words at one program and measures when each letter and each note is shown."""

    def __init__(self, program: Program, seed: int) -> None:
        self.terminal = program.start()
        self.keys_ms: list[float] = []
        self.notes_ms: list[float] = []
        self.bytes: list[float] = []
        self._takes_notes = program.takes_notes
        self._chance = random.Random(seed)
        self._typed = ""

    def type(self, letters: int) -> None:
        """Type so many letters, in words and notes."""
        for _ in range(letters):
            if len(self._typed.replace(" ", "")) >= LETTERS_A_NOTE:
                self._end_note()
            if len(self._typed) % (WORD + 1) == WORD:
                self._pause()
                self.terminal.send(" ")
                self._typed += " "
            self._type(self._letter())

    def _letter(self) -> str:
        if not self._typed:
            return "a"  # a tag's letter would wait for its space
        return self._chance.choice(string.ascii_lowercase)

    def _type(self, letter: str) -> None:
        self._typed += letter
        typed, before = self._typed, self.terminal.bytes_read
        self._pause()
        self.keys_ms.append(self._until(letter, lambda rows: any(typed in row for row in rows)))
        self.bytes.append(self.terminal.bytes_read - before)

    def _end_note(self) -> None:
        begins = self._typed[: 3 * (WORD + 1) - 1]
        self._typed = ""
        self._pause()
        if not self._takes_notes:
            self.terminal.send(CLEAR)
            return

        def is_noted(rows: Rows) -> bool:
            return any(begins in row for row in rows) and any(PROMPT in row for row in rows)

        self.notes_ms.append(self._until("\r", is_noted))

    def _pause(self) -> None:
        end = time.perf_counter() + self._chance.uniform(*GAP_S)
        while (left := end - time.perf_counter()) > 0 and not self.terminal.ended:
            self.terminal.settle(left, limit_s=left)
        self.terminal.when()

    def _until(self, key: str, seen: Callable[[Rows], bool]) -> float:
        moment = self.terminal.send(key)
        return (self.terminal.wait_for(seen, limit_s=5)[0] - moment) * 1000


# -- resting -----------------------------------------------------------------------------------


def rest(program: Program, seconds: float) -> tuple[float, float]:
    """Leave it alone: the share of one core that it needs (%), and the bytes a second that it writes."""
    with program.start() as terminal:
        began, cpu, written = time.perf_counter(), terminal.cpu_seconds(), terminal.bytes_read
        while (left := began + seconds - time.perf_counter()) > 0:
            terminal.settle(left, limit_s=left)
        span = time.perf_counter() - began
        return 100 * (terminal.cpu_seconds() - cpu) / span, (terminal.bytes_read - written) / span


# -- the figures -------------------------------------------------------------------------------


def programs(folder: Path) -> tuple[Program, Program, Program]:
    """The floor, the live screen of a new interview, and that of one with very many notes."""
    empty, full = Workspace(folder / "empty"), Workspace(folder / "full")
    for workspace in (empty, full):
        workspace.create()
    make_session(full, MANY_NOTES)
    question = first_question(empty)
    return (
        Program(BARE_INPUT, (FLOOR_PROMPT,), takes_notes=False),
        Program(interview_tui("start", "--now", "--workspace", empty.path), (PROMPT, question)),
        Program(interview_tui("resume", "--workspace", full.path), (PROMPT, question)),
    )


def measure(folder: Path, *, quick: bool = False) -> Iterator[Figure]:
    """Start, memory, keys, notes and rest of the live screen."""
    floor, new, many = programs(folder)
    yield from _starts(floor, new, many, rounds=4 if quick else 15)
    yield from _keys(floor, new, many, letters=50 if quick else 600)
    yield from _rests(floor, new, seconds=3 if quick else 12)


def _starts(floor: Program, new: Program, many: Program, *, rounds: int) -> Iterator[Figure]:
    measured = {id(program): Starts() for program in (floor, new, many)}
    for program in (floor, new, many):  # the first start warms the disk's cache, and does not count
        program.start().close()
    for _ in range(rounds):  # in turns, and without a far larger start between the two
        for program in (floor, new):
            measured[id(program)].add(program)
    for _ in range(rounds // 3 + 1):
        measured[id(many)].add(many)
    base, live, filled = (measured[id(program)] for program in (floor, new, many))
    painted = median(base.painted)
    yield Figure(what="start: first glyph", figure=median(live.glyph), goal=50)
    yield Figure(what="start: all painted", figure=median(live.painted), floor=painted, goal=1.25)
    yield Figure(
        what="start: peak memory", figure=median(live.memory), floor=median(base.memory), goal=1.4, unit="MB"
    )
    yield Figure(what="resume 10,000 notes: all painted", figure=median(filled.painted), floor=painted)


def _keys(floor: Program, new: Program, many: Program, *, letters: int) -> Iterator[Figure]:
    block = 25
    typists = [Typist(program, seed) for seed, program in enumerate((floor, new, many))]
    for _ in range(letters // block):
        for typist in typists:
            typist.type(block)
    for typist in typists:
        typist.terminal.close()
    base, none, filled = typists
    for name, goal in ((50, 0.8), (99, 1.0)):
        bare, alone = percentile(base.keys_ms, name), percentile(none.keys_ms, name)
        beside = percentile(filled.keys_ms, name)
        yield Figure(what=f"key to paint, p{name}", figure=alone, floor=bare, goal=goal, digits=2)
        yield Figure(
            what=f"the same with 10,000 notes, p{name}; floor: with none",
            figure=beside,
            floor=alone,
            goal=1.05,
            digits=2,
        )
    yield Figure(what="bytes a key", figure=median(none.bytes), floor=median(base.bytes), unit="B", digits=0)
    yield Figure(what="Enter to note shown, p50", figure=median(none.notes_ms), goal=15, digits=2)
    yield Figure(what="the same with 10,000 notes, p50", figure=median(filled.notes_ms), goal=15, digits=2)


def _rests(floor: Program, new: Program, *, seconds: float) -> Iterator[Figure]:
    base_cpu, base_bytes = rest(floor, seconds)
    cpu, written = rest(new, seconds)
    yield Figure(what="at rest: share of a core", figure=cpu, goal=0.5, unit="%", digits=2)
    yield Figure(what="at rest: share of a core, the floor's own", figure=base_cpu, unit="%", digits=2)
    yield Figure(what="at rest: bytes a second", figure=written, floor=base_bytes, unit="B", digits=0)
