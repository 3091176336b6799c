"""The commands about guides: show and list."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from interview_tui.commands.parsing import Commands, add_json, print_json, workspace_of

if TYPE_CHECKING:
    from interview_tui.store.workspace import Workspace


def add_to(commands: Commands) -> None:
    """Declare them."""
    guide = commands.group("guide", "Look at guides", _list)
    show = guide.add("show", "Print what was understood of a guide file", _show, workspace=False)
    show.add_argument("file", metavar="FILE")
    add_json(show)
    guide.add("list", "List the guides that can be started by name", _list)


def _show(parsed: argparse.Namespace) -> int:
    return show_guide(Path(parsed.file), as_json=parsed.json)


def _list(parsed: argparse.Namespace) -> int:
    return list_guides(workspace_of(parsed))


def show_guide(path: Path, *, as_json: bool) -> int:
    """Print what was understood of a guide file."""
    from interview_tui.guides.describe import guide_json, guide_text
    from interview_tui.store.guide_files import load_guide

    guide = load_guide(path).guide
    if as_json:
        print_json(guide_json(guide))
    else:
        print(guide_text(guide))
    return 0


def list_guides(workspace: Workspace) -> int:
    """Print the guides that can be started by name."""
    from interview_tui.domain.text import visible
    from interview_tui.errors import InterviewError
    from interview_tui.store.guide_files import guide_paths, load_guide

    for path in guide_paths(workspace):
        try:
            guide = load_guide(path).guide
        except InterviewError as error:
            print(f"{path.stem:<22}  {error.message}")
            continue
        minutes = f"{guide.minutes_total:g} min"
        print(visible(f"{path.stem:<22}  {minutes:>7}  {len(guide.questions):>2} questions  {guide.title}"))
    return 0
