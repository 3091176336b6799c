"""Lending the terminal to an editor, or starting one that has a window of its own."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from interview_tui.errors import InterviewError
from interview_tui.tui.editors import EditorCall, editor_call

Leave = Callable[[int], None]
"""What the app does at Ctrl+C, given its exit code."""

Ended = Callable[[int], None]
"""What is to be done when the editor has ended, given its exit code."""

_ECHO_S = 0.2


def chosen_editor(path: Path, line: int) -> EditorCall:
    """How to open a file at a line in the person's editor; raises InterviewError if there is none."""
    return editor_call(os.environ, path, line, shutil.which)


async def edit(app: App[Any], call: EditorCall, leave: Leave, ended: Ended) -> None:
    """Run an editor; raises InterviewError if it cannot be started here."""
    try:
        if call.in_terminal:
            ended(_lend_terminal(app, call.argv, leave))
        else:
            await _open_window(app, call.argv, ended)
    except (OSError, SuspendNotSupported):
        raise InterviewError(
            f"{call.argv[0]} could not be started here; edit the file in another window: what you save shows."
        ) from None


def _lend_terminal(app: App[Any], argv: Sequence[str], leave: Leave) -> int:
    """Run an editor in this terminal; the program stands still until it ends with its exit code."""
    with app.suspend(), _line_modes(), _interrupts_left_alone(leave):
        return subprocess.run(argv, check=False).returncode


@contextmanager
def _line_modes() -> Iterator[None]:
    """Echo, lines and Ctrl+C as any program expects them: ours began in raw mode, before the screen did."""
    import termios  # Windows has none, and lends no terminal either

    modes = termios.tcgetattr(0)
    lines = [*modes[:6], list(modes[6])]
    lines[0] |= termios.ICRNL | termios.IXON
    lines[1] |= termios.OPOST | termios.ONLCR
    lines[3] |= termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
    termios.tcsetattr(0, termios.TCSADRAIN, lines)
    try:
        yield
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, modes)


@contextmanager
def _interrupts_left_alone(leave: Leave) -> Iterator[None]:
    """Ctrl+C is the editor's while it has the terminal, and ours again afterwards."""
    loop = asyncio.get_running_loop()
    heard = loop.remove_signal_handler(signal.SIGINT)
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        if heard:
            # The loop still has to read of the interrupts that were meant for the editor.
            loop.call_later(_ECHO_S, loop.add_signal_handler, signal.SIGINT, leave, 128 + signal.SIGINT)
        else:
            signal.signal(signal.SIGINT, before)


async def _open_window(app: App[Any], argv: Sequence[str], ended: Ended) -> None:
    """Start an editor that has a window of its own, and do not wait for it."""
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *argv, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    app.run_worker(_wait(process, ended), group="editors")


async def _wait(process: asyncio.subprocess.Process, ended: Ended) -> None:
    ended(await process.wait())
