"""Fixtures of the store's tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.support import Faults, a_workspace

from interview_tui.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "workspace")


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return Faults(monkeypatch)
