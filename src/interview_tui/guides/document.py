"""A document's plain text as Markdown, line by line: what a word processor loses when it is copied from.

Headings come without their size and lists with whatever glyph the program draws, so both are found again by
how they are worded and where they stand. No line is added or removed: line numbers stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interview_tui.guides.kinds import FIRST_PERSON, asks, label_of, opens_or_closes, wording
from interview_tui.guides.minutes import stated_minutes

_MARKDOWN_HEADING = re.compile(r" {0,3}#{1,6}\s+\S|\s{0,3}(?:={3,}|-{3,})\s*$|\s*(?:\*\*|__)\S")
_GLYPH = re.compile(
    "(?P<glyph>[•●∙·\uf0b7\uf0d8◆❖➢➤►▶▸⁃‣–—*+-]|[○◦\uf06f]|[▪■□\uf0a7§])\\s+(?=\\S)|(?P<letter>o)(?:\t|\\s{2,})(?=\\S)"
)
_SECOND_LEVEL = frozenset("○◦\uf06fo")
_THIRD_LEVEL = frozenset("▪■□\uf0a7§")
_BRACKETED = re.compile(r"\((?P<mark>\d{1,3}|[a-z])\)\s+(?=\S)", re.IGNORECASE)
_DOTTED = re.compile(r"(?P<path>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=\S)")
_NUMBERED = re.compile(r"(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+(?=\S)")
_SECTION = re.compile(
    r"(?:section|part|phase|block|topic|theme|module|chapter|stage)\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b(?:total|length|duration|takes?|timing|date|version)\b", re.IGNORECASE)
_GREETING = re.compile(r"(?:hi|hello|hey|dear)\b", re.IGNORECASE)
_LONGEST_HEADING_WORDS = 8
_FEWEST_INDENTED = 3
_LONGEST_TITLE_WORDS = 14


@dataclass(slots=True)
class _Line:
    """One line: its text without the number that may stand before it, and whether it opens a phase."""

    text: str
    indent: int
    number: str = ""
    glyph: str = ""
    gap: bool = True

    @property
    def is_heading_like(self) -> bool:
        """Whether the words could be a heading's: short, no sentence, nothing asked and nothing announced."""
        text = self.text
        stated = stated_minutes(text)
        bare = (stated.title if stated else text).rstrip(":")
        return (
            bool(text)
            and not self.glyph
            and self.indent <= 3
            and 0 < len(bare.split()) <= _LONGEST_HEADING_WORDS
            and (text[0].isupper() or text[0].isdigit() or not text[0].isascii())
            and not text.endswith((".", "!", ",", ";"))
            and (":" not in bare or bool(_SECTION.match(bare)))
            and not asks(text)
            and not _LENGTH.search(bare)
            and not _GREETING.match(bare)
            and not FIRST_PERSON.search(bare)
            and label_of(text) is None
            and (stated is not None or wording(text) == "plain")
        )

    @property
    def is_surely_heading(self) -> bool:
        """Whether a heading's words also say so: minutes, "Section 2", or capitals throughout."""
        if not self.is_heading_like:
            return False
        letters = [letter for letter in self.text if letter.isalpha()]
        capitals = len(letters) > 2 and all(map(str.isupper, letters))
        return stated_minutes(self.text) is not None or bool(_SECTION.match(self.text)) or capitals


def as_markdown(lines: Sequence[str]) -> list[str]:
    """The lines with their lists and headings as Markdown; the headings stay if the text has such already."""
    levels = _Levels(lines)
    parsed = [_parse(line) for line in lines]
    for at, line in enumerate(parsed):
        line.gap = at == 0 or not lines[at - 1].strip()
    found = dict[int, str]() if any(map(_MARKDOWN_HEADING.match, lines)) else _headings(parsed)
    return [
        found[at] if at in found else levels.as_item(raw, line)
        for at, (raw, line) in enumerate(zip(lines, parsed, strict=True))
    ]


def _parse(raw: str) -> _Line:
    line = raw.expandtabs(4)
    body = line.strip()
    indent = len(line) - len(line.lstrip())
    if mark := _GLYPH.match(raw.strip()):
        return _Line(body, indent, glyph=mark["glyph"] or mark["letter"])
    if mark := _DOTTED.match(body):
        return _Line(body[mark.end() :], indent, mark["path"])
    if mark := _NUMBERED.match(body):
        return _Line(body[mark.end() :], indent, mark["number"])
    return _Line(body, indent)


