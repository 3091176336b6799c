"""A terminal played from outside: starts a program, answers its queries, and tells when what was shown.

While a measurement runs, the loop only waits, reads, stamps and answers. The emulation comes afterwards,
chunk by chunk, and the stamp of the chunk that made something visible is the result: what emulating costs
is never part of a measured time. A synchronized update (mode 2026) is visible when it ends.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

Rows = Sequence[str]
Seen = Callable[[Rows], bool]
"""Whether the rows of the screen show what is waited for."""

SETTLED_S = 0.03
"""No output for so long after a key means that its painting is over."""

_CHANGED_HERE = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "COLUMNS", "LINES")
_OTHER_TERMINALS = ("TMUX", "STY", "TERM_PROGRAM", "WT_SESSION", "VTE_VERSION", "KITTY_WINDOW_ID")
_ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}

_QUERY = re.compile(
    rb"\x1b\[(?P<csi>[>=?]?[0-9;]*\$?[cnpqt])|\x1b\](?P<osc>1[0-9]|4;[0-9]+);\?(?:\x07|\x1b\\)"
    rb"|\x1bP(?P<dcs>[+$])q[^\x1b]*\x1b\\"
)
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-9;:]*[A-Za-z]|\x1b\[\?[0-9;]*\$?[pucn]|\x1bP[^\x1b]*\x1b\\")
_SYNC = re.compile(rb"\x1b\[\?2026([hl])")
_KNOWN_MODES = (1, 7, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026)


def answer(data: bytes, columns: int, lines: int) -> bytes:
    """What an xterm with synchronized updates replies to the queries in its input."""
    replies = []
    for query in _QUERY.finditer(data):
        csi, osc, dcs = query.group("csi", "osc", "dcs")
        if csi is not None:
            replies.append(_control_reply(csi, columns, lines))
        elif osc is not None:
            shade = b"1111" if osc == b"11" else b"dddd"
            replies.append(b"\x1b]%s;rgb:%s\x1b\\" % (osc, b"/".join([shade] * 3)))
        else:
            replies.append(b"\x1bP0%sr\x1b\\" % dcs)
    return b"".join(replies)


def _control_reply(query: bytes, columns: int, lines: int) -> bytes:
    if query.startswith(b"?") and query.endswith(b"$p"):
        mode = int(query[1:-2] or b"0")
        return b"\x1b[?%d;%d$y" % (mode, 2 if mode in _KNOWN_MODES else 0)
    fixed = {
        b"c": b"\x1b[?62;22c",
        b"0c": b"\x1b[?62;22c",
        b">c": b"\x1b[>41;380;0c",
        b">0c": b"\x1b[>41;380;0c",
        b"=c": b"\x1bP!|00000000\x1b\\",
        b"5n": b"\x1b[0n",
        b"6n": b"\x1b[1;1R",
        b">q": b"\x1bP>|XTerm(380)\x1b\\",
        b">0q": b"\x1bP>|XTerm(380)\x1b\\",
        b"14t": b"\x1b[4;%d;%dt" % (lines * 18, columns * 9),
        b"16t": b"\x1b[6;18;9t",
        b"18t": b"\x1b[8;%d;%dt" % (lines, columns),
    }
    return fixed.get(query, b"")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Output as it was read, and when (seconds of the performance counter)."""

    moment: float
    data: bytes


