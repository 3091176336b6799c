"""Room kept free on the disk, given up at the first "no space" so that typing can go on being saved."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from interview_tui.store import disk

RESERVE_BYTES = 4 << 20
"""Room for well over an hour of typing."""


class Reserve:
    """A file of no content; whoever runs out of room deletes it."""

    def __init__(self, path: Path, size: int = RESERVE_BYTES) -> None:
        self._path = path
        self._size = size
        self.held = False

    def hold(self) -> None:
        """Take the room, if it is there to take and not taken yet; asks the disk once."""
        self.held = True
        with suppress(OSError):
            if self._path.exists() and self._path.stat().st_size >= self._size:
                return
            disk.make_folder(self._path.parent)
            try:
                # Random, because some file systems give zeros no room.
                disk.replace_file(self._path, os.urandom(self._size))
            except OSError:
                self.free()

    def free(self) -> bool:
        """Give the room back; whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
