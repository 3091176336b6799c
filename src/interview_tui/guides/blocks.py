"""A guide's lines as blocks: headings, list items, prose, quotes and table cells, each with its line number.

A line-based reader of our own rather than a Markdown parser: what people write is not quite Markdown (probes
one space in, `*Tell me`, `##Intro`, one-line paragraphs from Word, phases as bold lines), and a conforming
parser would join or re-nest just the lines that matter here, and would cost more start-up time than the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from interview_tui.guides.inline import plain_text
from interview_tui.guides.kinds import QUESTION_PREFIX, TASK_PREFIX, Wording, label_of, wording
from interview_tui.guides.minutes import Stated, stated_minutes
from interview_tui.guides.tables import TableReader

Style = Literal["heading", "bullet", "number", "prose", "quote", "cell"]

BOLD_LEVEL = 7
"""The heading level of a bold line that stands for a heading: below all that Markdown knows."""

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:\s+|(?=[^\W\d_]))(?P<text>\S.*)")
_BULLET = re.compile(
    r"(?P<mark>[-*+•–—▪◦○●·‣➢➤])\s+(?P<ticked>\[[ xX]?\]\s+|[□☐☑✓✔]\s*)?(?=\S)|(?P<box>[□☐☑✓✔])\s*(?=\S)"
)
_BARE_STAR = re.compile(r"\*(?=[^\s*])(?=[^*]*$)")
_NUMBER = re.compile(r"(?:(?P<number>\d{1,3})[.)]|(?P<letter>[a-z]|[ivx]{2,4})[.)])\s+(?=\S)")
_RULE = re.compile(r"\s*([-*_=~])(?:\s*\1){2,}\s*")
_FENCE = re.compile(r"(?:`{3,}|~{3,}) ?[\w+-]*")
_SETEXT = re.compile(r"\s{0,3}(?:={2,}|-{2,})\s*")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_BOLD_LINE = re.compile(r"(?:\*\*|__)(?P<bold>[^*]+?)(?:\*\*|__)(?P<rest>[^*]{0,40})")
_ITALIC_LINE = re.compile(
    r"(?:\*(?![\s*])[^*]+\*|_(?![\s_])[^_]+_|\*{3}[^*]+\*{3}|[*_]{1,2}\[.*\][*_]{1,2})[.:]?"
)
_BRACKET_LINE = re.compile(r"\\?\[[^\[\]]*\][.:]?|\([^()]*\)[.:]?")
_LINE_TAG = re.compile(r"<li[^<>]*>\s*", re.IGNORECASE)
_HTML_HEADING = re.compile(r"\s*<h(?P<level>[1-6])[^<>]*>(?P<text>.*?)</h[1-6]>\s*", re.IGNORECASE)
_LENGTH_LINE = re.compile(r"(?:\w+ )?(?:duration|length|time|timing)\s*:", re.IGNORECASE)
_ENDS_IN_ADDRESS = re.compile(r"://\S+\s*$")
_SENTENCE_ENDS = (".", "?", "!", ":", ";", "。", "？", "！", "؟")
_CLOSING_MARKS = (")", "]", "”", '"', "*", "_", "|")
_ASIDES = frozenset({"script", "note", "consent"})
_NOTHING_SAID: Final[Mapping[int, str]] = MappingProxyType({})
_LONGEST_BOLD_HEADING = 80
_SHORTEST_WRAPPED = 55


@dataclass(slots=True)
class Block:
    """One line of a guide, with the lines wrapped below it; `line` counts from 1, `indent` in columns."""

    line: int
    style: Style
    raw: str
    indent: int = 0
    marker: str = ""
    level: int = 0
    gap: bool = True
    aside: bool = False
    box: bool = False
    role: str = ""
    text: str = ""
    wording: Wording = "plain"
    stated: Stated | None = None
    prefixed: bool = False
    said: str = ""
    wrapped: list[str] = field(default_factory=list)

    @property
    def is_item(self) -> bool:
        """Whether the block is an item of a list."""
        return self.style in {"bullet", "number"}


def read_blocks(
    lines: Sequence[str], first_line: int = 0, said: Mapping[int, str] = _NOTHING_SAID
) -> list[Block]:
    """The blocks of a guide's lines from `first_line` on; blank lines, rules and code fences are layout.

    `said` holds the kinds that the author gave to lines, counted from 1.
    """
    blocks: list[Block] = []
    table = TableReader()
    gap = True
    for at in range(first_line, len(lines)):
        line = lines[at].expandtabs(4)
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if blocks and not gap and _SETEXT.fullmatch(line) and _underlines(blocks[-1], at + 1):
            blocks[-1].style, blocks[-1].level = "heading", 1 if "=" in line else 2
            gap = True
        elif not line.strip() or _RULE.fullmatch(line) or _FENCE.fullmatch(line.strip()):
            table.end()
            gap = True
        elif table.takes(line, following):
            blocks.extend(
                Block(line=at + 1, style="cell", raw=cell.text, role=cell.role) for cell in table.cells(line)
            )
            gap = False
        else:
            table.end()
            block = _block(line, at + 1, gap)
            block.said = said.get(block.line, "")
            _add(blocks, block, gap)
            gap = blocks[-1].style == "heading"
    for block in blocks:
        _finish(block)
    _nest_second_marks(blocks)
    return blocks


def _nest_second_marks(blocks: Sequence[Block]) -> None:
    """Set items one column in whose mark is not the one their list began with: "* Role?", "- Since when?"."""
    first: dict[int, str] = {}
    for block in blocks:
        if block.gap or block.style == "heading":
            first.clear()
        if block.style == "bullet" and first.setdefault(block.indent, block.marker) != block.marker:
            block.indent += 1


def _underlines(block: Block, line: int) -> bool:
    """Whether a row of `=` or `-` at `line` makes a heading of the block above it."""
    return (
        block.style == "prose"
        and block.line == line - 1
        and block.gap
        and len(block.raw) <= _LONGEST_BOLD_HEADING
        and not block.raw.rstrip().endswith((".", "?", "!"))
    )


def _add(blocks: list[Block], block: Block, gap: bool) -> None:
    """Append a block, or join it to the one before whose sentence it continues."""
    alone = gap or block.said or block.style not in {"prose", "quote"}
    if blocks and not alone and _continues(blocks[-1], block):
        blocks[-1].wrapped.append(block.raw)
    else:
        blocks.append(block)


def _continues(before: Block, block: Block) -> bool:
    """Whether a line goes on with the one before: no end of sentence there, and wrapped or small here."""
    if before.style in {"heading", "cell"} or (block.style == "quote") != (before.style == "quote"):
        return False
    last = before.wrapped[-1] if before.wrapped else before.raw
    if (
        last.rstrip().endswith(_SENTENCE_ENDS)
        or ("://" in last and _ENDS_IN_ADDRESS.search(last))
        or _BOLD_LINE.fullmatch(block.raw)
        or _is_aside(block.raw)
    ):
        return False
    wrapped = len(last) >= _SHORTEST_WRAPPED and not last.rstrip().endswith(_CLOSING_MARKS)
    return wrapped or block.raw[:1].islower()


def _block(line: str, number: int, gap: bool) -> Block:
    """One line as a block of its own."""
    if "<" in line and (html := _HTML_HEADING.fullmatch(line)):
        return Block(number, "heading", html["text"], level=int(html["level"]))
    quote = _QUOTE.match(line) if ">" in line else None
    rest = line[quote.end() :] if quote else line
    heading = _HEADING.fullmatch(rest) if "#" in rest else None
    if heading and not (heading["marks"] == "#" and heading["text"][0].islower() and rest.lstrip()[1] != " "):
        return Block(number, "heading", _unclosed(heading["text"]), level=len(heading["marks"]))
    indent = len(rest) - len(rest.lstrip())
    body = _LINE_TAG.sub("- ", rest.strip(), count=1)
    block = Block(number, "quote" if quote else "prose", body, indent=indent, gap=gap)
    if mark := _BULLET.match(body):
        block.style, block.marker, block.raw = "bullet", body[0], body[mark.end() :]
        block.box = bool(mark["ticked"] or mark["box"])
    elif mark := _BARE_STAR.match(body):
        block.style, block.marker, block.raw = "bullet", body[0], body[mark.end() :]
    elif mark := _NUMBER.match(body):
        block.style = "number" if mark["number"] else "bullet"
        block.marker, block.raw = "1" if mark["number"] else "a", body[mark.end() :]
    if block.is_item and (heading := _HEADING.fullmatch(block.raw)):
        block.raw = heading["text"]
    return block


def _unclosed(text: str) -> str:
    """A heading's text without the closing row of `#`."""
    bare = text.rstrip().rstrip("#")
    return bare.rstrip() if bare.endswith(" ") else text.rstrip()


