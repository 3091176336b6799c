"""Changes as the study's record keeps them: any order of its events tells the same."""

from __future__ import annotations

import random
from itertools import count

import pytest

from interview_tui.domain.change_record import (
    KIND,
    KeptChange,
    beginning,
    changes_of,
    going,
    interrupted,
    last_done,
    settled,
    unfinished,
)
from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.study_record import Change, StudyPen, StudyRecord


@pytest.fixture
def pen() -> StudyPen:
    numbers = count(1)
    return StudyPen(
        StudyRecord(), device="d", author="ada", now_ms=lambda: 0, new_id=lambda: f"{next(numbers):026d}"
    )


def begin(pen: StudyPen, name: str, **more: object) -> KeptChange:
    kept = KeptChange(id=f"{KIND}:{name}", label=f"rename {name}", **more)  # type: ignore[arg-type]
    pen.write("begin", beginning(kept))
    return kept


def labels(changes: list[KeptChange]) -> list[str]:
    return [change.label for change in changes]


@pytest.mark.parametrize(
    "kept",
    [
        KeptChange(id="change:a", label="rename", move=Move("a", "b"), before="x\r\n", after=""),
        KeptChange(id="change:a", label="nest", before=None, after="y"),
        KeptChange(id="change:a", label="merge", move=Move("a", "b")),
    ],
)
def test_a_change_reads_back_as_it_was_kept(pen: StudyPen, kept: KeptChange) -> None:
    pen.write("begin", beginning(kept))
    assert changes_of(pen.record) == [kept]
    assert kept.device == "change-a"


def test_a_change_that_did_not_come_to_its_end_is_interrupted(pen: StudyPen) -> None:
    kept = begin(pen, "z")
    assert interrupted(changes_of(pen.record)) == kept
    pen.write("end", settled(kept.id, ()))
    assert interrupted(changes_of(pen.record)) is None
    pen.write("undo", going(kept.id, done=False))
    assert interrupted(changes_of(pen.record)) is not None


def test_the_last_one_that_stands_is_undone_whatever_its_name(pen: StudyPen) -> None:
    for name in ("z", "a", "m"):
        pen.write("end", settled(begin(pen, name).id, ()))
    assert labels(changes_of(pen.record)) == ["rename z", "rename a", "rename m"]
    for expected in ("rename m", "rename a", "rename z"):
        last = last_done(changes_of(pen.record))
        assert last is not None
        assert last.label == expected
        pen.write("undo", [*going(last.id, done=False), *settled(last.id, ())])
    assert last_done(changes_of(pen.record)) is None


def test_sessions_that_were_left_out_wait_until_there_are_none(pen: StudyPen) -> None:
    kept = begin(pen, "z")
    pen.write("end", settled(kept.id, ("s 1", "s2")))
    (waiting,) = unfinished(changes_of(pen.record))
    assert waiting.left == ("s 1", "s2")
    pen.write("end", settled(kept.id, ()))
    assert unfinished(changes_of(pen.record)) == []


def test_what_others_keep_in_the_record_is_no_change(pen: StudyPen) -> None:
    pen.write("theme", [Change("theme:1", "label", "x")])
    assert changes_of(pen.record) == []


def test_the_order_in_which_events_arrive_does_not_matter(pen: StudyPen) -> None:
    for name in ("z", "a"):
        kept = begin(pen, name, move=Move("x", name))
        pen.write("end", settled(kept.id, (name,)))
    events = pen.record.events
    random.Random(1).shuffle(events)
    assert changes_of(StudyRecord(events)) == changes_of(pen.record)  # type: ignore[arg-type]
