"""Judging the files that a person writes: settings, study, guides, and who the participants are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from interview_tui.domain.study import Study
from interview_tui.domain.text import visible
from interview_tui.errors import InterviewError
from interview_tui.guides.check import check_guide
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.config import VARIABLE, config_path, read_config
from interview_tui.store.guide_files import GuideFile, guide_paths, load_guide
from interview_tui.store.participants import Roster, read_roster
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace


def check_config(environ: Mapping[str, str]) -> Diagnosis:
    """Whether the settings can be read."""
    path = config_path(environ)
    try:
        read_config(path)
    except InterviewError as error:
        return Diagnosis("settings", "bad", visible(error.message), f"correct {visible(str(path))}")
    if environ.get(VARIABLE) and not path.exists():
        seen = f"{VARIABLE} names {visible(str(path))}, which is not there, so the defaults hold"
        return Diagnosis("settings", "warn", seen, f"write that file, or unset {VARIABLE}")
    seen = visible(str(path)) if path.exists() else "none of your own, so the defaults hold"
    return Diagnosis("settings", "ok", seen)


def check_study(workspace: Workspace) -> tuple[Study | None, Diagnosis]:
    """The study, None where it cannot be read, and how it stands."""
    if not workspace.study_file.exists():
        return Study(), Diagnosis("study", "ok", "none; `interview-tui init` begins one")
    try:
        study = read_study(workspace.study_file)
    except InterviewError as error:
        todo = f"correct {visible(str(workspace.study_file))}"
        return None, Diagnosis("study", "bad", visible(error.message), todo)
    if study.guide and not _is_there(study.guide, workspace):
        seen = f"its guide {visible(study.guide)} is not there"
        return study, Diagnosis("study", "bad", seen, "name one of `interview-tui guide list` in study.toml")
    segments = _count(len(study.segments), "segment")
    return study, Diagnosis("study", "ok", f"{visible(study.title) or 'without a title'}, {segments}")


def _is_there(guide: str, workspace: Workspace) -> bool:
    known = {name for path in guide_paths(workspace) for name in (path.stem, path.name)}
    return guide in known or (workspace.guides / guide).exists() or Path(guide).expanduser().exists()


def check_guides(workspace: Workspace) -> Iterator[Diagnosis]:
    """Whether the workspace's own guides can be read, and what the question check finds in them."""
    own = [path for path in guide_paths(workspace) if path.parent == workspace.guides]
    readable: list[GuideFile] = []
    for path in own:
        try:
            readable.append(load_guide(path))
        except InterviewError as error:
            yield Diagnosis("guides", "bad", visible(error.message), "correct the file, or move it away")
    errors = {file.path: _errors_in(file) for file in readable}
    for path, count in errors.items():
        if count:
            seen = f"{visible(path.name)} has {_count(count, 'question')} that lead or pitch"
            yield Diagnosis("guides", "warn", seen, f"`interview-tui guide check {visible(str(path))}`")
    if len(readable) == len(own) and not any(errors.values()):
        seen = f"{_count(len(own), 'guide')} of your own, fine" if own else "the ready-made ones"
        yield Diagnosis("guides", "ok", seen)


def _errors_in(file: GuideFile) -> int:
    return sum(finding.severity == "error" for finding in check_guide(file.guide, file.source).findings)


def check_participants(workspace: Workspace) -> tuple[Roster, list[Diagnosis]]:
    """The participants, none where they cannot be read, and how they stand."""
    try:
        roster = read_roster(workspace.participants_file)
    except InterviewError as error:
        todo = "interviews work without it; names and appointments do not"
        return Roster(), [Diagnosis("participants", "bad", visible(error.message), todo)]
    found = [
        Diagnosis(
            "participants",
            "bad",
            f"the withdrawal of {visible(pseudonym)} was begun and not finished",
            f"`interview-tui participant forget {visible(pseudonym)}` finishes it",
        )
        for pseudonym in roster.unfinished
    ]
    here = [person for person in roster.participants if not person.withdrawn_utc]
    return roster, found or [Diagnosis("participants", "ok", _count(len(here), "participant"))]


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
