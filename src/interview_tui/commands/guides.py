"""The commands about guides: new, list, show and check."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from interview_tui.commands.parsing import Commands, add_json, print_json, workspace_of

if TYPE_CHECKING:
    from interview_tui.store.guide_list import ListedGuide
    from interview_tui.store.workspace import Workspace

_NAME = 24
_WIDE = 80
_NAMED = "a name from `guide list`, or a file"


def add_to(commands: Commands) -> None:
    """Declare them."""
    guide = commands.group("guide", "Look at guides", _list)
    new = guide.add("new", "Begin a guide of your own from a template or a pasted text", _new)
    new.add_argument("name", metavar="NAME", help="what the guide and its file are called")
    template = "a name from `guide list`, a file, or - for what is piped in or pasted"
    new.add_argument("--from", dest="template", default="", metavar="TEMPLATE", help=template)
    show = guide.add("show", "Print what was understood of a guide", _show)
    show.add_argument("guide", metavar="GUIDE", help=_NAMED)
    add_json(show)
    check = guide.add("check", "Say what good practice would change about questions", _check)
    check.add_argument("files", metavar="GUIDE", nargs="+", help=f"{_NAMED}, or - for what is piped in")
    add_json(check)
    add_json(guide.add("list", "List the guides that can be started by name", _list))


def _new(parsed: argparse.Namespace) -> int:
    from interview_tui.commands.new_guide import new_guide

    return new_guide(workspace_of(parsed), parsed.name, parsed.template)


def _show(parsed: argparse.Namespace) -> int:
    return show_guide(workspace_of(parsed), parsed.guide, as_json=parsed.json)


def _check(parsed: argparse.Namespace) -> int:
    from interview_tui.commands.guide_check import check_guides

    return check_guides(workspace_of(parsed), parsed.files, as_json=parsed.json)


def _list(parsed: argparse.Namespace) -> int:
    return list_guides(workspace_of(parsed), as_json=getattr(parsed, "json", False))


def show_guide(workspace: Workspace, named: str, *, as_json: bool) -> int:
    """Print what was understood of a guide, given by its file or its name."""
    from interview_tui.guides.describe import guide_json, guide_text
    from interview_tui.store.guide_files import guide_path, load_guide

    guide = load_guide(guide_path(named, workspace)).guide
    if as_json:
        print_json(guide_json(guide))
    else:
        print(guide_text(guide))
    return 0


def list_guides(workspace: Workspace, *, as_json: bool) -> int:
    """Print the guides that can be started by name."""
    from interview_tui.commands.width import terminal_width
    from interview_tui.store.guide_list import guide_list, guide_list_json

    guides = guide_list(workspace)
    if as_json:
        print_json(guide_list_json(guides))
        return 0
    for listed in guides:
        print("\n".join(_listed(listed, terminal_width())))
    return 0


def _listed(listed: ListedGuide, width: int | None) -> list[str]:
    """A guide in one line, clipped to the terminal, or in two where that is narrow."""
    from interview_tui.domain.text import cells, one_line, visible

    whose = "yours" if listed.is_own else "ready-made"
    name = visible(listed.path.stem)
    if width is not None and width < _WIDE:
        return [one_line(f"{name}  {whose}", width), "    " + one_line(listed.words, width - 4)]
    if width is not None:
        name = one_line(name, _NAME)
    line = f"{name}{' ' * (_NAME - cells(name))}  {whose:<10}  {listed.words}"
    return [visible(line) if width is None else one_line(line, width)]
