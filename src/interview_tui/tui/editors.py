"""Which editor opens a guide, and how it is told the line; each knows its own way, or none."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path

from interview_tui.domain.values import value
from interview_tui.errors import InterviewError

_PLUS_LINE = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "kak", "micro", "joe", "jed", "ne",
     "mg", "gedit", "gvim", "mvim", "ee", "vis", "tilde", "dte", "xed", "pluma", "geany", "gnome-text-editor"}
)  # fmt: skip
_FILE_COLON_LINE = frozenset({"hx", "helix", "subl", "zed", "zeditor", "sublime_text", "lapce"})
_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"})
_DASH_LINE = frozenset({"mate", "kate", "kwrite", "bbedit"})
_WINDOWED = frozenset(
    {"gvim", "mvim", "gedit", "xed", "pluma", "geany", "gnome-text-editor", "kate", "kwrite", "mate",
     "bbedit", "subl", "sublime_text", "zed", "zeditor", "lapce", "mousepad", "leafpad", "open", "xdg-open"}
)  # fmt: skip
_OFFERED = ("sensible-editor", "nano", "micro", "nvim", "vim", "vi", "emacs")
"""Looked for in this order where nobody said which; the first is Debian's own way to ask."""


@value
class EditorCall:
    """An editor's command line; one that opens a window of its own leaves the terminal alone."""

    argv: tuple[str, ...]
    in_terminal: bool


def editor_call(
    environ: Mapping[str, str], path: Path, line: int, which: Callable[[str], str | None]
) -> EditorCall:
    """How to open a file at a line, counted from 1, in the editor of `$VISUAL` or `$EDITOR`, or in one found.

    Raises InterviewError if there is none.
    """
    command = _command(environ, which)
    program = Path(command[0]).name.removesuffix(".exe")
    windowed = program in _WINDOWED | _GOTO and "-nw" not in command
    return EditorCall((*command, *_place(program, path, line)), in_terminal=not windowed)


def _command(environ: Mapping[str, str], which: Callable[[str], str | None]) -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        if wanted := environ.get(name, "").strip():
            command = _split(wanted, name)
            if which(command[0]) is None:
                raise InterviewError(f"{command[0]} is not there; set ${name} to an editor that is.")
            return command
    found = next(filter(which, _OFFERED), None)
    if found is None:
        raise InterviewError("No editor was found; set $EDITOR to one, such as nano.")
    return [found]


def _split(wanted: str, name: str) -> list[str]:
    try:
        return shlex.split(wanted)
    except ValueError:
        raise InterviewError(f"${name} has a quote that never closes; set it to an editor's name.") from None


def _place(program: str, path: Path, line: int) -> tuple[str, ...]:
    """The arguments for a file and a line; without the line where the editor is not known to take one."""
    file = str(path)
    if line > 1:
        if program in _PLUS_LINE:
            return (f"+{line}", file)
        if program in _FILE_COLON_LINE:
            return (f"{file}:{line}",)
        if program in _GOTO:
            return ("--goto", f"{file}:{line}")
        if program in _DASH_LINE:
            return ("-l", str(line), file)
    return (file,)
