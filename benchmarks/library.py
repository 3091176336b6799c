"""How quickly notes are found among many: the index, ripgrep over the same files, and a scan with TinyDB.

    python -m benchmarks.library [--small] [FOLDER]

Everything is measured in one run over one library (`benchmarks/library_sample.py`), which is written first,
or taken as it is from FOLDER. The index is measured in a process of its own, so that the memory is its own.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.library_sample import NOTES, SESSIONS, write_library
from benchmarks.table import Figure, median, percentile, table

from interview_tui.store.library.index import open_index
from interview_tui.store.library.index_file import index_path
from interview_tui.store.workspace import Workspace

SMALL = 400
_QUERIES, _QUICK_QUERIES = 150, 25
_RIPGREP_QUERIES = 15
_SCANNED = 100
"""Sessions that are scanned with TinyDB; all of them would take minutes, so the time is scaled."""

_FILTERS = ("tag:quote ", "segment:vets ", "starred: ", "after:2025 ", "phase:dig ", "participant:P0{} ")
_MB = 1_000_000


def measure(folder: Path, *, quick: bool = False, sessions: int | None = None) -> Iterator[Figure]:
    """Every figure about finding."""
    count = sessions or (SMALL if quick else SESSIONS)
    workspace = Workspace(folder)
    if not workspace.sessions.is_dir():
        write_library(folder, count)
    count = len(workspace.session_paths())
    found = _of_its_own("--index", folder, "--quick" if quick else "")
    what = f"{count:,} sessions × {NOTES} notes"
    yield Figure(
        what=f"index of {what}: first build",
        figure=count / found["build_s"] * 60,
        unit="sessions/min",
        goal=6_000,
        goal_is="at least",
        digits=0,
    )
    yield Figure(what="the same, with one process", figure=found["alone"], unit="sessions/min", digits=0)
    yield Figure(what="opened again, nothing changed", figure=found["reopen_ms"], goal=1_000)
    yield Figure(what="one changed session found", figure=found["changed_ms"], goal=200)
    typed = f"query as typed ({found['queries']:,.0f} of them)"
    yield Figure(what=f"{typed}, p50", figure=found["p50"], goal=3, digits=2)
    yield Figure(what=f"{typed}, p99", figure=found["p99"], goal=30, digits=2)
    yield Figure(what="memory, building and searching", figure=found["memory_mb"], unit="MB", goal=250)
    yield Figure(what="each helper process of a build", figure=found["helper_mb"], unit="MB")
    yield Figure(
        what="index on the disk; floor: the sessions",
        figure=found["index_mb"],
        unit="MB",
        floor=_size_mb(workspace),
    )
    yield from _others(workspace, found["p50"])


def _others(workspace: Workspace, index_ms: float) -> Iterator[Figure]:
    """What other ways to find a word take."""
    words = _words(workspace, random.Random(5))
    if shutil.which("rg"):
        took = [_timed_ms(partial(_ripgrep, workspace, word)) for word in words[:_RIPGREP_QUERIES]]
        yield Figure(what="ripgrep, one word, p50; floor: the index", figure=median(took), floor=index_ms)
    paths = workspace.session_paths()
    some = paths[:: max(1, len(paths) // _SCANNED)]
    took = [_timed_ms(partial(_scan, some, word)) for word in words[:3]]
    scaled = median(took) * len(paths) / len(some)
    what = f"TinyDB over every file ({len(some)} scaled); floor: the index"
    yield Figure(what=what, figure=scaled, floor=index_ms, digits=0)


def _ripgrep(workspace: Workspace, word: str) -> None:
    command = ["rg", "--ignore-case", "--only-matching", "--no-filename", "--fixed-strings", word]
    subprocess.run([*command, str(workspace.sessions)], stdout=subprocess.DEVNULL, check=False)


def _scan(paths: list[Path], word: str) -> int:
    from tinydb import TinyDB, where

    found = 0
    for path in paths:
        with TinyDB(path, access_mode="r") as database:
            wanted = where("text").search(re.escape(word), re.IGNORECASE)
            found += len(database.table("notes").search(wanted))
    return found


def _words(workspace: Workspace, chance: random.Random) -> list[str]:
    """Words of notes that are there, in any script."""
    found: list[str] = []
    for path in chance.sample(workspace.session_paths(), 20):
        notes = list(json.loads(path.read_bytes())["notes"].values())
        found += [chance.choice(chance.choice(notes)["text"].split()) for _ in range(5)]
    return [word for word in found if word.strip()]


def _timed_ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _size_mb(workspace: Workspace) -> float:
    return sum(path.stat().st_size for path in workspace.session_paths()) / _MB


# -- the index, in a process of its own ----------------------------------------------------


def _of_its_own(*arguments: object) -> dict[str, float]:
    words = [str(argument) for argument in arguments if argument]
    command = [sys.executable, "-m", "benchmarks.library", *words]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def index_figures(workspace: Workspace, *, quick: bool) -> dict[str, float]:
    """Build, open again, change and ask; times in milliseconds unless they say otherwise."""
    shutil.rmtree(workspace.cache, ignore_errors=True)
    found: dict[str, float] = {}
    with open_index(workspace) as index:
        found["build_s"] = _timed_ms(index.refresh) / 1000

    def again() -> None:
        with open_index(workspace) as index:
            index.refresh()

    found["reopen_ms"] = median([_timed_ms(again) for _ in range(5)])
    with open_index(workspace) as index:
        found["changed_ms"] = median([_changed_ms(workspace, index, turn) for turn in range(5)])
        queries = _typed(workspace, _QUICK_QUERIES if quick else _QUERIES)
        took = [_timed_ms(partial(index.search, query)) for query in queries]
    found |= {"queries": len(took), "p50": percentile(took, 50), "p99": percentile(took, 99)}
    found["index_mb"] = index_path(workspace).stat().st_size / _MB
    found["memory_mb"], found["helper_mb"] = _peak_mb("RUSAGE_SELF"), _peak_mb("RUSAGE_CHILDREN")
    found["alone"] = _alone(workspace, 100 if quick else 1_000)
    return found


def _changed_ms(workspace: Workspace, index: object, turn: int) -> float:
    """From a change on the disk until a search shows it."""
    from interview_tui.store.library.index import LibraryIndex

    assert isinstance(index, LibraryIndex)
    path = workspace.session_paths()[turn * 7]
    tables = json.loads(path.read_bytes())
    note = next(row for row in tables["events"].values() if row["kind"] == "note_added")
    note["text"] = f"freshly zanzibar{turn}"
    path.write_text(json.dumps(tables), encoding="utf-8")

    def until_found() -> None:
        index.refresh()
        assert index.search(f"zanzibar{turn} ").count == 1

    return _timed_ms(until_found)


def _typed(workspace: Workspace, count: int) -> list[str]:
    """What a search box hears, letter by letter: one to three words of a note, some quoted, some filtered."""
    chance = random.Random(3)
    typed: list[str] = []
    for path in chance.choices(workspace.session_paths(), k=count):
        notes = list(json.loads(path.read_bytes())["notes"].values())
        words = chance.choice(notes)["text"].split()
        start, length = chance.randrange(len(words)), chance.randint(1, 3)
        query = " ".join(words[start : start + length])[:40]
        if chance.random() < 0.2:
            query = f'"{query}"'
        if chance.random() < 0.25:
            query = chance.choice(_FILTERS).format(chance.randint(100, 999)) + query
        typed += [query[:end] for end in range(1, len(query) + 1)]
    return typed


def _alone(workspace: Workspace, count: int) -> float:
    """Sessions a minute without helpers, over some of them."""
    from interview_tui.store.library.readers import Readers

    with tempfile.TemporaryDirectory(dir=workspace.path) as folder:
        few = Workspace(Path(folder))
        few.create()
        for path in workspace.session_paths()[:count]:
            os.link(path, few.sessions / path.name)
        real = Readers.__init__
        Readers.__init__ = lambda self, paths, _helpers=None: real(self, paths, 0)  # type: ignore[method-assign,assignment]
        try:
            with open_index(few) as index:
                return count / _timed_ms(index.refresh) * 60_000
        finally:
            Readers.__init__ = real  # type: ignore[method-assign]


def _peak_mb(whose: str) -> float:
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(getattr(resource, whose)).ru_maxrss * unit / _MB


def main() -> None:
    """Measure, or be the process that is measured."""
    options = {word for word in sys.argv[1:] if word.startswith("--")}
    folders = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    if "--index" in options:
        print(json.dumps(index_figures(Workspace(folders[0]), quick="--quick" in options)))
        return
    small = "--small" in options
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix="interview-tui-bench-") as own:
        folder = folders[0] if folders else Path(own) / "library"
        print(table(measure(folder, quick=small, sessions=SMALL if small else None)))


if __name__ == "__main__":
    main()
