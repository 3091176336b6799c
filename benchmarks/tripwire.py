"""Kills the program in the middle of something it asks of the disk, where chance alone seldom hits."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from typing import Any

from interview_tui.store import disk

MOST_CALLS = 150
"""The program dies at one of so many calls to the disk."""


def set_tripwire(chance: random.Random) -> None:
    """From now on one call to the disk, chosen by chance, is the last: half done, before or after it."""
    calls_left = chance.randint(1, MOST_CALLS)

    def guard(act: Callable[..., Any], half: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*args: Any) -> Any:
            nonlocal calls_left
            calls_left -= 1
            if calls_left:
                return act(*args)
            chance.choice((half, act, _nothing))(*args)
            os.kill(os.getpid(), signal.SIGKILL)

        return guarded

    write_at = disk.write_at

    def write_half(descriptor: int, data: bytes, offset: int) -> None:
        write_at(descriptor, data[: chance.randint(0, len(data))], offset)

    disk.write_at = guard(write_at, write_half)
    disk.cut = guard(disk.cut, _nothing)
    disk.sync_file = guard(disk.sync_file, _nothing)
    disk.sync_folder = guard(disk.sync_folder, _nothing)


def _nothing(*_: object) -> None:
    pass
