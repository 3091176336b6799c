"""The commands that count across sessions: which tags repeat, and how far two coders agree."""

from __future__ import annotations

import argparse
import sys

from interview_tui.commands.parsing import Commands, add_json, print_json, reading_workspace_of
from interview_tui.commands.printing import complain, complain_of_unreadable, say


def add_to(commands: Commands) -> None:
    """Declare them."""
    patterns = commands.add("patterns", "Count tags or themes across all sessions, by people", _patterns)
    patterns.add_argument(
        "--by", choices=("participant", "segment"), default="participant", help="the columns"
    )
    patterns.add_argument("--themes", action="store_true", help="themes instead of tags")
    form = patterns.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs")
    form.add_argument("--csv", action="store_true", help="one row a tag and column")
    agreement = commands.add("agreement", "Print how far two coders agree, tag by tag", _agreement)
    agreement.add_argument(
        "coders", nargs="*", metavar="CODER", help="two of them; else the two who did most"
    )
    add_json(agreement)


def _patterns(parsed: argparse.Namespace) -> int:
    from interview_tui.commands.width import terminal_width
    from interview_tui.domain.patterns import (
        NO_INTERVIEWS,
        NO_TAGS,
        ordered_rows,
        pattern_table,
        tag_subjects,
        theme_subjects,
    )
    from interview_tui.domain.themes import themes_of
    from interview_tui.interchange.patterns import patterns_csv, patterns_json, patterns_text
    from interview_tui.store.library.reading import read_library
    from interview_tui.store.study import read_study
    from interview_tui.store.study_record import read_study_record

    workspace = reading_workspace_of(parsed)
    library = read_library(workspace)
    complain_of_unreadable(len(library.unreadable))
    if parsed.themes:
        subjects = theme_subjects(library, themes_of(read_study_record(workspace.study_record)))
    else:
        subjects = tag_subjects(library, read_study(workspace.study_file).codebook)
    table = pattern_table(library, subjects, parsed.by)
    rows = ordered_rows(table, "people")
    if parsed.json:
        print_json(patterns_json(table, rows, "themes" if parsed.themes else "tags"))
    elif parsed.csv:
        sys.stdout.write(patterns_csv(table, rows))
    elif not library.sessions:
        say(NO_INTERVIEWS)
    elif not parsed.themes and not table.mentions:
        say(NO_TAGS)
    elif not rows:
        say(f"There are no {'themes' if parsed.themes else 'tags'} in {workspace.path} yet.")
    else:
        print("\n".join(patterns_text(table, rows, terminal_width(sys.stdout))))
    return 0


def _agreement(parsed: argparse.Namespace) -> int:
    from interview_tui.domain.agreement import compare
    from interview_tui.domain.coding import coder_name
    from interview_tui.errors import InterviewError
    from interview_tui.interchange.agreement import agreement_json, agreement_text, nltk_measure
    from interview_tui.store.codings import read_codings
    from interview_tui.store.library.reading import read_library
    from interview_tui.store.study import read_study

    workspace = reading_workspace_of(parsed)
    library = read_library(workspace)
    complain_of_unreadable(len(library.unreadable))
    codings = read_codings(workspace, [session.id for session in library.sessions])
    coders = [coder_name(name, codings.coders) for name in parsed.coders] or list(codings.coders[:2])
    if problem := _problem_of(coders, codings.coders, named=bool(parsed.coders)):
        raise InterviewError(problem, title="Two coders are needed")
    try:
        measure = nltk_measure()
    except InterviewError as error:
        measure = None
        complain(error.message)
    order = [tag.name for tag in read_study(workspace.study_file).codebook.tags]
    agreement = compare(codings, coders[0], coders[1], order, measure)
    if parsed.json:
        print_json(agreement_json(agreement))
    else:
        print(agreement_text(agreement))
    return 0


def _problem_of(coders: list[str], known: tuple[str, ...], *, named: bool) -> str:
    """Why these are not two people who coded, "" if they are."""
    from interview_tui.domain.text import visible

    who = f"who did: {', '.join(map(visible, known))}"
    how = "`interview-tui library patterns`, then a and c, lets somebody code notes."
    strangers = [visible(name) for name in coders if name not in known]
    if not known:
        return f"Nobody coded so far; {how}"
    if strangers:
        return f"Nobody named {' or '.join(strangers)} coded; {who}."
    if len(coders) == 1 and not named:
        return f"Only {visible(coders[0])} coded so far; {how}"
    if len(coders) == 2 and coders[0] == coders[1]:
        return f"That is {visible(coders[0])} twice. Name two coders; {who}."
    return "" if len(coders) == 2 else f"Name two coders; {who}."
