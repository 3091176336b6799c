"""How an answer of the practice interview is written down, and how long it takes to say.

A line is a breath, an empty line a longer pause, `*…*` something that is seen and not said, and
`> note: …` a hint that leaves once a note was made (`floor` and `asked` likewise).
"""

from __future__ import annotations

import re
from typing import cast

from interview_tui.domain.rehearsal import Act, Hint, Phrase

CHARACTER_MS = 62
"""Unhurried speech: some 150 words a minute."""

BREATH_MS = 600
PAUSE_MS = 1_500
SEEN_MS = 2_000

_HINT = re.compile(r">\s*(asked|floor|note):\s*(.+)")
_SEEN = re.compile(r"\*(.+)\*")


def read_answer(text: str) -> tuple[tuple[Phrase, ...], tuple[Hint, ...], int]:
    """The phrases and hints of an answer, and its length in milliseconds; raises ValueError by the line."""
    phrases: list[Phrase] = []
    hints: list[Hint] = []
    at_ms = 0
    for line in text.strip().splitlines():
        if not line.strip():
            at_ms += PAUSE_MS
        elif line.startswith(">"):
            hints.append(_hint(line, at_ms))
        else:
            phrase = _phrase(line.strip(), at_ms)
            phrases.append(phrase)
            at_ms = phrase.end_ms + BREATH_MS
    if not phrases:
        raise ValueError("an answer needs at least one line that is said")
    return tuple(phrases), tuple(hints), phrases[-1].end_ms


def _hint(line: str, at_ms: int) -> Hint:
    found = _HINT.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"write {line!r} as `> note: …`, `> floor: …` or `> asked: …`")
    return Hint(text=found[2], at_ms=at_ms, until=cast("Act", found[1]))


def _phrase(line: str, at_ms: int) -> Phrase:
    seen = _SEEN.fullmatch(line)
    if seen is not None:
        return Phrase(text=seen[1], start_ms=at_ms, end_ms=at_ms + SEEN_MS, seen=True)
    return Phrase(text=line, start_ms=at_ms, end_ms=at_ms + len(line) * CHARACTER_MS)
