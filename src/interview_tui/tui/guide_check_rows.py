"""The guide preview's rows: every line with what it was taken as, and beside it what the check says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Literal, cast

from rich.cells import cell_len

from interview_tui.domain.guide import Guide, GuideItem
from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.guides.check import Finding, Report, Severity, summary_lines
from interview_tui.guides.check.advice import rules_of
from interview_tui.tui.rows import BLANK, Row, Span, clip, paragraph, row, width_of, wrap

_SIGNS: dict[Severity, tuple[str, str]] = {
    "error": ("✗", "bad strong"),
    "warning": ("!", "warn strong"),
    "hint": ("·", "dim"),
}
_KIND_WIDTH = 10
_NUMBER_WIDTH = 5
_NARROW = 58
_INKS = {"phase": "title", "question": "text", "probe": "text", "script": "script", "consent": "script"}
_PRAISE = "Asks for what really happened: people tell most there."
_ACCEPTED = "Closed, and fine: it opens or closes the talk."

LineKind = Literal["guide", "phase", "question", "probe", "script", "note", "consent"]


@value(kw_only=True)
class PreviewLine:
    """One line of the preview; `line` is its number in the file, 0 for the guide as a whole."""

    line: int
    kind: LineKind
    text: str
    name: str = ""
    depth: int = 0
    finding: Finding | None = None
    slips: tuple[str, ...] = ()

    @property
    def is_found(self) -> bool:
        """Whether the check has something to say about it, or its waiver waives nothing."""
        return bool(self.slips) or (self.finding is not None and self.finding.is_told)


@value
class Page:
    """The rows of all lines for one width, and where each line's begin and end."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def rows_of(self, place: int) -> range:
        """Which rows a line takes; the gap above a phase belongs to none."""
        return range(self.starts[place], self.ends[place])


def preview_lines(guide: Guide, report: Report) -> tuple[PreviewLine, ...]:
    """The guide as a whole, then its phases and items in order, each with its finding."""
    found = {(finding.line, finding.question): finding for finding in report.findings}
    lines = [PreviewLine(line=0, kind="guide", text=guide.title, name=_facts(guide))]
    number = 0
    for phase in guide.phases:
        assumed = ", assumed" if phase.minutes_assumed else ""
        minutes = f"{phase.minutes:g} min{assumed}"
        lines.append(PreviewLine(line=phase.line, kind="phase", text=phase.title, name=minutes))
        for item in phase.items:
            number += item.kind == "question"
            lines.append(_item_line(item, number, found.get((item.line, item.text))))
    slips: dict[int, tuple[str, ...]] = {}
    for slip in report.slips:
        slips[slip.line] = (*slips.get(slip.line, ()), slip.message)
    return tuple(replace(line, slips=slips.get(line.line, ())) for line in lines)


def _facts(guide: Guide) -> str:
    must = sum(question.must_ask for question in guide.questions)
    assumed = " (assumed)" if guide.assumed_minutes else ""
    return (
        f"{guide.minutes_total:g} min{assumed}, {_count(len(guide.questions), 'question')}, {must} must-ask"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _item_line(item: GuideItem, number: int, finding: Finding | None) -> PreviewLine:
    name = f"{number}." if item.kind == "question" else item.kind
    if item.must_ask:
        name = f"{name} must"
    depth = max(1, item.depth) if item.kind == "probe" else 0
    return PreviewLine(
        line=item.line, kind=item.kind, text=item.text, name=name, depth=depth, finding=finding
    )


def place_of(lines: Sequence[PreviewLine], kept: PreviewLine) -> int:
    """Where a line of the guide before stands now: the nearest with its words, else with its number."""
    same = [at for at, line in enumerate(lines) if (line.kind, line.text) == (kept.kind, kept.text)]
    candidates = same or range(len(lines))
    return min(candidates, key=lambda at: abs(lines[at].line - kept.line), default=0)


def next_finding(lines: Sequence[PreviewLine], place: int, step: Literal[1, -1]) -> int:
    """The next line after or before a place that the check has something to say about, around the end."""
    count = len(lines)
    order = ((place + step * far) % count for far in range(1, count + 1))
    return next((at for at in order if lines[at].is_found), place)


# -- the page ------------------------------------------------------------------------------


def page(lines: Sequence[PreviewLine], width: int) -> Page:
    """All lines as rows of a width."""
    rows: list[Row] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, line in enumerate(lines):
        if line.kind == "phase":
            rows.append(BLANK)
        starts.append(len(rows))
        rows += [Row(made.spans, f"line:{place}") for made in _line_rows(line, width)]
        ends.append(len(rows))
    return Page(tuple(rows), tuple(starts), tuple(ends))


def selected(made: Row, width: int) -> Row:
    """A row as it looks where the keys point."""
    fill: Span = (" " * max(0, width - width_of(made.spans)), "")
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in (*made.spans, fill)), made.action)


def _line_rows(line: PreviewLine, width: int) -> list[Row]:
    if line.kind == "guide":
        return [*paragraph(line.text, width, "strong"), Row(clip([(line.name, "dim")], width))]
    narrow = width < _NARROW
    head: list[Span] = [] if narrow else [(f"{line.line:>{_NUMBER_WIDTH - 1}} ", "faint")]
    if line.kind == "phase":
        return _phase_rows(line, head, width)
    head.append((f"{line.name:<{_KIND_WIDTH}}"[:_KIND_WIDTH], _name_ink(line)))
    head.append(("  " * line.depth, ""))
    rows = paragraph(line.text, width, _INKS.get(line.kind, "note"), first=head)
    return _marked(rows, line, width)


