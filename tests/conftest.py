"""What every test may rely on: no setting of this computer reaches it, and nothing is timed."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("interview-tui", deadline=None)
settings.load_profile("interview-tui")


@pytest.fixture(autouse=True)
def no_practice_left_behind(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep what a test practises, and does not throw away, out of this computer's temporary folder."""
    folder = tmp_path_factory.getbasetemp() / "temporary"
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))


@pytest.fixture(autouse=True)
def no_personal_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a person's own config file, workspace and colours out of the tests."""
    nowhere: Path = tmp_path_factory.getbasetemp() / "no-such-config.toml"
    monkeypatch.setenv("INTERVIEW_TUI_CONFIG", str(nowhere))
    for name in ("INTERVIEW_TUI_WORKSPACE", "NO_COLOR", "COLUMNS", "LINES", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
