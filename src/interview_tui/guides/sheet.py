"""Rows of a spreadsheet or a CSV file as a guide: what each column holds, by its head or its cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from interview_tui.domain.guide import Guide, GuideItem, ItemKind, Phase
from interview_tui.domain.values import value
from interview_tui.guides.budget import propose_minutes
from interview_tui.guides.kinds import asks, is_consent_text, is_sentence
from interview_tui.guides.minutes import stated_minutes

Role = Literal["section", "question", "probe", "note", "script", "minutes", "must", "number", ""]

_HEAD_PATTERNS: dict[Role, str] = {
    "number": r"#|n[or]\.?|id|order|q#|number",
    "must": r".*\b(?:must|priority|required|mandatory)\b.*",
    "minutes": r".*\b(?:time|timing|mins?|minutes?|duration|length)\b.*",
    "probe": r".*\b(?:prob\w*|follow[- ]?ups?|prompts?|dig deeper)\b.*",
    "script": r".*\b(?:script|say|read out|intro text)\b.*",
    "note": r".*\b(?:notes?|purpose|goals?|objectives?|rationale|why|listen|learn\w*|hypothes[ie]s|insights?"
    r"|answers?|responses?|comments?|remarks?|looking for|type|kind|owner|status)\b.*",
    "question": r".*\b(?:questions?|ask|items?)\b.*",
    "section": r".*\b(?:sections?|phases?|topics?|themes?|parts?|category|areas?|blocks?|stage|group)\b.*",
}
_HEADS = {role: re.compile(pattern, re.IGNORECASE) for role, pattern in _HEAD_PATTERNS.items()}
"""Tried in this order: "Follow-up questions" are probes, "Notes on the question" are notes."""

_LIST_MARK = re.compile(
    r"(?:[-*+•–—▪◦○●·‣]|\(?\d{1,3}[.):]|\(?[a-z][.)])\s+|q\d{0,3}\s*[:.)]\s*", re.IGNORECASE
)
_MARK_ALONE = re.compile(r"\W{0,3}|o|§|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]?", re.IGNORECASE)
_NEXT_QUESTION = re.compile(r"(?<=[?？؟])\s+(?=[\W_]?[A-Z])")
_YES = re.compile(
    r"(?:x|y|yes|true|1|p[01]|high|must(?:[ -](?:ask|have))?|required|key|[✓✔☑!*]+)", re.IGNORECASE
)
_NO = re.compile(r"(?:n|no|false|0|low|-|–|none|optional)", re.IGNORECASE)
_FIGURE = re.compile(r"[~≈]?(\d{1,3}(?:[.,]\d)?)")
_TIME = re.compile(r"(?P<first>\d{1,2}):(?P<second>\d\d)(?::00)?")
_SENTENCE_ENDS = (".", "?", "!", ":", ";", "。", "？", "؟")
_HEAD_WORDS = 5
_HEAD_ROWS = 4
_SECTION_WORDS = 8
_LONGEST_CELL_LINES = 40


@value
class SheetRow:
    """One row: the line of the text that it begins in, counted from 1, and its cells."""

    line: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that hold anything."""
        return tuple(cell for cell in self.cells if cell)


@dataclass(slots=True)
class _Part:
    """A section of the sheet on its way to become a phase."""

    title: str
    line: int
    minutes: float | None = None
    items: list[GuideItem] = field(default_factory=list)


def sheet_rows(text: str) -> list[SheetRow]:
    """The rows of a text that was copied from a spreadsheet or is CSV with heads; none for any other text."""
    if "\t" in text:
        rows = _parsed(text, "\t")
        inner = [
            row for row in rows if len([cell for cell in row.filled if not _MARK_ALONE.fullmatch(cell)]) > 1
        ]
        if len(inner) >= 2 and (len(inner) * 2 >= len(rows) or _head_at(rows) is not None):
            return rows
    if '"' in text and _is_column(rows := _parsed(text, "\t")):
        return rows
    for delimiter in ",;":
        if delimiter in text:
            rows = _parsed(text, delimiter)
            even = len({len(row.cells) for row in rows}) == 1
            if even and len(rows) > 1 and _head_at(rows) is not None:
                return rows
    return []


def _is_column(rows: Sequence[SheetRow]) -> bool:
    """Whether the rows are one column of questions, some of them in cells of several lines."""
    cells = [cell for row in rows for cell in row.cells]
    several = [cell.splitlines() for cell in cells if "\n" in cell]
    return (
        len(cells) == len(rows)
        and bool(several)
        and all(any(map(asks, lines)) for lines in several)
        and sum(map(asks, cells)) * 2 > len(cells)
    )


