"""The command line: everything that matters can be done from here, and only screens load the screens."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_tui import __version__
from interview_tui.boot import FirstFrame
from interview_tui.errors import InterviewError

if TYPE_CHECKING:
    from interview_tui.store.workspace import Workspace

Handler = Callable[[argparse.Namespace], int]


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
        print(f"interview-tui: {error.message}", file=sys.stderr)
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

        print(f"interview-tui: That did not work because {reason_for(error)}.", file=sys.stderr)
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
    parser.set_defaults(handler=_home)
    place = argparse.ArgumentParser(add_help=False)
    _add_workspace(place, default=argparse.SUPPRESS)  # or it would undo what stands before the command
    _add_workspace(parser, default=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_start(commands, place)
    _add_reading(commands, place)
    _add_guide(commands, place)
    return parser


def _add_workspace(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    words = "the folder with guides/, sessions/ and study.toml"
    parser.add_argument("--workspace", metavar="DIR", default=default, help=words)


def _command(
    commands: Any, name: str, words: str, handler: Handler, **options: Any
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words + ".", **options)
    made.set_defaults(handler=handler)
    return made


def _add_start(commands: Any, place: argparse.ArgumentParser) -> None:
    start = _command(commands, "start", "Start an interview", _start, parents=[place])
    start.add_argument(
        "guide", nargs="?", default="", metavar="GUIDE", help="a file, or a name from `guide list`"
    )
    start.add_argument("--participant", default="", metavar="P07", help="the participant's pseudonym")
    start.add_argument("--role", choices=("moderator", "notes", "solo"), help="whose screen this is")
    start.add_argument("--now", action="store_true", help="straight to a running clock")
    start.add_argument("--practice", action="store_true", help="in a throw-away workspace")
    resume = _command(
        commands, "resume", "Go on with a session that was left or crashed", _resume, parents=[place]
    )
    _add_session(resume, nargs="?", default="")


def _add_session(parser: argparse.ArgumentParser, **options: Any) -> None:
    parser.add_argument(
        "session", metavar="SESSION", help="an id, the beginning of one, or `last`", **options
    )


def _add_reading(commands: Any, place: argparse.ArgumentParser) -> None:
    listing = _command(commands, "list", "List the sessions, newest first", _list, parents=[place])
    listing.add_argument("--json", action="store_true", help="for programs")
    show = _command(commands, "show", "Show one session", _show, parents=[place])
    _add_session(show)
    show.add_argument("--json", action="store_true", help="for programs")
    export = _command(commands, "export", "Write one session to a file", _export, parents=[place])
    _add_session(export)
    export.add_argument("--format", choices=("md", "json"), default="md", help="md: a report to read")
    export.add_argument("-o", "--output", metavar="FILE", default="-", help="instead of the terminal (-)")
    _command(commands, "schema", "Print the JSON Schema of session files", _schema)


def _add_guide(commands: Any, place: argparse.ArgumentParser) -> None:
    guide = _command(commands, "guide", "Look at guides", _guide_list, parents=[place])
    actions = guide.add_subparsers(title="commands", metavar="COMMAND")
    show = _command(actions, "show", "Print what was understood of a guide file", _guide_show)
    show.add_argument("file", metavar="FILE")
    show.add_argument("--json", action="store_true", help="for programs")
    _command(actions, "list", "List the guides that can be started by name", _guide_list, parents=[place])


def _workspace(parsed: argparse.Namespace) -> Workspace:
    from interview_tui.store.workspace import find_workspace

    return find_workspace(parsed.workspace, os.environ, Path.cwd())


# -- screens -------------------------------------------------------------------------------


def _home(parsed: argparse.Namespace) -> int:
    from interview_tui.launch import home

    return home(_workspace(parsed), parsed.frame)


def _start(parsed: argparse.Namespace) -> int:
    from interview_tui.launch import StartWish, start

    wish = StartWish(
        guide=parsed.guide,
        participant=parsed.participant,
        role=parsed.role,
        now=parsed.now,
        practice=parsed.practice,
    )
    return start(lambda: _workspace(parsed), wish, parsed.frame)


def _resume(parsed: argparse.Namespace) -> int:
    from interview_tui.launch import resume

    return resume(_workspace(parsed), parsed.session, parsed.frame)


# -- commands without a screen -------------------------------------------------------------


def _list(parsed: argparse.Namespace) -> int:
    from interview_tui.commands import list_sessions

    return list_sessions(_workspace(parsed), as_json=parsed.json)


def _show(parsed: argparse.Namespace) -> int:
    from interview_tui.commands import show_session

    return show_session(_workspace(parsed), parsed.session, as_json=parsed.json)


def _export(parsed: argparse.Namespace) -> int:
    from interview_tui.commands import export_session

    return export_session(_workspace(parsed), parsed.session, parsed.format, parsed.output)


def _schema(_: argparse.Namespace) -> int:
    from interview_tui.commands import print_schema

    return print_schema()


def _guide_show(parsed: argparse.Namespace) -> int:
    from interview_tui.commands import show_guide

    return show_guide(Path(parsed.file), as_json=parsed.json)


def _guide_list(parsed: argparse.Namespace) -> int:
    from interview_tui.commands import list_guides

    return list_guides(_workspace(parsed))
