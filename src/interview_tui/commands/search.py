"""The command that finds notes, quotes, answers and questions across all sessions."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from interview_tui.commands.parsing import Commands, add_json, print_json, reading_workspace_of
from interview_tui.commands.printing import complain, say
from interview_tui.commands.width import terminal_width

if TYPE_CHECKING:
    from interview_tui.domain.search import SearchResult
    from interview_tui.store.workspace import Workspace

_LIMIT = 50
_NAMES_SHOWN = 3
_STEP = 50
_EPILOG = (
    'words, "phrases", beginnings (the last word, or pap*), -without; tag:quote participant:P07 segment: '
    "phase: author: kind:note|quote|debrief|question session: starred: before:2026-11-20 after:2026-11. "
    "Ends with 1 where nothing is found, as grep does."
)


def add_to(commands: Commands) -> None:
    """Declare it."""
    search = commands.add("search", "Find notes, quotes, debrief answers and questions", _search)
    search.epilog = _EPILOG
    search.arrange = _options_first
    search.add_argument(
        "query", nargs="+", metavar="QUERY", help="what to look for; behind -- all is looked for"
    )
    add_json(search)
    search.add_argument("--limit", metavar="N", type=_count, default=_LIMIT, help=f"hits at most ({_LIMIT})")


_ALONE, _WITH_VALUE = frozenset(("--json", "-h", "--help")), frozenset(("--limit", "--workspace"))


def _options_first(told: Sequence[str]) -> list[str]:
    """The command's own options, and behind `--` all else: -without and --force are words of a query."""
    options: list[str] = []
    words: list[str] = []
    left = iter(told)
    for word in left:
        if word == "--":
            words += left
        elif word in _ALONE or word.partition("=")[0] in _WITH_VALUE:
            options += [word, *([next(left, "")] if word in _WITH_VALUE else [])]
        else:
            words.append(word)
    return [*options, "--", *words] if words else options


def _count(told: str) -> int:
    """How many; raises ArgumentTypeError."""
    with suppress(ValueError):
        if (number := int(told)) >= 1:
            return number
    raise argparse.ArgumentTypeError(f"{told!r} is no number from 1")


def _search(parsed: argparse.Namespace) -> int:
    return search_sessions(
        reading_workspace_of(parsed), " ".join(parsed.query), parsed.limit, as_json=parsed.json
    )


def search_sessions(workspace: Workspace, typed: str, limit: int, *, as_json: bool) -> int:
    """Print what is found; 0 where anything is, 1 where nothing is."""
    from interview_tui.store.library.index import open_index

    with open_index(workspace) as index:
        progress = _Progress()
        try:
            changes = index.refresh(progress)
        finally:
            progress.clear()
        found = index.search(typed, limit)
        if index.problem:
            complain(index.problem)
    if changes.unreadable:
        complain(_unreadable(changes.unreadable))
    if as_json:
        from interview_tui.interchange.search_hits import hit_json

        print_json([hit_json(hit) for hit in found.hits])
    else:
        _print_hits(workspace, typed, found)
    return 0 if found.hits else 1


def _print_hits(workspace: Workspace, typed: str, found: SearchResult) -> None:
    from interview_tui.domain.text import visible
    from interview_tui.interchange.search_hits import hit_line, hit_lines

    width = terminal_width(sys.stdout)
    if not found.hits:
        if not workspace.session_paths():
            complain(f"There are no sessions in {workspace.path} yet; start one first.")
        else:
            complain(f"Nothing was found for {visible(typed)}; try fewer words, or the beginning of one.")
    elif width is None:
        for hit in found.hits:
            print(hit_line(hit))
    else:
        styled = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        for hit in found.hits:
            print("\n".join(hit_lines(hit, width, styled=styled)))
        say("", _summary(found))


def _summary(found: SearchResult) -> str:
    count = f"more than {found.count:,}" if found.more else f"{found.count:,}"
    order = "newest first" if found.by == "newest" else "best first"
    if len(found.hits) == found.count and not found.more:
        return f"{count} {'hit' if found.count == 1 else 'hits'}, {order}"
    return (
        f"{len(found.hits):,} of {count} hits, {order}; more words or a filter find less, --limit shows more"
    )


def _unreadable(names: tuple[str, ...]) -> str:
    listed = ", ".join(names[:_NAMES_SHOWN]) + (" and others" if len(names) > _NAMES_SHOWN else "")
    return f"{listed} could not be read and is left out; `interview-tui doctor` says why."


class _Progress:
    """How far a long first reading has come, on a terminal alone."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._shown = False
        self._begun: int | None = None

    def __call__(self, done: int, count: int) -> bool:
        """Say it, where there is more than a moment's work; never stops."""
        if self._begun is None:
            self._begun = done
        if self._shows and count - self._begun > _STEP:
            self._shown = True
            print(f"\rreading {done:,} of {count:,} sessions …", end="", file=sys.stderr, flush=True)
        return True

    def clear(self) -> None:
        """Leave nothing of it behind."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
