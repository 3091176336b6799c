"""How long notes take to be compared: `python -m benchmarks similarity`; and how good what is offered is.

The notes are made: 4 to 18 words drawn from 20,000 whose frequencies fall as in a language (Zipf), a
hundred notes an interview. What is offered is judged on notes that a person labelled
(`tests/domain/labelled_notes.py`).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, combinations
from typing import TypeVar

from benchmarks.table import Figure
from tests.domain.labelled_notes import LIBRARY, THEMES

from interview_tui.domain.library import LibraryNote
from interview_tui.domain.similarity import WordSimilarity
from interview_tui.domain.suggestions import suggest_groups, suggest_tags

Made = TypeVar("Made")

WORDS = 20_000
ASKED = 50


def made_notes(count: int) -> list[LibraryNote]:
    """So many notes, the same every time; nine of ten have one of twelve tags."""
    chance = random.Random(1)
    words = [f"w{number}" for number in range(WORDS)]
    weights = list(accumulate(1 / (number + 2.7) for number in range(WORDS)))
    return [
        LibraryNote(
            session=f"s{at // 100}",
            id=f"{at:026}",
            at_ms=at,
            text=" ".join(chance.choices(words, cum_weights=weights, k=chance.randint(4, 18))),
            participant=f"P{at // 100}",
            tags=(f"tag {at % 12}",) if at % 10 else (),
        )
        for at in range(count)
    ]


def figures(*, quick: bool) -> Iterator[Figure]:
    """Seconds for an index and for groups, milliseconds for one note; then how often a person agrees."""
    for count in (1_000,) if quick else (10_000, 100_000):
        notes = made_notes(count)
        took, similarity = _timed(lambda: WordSimilarity((note.key, note.text) for note in notes))  # noqa: B023
        small = count <= 10_000
        yield Figure(
            what=f"{count:,} notes made comparable", figure=took, unit="s", goal=2 if small else None
        )
        took, _ = _timed(lambda: suggest_groups(notes, similarity))  # noqa: B023
        what = "groups suggested among them" if small else "groups suggested among the newest 10,000"
        yield Figure(what=what, figure=took, unit="s", goal=15 if small else None)
        took, _ = _timed(lambda: [similarity.like(note.key) for note in notes[:ASKED]])  # noqa: B023
        yield Figure(what="notes like one, each", figure=took * 1000 / ASKED)
        tags = {note.key: note.tags for note in notes if note.tags}
        loose = [note.key for note in notes if not note.tags][:ASKED]
        took, _ = _timed(lambda: [suggest_tags(key, tags, similarity) for key in loose])  # noqa: B023
        yield Figure(what="tags for one, each", figure=took * 1000 / ASKED)
    yield from agreement()


def _timed(make: Callable[[], Made]) -> tuple[float, Made]:
    begun = time.perf_counter()
    made = make()
    return time.perf_counter() - begun, made


def agreement() -> Iterator[Figure]:
    """Of what is offered on the labelled notes, the share that a person put together too."""
    similarity = WordSimilarity((note.key, note.text) for note in LIBRARY.notes)
    groups = suggest_groups(LIBRARY.notes, similarity)
    pairs = [pair for group in groups for pair in combinations(group.notes, 2)]
    everything = list(combinations([note.key for note in LIBRARY.notes], 2))
    floor = sum(map(_same, everything)) / len(everything)
    yield _share(
        "labelled: pairs within groups of one theme; by chance", sum(map(_same, pairs)), len(pairs), floor
    )
    labelled = [note.key for note in LIBRARY.notes if THEMES[note.key]]
    first = sum(_same((key, like.key)) for key in labelled for like in similarity.like(key, 1))
    yield _share("labelled: the most alike is of the same theme; by chance", first, len(labelled), floor)
    tags = {note.key: note.tags for note in LIBRARY.notes}
    right = most = 0
    usual = {"challenge", "workaround", "quote"}
    for key, (tag, *_) in tags.items():
        others = {other: theirs for other, theirs in tags.items() if other != key}
        right += tag in [offer.tag for offer in suggest_tags(key, others, similarity)]
        most += tag in usual
    yield _share(
        "labelled: a note's tag is among three; the most frequent", right, len(tags), most / len(tags)
    )


def _same(pair: tuple[str, str]) -> bool:
    one, other = pair
    return THEMES[one] == THEMES[other] != ""


def _share(what: str, part: int, whole: int, floor: float) -> Figure:
    return Figure(what=what, figure=part / max(1, whole), unit="", floor=floor, digits=2)
