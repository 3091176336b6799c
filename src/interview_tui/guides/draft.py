"""The text that a new guide begins with: a template under a new title, or what was pasted, written anew."""

from __future__ import annotations

import re
from dataclasses import replace

from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value
from interview_tui.guides.decode import GuideError
from interview_tui.guides.pasted import is_native, read_pasted
from interview_tui.guides.reader import read_guide
from interview_tui.guides.write import quoted_value, write_guide

_FENCE = re.compile(r"-{3,}\s*")
_TITLE = re.compile(r"title\s*:", re.IGNORECASE)


@value(kw_only=True)
class Draft:
    """A new guide's text; `taken` is what a foreign text was taken for, None for a text kept as it was."""

    source: str
    taken: Guide | None = None


def drafted(text: str, title: str) -> Draft:
    """The text as a guide file with this title; raises GuideError if no question is found in it."""
    try:
        guide = read_guide(text)
    except GuideError:
        guide = None
    if guide is not None and is_native(text, guide):
        return Draft(source=_retitled(text, guide, title))
    taken = read_pasted(text, name=title).guide
    return Draft(source=write_guide(replace(taken, title=title)), taken=taken)


def _retitled(text: str, guide: Guide, title: str) -> str:
    """A guide file's text with another title, all else as it was; written anew if a heading is the title."""
    lines = text.splitlines()
    told = f"title: {quoted_value(title)}"
    end = _front_matter_end(lines)
    if end:
        kept = [line for line in lines[1:end] if not _TITLE.match(line)]
        lines = [lines[0], told, *kept, *lines[end:]]
    else:
        lines = ["---", told, "---", *lines]
    source = "\n".join(lines) + "\n"
    return source if read_guide(source).title == title else write_guide(replace(guide, title=title))


def _front_matter_end(lines: list[str]) -> int:
    """Where the front matter closes, 0 if there is none."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return 0
    return next((at for at, line in enumerate(lines) if at and _FENCE.fullmatch(line)), 0)
