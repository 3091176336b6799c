"""The sample workspace: a study with eight finished interviews, in files like any other's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from interview_tui import __version__
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.participant import Participant
from interview_tui.domain.people import session_fields
from interview_tui.domain.sample_session import SamplePerson, SampleSession, events_of
from interview_tui.domain.study import Study
from interview_tui.interchange.tidy import tidy_tables
from interview_tui.store.disk import make_folder, read_bytes, replace_file
from interview_tui.store.errors import StoreError
from interview_tui.store.guide_files import GuideFile, load_guide
from interview_tui.store.participants import edit_roster
from interview_tui.store.reasons import reason_for
from interview_tui.store.reserve import Reserve
from interview_tui.store.sample_files import read_people, read_sessions, sample_folder
from interview_tui.store.session_file import create_session
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace

SAVE_TIMEOUT_S = 20.0
"""How long one interview may take to be saved before the disk is said to be too slow."""


def write_sample_workspace(folder: Path) -> int:
    """Write the sample study into a folder that is new or empty; how many interviews it has.

    The same bytes each time. Raises StoreError where the folder is not empty or cannot be written.
    """
    workspace = Workspace(folder)
    try:
        _refuse_what_is_there(folder)
        with _whole_or_not_at_all(folder):
            for each in (workspace.guides, workspace.sessions):
                make_folder(each)
            return _fill(workspace)
    except OSError as error:
        raise StoreError(
            f"The sample cannot be written to {folder} because {reason_for(error)}; choose another folder."
        ) from error


@contextmanager
def _whole_or_not_at_all(folder: Path) -> Iterator[None]:
    """Take away what was begun where it cannot be finished: half a sample would be refused as not empty."""
    missing = [each for each in (folder, *folder.absolute().parents) if not each.exists()]
    try:
        yield
    except BaseException:
        # The folder was new or empty, so whatever is in it was begun here.
        for path in missing[-1:] or folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        raise


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file; name a new folder for the sample.")
    if folder.is_dir() and any(folder.iterdir()):
        raise StoreError(f"{folder} is not empty; name a new folder for the sample.")


def _fill(workspace: Workspace) -> int:
    source = sample_folder()
    _copy(source / "study.toml", workspace.study_file)
    guides = sorted((source / "guides").glob("*.md"))
    for path in guides:
        _copy(path, workspace.guides / path.name)
    sessions = read_sessions(source / "sessions")
    people = _with_consent(read_people(source / "participants.toml"), sessions)
    with edit_roster(workspace.participants_file) as roster:
        for person in people:
            roster.add(person.participant, person.contact)
    by_name = {path.stem: load_guide(path) for path in guides}
    by_pseudonym = {person.participant.pseudonym: person.participant for person in people}
    study = read_study(workspace.study_file)
    for sample in sessions:
        _write(workspace, sample, study, by_name[sample.guide], by_pseudonym[sample.participant])
    Reserve(workspace.sessions / ".reserve").free()
    return len(sessions)


def _copy(source: Path, target: Path) -> None:
    replace_file(target, read_bytes(source))


def _with_consent(people: Sequence[SamplePerson], sessions: Sequence[SampleSession]) -> list[SamplePerson]:
    """The people with what they allowed in their interviews."""
    given = {sample.participant: sample.consent for sample in sessions}
    return [
        replace(
            person,
            participant=replace(person.participant, consent=given.get(person.participant.pseudonym, {})),
        )
        for person in people
    ]


def _write(
    workspace: Workspace, sample: SampleSession, study: Study, guide: GuideFile, person: Participant
) -> None:
    header = SessionHeader(
        id=sample.id,
        created_utc=sample.start_utc,
        app_version=__version__,
        guide=guide.guide,
        guide_source=guide.source,
        guide_name=guide.path.name,
        codebook=study.codebook.for_a_session,
        study=study.title,
        bands=study.bands,
    )
    file = create_session(workspace, header, tidy=tidy_tables)
    for event in events_of(sample, header, {**sample.fields, **session_fields(person)}):
        file.add(event)
    if not file.close(SAVE_TIMEOUT_S):
        reason = file.saver.status().reason or "the disk is too slow"
        file.close(drop=True)
        raise StoreError(f"The sample is not complete because {reason}; choose another folder.")
