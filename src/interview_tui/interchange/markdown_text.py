"""Typed text inside a Markdown file, escaped so that every reader shows it exactly as typed.

Beside CommonMark's own marks this covers what common extensions read: tables, strikethrough, maths,
footnotes, attributes, emoji names and typographic replacements.
"""

from __future__ import annotations

import re

from interview_tui.domain.text import visible

_MARKS = re.compile(
    r"[\\`*_{}\[\]<>#&|~$^]|[-=+,]{2,}|\.{2,}|[?!]{4,}|:(?=[\w+-]+:)|\((?=(?:c|r|p|tm)\))", re.IGNORECASE
)
_AT_START = re.compile(r"([-+=:]|\d{1,9}[.)])")


def escape(text: str, indent: str = "") -> str:
    """The text as Markdown inline content; a new line is a hard break followed by `indent`."""
    lines = [_line(line) for line in re.split(r"\r\n|\n", text)]
    return f"\\\n{indent}".join(lines)


def escape_line(text: str) -> str:
    """The text on one line, for headings and labels: a new line is shown as a sign."""
    return _line(visible(text))


def _line(line: str) -> str:
    """One line: edges kept by character references, marks behind backslashes."""
    shown = visible(line)
    body = shown.strip()
    if not body:
        return "".join(map(_reference, shown)) or _reference(" ")
    start = shown.index(body)
    before, after = shown[:start], shown[start + len(body) :]
    return "".join(map(_reference, before)) + _escaped(body) + "".join(map(_reference, after))


def _escaped(body: str) -> str:
    marked = _MARKS.sub(_behind_backslashes, body)
    if at_start := _AT_START.match(marked):
        mark = at_start[1]
        return f"{mark[:-1]}\\{mark[-1]}{marked[len(mark) :]}"
    return marked


def _behind_backslashes(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found.group())


def _reference(character: str) -> str:
    return f"&#{ord(character)};"
