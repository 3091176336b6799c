"""How interviews were held, read from real session files."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.interchange.sample import write_sample_workspace
from interview_tui.store.library.held import read_how_held
from interview_tui.store.library.reading import Cancelled
from interview_tui.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    write_sample_workspace(tmp_path / "w")
    return Workspace(tmp_path / "w")


def ids(workspace: Workspace) -> list[str]:
    return sorted(path.stem for path in workspace.session_paths())


def test_every_interview_has_its_figures_in_the_order_asked_for(workspace: Workspace) -> None:
    wanted = ids(workspace)
    found = read_how_held(workspace, wanted)
    assert [held.session for held in found] == wanted
    assert [held.led for held in found] == [0, 1, 0, 0, 0, 0, 0, 0]
    assert found[1].led_why == 1
    whole = found[0].of("whole_session")
    assert whole is not None
    assert whole.share is not None
    assert 0 < whole.share < 0.5


def test_what_cannot_be_read_is_left_out_and_stays_as_it_is(workspace: Workspace) -> None:
    first, second, *_ = ids(workspace)
    workspace.session_path(first).write_text("{", encoding="utf-8")
    assert [held.session for held in read_how_held(workspace, [first, second, "gone"])] == [second]
    assert workspace.session_path(first).read_text(encoding="utf-8") == "{"


def test_progress_is_told_and_may_break_it_off(workspace: Workspace) -> None:
    told: list[tuple[int, int]] = []

    def go_on(done: int, count: int) -> bool:
        told.append((done, count))
        return done < 2

    with pytest.raises(Cancelled):
        read_how_held(workspace, ids(workspace), go_on)
    assert told == [(0, 8), (1, 8), (2, 8)]
