"""`doctor` looks at the search index without touching it."""

from __future__ import annotations

from tests.store.library.held import hold
from tests.store.support import files_in

from interview_tui.store.checkup.index import check_index
from interview_tui.store.library.index import open_index
from interview_tui.store.library.index_file import index_path
from interview_tui.store.workspace import Workspace


def seen(workspace: Workspace) -> str:
    before = files_in(workspace.path)
    found = check_index(workspace)
    assert (found.state, found.todo) == ("ok", "")
    assert files_in(workspace.path) == before
    return found.message


def test_an_index_is_told_by_its_size(workspace: Workspace) -> None:
    assert seen(workspace) == "none yet; the first search makes it"
    hold(workspace, "2026-11-20-0900-aaaa", "paper")
    with open_index(workspace) as index:
        index.refresh()
        assert "MB" in check_index(workspace).message
    assert seen(workspace).endswith(" MB; it can be deleted at any time")


def test_a_damaged_one_makes_itself_anew(workspace: Workspace) -> None:
    hold(workspace, "2026-11-20-0900-aaaa", "paper")
    for damage in (b"", b"no index", None):
        with open_index(workspace) as index:
            index.refresh()
        path = index_path(workspace)
        path.write_bytes(path.read_bytes()[:5000] if damage is None else damage)
        assert seen(workspace) == "damaged, or of another version; the next search makes it anew"
