"""A ready-made guide is copied for the editor, and the copy stays only if it was changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.store.edited_guide import guide_to_edit
from interview_tui.store.guide_files import ready_made_guides
from interview_tui.store.workspace import Workspace

READY_MADE = ready_made_guides() / "problem-discovery.md"


@pytest.mark.parametrize("changed", [True, False])
def test_a_copy_stays_only_if_it_was_changed(tmp_path: Path, changed: bool) -> None:
    guide = guide_to_edit(READY_MADE, Workspace(tmp_path))
    if changed:
        guide.path.write_text("- What is mine?\n")
    assert (guide.is_changed, guide.give_up()) == (changed, not changed)
    assert (tmp_path / "guides" / READY_MADE.name).exists() is changed


def test_a_guide_of_one_s_own_is_edited_in_place_and_never_taken_away(tmp_path: Path) -> None:
    own = tmp_path / "guides" / READY_MADE.name
    own.parent.mkdir()
    own.write_text("- What is mine?\n")
    for path in (own, READY_MADE):
        guide = guide_to_edit(path, Workspace(tmp_path))
        assert (guide.path, guide.is_changed, guide.give_up()) == (own, False, False)
    assert own.read_text() == "- What is mine?\n"
