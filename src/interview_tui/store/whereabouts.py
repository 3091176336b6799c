"""How a command line gets to a workspace, for sentences that name the next command."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

from interview_tui.store.workspace import ENVIRONMENT_NAME, Workspace


def workspace_option(workspace: Workspace, environ: Mapping[str, str], cwd: Path) -> str:
    """` --workspace DIR` to put behind a command; "" where it would work in that folder by itself."""
    named = environ.get(ENVIRONMENT_NAME)
    usual = cwd / Path(named).expanduser() if named else cwd
    return "" if workspace.path == usual else f" --workspace {shlex.quote(str(workspace.path))}"
