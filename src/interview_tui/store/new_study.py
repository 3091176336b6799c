"""Beginning a study: the folders, a guide of its own, and last of all its `study.toml`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from interview_tui.domain.study import Study
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.guides.decode import GuideError
from interview_tui.store import disk
from interview_tui.store.errors import StoreError
from interview_tui.store.guide_files import GuideFile, guide_paths, load_guide
from interview_tui.store.reasons import reason_for
from interview_tui.store.study_text import study_text
from interview_tui.store.workspace import Workspace


class StudyExists(InterviewError):  # noqa: N818 - the name says what is the case
    """The workspace has a study already."""

    title = "There is a study already"
    exit_code = 1


@value(kw_only=True)
class NewStudy:
    """What was made; `guide` is the study's own in the workspace, `copied` whether it came there just now."""

    study_file: Path
    guide: Path | None = None
    copied: bool = False


def refuse_second_study(workspace: Workspace) -> None:
    """Raise StudyExists where a study would be overwritten."""
    if workspace.study_file.exists() or workspace.study_file.is_symlink():
        raise StudyExists(
            f"{workspace.study_file} is there already and was left as it is; edit it, or use another folder."
        )


def guide_called(named: str, workspace: Workspace) -> GuideFile:
    """The guide of a name or a path, read without leaving anything behind; raises GuideError."""
    by_name = {path.stem: path for path in guide_paths(workspace)}
    path = by_name.get(named.removesuffix(".md"), Path(named).expanduser())
    if not path.exists() and not path.suffix:
        raise GuideError(f"There is no guide {named!r}; choose from {', '.join(by_name)}, or name a file.")
    return load_guide(path)


def begin_study(workspace: Workspace, study: Study) -> NewStudy:
    """Make a workspace with this study, over nothing; raises StudyExists, GuideError or StoreError."""
    refuse_second_study(workspace)
    chosen = guide_called(study.guide, workspace) if study.guide else None
    workspace.create()
    try:
        guide = None if chosen is None else workspace.guides / chosen.path.name
        copied = chosen is not None and _bring_in(chosen.path, workspace.guides / chosen.path.name)
        named = replace(study, guide="" if guide is None else _name_of(guide))
        refuse_second_study(workspace)
        disk.replace_file(workspace.study_file, study_text(named).encode())
    except OSError as error:
        raise StoreError(
            f"{workspace.study_file} cannot be written because {reason_for(error)}; "
            f"make that right and try again."
        ) from error
    return NewStudy(study_file=workspace.study_file, guide=guide, copied=copied)


def _name_of(guide: Path) -> str:
    return guide.stem if guide.suffix == ".md" else guide.name


def _bring_in(source: Path, target: Path) -> bool:
    """Copy a guide into the workspace's own; one that is there stays as it is."""
    if not target.exists():
        disk.replace_file(target, source.read_bytes())
        return True
    if target.read_bytes() != source.read_bytes():
        raise StoreError(f"{target} is there already and says something else; rename one of the two.")
    return False