def _parsed(text: str, delimiter: str) -> list[SheetRow]:
    """The rows with their quoted cells undone; as they stand if an opening quote never closes."""
    lines = text.splitlines(keepends=True)
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)
        rows: list[SheetRow] = []
        start = 1
        try:
            for cells in reader:
                rows.append(SheetRow(start, tuple(cell.strip() for cell in cells)))
                start = reader.line_num + 1
        except csv.Error:
            continue
        if all(cell.count("\n") < _LONGEST_CELL_LINES for row in rows for cell in row.cells):
            return [row for row in rows if row.filled]
    return []


def _head_at(rows: Sequence[SheetRow]) -> int | None:
    """Where the row of heads stands among the first: short cells of which one names the questions."""
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        short = all(len(cell.split()) <= _HEAD_WORDS and "?" not in cell for cell in row.filled)
        roles = {_role(cell) for cell in row.filled}
        if len(row.filled) > 1 and short and (roles & {"question", "probe"}) and len(roles) > 1:
            return at
    return None


def _role(head: str) -> Role:
    return next((role for role, pattern in _HEADS.items() if pattern.fullmatch(head.strip(" :*"))), "")


def sheet_guide(rows: Sequence[SheetRow], name: str) -> Guide:
    """The rows as a guide; every cell becomes an item, a phase or its minutes."""
    at = _head_at(rows)
    heads = rows[at].cells if at is not None else ()
    body = rows[at + 1 :] if at is not None else rows
    roles = _roles(heads, body)
    title, above = _title(rows[: at or 0], name)
    parts: list[_Part] = []
    for row in body:
        _take(row, roles, heads, parts)
    parts = [part for part in parts if part.items or part.minutes]
    if parts:
        parts[0].items[:0] = above
    minutes = propose_minutes([part.minutes for part in parts], None)
    phases = tuple(
        Phase(
            title=part.title or "Interview",
            minutes=budget,
            line=part.line,
            items=tuple(part.items),
            minutes_assumed=part.minutes is None,
        )
        for part, budget in zip(parts, minutes, strict=True)
    )
    return Guide(title=title, phases=phases, assumed_minutes=any(phase.minutes_assumed for phase in phases))


def _title(rows: Sequence[SheetRow], name: str) -> tuple[str, list[GuideItem]]:
    """The sheet's title above its heads, and what else stands there as notes."""
    told = [(row.line, " ".join(" ".join(row.filled).split())) for row in rows]
    if not told:
        return name, []
    return told[0][1], [GuideItem(kind="note", text=text, line=line) for line, text in told[1:]]


def _roles(heads: Sequence[str], body: Sequence[SheetRow]) -> list[Role]:
    """What each column holds: by its head, else by what most of its cells look like."""
    width = max((len(row.cells) for row in body), default=0)
    roles: list[Role] = [_role(heads[at]) if at < len(heads) else "" for at in range(width)]
    columns = [
        [row.cells[at] for row in body if at < len(row.cells) and row.cells[at]] for at in range(width)
    ]
    if "question" not in roles:
        asking = [
            sum(map(asks, column)) if not role else 0 for column, role in zip(columns, roles, strict=True)
        ]
        if any(asking):
            roles[asking.index(max(asking))] = "question"
    question = roles.index("question") if "question" in roles else width
    for at, column in enumerate(columns):
        if not roles[at] and column:
            roles[at] = _guessed(column, before=at < question, free="section" not in roles)
    return roles


def _guessed(column: Sequence[str], *, before: bool, free: bool) -> Role:
    if all(_FIGURE.fullmatch(cell) for cell in column):
        return "number" if before else "minutes"
    if all(_minutes_in(cell) is not None for cell in column):
        return "minutes"
    if all(_YES.fullmatch(cell) for cell in column):
        return "must"
    if sum(map(asks, column)) * 2 > len(column):
        return "probe"
    return "section" if before and free else "note"


