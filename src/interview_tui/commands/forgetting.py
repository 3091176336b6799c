"""`participant forget`: asks what has to be asked, forgets, and says what it did."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from interview_tui.commands.parsing import INTERRUPTED
from interview_tui.commands.printing import say
from interview_tui.domain.participant import as_pseudonym
from interview_tui.domain.text import visible
from interview_tui.interchange.withdrawal import outcome_lines, prospect_lines, sessions_words
from interview_tui.store.participants import RosterError, read_roster
from interview_tui.store.withdrawal import Prospect, prospect, withdraw
from interview_tui.store.workspace import Workspace

_NOTHING_REMOVED = "Nothing was removed."


def forget(workspace: Workspace, named: str, *, sessions: bool | None, sure: bool) -> int:
    """Forget a participant; asks on a terminal for what `sessions` and `sure` leave open.

    Returns 1 if the person thought better of it; raises RosterError where nobody can be asked.
    """
    found = prospect(workspace, _pseudonym_of(workspace, named))
    if found.nothing_left:
        print(f"{found.pseudonym} is forgotten already; nothing of theirs is left.")
        return 0
    undecided = sessions is None and bool(found.sessions) and not found.begun
    _need_a_terminal(found, sessions_undecided=undecided, unsure=not sure)
    say(*prospect_lines(found))
    try:
        if undecided:
            sessions = _ask(f"Delete their {sessions_words(found)} too? yes or no: ")
        if found.withdrew and not sessions:
            print(f"{_NOTHING_REMOVED} Their sessions stay, as before.")
            return 0
        if not sure and not _ask(f"Forget {found.pseudonym} for good? yes or no: "):
            print(_NOTHING_REMOVED)
            return 1
    except KeyboardInterrupt:
        print(f"\n{_NOTHING_REMOVED}")
        return INTERRUPTED
    now = datetime.now(UTC).isoformat(timespec="seconds")
    outcome = withdraw(workspace, found.pseudonym, with_sessions=bool(sessions), now_utc=now)
    say("", *outcome_lines(outcome, workspace.path))
    return 0


def _pseudonym_of(workspace: Workspace, named: str) -> str:
    if not named.strip():
        raise RosterError("Nobody is named; say who is to be forgotten by a pseudonym, such as P07.")
    if pseudonym := as_pseudonym(named):
        return pseudonym
    found = read_roster(workspace.participants_file).find(named)
    if found is None:
        raise RosterError(f"There is no participant {visible(named)}; say who by a pseudonym, such as P07.")
    return found.pseudonym


def _need_a_terminal(found: Prospect, *, sessions_undecided: bool, unsure: bool) -> None:
    """Where nobody can be asked, everything has to be said beforehand."""
    if (os.isatty(0) and os.isatty(1)) or not (sessions_undecided or unsure):
        return
    missing = []
    if sessions_undecided:
        missing.append(f"whether their {sessions_words(found)} go too (--sessions or --keep-sessions)")
    if unsure:
        missing.append("that you mean it (--yes)")
    raise RosterError(f"{_NOTHING_REMOVED} Nobody can be asked here: say {' and '.join(missing)}.")


def _ask(question: str) -> bool:
    """Whether the answer is yes; anything but yes or no is asked again, and an end of input is no."""
    while True:
        try:
            answer = input(question).strip().casefold()
        except EOFError:
            print()
            return False
        if answer in ("yes", "y", "no", "n"):
            return answer.startswith("y")
