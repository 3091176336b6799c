"""Words of somebody who withdrew that were taken as the example of a tag: out of everything that keeps them.

They stand in `study.toml`, and in what the study's record keeps of it so that a change can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.codebook_changes import clean
from interview_tui.domain.events import FieldSet, NoteAdded
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store import disk
from interview_tui.store.codebook_changes import Held, text_of
from interview_tui.store.journal import JournalDB
from interview_tui.store.locks import lock_within
from interview_tui.store.paths import damaged_path, log_path
from interview_tui.store.session_record import load_record
from interview_tui.store.study import study_of
from interview_tui.store.study_record import EVENTS, PATIENCE_S
from interview_tui.store.study_tags import with_codebook
from interview_tui.store.workspace import Workspace

_LEAST = 12
"""Letters that an example of unknown source needs to be told from chance in somebody's notes."""


@value(kw_only=True)
class ExamplesGone:
    """How many tags lost their example; `closed` are files that could not be looked into."""

    count: int = 0
    closed: tuple[Path, ...] = ()


def forget_examples(workspace: Workspace, sessions: Iterable[str]) -> ExamplesGone:
    """Take the words of these sessions out of the codebook and its history, durable at the return.

    An example is theirs if it was taken from one of their notes, or stands in one word for word. Raises
    SessionBusy while somebody changes the codebook, and OSError where the disk refuses.
    """
    gone = frozenset(sessions)
    if not gone or not (workspace.study_file.exists() or workspace.study_record.exists()):
        return ExamplesGone()
    said = _said_in(workspace, gone)

    def theirs(tag: Tag) -> bool:
        """Whether a tag's example is of these sessions."""
        words = clean(tag.example).casefold()
        from_them = tag.example_of.partition("/")[0] in gone
        return bool(words) and (from_them or words in said or (len(words) >= _LEAST and _inside(words, said)))

    with Held(workspace):
        return _forget(workspace, theirs)


def _inside(words: str, said: frozenset[str]) -> bool:
    return any(words in text for text in said)


def _said_in(workspace: Workspace, sessions: Iterable[str]) -> frozenset[str]:
    """Every text that a note of these sessions has or had."""
    found: set[str] = set()
    for session in sessions:
        try:
            events = load_record(workspace.session_path(session)).events
        except (InterviewError, OSError):
            continue  # what was taken from it is known by its name
        for event in events:
            if isinstance(event, NoteAdded):
                found.add(clean(event.text).casefold())
            elif isinstance(event, FieldSet) and isinstance(event.value, str):
                found.add(clean(event.value).casefold())
    return frozenset(found - {""})


def _forget(workspace: Workspace, theirs: Callable[[Tag], bool]) -> ExamplesGone:
    name = workspace.study_file.name
    gone: set[str] = set()

    @cache
    def without(text: str) -> str:
        """The text of a study file without their words; raises StudyError."""
        codebook = study_of(name, text).codebook
        gone.update(tag.name for tag in codebook.tags if theirs(tag))
        tags = tuple(replace(tag, example="", example_of="") if theirs(tag) else tag for tag in codebook.tags)
        return with_codebook(name, text, Codebook(tags))

    closed: list[Path] = []
    try:
        now = text_of(workspace.study_file)
        if now is not None and without(now) != now:
            disk.replace_file(workspace.study_file.resolve(), without(now).encode())
    except InterviewError:
        closed.append(workspace.study_file)
    if workspace.study_record.exists() or log_path(workspace.study_record).exists():
        closed += _forget_in_record(workspace.study_record, without)
    return ExamplesGone(count=len(gone), closed=tuple(closed))


def _forget_in_record(path: Path, without: Callable[[str], str]) -> list[Path]:
    """Rewrite the record where it keeps such words; the paths of what could not be looked into."""
    lock = lock_within(path, PATIENCE_S)
    try:
        journal = JournalDB(path).journal
        changed = closed = False
        try:
            tables = journal.read() or {}
            for row in tables.get(EVENTS, {}).values():
                if row.get("name") in ("file_before", "file_after") and isinstance(row.get("value"), str):
                    try:
                        told = without(row["value"])
                    except InterviewError:
                        closed = True
                        continue
                    changed = changed or told != row["value"]
                    row["value"] = told
            if changed:
                journal.write(tables)
        finally:
            journal.close()
        if changed:
            for left in (damaged_path(path), damaged_path(log_path(path))):
                left.unlink(missing_ok=True)
        return [path] if closed else []
    finally:
        lock.release()