class Terminal:
    """One program on a pseudo-terminal of its own; a context manager that ends it."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        patience_s: float = 5.0,
    ) -> None:
        self.columns, self.lines = size
        self.bytes_read = 0
        self.ended = False
        self._patience_s = patience_s
        self._chunks: list[Chunk] = []
        self._in_update = False
        self._tail = b""
        self._screen = pyte.Screen(self.columns, self.lines)
        self._stream = pyte.ByteStream(self._screen)
        self._end, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", self.lines, self.columns, 0, 0))
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env=clean_environment() | dict(environment or {}),
            cwd=folder,
        )
        os.close(theirs)
        os.set_blocking(self._end, False)
        self._poll = select.poll()
        self._poll.register(self._end, select.POLLIN)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- the loop that must cost nothing -----------------------------------------------------

    def send(self, keys: str) -> float:
        """Type; returns the moment before it."""
        moment = time.perf_counter()
        self._write(keys.encode())
        return moment

    def settle(self, quiet_s: float = SETTLED_S, limit_s: float = 10.0) -> None:
        """Read until there was no output for a while, or for as long as the limit allows."""
        end = time.perf_counter() + limit_s
        while not self.ended and (left := end - time.perf_counter()) > 0:
            if not self._pump(min(quiet_s, left)):
                return

    def _pump(self, timeout_s: float) -> bool:
        ready = self._poll.poll(timeout_s * 1000)
        moment = time.perf_counter()
        if not ready:
            return False
        try:
            data = os.read(self._end, 1 << 16)
        except OSError:  # Linux says EIO when the program has gone
            data = b""
        if not data:
            self.ended = True
            return False
        self._chunks.append(Chunk(moment, data))
        self.bytes_read += len(data)
        if b"\x1b" in data and (reply := answer(data, self.columns, self.lines)):
            self._write(reply)
        return True

    def _write(self, data: bytes) -> None:
        while data and not self.ended:
            try:
                data = data[os.write(self._end, data) :]
            except BlockingIOError:  # it does not read because it waits to write
                self._pump(0.01)
            except OSError:
                return

    # -- afterwards --------------------------------------------------------------------------

    def when(self, *looks: Seen) -> list[float | None]:
        """For each look, the first moment at which the output since the last call showed it."""
        moments: list[float | None] = [None] * len(looks)
        chunks, self._chunks = self._chunks, []
        for chunk in chunks:
            self._emulate(chunk.data)
            if self._in_update or None not in moments:
                continue
            rows = self.rows()
            for index, look in enumerate(looks):
                if moments[index] is None and look(rows):
                    moments[index] = chunk.moment
        return moments

    def wait_for(self, *looks: Seen, limit_s: float = 20.0, quiet_s: float = SETTLED_S) -> list[float]:
        """Read until all is shown; raises TimeoutError with the screen when it does not come."""
        end = time.perf_counter() + limit_s
        moments: list[float | None] = [None] * len(looks)
        while None in moments:
            if self.ended or time.perf_counter() > end:
                raise TimeoutError("\n".join(["It was not shown:", *self.rows()]))
            self.settle(quiet_s, limit_s=max(0.0, end - time.perf_counter()))
            found = self.when(*looks)
            moments = [old if old is not None else new for old, new in zip(moments, found, strict=True)]
        return [moment for moment in moments if moment is not None]

    def rows(self) -> list[str]:
        """The screen as emulated so far."""
        return list(self._screen.display)

    def _emulate(self, data: bytes) -> None:
        # A sequence can be cut by the end of a chunk: it waits for the rest of it.
        data, self._tail = _cut_before_unfinished(self._tail + data)
        for update in _SYNC.finditer(data):
            self._in_update = update.group(1) == b"h"
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))

    # -- accounts ----------------------------------------------------------------------------

    def cpu_seconds(self) -> float:
        """Processor time of all of the program's threads so far (Linux: to the nanosecond)."""
        tasks = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def peak_memory_mb(self) -> float:
        """The most memory that the program itself has had resident, in MB of 2**20 bytes (Linux)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found.group(1)) / 1024 if found else 0.0

    @property
    def exit_code(self) -> int | None:
        """How the program ended (a signal as its negative number), None while it runs."""
        return self._process.poll()

    def close(self) -> None:
        """End the program, politely first."""
        for end_it in (self._process.terminate, self._process.kill):
            if self._process.poll() is None:
                end_it()
                self._drain(self._patience_s)
        self._process.wait()
        if self._end >= 0:
            os.close(self._end)
            self._end, self.ended = -1, True

    def _drain(self, limit_s: float) -> None:
        end = time.perf_counter() + limit_s
        while self._process.poll() is None and time.perf_counter() < end:
            if self.ended:
                time.sleep(0.005)
            else:
                self._pump(0.02)


def _cut_before_unfinished(data: bytes) -> tuple[bytes, bytes]:
    start = data.rfind(b"\x1b", -64)
    if start >= 0 and re.fullmatch(rb"\x1b(?:\[[0-?]*[ -/]*)?", data[start:]):
        return data[:start], data[start:]
    return data, b""


def clean_environment() -> dict[str, str]:
    """The environment without what would change how a program paints or loads."""
    odd = {*_CHANGED_HERE, *_OTHER_TERMINALS}
    return {name: value for name, value in os.environ.items() if name not in odd} | _ENVIRONMENT
