"""What the home screen reads in the background."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.store.workspace import Workspace
from interview_tui.tui.home_reading import batches, how_to_begin


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (5, [5]), (20, [20]), (21, [20, 1]), (500, [20, 200, 200, 80])]
)
def test_a_screenful_is_read_first_then_larger_steps_and_nothing_is_left_out(
    count: int, sizes: list[int]
) -> None:
    paths = [Path(str(number)) for number in range(count)]
    steps = list(batches(paths))
    assert [len(step) for step in steps] == sizes
    assert [path for step in steps for path in step] == paths


def test_the_command_that_begins_a_study_does_so_in_this_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(tmp_path)
    assert how_to_begin(workspace) == f"interview-tui init --workspace {tmp_path}"
    monkeypatch.chdir(tmp_path)
    assert how_to_begin(workspace) == "interview-tui init"
    workspace.study_file.touch()
    assert how_to_begin(workspace) == ""
