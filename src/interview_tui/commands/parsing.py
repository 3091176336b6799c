"""How a command is declared: its words, its handler and the options that several commands share."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interview_tui.store.workspace import Workspace

Handler = Callable[[argparse.Namespace], int]
"""Runs a command; returns its exit code: 0 well, 1 not done."""

INTERRUPTED = 130
"""The exit code where a person broke off at a question with Ctrl+C."""


class CommandParser(argparse.ArgumentParser):
    """Reads one command's words; `arrange` may put them in another order first."""

    arrange: Callable[[Sequence[str]], list[str]] | None = None

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As every parser does, of the words as they were arranged."""
        if self.arrange is not None and args is not None:
            args = self.arrange(args)
        return super().parse_known_args(args, namespace)


class Commands:
    """A place where commands are added: the program's own, or those below one of them."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._subparsers = parser.add_subparsers(
            title="commands", metavar="COMMAND", parser_class=CommandParser
        )

    def add(self, name: str, words: str, handler: Handler, *, workspace: bool = True) -> CommandParser:
        """Declare a command by one line of help; with `workspace` it takes `--workspace` as well."""
        made: CommandParser = self._subparsers.add_parser(name, help=words, description=words + ".")
        made.set_defaults(handler=handler)
        if workspace:
            add_workspace(made, default=argparse.SUPPRESS)  # or it would undo what stands before the command
        return made

    def group(self, name: str, words: str, handler: Handler) -> Commands:
        """Declare a command that has commands of its own; `handler` runs it without any of them."""
        return Commands(self.add(name, words, handler))


def add_workspace(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """The folder to work in."""
    words = "the folder with guides/, sessions/ and study.toml"
    parser.add_argument("--workspace", metavar="DIR", default=default, help=words)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Output for programs."""
    parser.add_argument("--json", action="store_true", help="for programs")


def add_session(parser: argparse.ArgumentParser, **options: Any) -> None:
    """Which session is meant."""
    parser.add_argument(
        "session", metavar="SESSION", help="an id, the beginning of one, or `last`", **options
    )


def workspace_of(parsed: argparse.Namespace) -> Workspace:
    """The workspace that a command line means; raises StoreError if it can be none."""
    from interview_tui.store.workspace import find_workspace

    return find_workspace(parsed.workspace, os.environ, Path.cwd())


def reading_workspace_of(parsed: argparse.Namespace) -> Workspace:
    """The same for a command that only reads: a folder that was named and is not there is a slip of the pen.

    Raises StoreError as well then; the usual folder need not be there yet.
    """
    from interview_tui.store.errors import StoreError

    workspace = workspace_of(parsed)
    if parsed.workspace and not workspace.path.exists():
        raise StoreError(
            f"{workspace.path} is not there; check the name, or begin a workspace there with "
            f"`interview-tui init --workspace`."
        )
    return workspace


def print_json(value: object) -> None:
    """Print a value for programs."""
    import json  # most calls print words

    print(json.dumps(value, ensure_ascii=False, indent=2))
