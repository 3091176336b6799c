"""Where guide files are: named by path, in the workspace, or among the ready-made ones."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value
from interview_tui.guides.decode import MAX_GUIDE_BYTES, GuideError, decode_guide
from interview_tui.store import disk
from interview_tui.store.guide_cache import cached_guide, keep_guide
from interview_tui.store.reasons import reason_for
from interview_tui.store.workspace import Workspace

DEFAULT_GUIDE = "problem-discovery"
"""The ready-made guide that runs where no other was chosen."""

_LONGEST_STEM = 60
_UNSAFE = re.compile(r"[^\w.-]+")
_NO_GUIDE = "readme"


@value(kw_only=True)
class GuideFile:
    """A guide with the text it was read from."""

    path: Path
    source: str
    guide: Guide


def ready_made_guides() -> Path:
    """The folder of the guides that come with the program."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "data" / "guides"
    return installed if installed.is_dir() else package.parents[1] / "guides"


def guide_paths(workspace: Workspace) -> list[Path]:
    """Every guide that can be chosen by name: the workspace's own first, then the ready-made ones."""
    found: dict[str, Path] = {}
    for folder in (workspace.guides, ready_made_guides()):
        if folder.is_dir():
            for path in sorted(folder.glob("*.md")):
                if path.stem.lower() != _NO_GUIDE:
                    found.setdefault(path.stem, path)
    return list(found.values())


def load_guide(path: Path, cache: Path | None = None) -> GuideFile:
    """Read a guide file, or find it in a cache; raises GuideError with one sentence if it is not one."""
    source = _read(path)
    guide = cached_guide(cache, source) if cache is not None else None
    if guide is None:
        from interview_tui.guides.reader import read_guide  # compiles its rules: see guide_cache

        guide = read_guide(source, name=path.name)
        if cache is not None:
            keep_guide(cache, source, guide)
    return GuideFile(path=path, source=source, guide=guide)


def _read(path: Path) -> str:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise GuideError(f"{path} is not a file; name a guide's Markdown file.")
        with path.open("rb") as file:
            raw = file.read(MAX_GUIDE_BYTES + 1)
    except FileNotFoundError:
        raise GuideError(_nothing_there(path)) from None
    except IsADirectoryError:
        raise GuideError(f"{path} is a folder; name a guide's Markdown file.") from None
    except OSError as error:
        raise GuideError(f"{path} cannot be read because {reason_for(error)}.") from error
    return decode_guide(raw, name=path.name)


def _nothing_there(path: Path) -> str:
    if path.is_symlink():
        return f"{path} is a link to a file that is not there; delete the link, or make it anew."
    return f"{path} is not there; choose another guide, or put the file back."


def guide_source(named: str, workspace: Workspace) -> str:
    """The text of a guide file, be it a guide or not; raises GuideError if it is no text at all."""
    return _read(guide_path(named, workspace))


def find_guide(named: str, workspace: Workspace, study_guide: str = "") -> GuideFile:
    """The guide of a path or a name; with neither, the study's, the workspace's only one, or the default."""
    if named or study_guide:
        path = guide_path(named or study_guide, workspace)
    else:
        own = [path for path in guide_paths(workspace) if path.parent == workspace.guides]
        path = own[0] if len(own) == 1 else guide_path(DEFAULT_GUIDE, workspace)
    return load_guide(path, workspace.cache)


def guide_path(named: str, workspace: Workspace) -> Path:
    """The file that a path or a name of the list means; raises GuideError if there is none."""
    path = Path(named)
    with suppress(RuntimeError):  # there is no such user
        path = path.expanduser()
    if os.path.lexists(path) and not path.is_dir():
        return path
    by_name = {guide.stem: guide for guide in guide_paths(workspace)}
    if named in by_name:
        return by_name[named]
    if os.path.lexists(path):
        return path
    in_workspace = workspace.guides / named
    if os.path.lexists(in_workspace):
        return in_workspace
    if path.suffix or len(path.parts) > 1:
        raise GuideError(f"There is no file {path}; `interview-tui guide list` shows the guides.")
    raise GuideError(f"There is no guide {named!r}; choose from {', '.join(by_name) or 'a file of yours'}.")


def is_ready_made(path: Path) -> bool:
    """Whether a guide came with the program, so that it is copied before it is changed."""
    return path.parent == ready_made_guides()


def stem_for(name: str) -> str:
    """A file name for a guide of this name, without its ending; raises GuideError if none is left."""
    stem = _UNSAFE.sub("-", name.strip().removesuffix(".md")).strip("-._")[:_LONGEST_STEM].rstrip("-._")
    if not stem:
        raise GuideError(f"{name!r} cannot be the name of a guide; use letters and digits.", title="No name")
    return f"{stem}-guide" if stem.lower() == _NO_GUIDE else stem


def create_guide(workspace: Workspace, name: str, source: str) -> Path:
    """Put a new guide into the workspace, under a safe name and over no other; raises GuideError."""
    path = workspace.guides / f"{stem_for(name)}.md"
    if path.exists():
        words = f"There is a guide {path.name} already; choose another name or edit that one."
        raise GuideError(words, title="Name taken")
    try:
        disk.make_folder(workspace.guides)
        _create(path, source.encode("utf-8", "replace"))
    except OSError as error:
        words = f"{path.name} cannot be written because {reason_for(error)}."
        raise GuideError(words, title="Not saved") from error
    return path


def _create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, durably; what could not be written whole is taken away."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, disk.FILE_MODE)
    try:
        disk.write_at(descriptor, data, 0)
        disk.sync_file(descriptor)
    except OSError:
        disk.remove(path)
        raise
    finally:
        os.close(descriptor)
    disk.sync_folder(path.parent)


def copy_guide(path: Path, workspace: Workspace) -> Path:
    """A ready-made guide as the workspace's own, to be changed there; raises GuideError."""
    own = workspace.guides / path.name
    return own if own.exists() else create_guide(workspace, path.stem, load_guide(path).source)
