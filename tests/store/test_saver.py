from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from tests.store.support import a_header, a_note

from interview_tui.store.errors import SessionBusy, StoreError
from interview_tui.store.reserve import Reserve
from interview_tui.store.saver import Saver, SaveStatus

Row = tuple[str, int, Mapping[str, Any] | None]
SOON = 10.0
BLINK = 0.01


class FakeKeeper:
    """A disk in memory, on which the test's thread can keep the saver waiting."""

    def __init__(self) -> None:
        self.batches: list[list[Row]] = []
        self.refuse: OSError | None = None
        self.closed = False
        self.snapshots = 0
        self.snapshot_due = False
        self.gate = threading.Event()
        self.gate.set()
        self.asked = threading.Event()

    def append(self, rows: Sequence[Row]) -> None:
        self.asked.set()
        assert self.gate.wait(SOON)
        if self.refuse is not None:
            raise self.refuse
        self.batches.append(list(rows))

    def snapshot(self) -> None:
        self.snapshot_due = False
        self.snapshots += 1

    def close(self) -> None:
        self.closed = True

    @property
    def rows(self) -> list[Row]:
        return [row for batch in self.batches for row in batch]


class FakeReserve(Reserve):
    """Room in memory; giving it up lets the keeper work again."""

    def __init__(self, on_free: Callable[[], None]) -> None:
        self.held = False
        self._on_free = on_free

    def hold(self) -> None:
        self.held = True

    def free(self) -> bool:
        self._on_free()
        return True


@pytest.fixture
def keeper() -> FakeKeeper:
    return FakeKeeper()


@contextmanager
def saving(keeper: FakeKeeper, **options: Any) -> Iterator[Saver]:
    saver = Saver(lambda: keeper, retry_s=BLINK, **options)
    try:
        yield saver
    finally:
        keeper.gate.set()
        saver.close(SOON, drop=True)


def test_rows_are_durable_in_the_order_they_were_put(keeper: FakeKeeper) -> None:
    with saving(keeper) as saver:
        assert [saver.put("events", number, {"n": number}) for number in range(1, 6)] == [1, 2, 3, 4, 5]
        assert saver.flush(SOON)
        assert saver.durable == saver.queued == 5
        assert saver.status() == SaveStatus("saved")
    assert keeper.rows == [("events", number, {"n": number}) for number in range(1, 6)]
    assert keeper.closed


def test_events_and_headers_become_rows_in_the_background(keeper: FakeKeeper) -> None:
    with saving(keeper) as saver:
        saver.put("meta", 1, a_header())
        saver.put("events", 1, a_note(1))
        assert saver.flush(SOON)
    (_, _, meta), (_, _, event) = keeper.rows
    assert meta is not None
    assert meta["guide"]["phases"][0]["items"][0]["text"] == "Tell me about yourself."
    assert event is not None
    assert event["kind"] == "note_added"


def test_what_waits_is_saved_in_one_batch_with_the_newest_draft(keeper: FakeKeeper) -> None:
    keeper.gate.clear()
    with saving(keeper) as saver:
        saver.put("events", 1, {})
        assert keeper.asked.wait(SOON)
        for text in ("t", "th", "the"):
            saver.put("drafts", 1, {"text": text})
        assert saver.status() == SaveStatus("saving", 4)
        keeper.gate.set()
        assert saver.flush(SOON)
        assert saver.durable == 4
    assert keeper.batches[1:] == [[("drafts", 1, {"text": "the"})]]


def test_a_note_stays_before_the_clearing_of_its_draft(keeper: FakeKeeper) -> None:
    keeper.gate.clear()
    with saving(keeper) as saver:
        saver.put("events", 1, {})
        assert keeper.asked.wait(SOON)
        saver.put("drafts", 1, {"text": "the"})
        saver.put("events", 2, {"text": "the"})
        saver.put("drafts", 1, None)
        keeper.gate.set()
        assert saver.flush(SOON)
    assert keeper.batches[1] == [("events", 2, {"text": "the"}), ("drafts", 1, None)]


def test_a_draft_that_the_screen_goes_on_changing_is_saved_as_it_was_put(keeper: FakeKeeper) -> None:
    keeper.gate.clear()
    with saving(keeper) as saver:
        draft = {"text": "a"}
        saver.put("drafts", 1, draft)
        draft["text"] = "b"
        keeper.gate.set()
        assert saver.flush(SOON)
    assert keeper.rows == [("drafts", 1, {"text": "a"})]


def test_a_disk_that_refuses_is_told_in_words_and_tried_again(keeper: FakeKeeper) -> None:
    keeper.refuse = OSError(errno.EROFS, "Read-only file system")
    told = threading.Event()
    with saving(keeper, on_change=told.set) as saver:
        saver.put("events", 1, {})
        assert told.wait(SOON)
        assert saver.status() == SaveStatus("failed", 1, "the folder is read-only")
        assert not saver.flush(BLINK)
        keeper.refuse = None
        assert saver.flush(SOON)
        assert saver.status() == SaveStatus("saved")
    assert keeper.rows == [("events", 1, {})]


def test_closing_on_a_full_disk_gives_up_only_when_told_to(keeper: FakeKeeper) -> None:
    keeper.refuse = OSError(errno.ENOSPC, "No space left on device")
    with saving(keeper) as saver:
        saver.put("events", 1, {})
        assert not saver.close(BLINK)
        assert not keeper.closed
        saver.put("events", 2, {})
        assert saver.status() == SaveStatus("failed", 2, "the disk is full")
        assert not saver.close(drop=True)
    assert keeper.closed
    assert keeper.rows == []


