"""What the home screen reads in the background, and in which steps."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from interview_tui.store.workspace import Workspace

_FIRST_BATCH, _BATCH = 20, 200
"""How many sessions are read before the list shows them: a screenful at once, then larger steps."""


def batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """The sessions in the steps in which they are shown."""
    yield paths[:_FIRST_BATCH]
    for start in range(_FIRST_BATCH, len(paths), _BATCH):
        yield paths[start : start + _BATCH]


def how_to_begin(workspace: Workspace) -> str:
    """The command that begins a study; "" where there is one."""
    from interview_tui.store.whereabouts import workspace_option

    if workspace.study_file.exists():
        return ""
    return f"interview-tui init{workspace_option(workspace, os.environ, Path.cwd())}"
