"""Questions kept in a Markdown table: what each column holds, by its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

CellRole = Literal["question", "probe", "note", ""]

_SEPARATOR = re.compile(r"\|?[ ]{0,9}:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_CELL_END = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PROBE_HEAD = re.compile(r"\b(?:prob\w*|follow[- ]?ups?|prompts?)\b", re.IGNORECASE)
_QUESTION_HEAD = re.compile(r"\b(?:questions?|ask|script)\b", re.IGNORECASE)
_ITEM_MARK = re.compile(r"(?:[-*•]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, or one line of a cell, and what its column is for; "" when the head does not say."""

    text: str
    role: CellRole


class TableReader:
    """Takes a table's lines one by one and remembers its head."""

    def __init__(self) -> None:
        self._inside = False
        self._roles: tuple[CellRole, ...] | None = None

    def takes(self, line: str, following: str) -> bool:
        """Whether a line belongs to a table, given the line after it."""
        starts = line.lstrip().startswith("|") or (
            "|" in line and "|" in following and _is_separator(following)
        )
        return starts or (self._inside and "|" in line)

    def end(self) -> None:
        """The table is over."""
        self._inside, self._roles = False, None

    def cells(self, line: str) -> list[Cell]:
        """The cells of one line; none for the line under the head and for cells that only count."""
        self._inside = True
        if _is_separator(line):
            return []
        parts = [part.strip() for part in _CELL_END.split(line.strip().removeprefix("|").removesuffix("|"))]
        if self._roles is None:
            self._roles = tuple(_role(part) for part in parts)
            return [Cell(part, "note") for part in parts if any(map(str.isalnum, part))]
        return [cell for at, part in enumerate(parts) for cell in self._split(part, at)]

    def _split(self, part: str, column: int) -> list[Cell]:
        roles = self._roles or ()
        role: CellRole = roles[column] if column < len(roles) else ""
        lines = [_ITEM_MARK.sub("", line.strip(), count=1) for line in _BREAK.split(part)]
        return [Cell(line, role) for line in lines if any(map(str.isalpha, line))]


def _role(head: str) -> CellRole:
    if _PROBE_HEAD.search(head):
        return "probe"
    return "question" if _QUESTION_HEAD.search(head) else ""


def _is_separator(line: str) -> bool:
    return "-" in line and _SEPARATOR.fullmatch(line.strip()) is not None
