"""The crash bench in small: it must find nothing here, and must find what is there to find."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.power import why_not

BENCH = [sys.executable, "-m", "benchmarks.crash"]
EARLY = """
import sys
from benchmarks import crash
from interview_tui.store.saver import Saver

put = Saver.put
def told_too_early(saver, *row):
    saver.durable = put(saver, *row)
    saver.on_change()
    return saver.durable
Saver.put = told_too_early
sys.argv[1:] = ["--kills", "12", "--cuts", "0"]
sys.exit(crash.main())
"""

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT)


@posix
def test_no_acknowledged_row_is_lost_by_a_kill() -> None:
    found = subprocess.run(
        [*BENCH, "--kills", "40", "--cuts", "0"], capture_output=True, text=True, timeout=120
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert found.stdout.startswith("kill -9: 40 crashes")
    assert ", 0 acknowledged" not in found.stdout


@posix
def test_the_bench_notices_rows_that_are_told_too_early() -> None:
    found = run(sys.executable, "-c", EARLY)
    assert found.returncode == 1, found.stdout + found.stderr
    assert "was acknowledged" in found.stdout


@pytest.mark.skipif(bool(why_not()) if sys.platform == "linux" else True, reason="needs root, Linux and ext4")
def test_no_acknowledged_row_is_lost_by_a_power_cut() -> None:
    found = subprocess.run(
        [*BENCH, "--kills", "0", "--cuts", "4"], capture_output=True, text=True, timeout=120
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert found.stdout.startswith("power cuts on ext4: 4 crashes")
