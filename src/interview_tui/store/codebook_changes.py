"""Changes of the codebook over all sessions: done as one step, undone as one step, and never by halves.

What is to be done is first written into the study's record; then each session is changed under its lock,
then `study.toml`; last of all the record says that it came to its end. After a crash at any point the same
call goes on, or takes back what was done. Every event in a session names its change as the device that
wrote it, so that nothing else has to be kept to find them again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from interview_tui.domain.change_record import (
    KIND,
    KeptChange,
    beginning,
    changes_of,
    going,
    interrupted,
    last_done,
    settled,
)
from interview_tui.domain.codebook_changes import (
    CodebookChange,
    CodebookRefused,
    edits_between,
    with_edits,
)
from interview_tui.domain.ids import ulid
from interview_tui.domain.study_record import Change, StudyPen
from interview_tui.domain.values import value
from interview_tui.store import disk
from interview_tui.store.codebook_sessions import is_written_by, move_in, take_back_in
from interview_tui.store.errors import SessionMissing, StoreError
from interview_tui.store.library.reading import Cancelled, OnProgress, go_on
from interview_tui.store.locks import SessionLock, holder, lock_within
from interview_tui.store.reasons import reason_for
from interview_tui.store.session_file import Tidy
from interview_tui.store.study import StudyError, study_of
from interview_tui.store.study_record import keep_study_events, read_study_record
from interview_tui.store.study_tags import with_codebook
from interview_tui.store.workspace import Workspace

PATIENCE_S = 0.5
"""How long one change waits for another one, which may take minutes: not long."""


@value(kw_only=True)
class Outcome:
    """What was done, or taken back, in how many sessions; `left` are those that could not be written."""

    label: str
    done: bool
    sessions: int
    left: tuple[str, ...] = ()


class CodebookWork:
    """One person's changes to the codebook of a workspace; every method takes its time on the disk."""

    def __init__(self, workspace: Workspace, *, author: str, tidy: Tidy | None = None) -> None:
        self._workspace = workspace
        self._author = author
        self._tidy = tidy

    # -- what there is ---------------------------------------------------------------------

    def changes(self) -> list[KeptChange]:
        """Every change that was ever made; raises StudyRecordError."""
        return changes_of(read_study_record(self._workspace.study_record))

    def interrupted(self) -> KeptChange | None:
        """A change that was broken off, unless somebody is at work on it; raises StudyRecordError."""
        found = interrupted(self.changes())
        return None if found is None or holder(_lock_name(self._workspace)) is not None else found

    # -- doing -----------------------------------------------------------------------------

    def do(self, change: CodebookChange, sessions: Iterable[str], on_progress: OnProgress = go_on) -> Outcome:
        """Change the codebook and these sessions, all of them or none.

        Raises Cancelled, with everything as it was, as `on_progress` says; CodebookRefused where something
        stands in the way; StudyError for a study file with a mistake, and StoreError where the disk refuses:
        what was begun is then finished or taken back later.
        """
        with Held(self._workspace):
            self._refuse_two()
            before = text_of(self._workspace.study_file)
            name = self._workspace.study_file.name
            if before is not None and study_of(name, before).codebook != change.before:
                raise CodebookRefused(f"{name} was changed meanwhile; look at its tags as they are now.")
            after = before
            if change.after != change.before:
                after = with_codebook(name, before, change.after)
            kept = KeptChange(
                id=f"{KIND}:{_new_id()}", label=change.label, move=change.move, before=before, after=after
            )
            self._keep(change.label, beginning(kept))
            return self._settle_or_take_back(kept, list(sessions), on_progress)

    def finish(self, kept: KeptChange, on_progress: OnProgress = go_on) -> Outcome:
        """Go on with a change that was interrupted, or with the sessions that it left out.

        Raises as `do`, but that cancelling leaves it to be finished later.
        """
        with Held(self._workspace):
            kept = self._as_it_is(kept)
            if kept.settled:
                return self._bring(kept, kept.left, on_progress, later_too=True)
            return self._bring(kept, self._all_sessions(), on_progress)

    def take_back(self, kept: KeptChange, on_progress: OnProgress = go_on) -> Outcome:
        """Undo a change, whether it came to its end or not; raises as `finish`."""
        with Held(self._workspace):
            return self._take_back(self._as_it_is(kept), on_progress)

    def undo(self, on_progress: OnProgress = go_on) -> Outcome | None:
        """Take the last change back that stands; None if there is none. Raises as `finish`."""
        changes = self.changes()
        last = interrupted(changes) or last_done(changes)
        return None if last is None else self.take_back(last, on_progress)

    # -- how it is done --------------------------------------------------------------------

    def _refuse_two(self) -> None:
        begun = interrupted(self.changes())
        if begun is not None:
            raise CodebookRefused(f"{begun.label} was interrupted; finish it or take it back first.")

    def _as_it_is(self, kept: KeptChange) -> KeptChange:
        """A change as the record has it by now."""
        return next((found for found in self.changes() if found.id == kept.id), kept)

    def _all_sessions(self) -> list[str]:
        return sorted(path.stem for path in self._workspace.session_paths())

    def _settle_or_take_back(
        self, kept: KeptChange, sessions: Sequence[str], on_progress: OnProgress
    ) -> Outcome:
        try:
            return self._bring(kept, sessions, on_progress)
        except Cancelled:
            self._take_back(kept, lambda done, count: on_progress(done, count) or True)
            raise

    def _take_back(self, kept: KeptChange, on_progress: OnProgress) -> Outcome:
        self._text_for(kept, done=False)  # refused before anything is written
        self._keep(f"undo {kept.label}", going(kept.id, done=False))
        kept = replace(kept, done=False, settled=False)
        return self._bring(kept, self._all_sessions(), on_progress)

    def _bring(
        self, kept: KeptChange, sessions: Sequence[str], on_progress: OnProgress, *, later_too: bool = False
    ) -> Outcome:
        """Make sessions and study file what the change wants them to be."""
        text = self._text_for(kept, done=kept.done)
        changed, left = 0, []
        for at, session in enumerate(sessions):
            if not on_progress(at, len(sessions)):
                raise Cancelled
            try:
                changed += self._bring_session(kept, session, later_too=later_too)
            except SessionMissing:
                continue  # its participant withdrew meanwhile
            except StoreError:
                left.append(session)
        if not later_too:
            self._write_text(text)
        label = kept.label if kept.done else f"undo {kept.label}"
        self._keep(label, settled(kept.id, left))
        on_progress(len(sessions), len(sessions))
        return Outcome(label=kept.label, done=kept.done, sessions=changed, left=tuple(left))

    def _bring_session(self, kept: KeptChange, session: str, *, later_too: bool) -> bool:
        """Do or take back one change in a session, and then what was done to the others since."""
        path = self._workspace.session_path(session)
        changed = self._in_session(kept, path)
        for later in self._after(kept) if later_too and kept.done else ():
            changed = self._in_session(later, path) or changed
        return changed

    def _in_session(self, kept: KeptChange, path: Path) -> bool:
        if kept.move is None:
            return False
        if kept.done:
            told = move_in(path, kept.move, device=kept.device, author=self._author, tidy=self._tidy)
        elif is_written_by(path, kept.device):
            told = take_back_in(path, device=kept.device, author=self._author, tidy=self._tidy)
        else:
            return False
        return bool(told)

    def _after(self, kept: KeptChange) -> list[KeptChange]:
        changes = self.changes()
        at = next((at for at, change in enumerate(changes) if change.id == kept.id), len(changes))
        return [change for change in changes[at + 1 :] if change.done and change.settled]

    # -- the study file --------------------------------------------------------------------

    def _text_for(self, kept: KeptChange, *, done: bool) -> str | None:
        """What the study file is to be: to the byte, or, where somebody edited it since, tag by tag."""
        path = self._workspace.study_file
        was, wanted = (kept.before, kept.after) if done else (kept.after, kept.before)
        now = text_of(path)
        if now == was or was == wanted:
            return wanted if now == was else now
        if now == wanted:
            return now
        of_none = study_of(path.name, "").codebook
        before, after = (
            of_none if text is None else study_of(path.name, text).codebook for text in (was, wanted)
        )
        current = of_none if now is None else study_of(path.name, now).codebook
        try:
            return with_codebook(path.name, now, with_edits(current, edits_between(before, after)))
        except CodebookRefused as error:
            raise CodebookRefused(
                f"The tags of {path.name} were edited since, so this cannot be done. {error.message}"
            ) from None

    def _write_text(self, text: str | None) -> None:
        path = self._workspace.study_file
        if text == text_of(path):
            return
        try:
            if text is None:
                path.unlink()
                disk.sync_folder(path.parent)
            else:
                disk.replace_file(path.resolve(), text.encode())
        except OSError as error:
            raise StoreError(
                f"{path.name} was not changed because {reason_for(error)}; make that right and finish it."
            ) from error

    # -- the record ------------------------------------------------------------------------

    def _keep(self, label: str, fields: Iterable[Change]) -> None:
        record = read_study_record(self._workspace.study_record)
        pen = StudyPen(
            record, device=f"{os.getpid():x}-codebook", author=self._author, now_ms=_now_ms, new_id=_new_id
        )
        keep_study_events(self._workspace.study_record, pen.write(label, fields).events)


class Held:
    """Nobody else changes the codebook meanwhile."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = _lock_name(workspace)
        self._lock: SessionLock | None = None

    def __enter__(self) -> None:
        try:
            self._lock = lock_within(self._path, PATIENCE_S)
        except OSError as error:
            raise StoreError(
                f"The codebook cannot be changed because {reason_for(error)}; make that right and try again."
            ) from error

    def __exit__(self, *_: object) -> None:
        if self._lock is not None:
            self._lock.release()


def _lock_name(workspace: Workspace) -> Path:
    """What is locked; no file of this name is ever there."""
    return workspace.path / "codebook"


def text_of(path: Path) -> str | None:
    """The text of a study file as it is, to the byte; None if there is none. Raises StudyError."""
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise StudyError(f"{path.name} is not UTF-8 text; save it as UTF-8 in your editor.") from error
    except OSError as error:
        raise StudyError(f"{path.name} cannot be read because {reason_for(error)}.") from error


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _new_id() -> str:
    return ulid(_now_ms(), os.urandom(10))
