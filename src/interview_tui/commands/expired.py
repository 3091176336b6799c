"""Deleting what is kept for too long, by a person's word: sessions past the retention, and old practice."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from interview_tui.commands.parsing import INTERRUPTED
from interview_tui.commands.printing import say
from interview_tui.domain.text import visible
from interview_tui.errors import InterviewError
from interview_tui.store.checkup.examination import expired_sessions
from interview_tui.store.checkup.practice import left_practice
from interview_tui.store.checkup.privacy import Expired, about
from interview_tui.store.clock import SystemClock
from interview_tui.store.session_files import delete_session, erase_cache
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace, throw_away

_ANSWERS = {"yes": "yes", "y": "yes", "all": "all", "a": "all", "no": "no", "n": "no"}


class NobodyToAsk(InterviewError):  # noqa: N818 - the name says what is the case
    """Something is deleted only by a person's word, and nobody is there."""

    title = "Nobody to ask"


def delete_expired(workspace: Workspace) -> int:
    """Ask about each session that is kept for too long; 1 if one could not be deleted."""
    if not (os.isatty(0) and os.isatty(1)):
        raise NobodyToAsk("This deletes only by a person's word; run it in a terminal.")
    now = SystemClock().utc()
    study = read_study(workspace.study_file)
    found = expired_sessions(workspace, study, now)
    code = 0
    if study.retention_days is None:
        print("No limit is set: retention_days in study.toml says how long sessions are kept.")
    elif not found:
        print(f"No session is older than {study.retention_days} days.")
    else:
        code = _ask(workspace, found, study.retention_days)
    _ask_about_practice(left_practice(now))
    return code


def _ask_about_practice(left: Sequence[Workspace]) -> None:
    """One question for all that practice left: nothing in there was meant to stay."""
    if not left:
        return
    folders = "1 practice folder" if len(left) == 1 else f"{len(left):,} practice folders"
    try:
        answer = input(f"\n{folders} left by runs that were killed. Remove? yes or no [no]: ")
    except (EOFError, KeyboardInterrupt):
        print()
        return
    if answer.strip().casefold() == "yes":
        for workspace in left:
            throw_away(workspace)
        kept = sum(workspace.path.exists() for workspace in left)
        print(f"{len(left) - kept} removed, {kept} kept.")


def _ask(workspace: Workspace, found: Sequence[Expired], days: int) -> int:
    print(f"{len(found)} kept for longer than the {days} days of this study.")
    print("Deleting one takes its notes, its drafts and what was exported of it in this workspace.")
    went = []
    interrupted = False
    try:
        for one in _agreed(found):
            went.append(_is_deleted(one))
    except KeyboardInterrupt:
        interrupted = True
        print(f"\nNothing{' more' if any(went) else ''} was deleted.")
    deleted = sum(went)
    if deleted:
        erase_cache(workspace)  # what was derived from them goes too
    say(
        "",
        f"{deleted} deleted, {len(found) - deleted} kept. Copies elsewhere and backups are yours to delete.",
    )
    return INTERRUPTED if interrupted else int(not all(went))


def _is_deleted(one: Expired) -> bool:
    try:
        delete_session(one.summary.path)
    except InterviewError as error:
        say(error.message)
        return False
    return True


def _agreed(found: Sequence[Expired]) -> Iterator[Expired]:
    """Those to delete: each with a yes, all that follow with `all`; an end of input keeps the rest."""
    everything = False
    for one in found:
        if not everything:
            answer = _answer(f"\n{about(one)}. Delete it? yes, all or no [no]: ")
            everything = answer == "all"
            if not answer:
                return
            if answer == "no":
                continue
        yield one


def _answer(question: str) -> str:
    """One of `yes`, `all` and `no`, or "" at the end of input; anything else is asked again."""
    while True:
        try:
            typed = input(question).strip().casefold() or "no"
        except EOFError:
            print()
            return ""
        if typed in _ANSWERS:
            return _ANSWERS[typed]
        question = f"“{visible(typed)}” is no answer: yes, all or no [no]: "