def test_closing_waits_out_a_disk_that_comes_back(keeper: FakeKeeper) -> None:
    keeper.refuse = OSError(errno.EIO, "Input/output error")
    asked = 0

    def come_back() -> None:
        nonlocal asked
        asked += 1
        if asked == 3:
            keeper.refuse = None

    with saving(keeper, on_change=come_back) as saver:
        saver.put("events", 1, {})
        assert saver.close()
    assert keeper.rows == [("events", 1, {})]
    assert asked >= 3


def test_dropping_still_saves_what_the_disk_takes(keeper: FakeKeeper) -> None:
    keeper.gate.clear()
    with saving(keeper) as saver:
        for number in range(3):
            saver.put("events", number, {})
        keeper.gate.set()
        assert saver.close(drop=True)
    assert len(keeper.rows) == 3


def test_the_first_full_disk_is_helped_by_the_reserve_and_told(keeper: FakeKeeper) -> None:
    def make_room() -> None:
        keeper.refuse = None

    with saving(keeper, reserve=FakeReserve(make_room)) as saver:
        saver.put("events", 1, {})
        assert saver.flush(SOON)
        keeper.refuse = OSError(errno.ENOSPC, "No space left on device")
        saver.put("events", 2, {})
        assert saver.flush(SOON)
        assert saver.status() == SaveStatus("saved", 0, "the disk is almost full")
        keeper.refuse = OSError(errno.ENOSPC, "No space left on device")
        saver.put("events", 3, {})
        assert not saver.flush(BLINK)


def test_a_merge_that_fails_leaves_the_rows_saved(keeper: FakeKeeper) -> None:
    told = threading.Event()

    def refuse() -> None:
        keeper.snapshot_due = False
        told.set()
        raise OSError(errno.ENOSPC, "No space left on device")

    keeper.snapshot = refuse  # type: ignore[method-assign]
    keeper.snapshot_due = True
    with saving(keeper) as saver:
        saver.put("events", 1, {})
        assert told.wait(SOON)
        assert saver.flush(SOON)
        assert saver.status().state == "saved"
        saver.put("events", 2, {})
        assert saver.flush(SOON)


def test_an_opening_that_fails_for_good_is_told_and_nothing_hangs() -> None:
    def busy() -> FakeKeeper:
        raise SessionBusy("It is open elsewhere; close it there.")

    told = threading.Event()
    saver = Saver(busy, on_change=told.set)
    saver.put("events", 1, {})
    assert told.wait(SOON)
    assert isinstance(saver.failure, SessionBusy)
    assert saver.status() == SaveStatus("failed", 1, "It is open elsewhere; close it there.")
    assert not saver.flush()
    assert not saver.close()


def test_an_opening_on_a_full_disk_is_tried_again(keeper: FakeKeeper) -> None:
    tries = 0

    def open_keeper() -> FakeKeeper:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return keeper

    saver = Saver(open_keeper, retry_s=BLINK)
    saver.put("events", 1, {})
    assert saver.close(SOON)
    assert keeper.rows == [("events", 1, {})]


def test_a_fault_in_the_program_is_told_instead_of_waited_for(keeper: FakeKeeper) -> None:
    def fail(rows: Sequence[Row]) -> None:
        raise ZeroDivisionError

    keeper.append = fail  # type: ignore[method-assign]
    with saving(keeper) as saver:
        saver.put("events", 1, {})
        assert not saver.flush(SOON)
        assert "fault in the program" in saver.status().reason
    assert keeper.closed


def test_a_screen_that_is_gone_does_not_stop_the_saving(keeper: FakeKeeper) -> None:
    def gone() -> None:
        raise RuntimeError("the app is not running")

    with saving(keeper, on_change=gone) as saver:
        for number in range(3):
            saver.put("events", number, {})
            assert saver.flush(SOON)
    assert len(keeper.rows) == 3


def test_a_change_is_told_with_no_lock_held(keeper: FakeKeeper) -> None:
    seen: list[SaveStatus] = []
    with saving(keeper) as saver:

        def ask_from_another_thread() -> None:
            asking = threading.Thread(target=lambda: seen.append(saver.status()))
            asking.start()
            asking.join(SOON)

        saver.on_change = ask_from_another_thread
        saver.put("events", 1, {})
        assert saver.flush(SOON)
    assert seen == [SaveStatus("saved")]


def test_a_closed_session_takes_no_more(keeper: FakeKeeper) -> None:
    with saving(keeper) as saver:
        assert saver.close()
        with pytest.raises(StoreError, match="closed"):
            saver.put("events", 1, {})


def test_many_threads_may_put(keeper: FakeKeeper) -> None:
    with saving(keeper) as saver:

        def put_some(start: int) -> None:
            for number in range(start, start + 200):
                saver.put("events", number, {"n": number})

        threads = [threading.Thread(target=put_some, args=(start,)) for start in (0, 1000, 2000)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert saver.flush(SOON)
        assert saver.durable == 600
    assert sorted(doc_id for _, doc_id, _ in keeper.rows) == [
        *range(200),
        *range(1000, 1200),
        *range(2000, 2200),
    ]


def test_a_new_session_can_be_begun_before_the_database_is_imported() -> None:
    program = (
        "import sys, interview_tui.store.session_file, interview_tui.store.workspace\n"
        "print(*{'pydantic', 'pydantic_core', 'tinydb', 'filelock', 'textual'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert found.stdout.strip() == ""
