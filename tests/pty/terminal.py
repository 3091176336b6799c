"""The real program in a pseudo-terminal, with an independent terminal emulator to read its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any

import pyte

PATIENCE_S = 20.0
"""How long a test waits for what must come; only a broken program uses it up."""

COMMAND_NAME = "INTERVIEW_TUI_COMMAND"
"""The environment variable that names another installed command to test."""


def command() -> str:
    """The installed command: the one asked for, else the one beside this Python."""
    return os.environ.get(COMMAND_NAME) or str(Path(sys.executable).with_name("interview-tui"))


def environment(workspace: Path, changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """A quiet environment in which only the workspace is set; an empty change takes a name away."""
    names = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(workspace.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TMPDIR": os.environ.get("TMPDIR", ""),
        "INTERVIEW_TUI_WORKSPACE": str(workspace),
        "INTERVIEW_TUI_CONFIG": str(workspace.parent / "no-such-config.toml"),
        **(changes or {}),
    }
    return {name: value for name, value in names.items() if value}


def run(
    workspace: Path, *arguments: str, changes: Mapping[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run the command without a terminal; text in and out is UTF-8, whatever cannot be is replaced."""
    return subprocess.run(
        [command(), *arguments],
        env=environment(workspace, changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
        **options,
    )


class Screen(pyte.Screen):
    """pyte's screen with the alternate screen, which pyte leaves out."""

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self.alternate = False
        self._behind = (0, 0, dict(self.buffer))

    def set_mode(self, *modes: int, **options: Any) -> None:
        self._note(modes, options, on=True)
        super().set_mode(*modes, **options)

    def reset_mode(self, *modes: int, **options: Any) -> None:
        self._note(modes, options, on=False)
        super().reset_mode(*modes, **options)

    def _note(self, modes: Sequence[int], options: Mapping[str, Any], *, on: bool) -> None:
        if not options.get("private") or 1049 not in modes or on == self.alternate:
            return
        self.alternate = on
        if on:
            self._behind = (self.cursor.x, self.cursor.y, {y: copy(row) for y, row in self.buffer.items()})
        self.erase_in_display(2)
        if not on:
            self.cursor.x, self.cursor.y, rows = self._behind
            self.buffer.update(rows)

    def report_device_status(self, mode: int, **options: Any) -> None:
        """Answer nothing: a test is a terminal that types only what the test says."""

    def report_device_attributes(self, mode: int = 0, **options: Any) -> None:
        """Answer nothing."""


def _sit_down() -> None:
    """In the new process: take the terminal, and hear Ctrl+C even where the tests run in the background."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """One run of the program; use it as a context manager, which ends whatever is left."""

    def __init__(
        self,
        workspace: Path,
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        changes: Mapping[str, str] | None = None,
        type_ahead: bytes = b"",
    ) -> None:
        self.screen = Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.modes_before = termios.tcgetattr(self.slave)
        if type_ahead:
            os.write(self._master, type_ahead)
        self.process = subprocess.Popen(
            [command(), *arguments],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environment(workspace, changes),
            start_new_session=True,
            preexec_fn=_sit_down,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)
        os.close(self.slave)

    # -- hands and eyes --------------------------------------------------------------------

    def send(self, data: str | bytes) -> None:
        """Type."""
        os.write(self._master, data.encode() if isinstance(data, str) else data)

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    @property
    def text(self) -> str:
        """What stands on the screen, with its line breaks."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def look(self, seconds: float = 0.05) -> None:
        """Take in what the program wrote, waiting at most so long for the first of it."""
        while select.select([self._master], [], [], seconds)[0]:
            try:
                data = os.read(self._master, 65_536)
            except OSError:
                return
            if not data:
                return
            self._stream.feed(data)
            seconds = 0

    def wait_for(self, *words: str) -> str:
        """Read on until all of the words stand on the screen; the screen."""
        return self._until(lambda: all(word in self.text for word in words), f"{words} on the screen")

    def wait_without(self, words: str) -> str:
        """Read on until the words are gone from the screen; the screen."""
        return self._until(lambda: words not in self.text, f"no {words!r} on the screen")

    def _until(self, reached: Any, what: str) -> str:
        end = time.monotonic() + PATIENCE_S
        while not reached():
            if time.monotonic() > end:
                raise AssertionError(f"Waited in vain for {what}:\n{self.text}")
            if self.process.poll() is not None:
                self.look(0.2)
                if reached():
                    break
                raise AssertionError(f"The program ended before {what}:\n{self.text}")
            self.look()
        return self.text

    def wait_for_end(self) -> int:
        """Read on until the program has ended; its exit code."""
        end = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"The program did not end:\n{self.text}")
            self.look()
        self.look(0.2)
        return self.process.returncode

    # -- the terminal afterwards -----------------------------------------------------------

    @property
    def given_back(self) -> bool:
        """Whether the terminal is as it was: no alternate screen, a cursor, echo and all other modes."""
        cursor = not self.screen.cursor.hidden
        return not self.screen.alternate and cursor and termios.tcgetattr(self.slave) == self.modes_before
