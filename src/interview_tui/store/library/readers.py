"""Reading many sessions for the index: alone where they are few, with helper processes where they are many.

A helper is a process and no thread, because reading is a matter of the processor and not of the disk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from interview_tui.store.library.index_entries import Indexed, indexed
from interview_tui.store.library.reader_process import from_stream

BATCH = 25
"""Sessions that are read in one go, some 200 ms: so soon a person is heard who breaks it off."""

_WORTH_HELPERS = 12 * BATCH
"""Below, it is done before helpers have come up."""

_MOST_HELPERS = 4
_HELPER = "interview_tui.store.library.reader_process"


class Readers:
    """Reads sessions batch by batch, in their order; a context manager that leaves no process behind."""

    def __init__(self, paths: Sequence[Path], helpers: int | None = None) -> None:
        self._batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
        wanted = _helpers_for(len(paths)) if helpers is None else helpers
        self._helpers = [helper for helper in map(_start, range(wanted)) if helper is not None]

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for helper in self._helpers:
            helper.kill()
            for stream in (helper.stdin, helper.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            helper.wait()

    def batches(self) -> Iterator[list[Indexed]]:
        """What is in the sessions, a batch at a time."""
        helpers = self._helpers
        if not helpers:
            yield from (_read(batch) for batch in self._batches)
            return
        asked = [_ask(helper, batch) for helper, batch in zip(helpers, self._batches, strict=False)]
        for number, batch in enumerate(self._batches):
            turn = number % len(helpers)
            found = _answer(helpers[turn]) if asked[turn] else None
            following = number + len(helpers)
            if found is None:
                asked[turn] = False  # it has gone, and what it was asked for is read here
            elif following < len(self._batches):
                asked[turn] = _ask(helpers[turn], self._batches[following])
            yield _read(batch) if found is None else found


Helper = subprocess.Popen[bytes]


def _helpers_for(count: int) -> int:
    if count < _WORTH_HELPERS or getattr(sys, "frozen", False) or not sys.executable:
        return 0
    return min(_MOST_HELPERS, _cores()) if _cores() > 1 else 0


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start(_number: int) -> Helper | None:
    command = [sys.executable, "-P", "-m", _HELPER]  # -P: nothing in the current folder is taken for a module
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)
    except OSError:
        return None


def _ask(helper: Helper, batch: Sequence[Path]) -> bool:
    assert helper.stdin is not None
    try:
        helper.stdin.write(json.dumps([str(path) for path in batch]).encode() + b"\n")
        helper.stdin.flush()
    except OSError:
        return False
    return True


def _answer(helper: Helper) -> list[Indexed] | None:
    assert helper.stdout is not None
    try:
        return from_stream(helper.stdout)  # type: ignore[arg-type]
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _read(batch: Sequence[Path]) -> list[Indexed]:
    return [indexed(path) for path in batch]
