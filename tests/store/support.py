"""Values that many tests of the store need."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from interview_tui.domain.codebook import Tag
from interview_tui.domain.events import NoteAdded
from interview_tui.domain.guide import Guide, GuideItem, Phase
from interview_tui.domain.header import SessionHeader
from interview_tui.store import disk
from interview_tui.store.workspace import Workspace

GUIDE = Guide(
    title="Clinic scheduling, round 2",
    objective="Learn how clinics fill a cancelled slot",
    phases=(
        Phase(
            title="Get comfortable",
            minutes=5.0,
            line=1,
            items=(
                GuideItem(kind="question", text="Tell me about yourself.", line=2, must_ask=True),
                GuideItem(kind="probe", text="Why?", line=3, depth=1),
            ),
        ),
    ),
)


def a_header(session_id: str = "2026-11-21-2210-x7k2", *, practice: bool = True) -> SessionHeader:
    return SessionHeader(
        id=session_id,
        created_utc="2026-11-21T22:10:00+00:00",
        app_version="0.1.0",
        guide=GUIDE,
        guide_source="## Get comfortable (5 min)\n- Tell me about yourself. !\n",
        guide_name="clinics.md",
        codebook=(Tag(key="p", name="pain", colour="red"),),
        practice=practice,
    )


def a_note(number: int, text: str = "they keep a paper list") -> NoteAdded:
    return NoteAdded(
        id=f"01J{number:023d}", device="laptop", counter=number, at_ms=number * 1000, author="ada", text=text
    )


def a_workspace(folder: Path) -> Workspace:
    workspace = Workspace(folder)
    workspace.create()
    return workspace


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Faults:
    """Makes the disk refuse, by the name of the function that asks it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._real = {name: getattr(disk, name) for name in ("write_at", "sync_file", "cut", "replace_file")}

    def start(self, name: str, error: int = errno.ENOSPC, *, after_bytes: int = 0) -> None:
        def refuse(*args: object) -> None:
            if name == "write_at" and after_bytes:
                descriptor, data, offset = args
                assert isinstance(data, bytes)
                self._real["write_at"](descriptor, data[:after_bytes], offset)
            raise OSError(error, "injected")

        self._monkeypatch.setattr(disk, name, refuse)

    def stop(self, *names: str) -> None:
        for name in names or self._real:
            self._monkeypatch.setattr(disk, name, self._real[name])
