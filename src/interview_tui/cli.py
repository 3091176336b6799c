"""The command line: everything that matters can be done from here, and only screens load the screens."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from interview_tui import __version__
from interview_tui.boot import FirstFrame
from interview_tui.commands import (
    demo,
    doctor,
    guides,
    insights,
    library,
    participants,
    patterns,
    saturation,
    screens,
    search,
    sessions,
    study,
)
from interview_tui.commands.parsing import Commands, Handler, add_workspace
from interview_tui.commands.printing import complain
from interview_tui.errors import InterviewError

_AREAS = (
    screens,
    library,
    search,
    insights,
    saturation,
    patterns,
    study,
    participants,
    sessions,
    guides,
    demo,
    doctor,
)
"""In the order of `--help`."""


def run(arguments: Sequence[str], frame: FirstFrame) -> int:
    """Run one command; its exit code: 0 well, 1 not done, 2 bad input, 130 interrupted.

    `frame` is what stands on the terminal already; it goes before anything is said.
    """
    _let_odd_locales_print()
    try:
        parsed = _parser().parse_args(arguments, argparse.Namespace(frame=frame))
        handler: Handler = parsed.handler
        return handler(parsed)
    except InterviewError as error:
        frame.restore()
        complain(error.message)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe went away; what follows would only complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        frame.restore()
        from interview_tui.store.reasons import reason_for

        where = f" with {error.filename}" if error.filename else ""
        complain(f"That did not work{where} because {reason_for(error)}.")
        return 1


def _let_odd_locales_print() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interview-tui",
        description="A terminal companion for live customer interviews. Without a command: the home screen.",
        epilog="Start one now with a ready-made guide:  interview-tui start --now",
    )
    parser.add_argument("--version", action="version", version=f"interview-tui {__version__}")
    parser.set_defaults(handler=screens.open_home)
    add_workspace(parser, default=None)
    commands = Commands(parser)
    for area in _AREAS:
        area.add_to(commands)
    return parser
