"""A Guide written in the native form of its file, so that reading it gives the same guide again.

The reader goes by how people word things. So the writer reads what it wrote, and where a line would be taken
for something else it says in so many words what the line is: `<!-- is: probe -->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal

from interview_tui.domain.guide import Guide, GuideItem, Phase
from interview_tui.domain.values import value
from interview_tui.guides.carried import Carried
from interview_tui.guides.decode import GuideError
from interview_tui.guides.inline import plain_text
from interview_tui.guides.reader import read_guide

_ROUNDS = 3
"""Saying what one line is can change how those behind it are taken."""

_FIELDS = ("title", "objective", "hypothesis", "success_metric")
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {mark: f"&#{ord(mark)};" for mark in "*_`[\\~"}
)
_MARKS_A_BLOCK = re.compile(
    r"[-*+•–—▪◦○●·‣➢➤□☐☑✓✔#>|<]|\[[ xX]?\]|(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]\s", re.IGNORECASE
)
_COMMENT_MARK = re.compile(r"<!--|-->")
_PLAIN_VALUE = re.compile(r"[^\W_](?:(?!: | #)[^\"'])*")
_SENTENCE_ENDS = (".", "?", "!", ":", ";")
_NOTHING = Carried()

Style = Literal["", "heading", "list", "hidden", "prose", "quote", "aside"]


@value
class _Line:
    """A line of the file; `kind` is what it must be read as, empty for one that only lays out."""

    text: str
    kind: str = ""
    style: Style = ""


def write_guide(guide: Guide, carried: Carried = _NOTHING) -> str:
    """The text of a guide file; minutes that were assumed are left out if they would be assumed again.

    What is carried over goes by the guide's line numbers. Raises GuideError for a guide without a question,
    which could not be read again.
    """
    untimed = _text(guide, carried, assumed_minutes=False)
    if [phase.minutes for phase in read_guide(untimed).phases] == [phase.minutes for phase in guide.phases]:
        return untimed
    return _text(guide, carried, assumed_minutes=True)


def _text(guide: Guide, carried: Carried, *, assumed_minutes: bool) -> str:
    """The file, with the kind said on every line that would be misread without."""
    lines = [*_front_matter(guide, carried)]
    for phase in guide.phases:
        lines.extend(_phase(phase, carried, timed=assumed_minutes or not phase.minutes_assumed))
    text, said = "", set[int]()
    for _ in range(_ROUNDS):
        text = "".join(_told(line, say=at in said) for at, line in enumerate(lines))
        misread = _misread(text, lines) - said
        if not misread:
            break
        said |= misread
    return text


def _told(line: _Line, *, say: bool) -> str:
    return f"{line.text} <!-- is: {line.kind} -->\n" if say else f"{line.text}\n"


def _misread(text: str, lines: Sequence[_Line]) -> set[int]:
    """Which lines, counted from 0, are taken for something else than they are."""
    try:
        phases = read_guide(text).phases
    except GuideError:
        phases = ()
    taken: dict[int, str] = {item.line - 1: item.kind for phase in phases for item in phase.items}
    taken |= {phase.line - 1: "phase" for phase in phases}
    return {
        at
        for at, line in enumerate(lines)
        if line.kind and line.style != "hidden" and taken.get(at) != line.kind
    }


def _front_matter(guide: Guide, carried: Carried) -> Iterator[_Line]:
    yield _Line("---")
    for name in _FIELDS:
        if told := getattr(guide, name):
            yield _Line(f"{name}: {quoted_value(told)}")
    yield from map(_Line, carried.front.values())
    yield _Line("---")


def quoted_value(text: str) -> str:
    """A value of the front matter, in quotes where YAML would take it for something else."""
    if _PLAIN_VALUE.fullmatch(text):
        return text
    quote = "'" if '"' in text else '"'
    return f"{quote}{text}{quote}"


def _phase(phase: Phase, carried: Carried, *, timed: bool) -> Iterator[_Line]:
    minutes = f" ({round(phase.minutes, 1):g} min)" if timed else ""
    yield _Line("")
    yield _Line(f"## {escaped(phase.title)}{minutes}", "phase", "heading")
    before, level = _Line("", style="heading"), 0
    items = [item for item in phase.items if item.kind != "note" or item.line not in carried.front]
    for at, item in enumerate(items):
        hidden = item.line in carried.comments
        line, level = _item(item, level, probed=level > 0 and _probes_follow(items, at), hidden=hidden)
        line = _waived(line, carried.waived.get(item.line, frozenset()))
        if _stands_apart(before, line):
            yield _Line("")
        yield line
        before = line


def _waived(line: _Line, rules: frozenset[str]) -> _Line:
    """The line of something asked, with the rules that its author waived for it."""
    if not rules or line.style != "list":
        return line
    return _Line(f"{line.text} <!-- ok: {', '.join(sorted(rules))} -->", line.kind, line.style)


def _probes_follow(items: Sequence[GuideItem], at: int) -> bool:
    """Whether probes of the question above still come after this item."""
    below = (items[place] for place in range(at + 1, len(items)))
    rest = takewhile(lambda item: item.kind != "question", below)
    return any(item.kind == "probe" for item in rest)


def _stands_apart(before: _Line, line: _Line) -> bool:
    """Whether a blank line goes between two: what is alike stays together, unless it would be joined."""
    if before.style == "heading" or {before.style, line.style} <= {"list", "hidden"}:
        return False
    together = before.style == line.style == "quote" and before.text.endswith(_SENTENCE_ENDS)
    return not together


def _item(item: GuideItem, level: int, *, probed: bool, hidden: bool) -> tuple[_Line, int]:
    """The line of an item, and how deep the next probe may be nested (0: no question is open).

    A note that was `hidden` in a comment, or that stands between probes, is a comment that parts nothing.
    """
    text = escaped(item.text)
    if item.kind in {"question", "probe"}:
        depth = 0 if item.kind == "question" else min(max(item.depth, 1), level)
        must = " !" if item.must_ask else ""
        return _Line(f"{'  ' * depth}- {text}{must}", item.kind, "list"), depth + 1
    if item.kind == "note" and (probed or hidden):
        return _Line(f"{'  ' * level}<!-- {text} -->", "note", "hidden"), level
    if item.kind == "note":
        return _Line(f"*{escaped(item.text, all_marks=True)}*", "note", "aside"), 0
    if probed:
        return _Line(f"{'  ' * level}{text}", item.kind, "prose"), level
    return _Line(f"> {text}", item.kind, "quote"), 0


def escaped(text: str, *, all_marks: bool = False) -> str:
    """The text so that the reader gives it back: entities for what it would take for Markdown."""
    if (all_marks and "*" in text) or plain_text(text) != text or _COMMENT_MARK.search(text):
        text = text.translate(_ENTITIES)
    if _MARKS_A_BLOCK.match(text):
        return f"&#{ord(text[0])};{text[1:]}"
    return text
