"""Looking at the search index: it is never bad, because it makes itself anew."""

from __future__ import annotations

from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.library.index_file import index_path, is_index_file, is_usable
from interview_tui.store.workspace import Workspace

_CHECK = "search index"
_MB = 1_000_000


def check_index(workspace: Workspace) -> Diagnosis:
    """How large it is, or that the next search makes it."""
    path = index_path(workspace)
    if not path.exists():
        return Diagnosis(_CHECK, "ok", "none yet; the first search makes it")
    if not is_usable(path):
        return Diagnosis(_CHECK, "ok", "damaged, or of another version; the next search makes it anew")
    size = sum(file.stat().st_size for file in path.parent.iterdir() if is_index_file(file))
    return Diagnosis(_CHECK, "ok", f"{size / _MB:,.1f} MB; it can be deleted at any time")
