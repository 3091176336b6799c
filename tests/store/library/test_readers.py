"""Helper processes read what this one would have read, and leave with it."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from tests.store.library.held import hold

from interview_tui.store.library import readers
from interview_tui.store.library.index_entries import indexed
from interview_tui.store.library.reader_process import as_bytes, from_stream
from interview_tui.store.library.readers import Readers
from interview_tui.store.workspace import Workspace


@pytest.fixture
def paths(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr(readers, "BATCH", 2)
    held = [hold(workspace, f"2026-11-2{day}-0900-aaaa", f"paper 取消 {day}") for day in range(5)]
    held[3].write_bytes(b"damaged")
    return held


@pytest.mark.parametrize("helpers", [0, 1, 2, 4])
def test_helpers_read_the_same_in_the_same_order(paths: list[Path], helpers: int) -> None:
    with Readers(paths, helpers) as reading:
        batches = list(reading.batches())
    assert [len(batch) for batch in batches] == [2, 2, 1]
    assert [found for batch in batches for found in batch] == [indexed(path) for path in paths]


def test_what_a_helper_that_dies_leaves_is_read_here(paths: list[Path]) -> None:
    with Readers(paths, 2) as reading:
        going = reading.batches()
        first = next(going)
        for helper in reading._helpers:
            helper.kill()
            helper.wait()
        rest = list(going)
    assert [found for batch in (first, *rest) for found in batch] == [indexed(path) for path in paths]


def test_no_helper_stays_behind(paths: list[Path]) -> None:
    with Readers(paths, 2) as reading:
        helpers = reading._helpers
        assert len(helpers) == 2
        next(reading.batches())
    assert all(helper.poll() is not None for helper in helpers)


def test_a_helper_ends_with_its_input() -> None:
    command = [sys.executable, "-P", "-m", "interview_tui.store.library.reader_process"]
    assert subprocess.run(command, input=b"", capture_output=True, check=True).stdout == b""


def test_without_a_python_to_run_it_is_done_alone(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with Readers(paths, 3) as reading:
        assert [len(batch) for batch in reading.batches()] == [2, 2, 1]


@pytest.mark.parametrize("cut", [0, 3, 8, 20, -1])
def test_an_answer_that_is_not_whole_is_none(paths: list[Path], cut: int) -> None:
    whole = as_bytes([indexed(path) for path in paths])
    with pytest.raises(ValueError, match="gone"):
        from_stream(BytesIO(whole[:cut]))


def test_few_sessions_need_no_helper(paths: list[Path]) -> None:
    with Readers(paths) as reading:
        assert reading._helpers == []
