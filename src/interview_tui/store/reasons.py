"""Why a disk refuses to read or to save, in words for a person."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from interview_tui.domain.text import visible

_WORDS = {
    "the disk is full": ("ENOSPC", "EDQUOT"),
    "the folder is read-only": ("EROFS",),
    "the folder is gone": ("ENOENT", "ENOTDIR"),
    "the drive is gone": ("ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT"),
    "the drive reports errors": ("EIO", "EREMOTEIO", "EUCLEAN"),
    "a file is in the way": ("EEXIST",),
    "too many files are open": ("EMFILE", "ENFILE"),
    "the file is too large for this disk": ("EFBIG",),
}
_REASONS = {
    getattr(errno, name): words for words, names in _WORDS.items() for name in names if hasattr(errno, name)
}

FULL = frozenset(number for number, words in _REASONS.items() if words == "the disk is full")
"""The error numbers that mean: no room left."""

GONE = frozenset(
    number
    for number, words in _REASONS.items()
    if words in ("the drive is gone", "the drive reports errors") or number == errno.EBADF
)
"""The error numbers after which an open file may be of no more use, even when the drive comes back."""


_RIGHTS = (errno.EACCES, errno.EPERM)


def reason_for(error: OSError) -> str:
    """A few words that finish the sentence "Not saved, because …"."""
    named = isinstance(error.filename, str | bytes | os.PathLike)
    path = Path(os.fsdecode(error.filename)) if named else None
    if error.errno in _RIGHTS:
        return _no_right_to(path)
    if error.errno == errno.EISDIR:
        return f"{visible(path.name) if path else 'it'} is a folder"
    return _REASONS.get(error.errno or 0, "the disk refuses")


def _no_right_to(path: Path | None) -> str:
    """A file that is not there, or cannot be seen, was refused by its folder."""
    if path is None:
        return "you have no right to open it"
    if os.path.lexists(path):
        return f"you have no right to open {visible(path.name)}"
    return f"you have no right to use the folder {visible(path.absolute().parent.name)}"
