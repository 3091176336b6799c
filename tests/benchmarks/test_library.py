"""The benchmark's library is real sessions, the same words each time, and is measured to the end."""

from __future__ import annotations

from pathlib import Path

from benchmarks.library_sample import write_library

from benchmarks import library
from interview_tui.store.library.reading import read_library


def test_a_library_is_made_of_sessions_that_can_be_read(tmp_path: Path) -> None:
    one = read_library(write_library(tmp_path / "one", 4, notes=12))
    other = read_library(write_library(tmp_path / "other", 4, notes=12))
    assert len(one.sessions) == 4
    assert len(one.notes) == 48
    assert [note.text for note in one.notes] == [note.text for note in other.notes]
    assert all(session.finished or session.participant for session in one.sessions)
    assert len({note.text for note in one.notes}) > 40


def test_every_figure_of_the_index_is_there(tmp_path: Path) -> None:
    workspace = write_library(tmp_path / "library", 40, notes=10)
    found = library.index_figures(workspace, quick=True)
    assert found.pop("helper_mb") >= 0  # so few sessions need no helper
    assert all(figure > 0 for figure in found.values()), found
    assert found["p50"] <= found["p99"]
