"""A guide file under another title: only the title's own words change, all else stays letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_tui.domain.guide import Guide
from interview_tui.guides.decode import GuideError
from interview_tui.guides.reader import read_guide, title_line
from interview_tui.guides.write import escaped, quoted_value

_FENCE = re.compile(r"-{3,}\s*")
_TITLE = re.compile(r"title\s*:", re.IGNORECASE)
_HEADING_MARK = re.compile(r"\s{0,3}(?:>\s?)*(?:#{1,6}\s*|\*\*|__)?")
_COMMENT = "<!--"

Said = list[tuple[str, float, list[tuple[str, str, bool]]]]


def retitled(text: str, guide: Guide, title: str) -> str | None:
    """The text with another title; None where no such text would be read as the same guide."""
    return next(
        (made for made in _candidates(text, guide, title) if _reads_as(made, guide, title)),
        None,
    )


def _candidates(text: str, guide: Guide, title: str) -> Iterator[str]:
    """The texts to try; a title that said how long the interview is leaves its minutes behind."""
    lines = text.splitlines(keepends=True)
    at = title_line(text) - 1
    if at < 0:
        yield _with_front_title(lines, title)
        return
    headed = [*lines[:at], _with_heading(lines[at], title), *lines[at + 1 :]]
    if _front_title(lines):
        headed = _with_front_title(headed, title).splitlines(keepends=True)
    yield "".join(headed)
    yield _with_front_line(headed, f"duration: {guide.minutes_total:g} min")
    yield _with_front_title([*lines[:at], *lines[at + 1 :]], title)


def _with_heading(line: str, title: str) -> str:
    """A heading's line with other words between its marks, and with the comments behind them."""
    body = line.rstrip("\r\n")
    mark = _HEADING_MARK.match(body)
    before = mark.group() if mark else ""
    comment = body.find(_COMMENT)
    behind = f" {body[comment:]}" if comment >= 0 else ""
    closing = next((bold for bold in ("**", "__") if before.endswith(bold)), "")
    return f"{before}{escaped(title)}{closing}{behind}{line[len(body) :]}"


def _with_front_title(lines: list[str], title: str) -> str:
    """The text with this title in its front matter, which is begun if there is none."""
    told = f"title: {quoted_value(title)}"
    old = _front_title(lines)
    if not old:
        return _with_front_line(lines, told)
    end = _ending(lines[old.start])
    return "".join([*lines[: old.start], told + end, *lines[old.stop :]])


def _with_front_line(lines: list[str], told: str) -> str:
    """The text with one more line at the top of its front matter."""
    end = _ending(lines[0])
    front = _front_matter(lines)
    if front:
        return "".join([*lines[: front.start + 1], told + end, *lines[front.start + 1 :]])
    return "".join([f"---{end}", told + end, f"---{end}", *lines])


def _ending(line: str) -> str:
    """How a line breaks off, so that a file keeps to one way."""
    return line[len(line.rstrip("\r\n")) :] or "\n"


def _front_title(lines: list[str]) -> range:
    """The lines of the front matter's title with those that go on with it; empty if there is none."""
    front = _front_matter(lines)
    start = next((at for at in front if _TITLE.match(lines[at])), None)
    if start is None:
        return range(0)
    stop = start + 1
    while stop in front and lines[stop][:1].isspace() and lines[stop].strip():
        stop += 1
    return range(start, stop)


def _front_matter(lines: list[str]) -> range:
    """The lines of the front matter from its first fence up to its last; empty if there is none."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[start].strip()):
        return range(0)
    end = next((at for at in range(start + 1, len(lines)) if _FENCE.fullmatch(lines[at].strip())), start)
    return range(start, end)


def _reads_as(text: str, guide: Guide, title: str) -> bool:
    """Whether a text is the same guide under this title."""
    try:
        read = read_guide(text)
    except GuideError:
        return False
    return read.title == title and _said(read) == _said(guide)


def _said(guide: Guide) -> Said:
    """All that a guide says to the participant; notes may speak of the title."""
    return [
        (
            phase.title,
            phase.minutes,
            [(item.kind, item.text, item.must_ask) for item in phase.items if item.kind != "note"],
        )
        for phase in guide.phases
    ]