class _Levels:
    """How deep items stand: by their glyphs where no glyph is indented, by their tabs where there is none."""

    def __init__(self, lines: Sequence[str]) -> None:
        marked = [line for line in lines if _GLYPH.match(line.strip())]
        self._flat = not any(line[:1].isspace() for line in marked)
        depths = [_depth(line.strip()[0]) for line in marked]
        self._top = min(depths, default=0)
        indented = [line for line in lines if line.startswith("\t") and line.strip()]
        self._outline = not marked and len(indented) >= _FEWEST_INDENTED

    def as_item(self, raw: str, line: _Line) -> str:
        """A line with the mark that Markdown has for it."""
        body = raw.strip()
        if line.glyph:
            mark = _GLYPH.match(body)
            assert mark is not None, "only a mark makes a glyph"
            depth = _depth(line.glyph) - self._top if self._flat else 0
            return f"{' ' * (line.indent + 2 * depth)}- {body[mark.end() :]}"
        if self._outline and line.indent and not line.number:
            return f"{' ' * line.indent}- {body}"
        if mark := _BRACKETED.match(body):
            return f"{' ' * line.indent}{mark['mark'].lower()}) {body[mark.end() :]}"
        if mark := _DOTTED.match(body):
            return f"{' ' * line.indent}1. {body[mark.end() :]}"
        return raw


def _depth(glyph: str) -> int:
    return 1 if glyph in _SECOND_LEVEL else 2 if glyph in _THIRD_LEVEL else 0


def _headings(lines: Sequence[_Line]) -> dict[int, str]:
    """The lines that are headings, as Markdown, by their place."""
    filled = [at for at, line in enumerate(lines) if line.text]
    sure = {
        at for at in filled if lines[at].is_surely_heading and (not lines[at].number or _opens(lines, at))
    }
    numbered = [at for at in filled if lines[at].number and lines[at].is_heading_like and _opens(lines, at)]
    if len(numbered) > 1:
        sure |= set(numbered)
    likely = [
        at
        for at in filled
        if at not in sure and lines[at].is_heading_like and not lines[at].number and _stands_apart(lines, at)
    ]
    chosen = {*sure, *(at for at in likely if not sure or opens_or_closes(lines[at].text))}
    found = {at: f"## {lines[at].text}" for at in chosen}
    title = filled[0] if filled else 0
    if filled and _is_title(lines, title, chosen):
        found[title] = f"# {lines[title].text}"
    return found


def _following(lines: Sequence[_Line], at: int) -> _Line | None:
    """The next line with text below the one at a place."""
    return next((lines[below] for below in range(at + 1, len(lines)) if lines[below].text), None)


def _opens(lines: Sequence[_Line], at: int) -> bool:
    """Whether something else than the next of the same list follows a numbered line."""
    following = _following(lines, at)
    if following is None:
        return False
    return not (following.number and following.is_heading_like and following.indent == lines[at].indent)


def _stands_apart(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line begins something: after a gap or an item, and with more of its own below."""
    before = lines[at - 1] if at else None
    following = _following(lines, at)
    begins = (
        before is None
        or lines[at].gap
        or before.indent > lines[at].indent
        or bool(before.glyph or before.number)
    )
    return begins and following is not None and not following.is_heading_like


def _is_title(lines: Sequence[_Line], at: int, headings: set[int]) -> bool:
    """Whether the first line names the whole: no minutes, nothing asked, and headings further down."""
    line = lines[at]
    if line.glyph or line.number or asks(line.text) or line.text.endswith((".", "!", ",", ";", ":")):
        return False
    if stated_minutes(line.text) is not None and at in headings:
        return False
    following = min((place for place in headings if place > at), default=None)
    if following is None or len(line.text.split()) > _LONGEST_TITLE_WORDS:
        return False
    between = [other for other in lines[at + 1 : following] if other.text]
    return not opens_or_closes(line.text) and not any(asks(other.text) for other in between)
