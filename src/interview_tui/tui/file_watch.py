"""Telling when a file was saved: at once by the system's notices, within a second where there are none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

LOOK_S = 1.0
"""Seconds between two looks at the file: network drives and full watch tables give no notice."""

_SETTLE_MS, _STEP_MS = 200, 30

Stamp = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp | None:
    """What changes whenever a file is saved, be it in place or by another file that takes its name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)


class FileWatch:
    """Calls `saved` each time a file no longer looks as it did; `seen` is how it looked when it was read."""

    def __init__(self, path: Path, saved: Callable[[], None], seen: Stamp | None) -> None:
        self._path = path
        self._saved = saved
        self._seen = seen

    async def run(self) -> None:
        """Watch until cancelled."""
        async with asyncio.TaskGroup() as both:
            both.create_task(self._take_notices())
            both.create_task(self._keep_looking())

    def _look(self) -> None:
        now = stamp_of(self._path)
        if now != self._seen:
            self._seen = now
            self._saved()

    async def _keep_looking(self) -> None:
        while True:
            self._look()
            await asyncio.sleep(LOOK_S)

    async def _take_notices(self) -> None:
        """Watch the folder, because editors put a new file in the place of the old one."""
        try:
            from watchfiles import awatch

            name = self._path.name
            notices = awatch(
                self._path.parent,
                watch_filter=lambda _, changed: Path(changed).name == name,
                recursive=False,
                debounce=_SETTLE_MS,
                step=_STEP_MS,
            )
            async for _ in notices:
                self._look()
        except (ImportError, OSError, RuntimeError):
            return  # looking goes on
