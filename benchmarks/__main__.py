"""Every figure in one table, each beside a floor measured in the same run: `python -m benchmarks`."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks.table import Figure, table

from benchmarks import commands, keeping, library, live, questions, similarity

RESULTS = Path(__file__).parent / "results"

Part = Callable[[Path, bool], Iterator[Figure]]

PARTS: dict[str, Part] = {
    "live": lambda folder, quick: live.measure(folder, quick=quick),
    "commands": lambda folder, quick: commands.measure(folder, quick=quick),
    "store": lambda folder, quick: keeping.durable_notes(folder, quick=quick),
    "library": lambda folder, quick: library.measure(folder / "library", quick=quick),
    "guides": lambda _folder, _quick: keeping.guides_read(),
    "questions": lambda _folder, _quick: questions.figures(),
    "similarity": lambda _folder, quick: similarity.figures(quick=quick),
    "crash": lambda folder, quick: keeping.crashes(folder, quick=quick),
}


def measured(names: list[str], *, quick: bool) -> Iterator[Figure]:
    """The figures of some parts; each is told on the way, since all of them take minutes."""
    for name in names:
        # Beside the sources and not among temporary files: those are often in memory, where syncing is free.
        RESULTS.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=RESULTS) as folder:
            print(f"measuring: {name}", file=sys.stderr)
            for figure in PARTS[name](Path(folder), quick):
                print("  " + "  ".join(figure.cells()), file=sys.stderr)
                yield figure


def machine() -> str:
    """What the figures were measured on, without its name."""
    return (
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"Textual {version('textual')}, pydantic {version('pydantic')}, TinyDB {version('tinydb')}"
    )


def main() -> None:
    """Print the table; a goal that is missed is a figure, not an error."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure interview-tui.")
    arguments.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    arguments.add_argument("--quick", action="store_true", help="few rounds: does it work, not how well")
    asked = arguments.parse_args()
    figures = list(measured(asked.parts or [*PARTS], quick=asked.quick))
    print(f"{machine()}\n\n{table(figures)}")


if __name__ == "__main__":
    main()
