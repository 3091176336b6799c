"""Why a disk refuses to save, in words for a person."""

from __future__ import annotations

import errno

_WORDS = {
    "the disk is full": ("ENOSPC", "EDQUOT"),
    "the folder is read-only": ("EROFS", "EACCES", "EPERM"),
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


def reason_for(error: OSError) -> str:
    """A few words that finish the sentence "Not saved, because …"."""
    return _REASONS.get(error.errno or 0, "the disk refuses to save")
