"""The files of sessions as a whole: whose they are, what belongs to one, and deleting it for good."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from interview_tui.domain.participant import as_pseudonym
from interview_tui.store import disk
from interview_tui.store.errors import SessionMissing, StoreError
from interview_tui.store.locks import SessionLock
from interview_tui.store.paths import log_path
from interview_tui.store.reasons import reason_for
from interview_tui.store.summaries import SessionSummary, summarise
from interview_tui.store.withdrawal_log import withdrawn_pseudonyms
from interview_tui.store.workspace import Workspace

_PSEUDONYM_SET = re.compile(rb'"value":\s*"\s*[Pp](\d{1,6})\s*"')
"""A field of a session that was set to a pseudonym."""


def sessions_by_pseudonym(workspace: Workspace) -> dict[str, list[SessionSummary]]:
    """The sessions of each participant, newest first; under "" those of nobody in particular."""
    found: dict[str, list[SessionSummary]] = {}
    for summary in workspace.summaries():
        found.setdefault(as_pseudonym(summary.participant), []).append(summary)
    return found


def pseudonyms_given(workspace: Workspace) -> list[str]:
    """The pseudonyms that sessions and the log of withdrawals know: nobody else may get one of them."""
    found = set(withdrawn_pseudonyms(workspace.withdrawals_file))
    for path in workspace.session_paths():
        found |= _pseudonyms_in(path)
    return sorted(found)


def sessions_of(workspace: Workspace, pseudonym: str) -> list[Path]:
    """The sessions of a participant, newest first; one that cannot be read is nobody's."""
    wanted = as_pseudonym(pseudonym)
    candidates = [path for path in workspace.session_paths() if wanted in _pseudonyms_in(path)]
    return [path for path in candidates if as_pseudonym(summarise(path).participant) == wanted]


def _pseudonyms_in(path: Path) -> set[str]:
    """Every pseudonym that a field of a session was ever set to, also what was changed or undone.

    The bytes are searched and not read, which takes a fiftieth of the time.
    """
    try:
        raw = disk.read_bytes(path) + disk.read_bytes(log_path(path))
    except OSError:
        return set()
    return {f"P{int(number):02}" for number in _PSEUDONYM_SET.findall(raw)}


def delete_session(path: Path) -> list[Path]:
    """Delete a session with everything that was made of it in its workspace; the paths that are gone.

    Raises SessionMissing if there is none, SessionBusy if somebody has it open, and StoreError with the
    reason if the disk refuses.
    """
    if not files_of(path):
        raise SessionMissing(f"There is no session {path.stem} in {path.parent}.")
    try:
        lock = SessionLock(path)
        lock.acquire()
        try:
            return erase(files_of(path))
        finally:
            lock.release()
    except OSError as error:
        raise StoreError(f"{path.stem} was not deleted because {reason_for(error)}.") from error


def files_of(path: Path) -> list[Path]:
    """Everything there is of a session, in the order in which it can be deleted.

    The snapshot comes last, and its log just before: whatever stops the deletion, what is left can
    still be read and tells whose it is.
    """
    names = (path, log_path(path))
    endings = (".damaged", ".damaged.tmp", ".tmp")
    leftovers = [name.with_name(name.name + ending) for name in names for ending in endings]
    found = [*exports_of(path), *leftovers, log_path(path), path]
    return [file for file in found if file.exists()]


def exports_of(path: Path) -> list[Path]:
    """What was exported of a session into its workspace's folder for that."""
    folder = path.parent.parent / "exports"
    named = re.compile(rf"{re.escape(path.stem)}(?![a-zA-Z0-9])")
    return sorted(file for file in folder.glob("*") if file.is_file() and named.match(file.name))


def erase(files: Iterable[Path]) -> list[Path]:
    """Delete files durably, one after the other; raises OSError at the first that resists."""
    gone = list(files)
    for file in gone:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in gone}:
        disk.sync_folder(folder)
    return gone


def erase_cache(workspace: Workspace) -> None:
    """Empty the hidden folder of what was derived: the index, guides as understood, a fault's details."""
    if workspace.cache.is_dir():
        shutil.rmtree(workspace.cache)
        disk.sync_folder(workspace.path)
