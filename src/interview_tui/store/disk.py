"""The only place that asks the kernel to keep bytes for good; differences between platforms live here."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "darwin":
    import fcntl

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_BINARY = getattr(os, "O_BINARY", 0)
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF}


def make_folder(path: Path) -> None:
    """Create a folder and its missing parents for their owner only; folders that exist stay as they are."""
    if path.is_dir():
        return
    if path.parent != path:
        make_folder(path.parent)
    path.mkdir(mode=FOLDER_MODE, exist_ok=True)


def open_for_writing(path: Path, *, empty: bool = False, new: bool = False) -> int:
    """A descriptor to read and write a file that only its owner may see; created if it is missing.

    With `new`, FileExistsError where anything has that name already.
    """
    flags = os.O_CREAT | os.O_RDWR | _BINARY | (os.O_TRUNC if empty else 0) | (os.O_EXCL if new else 0)
    descriptor = os.open(path, flags, FILE_MODE)
    if sys.platform != "win32" and os.fstat(descriptor).st_mode & 0o077:
        with suppress(OSError):  # some mounted drives know no modes
            os.fchmod(descriptor, FILE_MODE)
    return descriptor


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; none if there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def write_at(descriptor: int, data: bytes, offset: int) -> None:
    """Write all of the data at an offset; raises OSError when only a part could be written."""
    rest = memoryview(data)
    while rest:
        written = _write_some(descriptor, rest, offset)
        rest, offset = rest[written:], offset + written


if sys.platform == "win32":

    def _write_some(descriptor: int, data: memoryview, offset: int) -> int:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.write(descriptor, data)

else:

    def _write_some(descriptor: int, data: memoryview, offset: int) -> int:
        return os.pwrite(descriptor, data, offset)


def cut(descriptor: int, length: int) -> None:
    """Shorten a file to a length, durably."""
    os.ftruncate(descriptor, length)
    sync_file(descriptor)


def sync_file(descriptor: int) -> None:
    """Return when the file's bytes and length are on the drive itself."""
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync there stops at the drive's volatile cache
        except OSError:
            os.fsync(descriptor)  # network drives know no full sync
    elif sys.platform == "win32":
        os.fsync(descriptor)
    else:
        os.fdatasync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the drive; some platforms see to that by themselves."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def replace_file(path: Path, data: bytes, *, draft: Path | None = None) -> None:
    """Give a file new content: after a crash at any point it holds all of the old or all of the new.

    A `draft` is a name beside it that nothing has yet; without one it is the file's own with `.tmp`.
    """
    own, draft = draft is None, draft or path.with_name(f"{path.name}.tmp")
    descriptor = open_for_writing(draft, empty=own, new=not own)
    try:
        write_at(descriptor, data, 0)
        sync_file(descriptor)
    except OSError:
        os.close(descriptor)
        remove(draft)
        raise
    os.close(descriptor)
    draft.replace(path)
    sync_folder(path.parent)


def append_to_file(path: Path, data: bytes) -> None:
    """Add bytes to the end of a file, durably."""
    descriptor = open_for_writing(path)
    try:
        write_at(descriptor, data, os.fstat(descriptor).st_size)
        sync_file(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


def has_no_name(descriptor: int) -> bool:
    """Whether the open file was deleted, so that nobody would ever find what is written to it."""
    return os.fstat(descriptor).st_nlink == 0


def remove(path: Path) -> None:
    """Delete a file if it is there and may be deleted."""
    with suppress(OSError):
        path.unlink()
