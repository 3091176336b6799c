"""How quickly and how surely notes are kept, and how well guides are read, as rows of the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.power import why_not
from benchmarks.table import Figure

from benchmarks import crash, guides, store
from interview_tui.guides.decode import decode_guide
from interview_tui.guides.reader import read_guide


def durable_notes(folder: Path, *, quick: bool = False) -> Iterator[Figure]:
    """A durable note at several lengths of session, against one bare append and sync."""
    for length in store.LENGTHS:
        place = folder / f"store-{length}"
        place.mkdir()
        found = store.measure(place, length, 200 if quick else store.ROUNDS)
        yield Figure(
            what=f"durable note, {length:,} notes in the session, p99",
            figure=found.note.p99,
            floor=found.floor.p99,
            goal=store.GOAL,
            digits=2,
        )


def crashes(folder: Path, *, quick: bool = False) -> Iterator[Figure]:
    """Rows that were told to be durable and are gone after kills and power cuts."""
    killed = crash.kills(20 if quick else 500, folder / "kills")
    yield _lost(killed, "kills (-9)")
    if not (quick or why_not()):
        (folder / "power").mkdir()
        yield _lost(crash.power_cuts(100, folder / "power"), "power cuts")


def _lost(tally: crash.Tally, how: str) -> Figure:
    what = f"rows lost over {tally.crashes} {how}, of {tally.acknowledged:,} durable"
    return Figure(what=what, figure=len(tally.faults), unit="", goal=0, digits=0)


def guides_read(folder: Path = guides.DEFAULT_FOLDER) -> Iterator[Figure]:
    """How much of real guides is understood as a careful person did."""
    total = guides.Score()
    for name, gold in guides.read_gold(folder / "GOLD.tsv").items():
        text = decode_guide((folder / name).read_bytes(), name=name)
        total += guides.score(read_guide(text, name=name), gold)
    for what, part, whole, goal in (
        ("questions and probes found", total.right, total.gold, 0.95),
        ("found ones that are right", total.right, total.found, 0.97),
        ("question or probe right", total.kind_right, total.right, 0.97),
        ("phases found", total.right_phases, total.gold_phases, 0.97),
        ("found phases that are right", total.right_phases, total.found_phases, 0.98),
        ("stated minutes right", total.minutes_right, total.right_phases, 1.0),
    ):
        yield Figure(
            what=f"guides: {what}, of {whole}",
            figure=part / whole,
            unit="",
            goal=goal,
            goal_is="at least",
            digits=3,
        )
