"""The lines between two `---` at the top of a guide: what the study wants to learn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_FENCE = re.compile(r"-{3,}\s*")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)\s*:(?:\s+(?P<value>.*)|\s*)")
_KNOWN = ("title", "objective", "hypothesis", "success_metric")
_TOTAL_KEYS = ("duration", "length", "minutes", "time")


@dataclass(slots=True)
class FrontMatter:
    """What the front matter said; `rest` are its lines that say something else, `end` the lines it took."""

    values: dict[str, str] = field(default_factory=dict)
    total: str = ""
    rest: list[tuple[int, str]] = field(default_factory=list)
    end: int = 0


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """Read the `key: value` lines at the top; whatever is not understood is kept as a note."""
    start = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    found = FrontMatter()
    if start == len(lines) or not _FENCE.fullmatch(lines[start].strip()):
        return found
    end, closed = _end(lines, start + 1)
    key = ""
    for at in range(start + 1, end):
        line = lines[at]
        pair = _PAIR.fullmatch(line.strip())
        if key and line[:1].isspace() and line.strip():
            found.values[key] = f"{found.values[key]} {line.strip()}".strip()
            continue
        key = _take(found, pair, at + 1, line) if closed else ""
        if not closed and line.strip():
            found.rest.append((at + 1, line.strip()))
    found.end = end + 1 if closed else end
    return found


def _end(lines: Sequence[str], start: int) -> tuple[int, bool]:
    """Where the front matter ends, and whether it was closed; unclosed, it ends with its first other line."""
    for at in range(start, len(lines)):
        stripped = lines[at].strip()
        if _FENCE.fullmatch(stripped):
            return at, True
        if stripped.startswith("#") and " " in stripped:
            break
    for at in range(start, len(lines)):
        if not _PAIR.fullmatch(lines[at].strip()):
            return at, False
    return len(lines), False


def _take(found: FrontMatter, pair: re.Match[str] | None, number: int, line: str) -> str:
    """Keep one line, and return its key if later indented lines may go on with it."""
    if pair is not None:
        key = re.sub(r"[\s-]+", "_", pair["key"].strip().lower())
        value = _unquoted((pair["value"] or "").strip())
        if key in _KNOWN and key not in found.values:
            found.values[key] = "" if value in {">", "|", ">-", "|-"} else value
            return key
        if key in _TOTAL_KEYS:
            found.total = value
    if line.strip():
        found.rest.append((number, line.strip()))
    return ""


def _unquoted(value: str) -> str:
    """A value without the quotes around it."""
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
