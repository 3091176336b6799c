"""A helper process of a long first reading: hears paths, answers with what is in the sessions.

It ends when its input ends, and so with whoever started it, however that ended.
"""

from __future__ import annotations

import json
import marshal
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from interview_tui.store.library.index_entries import Indexed, indexed

LENGTH_BYTES = 8


def as_bytes(found: list[Indexed]) -> bytes:
    """What is sent for some sessions: the length, then plain values."""
    raw = marshal.dumps([(one.name, one.about, one.created, one.entries, one.problem) for one in found])
    return len(raw).to_bytes(LENGTH_BYTES, "big") + raw


def from_stream(stream: BinaryIO) -> list[Indexed]:
    """What was sent; raises ValueError if that is not whole."""
    length = int.from_bytes(stream.read(LENGTH_BYTES), "big")
    raw = stream.read(length)
    if not length or len(raw) < length:
        raise ValueError("the helper is gone")
    return [
        Indexed(name=name, about=about, created=created, entries=entries, problem=problem)
        for name, about, created, entries, problem in marshal.loads(raw)
    ]


def main() -> None:
    """Answer each line, a list of paths, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for who started it
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(as_bytes([indexed(Path(path)) for path in json.loads(line)]))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
