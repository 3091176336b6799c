"""The commands about sessions that need no screen: list, show, export and the schema."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_tui.commands.parsing import Commands, add_json, add_session, print_json, reading_workspace_of
from interview_tui.commands.printing import complain, say

if TYPE_CHECKING:
    from interview_tui.store.session_record import SessionRecord
    from interview_tui.store.summaries import SessionSummary
    from interview_tui.store.workspace import Workspace


def add_to(commands: Commands) -> None:
    """Declare them."""
    listing = commands.add("list", "List the sessions, newest first", _list)
    add_json(listing)
    show = commands.add("show", "Show one session", _show)
    add_session(show)
    add_json(show)
    export = commands.add("export", "Write one session to a file", _export)
    add_session(export)
    export.add_argument("--format", choices=("md", "json"), default="md", help="md: a report to read")
    export.add_argument("-o", "--output", metavar="FILE", default="-", help="instead of the terminal (-)")
    commands.add("schema", "Print the JSON Schema of session files", _schema, workspace=False)


def _list(parsed: argparse.Namespace) -> int:
    return list_sessions(reading_workspace_of(parsed), as_json=parsed.json)


def _show(parsed: argparse.Namespace) -> int:
    return show_session(reading_workspace_of(parsed), parsed.session, as_json=parsed.json)


def _export(parsed: argparse.Namespace) -> int:
    return export_session(reading_workspace_of(parsed), parsed.session, parsed.format, parsed.output)


def _schema(_: argparse.Namespace) -> int:
    return print_schema()


def list_sessions(workspace: Workspace, *, as_json: bool) -> int:
    """Print the sessions of a workspace, newest first."""
    summaries = workspace.summaries()
    if as_json:
        print_json([_summary_json(summary) for summary in summaries])
        return 0
    if not summaries:
        say(f"No sessions in {workspace.path} yet. Start one:  interview-tui start")
    for summary in summaries:
        print(_summary_line(summary))
    return 0


def _summary_json(summary: SessionSummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "created_utc": summary.created_utc,
        "participant": summary.participant,
        "guide": summary.guide_title,
        "study": summary.study,
        "notes": summary.notes,
        "minutes": round(summary.minutes, 1),
        "state": summary.state,
        "open_elsewhere": summary.open_elsewhere,
        "practice": summary.practice,
        "problem": summary.problem,
    }


def _summary_line(summary: SessionSummary) -> str:
    from interview_tui.domain.text import visible

    if summary.problem:
        return f"{summary.id}  {summary.state:<10}  {summary.problem}"
    held = ", open elsewhere" if summary.open_elsewhere and summary.state == "finished" else ""
    notes = f"{summary.notes} note{'' if summary.notes == 1 else 's'}"
    return visible(
        f"{summary.id}  {summary.state:<10}  {summary.participant or '–':<6}  "
        f"{int(summary.minutes):>4} min  {notes:>9}  {summary.guide_title}{held}"
    )


def _read(workspace: Workspace, named: str) -> SessionRecord:
    from interview_tui.store.session_file import read_session

    record = read_session(workspace.resolve(named))
    for notice in record.notices:
        complain(notice)
    return record


def show_session(workspace: Workspace, named: str, *, as_json: bool) -> int:
    """Print one session: its one-screen summary, or everything as JSON."""
    from interview_tui.domain.session import Session

    record = _read(workspace, named)
    session = Session(record.events)
    if as_json:
        from interview_tui.interchange.session_json import session_json

        print_json(session_json(record.header, session))
    else:
        from interview_tui.interchange.summary import session_summary

        print(session_summary(record.header, session, whole=not sys.stdout.isatty()))
    return 0


def export_session(workspace: Workspace, named: str, format_name: str, output: str) -> int:
    """Write one session as Markdown or JSON, to a file or to the terminal."""
    from interview_tui.domain.session import Session
    from interview_tui.interchange.files import export_text
    from interview_tui.interchange.names import names_warning
    from interview_tui.store.exports import is_standard_output, write_export

    record = _read(workspace, named)
    text = export_text(record.header, Session(record.events), format_name)
    if output == "-" or is_standard_output(Path(output)):
        sys.stdout.write(text)
    else:
        write_export(Path(output), text, workspace=workspace)
        print(f"Wrote {output}")
    if warning := names_warning(workspace, text):
        complain(warning)
    return 0


def print_schema() -> int:
    """Print the JSON Schema of session files."""
    from interview_tui.store.schema import session_schema

    print_json(session_schema())
    return 0
