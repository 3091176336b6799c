"""A disk whose plug can be pulled: ext4 on a loop device, shut down without a flush."""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

EXT4_IOC_SHUTDOWN = 0x8004587D
"""From the kernel's fs/ext4/ext4.h."""

WITHOUT_A_FLUSH = 2
"""EXT4_GOING_FLAGS_NOLOGFLUSH: what the journal has not written yet is lost, as in a power cut."""

DISK_BYTES = 64 << 20
_TOOLS = ("mkfs.ext4", "mount", "umount")


def why_not() -> str:
    """Why this computer cannot have its power cut; empty if it can."""
    if sys.platform != "linux":
        return "they need Linux"
    if os.geteuid() != 0:
        return "they need root"
    if missing := [tool for tool in _TOOLS if shutil.which(tool) is None]:
        return f"{missing[0]} is missing"
    return "" if Path("/dev/loop-control").exists() else "there are no loop devices"


class PluggedDisk:
    """The disk, mounted while it is plugged in."""

    def __init__(self, folder: Path) -> None:
        self._image = folder / "disk.img"
        self.mounted_at = folder / "disk"

    def __enter__(self) -> Self:
        self.mounted_at.mkdir()
        with self._image.open("wb") as image:
            image.truncate(DISK_BYTES)
        _run("mkfs.ext4", "-q", "-F", str(self._image))
        self._mount()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _run("umount", str(self.mounted_at))

    def pull_the_plug(self) -> None:
        """Lose everything that was not synced, at once."""
        descriptor = os.open(self.mounted_at, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, EXT4_IOC_SHUTDOWN, struct.pack("I", WITHOUT_A_FLUSH))
        finally:
            os.close(descriptor)

    def plug_in(self) -> None:
        """Start again from what the disk still has."""
        _run("umount", str(self.mounted_at))
        self._mount()

    def settle(self) -> None:
        """Make what the bench itself did durable, so that only the writer's work is judged."""
        _run("sync", "-f", str(self.mounted_at))

    def _mount(self) -> None:
        _run("mount", "-o", "loop", str(self._image), str(self.mounted_at))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
