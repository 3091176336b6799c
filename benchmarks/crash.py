"""Kills a writing program and cuts the power under it, then looks for acknowledged rows that are gone.

    python -m benchmarks.crash --kills 500 --cuts 100

Exits with 1 if a single row that was told to be saved is missing. Power cuts need Linux, root and ext4:
a file system on a loop device is shut down without a flush, as if the plug was pulled.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.power import PluggedDisk, why_not
from benchmarks.tripwire import set_tripwire

from interview_tui.domain.events import NoteAdded
from interview_tui.domain.guide import Guide
from interview_tui.domain.header import SessionHeader
from interview_tui.errors import InterviewError
from interview_tui.store.disk import read_bytes
from interview_tui.store.journal import JournalStorage
from interview_tui.store.paths import is_taken, log_path
from interview_tui.store.session_file import SessionFile, create_session, open_session, read_session
from interview_tui.store.workspace import Workspace

LOG_LIMIT = 20_000
"""Small, so that kills land in snapshots too."""

ENOUGH_BYTES = 300_000
"""A session this large makes way for a new one, so that a run stays quick."""

ACKNOWLEDGED = struct.Struct("QQ")
"""Rows that are durable, and when that was told (nanoseconds, monotonic)."""


@dataclass(slots=True)
class Tally:
    """What was seen over all crashes."""

    crashes: int = 0
    acknowledged: int = 0
    torn: int = 0
    notes: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.crashes} crashes, {self.acknowledged} acknowledged rows, {self.torn} torn ends dropped, "
            f"{len(self.faults)} violations"
        )


# -- the victim --------------------------------------------------------------------------------


def write_until_killed(workspace: Workspace, name: str, run: int, told: int, *, tripwire: bool) -> None:
    """Type and note as fast as the disk takes it, and tell through a pipe what is durable."""
    JournalStorage.log_limit = LOG_LIMIT
    if tripwire:
        set_tripwire(random.Random(run))
    session = _begin(workspace, name)
    saver = session.saver
    saver.on_change = lambda: _tell(told, saver.durable)
    _tell(told, 0)
    chance = random.Random(run)
    while True:
        text = ""
        for _ in range(chance.randint(1, 40)):
            text += "k"
            _draft(session, run, text)
            if chance.random() < 0.3:
                time.sleep(chance.random() * 0.004)
        number = len(session.events) + 1
        words = f"{run} {saver.queued + 1} {text * chance.randint(1, 30)}"
        session.add(
            NoteAdded(id=str(number), device="crash", counter=number, at_ms=number, author="", text=words)
        )
        _draft(session, run, "")


def _begin(workspace: Workspace, name: str) -> SessionFile:
    path = workspace.session_path(name)
    if is_taken(path):
        return open_session(path)
    header = SessionHeader(
        id=name,
        created_utc="2026-11-21T22:10:00+00:00",
        app_version="0",
        guide=Guide(title="", phases=()),
        guide_source="",
        guide_name="",
        codebook=(),
        practice=True,
    )
    return create_session(workspace, header)


def _draft(session: SessionFile, run: int, text: str) -> None:
    put = session.saver.queued + 1
    session.draft("note", {"run": run, "put": put, "notes": len(session.events), "text": text})


def _tell(told: int, durable: int) -> None:
    os.write(told, ACKNOWLEDGED.pack(durable, time.monotonic_ns()))


# -- the crash ---------------------------------------------------------------------------------


def crash(workspace: Workspace, name: str, run: int, pull: Callable[[int], int] | None) -> tuple[int, int]:
    """Run a victim in a process of its own until it dies; rows acknowledged by then, and its status.

    `pull` gets the process id, ends it, and returns the moment after which nothing told counts any
    more; without it the victim dies by a tripwire.
    """
    listening, told = os.pipe()
    victim = os.fork()
    if not victim:
        try:
            os.close(listening)
            write_until_killed(workspace, name, run, told, tripwire=pull is None)
        finally:
            os._exit(1)
    os.close(told)
    with os.fdopen(listening, "rb") as pipe:
        first = pipe.read(ACKNOWLEDGED.size) if run % 7 else b""  # each seventh may die while it opens
        too_late = sys.maxsize if pull is None else pull(victim)
        _, status = os.waitpid(victim, 0)
        raw = first + pipe.read()
    whole = len(raw) - len(raw) % ACKNOWLEDGED.size
    durable = [rows for rows, at in ACKNOWLEDGED.iter_unpack(raw[:whole]) if at < too_late]
    return max(durable, default=0), status


def check(path: Path, run: int, durable: int, status: int, tally: Tally) -> None:
    """Compare what is on the disk with what was told to be durable."""
    tally.crashes += 1
    tally.acknowledged += durable
    if not (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL):
        tally.faults.append(f"run {run}: the writer ended by itself with status {status}")
    if not is_taken(path):
        if durable or tally.notes:
            tally.faults.append(f"run {run}: no session is left")
        return
    tally.torn += read_bytes(log_path(path))[-1:] not in (b"", b"\n")
    try:
        json.loads(read_bytes(path) or b"{}")  # at every moment it is plain TinyDB
        record = read_session(path)
    except (ValueError, InterviewError) as error:
        if durable or tally.notes:
            tally.faults.append(f"run {run}: {error!r}")
        return
    notes = [event for event in record.events if isinstance(event, NoteAdded)]
    draft = record.drafts.get("note", {"run": -1, "put": 0, "notes": 0})
    puts = [int(note.text.split()[1]) for note in notes if note.text.startswith(f"{run} ")]
    newest = max([*puts, draft["put"] if draft["run"] == run else 0])
    if [note.counter for note in notes] != list(range(1, len(notes) + 1)):
        tally.faults.append(f"run {run}: a note is missing between others")
    if len(notes) < max(tally.notes, draft["notes"]):
        tally.faults.append(f"run {run}: an older note is gone")
    if newest < durable > 1:
        tally.faults.append(f"run {run}: row {durable} was acknowledged, row {newest} is the newest left")
    if record.notices:
        tally.faults.append(f"run {run}: {record.notices}")
    tally.notes = len(notes)


def make_room(workspace: Workspace, path: Path, tally: Tally) -> None:
    """Begin a new session when the present one has grown large."""
    if path.exists() and path.stat().st_size > ENOUGH_BYTES:
        for file in workspace.sessions.glob(f"{path.stem}.*"):
            file.unlink()
        tally.notes = 0


def kills(count: int, folder: Path, seed: int = 5) -> Tally:
    """Kill a writer `count` times, in turns at a random moment and in the middle of a call to the disk."""
    workspace, tally, chance = _workspace(folder), Tally(), random.Random(seed)
    path = workspace.session_path("kill")

    def kill(victim: int) -> int:
        time.sleep(chance.uniform(0, 0.12))
        os.kill(victim, signal.SIGKILL)
        return sys.maxsize

    for run in range(count):
        durable, status = crash(workspace, path.stem, run, kill if run % 2 else None)
        check(path, run, durable, status, tally)
        make_room(workspace, path, tally)
    return tally


def power_cuts(count: int, folder: Path, seed: int = 4) -> Tally:
    """Cut the power of the disk under a writer at random moments, `count` times."""
    tally, chance = Tally(), random.Random(seed)
    with PluggedDisk(folder) as disk:
        workspace = _workspace(disk.mounted_at / "workspace")
        disk.settle()
        path = workspace.session_path("cut")

        def cut(victim: int) -> int:
            time.sleep(chance.uniform(0.02, 0.3))
            moment = time.monotonic_ns()
            disk.pull_the_plug()
            os.kill(victim, signal.SIGKILL)
            return moment

        for run in range(count):
            durable, status = crash(workspace, path.stem, run, cut)
            disk.plug_in()
            check(path, run, durable, status, tally)
            make_room(workspace, path, tally)
            disk.settle()
    return tally


def _workspace(folder: Path) -> Workspace:
    workspace = Workspace(folder)
    workspace.create()
    return workspace


def main() -> int:
    """Crash as often as asked and say what was lost."""
    arguments = argparse.ArgumentParser(description="Look for acknowledged rows that a crash took away.")
    arguments.add_argument("--kills", type=int, default=500, help="how many times to kill -9 a writer")
    arguments.add_argument("--cuts", type=int, default=100, help="how many times to cut the power")
    asked = arguments.parse_args()
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="interview-tui-crash-") as folder:
        if asked.kills:
            tally = kills(asked.kills, Path(folder) / "kills")
            print(f"kill -9: {tally}")
            faults += tally.faults
        if asked.cuts and (reason := why_not()):
            print(f"power cuts: skipped, because {reason}")
        elif asked.cuts:
            tally = power_cuts(asked.cuts, Path(folder))
            print(f"power cuts on ext4: {tally}")
            faults += tally.faults
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
