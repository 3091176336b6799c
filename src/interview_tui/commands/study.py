"""The commands about the study: begin one by flags or answers, and see how far it has come."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_tui.commands.parsing import INTERRUPTED, Commands, add_json, print_json, reading_workspace_of
from interview_tui.commands.printing import say
from interview_tui.errors import InterviewError

if TYPE_CHECKING:
    from interview_tui.store.new_study import NewStudy
    from interview_tui.store.workspace import Workspace

_NEXT = (
    ("participant add", "who takes part, and when"),
    ("start", "get ready, and begin"),
    ("", "home: how far you have come"),
)

_TEXTS = ("title", "objective", "hypothesis", "success_metric", "guide")


class NothingSaid(InterviewError):  # noqa: N818 - the name says what is the case
    """A study that would be empty."""

    title = "Nothing to begin with"


def add_to(commands: Commands) -> None:
    """Declare them."""
    init = commands.add(
        "init", "Begin a study, in --workspace, $INTERVIEW_TUI_WORKSPACE or the current folder", _init
    )
    init.add_argument("--title", metavar="TEXT", help="what the study is called")
    init.add_argument("--objective", metavar="TEXT", help="what you want to learn")
    init.add_argument("--hypothesis", metavar="TEXT", help="what you believe today")
    init.add_argument("--success-metric", metavar="TEXT", help="how you will tell whether that is so")
    words = 'whom to talk to and how many, such as "clinics=6"; can be repeated'
    init.add_argument("--segment", metavar="NAME=COUNT", action="append", help=words)
    init.add_argument("--guide", metavar="GUIDE", help="a name from `guide list`, or a file")
    init.add_argument("--retention-days", metavar="DAYS", help="how long a session is kept")
    add_json(commands.add("progress", "Print how far the study has come, and who is next", _progress))


def _progress(parsed: argparse.Namespace) -> int:
    return print_progress(reading_workspace_of(parsed), as_json=parsed.json)


def print_progress(workspace: Workspace, *, as_json: bool) -> int:
    """Print what home shows of the study, without a screen."""
    from datetime import datetime

    from interview_tui.domain.progress import progress_of
    from interview_tui.domain.upcoming import upcoming
    from interview_tui.interchange.progress import progress_json, progress_text
    from interview_tui.store.participants import read_roster
    from interview_tui.store.study import read_study
    from interview_tui.store.summaries import last_seen

    study, sessions = read_study(workspace.study_file), workspace.summaries()
    people = read_roster(workspace.participants_file).participants
    progress = progress_of(study, sessions, people)
    coming = upcoming(people, last_seen(sessions), datetime.now())
    if as_json:
        print_json(progress_json(study, progress, coming))
    else:
        print(progress_text(study, progress, coming))
    return 0


def _init(parsed: argparse.Namespace) -> int:
    from interview_tui.domain.study import Study
    from interview_tui.store.new_study import begin_study, guide_called, refuse_second_study

    workspace = _workspace(parsed.workspace)
    refuse_second_study(workspace)
    answers = _answers(parsed)
    if answers.get("guide"):
        guide_called(answers["guide"], workspace)  # a misspelt flag is told before anything is asked
    if os.isatty(0) and os.isatty(1):
        from interview_tui.commands.study_questions import ask_the_rest

        try:
            answers = ask_the_rest(workspace, answers)
        except (KeyboardInterrupt, EOFError):
            print("\nNothing was made.")
            return INTERRUPTED
    elif not answers:
        raise NothingSaid(
            "Nobody can be asked here: say by flags what the study is, such as "
            "--title TEXT, --objective TEXT and --segment NAME=COUNT."
        )
    _tell(workspace, begin_study(workspace, Study(**answers)))
    return 0


def _workspace(named: str | None) -> Workspace:
    """Where a study begins; never the user's data folder, in which nobody would think of editing a file."""
    from interview_tui.store.workspace import ENVIRONMENT_NAME, Workspace, find_workspace

    if named or os.environ.get(ENVIRONMENT_NAME):
        return find_workspace(named, os.environ, Path.cwd())
    return Workspace(Path.cwd())


def _answers(parsed: argparse.Namespace) -> dict[str, Any]:
    """What the flags said, by the study's fields; raises AnswerUnusable."""
    from interview_tui.domain.study_answers import retention_of, segments_of

    told: dict[str, str | None] = {name: getattr(parsed, name) for name in _TEXTS}
    answers: dict[str, Any] = {name: text.strip() for name, text in told.items() if text is not None}
    if parsed.segment is not None:
        answers["segments"] = segments_of(parsed.segment)
    if parsed.retention_days is not None:
        answers["retention_days"] = retention_of(parsed.retention_days)
    return answers


def _tell(workspace: Workspace, made: NewStudy) -> None:
    from interview_tui.domain.text import cells, visible
    from interview_tui.store.whereabouts import workspace_option

    say(visible(f"Made {made.study_file}: open it in your editor, it explains every line."))
    if made.guide is not None:
        words = "was copied there and is yours to change" if made.copied else "is its guide"
        say(visible(f"{made.guide} {words}."))
    where = workspace_option(workspace, os.environ, Path.cwd())
    print("\nNext:")
    calls = [f"{' '.join(filter(None, ('interview-tui', command)))}{where}" for command, _ in _NEXT]
    width = max(map(cells, calls))
    for call, (_, words) in zip(calls, _NEXT, strict=True):
        print(visible(f"  {call}{' ' * (width - cells(call))}  {words}"))
