"""Withdrawal: what is known of somebody goes, as asked with their sessions, and nothing is done by halves.

What was begun is first written into the participants' file and struck out there last, so that after a
crash at any point the same command goes on where it stopped. Until then the contact stays: it is what
the end of the work is checked with.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from interview_tui.domain.answers import places_of
from interview_tui.domain.participant import Contact, Participant, as_pseudonym
from interview_tui.domain.values import value
from interview_tui.store.begun_withdrawals import Begun, begun_in, gone_on_with, strike_out, write_down
from interview_tui.store.codebook_examples import forget_examples
from interview_tui.store.errors import StoreError
from interview_tui.store.locks import SessionLock
from interview_tui.store.participants import (
    RosterEditor,
    RosterError,
    edit_roster,
    read_roster,
    read_tables,
)
from interview_tui.store.paths import damaged_path, log_path
from interview_tui.store.reasons import reason_for
from interview_tui.store.roster_rows import CONTACTS, PARTICIPANTS, number_of, row_of
from interview_tui.store.session_files import (
    delete_session,
    erase,
    erase_cache,
    exports_of,
    files_of,
    sessions_of,
)
from interview_tui.store.summaries import summarise
from interview_tui.store.traces import Trace, find_traces, mentions_of
from interview_tui.store.withdrawal_log import Withdrawn, log_withdrawal
from interview_tui.store.workspace import Workspace

__all__ = ["Outcome", "Prospect", "delete_session", "find_traces", "prospect", "sessions_of", "withdraw"]


@value(kw_only=True)
class Prospect:
    """What forgetting somebody would come to; `begun` is one that was interrupted before."""

    pseudonym: str
    participant: Participant | None
    contact: Contact | None
    sessions: tuple[Path, ...]
    exports: tuple[Path, ...]
    begun: bool = False

    @property
    def withdrew(self) -> bool:
        """Whether they withdrew before, and only sessions can be left of them."""
        withdrawn = self.participant is not None and bool(self.participant.withdrawn_utc)
        return withdrawn and not (self.contact or self.begun)

    @property
    def nothing_left(self) -> bool:
        """Whether they withdrew before and nothing of theirs is there any more."""
        return self.withdrew and not self.sessions


@value(kw_only=True)
class Outcome:
    """What a withdrawal did, and where a person has to look.

    `traces` still tell of them, `perhaps` have a word of their name, `mentions` name the pseudonym or a
    session that was removed, of `unreadable` sessions nobody can tell whose they are, and `unread` files
    could not be searched. `places` are where they stand among the participants, `again` is for somebody
    who had withdrawn before, `examples` how many tags had their words as one. `has_history`:
    the folder is under version control, which keeps what was.
    """

    done: Withdrawn
    traces: tuple[Trace, ...] = ()
    perhaps: tuple[Trace, ...] = ()
    mentions: tuple[Path, ...] = ()
    unreadable: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()
    places: tuple[str, ...] = ()
    again: bool = False
    examples: int = 0
    has_history: bool = False


def prospect(workspace: Workspace, pseudonym: str) -> Prospect:
    """What there is of somebody; raises RosterError where there is nothing at all."""
    roster = read_roster(workspace.participants_file)
    sessions = tuple(sessions_of(workspace, pseudonym))
    found = Prospect(
        pseudonym=pseudonym,
        participant=roster.get(pseudonym),
        contact=roster.contacts.get(pseudonym),
        sessions=sessions,
        exports=tuple(export for path in sessions for export in exports_of(path)),
        begun=pseudonym in roster.unfinished,
    )
    if found.participant is None and not sessions:
        raise RosterError(
            f"There is no {pseudonym} and no session of theirs; see  interview-tui participant list"
        )
    return found


def withdraw(workspace: Workspace, pseudonym: str, *, with_sessions: bool, now_utc: str) -> Outcome:
    """Forget somebody, as asked with their sessions; goes on with what was interrupted before.

    Raises SessionBusy before anything is removed while one of the sessions is open, and StoreError when
    the disk refuses in the middle: the same call then goes on from there.
    """
    roster = read_roster(workspace.participants_file)
    contact, known = roster.contacts.get(pseudonym), roster.get(pseudonym)
    again = known is not None and bool(known.withdrawn_utc) and pseudonym not in roster.unfinished
    summaries = workspace.summaries()
    sessions = [held.path for held in summaries if as_pseudonym(held.participant) == pseudonym]
    try:
        with ExitStack() as locks:
            begun = _plan(workspace, pseudonym, sessions, with_sessions=with_sessions, now_utc=now_utc)
            paths = [workspace.session_path(session_id) for session_id in begun.sessions]
            for path in paths:
                _hold(path, locks)
            examples = forget_examples(workspace, begun.sessions)
            with edit_roster(workspace.participants_file) as editor:
                _bury(editor, begun, sessions_stay=not begun.with_sessions and bool(sessions))
                write_down(editor, begun)
            _remove_files(workspace, paths)
            _refuse_late_ones(workspace, begun, {held.path for held in summaries})
            done = _finish(workspace, begun, kept=0 if begun.with_sessions else len(sessions))
    except OSError as error:
        raise StoreError(
            f"The withdrawal of {pseudonym} is not finished because {reason_for(error)}; "
            f"make that right and run the same again."
        ) from error
    unreadable = [held.path for held in summaries if held.state == "unreadable" and held.path not in paths]
    outcome = _look_around(workspace, done, contact, begun.sessions, unreadable)
    unread = (*outcome.unread, *(path for path in examples.closed if path not in outcome.unread))
    return replace(outcome, again=again, examples=examples.count, unread=unread)


def _plan(
    workspace: Workspace, pseudonym: str, sessions: Iterable[Path], *, with_sessions: bool, now_utc: str
) -> Begun:
    """What is to be done, and what an interrupted withdrawal has left to do."""
    before = begun_in(read_tables(workspace.participants_file), pseudonym)
    if before is not None:
        with_sessions = with_sessions or before.with_sessions
    paths = list(sessions) if with_sessions else []
    new = Begun(
        pseudonym=pseudonym,
        at_utc=now_utc,
        with_sessions=with_sessions,
        contact=pseudonym in read_roster(workspace.participants_file).contacts,
        sessions=tuple(path.stem for path in paths),
        exports=sum(len(exports_of(path)) for path in paths),
    )
    return gone_on_with(before, new)


def _hold(path: Path, locks: ExitStack) -> None:
    """Keep a session from being opened until its files are gone; raises SessionBusy if it is open."""
    lock = SessionLock(path)
    lock.acquire()
    locks.callback(lock.release)


def _bury(editor: RosterEditor, begun: Begun, *, sessions_stay: bool) -> None:
    """Leave what keeps the number from being given again, and what kept sessions are counted by."""
    known = editor.roster.get(begun.pseudonym)
    rest = Participant(pseudonym=begun.pseudonym, withdrawn_utc=begun.at_utc)
    if known is not None and sessions_stay:
        rest = replace(rest, segment=known.segment, customer_kind=known.customer_kind)
    editor.put_row(PARTICIPANTS, number_of(begun.pseudonym), row_of(rest))


def _remove_files(workspace: Workspace, sessions: Iterable[Path]) -> None:
    erase([file for path in sessions for file in files_of(path)])
    erase_cache(workspace)
    roster = workspace.participants_file
    damaged = (damaged_path(roster), damaged_path(log_path(roster)))
    erase([file for file in damaged if file.exists()])


def _refuse_late_ones(workspace: Workspace, begun: Begun, known: Container[Path]) -> None:
    """Nothing is done while there is a session of theirs that nobody knew of when this began."""
    for path in workspace.session_paths() if begun.with_sessions else ():
        if path not in known and as_pseudonym(summarise(path).participant) == begun.pseudonym:
            raise StoreError(
                f"A session of {begun.pseudonym} was begun meanwhile ({path.stem}); "
                f"end it, then run the same again to finish."
            )


def _finish(workspace: Workspace, begun: Begun, *, kept: int) -> Withdrawn:
    """Write the log, and let the contact go last."""
    done = Withdrawn(
        pseudonym=begun.pseudonym,
        at_utc=begun.at_utc,
        contact=begun.contact,
        sessions=len(begun.sessions),
        exports=begun.exports,
        kept=kept,
    )
    log_withdrawal(workspace.withdrawals_file, done)
    with edit_roster(workspace.participants_file) as editor:
        editor.put_row(CONTACTS, number_of(begun.pseudonym), None)
        strike_out(editor, begun)
    return done


def _look_around(
    workspace: Workspace,
    done: Withdrawn,
    contact: Contact | None,
    sessions: Iterable[str],
    unreadable: Iterable[Path],
) -> Outcome:
    """Search every byte for what should be gone."""
    unread: list[Path] = []
    found = []
    if contact is not None:
        found = find_traces(workspace, contact, roster_too=True, parts=True, unread=unread, closed=unread)
    certain = tuple(trace for trace in found if trace.signs != ("part of the name",))
    return Outcome(
        done=done,
        traces=certain,
        perhaps=tuple(trace for trace in found if trace not in certain),
        mentions=() if done.kept else tuple(mentions_of(workspace, done.pseudonym, sessions)),
        unreadable=tuple(unreadable),
        unread=tuple(unread),
        places=tuple(_places(workspace, contact)) if contact else (),
        has_history=any((folder / ".git").exists() for folder in _upwards(workspace.path.resolve())),
    )


def _places(workspace: Workspace, contact: Contact) -> list[str]:
    roster = read_roster(workspace.participants_file)
    return places_of(contact, roster.participants, roster.contacts.values())


def _upwards(folder: Path) -> tuple[Path, ...]:
    return (folder, *folder.parents)
