"""How well questions are judged: `python -m benchmarks.questions [FILE…]` prints labels and differences.

A FILE has the columns source, origin, question, labels and labelled_by, apart by tabs; the labels are what a
careful person found, apart by commas. The time is that of 500 questions, beside one pattern searched in them.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import Figure

from interview_tui.guides.check import check_question
from interview_tui.guides.check.labels import read_question

ROOT = Path(__file__).parent.parent
GUIDES = ROOT / "tests" / "data" / "questions" / "questions.tsv"
WRITTEN = ROOT / "benchmarks" / "data" / "questions-dev.tsv"

GOALS = {
    "open": 0.96,
    "closed": 0.95,
    "hypothetical": 0.92,
    "double-barrelled": 0.88,
    "leading": 0.8,
    "story": 0.8,
    "pitch": 0.7,
}
LABELS = (
    *("open", "closed", "closed-choice", "factual", "task-instruction", "indirect-open", "story"),
    *("leading", "pitch", "hypothetical", "double-barrelled", "jargon", "conventional-opener-closer"),
)
PROBLEM = 0.93
TIMED = 500
FLOOR = re.compile(r"\b(?:would|could|should|do you|is it|are you)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question with the labels that a person gave it."""

    question: str
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many questions bear a label, how many were given it, and how many rightly."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """How many of those found are right."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """How many of the right ones were found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


def read_labelled(path: Path) -> list[Labelled]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Labelled(row["question"], frozenset(row["labels"].split(","))) for row in rows]


def judged(questions: Iterable[Labelled]) -> list[frozenset[str]]:
    return [frozenset(check_question(labelled.question).labels) for labelled in questions]


def has_problem(labels: frozenset[str]) -> bool:
    closed = "closed" in labels and "conventional-opener-closer" not in labels
    return closed or not labels.isdisjoint({"double-barrelled", "hypothetical", "leading", "pitch"})


def score(gold: Sequence[bool], found: Sequence[bool]) -> Score:
    right = sum(both[0] and both[1] for both in zip(gold, found, strict=True))
    return Score(sum(gold), sum(found), right)


def scores(questions: Sequence[Labelled], found: Sequence[frozenset[str]]) -> dict[str, Score]:
    """The score of each label, and of "any problem"."""
    result = {
        label: score([label in one.labels for one in questions], [label in labels for labels in found])
        for label in LABELS
    }
    problems = [has_problem(one.labels) for one in questions]
    return result | {"any problem": score(problems, [has_problem(labels) for labels in found])}


def seconds(questions: Sequence[str], rounds: int = 5) -> tuple[float, float]:
    """The best of some rounds over 500 questions, of the check and of the floor, in seconds."""
    sample = [questions[at % len(questions)] for at in range(TIMED)]
    checks, floors = [], []
    for _ in range(rounds):
        read_question.cache_clear()
        begun = time.perf_counter()
        for question in sample:
            check_question(question)
        checked = time.perf_counter()
        for question in sample:
            FLOOR.search(question)
        floors.append(time.perf_counter() - checked)
        checks.append(checked - begun)
    return min(checks), min(floors)


def figures() -> Iterator[Figure]:
    """The rows of the table: the goals on both sets, and the time."""
    asked: list[str] = []
    for name, path in (("of guides", GUIDES), ("as written and said", WRITTEN)):
        questions = read_labelled(path)
        asked += [labelled.question for labelled in questions]
        found = scores(questions, judged(questions))
        for label, goal in GOALS.items():
            yield _share(f"questions {name}: {label}, F1", found[label].f1, goal)
        problem = found["any problem"]
        yield _share(f"questions {name}: any problem, precision", problem.precision, PROBLEM)
        yield _share(f"questions {name}: any problem, recall", problem.recall, PROBLEM)
    check, floor = seconds(asked)
    yield Figure(what="500 questions checked", figure=check * 1000, goal=300.0)
    yield Figure(
        what="the same; floor: one pattern searched", figure=check * 1000, floor=floor * 1000, digits=2
    )


def _share(what: str, figure: float, goal: float) -> Figure:
    return Figure(what=what, figure=figure, unit="", goal=goal, goal_is="at least", digits=3)


def main(paths: Sequence[Path]) -> None:
    for path in paths:
        questions = read_labelled(path)
        found = judged(questions)
        print(f"\n{path.name}: {len(questions)} questions\n")
        for one, labels in zip(questions, found, strict=True):
            if one.labels != labels:
                missed, extra = ", ".join(sorted(one.labels - labels)), ", ".join(sorted(labels - one.labels))
                print(f"{one.question}\n    missed: {missed or '–'}   wrongly: {extra or '–'}")
        print(f"\n{'label':<28} {'number':>6} {'prec.':>6} {'recall':>6} {'F1':>6}")
        for label, result in scores(questions, found).items():
            told = f"{result.precision:6.3f} {result.recall:6.3f} {result.f1:6.3f}"
            print(f"{label:<28} {result.gold:6} {told}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [GUIDES, WRITTEN])
