"""Sessions with tagged notes in real files, for what changes a codebook over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count

from tests.store.support import a_header

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.codebook_changes import CodebookChange, Move
from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue, NoteAdded
from interview_tui.domain.session import FURTHER_TAG, SESSION
from interview_tui.interchange.tidy import tidy_tables
from interview_tui.store.codebook_changes import CodebookWork, Outcome
from interview_tui.store.codebook_survey import survey
from interview_tui.store.library.reading import read_library
from interview_tui.store.session_file import create_session
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace

STUDY = """\
# by hand
title = "Clinics"

[[tag]]
key = "p"
name = "pain"      # hurts

[[tag]]
key = "g"
name = "goal"
"""

_NUMBERS = count(1)


def session_id(number: int) -> str:
    """The name of a session by its number."""
    return f"2026-11-{number // 100 + 1:02}-{number % 100 + 1000}-abcd"


def write_tagged(
    workspace: Workspace,
    number: int,
    notes: Iterable[tuple[str, ...]],
    *,
    participant: str = "",
    about: Mapping[str, FieldValue] | None = None,
    practice: bool = False,
) -> str:
    """A session whose notes have these tags, the first of each first; its id."""
    id = session_id(number)
    file = create_session(workspace, a_header(id, practice=practice))
    told = {"participant": participant or f"P{number:02}", **(about or {})}
    for name, value in told.items():
        file.add(_event(FieldSet, target=SESSION, name=name, value=value))
    for tags in notes:
        note = _event(NoteAdded, text=f"said {next(_NUMBERS)}", tag=tags[0] if tags else None)
        file.add(note)
        for tag in tags[1:]:
            file.add(_event(FieldSet, target=note.id, name=FURTHER_TAG + tag, value=True))
    assert file.close(10)
    return id


def _event(make: Callable[..., AnyEvent], **fields: object) -> AnyEvent:
    number = next(_NUMBERS)
    return make(
        id=f"01K{number:023d}", device="laptop", counter=number, at_ms=number * 1000, author="ada", **fields
    )


def tags_in(workspace: Workspace) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Every note by its key, with its tags and whether it is word for word."""
    return {note.key: (note.tags, note.word_for_word) for note in read_library(workspace).notes}


def names_in(workspace: Workspace) -> list[str]:
    """The tags of all notes, each as often as a note has it."""
    return sorted(tag for tags, _ in tags_in(workspace).values() for tag in tags)


def a_coded_study(workspace: Workspace) -> Workspace:
    """Three sessions under a codebook of two tags; notes of the third have a tag of their own."""
    workspace.study_file.write_text(STUDY, "utf-8")
    write_tagged(workspace, 1, [("pain",), ("goal", "pain"), ()])
    write_tagged(workspace, 2, [("goal",), ("pain", "goal")], participant="P01")
    write_tagged(workspace, 3, [("old",)])
    return workspace


def the_book(workspace: Workspace) -> Codebook:
    """The codebook of the study file."""
    return read_study(workspace.study_file).codebook


def work_on(workspace: Workspace) -> CodebookWork:
    """Somebody's hand on the codebook."""
    return CodebookWork(workspace, author="ada", tidy=tidy_tables)


def touched(workspace: Workspace, move: Move | None) -> list[str]:
    """The sessions of which a change moves notes."""
    return [one.session for one in survey(workspace, move).sessions if one.touched] if move else []


def do(workspace: Workspace, change: CodebookChange) -> Outcome:
    """Do a change, of which all sessions that it touches were shown."""
    return work_on(workspace).do(change, touched(workspace, change.move))


def everything(workspace: Workspace) -> tuple[object, ...]:
    """What a change and its undoing have to bring back: the study file to the byte, and every note."""
    file = workspace.study_file
    return file.read_bytes() if file.exists() else None, tags_in(workspace)
