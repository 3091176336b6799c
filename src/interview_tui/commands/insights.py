"""The command that prints the insights of a study, without a screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from interview_tui.commands.parsing import Commands, add_json, print_json, reading_workspace_of
from interview_tui.commands.printing import complain, complain_of_unreadable, say

if TYPE_CHECKING:
    from interview_tui.domain.insight_rank import Weighed
    from interview_tui.store.workspace import Workspace


def add_to(commands: Commands) -> None:
    """Declare it."""
    insights = commands.add("insights", "Print what was learnt, ranked, with its evidence", _insights)
    add_json(insights)
    insights.add_argument("--format", choices=("text", "md"), default="text", help="md: a report with quotes")
    insights.add_argument("-o", "--output", metavar="FILE", default="-", help="instead of the terminal (-)")


def _insights(parsed: argparse.Namespace) -> int:
    workspace = reading_workspace_of(parsed)
    insights = read_insights(workspace)
    if parsed.json:
        from interview_tui.interchange.insights import insights_json

        print_json(insights_json(insights))
        return 0
    if not insights and parsed.format == "text":
        say(f"No insights in {workspace.path} yet. Write the first:  interview-tui library insights")
        return 0
    text = _text(workspace, insights, parsed.format)
    return _print(workspace, text, parsed.output, report=parsed.format == "md")


def read_insights(workspace: Workspace) -> tuple[Weighed, ...]:
    """The insights of a workspace, ranked; raises StoreError where they cannot be read."""
    from interview_tui.domain.insight_rank import ranked
    from interview_tui.domain.insights import insights_of
    from interview_tui.store.library.reading import read_library
    from interview_tui.store.study_record import read_study_record

    insights = insights_of(read_study_record(workspace.study_record))
    if not insights:
        return ()
    library = read_library(workspace)
    complain_of_unreadable(len(library.unreadable))
    return ranked(insights, library)


def _text(workspace: Workspace, insights: tuple[Weighed, ...], format_name: str) -> str:
    from interview_tui.interchange.insights import insights_markdown, insights_text
    from interview_tui.store.study import read_study

    if format_name == "md":
        return insights_markdown(insights, read_study(workspace.study_file).title)
    return insights_text(insights) + "\n"


def _print(workspace: Workspace, text: str, output: str, *, report: bool) -> int:
    from interview_tui.interchange.names import names_warning
    from interview_tui.store.exports import is_standard_output, write_export

    if output == "-" and not report:
        say(*text.splitlines())
    elif output == "-" or is_standard_output(Path(output)):
        sys.stdout.write(text)
    else:
        write_export(Path(output), text, workspace=workspace)
        say(f"Wrote {output}")
    if warning := names_warning(workspace, text, parts=True):
        complain(warning)
    return 0
