"""The program's entry: `interview-tui`, or `python -m interview_tui`."""

from __future__ import annotations

import sys

from interview_tui.boot import FirstFrame


def main() -> None:
    """Run the command line and leave with its exit code; a screen's outline is painted before anything."""
    arguments = sys.argv[1:]
    frame = FirstFrame.for_command(arguments)
    try:
        from interview_tui.cli import run

        code = run(arguments, frame)
    finally:
        frame.restore()
    sys.exit(code)


if __name__ == "__main__":
    main()