def _phase_rows(line: PreviewLine, head: Sequence[Span], width: int) -> list[Row]:
    """A phase's title, with its minutes at the right of the last row."""
    *rows, last = paragraph(line.text, width - 2 - cell_len(line.name), "title", first=head)
    gap = max(2, width - width_of(last.spans) - cell_len(line.name))
    return [*rows, Row((*last.spans, (" " * gap, ""), (line.name, "dim")))]


def _name_ink(line: PreviewLine) -> str:
    return "accent strong" if line.kind == "question" else "dim"


def _marked(rows: list[Row], line: PreviewLine, width: int) -> list[Row]:
    """The rows of a line with the check's mark at the right edge, below them where there is no room."""
    mark = mark_of(line)
    if mark is None:
        return rows
    last = rows[-1]
    gap = width - width_of(last.spans) - cell_len(mark[0])
    if gap < 2 and not line.is_found:
        return rows  # praise gives way
    if gap < 2:
        return [*rows, Row(((" " * max(0, width - cell_len(mark[0])), ""), mark))]
    return [*rows[:-1], Row((*last.spans, (" " * gap, ""), mark))]


def mark_of(line: PreviewLine) -> Span | None:
    """The check's mark of a line: a sign and the rule's name; None where there is nothing to say."""
    finding = line.finding
    if line.slips and not (finding and finding.is_told):
        return ("! waiver", "warn strong")
    if finding is None:
        return None
    if finding.is_told and finding.severity is not None:
        sign, ink = _SIGNS[finding.severity]
        return (f"{sign} {_rule(finding)}", ink)
    if finding.waived:
        return (f"– {', '.join(finding.waived)}, meant so", "faint")
    return ("✓ story", "good") if "story" in finding.labels else None


def _rule(finding: Finding) -> str:
    """The rule that the message speaks of."""
    return next(rule for rule in rules_of(finding.labels) if rule not in finding.waived)


# -- beside the page -----------------------------------------------------------------------


def detail_rows(line: PreviewLine, report: Report, width: int, height: int) -> list[Row]:
    """What is to be said of the current line, and the guide's summary where there is room for it too."""
    if line.kind == "guide":
        return _cut(_summary(report, width), height)
    head, said, suggested = _where(line, width), _said_rows(line, width), _suggested_rows(line, width)
    room = max(1, height - len(suggested) - 1)  # how to ask instead matters more than why
    rows = [head, *_cut(said, room), *suggested]
    below = [BLANK, BLANK, row(("The guide", "title")), *_summary(report, width)]
    return [*rows, *below] if len(rows) + len(below) <= height else _cut(rows, height)


def _cut(rows: list[Row], height: int) -> list[Row]:
    """As many rows as there is room for, the last of them with an ellipsis if more are left out."""
    if len(rows) <= height:
        return rows
    *kept, last = rows[:height]
    return [*kept, Row((*last.spans, (" …", "faint")))]


def _summary(report: Report, width: int) -> list[Row]:
    slips = (f"Line {slip.line}: {slip.message}" for slip in report.slips)
    told = (
        paragraph(words, width, "text", first=(("· ", "faint"),))
        for words in (*summary_lines(report.summary), *slips)
    )
    return list(chain.from_iterable(told))


def _where(line: PreviewLine, width: int) -> Row:
    mark = mark_of(line) or ("", "")
    return Row(clip([(f"Line {line.line}: {_taken_as(line)}", "dim"), ("  ", ""), mark], width))


def _said_rows(line: PreviewLine, width: int) -> list[Row]:
    rows = [paragraph(f"The waiver: {slip}", width, "warn") for slip in line.slips]
    said = paragraph(_said(line.finding), width, "text") if line.finding is not None else []
    return [*chain.from_iterable(rows), *said]


def _suggested_rows(line: PreviewLine, width: int) -> list[Row]:
    words = line.finding.suggestion if line.finding is not None else ""
    return paragraph(words, width, "accent") if words else []


def _taken_as(line: PreviewLine) -> str:
    if line.kind == "phase":
        return f"a phase, {line.name}"
    return f"question {line.name.replace('.', '')}" if line.kind == "question" else f"taken as {line.name}"


def _said(finding: Finding) -> str:
    if finding.message:
        return finding.message
    if "conventional-opener-closer" in finding.labels and "closed" in finding.labels:
        return _ACCEPTED
    return _PRAISE if "story" in finding.labels else f"Fine: {', '.join(finding.labels).replace('-', ' ')}."


def problem_rows(sentence: str, width: int, height: int) -> list[Row]:
    """Why the file as it is now cannot be shown; where there is little room, what to do about it stays."""
    if not sentence:
        return []
    words = f"{visible(sentence)} Until then this is the last version that could be read."
    lines = wrap(words, max(2, width - 4))
    rows = [row(("! " if not at else "  ", "warn strong"), (line, "warn")) for at, line in enumerate(lines)]
    return _cut(rows, height)


def verdict_span(report: Report) -> Span:
    """What the check says of the whole guide, in a sign and two words."""
    summary = report.summary
    for severity, count in (("error", summary.errors), ("warning", summary.warnings)):
        if count:
            sign, ink = _SIGNS[cast("Severity", severity)]
            return (f"{sign} {_count(count, severity)}", ink)
    return ("✓ no warnings", "good")
