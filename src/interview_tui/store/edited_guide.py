"""A guide that goes to an editor: a ready-made one as a copy, which stays only if it was changed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from interview_tui.domain.values import value
from interview_tui.store import disk
from interview_tui.store.guide_files import copy_guide, is_ready_made
from interview_tui.store.workspace import Workspace


@value(kw_only=True)
class EditedGuide:
    """The file to edit as it was before; `origin` is the ready-made guide that it was just copied from."""

    path: Path
    before: bytes
    origin: Path | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the file says something else by now."""
        return _content(self.path) != self.before

    def give_up(self) -> bool:
        """Take a copy away that nobody changed; false where there is none."""
        if self.origin is None or self.is_changed:
            return False
        disk.remove(self.path)
        return True


def guide_to_edit(path: Path, workspace: Workspace) -> EditedGuide:
    """The guide's file, or the workspace's own copy of a ready-made one; raises GuideError."""
    if not is_ready_made(path):
        return EditedGuide(path=path, before=_content(path))
    is_new = not (workspace.guides / path.name).exists()
    own = copy_guide(path, workspace)
    return EditedGuide(path=own, before=_content(own), origin=path if is_new else None)


def _content(path: Path) -> bytes:
    with suppress(OSError):
        return path.read_bytes()
    return b""
