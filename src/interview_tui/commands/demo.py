"""The command that lets a newcomer try things out: a practice interview, or a sample workspace."""

from __future__ import annotations

import argparse
from pathlib import Path

from interview_tui.commands.parsing import Commands, workspace_of


def add_to(commands: Commands) -> None:
    """Declare it."""
    demo = commands.add("demo", "Try a practice interview that plays itself", _demo)
    demo.add_argument(
        "--sample", metavar="DIR", help="write a workspace with eight finished interviews instead"
    )


def _demo(parsed: argparse.Namespace) -> int:
    if parsed.sample is not None:
        parsed.frame.restore()
        return write_sample(parsed.sample)
    from interview_tui.launch import demo

    return demo(workspace_of(parsed), parsed.frame)


def write_sample(named: str) -> int:
    """Write the sample workspace and say how to look at it."""
    import shlex

    from interview_tui.errors import InterviewError
    from interview_tui.interchange.sample import write_sample_workspace

    if not named.strip():
        raise InterviewError("Name a new folder for the sample, such as --sample try-it.")
    folder = Path(named)
    count = write_sample_workspace(folder.expanduser())
    print(f"Wrote a sample study with {count} finished interviews to {folder}.")
    print(f"Look at it with  interview-tui --workspace {shlex.quote(str(folder))}")
    return 0
