"""How a command line gets to a workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.store.whereabouts import workspace_option
from interview_tui.store.workspace import Workspace


@pytest.mark.parametrize(
    ("path", "named", "option"),
    [
        ("/home/ada", None, ""),
        ("/home/ada/clinics", None, " --workspace /home/ada/clinics"),
        ("/home/ada/my clinics", None, " --workspace '/home/ada/my clinics'"),
        ("/home/ada/clinics", "/home/ada/clinics", ""),
        ("/home/ada/clinics", "clinics", ""),
        ("/home/ada", "clinics", " --workspace /home/ada"),
    ],
)
def test_a_folder_is_named_unless_the_command_would_work_there_anyway(
    path: str, named: str | None, option: str
) -> None:
    environ = {} if named is None else {"INTERVIEW_TUI_WORKSPACE": named}
    assert workspace_option(Workspace(Path(path)), environ, Path("/home/ada")) == option
