"""Room kept free on the disk, given up at the first "no space" so that typing can go on being saved."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from interview_tui.store import disk

RESERVE_BYTES = 4 << 20
"""Room for well over an hour of typing."""

_NO_TEXT = bytes(0x80 | byte & 0x3F for byte in range(256))
"""Noise, because some file systems give zeros no room; but noise in which no name can ever be found.

These 64 bytes begin no character of UTF-8, so a search for somebody who was forgotten meets no chance hit.
"""


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
                disk.replace_file(self._path, os.urandom(self._size).translate(_NO_TEXT))
            except OSError:
                self.free()

    def free(self) -> bool:
        """Give the room back; whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