def _take(row: SheetRow, roles: Sequence[Role], heads: Sequence[str], parts: list[_Part]) -> None:
    """Put one row into the part that it belongs to, or begin the part that it names."""
    cells: dict[Role, list[str]] = {}
    for at, (cell, role) in enumerate(zip(row.cells, roles, strict=False)):
        if cell:
            head = heads[at] if at < len(heads) else ""
            if _says_more(cell, role):
                role = "note"
            named = f"{head}: {cell}" if head and not head.lower().startswith("note") else cell
            cells.setdefault(role, []).append(named if role == "note" else cell)
    asked = cells.get("question", [])
    section = " ".join(" ".join(cells.get("section", [])).split())
    if not section and _names_section(row):
        section, asked = row.filled[0], []
        cells.pop("note", None), cells.pop("", None)
    if section and (not parts or parts[-1].title != _bare(section)):
        stated = stated_minutes(section)
        parts.append(_Part(_bare(section), row.line, stated.minutes if stated else None))
    if not parts:
        parts.append(_Part("", row.line))
    _add_minutes(parts[-1], cells.get("minutes", []))
    must = any(_YES.fullmatch(cell) for cell in cells.get("must", []))
    parts[-1].items += _items(row.line, cells, asked, must=must)


def _says_more(cell: str, role: Role) -> bool:
    """Whether a cell holds something else than its column is for, so that it is kept as a note."""
    if role == "minutes":
        return _minutes_in(cell) is None
    return role == "must" and not (_YES.fullmatch(cell) or _NO.fullmatch(cell))


def _names_section(row: SheetRow) -> bool:
    """Whether a row holds nothing but a short name, as merged cells do, and perhaps its minutes."""
    text, *others = row.filled
    alone = not others or (len(others) == 1 and _minutes_in(others[0]) is not None)
    short = "\n" not in text and len(text.split()) <= _SECTION_WORDS
    return alone and short and any(map(str.isalpha, text)) and not asks(text) and not is_sentence(text)


def _bare(section: str) -> str:
    stated = stated_minutes(section)
    return (stated.title if stated else section).rstrip(": ")


def _add_minutes(part: _Part, cells: Sequence[str]) -> None:
    """Add the minutes of a row to those of its part."""
    for cell in cells:
        part.minutes = (part.minutes or 0.0) + (_minutes_in(cell) or 0.0)


def _minutes_in(cell: str) -> float | None:
    """The minutes that a cell states: "5", "5 min", "9:00–9:05", or a length as sheets show it, "0:05"."""
    if time := _TIME.fullmatch(cell):
        first, second = int(time["first"]), int(time["second"])
        return float(first * 60 + second if second else first)
    stated = stated_minutes(f"x ({cell}{' min' if _FIGURE.fullmatch(cell) else ''})")
    return stated.minutes if stated else None


def _items(line: int, cells: dict[Role, list[str]], asked: Sequence[str], *, must: bool) -> list[GuideItem]:
    items = [_item("script", text, line) for cell in cells.get("script", []) for text in cell.splitlines()]
    for cell in asked:
        first, *more = _cell_lines(cell)
        items.append(_item(_spoken_kind(first), first, line, must=must))
        items += [_item("probe" if asks(text) else "note", text, line) for text in more]
    for cell in cells.get("probe", []):
        parts = [part for text in _cell_lines(cell) for part in _NEXT_QUESTION.split(text)]
        items += [_item("probe" if asked else "question", text, line) for text in parts]
    notes = [*cells.get("note", []), *cells.get("", [])]
    items += [_item("note", text, line) for cell in notes for text in cell.splitlines()]
    return [item for item in items if any(map(str.isalnum, item.text))]


def _cell_lines(cell: str) -> list[str]:
    """The lines of a cell; what goes on in small letters where no sentence ended is no line."""
    lines: list[str] = []
    for line in cell.splitlines():
        goes_on = line[:1].islower() and not _LIST_MARK.match(line)
        if lines and goes_on and not lines[-1].rstrip().endswith(_SENTENCE_ENDS):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _spoken_kind(text: str) -> ItemKind:
    """A question, unless the cell holds something to say."""
    if asks(text) or not is_sentence(text):
        return "question"
    return "consent" if is_consent_text(text) else "script"


def _item(kind: ItemKind, text: str, line: int, *, must: bool = False) -> GuideItem:
    bare = " ".join(text.split())
    if mark := _LIST_MARK.match(bare):
        bare = bare[mark.end() :]
    if kind in {"question", "probe"} and bare.endswith("!"):
        bare, must = bare.rstrip("! "), True
    must = must and kind == "question"
    return GuideItem(kind=kind, text=bare, line=line, must_ask=must, depth=int(kind == "probe"))
