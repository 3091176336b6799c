"""The commands that open the review of sessions: one of them, or all."""

from __future__ import annotations

import argparse

from interview_tui.commands.parsing import Commands, add_session, reading_workspace_of


def add_to(commands: Commands) -> None:
    """Declare them."""
    review = commands.add("review", "Read, tag and correct one session", _review)
    add_session(review, nargs="?", default="")
    library = commands.add("library", "Look across all sessions", _library)
    library.add_argument(
        "place", nargs="?", default="search", metavar="PLACE", help="search, patterns, themes, insights …"
    )


def _review(parsed: argparse.Namespace) -> int:
    from interview_tui.launch import review

    return review(reading_workspace_of(parsed), parsed.session, parsed.frame)


def _library(parsed: argparse.Namespace) -> int:
    from interview_tui.launch import library

    return library(reading_workspace_of(parsed), parsed.place, parsed.frame)
