"""Odd locales, no colours, small terminals and disks that refuse."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal, run

pytestmark = pytest.mark.pty

LOCALES = (
    {"LC_ALL": "C", "LANG": ""},
    {"LC_ALL": "POSIX", "LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)


def texts(workspace: Path) -> list[str]:
    shown = run(workspace, "show", "last", "--json")
    assert shown.returncode == 0, shown.stderr
    return [note["text"] for note in json.loads(shown.stdout)["notes"]]


@pytest.mark.parametrize("changes", LOCALES, ids=["C", "POSIX without help"])
def test_an_odd_locale_loses_no_letter(workspace: Path, changes: dict[str, str]) -> None:
    with Terminal(workspace, "start", "--now", changes=changes) as terminal:
        terminal.wait_for("type a note")
        terminal.send("so “slow”, é 取り消し\r")
        terminal.look(0.3)
        terminal.wait_for("saved")
        terminal.send("/leave\r")
        assert terminal.wait_for_end() == 0
    assert texts(workspace) == ["so “slow”, é 取り消し"]
    for arguments in (["show", "last"], ["export", "last"], ["list"], ["guide", "list"], ["--help"]):
        told = run(workspace, *arguments, changes=changes)
        assert (told.returncode, "Traceback" in told.stderr) == (0, False)


def test_no_color_leaves_only_shades_of_grey(workspace: Path) -> None:
    with Terminal(workspace, "start", "--now", changes={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("type a note", "saved")
        colours = {
            colour
            for row in terminal.screen.buffer.values()
            for cell in row.values()
            for colour in (cell.fg, cell.bg)
        }
    assert [colour for colour in colours if not _is_grey(colour)] == []


def _is_grey(colour: str) -> bool:
    return (
        colour in ("default", "black", "white", "brightblack", "brightwhite")
        or len({colour[:2], colour[2:4], colour[4:]}) == 1
    )


@pytest.mark.parametrize("size", [(60, 20), (200, 60)], ids=str)
def test_the_screen_stands_at_both_ends_of_the_range(workspace: Path, size: tuple[int, int]) -> None:
    with Terminal(workspace, "start", "--now", size=size) as terminal:
        terminal.wait_for("type a note", "Get comfortable", "must-ask left", "saved")


LONG = "x" * 9_000
"""More than the last block of a file may have room for."""

# -- disks ---------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes, where this computer lets a test have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], capture_output=True, check=False
        )
        if hasattr(os, "geteuid") and os.geteuid() == 0
        else None
    )
    if mount is None or mount.returncode:
        pytest.skip("mounting a small disk is not permitted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def fill(folder: Path) -> Path:
    """Take all the room that is left on a disk."""
    filler = folder / "filler"
    with filler.open("ab", buffering=0) as file, suppress(OSError):
        while file.write(bytes(65_536)):
            pass
    with filler.open("ab", buffering=0) as file, suppress(OSError):
        while file.write(bytes(512)):
            pass
    return filler


def test_a_full_disk_is_told_in_words_and_freeing_space_saves_everything(small_disk: Path) -> None:
    workspace = small_disk / "workspace"
    with Terminal(workspace, "start", "--now", size=(140, 40)) as terminal:
        terminal.wait_for("type a note", "saved")
        terminal.send("before\r")
        terminal.look(0.3)
        terminal.wait_for("✓ saved")
        fill(small_disk)
        for number in range(3):
            terminal.send(f"\x1b[200~{LONG} note {number}\x1b[201~\r")
            terminal.wait_for(f"note {number}", "type a note")
            filler = fill(small_disk)
        terminal.wait_for("NOT SAVED: the disk is full")
        terminal.send("still typing\r")
        terminal.wait_for("still typing")
        filler.unlink()
        terminal.wait_for("✓ saved")
        terminal.wait_without("NOT SAVED")
        terminal.process.kill()
        terminal.wait_for_end()
    long_notes = [f"{LONG} note {number}" for number in range(3)]
    assert texts(workspace) == ["before", *long_notes, "still typing"]


def test_a_read_only_disk_is_told_in_words_and_nothing_is_lost(small_disk: Path) -> None:
    workspace = small_disk / "workspace"
    with Terminal(workspace, "start", "--now", size=(140, 40)) as terminal:
        terminal.wait_for("type a note", "saved")
        terminal.send("before\r")
        terminal.look(0.3)
        terminal.wait_for("✓ saved")
    writable = run(workspace, "list")
    assert writable.returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with Terminal(workspace, "resume", size=(200, 30)) as terminal:
        assert terminal.wait_for_end() == 2
        assert "the folder is read-only" in terminal.text
        assert "Traceback" not in terminal.text
        assert terminal.given_back
    assert texts(workspace) == ["before"]
