"""The commands that open a screen: home, start and resume."""

from __future__ import annotations

import argparse

from interview_tui.commands.parsing import Commands, add_session, workspace_of


def add_to(commands: Commands) -> None:
    """Declare them."""
    start = commands.add("start", "Start an interview", _start)
    start.add_argument(
        "guide", nargs="?", default="", metavar="GUIDE", help="a file, or a name from `guide list`"
    )
    start.add_argument("--participant", default="", metavar="P07", help="a pseudonym, or a name you added")
    start.add_argument("--role", choices=("moderator", "notes", "solo"), help="whose screen this is")
    start.add_argument("--now", action="store_true", help="no form; your word that they allow notes")
    start.add_argument("--practice", action="store_true", help="in a throw-away workspace")
    resume = commands.add("resume", "Go on with a session that was left or crashed", _resume)
    add_session(resume, nargs="?", default="")


def open_home(parsed: argparse.Namespace) -> int:
    """Open the home screen: what a run without a command does."""
    from interview_tui.launch import home

    return home(workspace_of(parsed), parsed.frame)


def _start(parsed: argparse.Namespace) -> int:
    from interview_tui.launch import StartWish, start

    wish = StartWish(
        guide=parsed.guide,
        participant=parsed.participant,
        role=parsed.role,
        now=parsed.now,
        practice=parsed.practice,
    )
    return start(lambda: workspace_of(parsed), wish, parsed.frame)


def _resume(parsed: argparse.Namespace) -> int:
    from interview_tui.launch import resume

    return resume(workspace_of(parsed), parsed.session, parsed.frame)
