"""Writing an export: whole or not at all, readable by its owner only, and never over the workspace's own."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from interview_tui.store.disk import make_folder, replace_file
from interview_tui.store.errors import StoreError
from interview_tui.store.reasons import reason_for
from interview_tui.store.workspace import Workspace


def write_export(
    path: Path, text: str, *, into_new_folder: bool = False, workspace: Workspace | None = None
) -> None:
    """Write a text to a file over whatever it held; raises StoreError with the reason if that fails.

    What is no file, such as a pipe, is written to as it is, and a link leads to its target. With a
    `workspace`, what belongs to it is refused.
    """
    try:
        target = path.resolve()
        if workspace is not None:
            _refuse_its_own(path, target, workspace)
        if into_new_folder:
            make_folder(path.parent)
        _write(target, text.encode("utf-8", "replace"))
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        why = reason_for(error) if isinstance(error, OSError) else "its links lead in a circle"
        raise StoreError(f"{path} cannot be written because {why}; choose another file with -o.") from error


def is_standard_output(path: Path) -> bool:
    """Whether a path is another name for where the program prints, such as /dev/stdout."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(1), path.stat())
    return False


def _write(target: Path, data: bytes) -> None:
    if target.exists() and not target.is_file():
        with target.open("wb", buffering=0) as there:  # a folder refuses by itself
            rest = memoryview(data)
            while rest:
                rest = rest[there.write(rest) :]
        return
    replace_file(target, data, draft=target.with_name(f"{target.name}.{secrets.token_hex(4)}.tmp"))


def _refuse_its_own(path: Path, target: Path, workspace: Workspace) -> None:
    """Sessions, guides and who took part are no place for an export, nor is any other file of a workspace."""
    folder = workspace.path.resolve()
    if not target.is_relative_to(folder) or target.is_relative_to(folder / "exports"):
        return
    inside = target.relative_to(folder)
    own = (workspace.sessions, workspace.guides, workspace.cache)
    tables = (workspace.participants_file, workspace.study_file, workspace.withdrawals_file)
    if (
        inside.parts[:1] in [(place.name,) for place in own]
        or target.name.startswith(tuple(f"{place.stem}." for place in tables))
        or (target.exists() and not target.is_dir())
    ):
        raise StoreError(
            f"{path} is a place of the workspace's own, and was left as it is; "
            f"choose a new name, or one in {workspace.path / 'exports'}."
        )
