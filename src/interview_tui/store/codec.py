"""The seam between what is kept and the bytes on disk; encryption at rest would be one more codec."""

from __future__ import annotations

from typing import Protocol


class Codec(Protocol):
    """Turns bytes into what is stored and back; opening raises ValueError for bytes it did not seal.

    A sealed line holds no line feed, because a line feed ends it in the log.
    """

    def seal_file(self, raw: bytes) -> bytes:
        """What is stored for a whole file."""

    def open_file(self, sealed: bytes) -> bytes:
        """The whole file that was sealed."""

    def seal_line(self, raw: bytes) -> bytes:
        """What is stored for one line of a log."""

    def open_line(self, sealed: bytes) -> bytes:
        """The line that was sealed."""


class Plain:
    """Stores bytes as they are, so that any other program can read them."""

    def seal_file(self, raw: bytes) -> bytes:
        """The bytes themselves."""
        return raw

    def open_file(self, sealed: bytes) -> bytes:
        """The bytes themselves."""
        return sealed

    def seal_line(self, raw: bytes) -> bytes:
        """The bytes themselves."""
        return raw

    def open_line(self, sealed: bytes) -> bytes:
        """The bytes themselves."""
        return sealed


PLAIN: Codec = Plain()
"""The codec of every file so far."""
