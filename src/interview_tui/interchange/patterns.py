"""A pattern table in columns, as JSON and as CSV, for who reads no screen."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from interview_tui.domain.patterns import Column, PatternRow, PatternTable
from interview_tui.domain.text import cells, one_line

NO_SEGMENT = "no segment"

_NAME_WIDTH = 28
_COLUMN_WIDTH = 12


def patterns_text(table: PatternTable, rows: Sequence[PatternRow], width: int | None) -> list[str]:
    """Aligned lines: names, people, mentions, then as many columns as a width (in cells) has room for.

    A cell has mentions by participant, people·mentions by segment. None: there is room for all.
    """
    name = min(_NAME_WIDTH, max((cells(row.name) + 2 * row.depth for row in rows), default=8)) + 2
    fitting = list(table.columns)
    widths = [
        max(4, min(_COLUMN_WIDTH, cells(_head(column))), _figures(rows, column)) + 2 for column in fitting
    ]
    while width is not None and fitting and name + 18 + sum(widths) > width:
        fitting.pop()
        widths.pop()
    lines = [" " * name + "people".rjust(8) + "mentions".rjust(10)]
    lines[0] += "".join(_right(_head(column), room) for column, room in zip(fitting, widths, strict=True))
    for row in rows:
        title = "  " * row.depth + one_line(row.name, name - 1 - 2 * row.depth)
        line = title + " " * (name - cells(title)) + f"{row.total.people:8,}{row.total.mentions:10,}"
        for column, room in zip(fitting, widths, strict=True):
            line += _right(_cell(row, column, table), room)
        lines.append(line)
    left_out = len(table.columns) - len(fitting)
    if left_out:
        lines.append(f"{left_out} more columns have no room here; --csv and --json have them all.")
    return lines


def _figures(rows: Sequence[PatternRow], column: Column) -> int:
    return max(
        (len(f"{row.cell(column.id).people}·{row.cell(column.id).mentions}") for row in rows), default=0
    )


def _cell(row: PatternRow, column: Column, table: PatternTable) -> str:
    cell = row.cell(column.id)
    if not cell.mentions:
        return "·"
    return f"{cell.people}·{cell.mentions}" if table.by == "segment" else f"{cell.mentions}"


def _head(column: Column) -> str:
    return column.id or NO_SEGMENT


def _right(text: str, room: int) -> str:
    shown = one_line(text, room - 1)
    return " " * (room - cells(shown)) + shown


def patterns_json(table: PatternTable, rows: Sequence[PatternRow], what: str) -> dict[str, Any]:
    """Everything in the table; a cell that is not there has no mention."""
    return {
        "rows_are": what,
        "by": table.by,
        "people": table.people,
        "notes_in_no_row": table.left_out,
        "columns": [{"name": column.id, "people": column.people} for column in table.columns],
        "rows": [
            {
                "name": row.name,
                "parent": _parent(row, table),
                "people": row.total.people,
                "mentions": row.total.mentions,
                "cells": [
                    {
                        "column": column.id,
                        "people": row.cell(column.id).people,
                        "mentions": row.cell(column.id).mentions,
                    }
                    for column in table.columns
                    if row.cell(column.id).mentions
                ],
            }
            for row in rows
        ],
    }


def patterns_csv(table: PatternTable, rows: Sequence[PatternRow]) -> str:
    """One row a tag and column, so that a pivot table can be made of it: name, parent, column, counts."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(["name", "parent", table.by, "people", "mentions"])
    for row in rows:
        for column in table.columns:
            cell = row.cell(column.id)
            writer.writerow([row.name, _parent(row, table), column.id, cell.people, cell.mentions])
    return made.getvalue()


def _parent(row: PatternRow, table: PatternTable) -> str:
    above = table.row(row.parent) if row.parent else None
    return above.name if above else ""
