"""What the program runs in: the terminal, the environment, the helpers. Gathered once, judged elsewhere."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field

from interview_tui.domain.values import value

_HELPERS = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe")
_TMUX_OPTIONS = ("set-clipboard", "escape-time")
_TMUX_PATIENCE_S = 2.0


@value(kw_only=True)
class Surroundings:
    """`size` is columns and lines; `flow_control` whether the terminal keeps ctrl+s and ctrl+q.

    `helpers` are programs that were found, `tmux` its options that matter here, `encoding` that of the
    standard output. None: nobody can tell.
    """

    environ: Mapping[str, str] = field(default_factory=dict)
    system: str = "Linux"
    release: str = ""
    python: str = ""
    at_terminal: bool = True
    size: tuple[int, int] | None = (80, 24)
    flow_control: bool | None = None
    encoding: str = "utf-8"
    helpers: frozenset[str] = frozenset()
    tmux: Mapping[str, str] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether a variable of the environment says something."""
        return bool(self.environ.get(name))

    def told(self, name: str) -> str:
        """A variable of the environment, or nothing."""
        return self.environ.get(name, "")


def gather(environ: Mapping[str, str]) -> Surroundings:
    """Look around; nothing is changed, and what cannot be seen is left open."""
    terminal = next((stream for stream in (1, 0, 2) if os.isatty(stream)), None)
    return Surroundings(
        environ=environ,
        system=platform.system(),
        release=platform.release(),
        python=platform.python_version(),
        at_terminal=terminal is not None,
        size=_size(terminal),
        flow_control=_flow_control(terminal),
        encoding=sys.stdout.encoding or "",
        helpers=frozenset(name for name in _HELPERS if shutil.which(name)),
        tmux=_tmux_options() if environ.get("TMUX") else {},
    )


def _size(terminal: int | None) -> tuple[int, int] | None:
    if terminal is not None:
        with suppress(OSError):
            columns, lines = os.get_terminal_size(terminal)
            return (columns, lines) if columns and lines else None
    return None


def _flow_control(terminal: int | None) -> bool | None:
    if terminal is None or sys.platform == "win32":
        return None
    import termios

    try:
        return bool(termios.tcgetattr(terminal)[0] & termios.IXON)
    except termios.error:
        return None


def _tmux_options() -> dict[str, str]:
    import subprocess

    found = {}
    for name in _TMUX_OPTIONS:
        with suppress(OSError, subprocess.SubprocessError):
            asked = ["tmux", "show-options", "-sv", name]
            told = subprocess.run(asked, capture_output=True, text=True, timeout=_TMUX_PATIENCE_S, check=True)
            found[name] = told.stdout.strip()
    return found
