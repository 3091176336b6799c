"""A guide's text from standard input: piped in, or pasted at a terminal."""

from __future__ import annotations

import sys

from interview_tui.guides.decode import MAX_GUIDE_BYTES, decode_guide

PIPED = "-"
"""What stands for standard input where a guide is named."""


def piped_guide() -> str:
    """The text that comes in; raises GuideError if it is none."""
    if sys.stdin.isatty():
        print("Paste the guide, then press Ctrl+D on an empty line:", file=sys.stderr)
    return decode_guide(sys.stdin.buffer.read(MAX_GUIDE_BYTES + 1), name="what was pasted")
