"""Whatever the disk refuses and whenever the program dies, the journal keeps what it said it kept."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_tui.store import disk
from interview_tui.store.journal import JournalStorage
from interview_tui.store.log_lines import Row, Tables, apply_row

documents = st.none() | st.builds(lambda text: {"text": text}, st.text("ab\n🙂", max_size=30))
rows = st.tuples(st.sampled_from(["events", "drafts"]), st.integers(1, 3), documents)
batches = st.lists(rows, min_size=1, max_size=4)
faulty_calls = st.sets(st.sampled_from(["write_at", "half", "sync_file", "cut", "replace_file"]), max_size=3)
Act = tuple[str, list[Row], set[str]]
acts: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("append"), batches, faulty_calls),
    st.tuples(st.just("snapshot"), st.just([]), faulty_calls),
    st.tuples(st.just("die"), st.just([]), st.just(set())),
)


def with_faults(patch: pytest.MonkeyPatch, faulty: set[str]) -> None:
    write_at = disk.write_at

    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "injected")

    def write_half(descriptor: int, data: bytes, offset: int) -> None:
        write_at(descriptor, data[: len(data) // 2], offset)
        refuse()

    for name in faulty - {"half"}:
        patch.setattr(disk, name, refuse)
    if "half" in faulty:
        patch.setattr(disk, "write_at", write_half)


def done(act: Callable[[], None], faulty: set[str]) -> bool:
    with pytest.MonkeyPatch.context() as patch:
        with_faults(patch, faulty)
        try:
            act()
        except OSError:
            return False
    return True


def documents_of(tables: Tables) -> Tables:
    return {name: table for name, table in tables.items() if table}


@settings(deadline=None, max_examples=60)
@given(st.lists(acts, max_size=12))
def test_after_any_faults_and_deaths_exactly_the_acknowledged_rows_are_there(acts: list[Act]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "session.json"
        storage = JournalStorage(path)
        model: Tables = {}
        settled = True
        for name, batch, faulty in acts:
            if name == "append" and done(partial(storage.append, batch), faulty):
                for row in batch:
                    apply_row(model, row)
                settled = True
            elif name == "append":
                settled = "cut" not in faulty  # what could not be cut may or may not be read again
            elif name == "snapshot":
                settled = done(storage.snapshot, faulty) or settled
            elif settled:
                storage.abandon()
                storage = JournalStorage(path)
            assert documents_of(storage.tables) == documents_of(model)
        storage.close()
        storage = JournalStorage(path)
        assert documents_of(storage.tables) == documents_of(model)
        storage.close()
