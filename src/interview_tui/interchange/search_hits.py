"""What a search found, for programs and for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, is_barred
from interview_tui.domain.search import Hit
from interview_tui.domain.text import clock, fold, visible

_INDENT = "    "
_BARE = "(a mark without words)"
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit for programs; null stands for no note, no tag and no phase."""
    return {
        "session": hit.session,
        "participant": hit.participant,
        "note": hit.note or None,
        "at_ms": hit.at_ms,
        "tag": hit.tags[0] if hit.tags else None,
        "phase": hit.phase or None,
        "text": hit.text,
        "score": hit.score,
    }


def hit_line(hit: Hit) -> str:
    """A hit on one line, for other programs."""
    return visible(f"{_facts(hit)}  {hit.text or _BARE}")


def hit_lines(hit: Hit, width: int, *, styled: bool) -> Iterator[str]:
    """A hit on a terminal of so many columns: where it stands, and its text below with the hits marked."""
    facts = visible(_facts(hit))
    yield f"{_DIM}{facts}{_PLAIN}" if styled else facts
    text = visible(hit.text) or _BARE
    at = 0
    for line in fold(text.split(" "), max(20, width - len(_INDENT))):
        at = text.index(line, at)
        yield _INDENT + (_marked(line, at, hit) if styled else line)
        at += len(line)


def _facts(hit: Hit) -> str:
    what = ", ".join(hit.tags) if hit.kind == "note" else f"{hit.kind}, {hit.about}"
    facts = [hit.session, hit.participant or "–", clock(hit.at_ms), what or "no tag", hit.phase]
    if is_barred(word_for_word=hit.word_for_word, may_be_quoted=hit.may_be_quoted):
        facts.append(NOT_TO_BE_QUOTED)
    return "  ".join(filter(None, facts))


def _marked(line: str, at: int, hit: Hit) -> str:
    """A part of the text that begins at `at`, with its hits in bold."""
    parts, done = [], 0
    for start, end in hit.marks:
        start, end = max(start - at, done), min(end - at, len(line))
        if start < end:
            parts += [line[done:start], _BOLD, line[start:end], _PLAIN]
            done = end
    return "".join([*parts, line[done:]])
