"""How well the reader understands real guides: `python -m benchmarks.guides [FOLDER]`.

FOLDER holds guides and a GOLD.tsv that says line by line what they contain (file, line, label, minutes,
text); consent and housekeeping questions (label C) count neither way.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from interview_tui.domain.guide import Guide
from interview_tui.guides.decode import decode_guide
from interview_tui.guides.reader import read_guide

DEFAULT_FOLDER = Path(__file__).parent.parent / "tests" / "data" / "guides"
ASKED = {"question": "Q", "probe": "P"}


@dataclass(slots=True)
class Gold:
    """What a careful person found in one guide, by line."""

    asked: dict[int, str] = field(default_factory=dict)
    phases: dict[int, float | None] = field(default_factory=dict)
    neutral: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Score:
    """Counts for one guide, or the sum over many."""

    gold: int = 0
    found: int = 0
    right: int = 0
    kind_right: int = 0
    gold_phases: int = 0
    found_phases: int = 0
    right_phases: int = 0
    minutes_right: int = 0
    misses: list[str] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for name in (
            "gold",
            "found",
            "right",
            "kind_right",
            "gold_phases",
            "found_phases",
            "right_phases",
            "minutes_right",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


def read_gold(path: Path) -> dict[str, Gold]:
    found: dict[str, Gold] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            gold, line = found.setdefault(row["file"], Gold()), int(row["line"])
            if row["label"] in {"Q", "P"}:
                gold.asked[line] = row["label"]
            elif row["label"] == "PHASE":
                gold.phases[line] = float(row["minutes"]) if row["minutes"] else None
            elif row["label"] == "C":
                gold.neutral.add(line)
    return found


def score(guide: Guide, gold: Gold) -> Score:
    items = [item for phase in guide.phases for item in phase.items]
    found = {
        item.line: ASKED[item.kind] for item in items if item.kind in ASKED and item.line not in gold.neutral
    }
    phases = {phase.line: None if phase.minutes_assumed else phase.minutes for phase in guide.phases}
    both, both_phases = found.keys() & gold.asked.keys(), phases.keys() & gold.phases.keys()
    texts = {item.line: f"{item.kind}: {item.text[:90]}" for item in items}
    texts |= {phase.line: f"phase: {phase.title}" for phase in guide.phases}
    wrong_minutes = [line for line in both_phases if phases[line] != gold.phases[line]]
    misses = [
        *_told("missed", gold.asked.keys() - found.keys(), texts),
        *_told("not asked", found.keys() - gold.asked.keys(), texts),
        *_told("other kind", [line for line in both if found[line] != gold.asked[line]], texts),
        *_told("missed phase", gold.phases.keys() - phases.keys(), texts),
        *_told("no phase", phases.keys() - gold.phases.keys(), texts),
        *_told("minutes", wrong_minutes, texts),
    ]
    return Score(
        gold=len(gold.asked),
        found=len(found),
        right=len(both),
        kind_right=sum(found[line] == gold.asked[line] for line in both),
        gold_phases=len(gold.phases),
        found_phases=len(phases),
        right_phases=len(both_phases),
        minutes_right=len(both_phases) - len(wrong_minutes),
        misses=misses,
    )


def _told(what: str, lines: Iterable[int], texts: dict[int, str]) -> list[str]:
    return [f"{what} at line {line}: {texts.get(line, '')}" for line in sorted(lines)]


def ratio(part: int, whole: int) -> str:
    return f"{part / whole:6.3f}" if whole else "     –"


def row(name: str, result: Score) -> str:
    figures = (
        ratio(result.right, result.gold),
        ratio(result.right, result.found),
        ratio(result.kind_right, result.right),
        ratio(result.right_phases, result.gold_phases),
        ratio(result.right_phases, result.found_phases),
        ratio(result.minutes_right, result.right_phases),
    )
    return f"{name[-48:]:<48} {result.gold:5} " + " ".join(figures)


def main(folder: Path = DEFAULT_FOLDER) -> None:
    print(f"{'guide':<48} {'asked':>5} recall  prec.    q/p recall  prec.   min.   (last three: phases)")
    total = Score()
    for name, gold in sorted(read_gold(folder / "GOLD.tsv").items()):
        text = decode_guide((folder / name).read_bytes(), name=name)
        result = score(read_guide(text, name=name), gold)
        total += result
        print(row(name, result), *result.misses, sep="\n    ")
    print(row("all", total))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
