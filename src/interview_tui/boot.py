"""The first frame: the live screen's outline, painted before anything heavy is imported.

Python needs a quarter of a second to bring a screen up; the outline stands after a few hundredths. The
terminal is put into raw mode with it, so that keys typed ahead wait unechoed and reach the note line.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from interview_tui.errors import InterviewError

if TYPE_CHECKING:
    from typing import Any

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?1049l\x1b[?25h\x1b[0m"


_SCREENS = ("start", "resume", "demo", "review", "library")
"""The commands that open a screen, besides no command at all."""

_WORDS = ("-h", "--help", "--version", "--sample")
"""The options with which no screen opens."""


class NoTerminal(InterviewError):  # noqa: N818 - the name says what is the case
    """A screen was asked for where none can be shown."""

    title = "No terminal"


def _at_a_terminal() -> bool:
    return all(os.isatty(stream) for stream in (0, 1, 2)) and os.environ.get("TERM", "") != "dumb"


def require_terminal(instead: str) -> None:
    """Raise NoTerminal with a way out unless a person sits at a terminal that can show a screen."""
    if not all(os.isatty(stream) for stream in (0, 1, 2)):
        raise NoTerminal(f"This needs a terminal for its screen; without one, use `{instead}`.")
    if os.environ.get("TERM", "") == "dumb":
        raise NoTerminal(f"This terminal (TERM=dumb) cannot show a screen; here, use `{instead}`.")


class FirstFrame:
    """The outline on the terminal, and the way back to the terminal as it was."""

    def __init__(self) -> None:
        self._modes: list[Any] | None = None
        self._painted = False

    @classmethod
    def for_command(cls, arguments: list[str]) -> FirstFrame:
        """The frame of a command line, painted if the command opens a screen on a terminal."""
        frame = cls()
        words = [word for word in arguments if not word.startswith("-")]
        asks_for_words = any(word.split("=")[0] in _WORDS for word in arguments)
        if not asks_for_words and (not words or words[0] in _SCREENS) and _at_a_terminal():
            gc.disable()  # nothing that start-up makes is garbage; the app turns it on again
            frame.paint()
        return frame

    def paint(self) -> None:
        """Show the outline and stop the terminal from echoing."""
        self._to_raw()
        try:
            width, height = os.get_terminal_size(2)
        except OSError:
            return
        self._write(_ENTER + outline(width, height))
        self._painted = True

    def hand_over(self) -> None:
        """A screen takes the terminal over from here: it will leave the outline behind by itself."""
        self._painted = False

    def restore(self) -> None:
        """Give the terminal back as it was; harmless when that has been done already."""
        if self._modes is None:
            return
        import termios

        if self._painted:
            self._write(_LEAVE)
            self._painted = False
        termios.tcsetattr(0, termios.TCSANOW, self._modes)
        self._modes = None

    def _to_raw(self) -> None:
        try:
            import termios
        except ImportError:  # Windows: its console needs no raw mode for a first frame
            return
        self._modes = termios.tcgetattr(0)
        raw = [*self._modes[:6], list(self._modes[6])]
        raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(0, termios.TCSANOW, raw)

    def _write(self, text: str) -> None:
        sys.__stderr__.write(text)  # type: ignore[union-attr]
        sys.__stderr__.flush()  # type: ignore[union-attr]


def outline(width: int, height: int) -> str:
    """The live screen without its contents, as escape codes for a terminal of this size."""

    def at(line: int, column: int, text: str) -> str:
        """The codes that put a text at a place, cut off at the right edge."""
        return f"\x1b[{line};{column}H{text[: max(0, width - column + 1)]}"

    parts = [at(1, 2, "\x1b[1minterview-tui\x1b[0m")]
    if width >= 110:
        parts += [at(line, 47, "\x1b[2m│\x1b[0m") for line in range(2, height)]
    parts.append(at(max(1, height - 4), 2 if width < 110 else 50, "\x1b[2m❯ opening…\x1b[0m"))
    return "".join(parts)