def _is_aside(raw: str) -> bool:
    return bool(_ITALIC_LINE.fullmatch(raw) or _BRACKET_LINE.fullmatch(raw))


def _finish(block: Block) -> None:
    """Fill in what is known once all lines of a block are there: plain text, minutes, wording."""
    raw = " ".join([block.raw, *block.wrapped]) if block.wrapped else block.raw
    block.aside = block.style != "heading" and _is_aside(raw.strip())
    block.text = plain_text(raw)
    if block.said == "phase" and block.style != "heading":
        block.style, block.level = "heading", BOLD_LEVEL
    elif block.style in {"prose", "quote"} and not block.wrapped and not block.said:
        _raise_to_heading(block, raw)
    if block.style == "heading":
        block.stated = stated_minutes(block.text)
    elif block.said not in _ASIDES and (prefix := QUESTION_PREFIX.match(block.text)):
        block.prefixed = prefix.end() < len(block.text)
        block.text = block.text[prefix.end() :] or block.text
    block.wording = _wording(block)


def _raise_to_heading(block: Block, raw: str) -> None:
    """Make a heading of a line that is all bold, or short and with its minutes, as in "Opening (5 min):"."""
    bold = _BOLD_LINE.fullmatch(raw.strip())
    text = block.text.rstrip(": ")
    if (
        block.aside
        or len(text) > _LONGEST_BOLD_HEADING
        or text.endswith((".", "?", "!", ","))
        or block.indent > 3
    ):
        return
    if QUESTION_PREFIX.match(text) or _LENGTH_LINE.match(text) or "?" in text:
        return
    timed = stated_minutes(text)
    as_bold = bold and (timed or (not bold["rest"].strip(" :") and not label_of(f"{text}:")))
    as_plain = (
        timed and timed.title != text and (text[-1:] in ")]" or text.isupper()) and len(text.split()) <= 10
    )
    if as_bold or as_plain:
        block.style, block.level, block.text = "heading", BOLD_LEVEL, text


def _wording(block: Block) -> Wording:
    if block.prefixed or _sets_task(block):
        return "asks"
    label = label_of(block.text, heading=True) if block.style == "heading" else None
    return label or wording(block.text, aside=block.aside)


def _sets_task(block: Block) -> bool:
    """Whether an item or heading such as "Task 2: Find the form." puts a task to the participant."""
    if not (block.is_item or (block.style == "heading" and block.text.endswith("."))):
        return False
    return bool(TASK_PREFIX.match(block.text)) and stated_minutes(block.text) is None
