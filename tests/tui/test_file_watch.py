"""Telling when a file was saved, whichever way it is saved and whether or not the system gives notice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from interview_tui.tui import file_watch
from interview_tui.tui.file_watch import FileWatch, stamp_of

PATIENCE_S = 10.0


def _no_notices(*_: object, **__: object) -> AsyncIterator[Any]:
    raise OSError("too many watches")


@pytest.fixture(params=["notices", "looking"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Only the system's notices, or only looking at the file."""
    if request.param == "notices":
        monkeypatch.setattr(file_watch, "LOOK_S", 10 * PATIENCE_S)
    else:
        monkeypatch.setattr(file_watch, "LOOK_S", 0.02)
        monkeypatch.setattr(watchfiles, "awatch", _no_notices)
    return request.param  # type: ignore[no-any-return]


@asynccontextmanager
async def watched(path: Path) -> AsyncIterator[Callable[[], Any]]:
    """A watch on a file; what is yielded waits for the next time that it was saved."""
    saved: asyncio.Queue[bool] = asyncio.Queue()
    watch = asyncio.create_task(FileWatch(path, lambda: saved.put_nowait(True), stamp_of(path)).run())
    await asyncio.sleep(0.3)  # the system's watch begins in a thread of its own
    try:
        yield lambda: asyncio.wait_for(saved.get(), PATIENCE_S)
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "guide.md"
    path.write_text("- One?\n")
    return path


@pytest.mark.usefixtures("way")
async def test_saving_in_place_is_told(guide: Path) -> None:
    async with watched(guide) as saved:
        guide.write_text("- One, and two?\n")
        assert await saved()


@pytest.mark.usefixtures("way")
async def test_a_new_file_in_the_place_of_the_old_is_told_each_time(guide: Path) -> None:
    async with watched(guide) as saved:
        for text in ("- Two?\n", "- Three?\n"):
            draft = guide.with_name(".guide.md.swp")
            draft.write_text(text)
            draft.replace(guide)
            assert await saved()


@pytest.mark.usefixtures("way")
async def test_a_file_that_goes_and_comes_back_is_told(guide: Path) -> None:
    async with watched(guide) as saved:
        guide.unlink()
        assert await saved()
        guide.write_text("- Back?\n")
        assert await saved()


async def test_what_was_saved_before_the_watch_began_is_told_too(guide: Path) -> None:
    told: list[bool] = []
    watch = asyncio.create_task(FileWatch(guide, lambda: told.append(True), None).run())
    await asyncio.sleep(0.05)
    watch.cancel()
    with suppress(asyncio.CancelledError):
        await watch
    assert told == [True]


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "nothing.md") is None
